// rules: sql-misplaced-escape
//
// An escaped copy is made, but the raw text is what is sent.

#include <pqxx/pqxx>

#include <string>

namespace museum {

void forgotten(pqxx::work &tx, const std::string &title) {
  const std::string safe = tx.esc(title);
  tx.exec("INSERT INTO objects (title) VALUES ('" + title + "')"); // WARN sql-misplaced-escape
}

void remembered(pqxx::work &tx, const std::string &title) {
  const std::string safe = tx.esc(title);
  tx.exec("INSERT INTO objects (title) VALUES ('" + safe + "')"); // OK sql-misplaced-escape
}

// Both are used, each where it belongs.
void both(pqxx::work &tx, const std::string &title) {
  const std::string safe = tx.esc(title);
  tx.exec("INSERT INTO objects (title) VALUES ('" + safe + "')"); // OK sql-misplaced-escape
  tx.exec_params("INSERT INTO object_log (title) VALUES ($1)", title); // OK sql-misplaced-escape
}

} // namespace museum
