// rules: sql-network-in-transaction
// Readings of a greenhouse with Poco::Data: Session::begin, Transaction, one that is not begun at once, and transact.
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/Data/Transaction.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>

#include <string>

using namespace Poco::Data::Keywords;
using Poco::Data::Session;
using Poco::Data::Transaction;

namespace greenhouse {

void report(const std::string &host) {
  Poco::Net::HTTPClientSession http(host, 80);
  Poco::Net::HTTPRequest request(Poco::Net::HTTPRequest::HTTP_POST, "/readings");
  http.sendRequest(request) << "ok";
  Poco::Net::HTTPResponse response;
  http.receiveResponse(response);
}

void store(Session &db, const std::string &host, int value) {
  Transaction change(db);
  db << "INSERT INTO reading (value) VALUES (?)", use(value), now;
  report(host); // WARN sql-network-in-transaction
  change.commit();
  report(host); // OK sql-network-in-transaction
}

void store_later(Session &db, const std::string &host, int value) {
  Transaction change(db, false);
  report(host); // OK sql-network-in-transaction
  db.begin();
  db << "INSERT INTO reading (value) VALUES (?)", use(value), now;
  report(host); // WARN sql-network-in-transaction
  db.commit();
}

void calibrate(Session &db, const std::string &host) {
  db.begin();
  db << "UPDATE sensor SET drift = 0", now;
  report(host); // WARN sql-network-in-transaction
  db.rollback();
  report(host); // OK sql-network-in-transaction
}

// transact runs the callable in a transaction of its own, and commits.
void transacted(Session &db, const std::string &host) {
  Transaction change(db, false);
  auto level = [&host](Session &session) {
    session << "UPDATE sensor SET level = 1", now;
    report(host);
  };
  change.transact(level); // WARN sql-network-in-transaction
  report(host); // OK sql-network-in-transaction
}

void scoped(Session &db, const std::string &host) {
  {
    Transaction change(db);
    db << "UPDATE sensor SET checked = 1", now;
    change.commit();
  }
  report(host); // OK sql-network-in-transaction
}

} // namespace greenhouse
