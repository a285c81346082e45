// rules: sql-network-in-transaction
// A courier service's dispatch: every class of libpqxx that is a transaction while it lives, and the one that is none.
#include <curl/curl.h>
#include <pqxx/pqxx>
#include <pqxx/transactor.hxx>

#include <string>

namespace dispatch {

class RouteService {
public:
  explicit RouteService(std::string base) : base_(std::move(base)) {}

  bool reserve(long courier) const {
    CURL *curl = curl_easy_init();
    if (!curl)
      return false;
    const std::string url = base_ + "/reserve/" + std::to_string(courier);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    const CURLcode done = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return done == CURLE_OK;
  }

private:
  std::string base_;
};

void assign(pqxx::connection &conn, const RouteService &routes, long courier) {
  pqxx::work tx(conn);
  tx.exec("UPDATE courier SET busy = true WHERE id = " + pqxx::to_string(courier));
  routes.reserve(courier); // WARN sql-network-in-transaction
  tx.commit();
  routes.reserve(courier); // OK sql-network-in-transaction
}

void assign_serializable(pqxx::connection &conn, const RouteService &routes, long courier) {
  routes.reserve(courier); // OK sql-network-in-transaction
  pqxx::transaction<pqxx::serializable> tx{conn, "assign"};
  tx.exec("UPDATE courier SET busy = true WHERE id = " + pqxx::to_string(courier));
  if (!routes.reserve(courier)) { // WARN sql-network-in-transaction
    tx.abort();
    routes.reserve(0); // OK sql-network-in-transaction
    return;
  }
  tx.commit();
}

std::string busiest(pqxx::connection &conn, const RouteService &routes) {
  pqxx::read_transaction tx(conn);
  const pqxx::result rows = tx.exec("SELECT name FROM courier ORDER BY tours DESC LIMIT 1");
  routes.reserve(1); // WARN sql-network-in-transaction
  return rows.empty() ? "" : rows[0][0].as<std::string>();
}

void settle(pqxx::connection &conn, const RouteService &routes) {
  pqxx::robusttransaction<> tx(conn);
  tx.exec("UPDATE tour SET settled = true WHERE NOT settled");
  routes.reserve(2); // WARN sql-network-in-transaction
  tx.commit();
}

void vacuum(pqxx::connection &conn, const RouteService &routes) {
  pqxx::nontransaction direct(conn);
  direct.exec("VACUUM ANALYZE tour");
  routes.reserve(3); // OK sql-network-in-transaction
  direct.commit();
}

void import_tours(pqxx::connection &conn, const RouteService &routes) {
  pqxx::work tx(conn);
  try {
    pqxx::subtransaction row(tx, "one_row");
    row.exec("INSERT INTO tour (id) VALUES (1)");
    routes.reserve(4); // WARN sql-network-in-transaction
    row.commit();
  } catch (const pqxx::sql_error &) {
    tx.exec("INSERT INTO rejected (id) VALUES (1)");
  }
  routes.reserve(5); // WARN sql-network-in-transaction
  tx.commit();
}

void retried(pqxx::connection &conn, const RouteService &routes) {
  pqxx::perform([&] {
    pqxx::work tx(conn);
    tx.exec("DELETE FROM tour WHERE settled");
    routes.reserve(6); // WARN sql-network-in-transaction
    tx.commit();
  });
  routes.reserve(7); // OK sql-network-in-transaction
}

void retried_outside(pqxx::connection &conn, const RouteService &routes) {
  const auto count = pqxx::perform([&conn] {
    pqxx::read_transaction tx(conn);
    return tx.exec("SELECT count(*) FROM tour")[0][0].as<long>();
  });
  if (count > 100)
    routes.reserve(count); // OK sql-network-in-transaction
}

// libpqxx 6: the connection makes the transaction, calls this with it, and commits.
class CloseDay : public pqxx::transactor<> {
public:
  explicit CloseDay(const RouteService &routes) : pqxx::transactor<>("CloseDay"), routes_(routes) {}
  void operator()(argument_type &tx) {
    tx.exec("UPDATE tour SET closed = true");
    routes_.reserve(8); // WARN sql-network-in-transaction
  }
  void on_commit() {
    routes_.reserve(9); // OK sql-network-in-transaction
  }

private:
  const RouteService &routes_;
};

void close_day(pqxx::connection &conn, const RouteService &routes) { conn.perform(CloseDay(routes)); }

} // namespace dispatch
