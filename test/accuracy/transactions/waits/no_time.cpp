// rules: sql-network-in-transaction
// A switchboard: what does not wait, given no time.
#include <chrono>
#include <future>
#include <optional>
#include <pqxx/pqxx>
#include <string>
#include <zmq.hpp>

namespace switchboard {

class Line {
public:
  explicit Line(zmq::context_t &context) : socket_(context, zmq::socket_type::pair) {}
  std::string heard() {
    zmq::message_t word;
    (void)socket_.recv(word, zmq::recv_flags::none);
    return word.to_string();
  }
  std::optional<std::string> overheard() {
    zmq::message_t word;
    if (!socket_.recv(word, zmq::recv_flags::dontwait))
      return std::nullopt;
    return word.to_string();
  }

private:
  zmq::socket_t socket_;
};

void log(pqxx::connection &db, Line &line, std::future<int> &bill) {
  using namespace std::chrono;
  pqxx::work tx(db);
  if (line.overheard()) // OK sql-network-in-transaction
    tx.exec("UPDATE line SET busy = true");
  if (bill.wait_for(seconds(0)) == std::future_status::ready) // OK sql-network-in-transaction
    tx.exec("UPDATE line SET billed = true");
  if (bill.wait_for(milliseconds{0}) == std::future_status::ready) // OK sql-network-in-transaction
    tx.exec("UPDATE line SET billed = true");
  if (bill.wait_for(milliseconds(40)) == std::future_status::ready) // WARN sql-network-in-transaction
    tx.exec("UPDATE line SET billed = true");
  line.heard(); // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace switchboard
