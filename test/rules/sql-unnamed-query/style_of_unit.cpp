// RUN: split-file %s %t
// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %t/k.cpp -- -std=c++20 2>/dev/null | FileCheck %t/k.cpp
// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %t/camel.cpp -- -std=c++20 2>/dev/null | FileCheck %t/camel.cpp
// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %t/macro.cpp -- -std=c++20 2>/dev/null | FileCheck %t/macro.cpp
// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %t/functions.cpp -- -std=c++20 2>/dev/null | FileCheck %t/functions.cpp
//
// Where no statement has a name yet, the other constants of the file show how names are made.

//--- k.cpp
#include <pqxx/pqxx>

namespace {
constexpr int kMaxSeats = 40;
const char kQueue[] = "seats";
} // namespace

void free_seats(pqxx::work &tx) {
  const std::string by_row = "SELECT id FROM seats ORDER BY row_number";
  tx.exec(by_row);
  tx.exec("DELETE FROM reservations WHERE expires_at < now()");
  // CHECK: note: give it a name in a constant, such as 'kDeleteReservationsByExpiresAt'
}

//--- camel.cpp
#include <pqxx/pqxx>

struct Hall {
  static constexpr int seatsPerRow = 20;
  static constexpr double rowPitch = 0.9;
};

void free_seats(pqxx::work &tx) {
  tx.exec("DELETE FROM reservations WHERE expires_at < now()");
  // CHECK: note: give it a name in a constant, such as 'deleteReservationsByExpiresAt'
}

//--- macro.cpp
#include <pqxx/pqxx>

#define FETCH_SEATS "SELECT id FROM seats"

void free_seats(pqxx::work &tx) {
  const std::string fetch_rows = "SELECT DISTINCT row_number FROM seats";
  tx.exec(FETCH_SEATS);
  tx.exec(fetch_rows);
  tx.exec("DELETE FROM reservations WHERE expires_at < now()");
  // CHECK: note: give it a name in a constant, such as 'DELETE_RESERVATIONS_BY_EXPIRES_AT'
}

//--- functions.cpp
#include <pqxx/pqxx>

// A function's name is no constant's.
static std::string fetchSeats() { return "SELECT id FROM seats"; }

void free_seats(pqxx::work &tx) {
  tx.exec(fetchSeats());
  tx.exec("DELETE FROM reservations WHERE expires_at < now()");
  // CHECK: note: give it a name in a constant, such as 'DELETE_RESERVATIONS_BY_EXPIRES_AT'
}
