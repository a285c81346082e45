// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++20 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A transaction that is returned beside something else: a pair, taken apart or not, and a struct.

#include <memory>
#include <pqxx/pqxx>
#include <unistd.h>
#include <utility>

struct Job {
  int id = 0;
};

std::pair<std::unique_ptr<pqxx::work>, Job> claim(pqxx::connection &c) {
  auto tx = std::make_unique<pqxx::work>(c);
  return {std::move(tx), Job{tx->exec1("SELECT id FROM jobs LIMIT 1 FOR UPDATE SKIP LOCKED")[0].as<int>()}};
}

std::pair<std::shared_ptr<pqxx::work>, Job> share(pqxx::connection &c) {
  auto tx = std::make_shared<pqxx::work>(c);
  return std::make_pair(tx, Job{});
}

void taken_apart(pqxx::connection &c) {
  auto [tx, job] = claim(c);
  sleep(job.id);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' sleeps while {{.*}}[sql-network-in-transaction]
  tx->commit();
  sleep(1);
}

void shared(pqxx::connection &c) {
  auto [tx, job] = share(c);
  sleep(job.id);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' sleeps while {{.*}}[sql-network-in-transaction]
  tx->commit();
  sleep(1);
}

void by_halves(pqxx::connection &c) {
  auto claimed = claim(c);
  sleep(claimed.second.id);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' sleeps while {{.*}}[sql-network-in-transaction]
  claimed.first->commit();
  sleep(1);
}
