// RUN: %clang-sql dump summary %s -- -std=c++17 -Wno-deprecated-declarations | FileCheck %s

#include <map>
#include <optional>
#include <pqxx/pqxx>
#include <pqxx/tablereader>
#include <pqxx/tablewriter>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

// Version 6.4 of Debian, by its real headers.

void statements(pqxx::work &tx, const std::string &name) {
  tx.exec("SELECT 1");
  tx.exec(std::stringstream("SELECT 2"));
  tx.exec0("DELETE FROM orders");
  tx.exec1("SELECT 3", "description");
  tx.exec_n(2, "SELECT 4");
  tx.exec_params("SELECT $1", name);
  tx.exec_params0("DELETE FROM orders WHERE name = $1", name);
  tx.exec_params1("SELECT $1::int", 1);
  tx.exec_params_n(2, "SELECT $1, $2", name, 1);
  tx.parameterized("SELECT $1")(name).exec();
}

void prepared(pqxx::connection &db, pqxx::nontransaction &tx, const std::string &name) {
  db.prepare("find", "SELECT * FROM users WHERE name = $1");
  db.prepare("SELECT * FROM users");
  tx.exec_prepared("find", name);
  tx.exec_prepared0("find", name);
  tx.exec_prepared1("find", name);
  tx.exec_prepared_n(1, "find", name);
  tx.prepared("find")(name).exec();
  db.unprepare("find");
}

std::string escapes(pqxx::connection &db, pqxx::work &tx, const std::string &name, const unsigned char *bytes) {
  std::string all = tx.esc(name) + tx.esc(name.c_str(), 3) + tx.esc_raw(bytes, 3) + tx.quote(name) + tx.quote(1) +
                    tx.quote_raw(bytes, 3) + tx.quote_name(name) + tx.esc_like(name) + tx.unesc_raw(name);
  return all + db.esc(name) + db.esc_raw(bytes, 3) + db.quote(name) + db.quote_raw(bytes, 3) + db.quote_name(name) +
         db.esc_like(name) + db.adorn_name(name) + pqxx::to_string(1) + pqxx::to_string(name) +
         pqxx::separated_list(",", std::vector<std::string>{name});
}

void transactions() {
  pqxx::connection db("dbname=shop");
  pqxx::lazyconnection lazy("dbname=shop");
  pqxx::work plain(db, "name");
  pqxx::read_transaction reading(db);
  pqxx::robusttransaction<> robust(db);
  pqxx::transaction<pqxx::serializable> serial(db);
  pqxx::subtransaction sub(plain, "sub");
  pqxx::nontransaction none(db);
  plain.commit();
  sub.abort();
  plain.conn().activate();
  pqxx::perform([&] { pqxx::work(db).commit(); });
  plain.set_variable("search_path", "shop");
  plain.get_variable("search_path");
}

void cursors(pqxx::work &tx) {
  pqxx::stateless_cursor<pqxx::cursor_base::read_only, pqxx::cursor_base::owned> all(tx, "SELECT 5", "all", false);
  pqxx::stateless_cursor<pqxx::cursor_base::read_only, pqxx::cursor_base::loose> adopted(tx, "all");
  pqxx::icursorstream rows(tx, "SELECT 6", "rows", 10);
  pqxx::result block;
  rows >> block;
  pqxx::pipeline queue(tx);
  queue.insert("SELECT 7");
  queue.retrieve();
}

void bulk(pqxx::work &tx, std::vector<std::string> columns, std::string line) {
  pqxx::stream_to all(tx, "orders");
  pqxx::stream_to some(tx, "orders", columns);
  pqxx::stream_to few(tx, "orders", columns.begin(), columns.end());
  all << std::make_tuple(1, line);
  all.complete();
  pqxx::tablewriter writer(tx, "orders");
  pqxx::tablewriter null(tx, "orders", "NULL");
  pqxx::tablewriter named(tx, "orders", columns.begin(), columns.end());
  writer.insert(columns);
  pqxx::stream_from from(tx, "orders");
  from.get_raw_line(line);
  pqxx::tablereader reader(tx, "orders");
  reader.get_raw_line(line);
}

