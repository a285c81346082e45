// clang-sql dump sql: what the parser makes of a text with holes.

#include "cli/dump.h"
#include "models/words.h"
#include "sql/parse.h"
#include "sql/text_form.h"

#include <fmt/format.h>
#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

// Reads words of a list into the enumerators that they stand for.
template <class E, size_t N, class Take>
Option words(llvm::StringRef name, llvm::StringRef value, llvm::StringRef help,
             const models::Word<E> (&known)[N], Take take) {
  return {name, value, help, [name, &known, take](llvm::StringRef given) -> llvm::Error {
            for (llvm::StringRef word : llvm::split(given, ',')) {
              const E *meaning = models::valueOf(known, word);
              if (!meaning)
                return llvm::createStringError(fmt::format("option '--{}' has no '{}'; one of {}",
                                                           name, word,
                                                           models::anyOf(models::spelled(known))));
              take(*meaning);
            }
            return llvm::Error::success();
          }};
}

int dumpFile(const std::string &file, const sql::Options &options, bool tree) {
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> buffer = readFile(file);
  if (!buffer)
    return fail(buffer.takeError());
  llvm::StringRef content = (*buffer)->getBuffer();
  content.consume_back("\n");
  llvm::Expected<sql::Text> text = sql::readText(content);
  if (!text)
    return fail(file + ": " + llvm::toString(text.takeError()));
  llvm::outs() << (tree ? sql::dumpTree(*text, options)
                        : sql::describe(*text, sql::parse(*text, options)));
  return Clean;
}

int runDumpSql(const Command &command, std::span<const std::string> arguments) {
  sql::Options sql;
  bool tree = false;
  const Option options[] = {
      words("dialect", "NAME",
            "whose SQL it is: generic, postgresql, mysql, sqlite, oracle, sqlserver (default: "
            "generic)",
            models::dialectWords, [&sql](sql::Dialect dialect) { sql.dialect = dialect; }),
      words("placeholders", "LIST",
            "how parameters are written: dollar, question, colon, at, with commas between",
            models::placeholderWords,
            [&sql](sql::Placeholder placeholder) { sql.placeholders |= placeholder; }),
      flag("tree", "print the syntax tree", tree),
  };
  int exit = Clean;
  std::optional<Arguments> given = readArguments(command, arguments, options, exit);
  if (!given)
    return exit;
  if (given->positional.empty())
    return fail("dump sql needs a file, or - for standard input");
  for (const std::string &file : given->positional)
    if (int problem = dumpFile(file, sql, tree))
      return problem;
  return Clean;
}

} // namespace

const Command dumpSql = {"dump sql", "[options] FILE|-",
                         "SQL with holes, {name} or {name:kind}, as the parser understands it",
                         runDumpSql};

} // namespace clangsql::cli
