// The statements of a text, by its semicolons.
#pragma once

#include "sql/lexer.h"

namespace clangsql::sql {

/// The tokens of each statement, without its semicolon; empty statements are left out. Semicolons
/// inside parentheses (CREATE RULE) and inside the BEGIN … END body of a CREATE (SQL-standard
/// functions, triggers) do not end one.
std::vector<std::span<const Token>> splitStatements(std::span<const Token>, std::string_view bytes);

/// Whether the statement's BEGIN opens a block of a procedural language (Oracle, SQL Server) and no
/// transaction.
bool beginsBlock(std::span<const Token>, std::string_view bytes);

} // namespace clangsql::sql
