// rules: sql-network-in-transaction
// A greenhouse: tables of tasks that do not share what they call.
#include <array>
#include <sqlite3.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace greenhouse {

struct Task {
  const char *name;
  int (*run)(int valve);
};

static int open_valve(int valve) { return static_cast<int>(send(valve, "1", 1, 0)); }
static int read_valve(int valve) {
  char state = 0;
  return recv(valve, &state, 1, 0) > 0 ? state : -1;
}
static int count(int valve) { return valve + 1; }
static int nothing(int) { return 0; }

static constexpr Task outside[] = {{"open", open_valve}, {"read", read_valve}};
static const Task inside[] = {{"count", count}, {"nothing", nothing}};
static const std::array<Task, 2> mixed{{{"count", count}, {"read", read_valve}}};

void water(sqlite3 *db, int valve, std::string_view name) {
  sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
  for (const Task &task : outside)
    if (name == task.name)
      task.run(valve); // WARN sql-network-in-transaction
  for (const Task &task : inside)
    if (name == task.name)
      task.run(valve); // OK sql-network-in-transaction
  for (const Task &task : mixed)
    task.run(valve); // WARN sql-network-in-transaction
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  outside[0].run(valve); // OK sql-network-in-transaction
}

int by_number(sqlite3 *db, int valve, int task) {
  sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
  int done = inside[task].run(valve); // OK sql-network-in-transaction
  done += outside[task].run(valve);   // WARN sql-network-in-transaction
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  return done;
}

} // namespace greenhouse
