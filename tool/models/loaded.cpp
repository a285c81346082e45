#include "models/loaded.h"

#include "models/yaml.h"
#include "summary/text_escape.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/GlobPattern.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace clangsql::models {

using llvm::StringRef;

namespace {

/// One line of a file, without its end, and where it begins.
struct Line {
  StringRef text, whole; // whole: with its end
  uint32_t number = 1, offset = 0;
};

std::vector<Line> linesOf(StringRef content) {
  std::vector<Line> lines;
  for (uint32_t number = 1, offset = 0; offset < content.size(); ++number) {
    StringRef whole =
        content.slice(offset, std::min(content.find('\n', offset), content.size()) + 1);
    lines.push_back({whole.rtrim("\r\n"), whole, number, offset});
    offset += uint32_t(whole.size());
  }
  return lines;
}

/// The parts of what a program calls a text: `:/sql/find_orders.sql`, `queries.find_orders`.
std::vector<std::string> partsOf(StringRef name) {
  std::vector<std::string> parts;
  name.consume_back(".sql");
  std::string part;
  for (char c : name) {
    if (!StringRef("/\\.:").contains(c)) {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::move(part));
      part.clear();
    }
  }
  if (!part.empty())
    parts.push_back(std::move(part));
  return parts;
}

/// Reads one file into texts.
class File {
public:
  File(StringRef path, StringRef content, std::vector<LoadedText> &into)
      : path_(path), content_(content), into_(into) {}

  /// What is wrong with it, if it cannot be read, is added to the problems.
  void read(Problems &problems) {
    StringRef extension = llvm::sys::path::extension(path_);
    if (extension == ".yaml" || extension == ".yml" || extension == ".json")
      readYaml(problems);
    else if (extension == ".sql")
      readSql();
    else
      readSettings();
  }

private:
  LoadedText &begin(std::vector<std::string> within);
  void readSql();
  void readSettings();
  size_t readValue(size_t line, StringRef value, size_t column, LoadedText &);
  void readYaml(Problems &);
  void flatten(const Node &, std::vector<std::string> &within);

  StringRef path_, content_;
  std::vector<Line> lines_ = linesOf(content_);
  std::vector<LoadedText> &into_;
};

LoadedText &File::begin(std::vector<std::string> within) {
  LoadedText &text = into_.emplace_back();
  text.file = path_.str();
  text.name = partsOf(path_);
  for (const std::string &part : within)
    llvm::append_range(text.name, partsOf(part));
  return text;
}

/// Adds bytes that stand in a line from a column (0-based) on. A part ends behind a character of
/// several bytes, where columns in bytes and in UTF-16 part.
void add(LoadedText &text, StringRef bytes, const Line &line, size_t column) {
  auto isTail = [](char c) { return (c & 0xc0) == 0x80; };
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (isTail(bytes[i]) || (i > 0 && !isTail(bytes[i - 1])))
      continue;
    summary::Location at{.offset = line.offset + uint32_t(column + i),
                         .length = 1,
                         .line = line.number,
                         .column = uint32_t(column + i) + 1,
                         .column16 =
                             summary::text::utf16Length(line.text.take_front(column + i)) + 1};
    text.parts.push_back({uint32_t(text.bytes.size() + i), at});
  }
  text.bytes += bytes;
  text.lines.emplace_back(line.number, line.text.str());
}

/// `-- name: find_orders`, `--name:find_orders!`, `-- :name find_orders :? :*`: the name; else
/// empty.
StringRef nameIn(StringRef line) {
  line = line.trim();
  if (!line.consume_front("--"))
    return {};
  line = line.ltrim();
  bool colonFirst = line.consume_front(":");
  if (!line.consume_front("name") || (!colonFirst && !line.ltrim().consume_front(":")))
    return {};
  line = line.ltrim(" \t:");
  return line.take_while([](char c) { return llvm::isAlnum(c) || StringRef("_-./").contains(c); });
}

void File::readSql() {
  LoadedText *text = nullptr;
  bool named = llvm::any_of(lines_, [](const Line &l) { return !nameIn(l.text).empty(); });
  if (!named)
    text = &begin({});
  for (const Line &line : lines_) {
    if (StringRef name = nameIn(line.text); !name.empty())
      text = &begin({name.str()});
    else if (text)
      add(*text, line.whole, line, 0);
  }
}

/// A line's key and value, and where the value begins in the line.
struct Setting {
  StringRef key, value;
  size_t column = 0;
};

std::optional<Setting> settingIn(StringRef line) {
  size_t equals = line.find('='), colon = line.find(':');
  size_t at = std::min(equals, colon); // `key = a:b` and `key: a=b`
  if (line.trim().empty() || StringRef("#;").contains(line.ltrim().front()) ||
      at == StringRef::npos)
    return std::nullopt;
  size_t column = std::min(line.find_first_not_of(" \t", at + 1), line.size());
  return Setting{line.take_front(at).trim(), line.drop_front(column).rtrim(), column};
}

