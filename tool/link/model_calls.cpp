// A call that a library model describes: each fact of the model in turn.
#include "link/analysis.h"

#include <fmt/format.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using models::Argument;

/// Whether an operation puts its arguments into a larger text.
static bool splices(models::TextOp op) {
  using models::TextOp;
  return op == TextOp::Concat || op == TextOp::Printf || op == TextOp::Braces ||
         op == TextOp::Percent || op == TextOp::Dollars || op == TextOp::Feed ||
         op == TextOp::Join || op == TextOp::Splice || op == TextOp::Replace ||
         op == TextOp::ReplaceMatches || op == TextOp::Named;
}

/// Whether what an operation makes of a text is another text.
static bool changesText(models::TextOp op) {
  using models::TextOp;
  return op == TextOp::Substring || op == TextOp::Prefix || op == TextOp::DropLast ||
         op == TextOp::Transform || op == TextOp::Cut || op == TextOp::Replace ||
         op == TextOp::ReplaceMatches || op == TextOp::Select || op == TextOp::Reject ||
         op == TextOp::Splice;
}

/// Whether an operation's arguments after the texts are places and counts.
static bool takesNumbers(models::TextOp op) {
  using models::TextOp;
  return op == TextOp::Substring || op == TextOp::Prefix || op == TextOp::DropLast ||
         op == TextOp::Splice || op == TextOp::Fill || op == TextOp::Cut;
}

TextRef FunctionAnalysis::textFact(const models::Function &model, const models::TextFact &fact,
                                   const Binding &b) {
  using models::TextOp;
  models::Arguments from = fact.from;
  if (size_t texts = fact.op == TextOp::Splice ? 2 : 1;
      takesNumbers(fact.op) && from.list.size() > texts)
    from.list.resize(texts);
  std::vector<TextRef> parts = argumentTexts(from, splices(fact.op), b);
  Texts &texts = c_.texts;
  TextRef first = parts.empty() ? texts.empty() : parts[0];
  auto made = [&](sql::HoleKind kind, sql::Escape escape) {
    Hole h;
    h.kind = kind;
    h.escape = escape;
    h.where = b.where;
    h.expression = c_.world.sourceOf(b.where);
    return texts.hole(std::move(h));
  };
  switch (fact.op) {
  case TextOp::Copy:
  case TextOp::Transform: return first;
  case TextOp::Concat: return texts.concat(std::move(parts));
  case TextOp::Printf: return texts.format(Text::Printf, std::move(parts));
  case TextOp::Braces: return texts.format(Text::Braces, std::move(parts));
  case TextOp::Percent: return texts.format(Text::Percent, std::move(parts));
  case TextOp::Feed: return texts.format(Text::Feed, std::move(parts));
  case TextOp::Dollars: return texts.format(Text::Dollars, std::move(parts));
  case TextOp::Escape: return texts.escaped(fact.escape, first, fact.dialect);
  case TextOp::Number:
    return first->constant() && !parts.empty() ? first
                                               : made(sql::HoleKind::Number, sql::Escape::None);
  case TextOp::Named: return texts.format(Text::Named, std::move(parts));
  case TextOp::Fill: return fill(first, fact, b);
  case TextOp::Constant:
  case TextOp::Safe: return made(sql::HoleKind::Text, sql::Escape::Checked);
  case TextOp::Clear: return texts.empty();
  case TextOp::Substring:
    if (!parts.empty() && fact.from.list[0].access == Argument::Itself &&
        argument(fact.from.list[0], b) == Value::ofNumber(0)) // goes on where the last call was
      return unknown(b.where, TypeClass::Text,
                     fmt::format("result of '{}'", c_.world.entities[b.callee].name()));
    return part(first, fact, b);
  case TextOp::Piece: return pieceOf(first, b);
  case TextOp::Prefix:
  case TextOp::DropLast: return part(first, fact, b);
  case TextOp::Cut: return cut(first, fact, b);
  case TextOp::Replace:
    return texts.replaceBytes(first, parts[1], parts.size() > 2 ? parts[2] : texts.empty());
  case TextOp::ReplaceMatches:
    return withReplaced(first, parts[1], parts.size() > 2 ? parts[2] : texts.empty());
  case TextOp::Select:
  case TextOp::Reject: {
    TextRef instead = parts.size() > 1 ? parts[1] : texts.empty();
    return selected(first, fact.op == TextOp::Select, instead, model, b);
  }
  case TextOp::Splice: return splice(first, parts.size() > 1 ? parts[1] : texts.empty(), fact, b);
  case TextOp::Join: {
    TextRef separator = parts.size() > 1 ? parts[1] : texts.empty();
    return texts.concat({first, texts.repeat(texts.concat({separator, first}))});
  }
  case TextOp::Choice: {
    std::vector<Alternative> alternatives;
    for (uint32_t i = 0; i < parts.size(); ++i)
      alternatives.push_back({i, parts[i]});
    return texts.choice(joinId(b.inst) ^ 0xc401ce, std::move(alternatives));
  }
  case TextOp::Given: return texts.constant(fact.given);
  case TextOp::Loaded: return loaded(fact, std::move(parts));
  case TextOp::Outside:
    return unknown(b.where, TypeClass::Text,
                   fmt::format("result of '{}'", c_.world.entities[b.callee].name()));
  }
  return first;
}

