// rules: sql-network-in-transaction
// flags: -std=c++17
// A parking garage on Asio without Boost.
#include <asio.hpp>
#include <pqxx/pqxx>

#include <string>

namespace garage {

using asio::ip::tcp;

void open_gate(pqxx::connection &db, tcp::socket &gate) {
  pqxx::work tx(db);
  gate.send(asio::buffer("OPEN", 4)); // WARN sql-network-in-transaction
  tx.exec("UPDATE gate SET open = true");
  tx.commit();
  gate.send(asio::buffer("CLOSE", 5)); // OK sql-network-in-transaction
}

void read_plate(pqxx::connection &db, tcp::socket &camera) {
  pqxx::work tx(db);
  asio::streambuf line;
  asio::read_until(camera, line, '\n'); // WARN sql-network-in-transaction
  tx.commit();
}

void later(pqxx::connection &db, asio::io_context &io, tcp::socket &gate) {
  pqxx::work tx(db);
  asio::post(io, [&gate] { gate.send(asio::buffer("OPEN", 4)); }); // OK sql-network-in-transaction
  tx.commit();
}

} // namespace garage
