#include "sql/text_form.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace clangsql::sql {

static std::string_view word(Understanding understanding) {
  switch (understanding) {
  case Understanding::Full: return "full";
  case Understanding::Part: return "part";
  case Understanding::None: return "none";
  }
  return "none";
}

static std::string describe(const Insert &insert) {
  std::string result = fmt::format("  {} into {} at {}", insert.copy ? "copy" : "insert",
                                   insert.table, insert.offset);
  result += insert.defaultValues ? ", default values"
            : insert.columns     ? ", columns"
                                 : ", no columns";
  return result + (insert.tableIsHole ? ", table is a hole\n" : "\n");
}

static std::string describe(const Statement &statement) {
  std::string result =
      fmt::format("{} at {}, {} bytes", name(statement.kind), statement.offset, statement.length);
  if (statement.reads)
    result += ", reads";
  if (statement.writes)
    result += ", writes";
  if (statement.chain)
    result += ", and chain";
  result += "\n";
  auto list = [&](std::string_view title, const std::vector<std::string> &names) {
    if (!names.empty())
      result += fmt::format("  {}: {}\n", title, fmt::join(names, ", "));
  };
  list("tables", statement.tables);
  list("columns", statement.columns);
  list("conditions", statement.conditionColumns);
  for (const Insert &insert : statement.inserts)
    result += describe(insert);
  if (!statement.fingerprint.empty())
    result += fmt::format("  fingerprint: {}\n", statement.fingerprint);
  return result;
}

std::string describe(const Text &text, const Parsed &parsed) {
  std::string result = fmt::format("understood: {}\n", word(parsed.understanding));
  for (const Statement &statement : parsed.statements)
    result += describe(statement);
  for (size_t i = 0; i < parsed.holes.size(); ++i)
    result +=
        fmt::format("hole {} at {}: {}\n", i + 1, text.holes[i].offset, name(parsed.holes[i]));
  if (!parsed.parameters.empty())
    result += fmt::format("parameters: {} at {}\n", parsed.parameterCount,
                          fmt::join(parsed.parameters, ", "));
  if (text.holes.empty())
    result += fmt::format("looks like SQL: {}\n", looksLikeSql(text.bytes) ? "yes" : "no");
  if (parsed.error)
    result += fmt::format("error at {}: {}\n", parsed.error->offset, parsed.error->message);
  return result;
}

} // namespace clangsql::sql
