// rules: sql-injection
// packages: libpq

#include "database.h"

#include <cstdarg>
#include <cstdio>

namespace shipping {

const char *const SELECT_CARRIERS = "SELECT name FROM carriers";

bool Database::run(const std::string &sql) {
  PGresult *result = PQexec(conn_, sql.c_str()); // OK sql-injection
  bool ok = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
  PQclear(result);
  return ok;
}

bool Database::runf(const char *format, ...) {
  char text[4096];
  va_list args;
  va_start(args, format);
  std::vsnprintf(text, sizeof text, format, args);
  va_end(args);
  return run(text); // OK sql-injection
}

std::string Database::quote(const std::string &text) const {
  char *literal = PQescapeLiteral(conn_, text.c_str(), text.size());
  std::string out = literal ? literal : "NULL";
  PQfreemem(literal);
  return out;
}

std::string labelQuery(const std::string &carrier) { return "SELECT label FROM parcels WHERE carrier = '" + carrier + "'"; }

std::string pendingQuery(int days) {
  return "SELECT id FROM parcels WHERE NOT sent AND created > now() - interval '" + std::to_string(days) + " days'";
}

bool isCarrier(const std::string &name) { return name == "dhl" || name == "ups" || name == "gls"; }

} // namespace shipping
