// What a call does to the program around it: what it reads, waits for, calls, keeps and hands back.
#include "models/facts.h"

namespace clangsql::models {

namespace {

constexpr Field<SourceFact> sourceFields[] = {
    {"at",
     [](Reader &r, const Node &, const Node &v, SourceFact &f) { r.argument(v, f.at, f.rest); }},
    {"kind", [](Reader &r, const Node &, const Node &v,
                SourceFact &f) { r.word(v, sourceKinds, "kind of source", f.kind); }},
    {"what", [](Reader &r, const Node &, const Node &v,
                SourceFact &f) { r.text(v, "some words", f.what); }},
    {"from", [](Reader &r, const Node &, const Node &v, SourceFact &f) { r.argument(v, f.from); }},
};

constexpr Field<WaitFact> waitFields[] = {
    {"for", [](Reader &r, const Node &, const Node &v,
               WaitFact &f) { r.word(v, waitCategories, "category of waits", f.category); }},
    {"what",
     [](Reader &r, const Node &, const Node &v, WaitFact &f) { r.text(v, "some words", f.what); }},
    {"awaited", [](Reader &r, const Node &, const Node &v,
                   WaitFact &f) { r.word(v, truthWords, "truth value", f.awaited); }},
    {"from", [](Reader &r, const Node &, const Node &v, WaitFact &f) { r.argument(v, f.from); }},
    {"given",
     [](Reader &r, const Node &k, const Node &v, WaitFact &f) { readCondition(r, k, v, f.given); }},
    {"unless",
     [](Reader &r, const Node &k, const Node &v, WaitFact &f) { readCondition(r, k, v, f.given); }},
};

constexpr Field<CallableFact> callFields[] = {
    {"function",
     [](Reader &r, const Node &, const Node &v, CallableFact &f) { r.argument(v, f.function); }},
    {"when", [](Reader &r, const Node &, const Node &v,
                CallableFact &f) { r.word(v, timeWords, "time", f.when); }},
    {"with",
     [](Reader &r, const Node &, const Node &v, CallableFact &f) { r.arguments(v, f.with); }},
    {"result",
     [](Reader &r, const Node &, const Node &v, CallableFact &f) { r.argument(v, f.result); }},
};

constexpr Field<ObjectFact> objectFields[] = {
    {"object",
     [](Reader &r, const Node &, const Node &v, ObjectFact &f) { r.argument(v, f.object); }},
    {"to", [](Reader &r, const Node &, const Node &v, ObjectFact &f) { r.argument(v, f.object); }},
    {"from", [](Reader &r, const Node &, const Node &v, ObjectFact &f) { r.argument(v, f.from); }},
    {"with", [](Reader &r, const Node &, const Node &v, ObjectFact &f) { r.arguments(v, f.with); }},
};

} // namespace

void readSource(Reader &reader, const Node &node, SourceFact &into) {
  if (node.kind == Node::Scalar)
    return reader.word(node, sourceKinds, "kind of source", into.kind);
  readFields(reader, node, sourceFields, "a source", into);
  if (node.kind == Node::Mapping && into.kind.empty())
    reader.problem(node, "a source of no known kind", "kind: one of " + anyOf(sourceKinds));
}

void readSources(Reader &reader, const Node &, const Node &value, Function &into) {
  oneOrMany(value,
            [&](const Node &item) { readSource(reader, item, into.sources.emplace_back()); });
}

void readWait(Reader &reader, const Node &, const Node &value, Function &into) {
  WaitFact fact;
  if (value.kind == Node::Scalar)
    reader.word(value, waitCategories, "category of waits", fact.category);
  else {
    readFields(reader, value, waitFields, "a wait", fact);
    if (value.kind == Node::Mapping && fact.category.empty())
      reader.problem(value, "a wait of no known category", "for: one of " + anyOf(waitCategories));
  }
  into.waits = std::move(fact);
}

void readCondition(Reader &reader, const Node &key, const Node &value, Condition &into) {
  if (!into.values.empty())
    return reader.problem(key, fmt::format("a second condition '{}'", key.text),
                          "one 'given' or 'unless'");
  if (value.kind != Node::Mapping || value.entries.empty())
    return reader.problem(value, fmt::format("a condition cannot be {}", describe(value)),
                          "one argument and its value, as {2: 0}");
  into.equal = key.text != "unless";
  for (const auto &[name, number] : value.entries) {
    auto &[argument, wanted, bits] = into.values.emplace_back();
    reader.argument(name, argument);
    Node value = number;
    bits = value.kind == Node::Scalar && llvm::StringRef(value.text).starts_with("has ");
    if (bits)
      value.text = value.text.substr(4);
    reader.integer(value, wanted);
  }
}

void readReturns(Reader &reader, const Node &, const Node &value, Function &into) {
  oneOrMany(value, [&](const Node &item) {
    if (Argument of; reader.argument(item, of))
      into.aliases.push_back({{Argument::Return}, of});
  });
}

void readKeeps(Reader &reader, const Node &, const Node &value, Function &into) {
  oneOrMany(value, [&](const Node &item) {
    if (Argument of; reader.argument(item, of))
      into.aliases.push_back({{Argument::This}, of});
  });
}

void readAlias(Reader &reader, const Node &, const Node &value, Function &into) {
  if (value.kind != Node::Mapping)
    return reader.problem(value, fmt::format("an alias cannot be {}", describe(value)),
                          "a mapping as {1: \"*2\"}");
  Condition given;
  auto isCondition = [](const Node &key) { return key.text == "given" || key.text == "unless"; };
  for (const auto &[key, item] : value.entries)
    if (isCondition(key))
      readCondition(reader, key, item, given);
  for (const auto &[to, of] : value.entries)
    if (AliasFact fact{.given = given};
        !isCondition(to) && reader.argument(to, fact.to) && reader.argument(of, fact.of))
      into.aliases.push_back(fact);
}

void readCalls(Reader &reader, const Node &, const Node &value, Function &into) {
  oneOrMany(value, [&](const Node &item) {
    CallableFact fact;
    if (item.kind != Node::Mapping)
      reader.argument(item, fact.function);
    else
      readFields(reader, item, callFields, "a call", fact);
    into.calls.push_back(std::move(fact));
  });
}

void readPredicate(Reader &reader, const Node &key, const Node &value, Function &into) {
  if (into.predicate)
    return reader.problem(
        key,
        fmt::format("'{}' beside '{}'", key.text, wordOf(predicateWords, into.predicate->kind)),
        "one meaning of the result");
  PredicateFact fact{.kind = *valueOf(predicateWords, key.text)};
  Arguments of;
  reader.arguments(value, of);
  fact.of = std::move(of.list);
  bool one = fact.kind == PredicateFact::Checks || fact.kind == PredicateFact::Empty ||
             fact.kind == PredicateFact::Holds || fact.kind == PredicateFact::Every ||
             fact.kind == PredicateFact::Some || fact.kind == PredicateFact::No ||
             fact.kind == PredicateFact::Counts || fact.kind == PredicateFact::FindsWhere ||
             fact.kind == PredicateFact::FindsWhereNot;
  bool from = fact.kind == PredicateFact::Locates || fact.kind == PredicateFact::FindsOther ||
              fact.kind == PredicateFact::FindsAny;
  size_t wanted = one ? 1 : 2, given = value.kind == Node::Sequence ? value.items.size() : 1;
  if (given != wanted && !(from && given == 3))
    reader.problem(value, fmt::format("'{}' of {}", key.text, given),
                   one    ? "1 value"
                   : from ? "2 values, as [1, 2], or 3 with the place to look from"
                          : "2 values, as [1, 2]");
  into.predicate = std::move(fact);
}

void readAccepts(Reader &reader, const Node &, const Node &value, Function &into) {
  if (value.kind != Node::Mapping || value.entries.size() != 1)
    return reader.problem(value, fmt::format("'accepts' cannot be {}", describe(value)),
                          "an argument and its characters, as {1: \"0-9a-f\"}");
  PredicateFact fact{.kind = PredicateFact::Accepts, .of = {Argument{}}};
  reader.argument(value.entries[0].key, fact.of[0]);
  reader.text(value.entries[0].value, "characters and ranges of them", fact.characters);
  into.predicate = std::move(fact);
}

void readIndex(Reader &reader, const Node &, const Node &value, Function &into) {
  if (value.kind == Node::Scalar && valueOf(indexWords, value.text)) {
    into.index.kind = *valueOf(indexWords, value.text);
    return;
  }
  if (Argument argument; reader.argument(value, argument))
    into.index = {IndexFact::At, argument.index};
}

void readLength(Reader &reader, const Node &, const Node &value, Function &into) {
  reader.argument(value, into.length);
}

void readStatus(Reader &reader, const Node &, const Node &value, Function &into) {
  reader.argument(value, into.status);
}

void readObject(Reader &reader, const Node &key, const Node &value, Function &into) {
  auto kind = key.text == "constructs" ? ObjectFact::Construct
              : key.text == "moves"    ? ObjectFact::Move
                                       : ObjectFact::Destroy;
  oneOrMany(value, [&](const Node &item) {
    ObjectFact fact{.kind = kind};
    if (item.kind != Node::Mapping)
      reader.argument(item, fact.object);
    else
      readFields(reader, item, objectFields, fmt::format("'{}'", key.text), fact);
    if (kind == ObjectFact::Move && !fact.from)
      reader.problem(item, "'moves' does not say from where", "{to: this, from: 1}");
    into.objects.push_back(std::move(fact));
  });
}

} // namespace clangsql::models