/// Objects that become elements: what their fields hold is copied. False if they are texts.
bool FunctionAnalysis::copyParts(const models::TextFact &fact, const Binding &b) {
  bool copies = fact.op == models::TextOp::Copy && fact.from.list.size() == 1 && !fact.from.rest;
  if (!copies || fact.to.access != Argument::Element)
    return false;
  PathId to = object(fact.to, b), from = object(fact.from.list[0], b);
  if (to == NoPath || from == NoPath)
    return false;
  bool elements = fact.from.list[0].access == Argument::Element;
  PathId whole = elements ? c_.paths[from].parent : from;
  std::vector<std::pair<PathId, Value>> parts;
  for (const auto &[path, value] : now_.store) {
    if (path == whole || !c_.paths.within(path, whole))
      continue;
    PathId at = path; // the object
    while (elements && c_.paths[at].parent != whole)
      at = c_.paths[at].parent;
    if (!elements)
      at = whole;
    if (at == path && value.kind != Value::Zero)
      return false;
    bool numbered = elements && c_.paths[at].step == Path::Element;
    PathId target =
        numbered ? c_.paths.child(c_.paths[to].parent, Path::Element, c_.paths[at].index) : to;
    if (at != path)
      parts.push_back({c_.paths.rebase(path, at, target), value});
  }
  for (auto &[path, value] : parts)
    assign(path, std::move(value));
  return !parts.empty();
}

/// Whether an alias of a pair's half is not meant: the call returns one of the other's class.
bool FunctionAnalysis::isOtherHalf(const models::AliasFact &fact, const Binding &b) const {
  bool key = fact.of.access == Argument::Key, half = key || fact.of.access == Argument::Value;
  const Global &callee = c_.world.entities[b.callee];
  const std::vector<Type> &params = callee.entity->params;
  auto index = static_cast<size_t>(fact.of.index);
  if (!half || fact.of.index < 0 || index >= params.size() || params[index].record == None)
    return false;
  const std::vector<Type> &halves = callee.unit->entities[params[index].record].arguments;
  auto isReturned = [&](const Type &type) {
    const Type &made = callee.entity->type;
    return type.cls == made.cls && type.record == made.record;
  };
  return halves.size() == 2 && !isReturned(halves[key ? 0 : 1]) && isReturned(halves[key ? 1 : 0]);
}

/// What an element holds before it is written to; nullptr: its container holds none yet.
TextRef FunctionAnalysis::elementHeld(PathId path) const {
  std::optional<Value> held = lookup(now_, path);
  bool none = !held || (held->kind == Value::Zero && !now_.store.contains(path));
  return none ? nullptr : content(path);
}

