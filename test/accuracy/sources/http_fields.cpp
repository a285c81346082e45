// rules: sql-injection
//
// A parcel station's web service, with cpp-httplib: what a request has in its fields.

#include <httplib.h>
#include <sqlite3.h>

#include <string>

namespace station {

class Parcels {
public:
  explicit Parcels(sqlite3 *db) : db_(db) {}

  void routes(httplib::Server &server) {
    server.Get(R"(/parcels/(\w+))", [this](const httplib::Request &request, httplib::Response &response) {
      const std::string code = request.matches[1];
      run("SELECT place FROM parcels WHERE code = '" + code + "'"); // WARN sql-injection tainted
      run("SELECT place FROM parcels WHERE code = '" + request.matches[1].str() + "'"); // WARN sql-injection tainted
      run("SELECT place FROM parcels WHERE id = " + std::to_string(std::stoi(request.matches[1]))); // OK sql-injection
      response.status = 200;
    });
    server.Post("/notes", [this](const httplib::Request &request, httplib::Response &response) {
      note(request.body);
      log("INSERT INTO log (path) VALUES ('" + request.path + "')"); // WARN sql-injection tainted
      for (const auto &[name, value] : request.params)
        run("INSERT INTO fields (value) VALUES ('" + value + "')"); // WARN sql-injection tainted
      response.status = 201;
    });
    server.Get("/search", [this](const httplib::Request &request, httplib::Response &) {
      auto found = request.params.find("place");
      if (found == request.params.end())
        return;
      run("SELECT code FROM parcels WHERE place = '" + found->second + "'"); // WARN sql-injection tainted
      if (found->second == "cellar" || found->second == "attic")
        run("SELECT code FROM parcels WHERE place = '" + found->second + "'"); // OK sql-injection
    });
  }

  // What the program itself puts into a request is not from outside.
  void warmUp() {
    httplib::Request request;
    request.path = "/parcels/all";
    run("INSERT INTO log (path) VALUES ('" + request.path + "')"); // OK sql-injection
  }

private:
  void note(const std::string &text) {
    run("INSERT INTO notes (text) VALUES ('" + text + "')"); // WARN sql-injection tainted
  }
  void log(const std::string &sql) { run(sql); }
  void run(const std::string &sql) { sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr); }

  sqlite3 *db_;
};

} // namespace station
