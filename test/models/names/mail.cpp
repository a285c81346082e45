// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <vmime/vmime.hpp> // before libetpan, which defines INLINE

#include <libetpan/libetpan.h>

void plain(mailsmtp *smtp, mailimap *imap, const char *text, size_t size, clist *recipients) {
  mailsmtp_socket_connect(smtp, "localhost", 25);
  mailsmtp_init(smtp);
  mailsmtp_auth(smtp, "user", "secret");
  mailsmtp_send(smtp, "shop@localhost", recipients, text, size);
  mailsmtp_quit(smtp);
  mailsmtp_free(smtp);
  mailimap_socket_connect(imap, "localhost", 143);
  mailimap_login(imap, "user", "secret");
  mailimap_select(imap, "INBOX");
  mailimap_logout(imap);
}

void classes(vmime::shared_ptr<vmime::net::transport> transport, vmime::shared_ptr<vmime::net::folder> folder,
             vmime::shared_ptr<vmime::message> message) {
  transport->connect();
  transport->send(message);
  transport->disconnect();
  folder->open(vmime::net::folder::MODE_READ_ONLY);
  folder->getMessage(1);
  folder->close(false);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @mailimap_login(
// CHECK-DAG: @mailimap_logout(
// CHECK-DAG: @mailimap_select(
// CHECK-DAG: @mailimap_socket_connect(
// CHECK-DAG: @mailsmtp_auth(
// CHECK-DAG: @mailsmtp_free(
// CHECK-DAG: @mailsmtp_init(
// CHECK-DAG: @mailsmtp_quit(
// CHECK-DAG: @mailsmtp_send(
// CHECK-DAG: @mailsmtp_socket_connect(
// CHECK-DAG: @vmime::net::folder::close(
// CHECK-DAG: @vmime::net::folder::getMessage(
// CHECK-DAG: @vmime::net::folder::open(
// CHECK-DAG: @vmime::net::service::connect(
// CHECK-DAG: @vmime::net::service::disconnect(
// CHECK-DAG: @vmime::net::transport::send(
