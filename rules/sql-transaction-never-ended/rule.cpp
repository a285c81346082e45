// sql-transaction-never-ended: a transaction that some path through a function leaves open behind.

#include "lint/rule.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

#include <set>
#include <tuple>

namespace clangsql::rules {

namespace {

using link::Transaction;
using lint::quoted;

/// An object ends its transaction itself; one that nothing here ends is begun for somebody else.
bool isForgotten(const Transaction &transaction) {
  bool byHand = transaction.kind == Transaction::Text || transaction.kind == Transaction::CallPair;
  return byHand && transaction.forgotten;
}

lint::Finding findingFor(const Transaction &transaction) {
  lint::Finding finding{.rule = "sql-transaction-never-ended", .where = transaction.begin};
  std::string on =
      transaction.object.empty() ? "" : fmt::format(" on {}", quoted(transaction.object));
  std::string_view function = lint::unqualified(transaction.function);
  finding.message = fmt::format(
      "the transaction begun here{} is left open on a path through {}: the next user of "
      "the connection goes on in it",
      on, quoted(function));
  for (const link::Where &end : transaction.ends)
    finding.notes.push_back({end, "ended here"});
  for (const link::Where &leave : transaction.leaves)
    finding.notes.push_back({leave, "an exception leaves it open here"});
  finding.notes.push_back({transaction.begin,
                           "roll back on every way out, or begin it by an object whose "
                           "destructor does"});
  return finding;
}

void check(const link::Program &program, const lint::Options &,
           std::vector<lint::Finding> &findings) {
  std::set<std::tuple<summary::Id, uint32_t, uint32_t>> seen;
  for (const Transaction &transaction : program.transactions) {
    const link::Where &at = transaction.begin;
    if (isForgotten(transaction) &&
        seen.emplace(at.at.file, at.at.offset, at.spelling.offset).second)
      findings.push_back(findingFor(transaction));
  }
}

} // namespace

extern const lint::Rule sql_transaction_never_ended;
const lint::Rule sql_transaction_never_ended{
    .name = "sql-transaction-never-ended",
    .summary =
        "A transaction begun by text or by a call is left open on a path that ends the function",
    .severity = lint::Severity::Warning,
    .tags = "reliability",
    .check = check,
};

} // namespace clangsql::rules
