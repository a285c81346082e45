// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --strict-whitespace
//
// Long statements are cut to what surrounds the holes; of those of many lines the lines with holes are shown.

#include <pqxx/pqxx>

#include <string>

void wide(pqxx::work &tx, const std::string &city) {
  tx.exec("SELECT o.id, o.status, o.total_cents, o.created_at, u.id, u.name, u.email, u.city, u.zip FROM orders o JOIN users u ON u.id = o.user_id WHERE u.city = '" + city + "' AND o.created_at > now() - interval '7 days' ORDER BY o.created_at DESC, o.id LIMIT 100");
}

void tall(pqxx::work &tx, const std::string &status, const std::string &order) {
  tx.exec(R"(
    SELECT
      o.id,
      o.status,
      o.total_cents,
      o.created_at,
      u.id,
      u.name,
      u.email,
      u.city
    FROM orders o
    JOIN users u ON u.id = o.user_id
    WHERE o.status = ')" + status + R"('
      AND o.created_at > now() - interval '7 days'
      AND u.active
    ORDER BY )" + order + R"(
    LIMIT 100
  )");
}

// CHECK:{{.*}}sql-notes.cpp:10:3: warning: 'city' becomes SQL in 'exec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
// CHECK-NEXT:   10 |   tx.exec("SELECT o.id, o.status, o.total_cents, o.created_at, u.id, u.name, u.email, u.city, u.zip FROM orders o JOIN users u ON u.id = o.user_id WHERE u.city = '" + city + "' AND o.created_at > now() - interval '7 days' ORDER BY o.created_at DESC, o.id LIMIT 100");
// CHECK-NEXT:      |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}sql-notes.cpp:10:3: note: the SQL that is sent
// CHECK-NEXT:      | SELECT o.id, o.status, ... = o.user_id WHERE u.city = '{city}' AND o.created_at > now() - ...
// CHECK-NEXT:      |                                                        ^~~~~~
// CHECK-NEXT:{{.*}}sql-notes.cpp:10:168: note: 'city' becomes part of the text here (parameter 'city' of 'wide')
// CHECK-NEXT:   10 |   tx.exec("SELECT o.id, o.status, o.total_cents, o.created_at, u.id, u.name, u.email, u.city, u.zip FROM orders o JOIN users u ON u.id = o.user_id WHERE u.city = '" + city + "' AND o.created_at > now() - interval '7 days' ORDER BY o.created_at DESC, o.id LIMIT 100");
// CHECK-NEXT:      |                                                                                                                                                                        ^~~~
// CHECK-NEXT:{{.*}}sql-notes.cpp:10:3: note: bind it as a parameter: write $1 in its place, without the quotes, and pass the value beside the SQL
// CHECK-NEXT:{{.*}}sql-notes.cpp:14:3: warning: 'status' becomes SQL in 'exec': it stands unescaped inside a quoted literal, and nothing shows it harmless (1 more like it) [sql-injection]
// CHECK-NEXT:   14 |   tx.exec(R"(
// CHECK-NEXT:      |   ^~~~~~~~~~~
// CHECK-NEXT:{{.*}}sql-notes.cpp:14:3: note: the SQL that is sent
// CHECK-NEXT:      | SELECT
// CHECK-NEXT:      | ...
// CHECK-NEXT:      | JOIN users u ON u.id = o.user_id
// CHECK-NEXT:      | WHERE o.status = '{status}'
// CHECK-NEXT:      |                   ^~~~~~~~
// CHECK-NEXT:      |   AND o.created_at > now() - interval '7 days'
// CHECK-NEXT:      |   AND u.active
// CHECK-NEXT:      | ORDER BY {order}
// CHECK-NEXT:      |          ^~~~~~~
// CHECK-NEXT:      | LIMIT 100
// CHECK-NEXT:{{.*}}sql-notes.cpp:26:28: note: 'status' becomes part of the text here (parameter 'status' of 'tall')
// CHECK-NEXT:   26 |     WHERE o.status = ')" + status + R"('
// CHECK-NEXT:      |                            ^~~~~~
// CHECK-NEXT:{{.*}}sql-notes.cpp:29:19: note: 'order' becomes part of the text here (parameter 'order' of 'tall')
// CHECK-NEXT:   29 |     ORDER BY )" + order + R"(
// CHECK-NEXT:      |                   ^~~~~
// CHECK-NEXT:{{.*}}sql-notes.cpp:14:3: note: bind it as a parameter: write $1 in its place, without the quotes, and pass the value beside the SQL
