// RUN: %clang-sql dump summary %s --  | FileCheck %s

#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void inputs(FILE *file, char *buffer, char **line, size_t *size, int number) {
  puts(getenv("HOME"));
  fgets(buffer, 10, stdin);
  fgets(buffer, 10, file);
  fread(buffer, 1, 10, file);
  getline(line, size, file);
  getdelim(line, size, ';', file);
  int fd = open("name.txt", O_RDONLY);
  read(fd, buffer, 10);
  pread(fd, buffer, 10, 0);
  readlink("name", buffer, 10);
  puts(readdir(opendir("."))->d_name);
  getcwd(buffer, 10);
  gethostname(buffer, 10);
  fscanf(file, "%s", buffer);
  scanf("%s", buffer);
  sscanf(*line, "%s %d", buffer, &number);
  number = getchar() + getc(file) + fgetc(file);
  mmap(NULL, 10, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  fclose(file);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @close(
// CHECK-DAG: @fgetc(
// CHECK-DAG: @fgets(
// CHECK-DAG: @fread(
// CHECK-DAG: @fscanf(
// CHECK-DAG: @getc(
// CHECK-DAG: @getchar(
// CHECK-DAG: @getcwd(
// CHECK-DAG: @getdelim(
// CHECK-DAG: @getenv(
// CHECK-DAG: @gethostname(
// CHECK-DAG: @getline(
// CHECK-DAG: @mmap(
// CHECK-DAG: @open(
// CHECK-DAG: @opendir(
// CHECK-DAG: @pread(
// CHECK-DAG: @read(
// CHECK-DAG: @readdir(
// CHECK-DAG: @readlink(
// CHECK-DAG: @scanf(
// CHECK-DAG: @sscanf(
