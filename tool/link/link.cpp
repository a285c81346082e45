#include "link/link.h"

#include "link/analysis.h"
#include "link/callgraph.h"
#include "link/statements.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

namespace {

bool sameEffect(const Effect &a, const Effect &b) {
  return a.mayReturn == b.mayReturn && a.writes == b.writes && a.result == b.result &&
         a.outcomes == b.outcomes && a.sinks.size() == b.sinks.size() &&
         a.waits.size() == b.waits.size() && a.invoked == b.invoked;
}

void keep(Context &c, PathId path, const Value &value) {
  c.constants[path] = value;
  for (PathId at = path; at != NoPath; at = c.paths[at].parent)
    if (c.paths[at].step == Path::Element)
      c.arrays.insert(c.paths[at].parent);
}

/// What a constant global holds is known to all who read it.
void keepConstants(Context &c, const Body &body, const Effect &effect) {
  const Global &entity = c.world.entities[body.entity];
  if (entity.entity->kind != EntityKind::Variable || !(entity.has(Constant) || entity.initialised))
    return;
  for (const auto &[path, value] : effect.writes) {
    bool own = c.paths[c.paths[path].root].step == Path::Global;
    if (own && !(value.kind == Value::Text && value.text->hasIn))
      keep(c, path, value);
  }
}

void giveUpTexts(Context &c, Effect &effect) {
  auto collapse = [&](Value &value) {
    if (value.kind == Value::Text)
      value.text = c.texts.collapse(value.text, "built by recursion");
  };
  collapse(effect.result);
  for (auto &[path, value] : effect.writes)
    collapse(value);
}

/// Functions that call each other: analysed until their effects agree, at most so often.
constexpr unsigned MaxRounds = 4;

void analyseCycle(Context &c, const std::vector<uint32_t> &cycle) {
  bool stable = false;
  for (unsigned round = 0; round < MaxRounds && !stable; ++round) {
    stable = true;
    for (uint32_t body : cycle) {
      Effect made = FunctionAnalysis(c, c.world.bodies[body]).run(false);
      stable &= c.effects[body].known && sameEffect(made, c.effects[body]);
      c.effects[body] = std::move(made);
    }
  }
  if (!stable)
    for (uint32_t body : cycle)
      giveUpTexts(c, c.effects[body]);
  for (uint32_t body : cycle) {
    Effect made = FunctionAnalysis(c, c.world.bodies[body]).run(true);
    c.effects[body].sinks = std::move(made.sinks);
  }
}

bool callsItself(const World &world, uint32_t body) {
  const Body &b = world.bodies[body];
  return std::ranges::any_of(b.function->insts, [&](const Inst &inst) {
    auto *call = std::get_if<Call>(&inst.op);
    return call && world.global(b.unitIndex, call->callee) == b.entity;
  });
}

void analyse(Context &c) {
  c.effects.resize(c.world.bodies.size());
  for (const std::vector<uint32_t> &component : analysisOrder(c.world))
    if (component.size() > 1 || callsItself(c.world, component[0])) {
      analyseCycle(c, component);
    } else {
      const Body &body = c.world.bodies[component[0]];
      c.effects[component[0]] = FunctionAnalysis(c, body).run(true);
      keepConstants(c, body, c.effects[component[0]]);
    }
}

void addTransactions(Context &c, Program &program) {
  std::map<std::tuple<uint32_t, uint32_t, std::string>, size_t> index;
  for (Results::Found &found : c.results.found) {
    Transaction &tx = found.transaction;
    // One that was handed in is reported by who handed it in, if that is seen.
    if (found.received && (tx.waits.empty() || c.results.called.contains(found.function)))
      continue;
    auto key = std::tuple(tx.begin.at.file, tx.begin.at.offset, tx.object);
    auto [it, isNew] = index.try_emplace(key, program.transactions.size());
    if (isNew) {
      program.transactions.push_back(std::move(tx));
      continue;
    }
    Transaction &kept = program.transactions[it->second]; // another instantiation
    kept.openAtEnd |= tx.openAtEnd;
    kept.forgotten |= tx.forgotten;
    kept.ends.insert(kept.ends.end(), tx.ends.begin(), tx.ends.end());
    kept.leaves.insert(kept.leaves.end(), tx.leaves.begin(), tx.leaves.end());
    for (Wait &wait : tx.waits)
      if (std::ranges::none_of(kept.waits, [&](const Wait &w) { return w.call == wait.call; }))
        kept.waits.push_back(std::move(wait));
  }
  for (Transaction &tx : program.transactions)
    std::ranges::sort(tx.waits, {}, [](const Wait &w) {
      return std::tuple(w.call.at.file, w.call.at.offset, w.callee);
    });
  std::ranges::sort(program.transactions, {}, [](const Transaction &t) {
    return std::tuple(t.begin.at.file, t.begin.at.offset, t.object);
  });
  program.statistics.transactions = static_cast<unsigned>(std::ranges::count_if(
      program.transactions, [](const Transaction &t) { return t.kind != Transaction::Received; }));
}

void addUnit(const Unit &unit, Program &program) {
  Statistics &s = program.statistics;
  ++s.units;
  s.unitsWithErrors += !unit.errors.empty();
  auto file = [&](Id id) {
    return id == None ? None : program.fileOf(unit.strings[unit.files[id].path]);
  };
  if (!unit.constants.empty())
    program.constants[program.fileOf(unit.mainFile)] = unit.constants;
  for (Suppression suppression : unit.suppressions) {
    suppression.file = file(suppression.file);
    if (suppression.checks != None) {
      program.suppressionChecks.push_back(unit.strings[suppression.checks]);
      suppression.checks = static_cast<Id>(program.suppressionChecks.size() - 1);
    }
    auto same = [&](const Suppression &o) {
      return o.file == suppression.file && o.line == suppression.line &&
             o.column == suppression.column;
    };
    if (std::ranges::none_of(program.suppressions, same))
      program.suppressions.push_back(suppression);
  }
  for (const Diagnostic &error : unit.errors) {
    Where where;
    if (error.at != None) {
      where.at = unit.locations[error.at];
      where.at.file = file(where.at.file);
      where.spelling = where.at;
    }
    program.errors.push_back({where, error.message});
  }
  for (const Function &function : unit.functions)
    if (function.incomplete != None)
      program.notes.push_back(unit.strings[unit.entities[function.entity].name] + ": " +
                              unit.strings[function.incomplete]);
}

} // namespace

Program link(std::span<const Unit> units, const models::Library &library, const Options &options) {
  Program program;
  std::vector<const Unit *> ordered;
  for (const Unit &unit : units)
    ordered.push_back(&unit);
  std::ranges::sort(ordered, {}, [](const Unit *u) {
    return std::tuple(std::string_view(u->mainFile), u->functions.size(), u->strings.size());
  });
  World world(ordered, library, program);
  for (const Unit *unit : ordered)
    addUnit(*unit, program);
  Context context{.world = world, .options = options, .statistics = program.statistics};
  analyse(context);
  addStatements(context, program);
  addTransactions(context, program);
  program.statistics.functions = static_cast<unsigned>(world.bodies.size());
  std::ranges::sort(program.notes);
  program.notes.erase(std::ranges::unique(program.notes).begin(), program.notes.end());
  program.statistics.incomplete = static_cast<unsigned>(program.notes.size());
  return program;
}

} // namespace clangsql::link
