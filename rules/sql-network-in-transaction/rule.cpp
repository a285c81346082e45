// sql-network-in-transaction: the program waits on the world outside while a transaction is open.

#include "lint/rule.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

#include <set>
#include <tuple>

namespace clangsql::rules {

namespace {

using link::Transaction, link::Wait;
using lint::quoted;

constexpr lint::Option options[] = {
    {"Categories", lint::Option::Words, "network,dns,sleep,subprocess,console,future",
     "Which waits are reported.", "network,dns,sleep,subprocess,console,future,lock,database"},
};

std::string_view waitingOn(std::string_view category) {
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"network", "waits on the network"},
      {"dns", "waits for name resolution"},
      {"sleep", "sleeps"},
      {"subprocess", "waits for another process"},
      {"console", "waits for input"},
      {"future", "waits for another thread"},
      {"lock", "waits for a lock"},
      {"database", "waits for another database"}};
  auto it = llvm::find_if(words, [&](const auto &word) { return word.first == category; });
  return it != std::end(words) ? it->second : "waits on the outside";
}

std::string nameOf(const Transaction &transaction) {
  if (transaction.object.empty())
    return "a transaction";
  bool isObject =
      transaction.kind == Transaction::ScopeObject || transaction.kind == Transaction::Received;
  return (isObject ? "the transaction " : "a transaction on ") + quoted(transaction.object);
}

std::string beginNote(const Transaction &transaction) {
  switch (transaction.kind) {
  case Transaction::Received:
    return fmt::format("{} is an open transaction when the function is entered",
                       quoted(transaction.object));
  case Transaction::ScopeObject:
    return fmt::format("transaction begun here: it lasts as long as this {}",
                       quoted(transaction.type));
  case Transaction::Text:
    return fmt::format("transaction begun here by {}", quoted(transaction.type));
  case Transaction::CallPair: break;
  }
  return "transaction begun here";
}

lint::Flow flowOf(const Transaction &transaction, const Wait &wait,
                  const std::vector<lint::Note> &notes) {
  lint::Flow flow{fmt::format("from the begin of {} to the wait and the end", nameOf(transaction)),
                  {}};
  flow.hops.push_back({transaction.begin, beginNote(transaction)});
  flow.hops.push_back({wait.call, fmt::format("calls {}", quoted(lint::unqualified(wait.callee)))});
  llvm::append_range(flow.hops, wait.path);
  for (const lint::Note &note : notes)
    flow.hops.push_back({note.where, note.message});
  return flow;
}

/// Where the transaction ends after the wait.
std::vector<lint::Note> endNotes(const Transaction &transaction, const Wait &wait) {
  std::vector<lint::Note> notes;
  for (const link::Where &end : wait.ends)
    notes.push_back({end, "transaction ended here"});
  llvm::sort(notes, [](const lint::Note &a, const lint::Note &b) {
    return std::tie(a.where.at.file, a.where.at.offset) <
           std::tie(b.where.at.file, b.where.at.offset);
  });
  bool byText = transaction.kind == Transaction::Text || transaction.kind == Transaction::CallPair;
  if (notes.empty() && byText)
    notes.push_back(
        {transaction.begin, fmt::format("still open at the end of {}",
                                        quoted(lint::unqualified(transaction.function)))});
  return notes;
}

lint::Finding findingFor(const Transaction &transaction, const Wait &wait) {
  lint::Finding finding{.rule = "sql-network-in-transaction", .where = wait.call};
  std::string_view callee = lint::unqualified(wait.callee), waits = lint::unqualified(wait.waitsIn);
  std::string in = callee == waits || waits.empty() ? "" : fmt::format(" in {}", quoted(waits));
  finding.message = fmt::format("{} {}{} while {} is open", quoted(callee),
                                waitingOn(wait.category), in, nameOf(transaction));
  finding.notes.push_back({transaction.begin, beginNote(transaction)});
  for (const link::Hop &hop : wait.path)
    finding.notes.push_back({hop.where, hop.what});
  std::vector<lint::Note> ends = endNotes(transaction, wait);
  finding.flows.push_back(flowOf(transaction, wait, ends));
  llvm::append_range(finding.notes, ends);
  finding.notes.push_back({wait.call,
                           "move it before the begin or behind the end: an open transaction "
                           "keeps its locks, its connection, and dead rows from vacuum"});
  return finding;
}

void check(const link::Program &program, const lint::Options &options,
           std::vector<lint::Finding> &findings) {
  using Place = std::tuple<summary::Id, uint32_t, summary::Id, uint32_t>;
  std::set<std::pair<Place, Place>> seen; // wait, begin
  auto placeOf = [](const link::Where &w) {
    return Place(w.at.file, w.at.offset, w.spelling.file, w.spelling.offset);
  };
  for (const Transaction &transaction : program.transactions)
    for (const Wait &wait : transaction.waits)
      if (options.has("Categories", wait.category) &&
          seen.emplace(placeOf(wait.call), placeOf(transaction.begin)).second)
        findings.push_back(findingFor(transaction, wait));
}

} // namespace

extern const lint::Rule sql_network_in_transaction;
const lint::Rule sql_network_in_transaction{
    .name = "sql-network-in-transaction",
    .summary =
        "A call waits on the network, or on anything else outside, while a transaction is open",
    .severity = lint::Severity::Warning,
    .tags = "reliability,performance",
    .options = options,
    .check = check,
};

} // namespace clangsql::rules
