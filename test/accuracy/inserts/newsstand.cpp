// rules: sql-insert-without-columns, sql-unnamed-query
// packages: libpq, libmariadb
//
// A newsstand that keeps its stock in MySQL and its books in PostgreSQL: every statement that writes rows, and text in macros.

#include <libpq-fe.h>
#include <mysql.h>

#include <string>

#define ADD_ISSUE "INSERT INTO issues VALUES (?, ?)" // WARN sql-insert-without-columns
#define ADD_INTO(table) "INSERT INTO " #table " VALUES (1, 2)" // WARN sql-insert-without-columns
#define ADD_NAMED(table) "INSERT INTO " #table " (title, price) VALUES (1, 2)" // OK sql-insert-without-columns
#define SQL(...) #__VA_ARGS__
#define MUST(call) do { if (!(call)) throw 1; } while (0)
#define RUN(db, sql) (mysql_query(db, sql) == 0)

namespace newsstand {

void stock(MYSQL *db) {
  mysql_query(db, "INSERT returns VALUES (1, 2)"); // WARN sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "INSERT INTO returns VALUE (1, 2)"); // WARN sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "INSERT INTO returns (title, n) VALUE (1, 2)"); // OK sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "INSERT IGNORE INTO returns PARTITION (p2024) VALUES (1, 2)"); // WARN sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "INSERT INTO returns SET title = 1"); // OK sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "INSERT INTO returns () VALUES ()"); // OK sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "LOAD DATA LOCAL INFILE 'titles.csv' INTO TABLE titles FIELDS TERMINATED BY ','"); // WARN sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "LOAD DATA LOCAL INFILE 'titles.csv' INTO TABLE titles FIELDS TERMINATED BY ',' (id, title)"); // OK sql-insert-without-columns; WARN sql-unnamed-query
  mysql_query(db, "USE newsstand"); // OK sql-insert-without-columns; OK sql-unnamed-query
  mysql_query(db, "SHOW TABLES"); // OK sql-unnamed-query
}

void macros(MYSQL *db) {
  mysql_query(db, ADD_ISSUE); // OK sql-insert-without-columns; OK sql-unnamed-query
  MUST(RUN(db, ADD_INTO(magazines))); // OK sql-insert-without-columns; OK sql-unnamed-query
  MUST(RUN(db, ADD_NAMED(magazines))); // OK sql-insert-without-columns; OK sql-unnamed-query
  MUST(RUN(db, SQL(INSERT INTO posters VALUES (3, 4)))); // WARN sql-insert-without-columns; WARN sql-unnamed-query
  MUST(RUN(db,
           "INSERT INTO maps VALUES (5)")); // WARN sql-insert-without-columns; WARN sql-unnamed-query
  MUST(RUN(db, ADD_ISSUE " ON DUPLICATE KEY UPDATE price = 3")); // OK sql-insert-without-columns; OK sql-unnamed-query
}

void books(PGconn *conn, const std::string &table) {
  const std::string upsert_balance = // OK sql-unnamed-query
      "MERGE INTO balances b USING sales s ON b.title = s.title WHEN MATCHED THEN UPDATE SET n = n + s.n "
      "WHEN NOT MATCHED THEN INSERT VALUES (s.title, s.n)"; // WARN sql-insert-without-columns
  PQclear(PQexec(conn, upsert_balance.c_str()));
  const std::string add_balance = // OK sql-unnamed-query
      "MERGE INTO balances b USING sales s ON b.title = s.title WHEN NOT MATCHED THEN INSERT (title) VALUES (s.title)"; // OK sql-insert-without-columns
  PQclear(PQexec(conn, add_balance.c_str()));
  PQclear(PQexec(conn, "PREPARE add_sale AS INSERT INTO sales VALUES ($1, $2)")); // WARN sql-insert-without-columns; OK sql-unnamed-query
  PQclear(PQexec(conn, "EXECUTE add_sale (1, 2)")); // OK sql-insert-without-columns; OK sql-unnamed-query
  PQclear(PQexec(conn, ("COPY " + table + " FROM STDIN").c_str())); // WARN sql-insert-without-columns; WARN sql-unnamed-query
  PQclear(PQexec(conn, ("COPY " + table + " (title, n) FROM STDIN").c_str())); // OK sql-insert-without-columns; WARN sql-unnamed-query
  PQclear(PQexec(conn, // PL/pgSQL is a literal of the statement
                 "DO $$ BEGIN INSERT INTO sales VALUES (1, 2); END $$")); // OK sql-insert-without-columns; WARN sql-unnamed-query
}

} // namespace newsstand
