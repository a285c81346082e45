// Parses the small parts of a Unit (names, types, locations) and keeps what all parsers of a text
// share.
#pragma once

#include "summary/build.h"
#include "summary/text_implied.h"
#include "summary/text_tokens.h"

namespace clangsql::summary::text {

class PartParser {
public:
  PartParser(llvm::StringRef text, llvm::StringRef name) : tokens(text, name) {}

  Tokens tokens;
  UnitBuilder builder;
  LineTable lines;
  Id file = 0; // where a location that names no file is

  Unit &unit() { return builder.unit; }

  /// The entity of that name and tag, made if there is none.
  Id entityNamed(const Token &name, EntityKind mentioned);
  Id entityNamed(const std::string &name, EntityKind mentioned);
  /// None if there is none.
  Id find(const Token &name) const;
  /// A new entity of which all is implied but its parent.
  Id add(const Token &name, EntityKind kind);
  /// The class that the entity's name implies, or None.
  Id impliedParent(const Entity &entity);

  /// A name, or "none".
  Id entity(EntityKind mentioned);
  std::vector<Id> entityList(EntityKind mentioned);
  Type type();

  /// "line:column" with what may stand before and after it, or "none".
  Id location(uint32_t impliedLength = 1);
  /// After "at".
  Span span(uint32_t impliedLength = 1);
  Span acceptAt(uint32_t impliedLength = 1) {
    return tokens.accept("at") ? span(impliedLength) : Span();
  }
  /// "file2:" or "none:", else the current file.
  Id filePrefix();
  /// Sets `file` to the one that the entity is in.
  void enter(Id entity);

private:
  bool isEntityNext() const { return tokens.sees(Token::Entity); }

  std::map<std::pair<std::string, std::string>, Id> entities; // by name and tag
};

} // namespace clangsql::summary::text
