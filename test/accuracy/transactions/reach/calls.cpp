// rules: sql-network-in-transaction
// A pharmacy: through which calls a wait is reached.
#include <curl/curl.h>
#include <pqxx/pqxx>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace pharmacy {

static bool request(const std::string &url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_easy_cleanup(curl);
  return ok;
}

// A chain of calls.
static bool wholesaler(const std::string &drug) { return request("https://wholesale.example/" + drug); }
static bool available(const std::string &drug) { return !drug.empty() && wholesaler(drug); }
static bool order(const std::string &drug) { return available(drug); }
static std::string label(const std::string &drug) { return "Rx " + drug; }

void dispense(pqxx::connection &db, const std::string &drug) {
  pqxx::work tx(db);
  tx.exec("UPDATE stock SET amount = amount - 1");
  label(drug); // OK sql-network-in-transaction
  order(drug); // WARN sql-network-in-transaction
  tx.commit();
}

// Virtual calls.
class Notifier {
public:
  virtual ~Notifier() = default;
  virtual void notify(const std::string &text) = 0;
};

class HttpNotifier : public Notifier {
public:
  void notify(const std::string &text) override { request("https://notify.example/" + text); }
};

class LogNotifier : public Notifier {
public:
  void notify(const std::string &text) override { lines_.push_back(text); }

private:
  std::vector<std::string> lines_;
};

void tell(pqxx::connection &db, Notifier &notifier) {
  pqxx::work tx(db);
  tx.exec("UPDATE recipe SET told = true");
  notifier.notify("done"); // WARN sql-network-in-transaction
  tx.commit();
}

void log_only(pqxx::connection &db, LogNotifier &log) {
  pqxx::work tx(db);
  log.LogNotifier::notify("done"); // OK sql-network-in-transaction
  tx.commit();
}

class Clock {
public:
  virtual ~Clock() = default;
  virtual long now() const = 0;
};
class FixedClock : public Clock {
public:
  long now() const override { return 42; }
};

void timed(pqxx::connection &db, const Clock &clock) {
  pqxx::work tx(db);
  tx.exec("UPDATE recipe SET at = " + std::to_string(clock.now())); // OK sql-network-in-transaction
  tx.commit();
}

// Function pointers and std::function.
static void ping() { request("https://ping.example"); }
static void nothing() {}

void by_pointer(pqxx::connection &db) {
  void (*const before)() = nothing;
  void (*const after)() = ping;
  pqxx::work tx(db);
  before(); // OK sql-network-in-transaction
  after();  // WARN sql-network-in-transaction
  tx.commit();
}

void by_function(pqxx::connection &db) {
  const std::function<void()> task = ping;
  const std::function<bool()> other = [] { return true; };
  pqxx::work tx(db);
  task();  // WARN sql-network-in-transaction
  other(); // OK sql-network-in-transaction
  tx.commit();
}

static void repeat(int times, const std::function<void(int)> &body) {
  for (int i = 0; i < times; ++i)
    body(i);
}

void passed_on(pqxx::connection &db) {
  pqxx::work tx(db);
  repeat(3, [&tx](int shelf) { tx.exec("UPDATE stock SET shelf = " + std::to_string(shelf)); }); // OK sql-network-in-transaction
  repeat(3, [](int) { ping(); });                                                               // WARN sql-network-in-transaction
  tx.commit();
}

struct Handlers {
  void (*opened)();
  void (*closed)();
};
static const Handlers handlers = {nothing, ping};

void by_table(pqxx::connection &db) {
  pqxx::work tx(db);
  handlers.opened(); // OK sql-network-in-transaction
  handlers.closed(); // WARN sql-network-in-transaction
  tx.commit();
}

// Lambdas: called, stored, handed to algorithms.
void lambdas(pqxx::connection &db, std::vector<std::function<void()>> &later) {
  pqxx::work tx(db);
  const auto warn = [](const std::string &text) { request(text); }; // OK sql-network-in-transaction
  later.push_back([] { ping(); });                                  // OK sql-network-in-transaction
  later.emplace_back(ping);                                         // OK sql-network-in-transaction
  warn("low");                                                      // WARN sql-network-in-transaction
  tx.commit();
  for (const auto &task : later)
    task(); // OK sql-network-in-transaction
}

void algorithms(pqxx::connection &db, const std::vector<std::string> &drugs) {
  pqxx::work tx(db);
  std::for_each(drugs.begin(), drugs.end(), [](const std::string &drug) { request(drug); });                        // WARN sql-network-in-transaction
  const auto known = std::count_if(drugs.begin(), drugs.end(), [](const std::string &drug) { return !drug.empty(); }); // OK sql-network-in-transaction
  tx.exec("UPDATE stock SET known = " + std::to_string(known));
  tx.commit();
}

