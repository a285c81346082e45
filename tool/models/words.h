// The words of the vocabulary that stand for enumerators. Loading and printing read the same
// tables.
#pragma once

#include "models/model.h"

#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>

namespace clangsql::models {

template <class E> struct Word {
  std::string_view word;
  E value;
};

inline constexpr Word<sql::Dialect> dialectWords[] = {
    {"generic", sql::Dialect::Generic}, {"postgresql", sql::Dialect::PostgreSQL},
    {"mysql", sql::Dialect::MySQL},     {"sqlite", sql::Dialect::SQLite},
    {"oracle", sql::Dialect::Oracle},   {"sqlserver", sql::Dialect::SQLServer}};

inline constexpr Word<sql::Placeholder> placeholderWords[] = {{"none", sql::NoPlaceholder},
                                                              {"dollar", sql::Dollar},
                                                              {"question", sql::Question},
                                                              {"colon", sql::Colon},
                                                              {"at", sql::At}};

inline constexpr Word<sql::Escape> escapeWords[] = {
    {"literal", sql::Escape::Literal},
    {"literal-body", sql::Escape::LiteralBody},
    {"identifier", sql::Escape::Identifier},
    {"identifier-body", sql::Escape::IdentifierBody},
    {"checked", sql::Escape::Checked}};

inline constexpr Word<TextOp> textWords[] = {
    {"copy", TextOp::Copy},          {"concat", TextOp::Concat},
    {"printf", TextOp::Printf},      {"braces", TextOp::Braces},
    {"percent", TextOp::Percent},    {"dollars", TextOp::Dollars},
    {"feed", TextOp::Feed},          {"escape", TextOp::Escape},
    {"number", TextOp::Number},      {"safe", TextOp::Safe},
    {"clear", TextOp::Clear},        {"substring", TextOp::Substring},
    {"prefix", TextOp::Prefix},      {"transform", TextOp::Transform},
    {"join", TextOp::Join},          {"splice", TextOp::Splice},
    {"replace", TextOp::Replace},    {"cut", TextOp::Cut},
    {"select", TextOp::Select},      {"reject", TextOp::Reject},
    {"fill", TextOp::Fill},          {"named", TextOp::Named},
    {"constant", TextOp::Constant},  {"outside", TextOp::Outside},
    {"drop-last", TextOp::DropLast}, {"given", TextOp::Given},
    {"choice", TextOp::Choice},      {"loaded", TextOp::Loaded},
    {"piece", TextOp::Piece},        {"replace-matches", TextOp::ReplaceMatches}};

inline constexpr Word<SqlFact::Kind> sqlWords[] = {{"execute", SqlFact::Execute},
                                                   {"prepare", SqlFact::Prepare},
                                                   {"cursor", SqlFact::Cursor},
                                                   {"bulk-insert", SqlFact::BulkInsert}};

inline constexpr Word<TransactionFact::Kind> transactionWords[] = {
    {"begins", TransactionFact::Begin},
    {"commits", TransactionFact::Commit},
    {"rolls-back", TransactionFact::Rollback},
    {"ends", TransactionFact::End}};

inline constexpr Word<Class::Transaction> scopeWords[] = {{"scope", Class::Scope},
                                                          {"savepoint", Class::Savepoint},
                                                          {"none", Class::Nothing},
                                                          {"handle", Class::Handle}};

inline constexpr Word<Class::Owner> ownerWords[] = {
    {"pointer", Class::Pointer}, {"shared", Class::Shared}, {"container", Class::Container}};

inline constexpr Word<Result> resultWords[] = {{"true", Result::True}, {"false", Result::False}};

inline constexpr Word<CallableFact::Time> timeWords[] = {{"now", CallableFact::Now},
                                                         {"later", CallableFact::Later},
                                                         {"thread", CallableFact::Thread},
                                                         {"bound", CallableFact::Bound}};

inline constexpr Word<PredicateFact::Kind> predicateWords[] = {
    {"equals", PredicateFact::Equal},
    {"differs", PredicateFact::NotEqual},
    {"compares", PredicateFact::CompareZero},
    {"checks", PredicateFact::Checks},
    {"empty", PredicateFact::Empty},
    {"holds", PredicateFact::Holds},
    {"finds", PredicateFact::Finds},
    {"finds-other", PredicateFact::FindsOther},
    {"finds-any", PredicateFact::FindsAny},
    {"spans", PredicateFact::Spans},
    {"spans-other", PredicateFact::SpansOther},
    {"matches", PredicateFact::Matches},
    {"searches", PredicateFact::Searches},
    {"every", PredicateFact::Every},
    {"some", PredicateFact::Some},
    {"no", PredicateFact::No},
    {"counts", PredicateFact::Counts},
    {"finds-where", PredicateFact::FindsWhere},
    {"finds-where-not", PredicateFact::FindsWhereNot},
    {"locates", PredicateFact::Locates},
    {"accepts", PredicateFact::Accepts}};

inline constexpr Word<IndexFact::Kind> indexWords[] = {
    {"first", IndexFact::First}, {"last", IndexFact::Last}, {"end", IndexFact::End}};

inline constexpr Word<bool> truthWords[] = {
    {"yes", true}, {"no", false}, {"true", true}, {"false", false}};

inline constexpr Word<bool> fieldWords[] = {{"this", true}};

/// Words that stand for themselves.
inline constexpr std::string_view sourceKinds[] = {"arguments", "environment", "input",
                                                   "network",   "file",        "database"};
inline constexpr std::string_view waitCategories[] = {"network", "dns",  "sleep",  "subprocess",
                                                      "console", "lock", "future", "database"};
inline constexpr std::string_view parameterWords[] = {
    "text",   "integer", "char",     "bool", "floating", "number", "enum",
    "record", "pointer", "function", "null", "any",      "..."};

template <class E, size_t N> const E *valueOf(const Word<E> (&words)[N], std::string_view word) {
  for (const Word<E> &known : words)
    if (known.word == word)
      return &known.value;
  return nullptr;
}

template <class E, size_t N> std::string_view wordOf(const Word<E> (&words)[N], E value) {
  for (const Word<E> &known : words)
    if (known.value == value)
      return known.word;
  return {};
}

/// "'a', 'b' or 'c'".
std::string anyOf(std::span<const std::string_view> words);

/// The word that was probably meant; empty if none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

/// "'execute'" if that was probably meant, else all: "one of 'a', 'b' or 'c'".
std::string suggest(std::string_view word, std::span<const std::string_view> known);

template <class E, size_t N> std::vector<std::string_view> spelled(const Word<E> (&words)[N]) {
  std::vector<std::string_view> result;
  for (const Word<E> &known : words)
    result.push_back(known.word);
  return result;
}

} // namespace clangsql::models
