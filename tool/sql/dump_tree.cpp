// The syntax tree as text: one node a line, with its role in its parent, its own fields, and its
// byte in the text.

#include "sql/markers.h"
#include "sql/prepare.h"
#include "sql/tree_walk.h"

#include <fmt/format.h>

namespace clangsql::sql {

template <class T>
static const T &member(const ProtobufCMessage *message, const ProtobufCFieldDescriptor &field) {
  return *reinterpret_cast<const T *>(reinterpret_cast<const char *>(message) + field.offset);
}

/// ` kind=AEXPR_OP`, ` relname="orders"`; nothing for what has its default.
static std::string scalar(const ProtobufCMessage *message, const ProtobufCFieldDescriptor &field) {
  switch (field.type) {
  case PROTOBUF_C_TYPE_STRING: {
    const char *text = member<const char *>(message, field);
    return text && *text ? fmt::format(" {}=\"{}\"", field.name, Markers::readable(text)) : "";
  }
  case PROTOBUF_C_TYPE_BOOL:
    return member<protobuf_c_boolean>(message, field) ? fmt::format(" {}", field.name) : "";
  case PROTOBUF_C_TYPE_ENUM: {
    const auto *values = static_cast<const ProtobufCEnumDescriptor *>(field.descriptor);
    const ProtobufCEnumValue *value =
        protobuf_c_enum_descriptor_get_value(values, member<int>(message, field));
    return value && value->value > 0 ? fmt::format(" {}={}", field.name, value->name) : "";
  }
  case PROTOBUF_C_TYPE_INT32:
  case PROTOBUF_C_TYPE_UINT32: {
    int value = member<int>(message, field);
    return value ? fmt::format(" {}={}", field.name, value) : "";
  }
  default: return "";
  }
}

static bool isPlace(std::string_view field) {
  return field == "location" || field.starts_with("stmt_");
}

static std::string line(const Visit &v, unsigned depth, const MappedText &text) {
  std::string result =
      fmt::format("{:{}}{}{}{}", "", 2 * depth, v.role(), v.field ? ": " : "", v.type());
  std::string place;
  const ProtobufCMessageDescriptor &type = *v.message->descriptor;
  for (unsigned i = 0; i < type.n_fields; ++i) {
    const ProtobufCFieldDescriptor &field = type.fields[i];
    std::string_view name = field.name;
    if (field.label == PROTOBUF_C_LABEL_REPEATED || (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF))
      continue;
    if (!isPlace(name))
      result += scalar(v.message, field);
    else if (name == "location" && member<int>(v.message, field) >= 0)
      place = fmt::format(" @{}", text.toSource(member<int>(v.message, field)));
  }
  return result + place + "\n";
}

static std::string dump(const Outcome &outcome) {
  std::string result;
  if (!outcome.tree)
    return fmt::format("error at {}: {}\n", outcome.error->offset, outcome.error->message);
  for (const PgQuery__RawStmt *statement : outcome.tree.statements())
    walk(inside(statement->stmt), [&](const Visit &v) {
      unsigned depth = 0;
      for (const Visit *parent = v.parent; parent; parent = parent->parent)
        ++depth;
      result += line(v, depth, outcome.filled);
      return true;
    });
  return result;
}

std::string dumpTree(const Text &text, const Options &options) {
  Prepared prepared = prepare(text, options);
  if (prepared.refused)
    return fmt::format("error at {}: {}\n", prepared.refused->offset, prepared.refused->message);
  std::string result;
  onEnoughStack(text, prepared, [&] {
    for (const Job &job : prepared.jobs)
      result += dump(parseStatement(job));
  });
  return result;
}

} // namespace clangsql::sql
