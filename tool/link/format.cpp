#include "link/format.h"

#include <cctype>
#include <optional>
#include <string_view>

namespace clangsql::link {

Literal slice(const Literal &whole, size_t from, size_t count) {
  Literal part = whole;
  part.bytes = whole.bytes.substr(from, count);
  part.map.clear();
  for (size_t i = 0; i < whole.map.size(); ++i) {
    const Segment &segment = whole.map[i];
    size_t end = i + 1 < whole.map.size() ? whole.map[i + 1].first : whole.bytes.size();
    if (end <= from || segment.first >= from + count)
      continue;
    Segment cut = segment;
    uint32_t skipped = segment.first < from ? static_cast<uint32_t>(from) - segment.first : 0;
    cut.first = segment.first < from ? 0 : segment.first - static_cast<uint32_t>(from);
    for (Location *l : {&cut.where.at, &cut.where.spelling})
      if (l == &cut.where.spelling || segment.where.at == segment.where.spelling) {
        l->offset += skipped;
        l->column += skipped;
        l->column16 += skipped;
      }
    part.map.push_back(cut);
  }
  return part;
}

namespace {

/// One conversion or plain run of a format.
struct Piece {
  size_t from = 0, count = 0; // plain bytes …
  char conversion = 0;        // … or a conversion of this letter
  int argument = -1;          // explicit number, 0-based; -1: the next
  unsigned stars = 0;         // arguments for width and precision before it
  std::string name = {};      // of an argument that goes by its name
};

using Pieces = std::vector<Piece>;

void plain(Pieces &pieces, size_t from, size_t count) {
  if (count)
    pieces.push_back({from, count, 0, -1, 0});
}

size_t printfConversion(std::string_view f, size_t i, Pieces &pieces) {
  Piece piece;
  size_t digits = i;
  while (digits < f.size() && isdigit(static_cast<unsigned char>(f[digits])))
    ++digits;
  if (digits > i && digits < f.size() && f[digits] == '$') {
    piece.argument = atoi(std::string(f.substr(i, digits - i)).c_str()) - 1;
    i = digits + 1;
  }
  for (;
       i < f.size() && std::string_view("-+ #0123456789.*'!,").find(f[i]) != std::string_view::npos;
       ++i)
    piece.stars += f[i] == '*';
  while (i < f.size() && std::string_view("hlLqjzt").find(f[i]) != std::string_view::npos) {
    bool sqlQuote =
        f[i] == 'q' && (i + 1 == f.size() || !isalpha(static_cast<unsigned char>(f[i + 1])));
    if (sqlQuote) // SQLite's %q, not BSD's length modifier
      break;
    ++i;
  }
  if (i >= f.size())
    return i;
  piece.conversion = f[i];
  pieces.push_back(piece);
  return i + 1;
}

Pieces printfPieces(std::string_view f) {
  Pieces pieces;
  size_t start = 0;
  for (size_t i = 0; i < f.size();) {
    if (f[i] != '%') {
      ++i;
      continue;
    }
    plain(pieces, start, i - start);
    if (i + 1 < f.size() && f[i + 1] == '%') {
      plain(pieces, i, 1);
      i += 2;
    } else {
      i = printfConversion(f, i + 1, pieces);
    }
    start = i;
  }
  plain(pieces, start, f.size() - start);
  return pieces;
}

Pieces bracePieces(std::string_view f) {
  Pieces pieces;
  size_t start = 0;
  for (size_t i = 0; i < f.size();) {
    bool doubled = i + 1 < f.size() && f[i + 1] == f[i];
    if (f[i] != '{' && !(f[i] == '}' && doubled)) {
      ++i;
      continue;
    }
    plain(pieces, start, i - start);
    if (doubled) {
      plain(pieces, i, 1);
      start = i += 2;
      continue;
    }
    size_t close = f.find('}', i);
    if (close == std::string_view::npos)
      close = f.size();
    std::string id(f.substr(i + 1, std::min(close, f.find(':', i)) - i - 1));
    bool number = !id.empty() && isdigit(static_cast<unsigned char>(id[0]));
    bool time = f.substr(i, close - i).find(":%") != std::string_view::npos; // as strftime's
    char conversion = time ? 't' : id.empty() || number ? 's' : 'N';
    pieces.push_back({0, 0, conversion, number ? atoi(id.c_str()) : -1, 0, id});
    start = i = close + 1;
  }
  if (start < f.size())
    plain(pieces, start, f.size() - start);
  return pieces;
}

Pieces dollarPieces(std::string_view f) {
  Pieces pieces;
  size_t start = 0;
  for (size_t i = 0; i + 1 < f.size(); ++i) {
    bool number = isdigit(static_cast<unsigned char>(f[i + 1]));
    if (f[i] != '$' || !(number || f[i + 1] == '$'))
      continue;
    plain(pieces, start, i - start);
    if (number)
      pieces.push_back({0, 0, 's', f[i + 1] - '0', 0});
    else
      plain(pieces, i, 1);
    start = ++i + 1;
  }
  if (start < f.size())
    plain(pieces, start, f.size() - start);
  return pieces;
}

/// The digits of an argument: a number, whatever else is known of it.
TextRef number(Texts &texts, TextRef argument) {
  Hole h;
  h.kind = sql::HoleKind::Number;
  if (argument->kind == Text::Step) {
    h.where = argument->step.where;
    h.expression = argument->step.expression;
  }
  return texts.hole(h);
}

TextRef harmless(Texts &texts) {
  Hole h;
  h.escape = sql::Escape::Checked;
  return texts.hole(h);
}

TextRef convert(Texts &texts, char conversion, TextRef argument) {
  switch (conversion) {
  case 's':
  case 'S':
  case 'z': return argument;
  case 'q': return texts.escaped(sql::Escape::LiteralBody, argument);
  case 'Q': return texts.escaped(sql::Escape::Literal, argument);
  case 'w': return texts.escaped(sql::Escape::IdentifierBody, argument);
  case 'c': return strip(argument)->kind == Text::Literal ? argument : harmless(texts);
  case 't': return harmless(texts); // a time or date
  default: return argument->constant() ? argument : number(texts, argument);
  }
}

/// What stands for a conversion that eats no argument in order: %m, {name}. nullptr for all others.
TextRef withoutArgument(Texts &texts, const Piece &piece, const std::vector<TextRef> &parts) {
  if (piece.conversion == 'm')
    return harmless(texts);
  if (piece.conversion != 'N')
    return nullptr;
  for (TextRef part : parts)
    if (part->kind == Text::Format && part->format == Text::Named &&
        strip(part->children[0])->literal.bytes == piece.name)
      return part->children[1];
  Hole h;
  h.reason = "named argument of a format";
  return texts.hole(h);
}

TextRef build(Texts &texts, const Literal &format, const Pieces &pieces,
              const std::vector<TextRef> &parts, size_t &next, bool open) {
  std::vector<TextRef> out;
  for (const Piece &piece : pieces) {
    if (piece.count) {
      out.push_back(texts.literal(slice(format, piece.from, piece.count)));
      continue;
    }
    if (piece.conversion == 'N' && open)
      return nullptr;
    if (TextRef special = withoutArgument(texts, piece, parts)) {
      out.push_back(special);
      continue;
    }
    if (piece.argument < 0)
      next += piece.stars;
    size_t at = piece.argument >= 0 ? static_cast<size_t>(piece.argument) + 1 : next++;
    if (at >= parts.size() && open)
      return nullptr;
    out.push_back(at < parts.size() ? convert(texts, piece.conversion, parts[at])
                                    : harmless(texts));
  }
  return texts.concat(std::move(out));
}

Pieces piecesOf(Text::FormatKind kind, std::string_view format) {
  switch (kind) {
  case Text::Printf: return printfPieces(format);
  case Text::Braces: return bracePieces(format);
  case Text::Dollars: return dollarPieces(format);
  case Text::Percent:
  case Text::Feed:
  case Text::Loaded:
  case Text::Named: break;
  }
  return {};
}

TextRef expandConstant(Texts &texts, Text::FormatKind kind, TextRef format,
                       const std::vector<TextRef> &parts, bool open) {
  std::vector<TextRef> pieces =
      format->kind == Text::Concat ? format->children : std::vector<TextRef>{format};
  std::vector<TextRef> out;
  size_t next = 1;
  for (TextRef piece : pieces) {
    if (piece->kind != Text::Literal) {
      if (piece->hasIn || piece->kind == Text::Format)
        return nullptr;
      out.push_back(piece); // what it is made of, if not what it says
      continue;
    }
    TextRef made =
        build(texts, piece->literal, piecesOf(kind, piece->literal.bytes), parts, next, open);
    if (!made)
      return nullptr;
    out.push_back(made);
  }
  return texts.concat(std::move(out));
}

} // namespace

TextRef expandFormat(Texts &texts, Text::FormatKind kind, const std::vector<TextRef> &parts) {
  if (parts.empty())
    return texts.empty();
  if (kind == Text::Named)
    return nullptr;
  if (kind == Text::Percent || kind == Text::Feed)
    return fillMarkers(texts, kind, parts);
  TextRef format = strip(parts[0]);
  bool open = false; // the list of arguments is not complete yet
  std::vector<TextRef> known = parts;
  if (parts.back()->kind == Text::In && parts.back()->rest) {
    open = true;
    known.pop_back();
  }
  if (format->kind != Text::Choice)
    return expandConstant(texts, kind, format, known, open);
  std::vector<Alternative> alternatives;
  for (const Alternative &a : format->alternatives) {
    TextRef made = expandConstant(texts, kind, strip(a.text), known, open);
    if (!made)
      return nullptr;
    alternatives.push_back({a.index, made});
  }
  return texts.choice(format->join, std::move(alternatives));
}

} // namespace clangsql::link
