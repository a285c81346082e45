// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A garden's plants, by Poco::Data.

#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Transaction.h>
#include <Poco/Format.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPServerRequest.h>

#include <string>

using namespace Poco::Data::Keywords;

namespace garden {

void water(Poco::Data::Session &session, const std::string &plant) {
  Poco::Data::Statement update(session);
  update << "UPDATE plants SET watered = now() WHERE name = '" << plant << "'";
  update.execute();
  // CHECK: :[[@LINE-1]]:3: warning: 'plant' becomes SQL in 'execute': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

void water_bound(Poco::Data::Session &session, std::string plant) {
  Poco::Data::Statement update(session);
  update << "UPDATE plants SET watered = now() WHERE name = ?";
  update.addBind(use(plant));
  update.execute();
}

void count(Poco::Data::Session &session, const std::string &bed, int row) {
  Poco::Data::RecordSet numbers(session, Poco::format("SELECT count(*) FROM plants WHERE row = %d", row));
  Poco::Data::RecordSet names(session, Poco::format("SELECT count(*) FROM plants WHERE bed = '%s'", bed));
  // CHECK: :[[@LINE-1]]:25: warning: 'bed' becomes SQL in 'RecordSet': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

void remove(Poco::Data::Session &session, Poco::Net::HTTPServerRequest &request) {
  Poco::Net::HTMLForm form(request);
  Poco::Data::Statement all = (session << "DELETE FROM plants WHERE name = " << form.get("name"));
  all.execute();
  // CHECK: :[[@LINE-1]]:3: warning: 'form.get("name")' comes from the network and becomes SQL in 'execute': it stands unescaped as a bare value [sql-injection]
}

void import(Poco::Data::Session &session) {
  Poco::Data::Statement insert(session);
  insert << "INSERT INTO plants VALUES ('rose', 1)";
  // CHECK: :[[@LINE-1]]:14: warning: {{.*}}[sql-insert-without-columns]
  insert.execute();
}

void order_inside(Poco::Data::Session &session, Poco::Net::HTTPClientSession &shop, Poco::Net::HTTPRequest &order) {
  Poco::Net::HTTPResponse answer;
  Poco::Data::Transaction change(session);
  change.execute("UPDATE plants SET ordered = 1", false);
  shop.sendRequest(order);
  // CHECK: :[[@LINE-1]]:3: warning: 'sendRequest' waits on the network while {{.*}}[sql-network-in-transaction]
  shop.receiveResponse(answer);
  // CHECK: :[[@LINE-1]]:3: warning: 'receiveResponse' waits on the network while {{.*}}[sql-network-in-transaction]
  change.commit();
}

void order_after(Poco::Data::Session &session, Poco::Net::HTTPClientSession &shop, Poco::Net::HTTPRequest &order) {
  {
    Poco::Data::Transaction change(session);
    change.execute("UPDATE plants SET ordered = 1");
  }
  session.begin();
  session.commit();
  shop.sendRequest(order);
}

} // namespace garden
