// rules: sql-network-in-transaction
// Flight bookings on MySQL Connector/C++.
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/statement.h>

#include <chrono>
#include <memory>
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

} // namespace flights
