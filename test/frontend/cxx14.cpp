// What C++14 writes as a copy, and a literal whose operator gets its digits one by one.
// RUN: %clang-sql dump summary %s -- -std=c++14 | FileCheck %s

#include <chrono>
#include <memory>

using namespace std::chrono_literals;

struct Lamp {
  ~Lamp();
};
void pause(std::chrono::milliseconds);

// The temporary is the variable: it is destroyed once.
void lit() { std::shared_ptr<Lamp> lamp = std::make_shared<Lamp>(); }
// CHECK-LABEL: function @lit()
// CHECK: call @std::make_shared() into $lamp
// CHECK-NEXT: in scope 0
// CHECK-NEXT: %[[lamp:[0-9]+]] = address $lamp
// CHECK-NEXT: call implicit destroying @std::shared_ptr::~shared_ptr() on %[[lamp]]
// CHECK-NEXT: }

void waits() { pause(1'500ms); }
// CHECK-LABEL: function @waits()
// CHECK: %[[digits:[0-9]+]] = number 1500
// CHECK: call plain @"std::operator{{.*}}ms"(%[[digits]])
