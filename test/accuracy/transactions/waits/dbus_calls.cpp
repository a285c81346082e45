// rules: sql-network-in-transaction
// packages: dbus-1
// flags: -std=c++17
// A jukebox tells the desktop what it plays, over D-Bus.
#include <dbus/dbus.h>
#include <pqxx/pqxx>
#include <sdbus-c++/sdbus-c++.h>
#include <systemd/sd-bus.h>

#include <string>

namespace jukebox {

void libdbus(pqxx::connection &db, DBusConnection *bus, DBusMessage *message) {
  DBusError error;
  dbus_error_init(&error);
  pqxx::work tx(db);
  dbus_connection_send(bus, message, nullptr);                              // OK sql-network-in-transaction
  dbus_connection_send_with_reply_and_block(bus, message, 500, &error);     // WARN sql-network-in-transaction
  tx.commit();
}

void systemd(pqxx::connection &db, sd_bus *bus, sd_bus_message *message) {
  sd_bus_message *reply = nullptr;
  pqxx::work tx(db);
  sd_bus_send(bus, message, nullptr);               // OK sql-network-in-transaction
  sd_bus_call(bus, message, 1000, nullptr, &reply); // WARN sql-network-in-transaction
  tx.commit();
}

void sdbus(pqxx::connection &db, sdbus::IProxy &player) {
  pqxx::work tx(db);
  auto call = player.createMethodCall("org.jukebox", "Play"); // OK sql-network-in-transaction
  player.callMethod(call, 0);                                 // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace jukebox
