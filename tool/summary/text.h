// The textual form of a Unit: what `clang-sql dump summary` prints, link's tests are written in it.
// clang-format off
//
//   unit "orders.cpp"                                # the main file (a comment ends with its line)
//   file "/src/orders.cpp"                           # file0, file1, …; without any, file0 is the main file
//   line 4 from 52 "  tx.exec(\"SELECT 1\");"        # line 4 starts at byte 52 (else: 4 * 1000 + 1)
//   nolint next 4:12 "sql-injection"
//   class @pqxx::work bases @pqxx::transaction_base
//   method @pqxx::work::exec(@std::string const&) -> @pqxx::result virtual at 2:1
//
//   function @find($conn: @PGconn*, $name: @std::string const&) -> @PGresult* internal at 3:1 {
//     local $sql: @std::string at 4:15
//     scope 1 holds $sql by @std::string::~string catch @std::exception to oops, all to oops
//     call @std::operator+("SELECT * FROM t WHERE n = '" at 4:20, $name) into $sql at 4:20
//     in scope 1                                     # the insts from here to the next label
//     %r = call @PQexec($conn, (call @std::string::c_str() on $sql)) as pointer at 5:3
//     if (test eq $conn->status 0) then good else oops
//   good:
//     return %r
//   oops:
//     throw @std::runtime_error
//   }
//
// unit   := { 'unit' S | 'format' N | 'digest' S | 'file' S ['system'] | 'input' S | 'constant' S
//           | 'line' [file] N ['from' N] [S] | 'error' S ['at' loc]
//           | 'nolint' ('here' | 'next' | 'begin' | 'end') [file] N ':' N [S]
//           | kind @name ['(' ([$name ':'] type ['at' span]),… ')'] [('->' | ':') type] {attr} [body]
//           | 'body' @name body }                      another body of one entity
// kind   := function method constructor destructor lambda class field variable enumerator
// attr   := 'of' type,… | 'parent' @c | 'bases' @c,… | 'overrides' @m,… | 'models' (S,… | 'none') | 'key' S | 'at' span
//           | 'annotated' (['param' N] S),…
//           | virtual static defaulted copy_or_move const_member system internal noreturn constant
//           | variadic coroutine nothrow pattern main local
// type   := (class [@record] | @record) ['const'] ['*'] ['&']   @c is a record, @c* a pointer; the rest are flags
// class  := other void bool char integer floating enum text record pointer function null
// span   := loc ['from' loc]                           expansion, and spelling if it is another
// loc    := [('fileN' | 'none') ':'] line ':' column ['+' length] ['!' offset] ['/' column16] | 'none'
// body   := '{' { decl | label ':' | 'in' 'scope' N | inst | branch } '}'
// decl   := 'local' [N] $name ':' type ['at' span] | 'param' N $name ':' type ['at' span] | 'incomplete' S
//           | 'scope' N ['in' N] ['holds' (place ['by' @dtor]),…] ['catch' ((@c | 'all' | 'other') 'to' label),…]
//           | 'destroy' place 'by' @dtor | 'no' ('blocks' | 'exit')
// inst   := [%name '='] op ['as' class] ['at' span]
// op     := 'literal' S ['map' '[' (N 'at' span),… ']'] ['named' @v] ['macro' S] | 'number' N
//           | 'load' place | 'store' place '=' value | 'address' place | 'ref' @f | 'throw' [@c]
//           | 'call' {flag} (@f ['via' value] | value) '(' value,… ')' ['on' value] ['into' place]
//           | 'closure' @f '[' (@field ('=' | '&=') value),… ']' | 'opaque' [add | sub | … | decrement] ['(' value,… ')']
//           | 'test' (eq | ne | lt | le | gt | ge | not | and | or | truth) value [value]
// flag   := virtual implicit awaited constructing destroying operator, or plain: none, whatever the callee implies
// place  := $local | $0 | $this | $return | @global | place '.' (field | @field) | value '->' (field | @field)
//           | place '[' [value] ']' | '*' value | '(' place [':' type] ')'
// value  := %name | 'none', or what makes an inst of its own: S | N | place (its load; of a record its address)
//           | '&' place | @f | '(' inst ')'; between the parentheses of a call `at span` may follow it.
//           Without a location of its own such an inst has that of the inst that it stands in.
// branch := 'goto' label | 'if' value 'then' label 'else' label | 'return' [value] | 'stop'
//           | 'switch' value { ('always' | 'true' | 'false' | 'case' value | 'default') label }
// clang-format on
//
// Names: @a::b, @a::operator+, in quotes @"operator bool", @"(anonymous namespace)::f"; names that
// are alike are told apart by tags: @f{2}, @f{int}, $i{2}. What is not declared is made on first
// mention; a local must be declared, unless it is a temporary ($0) that a call builds its result
// `into`. %names are the writer's, print() uses the inst's index; a value may be used before it is
// defined.
//
// Blocks are numbered as they come: the first is the entry; `exit` is the exit, added at the end if
// it is not written. A block without a branch goes on with the next, the last one returns, one that
// ends in a throw stops. `outside:` starts insts that belong to no block.
//
// Implied, and left out by print(): a location's length of 1, or of a literal's spelling; in a body
// the file that the entity is in; the map of a literal that the source spells as it is spelled
// here; the class in a member's name as its parent; key and model equal to the name; a local's
// number (counted); the callee's call flags; the receiver of a constructor: the address of what it
// builds.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <string>

namespace clangsql::summary {

/// Everything of the unit that its tables refer to; parse() of it prints the same. Insts are
/// renumbered in the order of their blocks. Of a malformed unit (see verify.h) only a comment that
/// says so.
std::string print(const Unit &unit);

/// The error is "name:line:column: error: what was expected".
llvm::Expected<Unit> parse(llvm::StringRef text, llvm::StringRef name);

} // namespace clangsql::summary
