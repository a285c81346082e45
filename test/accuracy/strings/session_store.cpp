// rules: sql-injection
// packages: libpq
//
// Sessions of a web front end in PostgreSQL, through libpq, with views and pointers into strings.

#include <libpq-fe.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

using namespace std::string_literals;
using namespace std::string_view_literals;

namespace web::sessions {

class Result {
public:
  explicit Result(PGresult *handle) : handle_(handle) {}
  Result(const Result &) = delete;
  ~Result() { PQclear(handle_); }
  bool ok() const { return PQresultStatus(handle_) == PGRES_TUPLES_OK; }

private:
  PGresult *handle_;
};

constexpr std::string_view kSelect = "SELECT data FROM sessions WHERE ";
constexpr std::string_view kAlive = "expires_at > now()"sv;

bool count_alive(PGconn *conn) {
  std::string sql{kSelect};
  sql += kAlive;
  return Result(PQexec(conn, sql.c_str())).ok(); // OK sql-injection
}

bool load(PGconn *conn, std::string_view token) {
  std::string sql{kSelect};
  sql.append("token = '"sv);
  sql.append(token);
  sql.append("'"sv);
  return Result(PQexec(conn, sql.data())).ok(); // WARN sql-injection
}

bool load_literal(PGconn *conn, const char *token) {
  auto sql = "SELECT data FROM sessions WHERE token = '"s + token + "'"s;
  return Result(PQexec(conn, sql.c_str())).ok(); // WARN sql-injection
}

bool load_first(PGconn *conn) {
  auto sql = "SELECT data FROM sessions"s + " LIMIT 1";
  return Result(PQexec(conn, sql.c_str())).ok(); // OK sql-injection
}

// A session key is "<shard>.<token>".
bool drop(PGconn *conn, std::string_view key) {
  std::string_view token = key.substr(key.find('.') + 1);
  std::string sql = "DELETE FROM sessions WHERE token = '";
  sql.append(token.begin(), token.end());
  sql += '\'';
  return Result(PQexec(conn, sql.c_str())).ok(); // WARN sql-injection
}

bool drop_by_prefix(PGconn *conn, const std::string &key) {
  std::string prefix(key.begin(), key.begin() + 8);
  std::string sql = "DELETE FROM sessions WHERE token LIKE '" + prefix + "%'";
  return Result(PQexec(conn, sql.c_str())).ok(); // WARN sql-injection
}

bool drop_expired(PGconn *conn) {
  constexpr std::string_view statement = "DELETE FROM sessions WHERE expires_at < now() -- nightly";
  std::string sql(statement.substr(0, statement.find(" --")));
  return Result(PQexec(conn, sql.c_str())).ok(); // OK sql-injection
}

bool drop_expired_copy(PGconn *conn) {
  static const char text[] = "DELETE FROM sessions WHERE expires_at < now()";
  std::string sql(std::begin(text), std::end(text) - 1);
  return Result(PQexec(conn, sql.c_str())).ok(); // OK sql-injection
}

bool rename_owner(PGconn *conn, const std::string &from, const std::string &to) {
  std::string sql;
  sql.reserve(from.size() + to.size() + 64);
  std::copy(from.begin(), from.end(), std::back_inserter(sql));
  sql = "UPDATE sessions SET owner = $1 WHERE owner = $2";
  const char *values[] = {to.c_str(), from.c_str()};
  return Result(PQexecParams(conn, sql.c_str(), 2, nullptr, values, nullptr, nullptr, 0)).ok(); // OK sql-injection
}

bool note_owner(PGconn *conn, const std::string &owner) {
  std::string sql = "UPDATE sessions SET noted = true WHERE owner = '";
  std::copy(owner.begin(), owner.end(), std::back_inserter(sql));
  sql.push_back('\'');
  return Result(PQexec(conn, sql.c_str())).ok(); // WARN sql-injection
}

bool touch(PGconn *conn, const std::string &token) {
  std::string sql = "UPDATE sessions SET seen_at = now() WHERE token = '" + token + "'";
  std::string_view view = sql;
  view.remove_suffix(1);
  std::string cut(view);
  return Result(PQexec(conn, cut.c_str())).ok(); // WARN sql-injection
}

bool touch_all(PGconn *conn, std::string comment) {
  std::string sql = "UPDATE sessions SET seen_at = now()";
  std::string kept = std::exchange(comment, sql);
  return Result(PQexec(conn, comment.c_str())).ok(); // OK sql-injection
}

// A fixed template with a hole for the partition, filled with digits.
bool truncate_partition(PGconn *conn, unsigned partition) {
  std::string sql = "TRUNCATE sessions_p000";
  const std::string digits = std::to_string(partition % 1000);
  sql.replace(sql.size() - digits.size(), digits.size(), digits);
  return Result(PQexec(conn, sql.c_str())).ok(); // OK sql-injection
}

bool truncate_named(PGconn *conn, const std::string &suffix) {
  std::string sql = "TRUNCATE sessions_p000";
  sql.replace(sql.size() - 3, 3, suffix);
  return Result(PQexec(conn, sql.c_str())).ok(); // WARN sql-injection
}

bool shorten(PGconn *conn) {
  std::string sql = "SELECT token FROM sessions ORDER BY expires_at, token";
  sql.resize(sql.size() - std::string_view(", token").size());
  return Result(PQexec(conn, sql.c_str())).ok(); // OK sql-injection
}

bool erase_tail(PGconn *conn) {
  std::string sql = "SELECT token FROM sessions WHERE NOT revoked AND ";
  sql.erase(sql.rfind(" AND "));
  return Result(PQexec(conn, sql.c_str())).ok(); // OK sql-injection
}

} // namespace web::sessions
