#include "cli/progress.h"

#include <fmt/format.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

bool beginsTenth(size_t done, size_t total) { return done * 10 / total != (done - 1) * 10 / total; }

} // namespace

std::function<void(const batch::Progress &)> showProgress(std::string what) {
  bool terminal = llvm::sys::Process::StandardErrIsDisplayed();
  return [terminal, what = std::move(what)](const batch::Progress &progress) {
    if (progress.total < 2)
      return;
    std::string line = fmt::format("{} of {} units {}", progress.done, progress.total, what);
    if (progress.failed)
      line += fmt::format(", {} failed", progress.failed);
    if (terminal)
      llvm::errs() << "\r\033[K" << (progress.done < progress.total ? line : "");
    else if (beginsTenth(progress.done, progress.total))
      llvm::errs() << line << '\n';
  };
}

} // namespace clangsql::cli
