// rules: sql-injection
//
// The database layer of a CRM: statements reach the client library through the program's own functions.

#include <pqxx/pqxx>

#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace crm {

// A free function, a static member, a method, a virtual method.

pqxx::result execute(pqxx::transaction_base &tx, const std::string &sql) {
  return tx.exec(sql); // OK sql-injection
}

pqxx::result selectWhere(pqxx::transaction_base &tx, const std::string &table, const std::string &condition) {
  return execute(tx, "SELECT * FROM " + table + " WHERE " + condition); // WARN sql-injection
}

class Database {
public:
  explicit Database(const std::string &url) : connection_(url) {}
  virtual ~Database() = default;

  pqxx::result run(const std::string &sql) {
    pqxx::nontransaction tx(connection_);
    return tx.exec(sql); // OK sql-injection
  }

  static pqxx::result runIn(pqxx::work &tx, std::string_view sql) {
    return tx.exec(std::string(sql)); // OK sql-injection
  }

  // The sink adds its own text.
  pqxx::result runLimited(const std::string &sql, int limit) {
    return run(sql + " LIMIT " + std::to_string(limit)); // OK sql-injection
  }

  template <typename... Args> pqxx::result runParams(const std::string &sql, Args &&...args) {
    pqxx::work tx(connection_);
    return tx.exec_params(sql, std::forward<Args>(args)...); // OK sql-injection
  }

  // Splices everything it is given.
  template <typename... Parts> pqxx::result runConcat(const Parts &...parts) {
    std::ostringstream sql;
    (sql << ... << parts);
    return run(sql.str()); // OK sql-injection
  }

  template <typename Callback> void inTransaction(Callback callback) {
    pqxx::work tx(connection_);
    callback(tx);
    tx.commit();
  }

  void withTransaction(const std::function<void(pqxx::work &)> &body) {
    pqxx::work tx(connection_);
    body(tx);
    tx.commit();
  }

private:
  pqxx::connection connection_;
};

struct Executor {
  virtual ~Executor() = default;
  virtual void execute(const std::string &sql) = 0;
};

class TransactionExecutor : public Executor {
public:
  explicit TransactionExecutor(pqxx::work &tx) : tx(tx) {}
  void execute(const std::string &sql) override {
    tx.exec(sql); // OK sql-injection
  }

private:
  pqxx::work &tx;
};

class Contacts {
public:
  explicit Contacts(Database &db) : db(db) {}

  void byEmail(const std::string &email) {
    db.run("SELECT id FROM contacts WHERE email = '" + email + "'"); // WARN sql-injection
  }

  void byId(long id) {
    db.run("SELECT id FROM contacts WHERE id = " + std::to_string(id)); // OK sql-injection
  }

  void byPhone(pqxx::work &tx, const std::string &phone) {
    Database::runIn(tx, "SELECT id FROM contacts WHERE phone = '" + phone + "'"); // WARN sql-injection
    Database::runIn(tx, "SELECT id FROM contacts WHERE phone IS NULL"); // OK sql-injection
  }

  void first(const std::string &city) {
    db.runLimited("SELECT id FROM contacts WHERE city = '" + city + "'", 1); // WARN sql-injection
    db.runLimited("SELECT id FROM contacts WHERE city IS NULL", 1); // OK sql-injection
  }

  void bound(const std::string &email) {
    db.runParams("SELECT id FROM contacts WHERE email = $1", email); // OK sql-injection
  }

  void notBound(const std::string &email) {
    db.runParams("SELECT id FROM contacts WHERE email = '" + email + "' AND NOT deleted"); // WARN sql-injection
  }

  void concatenated(const std::string &email, int id) {
    db.runConcat("SELECT id FROM contacts WHERE email = '", email, "'"); // WARN sql-injection
    db.runConcat("SELECT id FROM contacts WHERE id = ", id); // OK sql-injection
  }

  void merged(long from, const std::string &into) {
    db.inTransaction([&](pqxx::work &tx) {
      tx.exec("DELETE FROM contacts WHERE id = " + std::to_string(from)); // OK sql-injection
      tx.exec("UPDATE contacts SET merged = true WHERE name = '" + into + "'"); // WARN sql-injection
    });
  }

  void noted(long id, const std::string &note) {
    db.withTransaction([id, note](pqxx::work &tx) {
      tx.exec("UPDATE contacts SET noted = now() WHERE id = " + std::to_string(id)); // OK sql-injection
      tx.exec("UPDATE contacts SET note = '" + note + "' WHERE id = " + std::to_string(id)); // WARN sql-injection
    });
  }

  void tagged(pqxx::work &tx, const std::string &tag) {
    auto send = [&tx](const std::string &sql) { return tx.exec(sql); };
    send("SELECT id FROM contacts WHERE tag = '" + tag + "'"); // WARN sql-injection
    send("SELECT id FROM contacts WHERE tag IS NULL"); // OK sql-injection
  }

  void counted(pqxx::work &tx, const std::string &tag) {
    std::function<pqxx::result(const std::string &)> send = [&](const std::string &sql) { return tx.exec(sql); };
    send("SELECT count(*) FROM contacts WHERE tag = '" + tag + "'"); // WARN sql-injection
    send("SELECT count(*) FROM contacts"); // OK sql-injection
  }

