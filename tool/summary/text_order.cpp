#include "summary/text_order.h"

#include "summary/values.h"

namespace clangsql::summary::text {

Function inTextOrder(const Function &function) {
  Function ordered = function;
  ordered.insts.clear();
  std::vector<Id> renamed(function.insts.size(), None);
  auto take = [&](Id inst) {
    if (renamed[inst] != None)
      return;
    renamed[inst] = ordered.insts.size();
    ordered.insts.push_back(function.insts[inst]);
  };
  for (Block &block : ordered.blocks) {
    Id first = ordered.insts.size();
    for (Id inst = block.first; inst - block.first < block.count; ++inst)
      take(inst);
    block.first = first;
    block.count = ordered.insts.size() - first;
  }
  for (Id inst = 0; inst < function.insts.size(); ++inst)
    take(inst);
  forEachValue(ordered, [&](Id &value) { value = value == None ? None : renamed[value]; });
  return ordered;
}

} // namespace clangsql::summary::text
