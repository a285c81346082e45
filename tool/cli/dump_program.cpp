// clang-sql dump program: the statements and transactions that link found, as text.

#include "cli/dump.h"
#include "link/link.h"
#include "models/words.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

using link::Program;
using link::Where;

std::string_view name(link::Statement::Kind kind) {
  static constexpr std::string_view Names[] = {"execute", "prepare", "cursor", "bulk-insert",
                                               "loose"};
  return Names[kind];
}

std::string_view name(link::Transaction::Kind kind) {
  static constexpr std::string_view Names[] = {"scope object", "text", "call pair", "received"};
  return Names[kind];
}

std::string_view name(sql::Understanding understanding) {
  static constexpr std::string_view Names[] = {"fully", "partly", "not"};
  return Names[size_t(understanding)];
}

std::string_view name(sql::HoleKind kind) {
  static constexpr std::string_view Names[] = {"text", "number", "boolean", "character", "unknown"};
  return Names[size_t(kind)];
}

std::string quoted(llvm::StringRef text) {
  std::string result;
  llvm::raw_string_ostream os(result);
  os << '"';
  os.write_escaped(text);
  os << '"';
  return result;
}

class Printer {
public:
  Printer(llvm::raw_ostream &os, const Program &program, std::string root)
      : os_(os), program_(program), root_(std::move(root)) {}

  void print() {
    for (const link::Statement &statement : program_.statements)
      printStatement(statement);
    for (const link::Transaction &transaction : program_.transactions)
      printTransaction(transaction);
    for (const link::Hop &error : program_.errors)
      line(0, "error {}: {}", place(error.where), error.what);
    for (const std::string &note : program_.notes)
      line(0, "note: {}", note);
    printStatistics(program_.statistics);
  }

private:
  template <class... Args>
  void line(unsigned indent, fmt::format_string<Args...> text, Args &&...args) {
    os_.indent(indent) << fmt::format(text, std::forward<Args>(args)...) << '\n';
  }

  std::string place(const summary::Location &at) const {
    if (at.file >= program_.files.size())
      return "nowhere";
    llvm::StringRef file = program_.files[at.file];
    if (file.starts_with(root_))
      file = file.drop_front(root_.size());
    return fmt::format("{}:{}:{}", file, at.line, at.column);
  }

  std::string place(const Where &where) const {
    std::string result = place(where.at);
    if (where.spelling != where.at)
      result += fmt::format(" (spelled {})", place(where.spelling));
    return result;
  }

  void hops(unsigned indent, const std::vector<link::Hop> &path) {
    for (const link::Hop &hop : path)
      line(indent, "{}: {}", place(hop.where), hop.what);
  }

  void printStatement(const link::Statement &statement) {
    std::string callee = statement.callee.empty() ? "" : " " + statement.callee;
    std::string library = statement.library.empty() ? "" : statement.library + ", ";
    line(0, "{} {}{} in {} [{}{}], understood {}{}", name(statement.kind), place(statement.call),
         callee, statement.function, library,
         models::wordOf(models::dialectWords, statement.dialect), name(statement.understanding),
         statement.truncated ? ", with more variants" : "");
    if (!statement.preparedName.empty())
      line(2, "named {}", quoted(statement.preparedName));
    if (statement.bound)
      line(2, "binds {}", *statement.bound);
    if (statement.kind == link::Statement::BulkInsert)
      line(2, "columns {}", statement.columnsNamed ? "named" : "not named");
    if (!statement.through.empty())
      line(2, "through");
    hops(4, statement.through);
    for (const link::Variant &variant : statement.variants)
      printVariant(variant);
  }

