// rules: sql-injection, sql-insert-without-columns
//
// Playlists of a music player, with SQLiteCpp.

#include <SQLiteCpp/SQLiteCpp.h>

#include <sstream>
#include <string>

class Playlists {
public:
  explicit Playlists(const std::string &file) : m_db(file, SQLite::OPEN_READWRITE) {}

  void remove(const std::string &name) {
    m_db.exec("DELETE FROM playlists WHERE name = '" + name + "'"); // WARN sql-injection
  }

  void clear() {
    m_db.exec("DELETE FROM playlists"); // OK sql-injection
  }

  int tracks(const std::string &name) {
    SQLite::Statement query(m_db, "SELECT count(*) FROM tracks WHERE playlist = '" + name + "'"); // WARN sql-injection
    return query.executeStep() ? query.getColumn(0).getInt() : 0;
  }

  int tracksBound(const std::string &name) {
    SQLite::Statement query(m_db, "SELECT count(*) FROM tracks WHERE playlist = ?"); // OK sql-injection
    query.bind(1, name);
    return query.executeStep() ? query.getColumn(0).getInt() : 0;
  }

  std::string first(int id) {
    std::ostringstream sql;
    sql << "SELECT title FROM tracks WHERE playlist = " << id;
    return m_db.execAndGet(sql.str()).getString(); // OK sql-injection
  }

  std::string last(const std::string &order) {
    return m_db.execAndGet("SELECT title FROM tracks ORDER BY " + order); // WARN sql-injection
  }

  void add(const std::string &title) {
    SQLite::Transaction transaction(m_db);
    SQLite::Statement insert(m_db, "INSERT INTO tracks VALUES (NULL, ?)"); // WARN sql-insert-without-columns // OK sql-injection
    insert.bind(1, title);
    insert.exec();
    transaction.commit();
  }

  void addNamed(const std::string &title) {
    SQLite::Statement insert(m_db, "INSERT INTO tracks (title) VALUES (:title)"); // OK sql-insert-without-columns; sql-injection
    insert.bind(":title", title);
    insert.exec();
  }

  bool exists(const std::string &table) { return m_db.tableExists(table); } // OK sql-injection

private:
  SQLite::Database m_db;
};
