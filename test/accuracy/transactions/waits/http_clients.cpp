// rules: sql-network-in-transaction
// flags: -std=c++20 -isystem ../../../models/Inputs/cpr
// A newsletter fetches and posts with four HTTP clients.
#include <cpr.h>
#include <curl/curl.h>
#include <httplib.h>
#include <pqxx/pqxx>

#include <cpprest/http_client.h> // last: its macro U is a parameter's name in other headers

#include <memory>
#include <string>

namespace newsletter {

void with_curl(pqxx::connection &db, CURL *curl) {
  pqxx::work tx(db);
  curl_easy_setopt(curl, CURLOPT_URL, "https://list.example/send"); // OK sql-network-in-transaction
  curl_easy_perform(curl);                                          // WARN sql-network-in-transaction
  tx.commit();
  curl_easy_perform(curl); // OK sql-network-in-transaction
}

void with_multi(pqxx::connection &db, CURLM *multi, CURL *curl) {
  pqxx::work tx(db);
  curl_multi_add_handle(multi, curl); // OK sql-network-in-transaction
  int running = 0;
  curl_multi_perform(multi, &running);                // OK sql-network-in-transaction
  curl_multi_wait(multi, nullptr, 0, 1000, &running); // WARN sql-network-in-transaction
  tx.commit();
}

void with_cpr(pqxx::connection &db) {
  pqxx::work tx(db);
  const cpr::Response page = cpr::Get(cpr::Url{"https://list.example/"}); // WARN sql-network-in-transaction
  auto pending = cpr::GetAsync(cpr::Url{"https://list.example/"});        // OK sql-network-in-transaction
  tx.exec("UPDATE list SET checked = true");
  tx.commit();
  pending.get(); // OK sql-network-in-transaction
}

void with_cpr_session(pqxx::connection &db) {
  cpr::Session session;
  session.SetUrl(cpr::Url{"https://list.example/"});
  pqxx::work tx(db);
  session.Post(); // WARN sql-network-in-transaction
  tx.commit();
}

void with_httplib(pqxx::connection &db) {
  httplib::Client http("list.example", 80); // OK sql-network-in-transaction
  http.set_read_timeout(5, 0);
  pqxx::work tx(db);
  if (auto answer = http.Get("/subscribers")) // WARN sql-network-in-transaction
    tx.exec("UPDATE list SET size = size + 1");
  http.Post("/done", "all", "text/plain"); // WARN sql-network-in-transaction
  tx.commit();
}

void with_cpprest(pqxx::connection &db) {
  web::http::client::http_client http("https://list.example/");
  pqxx::work tx(db);
  auto pending = http.request(web::http::methods::GET, "/count"); // OK sql-network-in-transaction
  const auto answer = pending.get();                                 // WARN sql-network-in-transaction
  tx.exec("UPDATE list SET status = " + std::to_string(answer.status_code()));
  tx.commit();
}

void started_with_cpprest(pqxx::connection &db, web::http::client::http_client &http) {
  pqxx::work tx(db);
  auto pending = http.request(web::http::methods::GET, "/count").then([](const web::http::http_response &answer) {
    return answer.status_code(); // OK sql-network-in-transaction
  });
  tx.commit();
  pending.wait(); // OK sql-network-in-transaction
}

} // namespace newsletter
