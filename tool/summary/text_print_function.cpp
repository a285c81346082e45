#include "summary/text_print_function.h"

#include "summary/text_lexer.h"
#include "summary/text_words.h"
#include "summary/values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <llvm/ADT/STLExtras.h>

namespace clangsql::summary::text {

BodyPrinter::BodyPrinter(const PartPrinter &parts, const Function &function,
                         const std::vector<Type> &params)
    : parts(parts), unit(parts.unit), function(function), params(params),
      labels(function.places.size()), used(function.insts.size()),
      destroyed(function.destructors.size()) {
  findUsed();
  findHeadParams();
  nameLocals();
}

/// Not by what stands in a place that nothing names.
void BodyPrinter::findUsed() {
  auto use = [&](Id id) {
    if (id != None)
      used[id] = true;
  };
  for (const Inst &inst : function.insts)
    forEachOperand(inst, use);
  for (const Block &block : function.blocks)
    forEachBranchValue(block, use);
  forEachPlace(function, [&](Id place) {
    if (place != None)
      forEachPlaceValue(function.places[place], use);
  });
}

void BodyPrinter::findHeadParams() {
  headParams.assign(params.size(), None);
  for (Id id = 0; id < function.places.size(); ++id) {
    const Place &p = function.places[id];
    if (p.kind == Place::Param && p.index < params.size() && p.type == params[p.index] &&
        headParams[p.index] == None)
      headParams[p.index] = id;
  }
}

/// In the order in which the text declares them: the first of a name needs no tag.
void BodyPrinter::nameLocals() {
  Labels unique;
  for (Id id : headParams)
    if (id != None)
      nameLocal(id, unique);
  for (Id id = 0; id < function.places.size(); ++id)
    if (function.places[id].kind <= Place::Param && labels[id].empty())
      nameLocal(id, unique);
}

void BodyPrinter::nameLocal(Id id, Labels &unique) {
  const Place &p = function.places[id];
  if (p.name != None) {
    labels[id] = unique.unique(sigilName('$', unit.strings[p.name]));
  } else if (p.kind == Place::Local) {
    labels[id] = unique.unique(fmt::format("${}", p.index));
  } else {
    std::string tag = std::to_string(p.index);
    while (llvm::is_contained(labels, "${" + tag + "}"))
      tag += '_';
    labels[id] = "${" + tag + "}";
  }
}

std::string BodyPrinter::headParam(size_t index) {
  Id id = headParams[index];
  std::string type = parts.type(params[index]);
  return id == None ? type : labels[id] + ": " + type + at(function.places[id]);
}

std::string BodyPrinter::at(const Place &declared) const {
  return parts.at(declared.where, impliedNameLength(unit, declared.name));
}

std::string BodyPrinter::body() {
  printDeclarations();
  for (Id scope = 0; scope < function.scopes.size(); ++scope)
    printScope(scope);
  printLeftOverDestroys();
  printBlocks();
  return std::move(out);
}

std::string BodyPrinter::value(Id id) const { return id == None ? "none" : fmt::format("%{}", id); }

std::string BodyPrinter::values(const std::vector<Id> &ids) const {
  std::vector<std::string> printed;
  for (Id id : ids)
    printed.push_back(value(id));
  return fmt::format("({})", fmt::join(printed, ", "));
}

std::string BodyPrinter::place(Id id) const {
  if (id == None)
    return "none";
  const Place &p = function.places[id];
  if (p.kind == Place::Local || p.kind == Place::Param)
    return labels[id];
  std::string path = placePath(p);
  if (p.type == impliedType(unit, function, p, current))
    return path;
  return fmt::format("({}: {})", path, parts.type(p.type));
}

std::string BodyPrinter::placePath(const Place &p) const {
  switch (p.kind) {
  case Place::Local:
  case Place::Param: return {};
  case Place::This: return "$this";
  case Place::Return: return "$return";
  case Place::Global: return parts.entity(p.index);
  case Place::Deref: return "*" + value(p.base);
  case Place::Field:
  case Place::Element: return part(p);
  }
  return {};
}

/// A field or element: its base, then its own name.
std::string BodyPrinter::part(const Place &p) const {
  std::string base = place(p.base);
  if (p.kind == Place::Field && llvm::StringRef(base).starts_with("*%"))
    return base.substr(1) + "->" + field(p);
  if (base[0] == '*')
    base = "(" + base + ")";
  if (p.kind == Place::Field)
    return base + "." + field(p);
  return fmt::format("{}[{}]", base, p.index == None ? "" : value(p.index));
}

std::string BodyPrinter::field(const Place &p) const {
  if (p.index == None)
    return "?";
  std::string label = parts.entity(p.index);
  Id name = unit.entities[p.index].name;
  llvm::StringRef last = name == None ? "" : lastName(unit.strings[name]);
  Type object = p.base == None ? Type{} : function.places[p.base].type;
  bool isImplied = !last.empty() && identifierLength(last) == last.size() &&
                   label == sigilName('@', impliedFieldName(unit, object, last));
  return isImplied ? last.str() : label;
}

std::string BodyPrinter::label(Id block) const {
  if (block == None)
    return "none";
  if (block == function.exit)
    return "exit";
  return block == 0 ? "entry" : fmt::format("b{}", block);
}

void BodyPrinter::printDeclarations() {
  if (function.incomplete != None)
    line("incomplete " + parts.string(function.incomplete));
  if (function.blocks.empty())
    line("no blocks");
  if (function.exit == None)
    line("no exit");
  Id locals = 0;
  for (Id id = 0; id < function.places.size(); ++id) {
    const Place &p = function.places[id];
    std::string declared = labels[id] + ": " + parts.type(p.type) + at(p);
    bool isLocal = p.kind == Place::Local;
    if (isLocal && (p.name == None || p.index == locals))
      line("local " + declared);
    else if (isLocal)
      line(fmt::format("local {} {}", p.index, declared));
    else if (p.kind == Place::Param && !llvm::is_contained(headParams, id))
      line(fmt::format("param {} {}", p.index, declared));
    locals += isLocal;
  }
}

/// " by @destructor", the first time that the place's entry is asked for.
std::string BodyPrinter::destroyer(const std::string &object) {
  for (size_t i = 0; i < function.destructors.size(); ++i)
    if (!destroyed[i] && place(function.destructors[i].place) == object) {
      destroyed[i] = true;
      return " by " + parts.entity(function.destructors[i].destructor);
    }
  return {};
}

void BodyPrinter::printScope(Id id) {
  const Scope &scope = function.scopes[id];
  std::string text = fmt::format("scope {}", id);
  if (scope.parent != (id == 0 ? None : 0))
    text += scope.parent == None ? " in none" : fmt::format(" in {}", scope.parent);
  const char *separator = " holds ";
  for (Id object : scope.objects)
    text += std::exchange(separator, ", ") + place(object) + destroyer(place(object));
  separator = " catch ";
  for (const Handler &handler : scope.handlers) {
    std::string caught = handler.all            ? "all"
                         : handler.type == None ? "other"
                                                : parts.entity(handler.type);
    text += std::exchange(separator, ", ") + caught + " to " + label(handler.block);
  }
  if (id > 0 || text != "scope 0")
    line(text);
}

void BodyPrinter::printLeftOverDestroys() {
  for (size_t i = 0; i < function.destructors.size(); ++i)
    if (!destroyed[i])
      line("destroy " + place(function.destructors[i].place) + " by " +
           parts.entity(function.destructors[i].destructor));
}

/// The parser adds the exit block at the end if it is not written.
bool BodyPrinter::isImpliedExit(Id id) const {
  const Block &block = function.blocks[id];
  return id > 0 && id == function.exit && id + 1 == function.blocks.size() && block.count == 0 &&
         block.next.empty() && block.condition == None;
}

void BodyPrinter::printBlocks() {
  Id next = 0;
  for (Id id = 0; id < function.blocks.size(); ++id) {
    const Block &block = function.blocks[id];
    next = block.first + block.count;
    if (isImpliedExit(id))
      continue;
    out += label(id) + ":\n";
    printInsts(block.first, block.count);
    printBranch(block);
  }
  if (next == function.insts.size())
    return;
  out += "outside:\n";
  printInsts(next, function.insts.size() - next);
}

void BodyPrinter::printInsts(Id first, Id count) {
  Id scope = 0;
  for (current = first; current < first + count; ++current) {
    const Inst &inst = function.insts[current];
    if (inst.scope != scope)
      line(inst.scope == None ? "in scope none" : fmt::format("in scope {}", inst.scope));
    scope = inst.scope;
    std::string text = used[current] ? fmt::format("%{} = ", current) : "";
    text += std::visit([&](const auto &op) { return print(op); }, inst.op);
    if (inst.cls != impliedClass(unit, function, inst.op, current))
      text += fmt::format(" as {}", wordFor(TypeClasses, inst.cls));
    line(text + parts.at(inst.where, impliedLength(unit, inst.op)));
  }
}

static bool isIf(const Block &block) {
  return block.condition != None && block.next.size() == 2 && block.next[0].when == When::True &&
         block.next[1].when == When::False && block.next[0].value == None &&
         block.next[1].value == None;
}

void BodyPrinter::printBranch(const Block &block) {
  if (block.condition == None && block.next.empty())
    return label(&block - function.blocks.data()) == "exit" ? void() : line("stop");
  if (block.condition == None && block.next.size() == 1 && block.next[0].when == When::Always &&
      block.next[0].value == None) {
    std::string to = label(block.next[0].to);
    return line(to == "exit" ? "return" : "goto " + to);
  }
  if (isIf(block))
    return line(fmt::format("if {} then {} else {}", value(block.condition),
                            label(block.next[0].to), label(block.next[1].to)));
  std::string text = "switch " + value(block.condition);
  for (const Edge &edge : block.next) {
    text += fmt::format(" {} ", wordFor(Whens, edge.when));
    if (edge.when == When::Case || edge.value != None)
      text += value(edge.value) + " ";
    text += label(edge.to);
  }
  line(text);
}

} // namespace clangsql::summary::text
