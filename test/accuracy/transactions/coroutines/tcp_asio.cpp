// rules: sql-network-in-transaction
// flags: -std=c++20 -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
// A chess server: coroutines of Asio that wait inside a transaction.
#include <asio.hpp>
#include <pqxx/pqxx>

#include <chrono>
#include <string>

namespace chess {

using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

awaitable<void> move(pqxx::connection &db, tcp::socket &player, std::string text) {
  pqxx::work tx(db);
  tx.exec("UPDATE game SET moves = moves + 1");
  co_await asio::async_write(player, asio::buffer(text), use_awaitable); // WARN sql-network-in-transaction
  tx.commit();
  co_await asio::async_write(player, asio::buffer(text), use_awaitable); // OK sql-network-in-transaction
}

awaitable<void> pause(pqxx::connection &db) {
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::seconds(1));
  co_await timer.async_wait(use_awaitable); // OK sql-network-in-transaction
  pqxx::work tx(db);
  tx.exec("UPDATE game SET paused = true");
  co_await timer.async_wait(use_awaitable); // WARN sql-network-in-transaction
  tx.commit();
}

awaitable<std::string> ask(tcp::socket &player) {
  std::string answer(64, ' ');
  co_await player.async_read_some(asio::buffer(answer), use_awaitable); // OK sql-network-in-transaction
  co_return answer;
}

awaitable<int> rank(int points) { co_return points / 100; }

awaitable<void> offer_draw(pqxx::connection &db, tcp::socket &player) {
  pqxx::work tx(db);
  const std::string answer = co_await ask(player); // WARN sql-network-in-transaction
  const int rating = co_await rank(1800);          // OK sql-network-in-transaction
  tx.exec(answer == "yes" && rating > 10 ? "UPDATE game SET draw = true" : "UPDATE game SET draw = false");
  tx.commit();
}

awaitable<void> start(pqxx::connection &db, tcp::socket &player, asio::io_context &io) {
  pqxx::work tx(db);
  asio::co_spawn(io, ask(player), asio::detached); // OK sql-network-in-transaction
  tx.exec("INSERT INTO game DEFAULT VALUES");
  tx.commit();
  co_return;
}

awaitable<void> finish(pqxx::connection &db, tcp::socket &player, bool told) {
  {
    pqxx::work tx(db);
    tx.exec("UPDATE game SET over = true");
    tx.commit();
  }
  if (told)
    co_await asio::async_write(player, asio::buffer("over", 4), use_awaitable); // OK sql-network-in-transaction
}

} // namespace chess
