// Parses the body of a function.
#pragma once

#include "summary/text_parse_inst.h"

namespace clangsql::summary::text {

/// A parameter that the function's head names.
struct HeadParam {
  Token name;
  Place place;
};

class BodyParser {
public:
  explicit BodyParser(PartParser &parts)
      : parts(parts), tokens(parts.tokens), insts(parts, function) {}

  /// At the opening brace.
  Function parse(Id entity, const std::vector<HeadParam> &params);

private:
  struct Label {
    std::string name;
    Token firstUse;
    Id block = None;
  };

  void statement();
  bool declaration();
  bool branch();
  void local();
  void param();
  void scope();
  void handler(Scope &scope);
  void destroy(Id place);
  void without();
  void enterScope();

  void startBlock();
  void continueBlock();
  void endBlock();
  void fallTo(const std::string &label);
  void decideBy(Id condition);
  void jump(std::vector<Edge> edges);
  Edge edge(When when);
  Id label();
  Id labelNamed(const std::string &name);
  void returns();
  void branchIf();
  void branchSwitch();
  void finish();
  Id exitBlock();
  void bindLabels();

  PartParser &parts;
  Tokens &tokens;
  Function function; // its edges and handlers hold indexes into `labels` until the end
  InstParser insts;
  std::vector<Label> labels;
  std::map<std::string, Id> labelIds;
  enum { Outside, Open, Ended } state = Ended; // of the last block; Outside: insts of no block
  bool hasBlocks = true, hasExit = true;
};

} // namespace clangsql::summary::text
