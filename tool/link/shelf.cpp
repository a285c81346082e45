// Texts that a program loads by their names, from files that its project has named.
#include "link/analysis.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::link {

TextRef Texts::loaded(uint64_t shelf, const std::vector<TextRef> &parts) {
  TextRef name = strip(parts[0]), otherwise = parts.size() > 1 ? parts[1] : nullptr;
  if (name->kind != Text::Choice)
    return onShelf(shelf, name, otherwise);
  std::vector<Alternative> alternatives;
  for (const Alternative &a : name->alternatives) {
    TextRef made = onShelf(shelf, strip(a.text), otherwise);
    if (!made)
      return nullptr;
    alternatives.push_back({a.index, made});
  }
  return choice(name->join, std::move(alternatives));
}

/// The end of a name in which only directories are not constant; empty: there is none.
static std::string knownEnd(TextRef name) {
  if (name->kind == Text::Literal)
    return name->literal.bytes;
  TextRef last = name->kind == Text::Concat ? strip(name->children.back()) : name;
  llvm::StringRef end = last->kind == Text::Literal ? llvm::StringRef(last->literal.bytes) : "";
  return end.drop_front(std::min(end.find_first_of("/:"), end.size())).str();
}

/// nullptr: the name is not known yet.
TextRef Texts::onShelf(uint64_t shelf, TextRef name, TextRef otherwise) {
  std::string end = knownEnd(joined(name));
  if (end.empty() && (name->hasIn || name->kind == Text::Format))
    return nullptr;
  if (TextRef found = end.empty() ? nullptr : shelves_.at(shelf)(end))
    return found;
  if (otherwise && !end.empty())
    return otherwise;
  link::Hole unknown;
  unknown.kind = sql::HoleKind::Text;
  unknown.escape = sql::Escape::Checked; // the project's own text, if not known which
  unknown.reason = end.empty() ? "a text by a name that is not known" : "no text is named " + end;
  return hole(std::move(unknown));
}

TextRef FunctionAnalysis::loaded(const models::TextFact &fact, std::vector<TextRef> parts) {
  uint64_t shelf = fact.loaded.empty() ? 0 : fact.loaded.front() + 1;
  c_.texts.setShelf(
      shelf, [&fact, world = &c_.world, texts = &c_.texts](const std::string &name) -> TextRef {
        std::vector<Alternative> alternatives;
        for (uint32_t index : world->library.loadedAs(fact, name))
          alternatives.push_back(
              {index, texts->literal(world->literalOf(world->library.loaded()[index]))});
        if (alternatives.empty())
          return nullptr;
        return texts->choice(alternatives.front().index ^ 0x10aded, std::move(alternatives));
      });
  return c_.texts.format(Text::Loaded, std::move(parts), shelf);
}

} // namespace clangsql::link