std::string results(pqxx::work &tx) {
  pqxx::result all = tx.exec("SELECT name FROM users");
  std::string text;
  for (const auto &row : all)
    text += row[0].c_str();
  all[0][0].to(text);
  text += all.at(0).at("name").as<std::string>() + all[0][0].get<std::string, std::optional>().value_or("") + all.column_name(0);
  return text + all[0].front().as(std::string("none")) + std::to_string(all.size() + all.affected_rows());
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @pqxx::basic_connection_base::basic_connection_base(
// CHECK-DAG: @pqxx::connection_base::activate(
// CHECK-DAG: @pqxx::connection_base::adorn_name(
// CHECK-DAG: @pqxx::connection_base::esc(
// CHECK-DAG: @pqxx::connection_base::esc_like(
// CHECK-DAG: @pqxx::connection_base::esc_raw(
// CHECK-DAG: @pqxx::connection_base::prepare(
// CHECK-DAG: @pqxx::connection_base::quote(
// CHECK-DAG: @pqxx::connection_base::quote_name(
// CHECK-DAG: @pqxx::connection_base::quote_raw(
// CHECK-DAG: @pqxx::connection_base::unprepare(
// CHECK-DAG: @pqxx::const_result_iterator::operator!=(
// CHECK-DAG: @pqxx::const_result_iterator::operator*(
// CHECK-DAG: @pqxx::const_result_iterator::operator++(
// CHECK-DAG: @pqxx::const_result_iterator::~const_result_iterator(
// CHECK-DAG: @pqxx::field::as(
// CHECK-DAG: @pqxx::field::c_str(
// CHECK-DAG: @pqxx::field::get(
// CHECK-DAG: @pqxx::field::to(
// CHECK-DAG: @pqxx::field::~field(
// CHECK-DAG: @pqxx::icursorstream::icursorstream(
// CHECK-DAG: @pqxx::icursorstream::operator>>(
// CHECK-DAG: @pqxx::internal::parameterized_invocation::exec(
// CHECK-DAG: @pqxx::internal::parameterized_invocation::operator()(
// CHECK-DAG: @pqxx::perform(
// CHECK-DAG: @pqxx::pipeline::insert(
// CHECK-DAG: @pqxx::pipeline::pipeline(
// CHECK-DAG: @pqxx::pipeline::retrieve(
// CHECK-DAG: @pqxx::pipeline::~pipeline(
// CHECK-DAG: @pqxx::prepare::invocation::exec(
// CHECK-DAG: @pqxx::prepare::invocation::operator()(
// CHECK-DAG: @pqxx::result::affected_rows(
// CHECK-DAG: @pqxx::result::at(
// CHECK-DAG: @pqxx::result::begin(
// CHECK-DAG: @pqxx::result::column_name(
// CHECK-DAG: @pqxx::result::end(
// CHECK-DAG: @pqxx::result::operator[](
// CHECK-DAG: @pqxx::result::result(
// CHECK-DAG: @pqxx::result::size(
// CHECK-DAG: @pqxx::result::~result(
// CHECK-DAG: @pqxx::row::at(
// CHECK-DAG: @pqxx::row::front(
// CHECK-DAG: @pqxx::row::operator[](
// CHECK-DAG: @pqxx::row::~row(
// CHECK-DAG: @pqxx::separated_list(
// CHECK-DAG: @pqxx::stateless_cursor::stateless_cursor(
// CHECK-DAG: @pqxx::stream_from::get_raw_line(
// CHECK-DAG: @pqxx::stream_from::stream_from(
// CHECK-DAG: @pqxx::stream_to::complete(
// CHECK-DAG: @pqxx::stream_to::operator<<(
// CHECK-DAG: @pqxx::stream_to::stream_to(
// CHECK-DAG: @pqxx::stream_to::~stream_to(
// CHECK-DAG: @pqxx::tablereader::get_raw_line(
// CHECK-DAG: @pqxx::tablereader::tablereader(
// CHECK-DAG: @pqxx::tablereader::~tablereader(
// CHECK-DAG: @pqxx::tablewriter::insert(
// CHECK-DAG: @pqxx::tablewriter::tablewriter(
// CHECK-DAG: @pqxx::tablewriter::~tablewriter(
// CHECK-DAG: @pqxx::to_string(
// CHECK-DAG: @pqxx::transaction_base::abort(
// CHECK-DAG: @pqxx::transaction_base::commit(
// CHECK-DAG: @pqxx::transaction_base::conn(
// CHECK-DAG: @pqxx::transaction_base::esc(
// CHECK-DAG: @pqxx::transaction_base::esc_like(
// CHECK-DAG: @pqxx::transaction_base::esc_raw(
// CHECK-DAG: @pqxx::transaction_base::exec(
// CHECK-DAG: @pqxx::transaction_base::exec0(
// CHECK-DAG: @pqxx::transaction_base::exec1(
// CHECK-DAG: @pqxx::transaction_base::exec_n(
// CHECK-DAG: @pqxx::transaction_base::exec_params(
// CHECK-DAG: @pqxx::transaction_base::exec_params0(
// CHECK-DAG: @pqxx::transaction_base::exec_params1(
// CHECK-DAG: @pqxx::transaction_base::exec_params_n(
// CHECK-DAG: @pqxx::transaction_base::exec_prepared(
// CHECK-DAG: @pqxx::transaction_base::exec_prepared0(
// CHECK-DAG: @pqxx::transaction_base::exec_prepared1(
// CHECK-DAG: @pqxx::transaction_base::exec_prepared_n(
// CHECK-DAG: @pqxx::transaction_base::get_variable(
// CHECK-DAG: @pqxx::transaction_base::parameterized(
// CHECK-DAG: @pqxx::transaction_base::prepared(
// CHECK-DAG: @pqxx::transaction_base::quote(
// CHECK-DAG: @pqxx::transaction_base::quote_name(
// CHECK-DAG: @pqxx::transaction_base::quote_raw(
// CHECK-DAG: @pqxx::transaction_base::set_variable(
// CHECK-DAG: @pqxx::transaction_base::unesc_raw(
