#include "report/snippet.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/Unicode.h>

#include <string>
#include <vector>

namespace clangsql::report {

namespace {

using llvm::StringRef;

constexpr unsigned TabStop = 8;  // Clang's default
constexpr size_t MaxWidth = 110; // of a line of SQL before it is cut
constexpr size_t Context = 32;   // bytes kept on either side of a mark in a line that is cut
constexpr size_t MaxPlainLines =
    12; // SQL of more lines shows only those with marks and their neighbours
constexpr size_t MaxTotalLines = 40;

/// A line as the terminal shows it, and the display column at which each of its bytes (and its end)
/// begins.
struct Shown {
  std::string text;
  std::vector<unsigned> columns;
};

/// The character at the front of `rest` as shown, how many bytes it takes and how wide it is.
struct Glyph {
  std::string text;
  size_t bytes;
  unsigned width;
};

Glyph glyphAt(StringRef rest, unsigned column) {
  if (rest.front() == '\t') {
    unsigned width = TabStop - column % TabStop;
    return {std::string(width, ' '), 1, width};
  }
  size_t length = std::min<size_t>(llvm::getNumBytesForUTF8(static_cast<llvm::UTF8>(rest.front())),
                                   rest.size());
  const auto *from = reinterpret_cast<const llvm::UTF8 *>(rest.data());
  llvm::UTF32 code = 0;
  if (!llvm::isLegalUTF8Sequence(from, from + length) ||
      llvm::convertUTF8Sequence(&from, from + length, &code, llvm::strictConversion) !=
          llvm::conversionOK) {
    std::string text = fmt::format("<{:02X}>", static_cast<unsigned char>(rest.front()));
    return {text, 1, static_cast<unsigned>(text.size())};
  }
  if (!llvm::sys::unicode::isPrintable(static_cast<int>(code))) {
    std::string text = fmt::format("<U+{:04X}>", code);
    return {text, length, static_cast<unsigned>(text.size())};
  }
  int width = llvm::sys::unicode::columnWidthUTF8(rest.take_front(length));
  return {rest.take_front(length).str(), length, static_cast<unsigned>(std::max(width, 0))};
}

Shown show(StringRef line) {
  Shown shown;
  unsigned column = 0;
  for (size_t at = 0; at < line.size();) {
    Glyph glyph = glyphAt(line.drop_front(at), column);
    shown.columns.insert(shown.columns.end(), glyph.bytes, column);
    shown.text += glyph.text;
    column += glyph.width;
    at += glyph.bytes;
  }
  shown.columns.push_back(column);
  return shown;
}

/// Puts `mark` under the bytes [begin, end) of a line; at least one column.
void underline(std::string &marks, const Shown &shown, size_t begin, size_t end, char mark) {
  size_t last = shown.columns.size() - 1;
  size_t from = shown.columns[std::min(begin, last)];
  size_t to = std::max<size_t>(shown.columns[std::min(end, last)], from + 1);
  marks.resize(std::max(marks.size(), to), ' ');
  std::fill(marks.begin() + from, marks.begin() + to, mark);
}

void printMarks(llvm::raw_ostream &os, const std::string &marks, bool colour) {
  if (marks.empty())
    return;
  os << "      | ";
  if (colour)
    os.changeColor(llvm::raw_ostream::GREEN, true);
  os << marks;
  if (colour)
    os.resetColor();
  os << '\n';
}

/// A line of SQL with its marks. `cut`: pieces were left out, their place is taken by "...".
struct SqlLine {
  std::string text;
  std::vector<std::pair<size_t, size_t>> marks;
};

std::vector<SqlLine> splitLines(StringRef sql, Marks marks) {
  std::vector<SqlLine> lines;
  size_t start = 0;
  while (start <= sql.size()) {
    size_t end = std::min(sql.find('\n', start), sql.size());
    SqlLine line{sql.slice(start, end).rtrim('\r').str(), {}};
    for (auto [from, to] : marks)
      if (from < end + (from == to) && to >= start && (from >= start || to > start) && from <= end)
        line.marks.emplace_back(std::max(from, start) - start, std::min(to, end) - start);
    lines.push_back(std::move(line));
    start = end + 1;
  }
  return lines;
}

void dropBlankEnds(std::vector<SqlLine> &lines) {
  auto blank = [](const SqlLine &line) {
    return StringRef(line.text).trim().empty() && line.marks.empty();
  };
  while (lines.size() > 1 && blank(lines.back()))
    lines.pop_back();
  while (lines.size() > 1 && blank(lines.front()))
    lines.erase(lines.begin());
}

/// Takes away the blanks that all lines but the first (which may begin behind an opening quote)
/// have in front.
void dropIndentation(std::vector<SqlLine> &lines) {
  size_t common = StringRef::npos;
  for (const SqlLine &line : llvm::drop_begin(lines))
    if (size_t indent = StringRef(line.text).find_first_not_of(" \t"); indent != StringRef::npos)
      common = std::min(common, indent);
  for (auto [index, line] : llvm::enumerate(lines)) {
    size_t indent = std::min(StringRef(line.text).find_first_not_of(" \t"), line.text.size());
    size_t drop = index == 0 && indent < common ? indent : std::min(indent, common);
    line.text.erase(0, drop);
    for (auto &[from, to] : line.marks) {
      from -= std::min(from, drop);
      to -= std::min(to, drop);
    }
  }
}

/// Moves `at` to the first byte of the character that it points into.
size_t characterStart(StringRef text, size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    --at;
  return std::min(at, text.size());
}

/// The surroundings of a mark in a long line: up to Context bytes on either side, whole words.
std::pair<size_t, size_t> surroundings(StringRef text, std::pair<size_t, size_t> mark) {
  auto [from, to] = mark;
  size_t begin = characterStart(text, from - std::min(from, Context));
  if (size_t blank = text.find(' ', begin); begin > 0 && blank < from)
    begin = blank + 1;
  size_t end = characterStart(text, std::min(to + Context, text.size()));
  if (size_t blank = text.rfind(' ', end);
      end < text.size() && blank != StringRef::npos && blank >= to)
    end = blank;
  return {begin, end};
}

/// The parts of a long line that are kept: its beginning and the surroundings of each mark.
std::vector<std::pair<size_t, size_t>> keptParts(const SqlLine &line) {
  size_t first = line.marks.empty() ? MaxWidth - Context : 0;
  std::vector<std::pair<size_t, size_t>> kept{surroundings(line.text, {0, first})};
  for (auto mark : line.marks) {
    auto [begin, end] = surroundings(line.text, mark);
    if (begin <= kept.back().second + 8)
      kept.back().second = std::max(kept.back().second, end);
    else
      kept.emplace_back(begin, end);
  }
  if (kept.back().second + 8 >= line.text.size())
    kept.back().second = line.text.size();
  return kept;
}

SqlLine cut(const SqlLine &line) {
  if (line.text.size() <= MaxWidth)
    return line;
  SqlLine result;
  std::vector<std::pair<size_t, size_t>> parts = keptParts(line);
  for (auto [begin, end] : parts) {
    if (begin > 0)
      result.text += " ... ";
    size_t moved = result.text.size();
    for (auto [from, to] : line.marks)
      if (from >= begin && to <= end)
        result.marks.emplace_back(from - begin + moved, to - begin + moved);
    result.text += line.text.substr(begin, end - begin);
    if (end < line.text.size() && end == parts.back().second)
      result.text += " ...";
  }
  return result;
}

/// Whether a line of a long statement is shown: it has a mark, or stands beside one, or the
/// statement begins there.
bool wanted(const std::vector<SqlLine> &lines, size_t index) {
  if (lines.size() <= MaxPlainLines)
    return true;
  bool anyMarks = llvm::any_of(lines, [](const SqlLine &line) { return !line.marks.empty(); });
  if (!anyMarks)
    return index < MaxPlainLines;
  size_t from = index == 0 ? 0 : index - 1, to = std::min(index + 2, lines.size());
  return index == 0 || std::any_of(lines.begin() + from, lines.begin() + to,
                                   [](const SqlLine &line) { return !line.marks.empty(); });
}

} // namespace

void printSourceLine(llvm::raw_ostream &os, unsigned number, std::string_view line,
                     std::optional<size_t> caret, Marks ranges, bool colour) {
  Shown shown = show(line);
  os << fmt::format("{:5} | ", number) << shown.text << '\n';
  std::string marks;
  for (auto [begin, end] : ranges)
    underline(marks, shown, begin, end, '~');
  if (caret)
    underline(marks, shown, *caret, *caret, '^');
  printMarks(os, marks, colour);
}

void printSql(llvm::raw_ostream &os, std::string_view sql, Marks marks, bool colour) {
  std::vector<SqlLine> lines = splitLines(sql, marks);
  dropBlankEnds(lines);
  dropIndentation(lines);
  bool skipped = false;
  size_t printed = 0;
  for (size_t index = 0; index < lines.size(); ++index) {
    if (!wanted(lines, index) || printed >= MaxTotalLines) {
      skipped = true;
      continue;
    }
    if (std::exchange(skipped, false))
      os << "      | ...\n";
    SqlLine line = cut(lines[index]);
    Shown shown = show(line.text);
    os << "      | " << shown.text << '\n';
    ++printed;
    std::string carets;
    for (auto [begin, end] : line.marks) {
      underline(carets, shown, begin, end, '~');
      underline(carets, shown, begin, begin, '^');
    }
    printMarks(os, carets, colour);
  }
  if (skipped)
    os << "      | ...\n";
}

} // namespace clangsql::report
