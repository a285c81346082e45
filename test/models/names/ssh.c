// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <libssh/libssh.h>
#include <libssh/sftp.h>
#include <libssh2.h>
#include <libssh2_sftp.h>

void first(ssh_session session, sftp_session files, char *buffer, size_t size) {
  ssh_connect(session);
  ssh_userauth_password(session, "user", "secret");
  ssh_channel channel = ssh_channel_new(session);
  ssh_channel_open_session(channel);
  ssh_channel_request_exec(channel, "uptime");
  ssh_channel_read(channel, buffer, size, 0);
  ssh_channel_write(channel, buffer, size);
  ssh_channel_close(channel);
  sftp_init(files);
  sftp_file file = sftp_open(files, "a", 0, 0);
  sftp_read(file, buffer, size);
  sftp_write(file, buffer, size);
  sftp_close(file);
  ssh_disconnect(session);
}

void second(LIBSSH2_SESSION *session, int descriptor, char *buffer, size_t size) {
  libssh2_session_handshake(session, descriptor);
  libssh2_userauth_password(session, "user", "secret");
  LIBSSH2_CHANNEL *channel = libssh2_channel_open_session(session);
  libssh2_channel_exec(channel, "uptime");
  libssh2_channel_read(channel, buffer, size);
  libssh2_channel_write(channel, buffer, size);
  libssh2_channel_close(channel);
  LIBSSH2_SFTP *files = libssh2_sftp_init(session);
  LIBSSH2_SFTP_HANDLE *file = libssh2_sftp_open(files, "a", 0, 0);
  libssh2_sftp_read(file, buffer, size);
  libssh2_session_disconnect(session, "bye");
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @libssh2_channel_close(
// CHECK-DAG: @libssh2_channel_open_ex(
// CHECK-DAG: @libssh2_channel_process_startup(
// CHECK-DAG: @libssh2_channel_read_ex(
// CHECK-DAG: @libssh2_channel_write_ex(
// CHECK-DAG: @libssh2_session_disconnect_ex(
// CHECK-DAG: @libssh2_session_handshake(
// CHECK-DAG: @libssh2_sftp_init(
// CHECK-DAG: @libssh2_sftp_open_ex(
// CHECK-DAG: @libssh2_sftp_read(
// CHECK-DAG: @libssh2_userauth_password_ex(
// CHECK-DAG: @sftp_close(
// CHECK-DAG: @sftp_init(
// CHECK-DAG: @sftp_open(
// CHECK-DAG: @sftp_read(
// CHECK-DAG: @sftp_write(
// CHECK-DAG: @ssh_channel_close(
// CHECK-DAG: @ssh_channel_new(
// CHECK-DAG: @ssh_channel_open_session(
// CHECK-DAG: @ssh_channel_read(
// CHECK-DAG: @ssh_channel_request_exec(
// CHECK-DAG: @ssh_channel_write(
// CHECK-DAG: @ssh_connect(
// CHECK-DAG: @ssh_disconnect(
// CHECK-DAG: @ssh_userauth_password(
