// rules: sql-injection
//
// Web services: cpp-httplib and FastCGI.

#include <fcgiapp.h>
#include <httplib.h>
#include <pqxx/pqxx>

#include <string>

namespace web {

class Orders {
public:
  explicit Orders(pqxx::connection &connection) : connection(connection) {}

  void listen(httplib::Server &server) {
    server.Get("/orders", [this](const httplib::Request &request, httplib::Response &response) {
      pqxx::work tx(connection);
      auto rows = tx.exec("SELECT id FROM orders WHERE customer = '" + request.get_param_value("customer") + "'"); // WARN sql-injection tainted
      response.set_content(std::to_string(rows.size()), "text/plain");
    });
    server.Get("/page", [this](const httplib::Request &request, httplib::Response &response) {
      pqxx::work tx(connection);
      int page = std::stoi(request.get_param_value("page"));
      auto rows = tx.exec("SELECT id FROM orders LIMIT 20 OFFSET " + std::to_string(20 * page)); // OK sql-injection
      response.set_content(std::to_string(rows.size()), "text/plain");
    });
    server.Post("/note", [&](const httplib::Request &request, httplib::Response &) {
      pqxx::work tx(connection);
      tx.exec("INSERT INTO notes (body) VALUES ('" + request.body + "')"); // WARN sql-injection tainted
      tx.exec_params("INSERT INTO notes (body) VALUES ($1)", request.body); // OK sql-injection
      tx.commit();
    });
    server.Delete(R"(/orders/(\d+))", [&](const httplib::Request &request, httplib::Response &) {
      pqxx::work tx(connection);
      const std::string agent = request.get_header_value("User-Agent");
      tx.exec("INSERT INTO visits (agent) VALUES ('" + agent + "')"); // WARN sql-injection tainted
      tx.exec("INSERT INTO visits (agent) VALUES (" + tx.quote(agent) + ")"); // OK sql-injection
      tx.commit();
    });
  }

private:
  pqxx::connection &connection;
};

void serve(pqxx::connection &connection, FCGX_Request &request) {
  const char *query = FCGX_GetParam("QUERY_STRING", request.envp);
  pqxx::work tx(connection);
  if (query)
    tx.exec(std::string("SELECT body FROM pages WHERE path = '") + query + "'"); // WARN sql-injection tainted
}

} // namespace web
