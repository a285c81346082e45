#include "summary/text_print_parts.h"

#include "summary/text_escape.h"
#include "summary/text_lexer.h"
#include "summary/text_words.h"
#include "summary/values.h"

#include <fmt/format.h>

namespace clangsql::summary::text {

std::string Labels::unique(const std::string &label) {
  unsigned count = ++used[label];
  return count == 1 ? label : fmt::format("{}{{{}}}", label, count);
}

std::string sigilName(char sigil, llvm::StringRef name) {
  size_t bare = sigil == '@' ? bareNameLength(name) : identifierLength(name);
  bool reserved = sigil == '$' ? name == "this" || name == "return" : lastName(name) == "operator";
  return sigil + (bare == name.size() && bare > 0 && !reserved ? name.str() : quoted(name));
}

/// Where lines start, as far as the locations tell that something refers to.
static std::map<std::pair<Id, uint32_t>, uint32_t> lineStarts(const Unit &unit) {
  std::map<std::pair<Id, uint32_t>, uint32_t> starts;
  forEachLocation(unit, [&](Id id) {
    const Location &location = unit.locations[id];
    if (location.column == 0 || location.offset + 1 < location.column)
      return;
    uint32_t start = location.offset + 1 - location.column;
    auto [at, isNew] = starts.try_emplace({location.file, location.line}, start);
    at->second = std::min(at->second, start);
  });
  return starts;
}

static LineTable lineTable(const Unit &unit) {
  auto starts = lineStarts(unit);
  LineTable lines;
  for (const Line &line : unit.lines) {
    auto start = starts.find({line.file, line.number});
    lines.add(line.file, line.number,
              start == starts.end() ? impliedLineStart(line.number) : start->second,
              line.text == None ? nullptr : &unit.strings[line.text]);
  }
  return lines;
}

PartPrinter::PartPrinter(const Unit &unit) : unit(unit), lines(lineTable(unit)) {
  Labels unique;
  for (const Entity &entity : unit.entities)
    labels.push_back(
        unique.unique(sigilName('@', entity.name == None ? "" : unit.strings[entity.name])));
}

std::string PartPrinter::string(Id id) const { return quoted(id == None ? "" : unit.strings[id]); }

std::string PartPrinter::entity(Id id) const { return id == None ? "none" : labels[id]; }

std::string PartPrinter::type(const Type &type) const {
  bool isObject = type.cls == TypeClass::Record && !type.pointer;
  bool isObjectPointer = type.cls == TypeClass::Pointer && type.pointer;
  std::string out;
  if (type.record == None || !(isObject || isObjectPointer))
    out = wordFor(TypeClasses, type.cls);
  if (type.record != None)
    out += (out.empty() ? "" : " ") + entity(type.record);
  bool endsInSymbol = llvm::StringRef("+-*/%^&|~!=<>").contains(out.back()); // an operator's name
  std::string marks = std::string(type.pointer ? "*" : "") + (type.reference ? "&" : "");
  if (type.constant)
    out += " const";
  else if (endsInSymbol && !marks.empty())
    out += " ";
  return out + marks;
}

std::string PartPrinter::filePrefix(Id id) const {
  if (id == file)
    return {};
  return id == None ? "none:" : fmt::format("file{}:", id);
}

std::string PartPrinter::location(Id id, uint32_t impliedLength) const {
  if (id == None)
    return "none";
  const Location &l = unit.locations[id];
  Location implied = lines.at(l.file, l.line, l.column, impliedLength);
  std::string out = fmt::format("{}{}:{}", filePrefix(l.file), l.line, l.column);
  if (l.length != implied.length)
    out += fmt::format("+{}", l.length);
  if (l.offset != implied.offset)
    out += fmt::format("!{}", l.offset);
  if (l.column16 != implied.column16)
    out += fmt::format("/{}", l.column16);
  return out;
}

std::string PartPrinter::at(Span span, uint32_t impliedLength) const {
  if (span.spelling == None && span.expansion == None)
    return {};
  std::string out = " at " + location(span.expansion, impliedLength);
  if (!sameLocation(unit, span.spelling, span.expansion))
    out += " from " + location(span.spelling, impliedLength);
  return out;
}

void PartPrinter::enter(Id entity) {
  Id where = entity == None ? None : unit.entities[entity].where.expansion;
  file = where == None ? 0 : unit.locations[where].file;
}

std::string PartPrinter::lineStart(const Line &line) const {
  uint32_t start = lines.start(line.file, line.number);
  return start == impliedLineStart(line.number) ? "" : fmt::format(" from {}", start);
}

} // namespace clangsql::summary::text