class Scheduler {
public:
  void enqueue(std::function<void()> task) { tasks_.push_back(std::move(task)); }
  void run() {
    for (const auto &task : tasks_)
      task();
  }

private:
  std::vector<std::function<void()>> tasks_;
};

void scheduled(pqxx::connection &db, Scheduler &scheduler) {
  pqxx::work tx(db);
  scheduler.enqueue([] { ping(); });              // OK sql-network-in-transaction
  std::thread([] { ping(); }).detach();           // OK sql-network-in-transaction
  tx.commit();
}

class Button {
public:
  void on_press(std::function<void()> action) { action_ = std::move(action); }
  void press() const {
    if (action_)
      action_();
  }

private:
  std::function<void()> action_;
};

void stored_in_member(pqxx::connection &db) {
  Button button;
  pqxx::work tx(db);
  button.on_press(ping); // OK sql-network-in-transaction
  button.press();        // WARN sql-network-in-transaction
  tx.commit();
}

// Templates.
template <class Sink> void publish(Sink &sink, const std::string &text) { sink.put(text); }
struct HttpSink {
  void put(const std::string &text) { request(text); }
};
struct MemorySink {
  void put(const std::string &text) { lines.push_back(text); }
  std::vector<std::string> lines;
};

void templates(pqxx::connection &db) {
  HttpSink http;
  MemorySink memory;
  pqxx::work tx(db);
  publish(memory, "a"); // OK sql-network-in-transaction
  publish(http, "b");   // WARN sql-network-in-transaction
  tx.commit();
}

template <class F> auto timed_call(F &&call) { return std::forward<F>(call)(); }

void forwarded(pqxx::connection &db) {
  pqxx::work tx(db);
  timed_call([&tx] { tx.exec("UPDATE stock SET x = 1"); }); // OK sql-network-in-transaction
  timed_call([] { return request("x"); });                  // WARN sql-network-in-transaction
  tx.commit();
}

// Recursion.
struct Shelf {
  std::string name;
  std::vector<Shelf> below;
};

static void count_down(int n) {
  if (n == 0)
    return;
  ping();
  count_down(n - 1);
}

static std::size_t shelves(const Shelf &shelf) {
  std::size_t count = 1;
  for (const Shelf &below : shelf.below)
    count += shelves(below);
  return count;
}

static void visit_even(const Shelf &shelf);
static void visit_odd(const Shelf &shelf) {
  for (const Shelf &below : shelf.below)
    visit_even(below);
}
static void visit_even(const Shelf &shelf) {
  request(shelf.name);
  for (const Shelf &below : shelf.below)
    visit_odd(below);
}

void recursive(pqxx::connection &db, const Shelf &root) {
  pqxx::work tx(db);
  count_down(3);   // WARN sql-network-in-transaction
  shelves(root);   // OK sql-network-in-transaction
  visit_odd(root); // WARN sql-network-in-transaction
  tx.commit();
}

// Constructors, destructors, operators, conversions.
class Session {
public:
  explicit Session(std::string name) : name_(std::move(name)) { request(name_); }
  ~Session() { request(name_); }

private:
  std::string name_;
};

class Record {
public:
  explicit Record(std::string name) : name_(std::move(name)) {}
  Record &operator<<(const std::string &text) {
    name_ += text;
    return *this;
  }

private:
  std::string name_;
};

void objects(pqxx::connection &db) {
  pqxx::work tx(db);
  Record record("a");   // OK sql-network-in-transaction
  record << "b" << "c"; // OK sql-network-in-transaction
  {
    Session session("d"); // WARN sql-network-in-transaction
    record << "e";
  } // WARN sql-network-in-transaction
  tx.commit();
}

void member_pointer(pqxx::connection &db, HttpNotifier &notifier) {
  void (HttpNotifier::*const call)(const std::string &) = &HttpNotifier::notify;
  pqxx::work tx(db);
  (notifier.*call)("x"); // WARN sql-network-in-transaction
  tx.commit();
}

void bound(pqxx::connection &db) {
  const auto task = std::bind(request, "https://bound.example");
  pqxx::work tx(db);
  task(); // WARN sql-network-in-transaction
  tx.commit();
}

void invoked(pqxx::connection &db, HttpNotifier &notifier) {
  pqxx::work tx(db);
  std::invoke(&HttpNotifier::notify, notifier, "x"); // WARN sql-network-in-transaction
  std::invoke(ping);                                 // WARN sql-network-in-transaction
  tx.commit();
}

// Which one is called, is known by a map.
void by_name(pqxx::connection &db, const std::string &name) {
  static const std::map<std::string, void (*)()> tasks = {{"ping", ping}, {"none", nothing}};
  pqxx::work tx(db);
  if (const auto found = tasks.find(name); found != tasks.end())
    found->second(); // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace pharmacy
