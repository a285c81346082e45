#include "sql/tree_walk.h"

namespace clangsql::sql {

template <class T> static const T &at(const ProtobufCMessage *message, unsigned offset) {
  return *reinterpret_cast<const T *>(reinterpret_cast<const char *>(message) + offset);
}

/// A member of a oneof that is not the one set.
static bool isAbsent(const ProtobufCMessage *message, const ProtobufCFieldDescriptor &field) {
  return (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) &&
         at<uint32_t>(message, field.quantifier_offset) != field.id;
}

const ProtobufCMessage *inside(const PgQuery__Node *node) {
  if (!node || node->node_case == PG_QUERY__NODE__NODE__NOT_SET)
    return nullptr;
  return reinterpret_cast<const ProtobufCMessage *>(
      node->alias); // every member of the union is a message
}

/// Calls `each(child, index, count)` for the messages that a field holds.
template <class Each>
static void forMessages(const ProtobufCMessage *message, const ProtobufCFieldDescriptor &field,
                        Each each) {
  bool node = field.descriptor == &pg_query__node__descriptor;
  auto visit = [&](const void *child, unsigned index, unsigned count) {
    if (child)
      if (auto *found = node ? inside(static_cast<const PgQuery__Node *>(child))
                             : static_cast<const ProtobufCMessage *>(child))
        each(found, index, count);
  };
  if (field.label != PROTOBUF_C_LABEL_REPEATED)
    return visit(at<const void *>(message, field.offset), 0, 1);
  unsigned count = at<size_t>(message, field.quantifier_offset);
  const void *const *elements = at<const void *const *>(message, field.offset);
  for (unsigned i = 0; i < count; ++i)
    visit(elements[i], i, count);
}

static void walkFrom(const Visit &visit, llvm::function_ref<bool(const Visit &)> enter) {
  if (!enter(visit))
    return;
  const ProtobufCMessage *message = visit.message;
  for (unsigned i = 0; i < message->descriptor->n_fields; ++i) {
    const ProtobufCFieldDescriptor &field = message->descriptor->fields[i];
    if (field.type != PROTOBUF_C_TYPE_MESSAGE || isAbsent(message, field))
      continue;
    forMessages(message, field, [&](const ProtobufCMessage *child, unsigned index, unsigned count) {
      walkFrom({child, &field, index, count, &visit}, enter);
    });
  }
}

void walk(const ProtobufCMessage *root, llvm::function_ref<bool(const Visit &)> enter) {
  if (root && root->descriptor == &pg_query__node__descriptor)
    root = inside(reinterpret_cast<const PgQuery__Node *>(root));
  if (root)
    walkFrom({root}, enter);
}

void forStrings(const Visit &visit,
                llvm::function_ref<void(const ProtobufCFieldDescriptor &, std::string_view)> each) {
  const ProtobufCMessage *message = visit.message;
  for (unsigned i = 0; i < message->descriptor->n_fields; ++i) {
    const ProtobufCFieldDescriptor &field = message->descriptor->fields[i];
    if (field.type != PROTOBUF_C_TYPE_STRING || field.label == PROTOBUF_C_LABEL_REPEATED ||
        isAbsent(message, field))
      continue;
    if (const char *text = at<const char *>(message, field.offset); text && *text)
      each(field, text);
  }
}

std::string_view lastString(PgQuery__Node *const *nodes, size_t count) {
  const auto *name = count ? as<PgQuery__String>(nodes[count - 1]) : nullptr;
  return name ? name->sval : std::string_view();
}

} // namespace clangsql::sql
