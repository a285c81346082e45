// The words of the textual form, one table per enumeration, read by the printer and by the parser.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/StringRef.h>

#include <optional>

namespace clangsql::summary::text {

template <class Value> struct Word {
  std::string_view word;
  Value value;
};

inline constexpr Word<EntityKind> EntityKinds[] = {{"function", EntityKind::Function},
                                                   {"method", EntityKind::Method},
                                                   {"constructor", EntityKind::Constructor},
                                                   {"destructor", EntityKind::Destructor},
                                                   {"lambda", EntityKind::Lambda},
                                                   {"class", EntityKind::Class},
                                                   {"field", EntityKind::Field},
                                                   {"variable", EntityKind::Variable},
                                                   {"enumerator", EntityKind::Enumerator}};

inline constexpr Word<uint16_t> EntityFlags[] = {
    {"virtual", Virtual},          {"static", Static},
    {"defaulted", Defaulted},      {"copy_or_move", CopyOrMove},
    {"const_member", ConstMember}, {"system", SystemHeader},
    {"internal", Internal},        {"noreturn", NoReturn},
    {"constant", Constant},        {"variadic", Variadic},
    {"coroutine", Coroutine},      {"nothrow", NoThrow},
    {"pattern", Pattern},          {"main", Main},
    {"local", LocalVariable}};

inline constexpr Word<TypeClass> TypeClasses[] = {
    {"other", TypeClass::Other},       {"void", TypeClass::Void},
    {"bool", TypeClass::Bool},         {"char", TypeClass::Char},
    {"integer", TypeClass::Integer},   {"floating", TypeClass::Floating},
    {"enum", TypeClass::Enum},         {"text", TypeClass::Text},
    {"record", TypeClass::Record},     {"pointer", TypeClass::Pointer},
    {"function", TypeClass::Function}, {"null", TypeClass::Null}};

inline constexpr Word<uint8_t> CallFlags[] = {
    {"virtual", VirtualCall},          {"implicit", ImplicitCall},     {"awaited", AwaitedCall},
    {"constructing", ConstructorCall}, {"destroying", DestructorCall}, {"operator", OperatorCall}};

inline constexpr Word<TestOp> TestOps[] = {
    {"eq", TestOp::Eq}, {"ne", TestOp::Ne},      {"lt", TestOp::Lt},   {"le", TestOp::Le},
    {"gt", TestOp::Gt}, {"ge", TestOp::Ge},      {"not", TestOp::Not}, {"and", TestOp::And},
    {"or", TestOp::Or}, {"truth", TestOp::Truth}};

inline constexpr Word<Arithmetic> Arithmetics[] = {{"add", Arithmetic::Add},
                                                   {"sub", Arithmetic::Sub},
                                                   {"mul", Arithmetic::Mul},
                                                   {"div", Arithmetic::Div},
                                                   {"rem", Arithmetic::Rem},
                                                   {"and", Arithmetic::And},
                                                   {"or", Arithmetic::Or},
                                                   {"xor", Arithmetic::Xor},
                                                   {"neg", Arithmetic::Neg},
                                                   {"increment", Arithmetic::Increment},
                                                   {"decrement", Arithmetic::Decrement}};

inline constexpr Word<When> Whens[] = {{"always", When::Always},
                                       {"true", When::True},
                                       {"false", When::False},
                                       {"case", When::Case},
                                       {"default", When::Default}};

inline constexpr Word<Suppression::Kind> SuppressionKinds[] = {{"here", Suppression::Here},
                                                               {"next", Suppression::NextLine},
                                                               {"begin", Suppression::Begin},
                                                               {"end", Suppression::End}};

template <class Value, size_t N>
std::string_view wordFor(const Word<Value> (&table)[N], Value value) {
  for (const auto &entry : table)
    if (entry.value == value)
      return entry.word;
  return "?";
}

template <class Value, size_t N>
std::optional<Value> valueOf(const Word<Value> (&table)[N], llvm::StringRef word) {
  for (const auto &entry : table)
    if (word == llvm::StringRef(entry.word))
      return entry.value;
  return std::nullopt;
}

/// The words of the set bits, each with a space before it; bits without a word as "flag N".
template <class Bits, size_t N> std::string wordsFor(const Word<Bits> (&table)[N], Bits bits) {
  std::string words;
  for (const auto &entry : table)
    if (bits & entry.value) {
      words.append(" ").append(entry.word);
      bits &= ~entry.value;
    }
  if (bits)
    words += " flag " + std::to_string(bits);
  return words;
}

} // namespace clangsql::summary::text
