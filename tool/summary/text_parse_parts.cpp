#include "summary/text_parse_parts.h"

#include "summary/text_words.h"

namespace clangsql::summary::text {

Id PartParser::find(const Token &name) const {
  auto known = entities.find({name.text, name.tag});
  return known == entities.end() ? None : known->second;
}

Id PartParser::add(const Token &name, EntityKind kind) {
  Entity made;
  made.kind = kind;
  made.name = builder.string(name.text);
  made.key = name.tag.empty() ? made.name : builder.string(name.text + "{" + name.tag + "}");
  made.models = {made.name};
  Id id = unit().entities.size();
  unit().entities.push_back(made);
  entities.try_emplace({name.text, name.tag}, id);
  return id;
}

Id PartParser::impliedParent(const Entity &entity) {
  std::string name =
      impliesParent(entity.kind) ? enclosingName(unit().strings[entity.name]).str() : "";
  return name.empty() ? None : entityNamed(name, EntityKind::Class);
}

Id PartParser::entityNamed(const Token &name, EntityKind mentioned) {
  if (Id known = find(name); known != None)
    return known;
  Id id = add(name, impliedKind(name.text, mentioned));
  Id parent = impliedParent(Entity(unit().entities[id]));
  unit().entities[id].parent = parent;
  return id;
}

Id PartParser::entityNamed(const std::string &name, EntityKind mentioned) {
  Token token;
  token.text = name;
  return entityNamed(token, mentioned);
}

Id PartParser::entity(EntityKind mentioned) {
  if (tokens.accept("none"))
    return None;
  Token name = tokens.expect(Token::Entity, "an entity ('@name')");
  return tokens.failed() ? None : entityNamed(name, mentioned);
}

std::vector<Id> PartParser::entityList(EntityKind mentioned) {
  std::vector<Id> list;
  do
    list.push_back(entity(mentioned));
  while (tokens.accept(","));
  return list;
}

Type PartParser::type() {
  Type type;
  type.constant = tokens.accept("const");
  std::optional<TypeClass> cls = valueOf(TypeClasses, tokens.peek().spelled);
  if (cls)
    type.cls = *cls, tokens.next();
  else if (!isEntityNext())
    return tokens.failExpecting("a type"), type;
  if (isEntityNext())
    type.record = entity(EntityKind::Class);
  type.constant |= tokens.accept("const");
  type.pointer = tokens.accept("*");
  type.reference = tokens.accept("&");
  if (!cls)
    type.cls = type.pointer ? TypeClass::Pointer : TypeClass::Record;
  return type;
}

Id PartParser::filePrefix() {
  if (!tokens.sees(Token::Word) || !tokens.sees(":", 1)) {
    if (file == 0 && unit().files.empty())
      builder.file(unit().mainFile);
    return file;
  }
  Token prefix = tokens.next();
  tokens.expect(":");
  if (prefix.spelled == "none")
    return None;
  Id id = None;
  llvm::StringRef digits = prefix.spelled;
  if (!digits.consume_front("file") || digits.getAsInteger(10, id) || id >= unit().files.size())
    tokens.fail(prefix, "unknown file '" + prefix.spelled.str() + "'");
  return id;
}

Id PartParser::location(uint32_t impliedLength) {
  if (tokens.sees("none") && !tokens.sees(":", 1))
    return tokens.next(), None;
  Id in = filePrefix();
  uint32_t line = tokens.unsignedNumber("a location ('line:column')");
  tokens.expect(":");
  Location location = lines.at(in, line, tokens.unsignedNumber("a column"), impliedLength);
  if (tokens.accept("+"))
    location.length = tokens.unsignedNumber("a length");
  if (tokens.accept("!"))
    location.offset = tokens.unsignedNumber("an offset");
  if (tokens.accept("/"))
    location.column16 = tokens.unsignedNumber("a column");
  return tokens.failed() ? None : builder.location(location);
}

Span PartParser::span(uint32_t impliedLength) {
  Span span;
  span.expansion = span.spelling = location(impliedLength);
  if (tokens.accept("from"))
    span.spelling = location(impliedLength);
  return span;
}

void PartParser::enter(Id entity) {
  Id where = entity == None ? None : unit().entities[entity].where.expansion;
  file = where == None ? 0 : unit().locations[where].file;
}

} // namespace clangsql::summary::text
