// rules: sql-network-in-transaction
// flags: -std=c++20 -isystem ../include/boost_mysql
// High scores with Boost.MySQL: a transaction is the texts alone.
#include <boost/mysql.hpp>

#include <cstdlib>
#include <string>

namespace arcade {

namespace mysql = boost::mysql;

class Scores {
public:
  explicit Scores(mysql::any_connection &db) : db_(db) {}

  void add(long player, long points) {
    mysql::results done;
    db_.execute("START TRANSACTION", done);
    const mysql::statement insert = db_.prepare_statement("INSERT INTO score (player, points) VALUES (?, ?)");
    db_.execute(insert.bind(player, points), done);
    std::system("play-fanfare"); // WARN sql-network-in-transaction
    db_.execute("COMMIT", done);
    std::system("play-fanfare"); // OK sql-network-in-transaction
  }

  void clear() {
    mysql::results done;
    mysql::error_code failed;
    mysql::diagnostics why;
    db_.execute("BEGIN", done, failed, why);
    db_.execute("DELETE FROM score", done);
    db_.execute("ROLLBACK", done);
    std::system("play-sad-trombone"); // OK sql-network-in-transaction
  }

  void rename(const std::string &from) {
    mysql::results done;
    db_.execute("SET autocommit = 0", done);
    db_.execute("UPDATE score SET name = 'x'", done);
    std::system(from.c_str()); // WARN sql-network-in-transaction
    db_.execute("COMMIT", done);
  }

private:
  mysql::any_connection &db_;
};

} // namespace arcade
