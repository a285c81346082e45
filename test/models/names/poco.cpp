// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Data/Transaction.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Event.h>
#include <Poco/Format.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/NumberFormatter.h>
#include <Poco/Process.h>
#include <Poco/StreamCopier.h>
#include <Poco/String.h>
#include <Poco/Thread.h>
#include <string>

using namespace Poco::Data::Keywords;

std::string statements(Poco::Data::Session &session, std::string name) {
  std::string found;
  int id = 1;
  session << "SELECT name FROM users WHERE id = ?", use(id), into(found), now;
  Poco::Data::Statement statement(session), other = (session << "SELECT 2"), copied(other);
  statement << "SELECT name FROM users WHERE name = " << name;
  statement.addBind(Poco::Data::Keywords::bind(name));
  statement.execute();
  while (!statement.done())
    found += statement.toString();
  Poco::Data::RecordSet rows(session, "SELECT 3"), more(statement);
  for (bool row = rows.moveFirst(); row; row = rows.moveNext())
    found += rows.value("name").convert<std::string>() + rows[0].toString() + rows.columnName(0);
  return found;
}

void transactions(Poco::Data::SessionPool &pool) {
  Poco::Data::Session session(pool.get()), other("SQLite", "shop.db");
  Poco::Data::Transaction change(session), later(session, false);
  change.execute("DELETE FROM users");
  change.commit();
  later.rollback();
  session.begin();
  session.commit();
  session.rollback();
}

std::string texts(const std::string &name) {
  std::string all = Poco::format("%s %d", name, 1), text = name;
  Poco::format(all, "%s", name);
  Poco::replaceInPlace(text, std::string("a"), name);
  Poco::trimInPlace(text);
  Poco::toUpperInPlace(text);
  Poco::NumberFormatter::append(text, 1);
  return all + text + Poco::replace(name, std::string("a"), name) + Poco::trim(name) + Poco::toLower(name) + Poco::cat(name, name) +
         Poco::NumberFormatter::format(1) + Poco::translate(name, "a", "b") +
         Poco::DateTimeFormatter::format(Poco::Timestamp(), "%Y");
}

