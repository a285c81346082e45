// RUN: %clang-sql dump summary %s --  | FileCheck %s

#include <curl/curl.h>
#include <curl/mprintf.h>

CURLcode transfer(const char *url, char *buffer, size_t size) {
  size_t done;
  long status;
  char *type, *part;
  CURL *curl = curl_easy_init();
  char *escaped = curl_easy_escape(curl, url, 0), *plain = curl_easy_unescape(curl, url, 0, NULL);
  struct curl_slist *headers = curl_slist_append(NULL, "Accept: text/plain");
  curl_easy_setopt(curl, CURLOPT_URL, url);
  CURLcode result = curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  curl_easy_send(curl, buffer, size, &done);
  curl_easy_recv(curl, buffer, size, &done);
  curl_msnprintf(buffer, size, "%s", curl_easy_strerror(result));
  curl_url_get(curl_url(), CURLUPART_HOST, &part, 0);
  curl_slist_free_all(headers);
  curl_free(escaped), curl_free(plain);
  curl_easy_cleanup(curl);
  return result;
}

void several(CURLM *multi, CURL *curl) {
  int running, ready;
  curl_multi_add_handle(multi, curl);
  curl_multi_perform(multi, &running);
  curl_multi_wait(multi, NULL, 0, 1000, &ready);
  curl_multi_poll(multi, NULL, 0, 0, &ready);
  curl_multi_remove_handle(multi, curl);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @curl_easy_cleanup(
// CHECK-DAG: @curl_easy_escape(
// CHECK-DAG: @curl_easy_getinfo(
// CHECK-DAG: @curl_easy_init(
// CHECK-DAG: @curl_easy_perform(
// CHECK-DAG: @curl_easy_recv(
// CHECK-DAG: @curl_easy_send(
// CHECK-DAG: @curl_easy_setopt(
// CHECK-DAG: @curl_easy_strerror(
// CHECK-DAG: @curl_easy_unescape(
// CHECK-DAG: @curl_free(
// CHECK-DAG: @curl_msnprintf(
// CHECK-DAG: @curl_multi_add_handle(
// CHECK-DAG: @curl_multi_perform(
// CHECK-DAG: @curl_multi_poll(
// CHECK-DAG: @curl_multi_remove_handle(
// CHECK-DAG: @curl_multi_wait(
// CHECK-DAG: @curl_slist_append(
// CHECK-DAG: @curl_slist_free_all(
// CHECK-DAG: @curl_url(
// CHECK-DAG: @curl_url_get(
