// RUN: %clang-sql dump summary %s -- -std=c++20 -isystem %S/../Inputs/pqxx7 | FileCheck %s

#include <pqxx/pqxx>
#include <string>
#include <vector>

// Version 7, by declarations with its signatures.

void statements(pqxx::work &tx, const std::string &name) {
  (void)tx.exec("SELECT 1").no_rows();
  tx.exec("SELECT 2", std::string_view("description"));
  (void)tx.exec("SELECT $1", pqxx::params{name, 1}).one_row();
  tx.exec(std::stringstream("SELECT 3"), "description");
  tx.exec0("DELETE FROM orders");
  tx.exec1("SELECT 4");
  tx.exec_n(2, "SELECT 5");
  tx.exec_params("SELECT $1", name);
  tx.exec_params0("DELETE FROM orders WHERE name = $1", name);
  tx.exec_params1("SELECT $1::int", 1);
  tx.exec_params_n(2, "SELECT $1, $2", name, 1);
  tx.query_value<int>("SELECT 6");
  tx.query_value<int>("SELECT $1", pqxx::params{1});
  auto [one] = tx.query1<int>("SELECT 7");
  auto some = tx.query01<int>("SELECT $1", pqxx::params{one});
  for (auto [id] : tx.query<int>("SELECT 8"))
    one += id;
  for (auto [id] : tx.query<int>("SELECT $1", pqxx::params{1}))
    one += id;
  for (auto [id] : tx.query_n<int>(1, "SELECT 9"))
    one += id;
  for (auto [id, text] : tx.stream<int, std::string_view>("SELECT 10, name FROM users"))
    one += id;
  tx.for_query("SELECT 11", [](int) {});
  tx.for_query("SELECT $1", [](int) {}, pqxx::params{1});
  tx.for_stream("SELECT 12", [](int) {});
}

void prepared(pqxx::connection &db, pqxx::nontransaction &tx, const std::string &name) {
  db.prepare("find", "SELECT * FROM users WHERE name = $1");
  db.prepare(pqxx::zview(name), pqxx::zview("SELECT 1"));
  db.prepare("SELECT * FROM users");
  tx.exec_prepared("find", name);
  tx.exec_prepared1("find", name);
  tx.exec_prepared_n(1, "find", name);
  tx.exec(pqxx::prepped{"all"});
  tx.exec(pqxx::prepped{"find"}, pqxx::params{name});
  tx.query_value<int>(pqxx::prepped{"find"}, pqxx::params{name});
  for (auto [id] : tx.query<int>(pqxx::prepped{"find"}, pqxx::params{name}))
    tx.for_query(pqxx::prepped{"find"}, [](int) {}, pqxx::params{id});
}

std::string escapes(pqxx::connection &db, pqxx::work &tx, const std::string &name, const std::vector<std::string> &names) {
  std::string all = tx.esc(name) + tx.quote(name) + tx.quote(1) + tx.quote_name(name) + tx.esc_like(name);
  return all + db.esc(name) + db.quote(name) + db.quote_name(name) + db.quote_table({"shop", name}) + db.quote_columns(names) +
         db.esc_like(name) + pqxx::to_string(1) + pqxx::to_string(name) + pqxx::separated_list(",", names);
}

void transactions() {
  pqxx::connection db("dbname=shop"), other;
  pqxx::work plain(db, "name");
  pqxx::read_transaction reading(db);
  pqxx::robusttransaction<> robust(db);
  pqxx::subtransaction sub(plain, "sub");
  pqxx::nontransaction none(db);
  plain.commit();
  sub.abort();
  plain.conn().close();
  pqxx::perform([&] { pqxx::work(db).commit(); });
  db.await_notification();
  (void)db.get_var("search_path");
  db.set_session_var("search_path", "shop");
}

void bulk(pqxx::work &tx, const std::vector<std::string> &columns) {
  auto all = pqxx::stream_to::table(tx, {"orders"});
  auto some = pqxx::stream_to::table(tx, {"orders"}, {"id", "name"});
  auto few = pqxx::stream_to::table(tx, {"orders"}, columns);
  auto raw = pqxx::stream_to::raw_table(tx, "orders", "id, name");
  pqxx::stream_to old(tx, "orders"), named(tx, "orders", columns);
  all.write_values(1, "a");
  all.write_row(std::make_tuple(1, "a"));
  all << std::make_tuple(1, "a");
  all.complete();
  auto from = pqxx::stream_from::query(tx, "SELECT 13");
  pqxx::stream_from older(tx, pqxx::from_query, "SELECT 14");
  pqxx::stateless_cursor<pqxx::cursor_base::read_only, pqxx::cursor_base::owned> cursor(tx, "SELECT 15", "all", false);
  pqxx::icursorstream rows(tx, "SELECT 16", "rows", 10);
  pqxx::pipeline queue(tx);
  queue.insert("SELECT 17");
}

