// Parses places, values and insts of one function's body.
#pragma once

#include "summary/text_parse_parts.h"

namespace clangsql::summary::text {

/// A local or parameter without a name of its own: $0, ${0}.
bool isUnnamed(const Token &name);

/// Length of the place in the source where it is declared, if nothing else is said.
uint32_t impliedLength(const Token &name);

class InstParser {
public:
  InstParser(PartParser &parts, Function &function)
      : parts(parts), tokens(parts.tokens), function(function), places(function) {}

  Id scope = 0; // of the insts to come

  /// A local or parameter; `index` is implied for a local if None.
  void declare(const Token &name, Place place);

  Id place();
  /// A value: of an inst before or after, or of what stands there and becomes insts of its own.
  Id operand();
  /// An operand that may have "at" after it.
  Id argument();
  bool startsOperand() const;
  /// [%name =] operation [as class] [at span]
  Id inst();
  Id add(Op op);
  /// "$return = value", as "return value" does it.
  void storeResult(Id value, Span where);
  /// Gives implicit insts from `first` on the place of the inst that they were written in.
  void inherit(Id first, Span where);

  /// Puts in what comes after its use. Call once, after the last inst.
  void finish();

private:
  struct Deeper { // bounds the recursion while it lives
    explicit Deeper(InstParser &parser);
    ~Deeper() { --parser.depth; }
    InstParser &parser;
  };
  struct Path { // a place on its way: declared (has an id) or still to be shared
    Id id = None;
    Place place;
  };

  Id intern(const Path &path);
  Path path();
  Path primary();
  Path named();
  Path field(Id base);
  Path deref(Id value);
  Path element(Id array);
  Path typed(Place place);
  Id read(Id place);
  Id target(Id callee);

  Id value();
  Id nested();
  bool isFunctionNext() const;
  bool isInstInParentheses() const;
  std::vector<Id> arguments();

  Op operation();
  Op opaque();
  Op literal();
  Op number();
  Op load();
  Op store();
  Op address();
  Op ref();
  Op closure();
  Op call();
  Op test();
  Op throwing();
  std::vector<Segment> segments();
  std::optional<uint8_t> callFlags();
  Id calleeAfterArguments(const Token &name);

  PartParser &parts;
  Tokens &tokens;
  Function &function;
  PlaceBuilder places;
  std::map<std::string, Id> declared; // places by label
  std::map<std::string, Id> values;   // insts by name; from Later on: indexes into `later`
  std::vector<Token> later;           // names used before they are defined
  std::vector<Id> unmapped;           // literals with an implied map
  bool mapGiven = false;              // the literal just parsed has a map
  unsigned depth = 0;
};

} // namespace clangsql::summary::text
