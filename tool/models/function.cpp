// All keys of a function's entry.
#include "models/facts.h"

namespace clangsql::models {

namespace {

constexpr Field<Function> functionFields[] = {
    {"execute", readSql},
    {"prepare", readSql},
    {"cursor", readSql},
    {"bulk-insert", readSql},
    {"execute-prepared", readPrepared},
    {"text", readText},
    {"source", readSources},
    {"begins", readTransactions},
    {"commits", readTransactions},
    {"rolls-back", readTransactions},
    {"ends", readTransactions},
    {"waits", readWait},
    {"returns", readReturns},
    {"keeps", readKeeps},
    {"alias", readAlias},
    {"calls", readCalls},
    {"equals", readPredicate},
    {"differs", readPredicate},
    {"compares", readPredicate},
    {"checks", readPredicate},
    {"empty", readPredicate},
    {"holds", readPredicate},
    {"finds", readPredicate},
    {"finds-other", readPredicate},
    {"finds-any", readPredicate},
    {"spans", readPredicate},
    {"spans-other", readPredicate},
    {"matches", readPredicate},
    {"searches", readPredicate},
    {"every", readPredicate},
    {"some", readPredicate},
    {"no", readPredicate},
    {"counts", readPredicate},
    {"finds-where", readPredicate},
    {"finds-where-not", readPredicate},
    {"locates", readPredicate},
    {"accepts", readAccepts},
    {"element", readIndex},
    {"length", readLength},
    {"status", readStatus},
    {"constructs", readObject},
    {"destroys", readObject},
    {"moves", readObject},
    {"pure", readPure},
};

/// Text that comes from outside is written: a TextFact says so, unless another says what is written
/// there.
void addOutsideTexts(Function &function) {
  for (const SourceFact &source : function.sources)
    if (std::ranges::find(function.text, source.at, &TextFact::to) == function.text.end())
      function.text.push_back({.to = source.at, .op = TextOp::Outside, .rest = source.rest});
}

} // namespace

void readPure(Reader &reader, const Node &, const Node &value, Function &into) {
  reader.word(value, truthWords, "truth value", into.pure);
}

void readPlaceholders(Reader &reader, const Node &node, sql::Placeholders &into) {
  into = sql::NoPlaceholder;
  oneOrMany(node, [&](const Node &item) {
    if (sql::Placeholder one = sql::NoPlaceholder;
        reader.word(item, placeholderWords, "style of placeholders", one))
      into |= one;
  });
}

void readFunction(Reader &reader, const Node &node, Function &into) {
  if (node.kind == Node::Scalar && node.text == "pure")
    into.pure = true;
  else
    readFields(reader, node, functionFields, "a function", into);
  addOutsideTexts(into);
}

} // namespace clangsql::models
