#include "cli/arguments.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace clangsql::cli {
namespace {

llvm::Error error(std::string text) { return llvm::createStringError(text); }

const Option *find(std::span<const Option> options, llvm::StringRef name) {
  auto found = llvm::find_if(options, [&](const Option &option) { return option.name == name; });
  return found == options.end() ? nullptr : &*found;
}

std::string dashed(llvm::StringRef name) { return (name.size() == 1 ? "-" : "--") + name.str(); }

llvm::Error unknown(llvm::StringRef name, std::span<const Option> options) {
  auto names =
      llvm::to_vector(llvm::map_range(options, [](const Option &option) { return option.name; }));
  std::string near = suggestion(name, names, "--");
  return error(fmt::format("unknown option '{}'{}", dashed(name),
                           near.empty() ? "; --help lists them all" : near));
}

// One pass over the arguments of a subcommand.
class Reader {
public:
  Reader(std::span<const std::string> arguments, std::span<const Option> options)
      : arguments_(arguments), options_(options) {}

  llvm::Expected<Arguments> read() {
    while (next_ < arguments_.size()) {
      size_t first = next_;
      llvm::StringRef argument = arguments_[next_++];
      if (argument == "--") {
        result_.flags.emplace(arguments_.begin() + ptrdiff_t(next_), arguments_.end());
        break;
      }
      if (!argument.starts_with("-") || argument == "-")
        result_.positional.push_back(argument.str());
      else if (argument == "--help" || argument == "-help" || argument == "-h")
        result_.help = true;
      else if (llvm::Error problem = readOption(argument.ltrim('-'), first))
        return problem;
    }
    return std::move(result_);
  }

private:
  void keep(const Option &option, size_t first) {
    if (!option.incidental)
      result_.options.insert(result_.options.end(), arguments_.begin() + ptrdiff_t(first),
                             arguments_.begin() + ptrdiff_t(next_));
  }

  /// `first`: where it begins among the arguments.
  llvm::Error readOption(llvm::StringRef argument, size_t first) {
    bool assigned = argument.contains('=');
    auto [name, value] = argument.split('=');
    const Option *option = find(options_, name);
    if (!option && (option = find(options_, name.take_front(1))) && !option->value.empty()) {
      value = argument.drop_front(1); // -j4
      assigned = true;
    } else if (!option || option->name != name) {
      return unknown(name, options_);
    }
    if (option->value.empty()) {
      keep(*option, first);
      return setFlag(*option, assigned ? value : "true");
    }
    if (!assigned) {
      if (next_ == arguments_.size())
        return error(
            fmt::format("option '{}' needs a value: {}", dashed(option->name), option->value));
      value = arguments_[next_++];
    }
    keep(*option, first);
    return option->set(value);
  }

  llvm::Error setFlag(const Option &option, llvm::StringRef value) {
    if (value == "1" || value == "true")
      return option.set("true");
    if (value == "0" || value == "false")
      return option.set("false");
    return error(fmt::format("option '{}' takes no value but true or false, not '{}'",
                             dashed(option.name), value));
  }

  std::span<const std::string> arguments_;
  std::span<const Option> options_;
  size_t next_ = 0;
  Arguments result_;
};

} // namespace

std::vector<std::string> Arguments::substance() const {
  std::vector<std::string> all = options;
  llvm::append_range(all, positional);
  if (flags) {
    all.emplace_back("--");
    llvm::append_range(all, *flags);
  }
  return all;
}

Option incidental(Option option) {
  option.incidental = true;
  return option;
}

Option flag(llvm::StringRef name, llvm::StringRef help, bool &target) {
  return {name, "", help, [&target](llvm::StringRef value) {
            target = value == "true";
            return llvm::Error::success();
          }};
}

Option text(llvm::StringRef name, llvm::StringRef value, llvm::StringRef help,
            std::string &target) {
  return {name, value, help, [&target](llvm::StringRef given) {
            target = given.str();
            return llvm::Error::success();
          }};
}

Option list(llvm::StringRef name, llvm::StringRef value, llvm::StringRef help,
            std::vector<std::string> &target) {
  return {name, value, help, [&target](llvm::StringRef given) {
            target.push_back(given.str());
            return llvm::Error::success();
          }};
}

Option number(llvm::StringRef name, llvm::StringRef value, llvm::StringRef help, unsigned &target) {
  return {name, value, help, [name, &target](llvm::StringRef given) -> llvm::Error {
            if (given.getAsInteger(10, target))
              return error(
                  fmt::format("option '{}' needs a number, not '{}'", dashed(name), given));
            return llvm::Error::success();
          }};
}

Option choice(llvm::StringRef name, llvm::StringRef choices, llvm::StringRef help,
              std::string &target) {
  return {name, choices, help, [name, choices, &target](llvm::StringRef given) -> llvm::Error {
            llvm::SmallVector<llvm::StringRef> all;
            choices.split(all, '|');
            if (!llvm::is_contained(all, given))
              return error(fmt::format("option '{}' is one of {}, not '{}'", dashed(name),
                                       choices.str(), given.str()));
            target = given.str();
            return llvm::Error::success();
          }};
}

llvm::Expected<Arguments> parse(std::span<const std::string> arguments,
                                std::span<const Option> options) {
  return Reader(arguments, options).read();
}

std::string describe(std::span<const Option> options) {
  constexpr size_t Column = 32;
  std::string result;
  for (size_t i = 0; i < options.size(); ++i) {
    std::string left = "  " + dashed(options[i].name);
    if (!options[i].value.empty())
      left += fmt::format("{}{}", options[i].name.size() == 1 ? " " : "=", options[i].value);
    llvm::StringRef help = options[i].help;
    for (; i + 1 < options.size() && options[i + 1].help.empty(); ++i)
      left += ", " + dashed(options[i + 1].name);
    if (left.size() >= Column)
      left += fmt::format("\n{:{}}", "", Column);
    result += fmt::format("{:<{}}{}\n", left, Column, help);
  }
  return result;
}

std::string suggestion(llvm::StringRef given, std::span<const llvm::StringRef> candidates,
                       llvm::StringRef prefix) {
  llvm::StringRef best;
  unsigned least = given.size() / 3 + 2;
  for (llvm::StringRef candidate : candidates)
    if (unsigned distance = given.edit_distance(candidate, true, least);
        distance < least && distance < std::max(given.size(), candidate.size())) {
      least = distance;
      best = candidate;
    }
  return best.empty() ? ""
                      : fmt::format("; did you mean '{}{}'?",
                                    best.size() > 1 ? prefix : prefix.drop_front(1), best);
}

} // namespace clangsql::cli
