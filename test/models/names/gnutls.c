// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <gnutls/gnutls.h>

int talk(gnutls_session_t session, char *buffer, size_t size) {
  if (gnutls_handshake(session) < 0)
    return gnutls_strerror(-1)[0];
  gnutls_record_send(session, buffer, size);
  gnutls_record_recv(session, buffer, size);
  gnutls_bye(session, GNUTLS_SHUT_RDWR);
  gnutls_deinit(session);
  return buffer[0];
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @gnutls_bye(
// CHECK-DAG: @gnutls_deinit(
// CHECK-DAG: @gnutls_handshake(
// CHECK-DAG: @gnutls_record_recv(
// CHECK-DAG: @gnutls_record_send(
// CHECK-DAG: @gnutls_strerror(