/// Whether a text is one of the ways of another.
static bool isWay(TextRef all, TextRef one) {
  return all == one || (all->kind == Text::Choice &&
                        std::ranges::any_of(all->alternatives, [&](const Alternative &a) {
                          return isWay(a.text, one);
                        }));
}

void FunctionAnalysis::write(const Argument &to, TextRef text, const Binding &b, Value &result) {
  if (to.index == Argument::Return && to.access == Argument::Itself) {
    if (b.target != NoPath)
      assign(b.target, Value::ofText(text));
    text = probing_ ? c_.texts.joined(text) : text;
    result = b.target != NoPath ? Value::ofAddress(b.target) : returnedText(text, b);
    return;
  }
  PathId path = object(to, b);
  if (to == Argument{Argument::Return, Argument::Pointee} && b.target == NoPath) { // a new object
    path = c_.paths.root(Path::Object, b.inst);
    result = Value::ofAddress(path);
  }
  if (path == NoPath)
    return;
  if (to.index == Argument::Return && b.target != NoPath) // a part of the result
    result = Value::ofAddress(b.target);
  bool inserted = to.access == Argument::Pointee && holdsTexts(path); // through an iterator
  if (inserted)
    path = c_.paths.child(path, Path::Element, AnyElement);
  if (c_.paths[path].step == Path::Element && c_.paths[path].index == TailElement) {
    path = c_.paths[path].parent;
    text = c_.texts.concat({content(path), text});
  } else if (!probing_ && isFront(path)) {
    path = c_.paths[path].parent;
  } else if (auto at = probing_ && c_.paths[path].step == Path::Element
                           ? position(Value::ofAddress(path))
                           : std::nullopt) {
    path = at->text; // from a place in it on
    text = c_.texts.concat(
        {c_.texts.constant(std::string(at->bytes.substr(0, static_cast<size_t>(at->index)))),
         text});
  }
  if (to.access == Argument::Pointee && c_.paths[path].step == Path::Deref)
    now_.store[c_.paths[path].parent] = Value::ofAddress(path); // the pointer was set, too
  if (to.access == Argument::Element || inserted)
    if (TextRef old = elementHeld(path))
      text =
          isWay(old, text) ? old : c_.texts.choice(joinId(b.inst) ^ 0xe1e, {{0, old}, {1, text}});
  std::string name = c_.paths[path].step == Path::Local ? objectName(path) : "";
  if (!name.empty())
    text = c_.texts.step(
        {StepInfo::Stored, b.where, fmt::format("stored in '{}'", name), "", body_.entity}, text);
  assign(path, Value::ofText(text));
}

void FunctionAnalysis::sources(const models::Function &model, const Binding &b, Value &result) {
  for (const models::SourceFact &fact : model.sources) {
    std::string kind = fact.kind, what = fact.what;
    if (const models::Variable *stream =
            fact.from ? sourceVariable(object(*fact.from, b)) : nullptr)
      kind = stream->source.kind, what = stream->source.what;
    Hole h;
    // Who can write the program's files and rows is often its own operator: outside, but not an
    // attacker for certain.
    h.grade = kind == "file" || kind == "database" ? Grade::Unproven : Grade::Tainted;
    h.source = kind;
    h.where = b.where;
    h.expression = c_.world.sourceOf(b.where);
    h.reason = what;
    if (!h.reason.size())
      h.reason = fmt::format("result of '{}'", model.name);
    write(fact.at, c_.texts.hole(std::move(h)), b, result);
  }
}

/// How many values a call sends beside its text. Unknown where a pack is not expanded, and where an
/// argument is a container: it may stand for many values.
std::optional<unsigned> FunctionAnalysis::boundValues(const models::SqlFact &fact,
                                                      const Binding &b) const {
  if (fact.count) {
    Value count = argument(*fact.count, b);
    return count.kind == Value::Number && count.number >= 0
               ? std::optional(static_cast<unsigned>(count.number))
               : std::nullopt;
  }
  if (!fact.bind || !fact.bind->list.empty() || !fact.bind->rest ||
      c_.world.entities[body_.entity].has(Pattern))
    return std::nullopt;
  const Global &callee = c_.world.entities[b.callee];
  size_t first = static_cast<size_t>(*fact.bind->rest);
  for (size_t i = first; i < callee.entity->params.size(); ++i) {
    EntityId type = c_.world.idOf(*callee.unit, callee.entity->params[i].record);
    if (const models::Class *known = c_.world.classOf(type);
        known && known->owner == models::Class::Container && !known->text)
      return std::nullopt;
  }
  return b.args.size() > first ? static_cast<unsigned>(b.args.size() - first) : 0;
}

