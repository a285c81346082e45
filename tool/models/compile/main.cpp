// Runs when the tool is built: reads rules/libraries/*.yaml and writes C++ that defines
// embedded::compiledModels().

#include "models/compiled.h"
#include "models/load.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

using namespace clangsql;

namespace {

constexpr size_t lineLength = 32; // bytes

/// Octal escapes end after three digits, whatever follows.
void writeLiteral(llvm::raw_ostream &os, llvm::StringRef bytes) {
  for (; !bytes.empty(); bytes = bytes.drop_front(std::min(bytes.size(), lineLength))) {
    os << "\n    \"";
    for (unsigned char byte : bytes.take_front(lineLength))
      if (llvm::isAlnum(char(byte)))
        os << char(byte);
      else
        os << '\\' << char('0' + byte / 64) << char('0' + byte / 8 % 8) << char('0' + byte % 8);
    os << '"';
  }
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  llvm::Expected<models::Library> library = models::load(models::embeddedSources());
  if (!library) {
    llvm::errs() << llvm::toString(library.takeError());
    return 1;
  }
  std::error_code problem;
  llvm::raw_fd_ostream os(argv[1], problem);
  std::string bytes = models::compile(*library);
  os << "// Generated from rules/libraries.\n\n#include \"embedded/embedded.h\"\n\n"
     << "std::string_view clangsql::embedded::compiledModels() {\n  return {";
  writeLiteral(os, bytes);
  os << ",\n      " << bytes.size() << "};\n}\n";
  os.close();
  return problem || os.has_error();
}
