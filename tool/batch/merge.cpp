#include "batch/result_fields.h"

#include <llvm/ADT/STLExtras.h>

#include <numeric>
#include <set>
#include <tuple>

namespace clangsql::batch {
namespace {

using link::Location;

auto key(const Location &at) { return std::tie(at.file, at.line, at.column, at.offset, at.length); }

std::vector<std::string> allFiles(const std::vector<Result> &results) {
  std::set<std::string> files;
  for (const Result &result : results)
    files.insert(result.program.files.begin(), result.program.files.end());
  return {files.begin(), files.end()};
}

// Makes file ids mean the files of the whole.
void renumber(Result &result, const std::vector<std::string> &files) {
  std::vector<summary::Id> ids;
  for (const std::string &file : result.program.files)
    ids.push_back(summary::Id(llvm::lower_bound(files, file) - files.begin()));
  EachLocation([&](Location &at) {
    if (at.file != summary::None)
      at.file = ids[at.file];
  })(result);
  for (summary::Id &file : result.program.mainFiles)
    file = ids[file];
  std::map<std::pair<summary::Id, uint32_t>, std::string> lines;
  for (auto &[line, text] : result.program.lines)
    lines.emplace(std::pair(ids[line.first], line.second), std::move(text));
  result.program.lines = std::move(lines);
}

template <class T> void append(std::vector<T> &to, std::vector<T> &from) {
  llvm::append_range(to, llvm::make_range(std::make_move_iterator(from.begin()),
                                          std::make_move_iterator(from.end())));
}

// What can be told apart by place is counted again later.
void add(link::Statistics &sum, const link::Statistics &unit) {
  sum.units += unit.units;
  sum.unitsWithErrors += unit.unitsWithErrors;
  sum.functions += unit.functions;
  sum.incomplete += unit.incomplete;
  sum.conflicts += unit.conflicts;
  sum.wrappers += unit.wrappers;
  sum.overBudget += unit.overBudget;
}

void absorb(Result &whole, Result &unit) {
  append(whole.lint.findings, unit.lint.findings);
  whole.lint.suppressed += unit.lint.suppressed;
  whole.lint.filtered += unit.lint.filtered;
  append(whole.program.statements, unit.program.statements);
  append(whole.program.transactions, unit.program.transactions);
  append(whole.program.errors, unit.program.errors);
  append(whole.program.notes, unit.program.notes);
  append(whole.program.mainFiles, unit.program.mainFiles);
  whole.program.lines.merge(unit.program.lines);
  append(whole.declared, unit.declared);
  whole.skipped += unit.skipped;
  add(whole.program.statistics, unit.program.statistics);
}

// Sorts by key and keeps the first of equal ones.
template <class T, class Key> void unite(std::vector<T> &values, Key key) {
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  llvm::sort(order, [&](size_t a, size_t b) {
    auto left = key(values[a]), right = key(values[b]);
    return left < right || (left == right && a < b);
  });
  std::vector<T> kept;
  for (size_t i : order)
    if (kept.empty() || key(kept.back()) != key(values[i]))
      kept.push_back(std::move(values[i]));
  values = std::move(kept);
}

// As link counts them.
void countAgain(link::Program &program) {
  link::Statistics &s = program.statistics;
  s.statementsFull = s.statementsPart = s.statementsNone = s.transactions = 0;
  for (const link::Statement &statement : program.statements)
    if (statement.kind != link::Statement::Loose)
      ++(statement.understanding == sql::Understanding::Full   ? s.statementsFull
         : statement.understanding == sql::Understanding::Part ? s.statementsPart
                                                               : s.statementsNone);
  for (const link::Transaction &transaction : program.transactions)
    s.transactions += transaction.kind != link::Transaction::Received;
}

void uniteAll(Result &whole) {
  link::Program &program = whole.program;
  auto place = [](const link::Where &where) {
    return std::tuple_cat(key(where.at), std::tie(where.spelling.file, where.spelling.offset));
  };
  unite(whole.lint.findings, [&](const lint::Finding &f) {
    return std::tuple_cat(key(f.where.at), std::tie(f.rule, f.message, f.where.spelling.file,
                                                    f.where.spelling.offset));
  });
  unite(program.errors,
        [&](const link::Hop &e) { return std::tuple_cat(place(e.where), std::tie(e.what)); });
  unite(program.statements, [&](const link::Statement &s) {
    return std::tuple_cat(place(s.call), std::tie(s.kind, s.callee));
  });
  unite(program.transactions, [&](const link::Transaction &t) {
    return std::tuple_cat(place(t.begin), std::tie(t.kind, t.object));
  });
  countAgain(program);
  llvm::sort(whole.declared);
  whole.declared.erase(llvm::unique(whole.declared), whole.declared.end());
  std::set<std::string> said;
  llvm::erase_if(program.notes, [&](const std::string &note) { return !said.insert(note).second; });
  llvm::sort(program.mainFiles);
  program.mainFiles.erase(llvm::unique(program.mainFiles), program.mainFiles.end());
}

} // namespace

Result merge(std::vector<Result> results) {
  Result whole;
  whole.program.files = allFiles(results);
  for (Result &result : results) {
    renumber(result, whole.program.files);
    absorb(whole, result);
  }
  uniteAll(whole);
  return whole;
}

} // namespace clangsql::batch
