#include "link/flow.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

namespace {

/// Adds the blocks that are reached from a root, those first that lead nowhere else.
void addPostorder(const Function &f, uint32_t root, std::vector<bool> &seen,
                  std::vector<uint32_t> &post) {
  if (root >= seen.size() || seen[root])
    return;
  std::vector<std::pair<uint32_t, size_t>> stack{{root, 0}};
  seen[root] = true;
  while (!stack.empty()) {
    auto &[block, edge] = stack.back();
    if (edge == f.blocks[block].next.size()) {
      post.push_back(block);
      stack.pop_back();
      continue;
    }
    uint32_t to = f.blocks[block].next[edge++].to;
    if (to < seen.size() && !seen[to]) {
      seen[to] = true;
      stack.push_back({to, 0});
    }
  }
}

} // namespace

/// Handlers are entered from anywhere in their try block: they are roots of the order too.
Flow::Flow(const Function &f) : rank(f.blocks.size(), Unranked), predecessors(f.blocks.size()) {
  for (uint32_t b = 0; b < f.blocks.size(); ++b)
    for (uint32_t e = 0; e < f.blocks[b].next.size(); ++e)
      if (f.blocks[b].next[e].to < f.blocks.size())
        predecessors[f.blocks[b].next[e].to].push_back({b, e});
  std::vector<bool> seen(f.blocks.size());
  for (const Scope &scope : f.scopes)
    for (const Handler &handler : scope.handlers)
      addPostorder(f, handler.block, seen, order);
  addPostorder(f, 0, seen, order);
  std::reverse(order.begin(), order.end());
  for (uint32_t i = 0; i < order.size(); ++i)
    rank[order[i]] = i;
}

bool Flow::isLoopHead(uint32_t block) const {
  for (uint32_t way = 0; way < predecessors[block].size(); ++way)
    if (isBack(block, way))
      return true;
  return false;
}

} // namespace clangsql::link
