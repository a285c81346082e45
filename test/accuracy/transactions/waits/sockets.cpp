// rules: sql-network-in-transaction
// A warehouse talks to its scanners, scales and printers over sockets, some of it over TLS, while orders are picked.
#include <arpa/inet.h>
#include <gnutls/gnutls.h>
#include <netdb.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <pqxx/pqxx>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

namespace warehouse {

void ask_scanner(pqxx::connection &db, int scanner) {
  pqxx::work tx(db);
  char code[32];
  ::recv(scanner, code, sizeof code, 0); // WARN sql-network-in-transaction
  tx.exec("UPDATE pick SET scanned = true");
  ::send(scanner, "OK\n", 3, 0); // WARN sql-network-in-transaction
  tx.commit();
}

void broadcast(pqxx::connection &db, int udp, const sockaddr *to, socklen_t size) {
  pqxx::work tx(db);
  ::sendto(udp, "pick", 4, 0, to, size); // WARN sql-network-in-transaction
  tx.commit();
}

void configure(pqxx::connection &db, int socket) {
  pqxx::work tx(db);
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &yes, sizeof yes); // OK sql-network-in-transaction
  sockaddr_in at{};
  at.sin_port = htons(4711);                    // OK sql-network-in-transaction
  ::inet_pton(AF_INET, "10.0.0.1", &at.sin_addr); // OK sql-network-in-transaction
  ::bind(socket, reinterpret_cast<const sockaddr *>(&at), sizeof at);
  ::listen(socket, 5); // OK sql-network-in-transaction
  tx.commit();
}

int open_scale(pqxx::connection &db, const std::string &host) {
  pqxx::work tx(db);
  tx.exec("UPDATE scale SET busy = true");
  addrinfo *found = nullptr;
  if (::getaddrinfo(host.c_str(), "4711", nullptr, &found) != 0) // WARN sql-network-in-transaction
    return -1;
  const int scale = ::socket(found->ai_family, found->ai_socktype, 0); // OK sql-network-in-transaction
  if (::connect(scale, found->ai_addr, found->ai_addrlen) != 0) { // WARN sql-network-in-transaction
    ::freeaddrinfo(found);
    return -1;
  }
  ::freeaddrinfo(found); // OK sql-network-in-transaction
  tx.commit();
  return scale;
}

void old_resolver(pqxx::connection &db) {
  pqxx::read_transaction tx(db);
  const hostent *printer = ::gethostbyname("printer.local"); // WARN sql-network-in-transaction
  if (printer)
    tx.exec("SELECT 1");
}

void wait_for_any(pqxx::connection &db, pollfd *devices, int queue) {
  pqxx::work tx(db);
  ::poll(devices, 3, 0);    // OK sql-network-in-transaction
  ::poll(devices, 3, 1000); // WARN sql-network-in-transaction
  epoll_event events[8];
  ::epoll_wait(queue, events, 8, 0);  // OK sql-network-in-transaction
  ::epoll_wait(queue, events, 8, -1); // WARN sql-network-in-transaction
  tx.commit();
}

void select_one(pqxx::connection &db, int device) {
  pqxx::work tx(db);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(device, &set);
  timeval limit{5, 0};
  ::select(device + 1, &set, nullptr, nullptr, &limit); // WARN sql-network-in-transaction
  tx.commit();
}

int serve(pqxx::connection &db, int listener) {
  pqxx::work tx(db);
  const int client = ::accept(listener, nullptr, nullptr); // WARN sql-network-in-transaction
  tx.commit();
  return client;
}

void secured(pqxx::connection &db, SSL *tls) {
  char answer[64];
  pqxx::work tx(db);
  SSL_set_fd(tls, 3);                     // OK sql-network-in-transaction
  SSL_connect(tls);                       // WARN sql-network-in-transaction
  SSL_write(tls, "hello", 5);             // WARN sql-network-in-transaction
  SSL_read(tls, answer, sizeof answer);   // WARN sql-network-in-transaction
  tx.commit();
  SSL_shutdown(tls); // OK sql-network-in-transaction
}

void secured_otherwise(pqxx::connection &db, gnutls_session_t tls) {
  pqxx::work tx(db);
  gnutls_handshake(tls); // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace warehouse
