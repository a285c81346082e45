#include "lint/config_file.h"

#include <fmt/format.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/YAMLTraits.h>

namespace clangsql::lint {

namespace {

/// What the file says; empty: nothing.
struct FileContent {
  std::string checks, warningsAsErrors, headerFilter, excludeHeaderFilter;
  OptionMap options;
};

void append(std::string &globs, const std::string &more) {
  if (!more.empty())
    globs += (globs.empty() ? "" : ",") + more;
}

void replace(std::string &value, std::string &more) {
  if (!more.empty())
    value = std::move(more);
}

/// The first complaint of the YAML reader, as "file:line:column: error: message".
void keepFirst(const llvm::SMDiagnostic &diagnostic, void *context) {
  auto &message = *static_cast<std::string *>(context);
  if (message.empty())
    message = fmt::format("{}:{}:{}: {}", diagnostic.getFilename().str(), diagnostic.getLineNo(),
                          diagnostic.getColumnNo() + 1, diagnostic.getMessage().str());
}

} // namespace

} // namespace clangsql::lint

template <> struct llvm::yaml::CustomMappingTraits<clangsql::lint::OptionMap> {
  static void inputOne(IO &io, StringRef key, clangsql::lint::OptionMap &options) {
    io.mapRequired(key, options[key.str()]);
  }
  static void output(IO &, clangsql::lint::OptionMap &) {}
};

template <> struct llvm::yaml::MappingTraits<clangsql::lint::FileContent> {
  static void mapping(IO &io, clangsql::lint::FileContent &content) {
    io.mapOptional("Checks", content.checks);
    io.mapOptional("WarningsAsErrors", content.warningsAsErrors);
    io.mapOptional("HeaderFilterRegex", content.headerFilter);
    io.mapOptional("ExcludeHeaderFilterRegex", content.excludeHeaderFilter);
    io.mapOptional("CheckOptions", content.options);
  }
};

namespace clangsql::lint {

llvm::Error readConfig(std::string_view yaml, std::string_view name, Config &config) {
  std::string problem;
  FileContent content;
  llvm::yaml::Input input(llvm::MemoryBufferRef(yaml, name), nullptr, keepFirst, &problem);
  input >> content;
  if (input.error())
    return llvm::createStringError(problem.empty() ? std::string(name) + ": not a configuration"
                                                   : problem);
  append(config.checks, content.checks);
  append(config.warningsAsErrors, content.warningsAsErrors);
  replace(config.headerFilter, content.headerFilter);
  replace(config.excludeHeaderFilter, content.excludeHeaderFilter);
  for (auto &[key, value] : content.options)
    config.options.insert_or_assign(key, std::move(value));
  return llvm::Error::success();
}

} // namespace clangsql::lint
