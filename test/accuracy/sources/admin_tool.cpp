// rules: sql-injection
//
// A command-line tool for administrators: what comes from outside is shown as such.

#include <pqxx/pqxx>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Options {
  std::string user;
  std::string table;
  int limit = 10;
};

Options parse(int argc, char **argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--user") == 0)
      options.user = argv[i + 1];
    else if (std::strcmp(argv[i], "--limit") == 0)
      options.limit = std::atoi(argv[i + 1]);
  }
  return options;
}

void unlock(pqxx::work &tx, const Options &options) {
  tx.exec("UPDATE users SET locked = false WHERE name = '" + options.user + "'"); // WARN sql-injection tainted
  tx.exec("SELECT name FROM users LIMIT " + std::to_string(options.limit)); // OK sql-injection
}

void ask(pqxx::work &tx) {
  std::string name;
  std::cout << "user: ";
  std::cin >> name;
  tx.exec("DELETE FROM users WHERE name = '" + name + "'"); // WARN sql-injection tainted
}

void askLine(pqxx::work &tx) {
  std::string line;
  while (std::getline(std::cin, line))
    tx.exec("INSERT INTO notes (body) VALUES ('" + line + "')"); // WARN sql-injection tainted
}

void askNumber(pqxx::work &tx) {
  int number = 0;
  std::cin >> number;
  tx.exec("DELETE FROM users WHERE id = " + std::to_string(number)); // OK sql-injection
}

void fromEnvironment(pqxx::work &tx) {
  const char *schema = std::getenv("APP_SCHEMA");
  std::string sql = std::string("SET search_path TO ") + (schema ? schema : "public");
  tx.exec(sql); // WARN sql-injection tainted
}

void fromSocket(pqxx::work &tx, int fd) {
  char buffer[512];
  ssize_t n = recv(fd, buffer, sizeof buffer - 1, 0);
  if (n <= 0)
    return;
  buffer[n] = '\0';
  tx.exec("SELECT * FROM sessions WHERE token = '" + std::string(buffer) + "'"); // WARN sql-injection tainted
}

void fromFile(pqxx::work &tx, const char *path) {
  std::ifstream in(path);
  std::string name;
  while (in >> name)
    tx.exec("UPDATE users SET invited = true WHERE mail = '" + name + "'"); // WARN sql-injection
}

void fromFileQuoted(pqxx::work &tx, const char *path) {
  std::ifstream in(path);
  std::string name;
  while (std::getline(in, name))
    tx.exec("UPDATE users SET invited = true WHERE mail = " + tx.quote(name)); // OK sql-injection
}

void fromFgets(pqxx::work &tx) {
  char line[80];
  if (!std::fgets(line, sizeof line, stdin))
    return;
  line[std::strcspn(line, "\n")] = '\0';
  char sql[200];
  std::snprintf(sql, sizeof sql, "DELETE FROM users WHERE mail = '%s'", line);
  tx.exec(sql); // WARN sql-injection tainted
}

// The administrator's script: it is a whole file, and it is meant to be run as it is.
void fromScript(pqxx::work &tx, const char *path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  tx.exec(text.str()); // OK sql-injection
}

void checked(pqxx::work &tx) {
  std::string table;
  std::cin >> table;
  if (table != "users" && table != "notes")
    return;
  tx.exec("SELECT count(*) FROM " + table); // OK sql-injection
}

// A value from the database is text as well: whoever stored it chose it.
void secondOrder(pqxx::work &tx) {
  for (const auto &row : tx.exec("SELECT name FROM users WHERE locked")) {
    std::string name = row[0].as<std::string>();
    tx.exec("INSERT INTO lock_log (name) VALUES ('" + name + "')"); // WARN sql-injection
  }
}

void secondOrderNumber(pqxx::work &tx) {
  for (const auto &row : tx.exec("SELECT id FROM users WHERE locked")) {
    long id = row[0].as<long>();
    tx.exec("UPDATE users SET locked = false WHERE id = " + std::to_string(id)); // OK sql-injection
  }
}

void helper(pqxx::work &tx, const std::string &where) {
  tx.exec("DELETE FROM sessions WHERE " + where); // WARN sql-injection tainted
}

} // namespace

int main(int argc, char **argv) {
  pqxx::connection connection;
  pqxx::work tx(connection);
  Options options = parse(argc, argv);
  unlock(tx, options);
  if (argc == 2)
    tx.exec("SELECT * FROM users WHERE name = '" + std::string(argv[1]) + "'"); // WARN sql-injection tainted
  if (argc == 3)
    helper(tx, argv[2]);
  if (argc == 4)
    tx.exec("SELECT * FROM users WHERE id = " + std::to_string(std::stol(argv[3]))); // OK sql-injection
  std::vector<std::string> args(argv + 1, argv + argc);
  for (const auto &arg : args)
    tx.exec("INSERT INTO audit (argument) VALUES ('" + arg + "')"); // WARN sql-injection tainted
  ask(tx);
  askLine(tx);
  askNumber(tx);
  fromEnvironment(tx);
  fromSocket(tx, 0);
  fromFile(tx, "invited.txt");
  fromFileQuoted(tx, "invited.txt");
  fromScript(tx, "schema.sql");
  fromFgets(tx);
  checked(tx);
  secondOrder(tx);
  secondOrderNumber(tx);
  tx.commit();
  return 0;
}
