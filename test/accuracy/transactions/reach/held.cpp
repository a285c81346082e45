// rules: sql-network-in-transaction
// A sawmill: what an object calls that it was given when it was made.
#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <utility>

namespace sawmill {

using Signal = std::function<void(int)>;

static void whistle(int port) { send(port, "!", 1, 0); }

class Saw {
public:
  Saw(sqlite3 *db, int port) : db_(db), port_(port), rest_([](int seconds) { sleep(static_cast<unsigned>(seconds)); }) {
    warn_ = whistle;
    note_ = [](int cut) { (void)(cut + 1); };
  }

  void on_jam(Signal jam) { jam_ = std::move(jam); }

  void cut(int log) {
    run("BEGIN");
    run("UPDATE log SET cut = 1");
    note_(log);   // OK sql-network-in-transaction
    warn_(port_); // WARN sql-network-in-transaction
    rest_(2);     // WARN sql-network-in-transaction
    if (jam_)
      jam_(log); // OK sql-network-in-transaction
    run("COMMIT");
    rest_(2); // OK sql-network-in-transaction
  }

private:
  void run(const char *sql) { sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }

  sqlite3 *db_;
  int port_;
  Signal rest_, warn_, note_, jam_;
};

} // namespace sawmill
