// rules: sql-network-in-transaction
// A photo album on SQLiteCpp.
#include <SQLiteCpp/SQLiteCpp.h>
#include <curl/curl.h>

#include <memory>
#include <string>

namespace album {

std::string thumbnail(const std::string &url) {
  std::unique_ptr<CURL, void (*)(CURL *)> curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  return curl_easy_perform(curl.get()) == CURLE_OK ? "ok" : "";
}

void add(SQLite::Database &db, const std::string &url) {
  SQLite::Transaction change(db);
  SQLite::Statement insert(db, "INSERT INTO photo (url) VALUES (?)");
  insert.bind(1, url);
  insert.exec();
  thumbnail(url); // WARN sql-network-in-transaction
  change.commit();
}

void add_all(SQLite::Database &db, const std::string &url) {
  const std::string small = thumbnail(url); // OK sql-network-in-transaction
  SQLite::Transaction change(db);
  SQLite::Statement insert(db, "INSERT INTO photo (url, small) VALUES (?, ?)");
  insert.bind(1, url);
  insert.bind(2, small);
  insert.exec();
  change.commit();
  thumbnail(url); // OK sql-network-in-transaction
}

void forget(SQLite::Database &db, const std::string &url) {
  try {
    SQLite::Transaction change(db);
    db.exec("DELETE FROM photo WHERE old");
    change.commit();
  } catch (const SQLite::Exception &) {
    thumbnail(url); // OK sql-network-in-transaction
  }
}

} // namespace album
