// rules: sql-injection
//
// A ticket desk behind Boost.Beast: target, header fields and body of a request.

#include <boost/beast/http.hpp>
#include <sqlite3.h>

#include <string>

namespace desk {

namespace http = boost::beast::http;
using Request = http::request<http::string_body>;

class Tickets {
public:
  explicit Tickets(sqlite3 *db) : db_(db) {}

  void handle(const Request &request) {
    run("INSERT INTO tickets (text) VALUES ('" + request.body() + "')"); // WARN sql-injection tainted
    std::string page(request.target());
    run("UPDATE pages SET seen = seen + 1 WHERE path = '" + page + "'"); // WARN sql-injection tainted
    auto agent = request[http::field::user_agent];
    run("INSERT INTO visits (agent) VALUES ('" + std::string(agent.data(), agent.size()) + "')"); // WARN sql-injection tainted
    if (page == "/open" || page == "/closed")
      run("INSERT INTO visits (path) VALUES ('" + page + "')"); // OK sql-injection
  }

  void forward(const std::string &path) {
    Request request;
    request.target(path);
    request.body() = "{}";
    request.prepare_payload();
    run("INSERT INTO forwarded (length) VALUES (" + std::to_string(request.body().size()) + ")"); // OK sql-injection
  }

private:
  void run(const std::string &sql) { sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr); }

  sqlite3 *db_;
};

} // namespace desk