  void printVariant(const link::Variant &variant) {
    line(2, "variant {}", quoted(link::display(variant)));
    for (const sql::Statement &parsed : variant.parsed.statements)
      line(4, "{}{}{}", sql::name(parsed.kind), parsed.tables.empty() ? "" : " of ",
           llvm::join(parsed.tables, ", "));
    if (const std::optional<sql::Error> &error = variant.parsed.error)
      line(4, "syntax error at byte {}: {}", error->offset, error->message);
    size_t next = 0;
    for (const link::Fragment &fragment : variant.fragments)
      if (const auto *hole = std::get_if<link::Hole>(&fragment))
        printHole(*hole, next < variant.parsed.holes.size() ? variant.parsed.holes[next++]
                                                            : sql::Position::Unknown);
      else if (const auto &literal = std::get<link::Literal>(fragment); !literal.named.empty())
        line(4, "literal {} named {}", place(literal.where), literal.named);
      else
        line(4, "literal {}{}", place(literal.where),
             literal.inFunction ? "" : " outside the function");
  }

  static std::string escapeOf(const link::Hole &hole) {
    switch (hole.escape) {
    case sql::Escape::None: return "not escaped";
    case sql::Escape::NoQuotes: return "without quotes of literals";
    case sql::Escape::NoNameQuotes: return "without quotes of names";
    case sql::Escape::NoQuotesAtAll: return "without quotes";
    case sql::Escape::Checked: return "checked";
    default: return fmt::format("escaped as {}", models::wordOf(models::escapeWords, hole.escape));
    }
  }

  void printHole(const link::Hole &hole, sql::Position position) {
    std::string grade = hole.grade == link::Grade::Tainted ? "tainted by " + hole.source
                                                           : "unproven: " + hole.reason;
    line(4, "hole {{{}}} {}: {}, {}, {}, {}", hole.expression, place(hole.where),
         sql::name(position), name(hole.kind), escapeOf(hole), grade);
    hops(6, hole.path);
  }

  void printTransaction(const link::Transaction &transaction) {
    line(0, "transaction {} {}{} of {} in {}{}", place(transaction.begin), name(transaction.kind),
         transaction.object.empty() ? "" : fmt::format(" '{}'", transaction.object),
         transaction.type, transaction.function, transaction.openAtEnd ? ", open at the end" : "");
    for (const link::Wait &wait : transaction.waits) {
      line(2, "waits {} {}: {} {} ({})", place(wait.call), wait.callee, wait.waitsIn, wait.what,
           wait.category);
      hops(4, wait.path);
      for (const Where &end : wait.ends)
        line(4, "ends {}", place(end));
    }
  }

  void printStatistics(const link::Statistics &s) {
    line(0, "units {}, with errors {}, functions {}, incomplete {}, conflicts {}, over budget {}",
         s.units, s.unitsWithErrors, s.functions, s.incomplete, s.conflicts, s.overBudget);
    line(0, "statements {} fully, {} partly, {} not; wrappers {}; transactions {}",
         s.statementsFull, s.statementsPart, s.statementsNone, s.wrappers, s.transactions);
  }

  llvm::raw_ostream &os_;
  const Program &program_;
  std::string root_; // with a slash at its end
};

int runDumpProgram(const Command &command, std::span<const std::string> arguments) {
  DumpInput input;
  int exit = Clean;
  std::optional<Arguments> given = readArguments(command, arguments, inputOptions(input), exit);
  if (!given)
    return exit;
  input.request.files = std::move(given->positional);
  input.request.flags = std::move(given->flags);
  llvm::Expected<Road> road = buildRoad(input);
  if (!road)
    return fail(road.takeError());
  llvm::Expected<std::vector<summary::Unit>> units = readUnits(input, *road);
  if (!units)
    return fail(units.takeError());
  Program program = link::link(*units, *road->library, road->link);
  Printer(llvm::outs(), program, workingDirectory() + "/").print();
  return Clean;
}

} // namespace

const Command dumpProgram = {
    "dump program", "[-p BUILD] [options] [FILE...] [-- FLAGS]",
    "statements and transactions of all the files together; FILE is C++, C or a .summary",
    runDumpProgram};

} // namespace clangsql::cli
