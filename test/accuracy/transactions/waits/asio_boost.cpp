// rules: sql-network-in-transaction
// flags: -std=c++17
// A lift controller on Boost.Asio and Boost.Beast.
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <pqxx/pqxx>

#include <array>
#include <chrono>
#include <string>

namespace lift {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

void move(pqxx::connection &db, tcp::socket &cabin) {
  pqxx::work tx(db);
  tx.exec("UPDATE cabin SET floor = floor + 1");
  asio::write(cabin, asio::buffer("UP\n", 3)); // WARN sql-network-in-transaction
  std::array<char, 16> answer;
  asio::read(cabin, asio::buffer(answer)); // WARN sql-network-in-transaction
  tx.commit();
}

void connect(pqxx::connection &db, asio::io_context &io, const std::string &host) {
  tcp::resolver resolver(io);
  tcp::socket cabin(io);
  pqxx::work tx(db);
  const auto found = resolver.resolve(host, "4040"); // WARN sql-network-in-transaction
  asio::connect(cabin, found);                       // WARN sql-network-in-transaction
  cabin.set_option(tcp::no_delay(true));             // OK sql-network-in-transaction
  tx.commit();
}

void started(pqxx::connection &db, asio::io_context &io, tcp::socket &cabin) {
  pqxx::work tx(db);
  asio::async_write(cabin, asio::buffer("UP\n", 3), [](const boost::system::error_code &, std::size_t) {}); // OK sql-network-in-transaction
  asio::post(io, [&cabin] { asio::write(cabin, asio::buffer("DOWN\n", 5)); });                             // OK sql-network-in-transaction
  tx.commit();
  io.run(); // OK sql-network-in-transaction
}

void run_inside(pqxx::connection &db, asio::io_context &io) {
  pqxx::work tx(db);
  io.run(); // WARN sql-network-in-transaction
  tx.commit();
}

void timer(pqxx::connection &db, asio::io_context &io) {
  asio::steady_timer wait(io, std::chrono::seconds(1));
  pqxx::work tx(db);
  wait.async_wait([](const boost::system::error_code &) {}); // OK sql-network-in-transaction
  wait.wait();                                               // WARN sql-network-in-transaction
  tx.commit();
}

void status(pqxx::connection &db, beast::tcp_stream &stream) {
  namespace http = beast::http;
  http::request<http::string_body> request{http::verb::get, "/status", 11};
  beast::flat_buffer buffer;
  http::response<http::string_body> answer;
  pqxx::work tx(db);
  http::write(stream, request);        // WARN sql-network-in-transaction
  http::read(stream, buffer, answer);  // WARN sql-network-in-transaction
  tx.exec("UPDATE cabin SET ok = true");
  tx.commit();
}

void live(pqxx::connection &db, beast::websocket::stream<tcp::socket> &socket) {
  beast::flat_buffer buffer;
  pqxx::work tx(db);
  socket.write(asio::buffer("ping", 4)); // WARN sql-network-in-transaction
  tx.commit();
  socket.read(buffer); // OK sql-network-in-transaction
}

void secure(pqxx::connection &db, asio::ssl::stream<tcp::socket> &tls) {
  pqxx::work tx(db);
  tls.handshake(asio::ssl::stream_base::client); // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace lift
