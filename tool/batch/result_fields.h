// The parts of a Result that travel, listed once: for writing, reading and renumbering alike. A
// visitor is called with the members of a struct and comes back here for those that are structs.
#pragma once

#include "batch/result.h"

#include <type_traits>

namespace clangsql::summary {

template <class V> void fields(V &visit, Location &x) {
  visit(x.file, x.offset, x.length, x.line, x.column, x.column16);
}

} // namespace clangsql::summary

namespace clangsql::link {

template <class V> void fields(V &visit, Where &x) { visit(x.at, x.spelling); }
template <class V> void fields(V &visit, Hop &x) { visit(x.where, x.what); }
template <class V> void fields(V &visit, Statement &x) {
  visit(x.kind, x.call, x.callee, x.understanding);
}
template <class V> void fields(V &visit, Transaction &x) { visit(x.kind, x.begin, x.object); }
template <class V> void fields(V &visit, Program &x) {
  visit(x.files, x.lines, x.statements, x.transactions, x.errors, x.notes, x.statistics,
        x.mainFiles);
}

} // namespace clangsql::link

namespace clangsql::lint {

template <class V> void fields(V &visit, Note &x) { visit(x.where, x.message, x.snippet, x.marks); }
template <class V> void fields(V &visit, Flow &x) { visit(x.message, x.hops); }
template <class V> void fields(V &visit, Finding &x) {
  visit(x.rule, x.severity, x.warningAsError, x.message, x.where, x.ranges, x.notes, x.flows);
}
template <class V> void fields(V &visit, Result &x) { visit(x.findings, x.suppressed, x.filtered); }

} // namespace clangsql::lint

namespace clangsql::batch {

template <class V> void fields(V &visit, Result &x) {
  visit(x.program, x.lint, x.declared, x.skipped);
}

/// Calls `f` with every Location of a value.
template <class F> class EachLocation {
public:
  explicit EachLocation(F f) : f_(f) {}
  template <class... T> void operator()(T &...values) { (visit(values), ...); }

private:
  void visit(link::Location &at) { f_(at); }
  void visit(std::string &) {}
  void visit(unsigned &) {}
  void visit(link::Statistics &) {}
  template <class K, class T> void visit(std::map<K, T> &) {}
  template <class A, class B> void visit(std::pair<A, B> &) {}
  template <class T> void visit(std::vector<T> &values) {
    for (T &value : values)
      visit(value);
  }
  template <class T> void visit(T &value) {
    if constexpr (std::is_class_v<T>)
      fields(*this, value);
  }

  F f_;
};

} // namespace clangsql::batch
