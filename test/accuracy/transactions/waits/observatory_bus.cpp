// rules: sql-network-in-transaction
// packages: Qt5Sql, glib-2.0
// flags: -std=c++17 -fPIC
// An observatory asks the dome and the weather over D-Bus, Qt's and GLib's; and sockets that are only looked at.
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusInterface>
#include <QtDBus/QDBusPendingCall>
#include <QtDBus/QDBusPendingReply>
#include <pqxx/pqxx>
#include <sys/socket.h>
#include <sys/wait.h>

#include <chrono>
#include <future>

#undef signals
#include <gio/gio.h>

namespace observatory {

using namespace std::chrono_literals;

void ask_dome(pqxx::connection &db, QDBusInterface &dome) {
  pqxx::work tx(db);
  dome.call(QDBus::NoBlock, "Park");                                  // OK sql-network-in-transaction
  QDBusPendingReply<bool> later = dome.asyncCall("IsOpen");           // OK sql-network-in-transaction
  dome.call("Open", 30);                                              // WARN sql-network-in-transaction
  dome.call(QDBus::Block, "Close");                                   // WARN sql-network-in-transaction
  later.waitForFinished();                                            // WARN sql-network-in-transaction
  tx.commit();
  dome.call("Close"); // OK sql-network-in-transaction
}

void send_message(pqxx::connection &db, const QDBusMessage &message) {
  const QDBusConnection bus = QDBusConnection::systemBus();
  pqxx::work tx(db);
  bus.send(message);      // OK sql-network-in-transaction
  bus.asyncCall(message); // OK sql-network-in-transaction
  bus.call(message);      // WARN sql-network-in-transaction
  tx.commit();
}

void ask_weather(pqxx::connection &db, GDBusProxy *weather) {
  pqxx::work tx(db);
  g_dbus_proxy_call(weather, "Wind", nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr, nullptr); // OK sql-network-in-transaction
  GVariant *wind = g_dbus_proxy_call_sync(weather, "Wind", nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr); // WARN sql-network-in-transaction
  g_variant_unref(wind);
  tx.commit();
}

void run_filter(pqxx::connection &db, GSubprocess *filter) {
  pqxx::work tx(db);
  g_subprocess_wait_async(filter, nullptr, nullptr, nullptr); // OK sql-network-in-transaction
  g_subprocess_wait(filter, nullptr, nullptr);                // WARN sql-network-in-transaction
  tx.commit();
}

// Flags say that it does not wait.
void only_looked(pqxx::connection &db, int mount, pid_t filter) {
  char byte = 0;
  int status = 0;
  pqxx::work tx(db);
  recv(mount, &byte, 1, MSG_DONTWAIT);            // OK sql-network-in-transaction
  recv(mount, &byte, 1, MSG_PEEK | MSG_DONTWAIT); // OK sql-network-in-transaction
  send(mount, &byte, 1, MSG_NOSIGNAL | MSG_DONTWAIT); // OK sql-network-in-transaction
  waitpid(filter, &status, WNOHANG | WUNTRACED);  // OK sql-network-in-transaction
  recv(mount, &byte, 1, MSG_PEEK);                // WARN sql-network-in-transaction
  waitpid(filter, &status, WUNTRACED);            // WARN sql-network-in-transaction
  tx.commit();
}

// Durations written as literals
void exposures(pqxx::connection &db, std::future<int> &stars) {
  pqxx::work tx(db);
  stars.wait_for(0ms);   // OK sql-network-in-transaction
  stars.wait_for(0s);    // OK sql-network-in-transaction
  stars.wait_for(250ms); // WARN sql-network-in-transaction
  stars.wait_for(1'000us); // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace observatory
