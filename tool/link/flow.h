// The order in which the blocks of a function are visited.
#pragma once

#include "summary/unit.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace clangsql::link {

struct Flow {
  explicit Flow(const summary::Function &);

  static constexpr uint32_t Unranked = ~uint32_t(0); // a block that nothing leads to

  std::vector<uint32_t> order, rank; // reverse postorder, and its inverse
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> predecessors; // by block: (block, edge)

  /// Whether a way into a block, by its number, comes round a loop.
  bool isBack(uint32_t block, uint32_t way) const {
    return way < predecessors[block].size() && rank[predecessors[block][way].first] >= rank[block];
  }
  bool isLoopHead(uint32_t block) const;
};

} // namespace clangsql::link
