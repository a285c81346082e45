// Prints the small parts of a Unit: names, types, locations.
#pragma once

#include "summary/text_implied.h"
#include "summary/unit.h"

namespace clangsql::summary::text {

class PartPrinter {
public:
  explicit PartPrinter(const Unit &unit);

  const Unit &unit;
  Id file = 0; // where a location that names no file is

  std::string string(Id id) const;
  std::string entity(Id id) const;
  std::string type(const Type &type) const;
  std::string location(Id id, uint32_t impliedLength = 1) const;
  /// " at …", or nothing where there is nothing to say.
  std::string at(Span span, uint32_t impliedLength = 1) const;
  /// "file2:" unless it is the current file.
  std::string filePrefix(Id id) const;
  /// Sets `file` to the one that the entity is in.
  void enter(Id entity);
  /// " from N" if the first byte of the line is not where it is implied.
  std::string lineStart(const Line &line) const;

private:
  std::vector<std::string> labels; // of the entities
  LineTable lines;
};

/// Gives each name a label that no other has: name, then name{2}, …
class Labels {
public:
  std::string unique(const std::string &label);

private:
  std::map<std::string, unsigned> used;
};

/// The name as it can stand after `sigil`, in quotes if it must.
std::string sigilName(char sigil, llvm::StringRef name);

} // namespace clangsql::summary::text
