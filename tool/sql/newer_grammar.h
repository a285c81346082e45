// What servers accept and this grammar, PostgreSQL 15's, does not: a text that holds any of it is
// not called wrong. It is recognised by its words alone, generously: a missed error costs less than
// a false one.
#pragma once

#include "sql/lexer.h"

namespace clangsql::sql {

/// Whether a text holds syntax of PostgreSQL 16 or later.
bool mayBeNewer(std::span<const Token>, std::string_view bytes);

/// Whether a text holds syntax of other servers that speak PostgreSQL's protocol: replication,
/// connection poolers, databases made from PostgreSQL.
bool isOtherServers(std::span<const Token>, std::string_view bytes);

} // namespace clangsql::sql
