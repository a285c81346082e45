// What is known of a library's functions and classes: the vocabulary of rules/libraries/*.yaml as
// plain data. docs/library-models.md explains it to users; keep the two in step.
#pragma once

#include "sql/dialect.h"
#include "summary/unit.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::models {

/// Names a value at a call: `this`, `return`, or an argument (1-based in YAML, 0-based here).
/// Depth: `*this`, `*1` is the thing pointed to or owned; elements of a container are `this[]`,
/// `1[]`; of a map `this[key]` and `this[value]` (of a pair: its first and second). A va_list or
/// packed format arguments are a container too: `printf: [2, 3[]]`.
struct Argument {
  static constexpr int This = -1, Return = -2;
  int index = Return;
  enum Access : uint8_t { Itself, Pointee, Element, Key, Value } access = Itself;
  bool operator==(const Argument &) const = default;
};

/// `2..` in YAML: this argument and all after it.
struct Arguments {
  std::vector<Argument> list;
  std::optional<int> rest; // first index of the open end, 0-based
};

/// When a fact holds: always, or by the call's result.
enum class Result : uint8_t { Any, True, False /* also null and zero */ };

enum class TextOp : uint8_t {
  Copy,      // the same text. To elements (`to: "return[]", copy: 1..`): each argument is one
  Concat,    // one after the other
  Printf,    // format and arguments, C's conversions (%s %d %%; %q %Q %w of SQLite)
  Braces,    // format and arguments, {} {0} {:>8} {{ }}
  Percent,   // %1 .. %99: the lowest numbers, which others may follow in another call
  Feed,      // from = {format, value}: the next of a format's %1% or %s
  Dollars,   // $0 .. $9
  Escape,    // the text, escaped (TextFact::escape)
  Number,    // digits of a number: nothing outside can be in it
  Safe,      // characters that cannot end a literal or identifier (hex, UUID, date, base64)
  Clear,     // empty text
  Substring, // a part of the text: from = {text}, or {text, first} or {text, first, count} where
             // that is worth knowing
  Prefix,    // the first so many characters: from = {text, count}
  Transform, // the same text with other characters (upper case, trim): constant stays constant, a
             // hole stays a hole
  Join,      // elements of a container with a separator: from = {elements, separator}
  Splice,    // from = {text, with, at, count}: `with` in the place of `count` characters
  Replace,   // from = {text, what, with}: `with`, or nothing, wherever `what` stands
  ReplaceMatches, // the same, where `what` is a regular expression
  Cut,      // from = {text, first, count}: without so many characters, or all to the end; places
            // can be iterators: {text, first, end}, {text, only}
  Select,   // the characters for which the callable of CallableFact is true …
  Reject,   // … or is not
  Fill,     // from = {character, count}: a character repeated
  Named,    // from = {name, value}: an argument of a format that goes by its name
  Constant, // constant text that is not known (error messages, names of types)
  Outside,  // text that the program cannot know: the result of reading (SourceFact grades it)
  DropLast, // the text without its last character, or so many: from = {text, count}
  Given,    // constant text that the model gives (TextFact::given): `given: "\n"` of std::endl
  Choice,   // one of several (optional's value_or)
  Piece,    // the next piece of what a stream holds: other text than the last
  Loaded    // the text that goes by this name in files of the project (TextFact::loaded): from =
            // {name} or {name, what it is where none has the name}
};

/// The call takes effect only if arguments are these constants, or not all of them: `given: {2:
/// 0}`, `unless: {3: 0}`, `given: {2: 102, 3: 0}`.
struct Wanted {
  Argument argument;
  int64_t number = 0;
  bool bits = false; // one of the number's bits is set in it, instead of being it
};
struct Condition {
  std::vector<Wanted> values; // none: always
  bool equal = true;
};

