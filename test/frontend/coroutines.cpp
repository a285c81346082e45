// A coroutine is its body: what it awaits are calls, what it co_returns is its result.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <coroutine>
#include <string>

template <class T> struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_value(T value);
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
struct Timer {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
struct Connection {
  Task<std::string> query(const std::string &sql);
};

Task<std::string> find(Connection &c, bool cached) {
  if (cached)
    co_return "cached";
  std::string row = co_await c.query("SELECT 1");
  co_await Timer{};
  co_return row;
}
// CHECK-LABEL: function @find
// CHECK: literal "cached"
// CHECK: call @std::basic_string::basic_string({{.*}} into ($return: @std::basic_string)
// CHECK: literal "SELECT 1"
// CHECK: call awaited @Connection::query({{.*}} into $row
// CHECK: call implicit destroying @std::basic_string::~basic_string
// CHECK-NOT: destroying
// CHECK: call awaited @Timer::await_resume
// CHECK: into ($return: @std::basic_string)

Task<int> count(Connection &c) {
  try {
    co_await find(c, false);
  } catch (...) {
    co_return 0;
  }
  co_return 1;
}
// CHECK-LABEL: function @count
// CHECK: scope [[body:[0-9]+]] {{.*}}catch all to [[handler:b[0-9]+]]
// CHECK: in scope [[body]]
// CHECK: call awaited @find
// CHECK: [[handler]]:
// CHECK: %[[zero:[0-9]+]] = number 0
// CHECK-NEXT: store ($return: integer) = %[[zero]]
