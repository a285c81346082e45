// RUN: %clang-sql dump summary %s -- -std=c++17 -D__WXGTK__ %headers -isystem %headers/../wx-3.2 -isystem %headers/../../lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 | FileCheck %s

#include <string>
#include <wx/string.h>
#include <wx/wxsqlite3.h>

wxString texts(const wxString &name, int n) {
  wxString all = wxString::Format("%s %d", name, n), text("a");
  all << name << n << "b";
  all += name;
  all.Append(name).Prepend(name);
  all.Printf("%s", name);
  all.Replace("a", name);
  all.MakeUpper();
  return all + name.Mid(1) + name.Lower() + wxString::FromUTF8(name.utf8_str()) + text + name.ToStdString() + (name == "a" ? "b" : "c");
}

wxString statements(wxSQLite3Database &db, const wxString &name) {
  wxString found;
  db.ExecuteUpdate("DELETE FROM users");
  wxSQLite3Statement statement = db.PrepareStatement("SELECT name FROM users WHERE name = ?");
  statement.Bind(1, name);
  wxSQLite3ResultSet rows = db.ExecuteQuery(name), others = statement.ExecuteQuery();
  while (rows.NextRow())
    found += rows.GetAsString(0) + rows.GetString("name");
  db.ExecuteScalar("SELECT count(*) FROM users");
  db.Begin();
  db.Commit();
  db.Rollback();
  wxSQLite3Transaction change(&db);
  change.Commit();
  change.Rollback();
  return found;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @operator+(
// CHECK-DAG: @operator==(
// CHECK-DAG: @wxFormatString::wxFormatString(
// CHECK-DAG: @wxSQLite3Database::Begin(
// CHECK-DAG: @wxSQLite3Database::Commit(
// CHECK-DAG: @wxSQLite3Database::ExecuteQuery(
// CHECK-DAG: @wxSQLite3Database::ExecuteScalar(
// CHECK-DAG: @wxSQLite3Database::ExecuteUpdate(
// CHECK-DAG: @wxSQLite3Database::PrepareStatement(
// CHECK-DAG: @wxSQLite3Database::Rollback(
// CHECK-DAG: @wxSQLite3ResultSet::GetAsString(
// CHECK-DAG: @wxSQLite3ResultSet::GetString(
// CHECK-DAG: @wxSQLite3ResultSet::NextRow(
// CHECK-DAG: @wxSQLite3ResultSet::~wxSQLite3ResultSet(
// CHECK-DAG: @wxSQLite3Statement::Bind(
// CHECK-DAG: @wxSQLite3Statement::ExecuteQuery(
// CHECK-DAG: @wxSQLite3Statement::~wxSQLite3Statement(
// CHECK-DAG: @wxSQLite3Transaction::Commit(
// CHECK-DAG: @wxSQLite3Transaction::Rollback(
// CHECK-DAG: @"wxScopedCharTypeBuffer::operator const CharType *"(
// CHECK-DAG: @wxScopedCharTypeBuffer::~wxScopedCharTypeBuffer(
// CHECK-DAG: @wxString::Append(
// CHECK-DAG: @wxString::Format(
// CHECK-DAG: @wxString::FromUTF8(
// CHECK-DAG: @wxString::Lower(
// CHECK-DAG: @wxString::MakeUpper(
// CHECK-DAG: @wxString::Mid(
// CHECK-DAG: @wxString::Prepend(
// CHECK-DAG: @wxString::Printf(
// CHECK-DAG: @wxString::Replace(
// CHECK-DAG: @wxString::ToStdString(
// CHECK-DAG: @wxString::operator+=(
// CHECK-DAG: @wxString::operator<<(
// CHECK-DAG: @wxString::utf8_str(
// CHECK-DAG: @wxString::wxString(
// CHECK-DAG: @wxString::~wxString(
