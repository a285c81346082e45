// rules: sql-injection
// Work that is handed on with std::bind: a retry helper, a job queue, and methods bound to their object.
#include <postgresql/libpq-fe.h>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace jobs {

template <typename Work> auto perform(const Work &work, int attempts = 3) {
  while (--attempts > 0) {
    try {
      return work();
    } catch (const std::exception &) {
    }
  }
  return work();
}

int count(PGconn *db, std::string table) {
  const std::string count = "SELECT count(*) FROM " + table;
  PGresult *rows = PQexec(db, count.c_str()); // OK sql-injection
  int n = PQntuples(rows);
  PQclear(rows);
  return n;
}

int clean(PGconn *db, const std::string &schema, const char *condition) {
  PGresult *done = PQexec(db, ("DELETE FROM " + schema + ".events WHERE " + condition).c_str()); // OK sql-injection
  PQclear(done);
  return 0;
}

int purge(PGconn *db, const std::string &schema, const char *condition) {
  PGresult *done = PQexec(db, ("DELETE FROM " + schema + ".orders WHERE " + condition).c_str()); // WARN sql-injection
  PQclear(done);
  return 0;
}

void nightly(PGconn *db) {
  const std::string events = "events";
  perform(std::bind(count, db, events));
  perform(std::bind(count, db, std::string("users")));
  perform(std::bind(&clean, db, "audit", "at < now() - interval '90 days'"));
}

void on_demand(PGconn *db, const std::string &condition) {
  perform(std::bind(purge, db, "audit", condition.c_str()));
}

// Arguments that the one who calls fills in.
class Store {
public:
  explicit Store(PGconn *db) : db_(db) {}
  void each(const std::vector<std::string> &names) {
    using namespace std::placeholders;
    auto drop = std::bind(&Store::drop, this, _1, "CASCADE");
    for (const std::string &name : names)
      drop(name);
    drop("scratch");
    auto swapped = std::bind(&Store::rename, this, _2, _1);
    swapped("current", "staging");
  }
  void later() {
    std::function<void()> vacuum = std::bind(&Store::vacuum, this, "users");
    vacuum();
    auto also = std::bind_front(&Store::rename, this, "a");
    also("b");
  }
  void later(const std::string &table) {
    std::function<void()> analyze = std::bind(&Store::analyze, this, table);
    analyze();
  }

private:
  void drop(const std::string &name, const char *how) {
    PQclear(PQexec(db_, ("DROP TABLE " + name + " " + how).c_str())); // WARN sql-injection
  }
  void rename(const std::string &from, const std::string &to) {
    PQclear(PQexec(db_, ("ALTER TABLE " + from + " RENAME TO " + to).c_str())); // OK sql-injection
  }
  void vacuum(const std::string &table) { PQclear(PQexec(db_, ("VACUUM " + table).c_str())); } // OK sql-injection
  void analyze(const std::string &table) { PQclear(PQexec(db_, ("ANALYZE " + table).c_str())); } // WARN sql-injection
  PGconn *db_;
};

} // namespace jobs

int main() {
  PGconn *db = PQconnectdb("");
  jobs::nightly(db);
  jobs::Store store(db);
  store.later();
  PQfinish(db);
}
