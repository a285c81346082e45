// A walk over any part of the syntax tree by protobuf-c's own descriptions, so that nobody lists
// two hundred node types.
#pragma once

#include "sql/tree.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <string_view>

namespace clangsql::sql {

/// Maps a node's struct to its descriptor; extend by a line where a type is asked for.
template <class T> inline constexpr const ProtobufCMessageDescriptor *descriptorOf = nullptr;
#define CLANGSQL_NODE(Struct, descriptor)                                                          \
  template <>                                                                                      \
  inline constexpr const ProtobufCMessageDescriptor *descriptorOf<PgQuery__##Struct> =             \
      &pg_query__##descriptor##__descriptor;
#include "sql/tree_nodes.def"
#undef CLANGSQL_NODE

/// A message of the tree and the way to it. Node envelopes are looked through: parent and field are
/// those of the Node.
struct Visit {
  const ProtobufCMessage *message = nullptr;
  const ProtobufCFieldDescriptor *field = nullptr; // of parent's message; null at the root
  unsigned index = 0, count = 1;                   // in a repeated field
  const Visit *parent = nullptr;

  std::string_view type() const { return message->descriptor->short_name; }
  std::string_view role() const { return field ? field->name : std::string_view(); }
  template <class T> const T *as() const {
    static_assert(descriptorOf<T> != nullptr);
    return message->descriptor == descriptorOf<T> ? reinterpret_cast<const T *>(message) : nullptr;
  }
  template <class T> bool is() const { return as<T>() != nullptr; }
  /// The nearest message of that type at or above this one.
  template <class T> const T *enclosing() const {
    for (const Visit *v = this; v; v = v->parent)
      if (const T *found = v->as<T>())
        return found;
    return nullptr;
  }
};

/// Calls `enter` for `root` and everything below it, parents first; what it returns false for is
/// not entered.
void walk(const ProtobufCMessage *root, llvm::function_ref<bool(const Visit &)> enter);

template <class T> void walk(const T *root, llvm::function_ref<bool(const Visit &)> enter) {
  if (root)
    walk(&root->base, enter);
}

/// Calls `each` for every string field of the visited message itself.
void forStrings(const Visit &,
                llvm::function_ref<void(const ProtobufCFieldDescriptor &, std::string_view)> each);

/// The message inside a Node envelope, or null.
const ProtobufCMessage *inside(const PgQuery__Node *);
template <class T> const T *as(const PgQuery__Node *node) {
  const ProtobufCMessage *message = inside(node);
  return message && message->descriptor == descriptorOf<T> ? reinterpret_cast<const T *>(message)
                                                           : nullptr;
}

/// The last of a list of names (of an operator, a function), or nothing.
std::string_view lastString(PgQuery__Node *const *nodes, size_t count);

} // namespace clangsql::sql
