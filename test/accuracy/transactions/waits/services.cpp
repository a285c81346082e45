// rules: sql-network-in-transaction
// packages: libpq
// flags: -std=c++17 -isystem ../include/aws -isystem ../include
// A records office: mail, directories, remote shells, object stores, other services, other databases.
#define LDAP_DEPRECATED 1
#include <vmime/vmime.hpp> // before libetpan, which defines INLINE

#include <aws/s3/S3Client.h>
#include <ldap.h>
#include <libetpan/libetpan.h>
#include <libpq-fe.h>
#include <libssh/libssh.h>
#include <libssh2.h>
#include <mysql_driver.h>
#include <cppconn/connection.h>
#include <pqxx/pqxx>

#include <memory>
#include <string>

namespace office {

void smtp(pqxx::connection &db, mailsmtp *smtp, clist *to, const std::string &text) {
  pqxx::work tx(db);
  mailsmtp_socket_connect(smtp, "mail.example", 25);                            // WARN sql-network-in-transaction
  mailesmtp_send(smtp, "office@example.org", 0, nullptr, to, text.data(), text.size()); // WARN sql-network-in-transaction
  tx.commit();
  mailsmtp_quit(smtp); // OK sql-network-in-transaction
}

void imap(pqxx::connection &db, mailimap *imap) {
  pqxx::work tx(db);
  mailimap_select(imap, "INBOX"); // WARN sql-network-in-transaction
  tx.commit();
}

void vmime_mail(pqxx::connection &db, vmime::shared_ptr<vmime::net::transport> mail, vmime::shared_ptr<vmime::message> message) {
  mail->connect(); // OK sql-network-in-transaction
  pqxx::work tx(db);
  mail->send(message); // WARN sql-network-in-transaction
  tx.commit();
}

bool known(pqxx::connection &db, LDAP *directory, const char *user) {
  pqxx::work tx(db);
  LDAPMessage *found = nullptr;
  const int done = ldap_search_ext_s(directory, "dc=example", LDAP_SCOPE_SUBTREE, user, nullptr, 0, nullptr, nullptr, nullptr, 10, &found); // WARN sql-network-in-transaction
  const int entries = ldap_count_entries(directory, found); // OK sql-network-in-transaction
  tx.commit();
  return done == LDAP_SUCCESS && entries > 0;
}

void shell(pqxx::connection &db, ssh_session session) {
  ssh_options_set(session, SSH_OPTIONS_HOST, "archive.example");
  pqxx::work tx(db);
  ssh_connect(session);                       // WARN sql-network-in-transaction
  ssh_channel channel = ssh_channel_new(session); // OK sql-network-in-transaction
  ssh_channel_open_session(channel);          // WARN sql-network-in-transaction
  tx.commit();
}

void shell2(pqxx::connection &db, LIBSSH2_SESSION *session, int socket) {
  pqxx::work tx(db);
  libssh2_session_handshake(session, socket); // WARN sql-network-in-transaction
  tx.commit();
}

void store(pqxx::connection &db, const Aws::S3::S3Client &s3, const Aws::SQS::SQSClient &sqs) {
  Aws::S3::Model::PutObjectRequest request;
  request.SetBucket("scans");
  pqxx::work tx(db);
  request.SetKey("1.pdf"); // OK sql-network-in-transaction
  const auto outcome = s3.PutObject(request); // WARN sql-network-in-transaction
  if (outcome.IsSuccess())                    // OK sql-network-in-transaction
    tx.exec("UPDATE scan SET stored = true");
  sqs.SendMessage(Aws::SQS::Model::SendMessageRequest()); // WARN sql-network-in-transaction
  tx.commit();
}

void store_later(pqxx::connection &db, const Aws::S3::S3Client &s3, const Aws::S3::Model::PutObjectRequest &request) {
  pqxx::work tx(db);
  auto pending = s3.PutObjectCallable(request); // OK sql-network-in-transaction
  s3.PutObjectAsync(request, [](const Aws::S3::S3Client *, const Aws::S3::Model::PutObjectRequest &,
                                const Aws::S3::Model::PutObjectOutcome &,
                                const std::shared_ptr<const Aws::Client::AsyncCallerContext> &) {}); // OK sql-network-in-transaction
  tx.commit();
  pending.get(); // OK sql-network-in-transaction
}

void connects(pqxx::connection &db, sql::Driver &driver) {
  pqxx::work tx(db);
  PGconn *other = PQconnectdb("dbname=archive"); // WARN sql-network-in-transaction
  PQfinish(other);
  std::unique_ptr<sql::Connection> third(driver.connect("tcp://127.0.0.1:3306", "office", "x")); // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace office
