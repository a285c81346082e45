// rules: sql-network-in-transaction
// packages: libpq
#include "database.h"

#include <curl/curl.h>

#include <string>
#include <vector>

namespace orders {

namespace {

std::vector<long> waiting;

// The same name stands in billing.cpp, and waits for nothing there.
bool perform(const std::string &url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_easy_cleanup(curl);
  return ok;
}

} // namespace

bool charge(long order) { return perform("https://pay.example/" + std::to_string(order)); }

bool enqueue_charge(long order) {
  waiting.push_back(order);
  return true;
}

class SmtpMailer : public Mailer {
public:
  void send(const std::string &text) override { perform("smtp://mail.example/" + text); }
  std::string name() const override { return "smtp"; }
};

Mailer &default_mailer() {
  static SmtpMailer mailer;
  return mailer;
}

} // namespace orders