std::string results(pqxx::work &tx) {
  pqxx::result all = tx.exec("SELECT name FROM users");
  std::string text = std::string(all[0][0].view()) + all[0][0].c_str() + all[0]["name"].as<std::string>();
  all[0][0].to(text);
  return text + all[0].at(0).as(std::string("none")) + all.column_name(0) + all[0][0].get<std::string>().value_or("");
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @pqxx::connection::await_notification(
// CHECK-DAG: @pqxx::connection::close(
// CHECK-DAG: @pqxx::connection::connection(
// CHECK-DAG: @pqxx::connection::esc(
// CHECK-DAG: @pqxx::connection::esc_like(
// CHECK-DAG: @pqxx::connection::get_var(
// CHECK-DAG: @pqxx::connection::prepare(
// CHECK-DAG: @pqxx::connection::quote(
// CHECK-DAG: @pqxx::connection::quote_columns(
// CHECK-DAG: @pqxx::connection::quote_name(
// CHECK-DAG: @pqxx::connection::quote_table(
// CHECK-DAG: @pqxx::connection::set_session_var(
// CHECK-DAG: @pqxx::field::as(
// CHECK-DAG: @pqxx::field::c_str(
// CHECK-DAG: @pqxx::field::get(
// CHECK-DAG: @pqxx::field::to(
// CHECK-DAG: @pqxx::field::view(
// CHECK-DAG: @pqxx::from_query_t::from_query_t(
// CHECK-DAG: @pqxx::icursorstream::icursorstream(
// CHECK-DAG: @pqxx::params::params(
// CHECK-DAG: @pqxx::perform(
// CHECK-DAG: @pqxx::pipeline::insert(
// CHECK-DAG: @pqxx::pipeline::pipeline(
// CHECK-DAG: @pqxx::pipeline::~pipeline(
// CHECK-DAG: @pqxx::prepped::prepped(
// CHECK-DAG: @pqxx::result::column_name(
// CHECK-DAG: @pqxx::result::no_rows(
// CHECK-DAG: @pqxx::result::one_row(
// CHECK-DAG: @pqxx::result::operator[](
// CHECK-DAG: @pqxx::row::at(
// CHECK-DAG: @pqxx::row::operator[](
// CHECK-DAG: @pqxx::separated_list(
// CHECK-DAG: @pqxx::stateless_cursor::stateless_cursor(
// CHECK-DAG: @pqxx::stream_from::query(
// CHECK-DAG: @pqxx::stream_from::stream_from(
// CHECK-DAG: @pqxx::stream_to::complete(
// CHECK-DAG: @pqxx::stream_to::operator<<(
// CHECK-DAG: @pqxx::stream_to::raw_table(
// CHECK-DAG: @pqxx::stream_to::stream_to(
// CHECK-DAG: @pqxx::stream_to::table(
// CHECK-DAG: @pqxx::stream_to::write_row(
// CHECK-DAG: @pqxx::stream_to::write_values(
// CHECK-DAG: @pqxx::stream_to::~stream_to(
// CHECK-DAG: @pqxx::to_string(
// CHECK-DAG: @pqxx::transaction_base::abort(
// CHECK-DAG: @pqxx::transaction_base::commit(
// CHECK-DAG: @pqxx::transaction_base::conn(
// CHECK-DAG: @pqxx::transaction_base::esc(
// CHECK-DAG: @pqxx::transaction_base::esc_like(
// CHECK-DAG: @pqxx::transaction_base::exec(
// CHECK-DAG: @pqxx::transaction_base::exec0(
// CHECK-DAG: @pqxx::transaction_base::exec1(
// CHECK-DAG: @pqxx::transaction_base::exec_n(
// CHECK-DAG: @pqxx::transaction_base::exec_params(
// CHECK-DAG: @pqxx::transaction_base::exec_params0(
// CHECK-DAG: @pqxx::transaction_base::exec_params1(
// CHECK-DAG: @pqxx::transaction_base::exec_params_n(
// CHECK-DAG: @pqxx::transaction_base::exec_prepared(
// CHECK-DAG: @pqxx::transaction_base::exec_prepared1(
// CHECK-DAG: @pqxx::transaction_base::exec_prepared_n(
// CHECK-DAG: @pqxx::transaction_base::for_query(
// CHECK-DAG: @pqxx::transaction_base::for_stream(
// CHECK-DAG: @pqxx::transaction_base::query(
// CHECK-DAG: @pqxx::transaction_base::query01(
// CHECK-DAG: @pqxx::transaction_base::query1(
// CHECK-DAG: @pqxx::transaction_base::query_n(
// CHECK-DAG: @pqxx::transaction_base::query_value(
// CHECK-DAG: @pqxx::transaction_base::quote(
// CHECK-DAG: @pqxx::transaction_base::quote_name(
// CHECK-DAG: @pqxx::transaction_base::stream(
// CHECK-DAG: @pqxx::zview::zview(