  void pointed(pqxx::work &tx, const std::string &tag) {
    pqxx::result (*send)(pqxx::transaction_base &, const std::string &) = &execute;
    send(tx, "SELECT id FROM contacts WHERE tag <> '" + tag + "'"); // WARN sql-injection
    send(tx, "SELECT id FROM contacts WHERE tag <> ''"); // OK sql-injection
  }

  void deleted(Executor &executor, const std::string &reason) {
    executor.execute("UPDATE contacts SET deleted = true, reason = '" + reason + "'"); // WARN sql-injection
    executor.execute("DELETE FROM contacts WHERE deleted"); // OK sql-injection
  }

private:
  Database &db;
};

// The text is a member: set in one method, sent in another.
class Report {
public:
  explicit Report(pqxx::work &tx) : tx_(tx) {}

  void forRegion(const std::string &region) { sql_ = "SELECT * FROM sales WHERE region = '" + region + "'"; }
  void forAll() { sql_ = "SELECT * FROM sales"; }
  pqxx::result run() {
    return tx_.exec(sql_); // WARN sql-injection
  }

private:
  pqxx::work &tx_;
  std::string sql_;
};

class Counter {
public:
  Counter(pqxx::work &tx, bool monthly) : tx_(tx), sql_(monthly ? "SELECT count(*) FROM sales_month" : "SELECT count(*) FROM sales") {}
  pqxx::result run() {
    return tx_.exec(sql_ + " WHERE NOT cancelled"); // OK sql-injection
  }

private:
  pqxx::work &tx_;
  const std::string sql_;
};

// A builder that returns itself.
class Select {
public:
  explicit Select(const std::string &table) : sql_("SELECT * FROM " + table) {}
  Select &where(const std::string &condition) {
    sql_ += (first_ ? " WHERE " : " AND ") + condition;
    first_ = false;
    return *this;
  }
  Select &limit(int n) {
    sql_ += " LIMIT " + std::to_string(n);
    return *this;
  }
  const std::string &str() const { return sql_; }

private:
  std::string sql_;
  bool first_ = true;
};

pqxx::result leads(pqxx::work &tx, const std::string &owner, int n) {
  tx.exec(Select("leads").where("NOT lost").where("score > 10").limit(n).str()); // OK sql-injection
  return tx.exec(Select("leads").where("owner = '" + owner + "'").limit(n).str()); // WARN sql-injection
}

pqxx::result leadsInSteps(pqxx::work &tx, const std::string &owner) {
  Select select("leads");
  select.where("NOT lost");
  select.where("owner = " + tx.quote(owner));
  return tx.exec(select.str()); // OK sql-injection
}

// Out-parameters and struct fields.
struct Statement {
  std::string head, condition;
};

void fillCondition(const std::string &name, Statement &statement) { statement.condition = "name = '" + name + "'"; }
void fillFixed(Statement &statement) { statement.condition = "name IS NULL"; }
bool makeSql(std::string *out, long id) {
  if (id <= 0)
    return false;
  *out = "SELECT * FROM leads WHERE id = " + std::to_string(id);
  return true;
}

void statements(pqxx::work &tx, const std::string &name, long id) {
  Statement statement{"SELECT * FROM leads WHERE ", ""};
  fillFixed(statement);
  tx.exec(statement.head + statement.condition); // OK sql-injection
  fillCondition(name, statement);
  tx.exec(statement.head + statement.condition); // WARN sql-injection
  std::string sql;
  if (makeSql(&sql, id))
    tx.exec(sql); // OK sql-injection
}

// Sanitizers of the program's own.
void escape(pqxx::work &tx, std::string &text) { text = tx.esc(text); }
void quoteInto(const pqxx::work &tx, const std::string &text, std::string &out) { out = tx.quote(text); }
std::string doubled(const std::string &text) {
  std::string out;
  for (char c : text) {
    if (c == '\'')
      out += '\'';
    out += c;
  }
  return out;
}
void trim(std::string &text) {
  while (!text.empty() && text.back() == ' ')
    text.pop_back();
}

void sanitized(pqxx::work &tx, std::string name, std::string city) {
  escape(tx, name);
  tx.exec("SELECT id FROM leads WHERE name = '" + name + "'"); // OK sql-injection
  std::string quoted;
  quoteInto(tx, city, quoted);
  tx.exec("SELECT id FROM leads WHERE city = " + quoted); // OK sql-injection
  tx.exec("SELECT id FROM leads WHERE city = '" + doubled(city) + "'"); // OK sql-injection
  trim(city);
  tx.exec("SELECT id FROM leads WHERE city = '" + city + "'"); // WARN sql-injection
}

// A scope guard that sends something when it ends.
class Savepoint {
public:
  Savepoint(pqxx::work &tx, std::string name) : tx_(tx), name_(std::move(name)) {
    tx_.exec("SAVEPOINT " + tx_.quote_name(name_)); // OK sql-injection
  }
  ~Savepoint() {
    tx_.exec("RELEASE SAVEPOINT " + tx_.quote_name(name_)); // OK sql-injection
  }

private:
  pqxx::work &tx_;
  std::string name_;
};

class Lock {
public:
  Lock(pqxx::work &tx, const std::string &table) : tx_(tx) {
    tx_.exec("LOCK TABLE " + table + " IN EXCLUSIVE MODE"); // WARN sql-injection
  }

private:
  pqxx::work &tx_;
};

} // namespace crm
