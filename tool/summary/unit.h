// UnitSummary: what one translation unit says about text, database handles, transactions and
// control flow, as plain data. The frontend writes it, link reads it, nothing in it points into
// Clang.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace clangsql::summary {

/// Index into a table of the same unit (or, where said, of the same function). None: absent.
using Id = uint32_t;
inline constexpr Id None = ~Id(0);

/// A range of bytes in one file. `line` and the columns are 1-based; `column` counts bytes,
/// `column16` counts UTF-16 code units. `offset` and `length` are bytes.
struct Location {
  Id file = None; // Unit::files
  uint32_t offset = 0, length = 0, line = 0, column = 0, column16 = 0;
  bool operator==(const Location &) const = default;
};

/// A place in the source; the two differ only inside macros. Ids into Unit::locations.
/// `expansion` is where the user's code stands in a file, `spelling` where the characters are
/// written.
struct Span {
  Id spelling = None, expansion = None;
  bool operator==(const Span &) const = default;
};

/// What a value can hold, as far as text is concerned. Text: pointer to or array of char.
/// Record: any class, struct or union (std::string too: the class's model says that it is text).
enum class TypeClass : uint8_t {
  Other,
  Void,
  Bool,
  Char,
  Integer,
  Floating,
  Enum,
  Text,
  Record,
  Pointer,
  Function,
  Null
};

/// Digits are all that its text can be.
constexpr bool isNumber(TypeClass cls) {
  return cls == TypeClass::Integer || cls == TypeClass::Floating || cls == TypeClass::Bool ||
         cls == TypeClass::Enum;
}
constexpr bool isScalar(TypeClass cls) { return isNumber(cls) || cls == TypeClass::Char; }

/// A declared type: references are stripped; for (a reference or pointer to) a class, `record`
/// names it.
struct Type {
  TypeClass cls = TypeClass::Other;
  bool reference = false, pointer = false,
       constant = false; // constant: of the referred-to or pointed-to
  Id record = None;      // Unit::entities
  bool operator==(const Type &) const = default;
};

enum class EntityKind : uint8_t {
  Function,
  Method,
  Constructor,
  Destructor,
  Lambda,
  Class,
  Field,
  Variable,
  Enumerator
};

enum EntityFlag : uint16_t {
  Virtual = 1,
  Static = 2,
  Defaulted = 4 /* implicit or =default: no body to lower */,
  CopyOrMove = 8 /* copy or move constructor or assignment */,
  ConstMember = 16,
  SystemHeader = 32,
  Internal = 64 /* internal linkage or local: no caller outside this unit */,
  NoReturn = 128,
  Constant = 256 /* const or constexpr variable */,
  Variadic = 512 /* C varargs */,
  NoThrow = 1024,
  Pattern = 2048 /* body lowered from an uninstantiated template */,
  Main = 4096,
  LocalVariable = 8192 /* static or constant variable of a function */,
  Coroutine = 16384 /* a call makes it, and awaiting it runs it */
};

/// [[clang::annotate("sql:…")]]: what stands behind the colon.
struct Annotation {
  Id text = None;      // Unit::strings
  Id parameter = None; // 0-based; None: of the function itself
  bool operator==(const Annotation &) const = default;
};

/// A function, class, field or variable that the unit names.
struct Entity {
  EntityKind kind = EntityKind::Function;
  Id key = None;    // Unit::strings: the USR, made unique for internal, local and lambda entities
  Id name = None;   // Unit::strings: qualified, without template arguments and inline namespaces
  Id parent = None; // the class of a method or field (Unit::entities)
  std::vector<Id> bases;       // of a class: direct and indirect bases, nearest first
  std::vector<Type> arguments; // of a class template's instance: the types that have no default
  std::vector<Id> overrides;   // of a method: the methods it overrides, directly or not
  std::vector<Id>
      models; // Unit::strings: names under which library models may know it, best first:
              // its own name, then those of overridden methods and of base classes
  std::vector<Annotation> annotations; // of a function
  Type type;                           // result of a function, type of a field or variable
  std::vector<Type> params;
  Span where;
  uint16_t flags = 0;
};

/// An lvalue of a function. Each function has its own table of places.
struct Place {
  enum Kind : uint8_t {
    Local,  // index: number of the local; also temporaries (name None)
    Param,  // index: number of the parameter (0-based). A reference parameter's place holds the
            // address
    This,   // the object itself, not the pointer
    Global, // index: Unit::entities (also static locals and static members)
    Return, // the function's result
    Field, // base: place of the object; index: Unit::entities (the field, or a base-class subobject
           // is skipped)
    Deref, // base: inst whose value is the address
    Element // base: place of the array; index: inst of the subscript or None
  };
  Kind kind = Local;
  Id base = None, index = None;
  Type type;
  Id name = None; // Unit::strings, of locals and parameters
  Span where;     // declaration, of locals and parameters
};

/// From byte `first` of the literal on, bytes and source characters run in step from `at`.
struct Segment {
  uint32_t first = 0;
  Span at;
};