/// `text: {to: return, concat: [this, 1]}`: the call writes text. All facts of a call read what was
/// there before it. A number's text is its digits and a character's the character, so `concat:
/// [this, 1]` serves append and <<.
struct TextFact {
  Argument to;
  TextOp op = TextOp::Copy;
  Arguments from; // of a format: from.list[0] is the format, then the arguments
  sql::Escape escape = sql::Escape::None;
  sql::Dialect dialect = sql::Dialect::Generic; // of Escape: whose literals and names it knows
  std::optional<Argument> length; // of a source given as pointer and length: it has so many bytes
  /// `append-to: this`: after the text that `to` holds already. With Copy the loader makes Concat.
  bool append = false;
  std::string given;            // of Given; of Loaded the pattern for the files
  bool rest = false;            // `to: 3..`: to this argument and to each after it (scanf)
  std::vector<uint32_t> loaded; // of Loaded: which of Library::loaded
  Condition only;               // `if: {3: 2}`, `unless: {3: 2}`
};

/// A text that the program loads: a whole file, a part of one that has a name, a setting's value.
struct LoadedText {
  /// From byte `first` on, until the next part, text and file run in step.
  struct Part {
    uint32_t first = 0;
    summary::Location at; // without a file
  };
  std::string file;              // canonical
  std::vector<std::string> name; // directories, file (without .sql), and what names it in there,
                                 // as far as dots and slashes part it
  std::string bytes;
  std::vector<Part> parts; // none: it is written in another way in the file, from `at` on
  summary::Location at;    // without a file
  std::vector<std::pair<uint32_t, std::string>> lines; // those in which it stands
};

/// `execute: 1`, `prepare: {sql: 2, name: 1}`: the call sends SQL to the database.
struct SqlFact {
  enum Kind : uint8_t { Execute, Prepare, Cursor, BulkInsert } kind = Execute;
  Argument sql;                       // BulkInsert: the table
  std::optional<Argument> name;       // a prepared statement's name
  std::optional<Argument> connection; // whose transaction it is; This by default for methods
  std::optional<Arguments> bind;      // values sent beside the text
  std::optional<Argument> count;      // how many, where the call says so
  std::optional<Arguments> columns;   // BulkInsert: where the columns are named
  std::optional<Argument> length;
  std::optional<Argument> handle; // Prepare: the object, or where the pointer to it is written, by
                                  // which the statement is run
  Result succeeds = Result::Any;  // what the result is if the database took the statement …
  std::optional<int64_t> status;  // … or what is said of the result then (Function::status)
  sql::Dialect dialect = sql::Dialect::Generic;
  sql::Placeholders placeholders = sql::NoPlaceholder;
};

/// `execute-prepared: {name: 1}`, `{handle: this}`: runs a statement prepared before. Not a place
/// where text enters.
struct PreparedFact {
  Argument name;
  std::optional<Argument> handle;     // instead: what SqlFact::handle gave
  std::optional<Arguments> bind;      // values sent with it
  std::optional<Argument> connection; // This by default for methods
};

/// `source: {at: return, kind: environment}`: the text there comes from outside. The loader adds
/// the TextFact (Outside) where no other writes there.
struct SourceFact {
  Argument at;
  std::string kind;             // arguments, environment, input, network, file, database
  std::string what;             // for the message: "an HTTP header"
  std::optional<Argument> from; // what is read: of a modelled variable (stdin) the kind is its own
  bool rest = false;            // `at: 3..`: there and at each argument after it
};

/// `begins: this`, `ends: {at: 1, when: true}`. On a constructor or a class: the object is the
/// transaction.
struct TransactionFact {
  enum Kind : uint8_t { Begin, Commit, Rollback, End } kind = Begin;
  Argument on;
  Result when = Result::Any;
  Condition given;
};

/// `waits: {for: network, what: performs the transfer}`. Categories: network, dns, sleep,
/// subprocess, console, future, database; and lock (a mutex), which is not the world outside.
struct WaitFact {
  std::string category;
  std::string what; // with the call as subject: "performs the transfer"
  Condition given;
  bool awaited = false; // only if its result is awaited: it starts something
  std::optional<Argument>
      from; // only if this is a modelled variable with input from outside: stdin
};

/// After the call `to` refers to `of`. `returns: this`: to is Return, and the result is a reference
/// or pointer to the same object (`c_str` too: a pointer to its text); `returns: "*this"`: to what
/// it owns. A result of class type (iterator, smart pointer) is an object that points to `of`.
/// `keeps: 1`: to is This, and the object points to the argument from now on (a guard to its
/// connection, a smart pointer to what its argument points to): `returns: "*this"` gives it back.
/// `alias: {"*3": 2, given: {1: 3}}`: only if the first argument is 3.
struct AliasFact {
  Argument to, of;
  Condition given = {};
};