void FunctionAnalysis::sqlFact(const models::Function &model, const Binding &b) {
  const models::SqlFact &fact = *model.sql;
  Sink made;
  made.kind = static_cast<Statement::Kind>(fact.kind);
  made.call = made.argument = b.where;
  made.in = body_.entity;
  if (Id given = argumentInst(fact.sql.index, b); given != None)
    made.argument = where(given);
  made.callee = model.name;
  made.function = functionName();
  made.library = model.library;
  made.dialect = fact.dialect == sql::Dialect::Generic ? c_.options.dialect : fact.dialect;
  made.placeholders = fact.placeholders;
  made.text = argumentText(fact.sql, b);
  if (fact.name)
    made.name = argumentText(*fact.name, b);
  if (fact.columns)
    made.columnsNamed =
        !fact.columns->list.empty()
            ? static_cast<size_t>(fact.columns->list[0].index) < b.args.size()
            : fact.columns->rest && static_cast<size_t>(*fact.columns->rest) < b.args.size();
  made.connection = fact.connection ? object(*fact.connection, b) : b.receiver;
  if (made.connection != NoPath && c_.paths[made.connection].step == Path::Deref)
    if (std::optional<Value> kept = lookup(now_, made.connection); // beside the statement's text
        kept && kept->kind == Value::Address)
      made.connection = kept->path;
  made.binds = fact.bind || fact.kind == models::SqlFact::Prepare;
  made.bound = boundValues(fact, b);
  if (fact.status)
    made.succeeds =
        Fact(comparison(c_.paths.root(Path::Object, b.inst), {true, *fact.status}), true);
  else if (fact.succeeds != models::Result::Any)
    made.succeeds = success(made, fact.succeeds == models::Result::True, b);
  remember(fact, made, b);
  sink(std::move(made));
}