/// Constant text. `map` is in order of `first`; each escape sequence and each adjacent token starts
/// anew. `named`: the constant (entity) or macro (string) by whose name the text came to this
/// place.
struct Literal {
  Id bytes = None; // Unit::strings
  std::vector<Segment> map;
  Id named = None; // Unit::entities: a named constant
  Id macro = None; // Unit::strings: name of the macro in whose body the literal stands or begins
};
struct Number {
  int64_t value = 0;
}; // integer, character, bool, enum constant, null pointer
struct Load {
  Id place = None;
};
struct Store {
  Id place = None, value = None;
};
struct Address {
  Id place = None;
}; // the address of an lvalue; the value of every class-type expression
struct FunctionRef {
  Id entity = None;
};
struct Capture {
  Id field = None;
  Id value = None;
  bool reference = false;
}; // field: entity inside the closure
struct Closure {
  Id body = None;
  std::vector<Capture> captures;
}; // body: entity of its operator()

enum CallFlag : uint8_t {
  VirtualCall = 1 /* dynamic dispatch possible */,
  ImplicitCall = 2,
  AwaitedCall = 4,
  ConstructorCall = 8,
  DestructorCall = 16,
  OperatorCall = 32 /* member operator or operator function */
};

/// A call. Value of the inst: of scalar type, the result; of class type, the address of `target`.
struct Call {
  Id callee = None;   // Unit::entities; None: through `function`
  Id function = None; // inst: the called pointer or object when callee is None
  Id target = None;   // place that a class-type result or constructed object is built in
  Id receiver = None; // inst: address of the object, for methods, constructors (same as target) and
                      // destructors
  std::vector<Id> args; // insts; reference parameters get addresses, so do class-type arguments
  uint8_t flags = 0;
};

enum class TestOp : uint8_t { Eq, Ne, Lt, Le, Gt, Ge, Not, And, Or, Truth };
/// A condition. Not and Truth (conversion to bool) have only `left`.
struct Test {
  TestOp op = TestOp::Truth;
  Id left = None, right = None;
};
/// How a scalar is computed of others.
enum class Arithmetic : uint8_t {
  None, // in no way that is followed
  Add,
  Sub,
  Mul,
  Div,
  Rem,
  And,
  Or,
  Xor,
  Neg,
  Increment,
  Decrement
};
/// A value that is not followed, or one that is computed. `from`: the values it is computed of
/// (arithmetic, pointer arithmetic, casts).
struct Opaque {
  std::vector<Id> from;
  Arithmetic op = Arithmetic::None;
};
/// Leaves the function, or the try block, by exception. `type`: entity of the thrown class or None.
struct Throw {
  Id type = None;
};

using Op = std::variant<Opaque, Literal, Number, Load, Store, Address, FunctionRef, Closure, Call,
                        Test, Throw>;

/// One event. Its index in Function::insts is its value.
struct Inst {
  Op op;
  Span where;
  Id scope = 0; // Function::scopes
  TypeClass cls = TypeClass::Other;
};

enum class When : uint8_t { Always, True, False, Case, Default };
struct Edge {
  Id to = None; // Function::blocks
  When when = When::Always;
  Id value = None; // of a Case: inst of the constant
};

/// Insts [first, first + count) run in order, then one of the edges is taken. No edge: nothing
/// follows.
struct Block {
  Id first = 0, count = 0;
  Id condition = None; // inst
  std::vector<Edge> next;
};

struct Handler {
  Id block = None;  // Function::blocks: the catch's first block
  Id type = None;   // entity of the caught class; None: other type
  bool all = false; // catch (...)
};

/// Lexical scopes, for exceptional flow: what is destroyed on the way out and who catches.
/// Scope 0 is the function. Handlers belong to the scope of the try body.
struct Scope {
  Id parent = None;
  std::vector<Id> objects; // places with a destructor, in order of construction
  std::vector<Handler> handlers;
};

struct Destroy {
  Id place = None, destructor = None;
};

struct Function {
  Id entity = None;
  std::vector<Place> places;
  std::vector<Inst> insts;
  std::vector<Block> blocks; // block 0 is the entry
  Id exit = None;            // the block that normal return reaches
  std::vector<Scope> scopes;
  std::vector<Destroy> destructors; // for Scope::objects: which destructor each has
  Id incomplete = None;             // Unit::strings: why the body is not wholly here
};

/// One line of source that a location names, without its line end.
struct Line {
  Id file = None;
  uint32_t number = 0;
  Id text = None;
};

/// A NOLINT comment as clang-tidy finds them. `checks`: what stands in the parentheses.
struct Suppression {
  enum Kind : uint8_t { Here, NextLine, Begin, End };
  Kind kind = Here;
  Id file = None;
  uint32_t line = 0, column = 0;
  Id checks = None; // Unit::strings; None: all checks
};

struct Diagnostic {
  std::string message;
  Id at = None;
}; // Unit::locations

struct File {
  Id path = None;      // Unit::strings: canonical
  bool system = false; // found by a system include path
};

struct Unit {
  uint32_t format = 4;
  std::string mainFile;     // canonical path
  std::string modelsDigest; // of the library models that the frontend matched names against
  std::vector<std::string> strings;
  std::vector<File> files;
  std::vector<Location> locations;
  std::vector<Entity> entities;
  std::vector<Function>
      functions; // initialisers of globals are functions that store to them (entity: the variable)
  std::vector<Line> lines;
  std::vector<Suppression> suppressions;
  std::vector<Diagnostic> errors;     // Clang's errors: what follows them may be missing
  std::vector<std::string> inputs;    // every file read
  std::vector<std::string> constants; // names of the main file's first constants: its naming style
};

} // namespace clangsql::summary
