#include "lint/naming.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include <array>

namespace clangsql::lint {

namespace {

using llvm::StringRef;
using Words = std::vector<std::string>;

constexpr size_t MaxTables = 2, MaxConditions = 2;

/// The last part of a qualified name, without quotes.
StringRef lastPart(StringRef name) {
  return name.rsplit('.').second.empty() ? name : name.rsplit('.').second;
}

/// "user_id", "userId", "\"User Id\"" → user, id.
void addWords(StringRef name, Words &words) {
  std::string word;
  auto flush = [&] {
    if (!word.empty())
      words.push_back(std::move(word));
    word.clear();
  };
  for (size_t i = 0; i < name.size(); ++i) {
    char c = name[i], previous = i ? name[i - 1] : 0, next = i + 1 < name.size() ? name[i + 1] : 0;
    bool capital = llvm::isUpper(c) && (!llvm::isUpper(previous) || llvm::isLower(next));
    if (!llvm::isAlnum(c) || capital)
      flush();
    if (llvm::isAlnum(c))
      word += llvm::toLower(c);
  }
  flush();
}

void addNames(const std::vector<std::string> &names, size_t most, const char *between,
              Words &words) {
  std::vector<std::string> used;
  for (const std::string &name : names) {
    if (used.size() == most || llvm::is_contained(used, name))
      continue;
    if (!used.empty() && *between)
      words.push_back(between);
    addWords(lastPart(name), words);
    used.push_back(name);
  }
}

StringRef textOf(const sql::Statement &statement, StringRef text) {
  return text.drop_front(std::min<size_t>(statement.offset, text.size())).ltrim();
}

/// "SELECT count(…) …" and no other column.
bool onlyCounts(const sql::Statement &statement, StringRef text) {
  StringRef rest = textOf(statement, text);
  return rest.consume_front_insensitive("select") &&
         rest.ltrim().starts_with_insensitive("count(") && statement.columns.size() <= 1;
}

std::string verbOf(const sql::Statement &statement, StringRef text) {
  switch (statement.kind) {
  case sql::StatementKind::Select: return onlyCounts(statement, text) ? "count" : "fetch";
  case sql::StatementKind::Insert: return "insert";
  case sql::StatementKind::Update: return "update";
  case sql::StatementKind::Delete: return "delete";
  default:
    return textOf(statement, text).take_while([](char c) { return llvm::isAlpha(c); }).lower();
  }
}

/// What a CREATE, ALTER or DROP is about: the first word behind the verb that is no modifier.
std::string objectOf(const sql::Statement &statement, StringRef text) {
  static constexpr StringRef modifiers[] = {"",          "or",       "replace",      "temp",
                                            "temporary", "unlogged", "materialized", "unique",
                                            "global",    "local"};
  for (StringRef word : llvm::drop_begin(llvm::split(textOf(statement, text), ' ')))
    if (!llvm::is_contained(modifiers, word.lower()))
      return word.lower();
  return "";
}

std::string inStyle(const Words &words, NameStyle style) {
  std::string name = style == NameStyle::K ? "k" : "";
  for (const auto &[index, word] : llvm::enumerate(words)) {
    bool separated = style == NameStyle::Upper || style == NameStyle::Snake;
    bool capital = !separated && (style != NameStyle::Camel || index > 0);
    if (separated && index > 0)
      name += '_';
    if (style == NameStyle::Upper)
      name += StringRef(word).upper();
    else if (capital)
      name += llvm::toUpper(word.front()) + word.substr(1);
    else
      name += word;
  }
  return name;
}

} // namespace

NameStyle styleOf(std::string_view qualified) {
  StringRef name = StringRef(qualified).rsplit("::").second.empty()
                       ? StringRef(qualified)
                       : StringRef(qualified).rsplit("::").second;
  bool lower = llvm::any_of(name, llvm::isLower), upper = llvm::any_of(name, llvm::isUpper);
  if (name.size() < 2 || !lower)
    return NameStyle::Upper;
  if (name[0] == 'k' && llvm::isUpper(name[1]))
    return NameStyle::K;
  if (llvm::isUpper(name[0]))
    return NameStyle::Pascal;
  return upper ? NameStyle::Camel : NameStyle::Snake;
}

NameStyle commonStyle(std::span<const std::string_view> names) {
  std::array<unsigned, 5> counts{};
  for (std::string_view name : names)
    ++counts[static_cast<size_t>(styleOf(name))];
  return static_cast<NameStyle>(llvm::max_element(counts) - counts.begin());
}

std::vector<std::string> wordsOf(std::string_view name) {
  Words words;
  addWords(lastPart(name), words);
  return words;
}

std::string proposeName(const sql::Statement &statement, std::string_view text, NameStyle style) {
  Words words{verbOf(statement, text)};
  if (statement.kind == sql::StatementKind::Ddl)
    addWords(objectOf(statement, text), words);
  addNames(statement.tables, MaxTables, "", words);
  if (!statement.conditionColumns.empty()) {
    words.push_back("by");
    addNames(statement.conditionColumns, MaxConditions, "and", words);
  }
  return inStyle(words, style);
}

} // namespace clangsql::lint
