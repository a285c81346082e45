// nanodbc 2.14, by declarations with its signatures.
#pragma once
#include <cstddef>
#include <string>
namespace nanodbc {
typedef std::string string;
class connection {
public:
  connection();
  connection(const connection &rhs);
  connection(string const &dsn, string const &user, string const &pass, long timeout = 0);
  explicit connection(string const &connection_string, long timeout = 0);
  ~connection() noexcept;
  void connect(string const &dsn, string const &user, string const &pass, long timeout = 0);
  void connect(string const &connection_string, long timeout = 0);
  bool connected() const;
  void disconnect();
};
class transaction {
public:
  explicit transaction(const class connection &conn);
  transaction(const transaction &rhs);
  ~transaction() noexcept;
  void commit();
  void rollback() noexcept;
  class connection &connection();
  operator class connection &();
};
class result {
public:
  result();
  result(const result &rhs);
  ~result() noexcept;
  short columns() const;
  bool next();
  template <class T> void get_ref(short column, T &result) const;
  template <class T> void get_ref(short column, T const &fallback, T &result) const;
  template <class T> T get(short column) const;
  template <class T> T get(short column, T const &fallback) const;
  template <class T> T get(string const &column_name) const;
  bool is_null(short column) const;
  string column_name(short column) const;
};
class statement {
public:
  enum param_direction { PARAM_IN, PARAM_OUT, PARAM_INOUT, PARAM_RETURN };
  statement();
  explicit statement(class connection &conn);
  statement(class connection &conn, string const &query, long timeout = 0);
  ~statement() noexcept;
  void open(class connection &conn);
  void prepare(class connection &conn, string const &query, long timeout = 0);
  void prepare(string const &query, long timeout = 0);
  class result execute_direct(class connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
  void just_execute_direct(class connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
  class result execute(long batch_operations = 1, long timeout = 0);
  void just_execute(long batch_operations = 1, long timeout = 0);
  template <class T> void bind(short param_index, T const *value, param_direction direction = PARAM_IN);
};
result execute(connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
void just_execute(connection &conn, string const &query, long batch_operations = 1, long timeout = 0);
result execute(statement &stmt, long batch_operations = 1);
void just_execute(statement &stmt, long batch_operations = 1);
void prepare(statement &stmt, string const &query, long timeout = 0);
} // namespace nanodbc