std::string network(Poco::Net::HTTPServerRequest &served, Poco::Net::StreamSocket &socket, Poco::Net::MailMessage &mail) {
  Poco::Net::HTTPClientSession client("localhost", 80);
  Poco::Net::HTTPRequest request(Poco::Net::HTTPRequest::HTTP_GET, "/");
  Poco::Net::HTTPResponse response;
  client.sendRequest(request);
  std::string body, more;
  Poco::StreamCopier::copyToString(client.receiveResponse(response), body);
  Poco::StreamCopier::copyToString(served.stream(), more);
  char buffer[100];
  socket.connect(Poco::Net::SocketAddress("localhost", 80));
  socket.sendBytes(buffer, 100);
  socket.receiveBytes(buffer, 100);
  Poco::Net::DNS::hostByName("localhost");
  Poco::Net::SMTPClientSession smtp("localhost");
  smtp.login();
  smtp.sendMessage(mail);
  smtp.close();
  Poco::Net::HTMLForm form(served);
  Poco::Thread::sleep(1);
  Poco::Thread thread;
  thread.join();
  Poco::Event event;
  event.wait();
  return body + more + served.getURI() + served.get("X-Name") + form.get("name") + form["id"] + buffer;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @Poco::Data::Keywords::bind(
// CHECK-DAG: @Poco::Data::Keywords::into(
// CHECK-DAG: @Poco::Data::Keywords::use(
// CHECK-DAG: @Poco::Data::RecordSet::RecordSet(
// CHECK-DAG: @Poco::Data::RecordSet::columnName(
// CHECK-DAG: @Poco::Data::RecordSet::moveFirst(
// CHECK-DAG: @Poco::Data::RecordSet::moveNext(
// CHECK-DAG: @Poco::Data::RecordSet::operator[](
// CHECK-DAG: @Poco::Data::RecordSet::value(
// CHECK-DAG: @Poco::Data::RecordSet::~RecordSet(
// CHECK-DAG: @Poco::Data::Session::Session(
// CHECK-DAG: @Poco::Data::Session::begin(
// CHECK-DAG: @Poco::Data::Session::commit(
// CHECK-DAG: @Poco::Data::Session::operator<<(
// CHECK-DAG: @Poco::Data::Session::rollback(
// CHECK-DAG: @Poco::Data::Session::~Session(
// CHECK-DAG: @Poco::Data::SessionPool::get(
// CHECK-DAG: @Poco::Data::Statement::Statement(
// CHECK-DAG: @Poco::Data::Statement::addBind(
// CHECK-DAG: @Poco::Data::Statement::done(
// CHECK-DAG: @Poco::Data::Statement::execute(
// CHECK-DAG: @Poco::Data::Statement::operator<<(
// CHECK-DAG: @Poco::Data::Statement::toString(
// CHECK-DAG: @Poco::Data::Statement::~Statement(
// CHECK-DAG: @Poco::Data::Transaction::Transaction(
// CHECK-DAG: @Poco::Data::Transaction::commit(
// CHECK-DAG: @Poco::Data::Transaction::execute(
// CHECK-DAG: @Poco::Data::Transaction::rollback(
// CHECK-DAG: @Poco::Data::Transaction::~Transaction(
// CHECK-DAG: @Poco::DateTimeFormatter::format(
// CHECK-DAG: @Poco::Dynamic::Var::convert(
// CHECK-DAG: @Poco::Dynamic::Var::toString(
// CHECK-DAG: @Poco::Event::Event(
// CHECK-DAG: @Poco::Event::wait(
// CHECK-DAG: @Poco::Net::DNS::hostByName(
// CHECK-DAG: @Poco::Net::HTMLForm::HTMLForm(
// CHECK-DAG: @Poco::Net::HTMLForm::~HTMLForm(
// CHECK-DAG: @Poco::Net::HTTPClientSession::HTTPClientSession(
// CHECK-DAG: @Poco::Net::HTTPClientSession::receiveResponse(
// CHECK-DAG: @Poco::Net::HTTPClientSession::sendRequest(
// CHECK-DAG: @Poco::Net::HTTPClientSession::~HTTPClientSession(
// CHECK-DAG: @Poco::Net::HTTPRequest::HTTPRequest(
// CHECK-DAG: @Poco::Net::HTTPRequest::getURI(
// CHECK-DAG: @Poco::Net::HTTPRequest::~HTTPRequest(
// CHECK-DAG: @Poco::Net::HTTPResponse::HTTPResponse(
// CHECK-DAG: @Poco::Net::HTTPResponse::~HTTPResponse(
// CHECK-DAG: @Poco::Net::HTTPServerRequest::stream(
// CHECK-DAG: @Poco::Net::NameValueCollection::get(
// CHECK-DAG: @Poco::Net::NameValueCollection::operator[](
// CHECK-DAG: @Poco::Net::SMTPClientSession::SMTPClientSession(
// CHECK-DAG: @Poco::Net::SMTPClientSession::close(
// CHECK-DAG: @Poco::Net::SMTPClientSession::login(
// CHECK-DAG: @Poco::Net::SMTPClientSession::sendMessage(
// CHECK-DAG: @Poco::Net::SocketAddress::SocketAddress(
// CHECK-DAG: @Poco::Net::StreamSocket::connect(
// CHECK-DAG: @Poco::Net::StreamSocket::receiveBytes(
// CHECK-DAG: @Poco::Net::StreamSocket::sendBytes(
// CHECK-DAG: @Poco::NumberFormatter::append(
// CHECK-DAG: @Poco::NumberFormatter::format(
// CHECK-DAG: @Poco::SharedPtr::SharedPtr(
// CHECK-DAG: @Poco::StreamCopier::copyToString(
// CHECK-DAG: @Poco::Thread::Thread(
// CHECK-DAG: @Poco::Thread::join(
// CHECK-DAG: @Poco::Thread::sleep(
// CHECK-DAG: @Poco::Timestamp::Timestamp(
// CHECK-DAG: @Poco::cat(
// CHECK-DAG: @Poco::format(
// CHECK-DAG: @Poco::replace(
// CHECK-DAG: @Poco::replaceInPlace(
// CHECK-DAG: @Poco::toLower(
// CHECK-DAG: @Poco::toUpperInPlace(
// CHECK-DAG: @Poco::translate(
// CHECK-DAG: @Poco::trim(
// CHECK-DAG: @Poco::trimInPlace(
