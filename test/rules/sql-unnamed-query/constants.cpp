// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Constants of functions: a name that tells what the statement is for counts, one that does not is none.

#include <pqxx/pqxx>

#include <string>
#include <string_view>

namespace shelves {

void named(pqxx::work &tx, const std::string &table, bool all) {
  const std::string fetch_books = "SELECT id, title FROM books";
  static const std::string fetch_lent = "SELECT id FROM books WHERE lent";
  const std::string count_sql = "SELECT count(*) FROM " + tx.quote_name(table);
  const auto by_shelf = std::string("SELECT id FROM books WHERE shelf = ") + tx.quote(table);
  constexpr std::string_view LentBooks = "SELECT id FROM books WHERE lent_to IS NOT NULL";
  const char *return_book = "UPDATE books SET lent = false WHERE id = $1"; // set once
  const std::string oldest = all ? "SELECT min(bought) FROM books" : "SELECT min(bought) FROM shelves";
  tx.exec(fetch_books);
  tx.exec(fetch_lent);
  tx.exec(count_sql);
  tx.exec(by_shelf);
  tx.exec(LentBooks.data());
  tx.exec_params(return_book, 1);
  tx.exec(oldest);
  tx.exec(fetch_books + " ORDER BY title");
}

void unnamed(pqxx::work &tx, const std::string &table, bool all) {
  const std::string sql = "DELETE FROM books WHERE lost";
  // CHECK: :[[@LINE-1]]:27: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  // CHECK: :[[@LINE-2]]:27: note: give it a name in a constant, such as 'delete_books_by_lost', instead of 'sql'
  static constexpr auto kSqlQuery2 = "DELETE FROM books WHERE torn";
  // CHECK: :[[@LINE-1]]:39: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  const char *query_str = "DELETE FROM shelves";
  // CHECK: :[[@LINE-1]]:27: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  std::string changed = "SELECT id FROM shelves"; // a variable
  // CHECK: :[[@LINE-1]]:25: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  changed += " WHERE full";
  const char *either = "SELECT id FROM lenders"; // set twice
  // CHECK: :[[@LINE-1]]:24: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  if (all)
    either = "SELECT id FROM former_lenders";
  // CHECK: :[[@LINE-1]]:14: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  // What a constant is made of by the database is not its text.
  const pqxx::result found = tx.exec("SELECT name FROM lenders");
  // CHECK: :[[@LINE-1]]:38: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  tx.exec(sql);
  tx.exec(kSqlQuery2);
  tx.exec(query_str);
  tx.exec(changed);
  tx.exec(either);
}

} // namespace shelves