Value FunctionAnalysis::callModel(const models::Function &model, const Binding &b) {
  if (c_.world.entities[b.callee].has(NoReturn)) {
    now_.reachable = false;
    return {};
  }
  if (model.changesCharacters() && isScalar(f_.insts[b.inst].cls))
    return b.args.empty() ? Value() : b.args[0];
  auto keepsApart = [](const models::TextFact &fact) { // a match, which is asked later
    return fact.to.index == Argument::Return && fact.to.access != Argument::Itself;
  };
  if (model.predicate || model.length || !model.calls.empty() ||
      std::ranges::any_of(model.text, keepsApart))
    noteTested(b);
  std::vector<std::pair<const models::TextFact *, TextRef>> writes;
  auto isSource = [&](const models::TextFact &fact) { // which says more
    return fact.op == models::TextOp::Outside && !fact.rest &&
           std::ranges::find(model.sources, fact.to, &models::SourceFact::at) !=
               model.sources.end();
  };
  auto isKnown = [&](const models::Wanted &wanted) {
    return argument(wanted.argument, b).kind == Value::Number;
  };
  for (const models::TextFact &fact : model.text) {
    if (isSource(fact) || !holds(fact.only, b) || !std::ranges::all_of(fact.only.values, isKnown))
      continue;
    TextRef text = textFact(model, fact, b);
    if (changesText(fact.op))
      text = c_.texts.step({.kind = StepInfo::Part}, text);
    if (fact.append && !holdsTexts(object(fact.to, b)))
      text = c_.texts.concat({argumentText(fact.to, b), text});
    writes.push_back({&fact, text});
  }
  Value result;
  bool constructor = b.call->flags & ConstructorCall && b.receiver != NoPath;
  if (constructor && writes.empty() && model.aliases.empty()) {
    eraseBelow(b.receiver);
    now_.store[b.receiver] = Value::zero();
    if (b.args.empty() && isOwner(b.receiver))
      exists(c_.paths.child(b.receiver, Path::Deref), false);
  }
  if (b.receiver != NoPath && (!model.text.empty() || !model.objects.empty()))
    forgetFacts(b.receiver); // it is not what it was
  if (model.waits)
    waitFact(model, b);
  transactionFacts(model, true, b);
  callables(model, b, result);
  for (const auto &[fact, text] : writes) {
    if (copyParts(*fact, b))
      continue;
    write(fact->to, text, b, result);
    auto first = static_cast<size_t>(fact->to.index);
    for (size_t i = fact->rest ? first + 1 : b.args.size(); i < b.args.size(); ++i) {
      bool piece = fact->op == models::TextOp::Piece;
      TextRef own =
          piece ? pieceOf(argumentText(fact->from.list[0], b), b, unsigned(i - first)) : text;
      write({static_cast<int>(i), fact->to.access}, own, b, result);
    }
  }
  sources(model, b, result);
  destroyFacts(model, b);
  for (const models::AliasFact &fact : model.aliases) {
    if (!holds(fact.given, b) || isOtherHalf(fact, b))
      continue;
    Value of = argument(fact.of, b);
    bool element =
        fact.of.access == Argument::Element || model.index.kind != models::IndexFact::Any;
    if (of.kind == Value::Address && element)
      of.path = indexed(of.path, model.index, b);
    if (fact.to == Argument{Argument::Return, Argument::Pointee} && b.target == NoPath) {
      PathId made = c_.paths.root(Path::Object, b.inst); // what is returned points there
      assign(made, of), result = Value::ofAddress(made);
    } else if (fact.to.index != Argument::Return || fact.to.access == Argument::Pointee)
      assign(object(fact.to, b), of);
    else if (of == Value::ofNumber(0) && isPlainPointer(fact.of.index, b))
      continue; // handed null, it makes the object itself
    else if (b.target != NoPath && of.kind == Value::Function)
      assign(b.target, of), result = Value::ofAddress(b.target);
    else if (b.target == NoPath || of.kind != Value::Address)
      result = of;
    else if (isText(b.callee))
      copyObject(of.path, b.target), moveKeys(of.path, b.target),
          result = Value::ofAddress(b.target);
    else // an iterator, a smart pointer: it points there
      assign(b.target, of), result = Value::ofAddress(b.target);
  }
  if (model.sql)
    sqlFact(model, b);
  if (model.prepared)
    runPrepared(model, b);
  objectFacts(model, b, result);
  transactionFacts(model, false, b);
  if (callSymbol_ != NoPath && result.kind == Value::Unknown)
    return Value::ofSymbol(callSymbol_);
  if (model.status)
    if (PathId of = object(*model.status, b); of != NoPath && !probing_)
      return Value::ofSymbol(of);
  if (model.length)
    return length(argumentText(*model.length, b), object(*model.length, b));
  if (std::optional<Value> truth = predicate(model, b))
    return withPlace(result, std::move(*truth), b);
  if (constructor)
    return Value::ofAddress(b.receiver);
  bool wanted = result.kind == Value::Unknown && !model.pure;
  bool pointer = f_.insts[b.inst].cls == TypeClass::Pointer ||
                 f_.insts[b.inst].cls == TypeClass::Text ||
                 f_.insts[b.inst].cls == TypeClass::Record;
  if (!wanted && !(model.pure && pointer && result.kind == Value::Unknown))
    return result;
  if (b.target != NoPath) {
    assign(b.target, Value::ofText(unknown(b.where, TypeClass::Text,
                                           fmt::format("result of '{}'", model.name))));
    return Value::ofAddress(b.target);
  }
  return pointer ? Value::ofAddress(c_.paths.root(Path::Object, b.inst)) : Value();
}

} // namespace clangsql::link
