#include "batch/pool.h"

#include <algorithm>
#include <csignal>
#include <map>
#include <optional>
#include <poll.h>
#include <sys/signalfd.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace clangsql::batch {
namespace {

// While it lives, the signals that end a program arrive as bytes to read.
class Interrupts {
public:
  Interrupts() {
    sigset_t set;
    sigemptyset(&set);
    for (int signal : {SIGINT, SIGTERM, SIGHUP})
      sigaddset(&set, signal);
    sigprocmask(SIG_BLOCK, &set, &before_);
    fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  }
  ~Interrupts() {
    close(fd);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
  }
  Interrupts(const Interrupts &) = delete;

  int arrived() const {
    signalfd_siginfo info;
    return read(fd, &info, sizeof info) == sizeof info ? int(info.ssi_signo) : 0;
  }

  int fd = -1;

private:
  sigset_t before_;
};

constexpr unsigned MaxKnownAtOnce = 16; // before workers and signals are looked after again

class Pool {
public:
  explicit Pool(const Job &job) : job_(job) {
    progress_.total = job.items;
    // Workers in excess of the processors share them, so that each needs more real time for the
    // same work.
    unsigned processors = std::max(1u, defaultWorkers());
    realTimeFactor_ = 2 * std::max(1u, (job.workers + processors - 1) / processors);
  }

  int run() {
    while (delivered_ < job_.items) {
      startMore();
      wait();
      if (int signal = interrupts_.arrived()) {
        for (Worker &worker : running_)
          abandon(worker);
        return signal;
      }
      killOverdue();
      collect();
    }
    return 0;
  }

private:
  void startMore() {
    unsigned knownAtOnce = 0;
    while (hasRoom() && knownAtOnce < MaxKnownAtOnce) {
      if (takeKnown(started_)) {
        ++started_;
        ++knownAtOnce;
        continue;
      }
      Worker worker = start(started_++, job_.work, job_.limits, realTimeFactor_);
      if (worker.pid)
        running_.push_back(std::move(worker));
      else
        ended(worker);
    }
  }

  bool hasRoom() const {
    return started_ < job_.items && running_.size() < std::max(1u, job_.workers);
  }

  bool takeKnown(size_t item) {
    std::optional<std::string> bytes = job_.known ? job_.known(item) : std::nullopt;
    if (!bytes)
      return false;
    ++progress_.known;
    keep(item, {std::move(*bytes), ""});
    return true;
  }

  // Until a worker writes or ends, a signal arrives, or the first deadline passes.
  void wait() {
    if (running_.empty())
      return;
    std::vector<pollfd> fds{{interrupts_.fd, POLLIN, 0}};
    Clock::time_point first = Clock::time_point::max();
    for (const Worker &worker : running_) {
      fds.push_back({worker.pipe, POLLIN, 0});
      if (!worker.overdue)
        first = std::min(first, worker.deadline);
    }
    int milliseconds = -1;
    if (hasRoom())
      milliseconds = 0;
    else if (first != Clock::time_point::max()) {
      auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
      milliseconds = int(std::clamp<int64_t>(left, 0, 1'000'000));
    }
    poll(fds.data(), fds.size(), milliseconds);
  }

  void killOverdue() {
    Clock::time_point now = Clock::now();
    for (Worker &worker : running_)
      if (!worker.overdue && worker.deadline <= now) {
        kill(worker.pid, SIGKILL);
        worker.overdue = true;
      }
  }

  void collect() {
    for (size_t i = 0; i < running_.size();) {
      if (receive(running_[i])) {
        ++i;
        continue;
      }
      ended(running_[i]);
      running_.erase(running_.begin() + ptrdiff_t(i));
    }
    for (auto next = waiting_.begin(); next != waiting_.end() && next->first == delivered_;
         next = waiting_.erase(next), ++delivered_)
      job_.deliver(next->first, std::move(next->second));
  }

  void ended(Worker &worker) {
    Outcome outcome = finish(worker, job_.limits);
    if (job_.ended)
      job_.ended(worker.item, outcome);
    keep(worker.item, std::move(outcome));
  }

  void keep(size_t item, Outcome outcome) {
    ++progress_.done;
    progress_.failed += !outcome.failure.empty();
    waiting_.emplace(item, std::move(outcome));
    if (job_.progress)
      job_.progress(progress_);
  }

  const Job &job_;
  Interrupts interrupts_;
  Progress progress_;
  std::vector<Worker> running_;
  std::map<size_t, Outcome> waiting_; // ended before an earlier item
  size_t started_ = 0, delivered_ = 0;
  unsigned realTimeFactor_ = 2;
};

} // namespace

int run(const Job &job) { return Pool(job).run(); }

unsigned defaultWorkers() { return std::max(1u, std::thread::hardware_concurrency()); }

} // namespace clangsql::batch
