#include "batch/worker.h"

#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/raw_ostream.h>

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace clangsql::batch {
namespace {

// How a worker that ends by itself says what it sent.
enum Exit { Done = 0, Refused = 1 /* the reason follows in the pipe */, OutOfMemory = 3 };

#if __has_feature(address_sanitizer)
constexpr bool Sanitized =
    true; // it maps terabytes, and its report on standard error is worth having
#else
constexpr bool Sanitized = false;
#endif

void writeAll(int fd, const char *data, size_t size) {
  while (size > 0) {
    ssize_t written = write(fd, data, size);
    if (written < 0 && errno != EINTR)
      return;
    if (written > 0) {
      data += written;
      size -= size_t(written);
    }
  }
}

void limit(int resource, rlim_t soft, rlim_t hard) {
  rlimit now;
  if (getrlimit(resource, &now) != 0)
    return;
  now.rlim_max = std::min(now.rlim_max, hard);
  now.rlim_cur = std::min(soft, now.rlim_max);
  setrlimit(resource, &now);
}

void applyLimits(const Limits &limits) {
  limit(RLIMIT_CORE, 0, RLIM_INFINITY);
  limit(RLIMIT_STACK, 64u << 20, RLIM_INFINITY);
  if (limits.seconds)
    limit(RLIMIT_CPU, limits.seconds, limits.seconds + 1);
  if (limits.bytes && !Sanitized)
    limit(RLIMIT_DATA, limits.bytes, RLIM_INFINITY);
}

void silence() {
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(null, STDIN_FILENO);
  dup2(null, STDOUT_FILENO);
  if (!Sanitized)
    dup2(null, STDERR_FILENO);
}

void standAlone(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL); // even a parent that was killed leaves no worker behind
  if (getppid() != parent)
    _exit(Refused);
  for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL})
    std::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

void onOutOfMemory(void *, const char *, bool) { _exit(OutOfMemory); }

[[noreturn]] void refuse(int fd, const std::string &reason) {
  writeAll(fd, reason.data(), reason.size());
  _exit(Refused);
}

void onFatalError(void *fd, const char *reason, bool) {
  refuse(*static_cast<int *>(fd), fmt::format("crashed: {}", reason));
}

[[noreturn]] void perform(const Work &work, size_t item, int fd) {
  llvm::install_bad_alloc_error_handler(onOutOfMemory);
  llvm::install_out_of_memory_new_handler();
  llvm::remove_fatal_error_handler();
  llvm::install_fatal_error_handler(onFatalError, &fd);
  try {
    llvm::Expected<std::string> bytes = work(item);
    if (!bytes)
      refuse(fd, llvm::toString(bytes.takeError()));
    writeAll(fd, bytes->data(), bytes->size());
    _exit(Done);
  } catch (const std::bad_alloc &) {
    _exit(OutOfMemory);
  } catch (const std::exception &error) {
    refuse(fd, fmt::format("crashed: {}", error.what()));
  } catch (...) {
    refuse(fd, "crashed: unknown exception");
  }
}

std::string size(uint64_t bytes) {
  uint64_t mebibytes = bytes >> 20;
  return mebibytes % 1024 ? fmt::format("{} MiB", mebibytes)
                          : fmt::format("{} GiB", mebibytes / 1024);
}

// `received` is what came through the pipe.
std::string failure(int status, bool overdue, const std::string &received, const Limits &limits) {
  if (overdue || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
    return fmt::format("ended after the time limit of {} s", limits.seconds);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
    return "killed from outside (for lack of memory, perhaps)";
  if (WIFSIGNALED(status))
    return fmt::format("crashed: {}", strsignal(WTERMSIG(status)));
  switch (WEXITSTATUS(status)) {
  case Done: return "";
  case OutOfMemory:
    return limits.bytes ? fmt::format("out of memory at {}", size(limits.bytes)) : "out of memory";
  case Refused: return received.empty() ? "ended without a reason" : received;
  default: return fmt::format("ended with status {}", WEXITSTATUS(status));
  }
}

int reap(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    ;
  return status;
}

} // namespace

Worker start(size_t item, const Work &work, const Limits &limits, unsigned realTimeFactor) {
  Worker worker;
  worker.item = item;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    worker.received = fmt::format("no pipe: {}", std::strerror(errno));
    return worker;
  }
  llvm::outs().flush();
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid == 0) {
    standAlone(parent);
    silence();
    applyLimits(limits);
    perform(work, item, ends[1]);
  }
  close(ends[1]);
  if (pid < 0) {
    worker.received = fmt::format("no worker process: {}", std::strerror(errno));
    close(ends[0]);
    return worker;
  }
  worker.pid = pid;
  worker.pipe = ends[0];
  fcntl(worker.pipe, F_SETFL, O_NONBLOCK);
  if (limits.seconds)
    worker.deadline =
        Clock::now() + std::chrono::seconds(uint64_t(limits.seconds) * realTimeFactor);
  return worker;
}

bool receive(Worker &worker) {
  char buffer[1 << 16];
  for (;;) {
    ssize_t size = read(worker.pipe, buffer, sizeof buffer);
    if (size > 0)
      worker.received.append(buffer, size_t(size));
    else if (size == 0)
      return false;
    else if (errno != EINTR)
      return errno == EAGAIN || errno == EWOULDBLOCK;
  }
}

Outcome finish(Worker &worker, const Limits &limits) {
  if (worker.pid == 0)
    return {"", worker.received};
  close(worker.pipe);
  int status = reap(worker.pid);
  std::string reason = failure(status, worker.overdue, worker.received, limits);
  return reason.empty() ? Outcome{std::move(worker.received), ""} : Outcome{"", std::move(reason)};
}

void abandon(Worker &worker) {
  kill(worker.pid, SIGKILL);
  close(worker.pipe);
  reap(worker.pid);
}

} // namespace clangsql::batch
