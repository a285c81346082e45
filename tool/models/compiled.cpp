#include "models/compiled.h"

#include "summary/bytes.h"

namespace clangsql::models {

// The bindings name every member, so that one added to a struct does not compile here until it
// travels too.
template <class V> void fields(V &visit, Argument &x) {
  auto &[index, access] = x;
  visit(index, access);
}
template <class V> void fields(V &visit, Arguments &x) {
  auto &[list, rest] = x;
  visit(list, rest);
}
template <class V> void fields(V &visit, TextFact &x) {
  auto &[to, op, from, escape, dialect, length, append, given, rest, loaded, only] = x;
  visit(to, op, from, escape, dialect, length, append, given, rest, loaded, only);
}
template <class V> void fields(V &visit, SqlFact &x) {
  auto &[kind, sql, name, connection, bind, count, columns, length, handle, succeeds, status,
         dialect, placeholders] = x;
  visit(kind, sql, name, connection, bind, count, columns, length, handle, succeeds, status,
        dialect, placeholders);
}
template <class V> void fields(V &visit, PreparedFact &x) {
  auto &[name, handle, bind, connection] = x;
  visit(name, handle, bind, connection);
}
template <class V> void fields(V &visit, SourceFact &x) {
  auto &[at, kind, what, from, rest] = x;
  visit(at, kind, what, from, rest);
}
template <class V> void fields(V &visit, Wanted &x) {
  auto &[argument, number, bits] = x;
  visit(argument, number, bits);
}
template <class V> void fields(V &visit, Condition &x) {
  auto &[values, equal] = x;
  visit(values, equal);
}
template <class V> void fields(V &visit, TransactionFact &x) {
  auto &[kind, on, when, given] = x;
  visit(kind, on, when, given);
}
template <class V> void fields(V &visit, WaitFact &x) {
  auto &[category, what, given, awaited, from] = x;
  visit(category, what, given, awaited, from);
}
template <class V> void fields(V &visit, AliasFact &x) {
  auto &[to, of, given] = x;
  visit(to, of, given);
}
template <class V> void fields(V &visit, ObjectFact &x) {
  auto &[kind, object, from, with] = x;
  visit(kind, object, from, with);
}
template <class V> void fields(V &visit, CallableFact &x) {
  auto &[function, when, with, result] = x;
  visit(function, when, with, result);
}
template <class V> void fields(V &visit, PredicateFact &x) {
  auto &[kind, of, characters] = x;
  visit(kind, of, characters);
}
template <class V> void fields(V &visit, IndexFact &x) {
  auto &[kind, argument] = x;
  visit(kind, argument);
}
template <class V> void fields(V &visit, Function &x) {
  auto &[name, params, text, sql, prepared, sources, transactions, waits, aliases, calls, predicate,
         pure, library, file, line, objects, index, status, length] = x;
  visit(name, params, text, sql, prepared, sources, transactions, waits, aliases, calls, predicate,
        pure, library, file, line, objects, index, status, length);
}
template <class V> void fields(V &visit, Variable &x) {
  auto &[name, source, discards, isObject, placeholder, library, file, line] = x;
  visit(name, source, discards, isObject, placeholder, library, file, line);
}
template <class V> void fields(V &visit, Class &x) {
  auto &[name, text, transaction, connection, owner, key, value, library, file, line] = x;
  visit(name, text, transaction, connection, owner, key, value, library, file, line);
}
template <class V> void fields(V &visit, Internals &x) {
  auto &[prefix, library] = x;
  visit(prefix, library);
}

template <class V> void fields(V &visit, Library &x) {
  visit(x.all_, x.classes_, x.variables_, x.internals_, x.digest_);
}

std::string compile(const Library &library) { return toBytes(library); }

Library compiled(std::string_view bytes) {
  Library library;
  [[maybe_unused]] bool whole = fromBytes(bytes, library);
  assert(whole);
  library.makeIndex();
  return library;
}

} // namespace clangsql::models
