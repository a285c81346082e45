#include "models/names.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

namespace clangsql::models {

using llvm::StringRef;

namespace {

/// Whether a comma after this is part of a name: `operator,`.
bool endsWithOperator(StringRef text) {
  return text.consume_back("operator") &&
         (text.empty() || !(llvm::isAlnum(text.back()) || text.back() == '_'));
}

/// Parts between the commas that stand in no bracket.
std::vector<StringRef> splitAtCommas(StringRef text) {
  std::vector<StringRef> parts;
  int depth = 0;
  size_t start = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' || text[i] == '(')
      ++depth;
    else if (text[i] == '}' || text[i] == ')')
      --depth;
    else if (text[i] == ',' && depth == 0 && !endsWithOperator(text.slice(start, i))) {
      parts.push_back(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push_back(text.drop_front(start).trim());
  return parts;
}

size_t closingBrace(StringRef text, size_t open) {
  int depth = 0;
  for (size_t i = open; i < text.size(); ++i) {
    if (text[i] == '{')
      ++depth;
    else if (text[i] == '}' && --depth == 0)
      return i;
  }
  return StringRef::npos;
}

void expandBraces(const std::string &pattern, std::vector<std::string> &names,
                  std::string &problem) {
  StringRef text = pattern;
  size_t open = text.find('{');
  size_t close = open == StringRef::npos ? text.find('}') : closingBrace(text, open);
  if (open == StringRef::npos && close == StringRef::npos) {
    if (text.empty())
      problem = "a name is missing";
    names.push_back(pattern);
    return;
  }
  if (open == StringRef::npos || close == StringRef::npos) {
    problem = "the braces do not match";
    return;
  }
  for (StringRef part : splitAtCommas(text.slice(open + 1, close)))
    expandBraces((text.take_front(open) + part + text.drop_front(close + 1)).str(), names, problem);
}

} // namespace

std::vector<std::string> expandNames(std::string_view pattern, std::string &problem) {
  std::vector<std::string> names;
  for (StringRef part : splitAtCommas(pattern))
    expandBraces(part.str(), names, problem);
  if (!problem.empty())
    names.clear();
  return names;
}

Signature parseSignature(std::string_view written) {
  StringRef text = StringRef(written).trim();
  if (!text.ends_with(")"))
    return {text.str(), std::nullopt};
  size_t open = text.rfind('(');
  StringRef name = text.take_front(open), words = text.drop_front(open + 1).drop_back();
  if (open == StringRef::npos || (name.ends_with("operator") && words.empty()))
    return {text.str(), std::nullopt};
  std::vector<std::string> params;
  if (!words.trim().empty())
    for (StringRef word : splitAtCommas(words))
      params.push_back(word.str());
  return {name.trim().str(), std::move(params)};
}

std::string printSignature(std::string_view name,
                           const std::optional<std::vector<std::string>> &params) {
  std::string result(name);
  if (params)
    result += "(" + llvm::join(*params, ", ") + ")";
  return result;
}

} // namespace clangsql::models
