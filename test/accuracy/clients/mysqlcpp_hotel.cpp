// rules: sql-injection
//
// Rooms of a hotel, with MySQL Connector/C++ (the JDBC-like interface).

#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>

#include <memory>
#include <string>

namespace hotel {

class Rooms {
public:
  explicit Rooms(sql::Connection *connection) : connection(connection) {}

  bool isFree(int room) {
    std::unique_ptr<sql::Statement> statement(connection->createStatement());
    std::unique_ptr<sql::ResultSet> rows(statement->executeQuery("SELECT id FROM stays WHERE room = " + std::to_string(room))); // OK sql-injection
    return !rows->next();
  }

  bool hasGuest(const std::string &name) {
    std::unique_ptr<sql::Statement> statement(connection->createStatement());
    std::unique_ptr<sql::ResultSet> rows(statement->executeQuery("SELECT id FROM stays WHERE guest = '" + name + "'")); // WARN sql-injection
    return rows->next();
  }

  bool hasGuestBound(const std::string &name) {
    std::unique_ptr<sql::PreparedStatement> statement(connection->prepareStatement("SELECT id FROM stays WHERE guest = ?")); // OK sql-injection
    statement->setString(1, name);
    std::unique_ptr<sql::ResultSet> rows(statement->executeQuery());
    return rows->next();
  }

  int checkOut(const std::string &condition) {
    std::unique_ptr<sql::Statement> statement(connection->createStatement());
    return statement->executeUpdate("DELETE FROM stays WHERE " + condition); // WARN sql-injection
  }

  void prepared(const std::string &table) {
    std::unique_ptr<sql::PreparedStatement> statement(connection->prepareStatement("SELECT id FROM " + table + " WHERE guest = ?")); // WARN sql-injection
    statement->execute();
  }

private:
  sql::Connection *connection;
};

} // namespace hotel
