// rules: sql-injection
// packages: libpq
// Readings of gauges come as lines: from files, a terminal, and whatever stream a caller has opened.
#include <libpq-fe.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace gauge {

std::string doubled(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  for (char c : text) {
    if (c == '\'')
      out.push_back('\'');
    out.push_back(c);
  }
  return out;
}

std::vector<std::string> fields(const std::string &line, char separator) {
  std::vector<std::string> found;
  std::stringstream in(line);
  for (std::string field; std::getline(in, field, separator);)
    found.push_back(field);
  return found;
}

class Station {
public:
  explicit Station(PGconn *connection) : connection_(connection) {}

  void load(const char *file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const auto f = fields(line, ';');
      if (f.size() != 3)
        continue;
      const double level = std::stod(f[1]);
      run("INSERT INTO reading (station, level) VALUES ('" + doubled(f[0]) + "', " + std::to_string(level) + ")"); // OK sql-injection
      run("UPDATE station SET note = '" + f[2] + "'"); // WARN sql-injection unproven
    }
  }

  void typed() {
    std::string name, place;
    while (std::cin >> name >> place) {
      if (std::all_of(place.begin(), place.end(), [](unsigned char c) { return std::isalpha(c); }))
        run("UPDATE place SET typed = true WHERE name = '" + place + "'"); // OK sql-injection
      run("UPDATE station SET typed = true WHERE name = '" + name + "'"); // WARN sql-injection tainted
      if (name == "exit")
        return;
    }
  }

  void from(std::istream &in) {
    for (std::string name, place; in >> name >> place;) {
      if (place.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
        continue;
      run("DELETE FROM place WHERE name = '" + place + "'"); // OK sql-injection
      run("DELETE FROM station WHERE name = '" + name + "'"); // WARN sql-injection unproven
      run("DELETE FROM gauge WHERE name = '" + doubled(name) + "'"); // OK sql-injection
    }
  }

  // The first field is checked, the second is sent.
  void mixed(std::istream &in) {
    for (std::string kind, name; in >> kind >> name;)
      if (kind == "river" || kind == "lake")
        run("UPDATE water SET seen = true WHERE name = '" + name + "'"); // WARN sql-injection unproven
  }

  void label(std::span<char *> arguments) {
    for (std::string_view argument : arguments)
      run("UPDATE station SET label = '" + doubled(argument) + "'"); // OK sql-injection
    if (arguments.size() > 2)
      run(std::string("UPDATE station SET owner = '") + arguments[2] + "'"); // WARN sql-injection
  }

private:
  void run(const std::string &sql) { PQclear(PQexec(connection_, sql.c_str())); }

  PGconn *connection_;
};

} // namespace gauge

int main(int argc, char **argv) {
  gauge::Station station(PQconnectdb("dbname=gauges"));
  station.load("readings.csv");
  station.typed();
  std::ifstream more("more.txt");
  station.from(more);
  station.mixed(more);
  station.label(std::span<char *>(argv + 1, static_cast<size_t>(argc - 1)));
}
