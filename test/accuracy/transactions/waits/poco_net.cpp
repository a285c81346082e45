// rules: sql-network-in-transaction
// Weather stations with Poco::Net and SOCI.
#include <Poco/Event.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Process.h>
#include <Poco/Thread.h>
#include <soci/soci.h>

#include <string>

namespace weather {

void fetch(soci::session &db) {
  Poco::Net::HTTPClientSession http("station.example", 80); // OK sql-network-in-transaction
  Poco::Net::HTTPRequest request("GET", "/now");
  Poco::Net::HTTPResponse answer;
  soci::transaction tx(db);
  http.sendRequest(request);     // WARN sql-network-in-transaction
  http.receiveResponse(answer);  // WARN sql-network-in-transaction
  db << "UPDATE station SET seen = 1";
  tx.commit();
}

void raw(soci::session &db, Poco::Net::StreamSocket &station) {
  soci::transaction tx(db);
  char answer[32];
  station.receiveBytes(answer, sizeof answer); // WARN sql-network-in-transaction
  tx.commit();
  station.sendBytes("ok", 2); // OK sql-network-in-transaction
}

void name(soci::session &db) {
  soci::transaction tx(db);
  Poco::Net::DNS::hostByName("station.example"); // WARN sql-network-in-transaction
  tx.commit();
}

void warn(soci::session &db, const Poco::Net::MailMessage &storm) {
  Poco::Net::SMTPClientSession mail("mail.example");
  mail.login();
  soci::transaction tx(db);
  mail.sendMessage(storm); // WARN sql-network-in-transaction
  tx.commit();
}

void idle(soci::session &db, Poco::Event &ready) {
  soci::transaction tx(db);
  Poco::Thread::sleep(100); // WARN sql-network-in-transaction
  ready.set();              // OK sql-network-in-transaction
  ready.wait();             // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace weather