/// What happens to an object that a call owns or holds.
struct ObjectFact {
  enum Kind : uint8_t {
    Construct, // `constructs: {object: "*return", with: 1..}`: make_unique, emplace
    Destroy,   // `destroys: "*this"`: reset, clear; what is destroyed runs its destructor
    Move       // `moves: {to: this, from: 1}`: the object leaves `from`, which then holds none
  } kind = Destroy;
  Argument object; // of Move: to
  std::optional<Argument> from;
  std::optional<Arguments> with;
};

/// `calls: {function: 1, when: now}`.
struct CallableFact {
  Argument function;
  enum Time : uint8_t {
    Now,
    Later,
    Thread,
    Bound // when the result is called: with these first, or where placeholders stand among them
  } when = Now;
  std::optional<Arguments> with;  // arguments passed on
  std::optional<Argument> result; // where the callable's result goes (`return`: it is the call's)
};

/// `equals: [1, 2]`: true if equal (`[1, "this[]"]`: to one of the elements). `differs: [1, 2]`:
/// true if not. `compares: [1, 2]`: zero if equal. `checks: 1`: true if the text is checked
/// (characters, membership in constants). `empty: this`. `finds: [1, "this[]"]`, `finds-other:
/// [this, 1]`, `finds-any: [1, 2]`, `spans: [1, 2]`, `spans-other: [1, 2]`, `matches: [1, 2]`,
/// `searches: [1, 2]`, `every: "*1"`, `accepts: {1: "0-9"}`.
struct PredicateFact {
  enum Kind : uint8_t {
    Equal,
    NotEqual,
    CompareZero /* 0 if equal, as strcmp */,
    Checks,
    Empty,
    Finds /* [x, elements]: the end (npos, null) if x is not among them */,
    FindsOther /* [text, characters]: npos if text has none but these */,
    FindsAny /* [text, characters]: where the first of these is; npos or null if nowhere */,
    Spans /* [text, characters]: how many of these the text begins with */,
    SpansOther /* [text, characters]: how many other characters the text begins with */,
    Matches /* [text, pattern]: true if all of the text has the pattern's shape */,
    Searches /* [text, pattern]: true if some part of the text has it */,
    Every /* elements: true if the callable of CallableFact is true for each */,
    Some /* … for one at least */,
    No /* … for none */,
    Counts /* … for how many */,
    FindsWhere /* the first for which it is true, or the end */,
    FindsWhereNot /* … false */,
    Locates /* [text, part]: where the part begins; npos or null if nowhere */,
    Accepts /* argument: true if it is a character of `characters` */,
    Holds /* true if there is such an object: what a pointer or owner points to */
  } kind = Equal;
  std::vector<Argument> of;
  std::string characters; // of Accepts: "A-Za-z0-9_"
};

/// Which element of a text or container an alias to its elements is: `element: 1`, `element: last`.
struct IndexFact {
  enum Kind : uint8_t { Any, At /* the number that `argument` is */, First, Last, End } kind = Any;
  int argument = 0;
};

/// One function or method. `params` empty: every overload.
struct Function {
  std::string name; // qualified, as summary::Entity::name
  /// Words: text, integer, char, bool, floating, number (any of these), enum, record, pointer,
  /// function, null, any, ... (the rest); or the name of a class that has `::` or is modelled (its
  /// derived classes fit too).
  std::optional<std::vector<std::string>> params;
  std::vector<TextFact> text;
  std::optional<SqlFact> sql;
  std::optional<PreparedFact> prepared;
  std::vector<SourceFact> sources;
  std::vector<TransactionFact> transactions;
  std::optional<WaitFact> waits;
  std::vector<AliasFact> aliases;
  std::vector<CallableFact> calls;
  std::optional<PredicateFact> predicate;
  bool pure = false;   // writes nothing through its arguments; its result is no text from outside
  std::string library; // its name
  std::string file;    // where it is described
  unsigned line = 0;   // in it
  std::vector<ObjectFact> objects;
  IndexFact index;
  std::optional<Argument> status; // the result says of this, a call's result, how the call went
  std::optional<Argument> length; // the result is the number of characters of this text

