// rules: sql-injection
// A mailing tool: lists of quoted addresses, callbacks in members, dates in names, and text that is cleaned character by character.
#include <algorithm>
#include <cctype>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <memory>
#include <postgresql/libpq-fe.h>
#include <string>
#include <variant>
#include <vector>

namespace mailing {

std::string quoted(const std::string &text) {
  std::string out = "'";
  for (char c : text)
    out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

class Store {
public:
  explicit Store(PGconn *db) : db_(db) {
    execute_ = [this](const std::string &sql) {
      PGresult *done = PQexec(db_, sql.c_str());
      const bool fine = PQresultStatus(done) == PGRES_COMMAND_OK;
      PQclear(done);
      return fine;
    };
  }

  bool block(const std::vector<std::string> &addresses) {
    std::string list;
    for (const auto &address : addresses)
      list += (list.empty() ? "" : ",") + quoted(address);
    return execute_("UPDATE readers SET blocked = true WHERE address IN (" + list + ")"); // OK sql-injection
  }

  bool unblock(const std::vector<std::string> &addresses) {
    std::vector<std::string> list;
    for (const auto &address : addresses)
      list.push_back("'" + address + "'");
    return execute_(fmt::format("UPDATE readers SET blocked = false WHERE address IN ({})", fmt::join(list, ", "))); // WARN sql-injection
  }

  bool remove(const std::vector<std::string> &addresses) {
    std::vector<std::string> list(addresses.size());
    std::transform(addresses.begin(), addresses.end(), list.begin(), [](const std::string &address) { return quoted(address); });
    return execute_(fmt::format("DELETE FROM readers WHERE address IN ({})", fmt::join(list, ", "))); // OK sql-injection
  }

  bool mark(const std::vector<std::string> &topics) {
    std::vector<std::string> parts;
    std::transform(topics.begin(), topics.end(), std::back_inserter(parts), [](const std::string &topic) { return "topic = '" + topic + "'"; });
    return execute_("UPDATE readers SET marked = true WHERE " + parts.front()); // WARN sql-injection
  }

  bool archive(std::time_t now) {
    const auto month = fmt::format("{:%Y_%m}", *std::gmtime(&now));
    return execute_("CREATE TABLE archive_" + month + " (LIKE letters)"); // OK sql-injection
  }

  bool search(std::string words) {
    std::replace_if(words.begin(), words.end(), [](unsigned char c) { return !std::isalnum(c); }, ' ');
    return execute_("DELETE FROM letters WHERE body @@ plainto_tsquery('" + words + "')"); // OK sql-injection
  }

  bool searchLine(std::string words) {
    std::replace_if(words.begin(), words.end(), [](unsigned char c) { return std::isspace(c); }, ' ');
    return execute_("DELETE FROM letters WHERE body @@ plainto_tsquery('" + words + "')"); // WARN sql-injection
  }

private:
  PGconn *db_;
  std::function<bool(const std::string &)> execute_;
};

// What happened, as a statement of its own.
struct Sent { long letter; };
struct Bounced { std::string address; };
using Event = std::variant<Sent, Bounced>;

struct Writer {
  std::string operator()(const Sent &event) const { return "INSERT INTO sent (letter) VALUES (" + std::to_string(event.letter) + ")"; }
  std::string operator()(const Bounced &event) const { return "INSERT INTO bounced (address) VALUES ('" + event.address + "')"; }
};

void note(PGconn *db, const Event &event) {
  PQclear(PQexec(db, std::visit(Writer{}, event).c_str())); // WARN sql-injection
}

// Callbacks without captures, as pointers to functions.
using Visit = void (*)(PGconn *, const char *);

void locked(PGconn *db, const char *table, Visit visit) {
  PQclear(PQexec(db, "SELECT pg_advisory_lock(1)"));
  visit(db, table);
  PQclear(PQexec(db, "SELECT pg_advisory_unlock(1)"));
}

void vacuum(PGconn *db) {
  locked(db, "letters", [](PGconn *db, const char *table) { PQclear(PQexec(db, (std::string("VACUUM ") + table).c_str())); }); // OK sql-injection
}

void truncate(PGconn *db) {
  locked(db, std::getenv("TABLE"), [](PGconn *db, const char *table) { PQclear(PQexec(db, (std::string("TRUNCATE ") + table).c_str())); }); // WARN sql-injection tainted
}

} // namespace mailing
