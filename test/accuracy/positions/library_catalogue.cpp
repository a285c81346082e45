// rules: sql-injection
//
// The catalogue of a public library: each place of a statement, filled rightly and wrongly.

#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace library {

class Catalogue {
public:
  Catalogue(pqxx::connection &connection, pqxx::work &tx) : connection_(connection), tx_(tx) {}

  // The inside of a quoted literal.
  void literalBody(const std::string &title) {
    tx_.exec("SELECT id FROM books WHERE title = '" + title + "'"); // WARN sql-injection
    tx_.exec("SELECT id FROM books WHERE title = '" + tx_.esc(title) + "'"); // OK sql-injection
    tx_.exec("SELECT id FROM books WHERE title = '" + connection_.esc(title) + "'"); // OK sql-injection
  }

  // A bare value.
  void value(const std::string &isbn, int year) {
    tx_.exec("SELECT id FROM books WHERE isbn = " + isbn); // WARN sql-injection
    tx_.exec("SELECT id FROM books WHERE isbn = " + tx_.quote(isbn)); // OK sql-injection
    tx_.exec("SELECT id FROM books WHERE isbn = " + connection_.quote(isbn) + " AND year = " + tx_.quote(year)); // OK sql-injection
    tx_.exec("UPDATE books SET isbn = " + isbn + " WHERE isbn IS NULL"); // WARN sql-injection
    tx_.exec("SELECT coalesce(isbn, " + tx_.quote(isbn) + ") FROM books"); // OK sql-injection
  }

  // Names.
  void names(const std::string &table, const std::string &column) {
    tx_.exec("SELECT " + column + " FROM books"); // WARN sql-injection
    tx_.exec("SELECT " + tx_.quote_name(column) + " FROM books"); // OK sql-injection
    tx_.exec("SELECT id FROM " + connection_.quote_name(table)); // OK sql-injection
    tx_.exec("SELECT id FROM \"" + table + "\""); // WARN sql-injection
    tx_.exec("SELECT b." + tx_.quote_name(column) + " FROM books b"); // OK sql-injection
    tx_.exec("ALTER TABLE books ADD COLUMN " + column + " text"); // WARN sql-injection
    tx_.exec("CREATE INDEX ON books (" + tx_.quote_name(column) + ")"); // OK sql-injection
    tx_.exec("COPY " + table + " (id, title) TO STDOUT"); // WARN sql-injection
  }

  // Keywords and directions: nothing but constants.
  void directions(const std::string &direction, bool descending) {
    tx_.exec("SELECT id FROM books ORDER BY title " + direction); // WARN sql-injection
    tx_.exec(std::string("SELECT id FROM books ORDER BY title ") + (descending ? "DESC" : "ASC")); // OK sql-injection
  }

  // Operators.
  void operators(const std::string &op, int year, bool newer) {
    tx_.exec("SELECT id FROM books WHERE year " + op + " " + std::to_string(year)); // WARN sql-injection
    tx_.exec(std::string("SELECT id FROM books WHERE year ") + (newer ? ">" : "<") + " " + std::to_string(year)); // OK sql-injection
  }

  // LIMIT and OFFSET.
  void pages(const std::string &count, unsigned first) {
    tx_.exec("SELECT id FROM books LIMIT " + count); // WARN sql-injection
    tx_.exec("SELECT id FROM books LIMIT 20 OFFSET " + std::to_string(first)); // OK sql-injection
  }

  // Patterns: esc is enough against injection, esc_like is about wildcards.
  void patterns(const std::string &word) {
    tx_.exec("SELECT id FROM books WHERE title ILIKE '%" + word + "%'"); // WARN sql-injection
    tx_.exec("SELECT id FROM books WHERE title ILIKE '%" + tx_.esc(word) + "%'"); // OK sql-injection
    tx_.exec("SELECT id FROM books WHERE title ILIKE " + tx_.quote("%" + word + "%")); // OK sql-injection
    tx_.exec("SELECT id FROM books WHERE title ILIKE '%" + tx_.esc_like(word) + "%'"); // WARN sql-injection
  }

  // IN lists.
  void lists(const std::vector<std::string> &isbns) {
    std::string raw, quoted;
    for (const auto &isbn : isbns) {
      raw += (raw.empty() ? "'" : ",'") + isbn + "'";
      quoted += (quoted.empty() ? "" : ",") + tx_.quote(isbn);
    }
    tx_.exec("SELECT id FROM books WHERE isbn IN (" + raw + ")"); // WARN sql-injection
    tx_.exec("SELECT id FROM books WHERE isbn IN (" + quoted + ")"); // OK sql-injection
  }

  // Clauses and statements.
  void clauses(const std::string &where) {
    tx_.exec("SELECT id FROM books WHERE " + where); // WARN sql-injection
    tx_.exec("SELECT id FROM books " + where); // WARN sql-injection
    tx_.exec("SELECT id FROM books; " + where); // WARN sql-injection
  }

  // Functions of tables, casts, intervals, JSON, arrays, comments.
  void others(const std::string &text, int days) {
    tx_.exec("SELECT * FROM generate_series(1, " + text + ")"); // WARN sql-injection
    tx_.exec("SELECT id FROM books WHERE lent < now() - interval '" + text + " days'"); // WARN sql-injection
    tx_.exec("SELECT id FROM books WHERE lent < now() - interval '" + std::to_string(days) + " days'"); // OK sql-injection
    tx_.exec("SELECT id FROM books WHERE data->>'" + text + "' IS NULL"); // WARN sql-injection
    tx_.exec("SELECT id FROM books WHERE data->>'" + tx_.esc(text) + "' IS NULL"); // OK sql-injection
    tx_.exec("SELECT id FROM books WHERE tags @> ARRAY[" + tx_.quote(text) + "]"); // OK sql-injection
    tx_.exec("SELECT $body$" + text + "$body$"); // WARN sql-injection
    tx_.exec("SELECT id FROM books /* " + text + " */"); // WARN sql-injection
    tx_.exec("SELECT '" + tx_.esc_raw(reinterpret_cast<const unsigned char *>(text.data()), text.size()) + "'::bytea"); // OK sql-injection
  }

private:
  pqxx::connection &connection_;
  pqxx::work &tx_;
};

// Once escaped, text stays so: in other variables, in a map, cut behind a check of its length.
pqxx::result remembered(pqxx::work &tx, const std::string &author, const std::string &place) {
  const std::string safe = tx.esc(author);
  std::string copy = safe;
  std::string where = "author = '" + copy + "'";
  if (!place.empty())
    where += " AND place = " + tx.quote(place);
  return tx.exec("SELECT id FROM books WHERE " + where); // OK sql-injection
}

// Cutting escaped text may split an escape: 'O''' becomes 'O'.
pqxx::result cut(pqxx::work &tx, const std::string &author) {
  std::string safe = tx.esc(author);
  safe.resize(20);
  return tx.exec("SELECT id FROM books WHERE author = '" + safe + "'"); // WARN sql-injection
}

// Unescaped again.
pqxx::result twice(pqxx::work &tx, std::string author) {
  std::string safe = tx.esc(author);
  tx.exec("SELECT id FROM books WHERE author = '" + safe + "'"); // OK sql-injection
  safe = author;
  return tx.exec("SELECT id FROM books WHERE author = '" + safe + "'"); // WARN sql-injection
}

} // namespace library