  /// Whether it makes one character of another that is as harmless: toupper.
  bool changesCharacters() const;
};

/// `std::cin: {source: {kind: input, what: standard input}}`: a global variable, or the field of a
/// class, whose text comes from outside. `std::cout: {discards: yes}`: what is written to it never
/// comes back as text. `shop::Buffer::data: {is: this}`: the field holds the text that its object
/// is.
struct Variable {
  std::string name;
  SourceFact source; // `at` has no meaning; `kind` empty: none
  bool discards = false;
  bool isObject = false;   // a field
  int64_t placeholder = 0; // `placeholder: 1`: that argument of the call of what is bound
  std::string library, file;
  unsigned line = 0;
};

/// One class; covers its derived classes unless they are modelled themselves.
struct Class {
  std::string name;
  bool text = false; // its object is text: string, string view, string stream, string builder
  enum Transaction : uint8_t {
    NoTransaction,
    Scope /* constructor begins, destructor ends */,
    Nothing /* looks like one, is none */,
    Savepoint, /* a scope inside another, which stays open when it ends */
    Handle     /* an object of it is one, but calls begin and end it */
  };
  Transaction transaction = NoTransaction;
  std::optional<Argument> connection; // of a scope: the constructor's argument; the object keeps it
  enum Owner : uint8_t {
    OwnsNothing,
    Pointer /* unique_ptr, optional */,
    Container,
    Shared /* as Pointer, but others may own the same: shared_ptr */
  } owner = OwnsNothing;
  bool pointer() const { return owner == Pointer || owner == Shared; }
  std::string key, value; // of a pair: the names of its fields
  std::string library, file;
  unsigned line = 0;
};

/// `internals: "shop::"`: functions whose names begin so are the library's own, should its code be
/// part of the program. They talk to their own database: they wait for nothing else.
struct Internals {
  std::string prefix, library;
};

/// A name that the project itself describes.
struct Declaration {
  std::string_view what; // "function", "class", "variable"
  std::string name, file;
  unsigned line = 0;
};

/// All that is known. Look-ups are by the names of summary::Entity::models, best first.
class Library {
public:
  /// Exact name; the overload that fits `params` best (see Function::params), else the general one.
  /// nullptr: not known.
  const Function *function(std::string_view name, const std::vector<summary::Type> &params,
                           const summary::Unit *unit = nullptr) const;
  /// The same for a name that no model has, by those whose name has a `*`: the one with most
  /// characters.
  const Function *functionLike(std::string_view name, const std::vector<summary::Type> &params,
                               const summary::Unit *unit = nullptr) const;
  /// Whether a function is a library's own, by its `internals`.
  bool isInternal(std::string_view name) const;
  const Class *classOf(std::string_view name) const;
  const Variable *variable(std::string_view name) const;
  bool knows(std::string_view name) const; // a function, class or variable of this name
  std::string digest() const;              // of all content, 16 hexadecimal digits
  const std::vector<Function> &functions() const { return all_; }
  const std::vector<Class> &classes() const { return classes_; }
  const std::vector<Variable> &variables() const { return variables_; }
  const std::vector<Internals> &internals() const { return internals_; }
  const std::vector<Declaration> &declared() const { return declared_; } // each name once
  const std::vector<LoadedText> &loaded() const { return loaded_; }      // by file and place
  /// Which of a fact's texts the program means by a name, a path or the key of a setting.
  std::vector<uint32_t> loadedAs(const TextFact &, std::string_view name) const;

private:
  friend class Loader;
  friend Library compiled(std::string_view);
  template <class V> friend void fields(V &, Library &);
  void makeIndex(); // for look-ups, once all is there
  std::vector<Function> all_;
  std::vector<Class> classes_;
  std::vector<Variable> variables_;
  std::vector<Declaration> declared_;
  std::vector<Internals> internals_;
  std::vector<LoadedText> loaded_;
  std::string digest_;
  struct Index;
  std::shared_ptr<const Index> index_;
};

} // namespace clangsql::models
