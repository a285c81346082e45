// rules: sql-injection
//
// Devices of a telemetry gateway, kept in SQLite: buffers, owned arrays and pointers.

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <string>

namespace gateway {

struct Device {
  std::string serial;
  std::string firmware;
  int line;
};

class DeviceRegistry {
public:
  explicit DeviceRegistry(const char *path) { sqlite3_open(path, &m_db); }
  ~DeviceRegistry() { sqlite3_close(m_db); }

  bool Remove(const Device &device) {
    const std::string head = "DELETE FROM devices WHERE serial = '";
    auto text = std::make_unique<char[]>(head.size() + device.serial.size() + 2);
    std::strcpy(text.get(), head.c_str());
    std::strcat(text.get(), device.serial.c_str());
    std::strcat(text.get(), "'");
    return sqlite3_exec(m_db, text.get(), nullptr, nullptr, nullptr) == SQLITE_OK; // WARN sql-injection
  }

  bool RemoveLine(const Device &device) {
    std::unique_ptr<char[]> text(new char[128]);
    std::snprintf(text.get(), 128, "DELETE FROM devices WHERE line = %d", device.line);
    return sqlite3_exec(m_db, text.get(), nullptr, nullptr, nullptr) == SQLITE_OK; // OK sql-injection
  }

  bool SetFirmware(const Device &device) {
    std::array<char, 256> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "UPDATE devices SET firmware = '%s' WHERE line = %d", device.firmware.c_str(), device.line);
    return Run(buffer.data()); // WARN sql-injection
  }

  bool Vacuum() {
    char text[] = "VACUUM";
    return Run(text); // OK sql-injection
  }

  bool Clear(bool everything) {
    const char *text = "DELETE FROM samples WHERE taken_at < strftime('%s', 'now', '-30 days')";
    if (everything)
      text = "DELETE FROM samples";
    return Run(text); // OK sql-injection
  }

  bool ClearLike(const char *pattern) {
    const char *text = "DELETE FROM samples";
    std::string filtered;
    if (pattern) {
      filtered = std::string(text) + " WHERE device LIKE '" + pattern + "'";
      text = filtered.c_str();
    }
    return Run(text); // WARN sql-injection
  }

  bool Attach(std::string file) {
    std::string *target = &file;
    target->insert(0, "ATTACH DATABASE '");
    *target += "' AS archive";
    return Run(file.c_str()); // WARN sql-injection
  }

  bool Count(sqlite3_stmt **out) {
    std::string sql;
    std::string &ref = sql;
    ref += "SELECT count(*) ";
    ref += "FROM devices";
    return sqlite3_prepare_v2(m_db, sql.data(), static_cast<int>(sql.size()), out, nullptr) == SQLITE_OK; // OK sql-injection
  }

  bool Find(const std::string &serial, sqlite3_stmt **out) {
    std::string sql = "SELECT line FROM devices WHERE serial = ";
    sql.append(1, '\'').append(serial, 0, std::string::npos).append(1, '\'');
    return sqlite3_prepare_v2(m_db, sql.data(), -1, out, nullptr) == SQLITE_OK; // WARN sql-injection
  }

  bool FindBound(const std::string &serial, sqlite3_stmt **out) {
    std::string sql = "SELECT line FROM devices WHERE serial = ";
    sql.append(1, '?');
    if (sqlite3_prepare_v2(m_db, sql.data(), -1, out, nullptr) != SQLITE_OK) // OK sql-injection
      return false;
    return sqlite3_bind_text(*out, 1, serial.c_str(), -1, SQLITE_TRANSIENT) == SQLITE_OK;
  }

  bool ReplaceQuotes(std::string serial) {
    // One mark only is doubled: the others still end the literal.
    if (auto quote = serial.find('\''); quote != std::string::npos)
      serial.insert(quote, 1, '\'');
    std::string sql = "DELETE FROM devices WHERE serial = '" + serial + "'";
    return Run(sql.c_str()); // WARN sql-injection
  }

  bool Last(std::optional<std::string> order) {
    std::string sql = "SELECT serial FROM devices ORDER BY ";
    sql += order ? "seen_at" : "serial";
    return Run(sql.c_str()); // OK sql-injection
  }

  bool LastBy(const std::optional<std::string> &order) {
    std::string sql = "SELECT serial FROM devices ORDER BY ";
    sql += order.value_or("seen_at");
    return Run(sql.c_str()); // WARN sql-injection
  }

private:
  bool Run(const char *text) { return sqlite3_exec(m_db, text, nullptr, nullptr, nullptr) == SQLITE_OK; }

  sqlite3 *m_db = nullptr;
};

} // namespace gateway
