// Objects are built in their places; what the end of a scope destroys, and who catches, stands in scopes.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <memory>
#include <stdexcept>
#include <string>

struct Connection {
  void query(const std::string &sql);
};

class Transaction {
public:
  explicit Transaction(Connection &connection) : connection(connection), name("main") { connection.query("BEGIN"); }
  ~Transaction() { connection.query("ROLLBACK"); }
  void commit();

private:
  Connection &connection;
  std::string name;
  int level = 1;
};
// CHECK-LABEL: constructor @Transaction::Transaction($connection: @Connection&
// CHECK: %[[c:[0-9]+]] = load $connection
// CHECK-NEXT: store $this.connection = %[[c]]
// CHECK: literal "main"
// CHECK: call @std::basic_string::basic_string({{.*}} into $this.name
// CHECK: %[[level:[0-9]+]] = number 1
// CHECK-NEXT: store $this.level = %[[level]]

// CHECK-LABEL: destructor @Transaction::~Transaction
// CHECK: call @Connection::query
// CHECK: address $this.name
// CHECK: call implicit destroying @std::basic_string::~basic_string()

std::string select(const std::string &table);

void pay(Connection &c, int order) {
  Transaction transaction(c);
  try {
    Transaction nested(c);
    c.query("SELECT " + select("orders"));
    nested.commit();
  } catch (const std::runtime_error &error) {
    return;
  } catch (...) {
    throw;
  }
  transaction.commit();
}
// CHECK-LABEL: function @pay
// CHECK: scope [[outer:[0-9]+]] holds $transaction by @Transaction::~Transaction
// CHECK-NEXT: scope [[body:[0-9]+]] in [[outer]] catch @std::runtime_error to [[error:b[0-9]+]], all to [[any:b[0-9]+]]
// CHECK-NEXT: scope [[block:[0-9]+]] in [[body]] holds $nested by @Transaction::~Transaction
// CHECK-NEXT: scope [[full:[0-9]+]] in [[block]] holds
// CHECK: in scope [[block]]
// CHECK: call @Transaction::Transaction({{.*}} into $nested
// CHECK: in scope [[full]]
// CHECK: call @select
// CHECK: in scope [[block]]
// CHECK: call @Transaction::commit
// CHECK: call implicit destroying @Transaction::~Transaction
// CHECK: call @Transaction::commit
// CHECK: [[error]]:
// CHECK-NEXT: %[[at:[0-9]+]] = address $transaction
// CHECK-NEXT: call implicit destroying @Transaction::~Transaction() on %[[at]]
// CHECK: [[any]]:
// CHECK: throw

std::string select(const std::string &table) { return "* FROM " + table; }
// CHECK-LABEL: function @select
// CHECK: call @std::operator+{{.*}} into $return

void owned(Connection &c) {
  auto first = std::make_unique<Transaction>(c);
  Transaction *second = new Transaction(c);
  delete second;
}
// CHECK-LABEL: function @owned
// CHECK: scope 1 holds $first by @std::unique_ptr::~unique_ptr
// CHECK: call @std::make_unique({{.*}} into $first
// CHECK: call @Transaction::Transaction({{.*}} into $[[new:[0-9]+]]
// CHECK: %[[address:[0-9]+]] = address $[[new]]
// CHECK: store $second = %[[address]]
// CHECK: %[[second:[0-9]+]] = load $second
// CHECK: call @Transaction::~Transaction() on %[[second]]
// CHECK: call implicit destroying @std::unique_ptr::~unique_ptr

void kept(Connection &c) {
  const std::string &text = select("users");
  c.query(text);
}
// CHECK-LABEL: function @kept
// CHECK: call @select({{.*}} into [[held:\$[0-9]+]]
// CHECK: store $text
// CHECK: call @Connection::query
// CHECK: address [[held]]
// CHECK: call implicit destroying @std::basic_string::~basic_string

struct Job : Transaction {
  using Transaction::Transaction;
  std::string text;
};
// CHECK-LABEL: destructor @Job::~Job
// CHECK: call implicit destroying @std::basic_string::~basic_string
// CHECK: call implicit destroying @Transaction::~Transaction
// CHECK-LABEL: constructor @Job::Job(
// CHECK: call{{.*}} @Transaction::Transaction({{.*}} into $this

void derived(Connection &c) { Job job(c); }
// CHECK-LABEL: function @derived
// CHECK: call @Job::Job({{.*}} into $job
// CHECK: call implicit destroying @Job::~Job