/// Reads a value that begins in a line: in quotes, or with a backslash at the end of its line, it
/// goes on in the next. Returns its last line.
size_t File::readValue(size_t line, StringRef value, size_t column, LoadedText &text) {
  char quote = value.find_first_of("'\"") == 0 ? value.front() : 0;
  if (quote)
    value = value.drop_front(), ++column;
  while (true) {
    bool goesOn = value.consume_back("\\");
    bool closed = quote && !goesOn && value.ends_with(StringRef(&quote, 1));
    add(text, value.drop_back(closed), lines_[line], column);
    if (closed || !(goesOn || quote) || line + 1 == lines_.size())
      return line;
    if (!goesOn)
      text.bytes += '\n';
    StringRef next = lines_[++line].text;
    column = std::min(next.find_first_not_of(" \t"), next.size());
    value = next.drop_front(column).rtrim();
  }
}

/// `[section]` and `section {` hold the keys below.
void File::readSettings() {
  std::vector<std::string> sections;
  for (size_t i = 0; i < lines_.size(); ++i) {
    StringRef bare = lines_[i].text.trim();
    if (bare.starts_with("[") && bare.ends_with("]")) {
      sections = {bare.drop_front().drop_back().trim().str()};
    } else if (bare.ends_with("{") && !bare.contains('=')) {
      sections.push_back(bare.drop_back().trim().str());
    } else if (bare == "}" && !sections.empty()) {
      sections.pop_back();
    } else if (std::optional<Setting> setting = settingIn(lines_[i].text)) {
      std::vector<std::string> within = sections;
      within.push_back(setting->key.str());
      i = readValue(i, setting->value, setting->column, begin(std::move(within)));
    }
  }
}

void File::flatten(const Node &node, std::vector<std::string> &within) {
  if (node.kind == Node::Scalar && node.at.line <= lines_.size()) {
    const Line &line = lines_[node.at.line - 1];
    LoadedText &text = begin(within);
    size_t column = node.at.column - 1;
    StringRef written = line.text.drop_front(std::min(column, line.text.size()));
    if (written.take_front(1).find_first_of("'\"") == 0)
      written = written.drop_front(), ++column;
    if (written.starts_with(node.text))
      return add(text, node.text, line, column);
    add(text, "", line, 0); // written in another way: only where it begins is known
    text.bytes = node.text;
    text.at = {.offset = line.offset + uint32_t(column),
               .length = 1,
               .line = line.number,
               .column = uint32_t(column) + 1,
               .column16 = summary::text::utf16Length(line.text.take_front(column)) + 1};
  }
  for (size_t i = 0; i < node.items.size(); ++i) {
    within.push_back(fmt::format("{}", i));
    flatten(node.items[i], within);
    within.pop_back();
  }
  for (const auto &[key, value] : node.entries) {
    within.push_back(key.text);
    flatten(value, within);
    within.pop_back();
  }
}

/// Nested keys name a value, `queries.find_orders`.
void File::readYaml(Problems &problems) {
  std::vector<std::string> within;
  for (const Node &document : parseYaml(path_, content_, problems))
    flatten(document, within);
}

} // namespace

/// Whether a path is like a pattern: `*` stands within one directory, `**` for any.
static bool isLike(const llvm::GlobPattern &glob, StringRef pattern, StringRef path) {
  return glob.match(path) && (pattern.contains("**") || pattern.count('/') == path.count('/'));
}

llvm::Expected<std::vector<LoadedText>> loadedTexts(const std::string &directory,
                                                    std::string_view pattern) {
  llvm::SmallString<256> like(directory);
  llvm::sys::path::append(like, pattern);
  llvm::sys::path::remove_dots(like, /*remove_dot_dot=*/true);
  llvm::Expected<llvm::GlobPattern> glob = llvm::GlobPattern::create(like);
  if (!glob)
    return llvm::createStringError(
        fmt::format("'{}': {}", pattern, llvm::toString(glob.takeError())));
  StringRef plain = StringRef(like).take_front(StringRef(like).find_first_of("*?[{\\"));
  std::vector<std::string> files;
  std::error_code error;
  if (plain == StringRef(like))
    files.push_back(plain.str());
  else
    for (llvm::sys::fs::recursive_directory_iterator
             entry(llvm::sys::path::parent_path((plain + "x").str()), error),
         end;
         entry != end && !error; entry.increment(error))
      if (isLike(*glob, like, entry->path()) && llvm::sys::fs::is_regular_file(entry->path()))
        files.push_back(entry->path());
  std::ranges::sort(files);
  if (files.empty())
    return llvm::createStringError(fmt::format("no file is like '{}' in {}", pattern, directory));
  std::vector<LoadedText> texts;
  for (const std::string &file : files) {
    auto content = llvm::MemoryBuffer::getFile(file, /*IsText=*/true);
    if (!content)
      return llvm::createStringError(fmt::format("{}: {}", file, content.getError().message()));
    Problems problems;
    File(file, (*content)->getBuffer(), texts).read(problems);
    if (!problems.none())
      return llvm::createStringError(problems.text());
  }
  return texts;
}

std::vector<uint32_t> Library::loadedAs(const TextFact &fact, std::string_view name) const {
  std::vector<std::string> wanted = partsOf(name);
  std::vector<uint32_t> found;
  if (wanted.empty())
    return found;
  // The whole name, else its last part: a resource's path is not the file's.
  for (size_t count : {wanted.size(), size_t(1)}) {
    llvm::ArrayRef<std::string> end = llvm::ArrayRef(wanted).take_back(count);
    for (uint32_t text : fact.loaded)
      if (llvm::ArrayRef<std::string> has = loaded_[text].name;
          has.size() >= count && has.take_back(count) == end)
        found.push_back(text);
    if (!found.empty())
      break;
  }
  return found;
}

} // namespace clangsql::models
