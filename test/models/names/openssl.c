// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>

int talk(SSL_CTX *context, int descriptor, char *buffer, int size) {
  unsigned char encoded[200];
  size_t done;
  SSL *ssl = SSL_new(context);
  SSL_set_fd(ssl, descriptor);
  if (SSL_connect(ssl) <= 0 || SSL_accept(ssl) <= 0 || SSL_do_handshake(ssl) <= 0)
    return SSL_get_error(ssl, 0) + ERR_error_string(ERR_get_error(), 0)[0];
  SSL_write(ssl, buffer, size);
  SSL_write_ex(ssl, buffer, size, &done);
  SSL_read(ssl, buffer, size);
  SSL_read_ex(ssl, buffer, size, &done);
  SSL_peek(ssl, buffer, size);
  EVP_EncodeBlock(encoded, (unsigned char *)buffer, size);
  SSL_shutdown(ssl);
  SSL_free(ssl);
  return encoded[0];
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @ERR_error_string(
// CHECK-DAG: @ERR_get_error(
// CHECK-DAG: @EVP_EncodeBlock(
// CHECK-DAG: @SSL_accept(
// CHECK-DAG: @SSL_connect(
// CHECK-DAG: @SSL_do_handshake(
// CHECK-DAG: @SSL_free(
// CHECK-DAG: @SSL_get_error(
// CHECK-DAG: @SSL_new(
// CHECK-DAG: @SSL_peek(
// CHECK-DAG: @SSL_read(
// CHECK-DAG: @SSL_read_ex(
// CHECK-DAG: @SSL_set_fd(
// CHECK-DAG: @SSL_shutdown(
// CHECK-DAG: @SSL_write(
// CHECK-DAG: @SSL_write_ex(
