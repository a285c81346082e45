#include "models/loaded.h"

#include "models/yaml.h"

#include <fmt/format.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/GlobPattern.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace clangsql::models {

using llvm::StringRef;

namespace {

/// A file is larger than any that holds statements: it is not read.
constexpr uint64_t MaxFile = 4 << 20;

/// One line of a file, without its end, and where it begins.
struct Line {
  StringRef text;
  uint32_t number = 1, offset = 0;
};

std::vector<Line> linesOf(StringRef content) {
  std::vector<Line> lines;
  for (uint32_t number = 1, offset = 0; offset < content.size(); ++number) {
    size_t end = std::min(content.find('\n', offset), content.size());
    lines.push_back({content.slice(offset, end).rtrim('\r'), number, offset});
    offset = uint32_t(end) + 1;
  }
  return lines;
}

/// Reads one file into texts.
class File {
public:
  File(StringRef path, StringRef content, std::vector<LoadedText> &into)
      : path_(path), content_(content), into_(into) {}

  void read() {
    StringRef extension = llvm::sys::path::extension(path_);
    if (extension == ".yaml" || extension == ".yml" || extension == ".json")
      readYaml();
    else if (extension == ".sql")
      readSql();
    else
      readSettings();
  }

private:
  LoadedText &begin(std::vector<std::string> within);
  void readSql();
  void readSettings();
  void readYaml();
  void flatten(const Node &, std::vector<std::string> &within);

  StringRef path_, content_;
  std::vector<Line> lines_ = linesOf(content_);
  std::vector<LoadedText> &into_;
};

LoadedText &File::begin(std::vector<std::string> within) {
  LoadedText &text = into_.emplace_back();
  text.file = path_.str();
  for (StringRef part :
       llvm::make_range(llvm::sys::path::begin(path_), llvm::sys::path::end(path_)))
    text.name.push_back(part.str());
  if (StringRef(text.name.back()).ends_with(".sql"))
    text.name.back() = llvm::sys::path::stem(path_).str();
  std::ranges::move(within, std::back_inserter(text.name));
  return text;
}

/// Adds bytes that stand in a line from a column (0-based) on. A part ends behind a character of
/// several bytes, where columns in bytes and in UTF-16 part.
static void add(LoadedText &text, StringRef bytes, const Line &line, size_t column) {
  uint32_t units = 1; // the column in UTF-16
  auto isTail = [](char c) { return (c & 0xc0) == 0x80; };
  auto width = [&](char c) { return isTail(c) ? 0u : (c & 0xf8) == 0xf0 ? 2u : 1u; };
  for (char c : line.text.take_front(column))
    units += width(c);
  bool fresh = true;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (fresh && !isTail(bytes[i])) {
      summary::Location at{.offset = line.offset + uint32_t(column + i),
                           .length = 1,
                           .line = line.number,
                           .column = uint32_t(column + i) + 1,
                           .column16 = units};
      text.parts.push_back({uint32_t(text.bytes.size()), at});
      fresh = false;
    }
    units += width(bytes[i]);
    fresh |= isTail(bytes[i]);
    text.bytes += bytes[i];
  }
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
      add(*text, content_.substr(line.offset, line.text.size() + 1), line, 0);
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

/// `[section]` and `section {` hold the keys below; a value in quotes, or with a backslash at the
/// end of its line, goes on in the next.
void File::readSettings() {
  std::vector<std::string> sections;
  const std::vector<Line> &lines = lines_;
  for (size_t i = 0; i < lines.size(); ++i) {
    StringRef bare = lines[i].text.trim();
    if (bare.starts_with("[") && bare.ends_with("]")) {
      sections = {bare.drop_front().drop_back().trim().str()};
    } else if (bare.ends_with("{") && !bare.contains('=')) {
      sections.push_back(bare.drop_back().trim().str());
    } else if (bare == "}") {
      if (!sections.empty())
        sections.pop_back();
    } else if (std::optional<Setting> setting = settingIn(lines[i].text)) {
      std::vector<std::string> within = sections;
      within.push_back(setting->key.str());
      LoadedText &text = begin(std::move(within));
      StringRef rest = setting->value;
      size_t column = setting->column;
      char quote = rest.find_first_of("'\"") == 0 ? rest.front() : 0;
      rest = rest.drop_front(quote ? 1 : 0), column += quote ? 1 : 0;
      while (true) {
        bool goesOn = rest.consume_back("\\");
        bool closed = quote && !goesOn && rest.rtrim().ends_with(StringRef(&quote, 1));
        add(text, closed ? rest.rtrim().drop_back() : rest, lines[i], column);
        if (closed || !(goesOn || quote) || i + 1 == lines.size())
          break;
        if (!goesOn)
          text.bytes += '\n';
        ++i;
        column = std::min(lines[i].text.find_first_not_of(" \t"), lines[i].text.size());
        rest = lines[i].text.drop_front(column).rtrim();
      }
    }
  }
}

void File::flatten(const Node &node, std::vector<std::string> &within) {
  if (node.kind == Node::Scalar) {
    LoadedText &text = begin(within);
    text.bytes = node.text;
    summary::Location at{
        .length = 1, .line = node.at.line, .column = node.at.column, .column16 = node.at.column};
    text.parts.push_back({0, at});
    text.lines.emplace_back(node.at.line, lines_[node.at.line - 1].text.str());
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
void File::readYaml() {
  Problems problems;
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
    if ((*content)->getBufferSize() <= MaxFile)
      File(file, (*content)->getBuffer(), texts).read();
  }
  return texts;
}

/// The parts of what a program calls a text: `:/sql/find_orders.sql`, `queries.find_orders`.
static std::vector<std::string> partsOf(StringRef name) {
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

std::vector<uint32_t> Library::loadedAs(const TextFact &fact, std::string_view name) const {
  std::vector<std::string> wanted = partsOf(name);
  std::vector<uint32_t> found;
  if (wanted.empty())
    return found;
  // The whole name, else its last part: a resource's path is not the file's.
  for (size_t count : {wanted.size(), size_t(1)}) {
    llvm::ArrayRef<std::string> end = llvm::ArrayRef(wanted).take_back(count);
    for (uint32_t text : fact.loaded)
      if (std::vector<std::string> has = partsOf(llvm::join(loaded_[text].name, "/"));
          has.size() >= count && llvm::ArrayRef(has).take_back(count) == end)
        found.push_back(text);
    if (!found.empty())
      break;
  }
  return found;
}

} // namespace clangsql::models
