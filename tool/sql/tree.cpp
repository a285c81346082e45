#include "sql/tree.h"

#include <pg_query.h>

#include <cstddef>

namespace clangsql::sql {

/// Bytes of the character that `lead` begins, as pg_utf_mblen in PostgreSQL's wchar.c counts them.
static uint32_t characterLength(unsigned char lead) {
  if ((lead & 0xE0) == 0xC0)
    return 2;
  if ((lead & 0xF0) == 0xE0)
    return 3;
  return (lead & 0xF8) == 0xF0 ? 4 : 1;
}

/// PgQueryError::cursorpos counts characters from 1; 0 is no place.
static uint32_t byteOfCursor(std::string_view sql, int cursor) {
  uint32_t at = 0;
  for (int i = 1; i < cursor && at < sql.size(); ++i)
    at += characterLength(sql[at]);
  return std::min<uint32_t>(at, sql.size());
}

static void *allocate(void *arena, size_t size) {
  return static_cast<llvm::BumpPtrAllocator *>(arena)->Allocate(size, alignof(std::max_align_t));
}

Tree::Tree(std::string_view packed) : arena(std::make_unique<llvm::BumpPtrAllocator>()) {
  ProtobufCAllocator allocator{allocate, [](void *, void *) {}, arena.get()};
  root = pg_query__parse_result__unpack(&allocator, packed.size(),
                                        reinterpret_cast<const uint8_t *>(packed.data()));
}

std::variant<Tree, Error> parseTree(const std::string &sql) {
  struct Result {
    PgQueryProtobufParseResult raw;
    ~Result() { pg_query_free_protobuf_parse_result(raw); }
  } result{pg_query_parse_protobuf(sql.c_str())};
  if (const PgQueryError *error = result.raw.error)
    return Error{error->message, byteOfCursor(sql, error->cursorpos)};
  Tree tree({result.raw.parse_tree.data, result.raw.parse_tree.len});
  if (!tree)
    return Error{"the syntax tree could not be read", 0};
  return tree;
}

std::string fingerprintOf(const std::string &sql) {
  struct Result {
    PgQueryFingerprintResult raw;
    ~Result() { pg_query_free_fingerprint_result(raw); }
  } result{pg_query_fingerprint(sql.c_str())};
  return result.raw.fingerprint_str ? result.raw.fingerprint_str : "";
}

} // namespace clangsql::sql
