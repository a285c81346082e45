// Prints the body of a function.
#pragma once

#include "summary/text_print_parts.h"

namespace clangsql::summary::text {

class BodyPrinter {
public:
  /// The function's insts must be in text order. `params`: types of what its head declares.
  BodyPrinter(const PartPrinter &parts, const Function &function, const std::vector<Type> &params);

  /// The parameter in the function's head: its type, and its place's name if a place fits.
  std::string headParam(size_t index);
  /// The lines between the braces.
  std::string body();

private:
  void findUsed();
  void findHeadParams();
  void nameLocals();
  void nameLocal(Id id, Labels &unique);
  std::string value(Id id) const;
  std::string values(const std::vector<Id> &ids) const;
  std::string at(const Place &declared) const;
  std::string place(Id id) const;
  std::string placePath(const Place &place) const;
  std::string part(const Place &place) const;
  std::string field(const Place &place) const;
  std::string label(Id block) const;

  void line(const std::string &text) { out += "  " + text + "\n"; }
  void printDeclarations();
  void printScope(Id id);
  void printLeftOverDestroys();
  void printBlocks();
  void printInsts(Id first, Id count);
  void printBranch(const Block &block);
  bool isImpliedExit(Id id) const;

  std::string print(const Opaque &op) const;
  std::string print(const Literal &op) const;
  std::string print(const Number &op) const;
  std::string print(const Load &op) const;
  std::string print(const Store &op) const;
  std::string print(const Address &op) const;
  std::string print(const FunctionRef &op) const;
  std::string print(const Closure &op) const;
  std::string print(const Call &op) const;
  std::string print(const Test &op) const;
  std::string print(const Throw &op) const;
  std::string callee(const Call &op) const;
  std::string literalMap(const Literal &op) const;
  std::string destroyer(const std::string &object);

  const PartPrinter &parts;
  const Unit &unit;
  const Function &function;
  const std::vector<Type> params;
  std::vector<Id> headParams;      // the place of each, or None
  std::vector<std::string> labels; // of locals and parameters, by place
  std::vector<bool> used;          // insts whose value somebody reads
  std::vector<bool> destroyed;     // destructors printed
  Id current = 0;                  // the inst being printed
  std::string out;
};

} // namespace clangsql::summary::text
