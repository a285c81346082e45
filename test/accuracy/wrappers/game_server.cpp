// rules: sql-injection
// packages: libmariadb
//
// The database layer of a game server: printf and fmt wrappers, a table of drivers, several back ends.

#include <fmt/format.h>
#include <mysql.h>
#include <sqlite3.h>

#include <cstdarg>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

namespace game {

// As emulators of the 2000s write it.
class DatabaseWorker {
public:
  bool Execute(const char *sql) {
    return mysql_query(m_conn, sql) == 0; // OK sql-injection
  }

  bool PExecute(const char *format, ...) {
    char buffer[16384];
    va_list ap;
    va_start(ap, format);
    int length = vsnprintf(buffer, sizeof buffer, format, ap);
    va_end(ap);
    if (length < 0)
      return false;
    return Execute(buffer); // OK sql-injection
  }

  template <typename... Args> bool FExecute(fmt::format_string<Args...> format, Args &&...args) {
    return Execute(fmt::format(format, std::forward<Args>(args)...).c_str()); // OK sql-injection
  }

  void EscapeString(std::string &text) {
    std::unique_ptr<char[]> buffer(new char[text.size() * 2 + 1]);
    mysql_real_escape_string(m_conn, buffer.get(), text.c_str(), text.size());
    text = buffer.get();
  }

private:
  MYSQL *m_conn = nullptr;
};

DatabaseWorker CharacterDatabase;

class Player {
public:
  void SaveGold() {
    CharacterDatabase.PExecute("UPDATE characters SET gold = '%u' WHERE guid = '%u'", m_gold, m_guid); // OK sql-injection
  }

  void Rename(const char *name) {
    CharacterDatabase.PExecute("UPDATE characters SET name = '%s' WHERE guid = '%u'", name, m_guid); // WARN sql-injection
  }

  void RenameEscaped(std::string name) {
    CharacterDatabase.EscapeString(name);
    CharacterDatabase.PExecute("UPDATE characters SET name = '%s' WHERE guid = '%u'", name.c_str(), m_guid); // OK sql-injection
  }

  void SavePosition() {
    CharacterDatabase.FExecute("UPDATE characters SET x = {}, y = {:.3f} WHERE guid = {}", m_x, m_y, m_guid); // OK sql-injection
  }

  void SaveNote(const std::string &note) {
    CharacterDatabase.FExecute("UPDATE characters SET note = '{}' WHERE guid = {}", note, m_guid); // WARN sql-injection
  }

  void Delete(const char *table) {
    CharacterDatabase.PExecute("DELETE FROM %s WHERE guid = '%u'", table, m_guid); // WARN sql-injection
  }

  void DeleteAll() {
    static const char *const tables[] = {"character_skills", "character_spells", "character_pets"};
    for (const char *table : tables)
      CharacterDatabase.PExecute("DELETE FROM %s WHERE guid = '%u'", table, m_guid); // OK sql-injection
  }

private:
  unsigned m_guid = 0, m_gold = 0;
  float m_x = 0, m_y = 0;
};

// Back ends behind one interface.
class Storage {
public:
  virtual ~Storage() = default;
  virtual bool send(const std::string &sql) = 0;
  bool sendf(const char *format, ...) {
    va_list ap;
    va_start(ap, format);
    char *text = nullptr;
    int length = vasprintf(&text, format, ap);
    va_end(ap);
    if (length < 0)
      return false;
    std::string sql(text);
    free(text);
    return send(sql); // OK sql-injection
  }
};

class MySqlStorage final : public Storage {
public:
  bool send(const std::string &sql) override {
    return mysql_real_query(handle, sql.data(), sql.size()) == 0; // OK sql-injection
  }

private:
  MYSQL *handle = nullptr;
};

class SqliteStorage final : public Storage {
public:
  bool send(const std::string &sql) override {
    return sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK; // OK sql-injection
  }

private:
  sqlite3 *handle = nullptr;
};

void log_chat(Storage &storage, int channel, const char *line) {
  storage.sendf("INSERT INTO chat (channel, line) VALUES (%d, '%s')", channel, line); // WARN sql-injection
  storage.sendf("DELETE FROM chat WHERE channel = %d", channel); // OK sql-injection
}

void mute(std::unique_ptr<Storage> storage, const std::string &player) {
  storage->send("UPDATE players SET muted = 1 WHERE name = '" + player + "'"); // WARN sql-injection
  storage->send("DELETE FROM mutes WHERE until < 0"); // OK sql-injection
}

// A C-like table of functions.
struct Driver {
  const char *name;
  int (*query)(void *handle, const char *sql);
};

int query_sqlite(void *handle, const char *sql) {
  return sqlite3_exec(static_cast<sqlite3 *>(handle), sql, nullptr, nullptr, nullptr); // OK sql-injection
}

const Driver sqlite_driver = {"sqlite", query_sqlite};

int ban(void *handle, const std::string &player) {
  const Driver *driver = &sqlite_driver;
  driver->query(handle, "SELECT count(*) FROM bans"); // OK sql-injection
  return driver->query(handle, ("INSERT INTO bans (player) VALUES ('" + player + "')").c_str()); // WARN sql-injection
}

// A base that calls its derived class.
template <class Derived> class Table {
public:
  bool removeWhere(const std::string &condition) {
    return static_cast<Derived *>(this)->execute("DELETE FROM " + std::string(Derived::name) + " WHERE " + condition);
  }
};

class Auctions : public Table<Auctions> {
public:
  static constexpr const char *name = "auctions";
  explicit Auctions(sqlite3 *db) : db(db) {}
  bool execute(const std::string &sql) {
    return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK; // OK sql-injection
  }

private:
  sqlite3 *db;
};

bool expire(Auctions &auctions, int now) {
  return auctions.removeWhere("ends_at < " + std::to_string(now)); // OK sql-injection
}

} // namespace game
