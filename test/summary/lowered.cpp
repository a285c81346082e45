// What the frontend makes of code is printed without loss, also after a trip through the binary form.
// RUN: %clang-sql dump summary %s -- -std=c++20 > %t.summary
// RUN: %clang-sql dump summary %t.summary | diff %t.summary -
// RUN: %clang-sql dump summary --binary-roundtrip %t.summary | diff %t.summary -
// RUN: FileCheck %s < %t.summary

struct Connection;
extern "C" Connection *open_connection(const char *);
extern "C" int execute(Connection *, const char *);
#define TABLE "orders"

namespace {
struct Transaction {
  Connection *connection;
  explicit Transaction(Connection *c) : connection(c) { execute(connection, "BEGIN"); }
  virtual ~Transaction() { execute(connection, done ? "COMMIT" : "ROLLBACK"); }
  bool done = false;
};
} // namespace

static const char *const Insert = "INSERT INTO " TABLE " (name)\n"
                                  "VALUES ('größer')";
static Connection *const shared = open_connection("");

enum class State { Open, Closed };

template <class Callback> int retry(int times, Callback callback) {
  for (int i = 0; i < times; ++i)
    if (int result = callback(i))
      return result;
  throw times;
}

int place(Connection *connection, State state, const char *const names[]) {
  Transaction transaction(connection);
  switch (state) {
  case State::Open:
    execute(connection, Insert);
    break;
  case State::Closed:
    return 1;
  }
  try {
    transaction.done = retry(3, [&, copy = names[0]](int i) { return execute(shared, i ? copy : "SELECT 1"); });
  } catch (const Transaction &) {
    return 2;
  } catch (...) {
    throw;
  }
  return 0;
}

// CHECK-DAG: function @place($connection: @Connection*
// CHECK-DAG: local $transaction: @"(anonymous)::Transaction"
// CHECK-DAG: literal "INSERT INTO orders (name)\nVALUES ('größer')" map [
// CHECK-DAG: named @Insert
