// Readers of the facts that a model states of a function: one per key, in the form that Field
// wants.
#pragma once

#include "models/reader.h"

namespace clangsql::models {

void readText(Reader &, const Node &key, const Node &value, Function &into);
void readSql(Reader &, const Node &key, const Node &value,
             Function &into); // execute, prepare, cursor, bulk-insert
void readPrepared(Reader &, const Node &key, const Node &value, Function &into);
void readSources(Reader &, const Node &key, const Node &value, Function &into);
void readTransactions(Reader &, const Node &key, const Node &value,
                      Function &into); // begins, commits, rolls-back, ends
void readWait(Reader &, const Node &key, const Node &value, Function &into);
void readReturns(Reader &, const Node &key, const Node &value, Function &into);
void readKeeps(Reader &, const Node &key, const Node &value, Function &into);
void readAlias(Reader &, const Node &key, const Node &value, Function &into);
void readCalls(Reader &, const Node &key, const Node &value, Function &into);
void readPredicate(Reader &, const Node &key, const Node &value,
                   Function &into); // equals, differs, compares, checks, empty, finds, …
void readAccepts(Reader &, const Node &key, const Node &value, Function &into);
void readIndex(Reader &, const Node &key, const Node &value, Function &into);
void readLength(Reader &, const Node &key, const Node &value, Function &into);
void readStatus(Reader &, const Node &key, const Node &value, Function &into);
void readObject(Reader &, const Node &key, const Node &value,
                Function &into); // constructs, destroys, moves
void readPure(Reader &, const Node &key, const Node &value, Function &into);

// Parts of facts.
void readSource(Reader &, const Node &,
                SourceFact &into); // `network` or {at:, kind:, what:, from:}
void readPlaceholders(Reader &, const Node &,
                      sql::Placeholders &into); // `dollar` or [colon, question]
void readCondition(Reader &, const Node &key, const Node &value,
                   Condition &into); // given, unless: {2: 0}

/// The whole value of a function's entry: `pure`, or a mapping of the keys above.
void readFunction(Reader &, const Node &, Function &into);

} // namespace clangsql::models
