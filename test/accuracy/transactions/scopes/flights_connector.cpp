// rules: sql-network-in-transaction
// Flight bookings on MySQL Connector/C++.
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/statement.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

namespace flights {

void pause() { std::this_thread::sleep_for(std::chrono::milliseconds(250)); }

void book(sql::Connection &db, int seat) {
  db.setAutoCommit(false);
  std::unique_ptr<sql::PreparedStatement> update(db.prepareStatement("UPDATE seat SET taken = 1 WHERE id = ?"));
  update->setInt(1, seat);
  update->executeUpdate();
  pause(); // WARN sql-network-in-transaction
  db.commit();
  db.setAutoCommit(true);
  pause(); // OK sql-network-in-transaction
}

void cancel(sql::Connection *db, int seat) {
  db->setAutoCommit(false);
  try {
    std::unique_ptr<sql::PreparedStatement> update(db->prepareStatement("UPDATE seat SET taken = 0 WHERE id = ?"));
    update->setInt(1, seat);
    update->executeUpdate();
    db->commit();
  } catch (const sql::SQLException &) {
    pause(); // WARN sql-network-in-transaction
    db->rollback();
  }
  pause(); // OK sql-network-in-transaction
}

void report(sql::Connection &db) {
  std::unique_ptr<sql::Statement> statement(db.createStatement());
  statement->execute("START TRANSACTION");
  statement->execute("INSERT INTO report SELECT * FROM seat");
  pause(); // WARN sql-network-in-transaction
  statement->execute("COMMIT");
  pause(); // OK sql-network-in-transaction
}

// A statement's own text begins and ends on the connection that made it.
void hold(sql::Connection *db, int seat) {
  std::unique_ptr<sql::Statement> begin(db->createStatement());
  begin->execute("START TRANSACTION");
  begin->execute("UPDATE seat SET held = 1 WHERE id = " + std::to_string(seat));
  pause(); // WARN sql-network-in-transaction
  db->commit();
  pause(); // OK sql-network-in-transaction
}

static void tell(sql::Connection &db, const char *what) {
  std::unique_ptr<sql::Statement> statement(db.createStatement());
  statement->execute(what);
}

void release(sql::Connection &db) {
  tell(db, "BEGIN");
  tell(db, "UPDATE seat SET held = 0");
  pause(); // WARN sql-network-in-transaction
  tell(db, "COMMIT");
  pause(); // OK sql-network-in-transaction
}

} // namespace flights
