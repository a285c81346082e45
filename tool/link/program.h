// Program: what link makes of one or many unit summaries. Every SQL statement at its place in the
// source with all its text variants, and every transaction with what happens inside it. Rules read
// this and nothing else.
#pragma once

#include "sql/parse.h"
#include "summary/unit.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace clangsql::link {

/// Summary locations, with `file` an index into Program::files.
using summary::Location;

/// A place in the source. `at` is in a file as the user sees it (outside macros); `spelling` is
/// where the characters stand (inside a macro's body, say) and equals `at` elsewhere.
struct Where {
  Location at, spelling;
  bool operator==(const Where &) const = default;
  bool known() const { return at.file != summary::None; }
};

/// One step of the path by which outside text, or the control flow, gets somewhere.
struct Hop {
  Where where;
  std::string what; // "passed to 'find_user' as 'name'"
};

/// How much is known against a text.
enum class Grade : uint8_t {
  Tainted, // a path from a known source of outside data was seen
  Unproven // it is not constant, and nothing shows it harmless
};

/// A part of a statement that is not constant.
struct Hole {
  sql::HoleKind kind = sql::HoleKind::Text;
  sql::Escape escape = sql::Escape::None;
  sql::Dialect escapedFor = sql::Dialect::Generic; // whose literals and names the escaper knows
  Grade grade = Grade::Unproven;
  Where where;            // the expression that is put into the text
  std::string expression; // its source text, on one line
  std::string source;     // of a tainted one: the source's kind ("network", "arguments", …)
  std::string
      reason; // of an unproven one: why it is not known ("parameter 'name'", "result of 'load'")
  std::string unusedCopy; // the variable that holds it escaped, and is not used
  std::vector<Hop> path;  // from the source to the statement
};

/// From byte `first` of the literal on, bytes and source characters run in step.
struct Segment {
  uint32_t first = 0;
  Where where;
};

/// What a text has its name from.
enum class NamedBy : uint8_t {
  Nothing,
  Constant, // of a namespace or class; also a table of texts
  Local,    // a constant of a function
  Macro,
  Function // one that does nothing but make the text
};

/// A constant part.
struct Literal {
  std::string bytes;
  std::vector<Segment> map;
  Where where;       // the whole literal expression (its first token, when it has several)
  std::string named; // that by whose name it came to the statement, qualified; empty: inline
  NamedBy namedBy = NamedBy::Nothing;
  bool inFunction = false; // the literal itself stands in the body of the function that makes the
                           // call, or one it calls
};

using Fragment = std::variant<Literal, Hole>;

/// One text that a call can send.
struct Variant {
  std::vector<Fragment> fragments;
  sql::Text text;     // the same, for the parser: text.holes are in the order of the Hole fragments
  sql::Parsed parsed; // parsed.holes likewise
};

/// The source of byte `offset` of the variant's text; nullopt inside a hole or where the text has
/// no source.
std::optional<Where> whereOf(const Variant &, uint32_t offset);
/// The text with each hole shown as `{expression}`; and where each hole begins and ends in it
/// (bytes).
std::string display(const Variant &, std::vector<std::pair<size_t, size_t>> *holes = nullptr);

/// SQL at a place in the source.
struct Statement {
  enum Kind : uint8_t {
    Execute,
    Prepare,
    Cursor,
    BulkInsert,
    Loose /* a literal that is SQL but reaches no known call */
  };
  Kind kind = Execute;
  Where call;           // the database call, or the wrapper's call; of Loose: the literal
  std::string callee;   // qualified: the library's function, or the wrapper
  std::string function; // the function that makes the call, qualified
  std::string library;  // whose call it is, in the end ("libpqxx")
  sql::Dialect dialect = sql::Dialect::Generic;
  sql::Placeholders placeholders = sql::NoPlaceholder;
  std::vector<Variant> variants; // at least one; equal texts once
  bool truncated = false;        // there were more variants than the budget
  bool binds = false;            // values are sent beside the text, with it or later
  std::optional<unsigned> bound; // how many, where known
  std::string preparedName;
  bool columnsNamed = false; // of BulkInsert
  std::vector<Hop> through;  // from `call` down to the library's call, if a wrapper executes it
  sql::Understanding understanding =
      sql::Understanding::None; // of all variants; Part where they differ
};

/// Something that waits on the world while a transaction is open.
struct Wait {
  Where call;            // in the function that holds the transaction
  std::string callee;    // what is called there
  std::string waitsIn;   // the library function that waits in the end
  std::string category;  // network, dns, sleep, …
  std::string what;      // "performs the transfer"
  std::vector<Hop> path; // calls from `call` to the wait
  std::vector<Where>
      ends; // where the transaction ends after it; empty: only at the end of the scope or function
};

struct Transaction {
  enum Kind : uint8_t {
    ScopeObject,
    Text /* BEGIN */,
    CallPair,
    Received /* a parameter: open when the function is entered */
  };
  Kind kind = ScopeObject;
  Where begin;          // of Received: the parameter
  std::string object;   // variable, as written; may be empty
  std::string type;     // class or the begin's text
  std::string function; // the function that holds it, qualified
  std::vector<Wait> waits;
  bool openAtEnd = false;    // on some path still open when the function returns
  std::vector<Where> ends;   // where the function ends it
  std::vector<Where> leaves; // where a path leaves it open behind, though others end it, and the
                             // result does not say which; none known: at the end
  bool forgotten = false;    // there is such a path
};

struct Statistics {
  unsigned units = 0, unitsWithErrors = 0, functions = 0, incomplete = 0, conflicts = 0;
  unsigned statementsFull = 0, statementsPart = 0, statementsNone = 0, wrappers = 0,
           transactions = 0;
  unsigned overBudget = 0; // functions whose analysis was cut short
};

struct Program {
  std::vector<std::string> files;                                // canonical paths, sorted
  std::map<std::pair<summary::Id, uint32_t>, std::string> lines; // (file, line) → text
  std::vector<summary::Suppression>
      suppressions; // file as here; checks: index into suppressionChecks
  std::vector<std::string> suppressionChecks;
  std::vector<Statement> statements;     // by place
  std::vector<Transaction> transactions; // by place
  std::vector<Hop> errors;               // what Clang could not read, by place
  std::vector<std::string> notes;        // what could not be analysed and why, one line each
  Statistics statistics;
  std::map<summary::Id, std::vector<std::string>>
      constants; // of main files: names of constants, for their style
  std::vector<summary::Id>
      mainFiles; // the units' main files, in order: --header-filter does not hide these
  std::map<std::pair<summary::Id, uint32_t>, std::string>
      lineHashes; // of lines: lint::lineHashes, where the frontend kept them

  summary::Id fileOf(const std::string &path) const; // index into `files`, which has it
};

} // namespace clangsql::link
