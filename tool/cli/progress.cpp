#include "cli/progress.h"

#include <fmt/format.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/raw_ostream.h>

#include <chrono>
#include <cmath>

namespace clangsql::cli {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr Seconds BetweenLines{0.1}; // on a terminal: more often nobody can read it

bool beginsTenth(size_t done, size_t total) { return done * 10 / total != (done - 1) * 10 / total; }

std::string inWords(double seconds) {
  long whole = std::lround(seconds);
  if (whole < 60)
    return fmt::format("{} s", whole);
  long minutes = (whole + 30) / 60;
  return minutes < 60 ? fmt::format("{} min", minutes)
                      : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string counts(const std::string &what, const batch::Progress &progress) {
  std::string line = fmt::format("{} of {} units {}", progress.done, progress.total, what);
  if (progress.known)
    line += fmt::format(", {} known from before", progress.known);
  if (progress.failed)
    line += fmt::format(", {} failed", progress.failed);
  return line;
}

class Terminal {
public:
  explicit Terminal(std::string what) : what_(std::move(what)) {}

  void operator()(const batch::Progress &progress) {
    Clock::time_point now = Clock::now();
    if (progress.done == progress.total) {
      llvm::errs() << "\r\033[K";
    } else if (now - shown_ >= BetweenLines) {
      llvm::errs() << "\r\033[K" << counts(what_, progress) << pace(progress, now - began_);
      shown_ = now;
    }
  }

private:
  // What was known took no time and says nothing of the rest.
  static std::string pace(const batch::Progress &progress, Seconds elapsed) {
    double worked = double(progress.done - progress.known);
    if (worked == 0 || elapsed.count() == 0)
      return "";
    double rate = worked / elapsed.count();
    return fmt::format("; {:.{}f} a second, {} left", rate, rate < 10 ? 1 : 0,
                       inWords(double(progress.total - progress.done) / rate));
  }

  std::string what_;
  Clock::time_point began_ = Clock::now(), shown_;
};

} // namespace

std::function<void(const batch::Progress &)> showProgress(std::string what) {
  if (llvm::sys::Process::StandardErrIsDisplayed())
    return [terminal = Terminal(std::move(what))](const batch::Progress &progress) mutable {
      if (progress.total > 1)
        terminal(progress);
    };
  return [what = std::move(what)](const batch::Progress &progress) {
    if (progress.total > 1 && beginsTenth(progress.done, progress.total))
      llvm::errs() << counts(what, progress) << '\n';
  };
}

} // namespace clangsql::cli
