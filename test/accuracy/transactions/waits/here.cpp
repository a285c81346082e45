// rules: sql-network-in-transaction
// Waits on this machine: time, other processes, the console, other threads.
#include <pqxx/pqxx>
#include <sys/wait.h>
#include <unistd.h>

#include <barrier>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iostream>
#include <latch>
#include <mutex>
#include <semaphore>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace print_shop {

using namespace std::chrono_literals;

void times(pqxx::connection &db) {
  pqxx::work tx(db);
  std::this_thread::sleep_for(10ms);                                         // WARN sql-network-in-transaction
  std::this_thread::sleep_until(std::chrono::steady_clock::now() + 10ms);    // WARN sql-network-in-transaction
  timespec pause{0, 1000};
  ::nanosleep(&pause, nullptr);                                              // WARN sql-network-in-transaction
  std::this_thread::yield();                                                 // OK sql-network-in-transaction
  tx.commit();
}

void processes(pqxx::connection &db) {
  pqxx::work tx(db);
  std::system("lpr job.pdf"); // WARN sql-network-in-transaction
  FILE *queue = ::popen("lpq", "r"); // WARN sql-network-in-transaction
  ::pclose(queue);                   // WARN sql-network-in-transaction
  const pid_t child = ::fork();      // OK sql-network-in-transaction
  int status = 0;
  ::waitpid(child, &status, WNOHANG); // OK sql-network-in-transaction
  ::waitpid(child, &status, 0);       // WARN sql-network-in-transaction
  tx.commit();
}

std::string console(pqxx::connection &db) {
  std::string name, line;
  int copies = 0;
  char answer[16];
  pqxx::work tx(db);
  std::cout << "copies? " << std::flush;         // OK sql-network-in-transaction
  std::cin >> copies;                            // WARN sql-network-in-transaction
  std::getline(std::cin, name);                  // WARN sql-network-in-transaction
  std::fgets(answer, sizeof answer, stdin);      // WARN sql-network-in-transaction
  (void)std::getchar();                          // WARN sql-network-in-transaction
  std::ifstream settings("print.conf");
  std::getline(settings, line);                  // OK sql-network-in-transaction
  std::istringstream words(line);
  words >> name;                                 // OK sql-network-in-transaction
  FILE *file = std::fopen("jobs", "r");
  std::fgets(answer, sizeof answer, file);       // OK sql-network-in-transaction
  std::fclose(file);
  tx.commit();
  return name;
}

void futures(pqxx::connection &db, std::future<int> pages) {
  std::promise<int> done;
  pqxx::work tx(db);
  auto started = std::async(std::launch::async, [] { return 1; }); // OK sql-network-in-transaction
  done.set_value(1);                                               // OK sql-network-in-transaction
  const int count = pages.get();                                   // WARN sql-network-in-transaction
  tx.exec("UPDATE job SET pages = " + std::to_string(count));
  tx.commit();
  started.wait(); // OK sql-network-in-transaction
}

void only_asked(pqxx::connection &db, std::future<int> &pages) {
  pqxx::work tx(db);
  if (pages.wait_for(0s) == std::future_status::ready) // OK sql-network-in-transaction
    tx.exec("UPDATE job SET ready = true");
  if (pages.wait_for(2s) == std::future_status::ready) // WARN sql-network-in-transaction
    tx.exec("UPDATE job SET ready = true");
  tx.commit();
}

class Printer {
public:
  void wait_until_idle() {
    std::unique_lock<std::mutex> lock(mutex_);
    idle_.wait(lock, [this] { return jobs_ == 0; });
  }
  void finished() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      --jobs_;
    }
    idle_.notify_all();
  }

private:
  std::mutex mutex_;
  std::condition_variable idle_;
  int jobs_ = 0;
};

void condition(pqxx::connection &db, Printer &printer) {
  pqxx::work tx(db);
  printer.wait_until_idle(); // WARN sql-network-in-transaction
  tx.exec("UPDATE printer SET idle = true");
  printer.finished(); // OK sql-network-in-transaction
  tx.commit();
}

void joined(pqxx::connection &db, std::latch &ready, std::barrier<> &round, std::counting_semaphore<4> &slots) {
  std::thread worker([] { std::system("convert job.pdf job.ps"); });
  pqxx::work tx(db);
  worker.join();           // WARN sql-network-in-transaction
  ready.count_down();      // OK sql-network-in-transaction
  ready.wait();            // WARN sql-network-in-transaction
  round.arrive_and_wait(); // WARN sql-network-in-transaction
  slots.acquire();         // WARN sql-network-in-transaction
  slots.release();         // OK sql-network-in-transaction
  tx.commit();
}

void started(pqxx::connection &db) {
  pqxx::work tx(db);
  std::thread worker([] { std::system("convert job.pdf job.ps"); }); // OK sql-network-in-transaction
  worker.detach();                                                   // OK sql-network-in-transaction
  tx.commit();
}

void jthread_ends(pqxx::connection &db) {
  pqxx::work tx(db);
  tx.exec("UPDATE job SET seen = true");
  tx.commit();
  std::jthread worker([] { std::system("convert job.pdf job.ps"); }); // OK sql-network-in-transaction
}

void mutex_is_no_world(pqxx::connection &db, std::mutex &mutex) {
  pqxx::work tx(db);
  const std::lock_guard<std::mutex> lock(mutex); // OK sql-network-in-transaction
  tx.commit();
}

} // namespace print_shop
