// RUN: %clang-sql dump summary %s --  | FileCheck %s

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void *work(void *context) { return context; }
static int order(const void *a, const void *b) { return a < b; }
static void stop(int number) { (void)number; }

void network(const char *host, struct sockaddr *address, socklen_t length, char *buffer, struct pollfd *ready, struct epoll_event *events) {
  struct addrinfo *found;
  fd_set set;
  FD_ZERO(&set);
  getaddrinfo(host, "80", NULL, &found);
  getnameinfo(address, length, buffer, 10, NULL, 0, 0);
  gethostbyname(host);
  freeaddrinfo(found);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, address, length);
  int other = accept(fd, address, &length);
  send(other, buffer, 10, 0);
  sendto(other, buffer, 10, 0, address, length);
  recv(other, buffer, 10, 0);
  recvfrom(other, buffer, 10, 0, address, &length);
  select(fd + 1, &set, NULL, NULL, NULL);
  poll(ready, 1, 1000);
  epoll_wait(fd, events, 1, 1000);
  inet_ntop(AF_INET, address, buffer, length);
  shutdown(fd, SHUT_RDWR);
}

void processes(const char *command, struct timespec *time) {
  int status;
  system(command);
  FILE *output = popen(command, "r");
  pclose(output);
  pid_t child = fork();
  waitpid(child, &status, 0);
  waitpid(child, &status, WNOHANG);
  wait(&status);
  sleep(1);
  usleep(1);
  nanosleep(time, NULL);
  signal(SIGINT, stop);
}

void threads(pthread_t *thread, pthread_mutex_t *mutex, pthread_cond_t *condition, sem_t *semaphore, void **numbers) {
  pthread_create(thread, NULL, work, numbers);
  pthread_join(*thread, numbers);
  pthread_mutex_lock(mutex);
  pthread_cond_wait(condition, mutex);
  pthread_mutex_unlock(mutex);
  sem_wait(semaphore);
  qsort(numbers, 1, sizeof(void *), order);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @accept(
// CHECK-DAG: @connect(
// CHECK-DAG: @epoll_wait(
// CHECK-DAG: @fork(
// CHECK-DAG: @freeaddrinfo(
// CHECK-DAG: @getaddrinfo(
// CHECK-DAG: @gethostbyname(
// CHECK-DAG: @getnameinfo(
// CHECK-DAG: @inet_ntop(
// CHECK-DAG: @nanosleep(
// CHECK-DAG: @pclose(
// CHECK-DAG: @poll(
// CHECK-DAG: @popen(
// CHECK-DAG: @pthread_cond_wait(
// CHECK-DAG: @pthread_create(
// CHECK-DAG: @pthread_join(
// CHECK-DAG: @pthread_mutex_lock(
// CHECK-DAG: @pthread_mutex_unlock(
// CHECK-DAG: @qsort(
// CHECK-DAG: @recv(
// CHECK-DAG: @recvfrom(
// CHECK-DAG: @select(
// CHECK-DAG: @sem_wait(
// CHECK-DAG: @send(
// CHECK-DAG: @sendto(
// CHECK-DAG: @shutdown(
// CHECK-DAG: @signal(
// CHECK-DAG: @sleep(
// CHECK-DAG: @socket(
// CHECK-DAG: @system(
// CHECK-DAG: @usleep(
// CHECK-DAG: @wait(
// CHECK-DAG: @waitpid(
