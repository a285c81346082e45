// Boost.MySQL 1.86, by declarations with its signatures.
#pragma once
#include <string>
#include <string_view>
#include <tuple>
namespace boost {
namespace mysql {
using string_view = std::string_view;
class error_code {};
class diagnostics {};
class results {};
struct connect_params {};
struct format_options {};
enum class quoting_context : char { double_quote = '"', single_quote = '\'', backtick = '`' };
template <class Tuple> class bound_statement_tuple {};
class statement {
public:
  template <class... T> auto bind(T &&...params) const -> bound_statement_tuple<std::tuple<T...>>;
};
class any_connection {
public:
  void connect(const connect_params &params);
  template <class ExecutionRequest, class ResultsType> void execute(const ExecutionRequest &req, ResultsType &result);
  template <class ExecutionRequest, class ResultsType>
  void execute(const ExecutionRequest &req, ResultsType &result, error_code &err, diagnostics &diag);
  statement prepare_statement(string_view stmt);
  void close_statement(const statement &stmt);
};
template <class OutputString>
error_code escape_string(string_view input, const format_options &opts, quoting_context quot_ctx, OutputString &output);
} // namespace mysql
} // namespace boost
