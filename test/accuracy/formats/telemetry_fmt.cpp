// rules: sql-injection
//
// Telemetry partitions, with {fmt}.

#include <fmt/compile.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace telemetry {

using namespace fmt::literals;

class Partitions {
public:
  explicit Partitions(pqxx::connection &conn) : conn_(conn) {}

  void create(int year, int month) {
    pqxx::work tx{conn_};
    tx.exec(fmt::format("CREATE TABLE IF NOT EXISTS samples_{0}_{1:02d} PARTITION OF samples " // OK sql-injection
                        "FOR VALUES FROM ('{0}-{1:02d}-01') TO ('{0}-{2:02d}-01')",
                        year, month, month + 1));
    tx.commit();
  }

  void drop(const std::string &name) {
    pqxx::work tx{conn_};
    tx.exec(fmt::format("DROP TABLE IF EXISTS {}", name)); // WARN sql-injection
    tx.commit();
  }

  void drop_quoted(const std::string &name) {
    pqxx::work tx{conn_};
    tx.exec(fmt::format("DROP TABLE IF EXISTS {}", conn_.quote_name(name))); // OK sql-injection
    tx.commit();
  }

  void copy(const std::string &device) {
    fmt::memory_buffer buffer;
    fmt::format_to(std::back_inserter(buffer), "INSERT INTO archive (device, value) SELECT device, value FROM samples ");
    fmt::format_to(std::back_inserter(buffer), "WHERE device = '{}'", device);
    pqxx::work tx{conn_};
    tx.exec(fmt::to_string(buffer)); // WARN sql-injection
    tx.commit();
  }

  void copy_all(long below) {
    fmt::memory_buffer buffer;
    fmt::format_to(std::back_inserter(buffer), "INSERT INTO archive (device, value) SELECT device, value FROM samples ");
    fmt::format_to(std::back_inserter(buffer), "WHERE id < {}", below);
    pqxx::work tx{conn_};
    tx.exec(fmt::to_string(buffer)); // OK sql-injection
    tx.commit();
  }

  pqxx::result read(const std::vector<int> &ids) {
    pqxx::work tx{conn_};
    return tx.exec(fmt::format("SELECT id, value FROM samples WHERE id IN ({})", fmt::join(ids, ", "))); // OK sql-injection
  }

  pqxx::result read_named(const std::vector<std::string> &names) {
    pqxx::work tx{conn_};
    return tx.exec(fmt::format("SELECT id, value FROM samples WHERE name IN ('{}')", fmt::join(names, "', '"))); // WARN sql-injection
  }

  pqxx::result read_one(std::string_view column, int id) {
    pqxx::work tx{conn_};
    return tx.exec(fmt::format("SELECT {column} FROM samples WHERE id = {id}", "column"_a = column, "id"_a = id)); // WARN sql-injection
  }

  pqxx::result compiled(int id, double low) {
    pqxx::work tx{conn_};
    return tx.exec(fmt::format(FMT_COMPILE("SELECT value FROM samples WHERE id = {} AND value > {}"), id, low)); // OK sql-injection
  }

  pqxx::result runtime(std::string_view condition) {
    pqxx::work tx{conn_};
    static const std::string text = "SELECT value FROM samples WHERE {}";
    return tx.exec(fmt::format(fmt::runtime(text), condition)); // WARN sql-injection
  }

  // The format itself is chosen from constants.
  pqxx::result either(bool newest, int id) {
    pqxx::work tx{conn_};
    auto sql = newest ? fmt::format("SELECT max(taken_at) FROM samples WHERE id = {}", id)
                      : fmt::format("SELECT min(taken_at) FROM samples WHERE id = {}", id);
    return tx.exec(sql); // OK sql-injection
  }

private:
  pqxx::connection &conn_;
};

} // namespace telemetry
