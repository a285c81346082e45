// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/mfc | FileCheck %s

#include <atlstr.h>

CString texts(const CString &name, int n) {
  CString all, text("a");
  all.Format("%s %d", name.GetString(), n);
  all.Format(7u, n);
  all.AppendFormat("%d", n);
  all += name;
  all += "b";
  all.Append("c");
  all.AppendChar('d');
  all.Replace("a", name);
  all.MakeUpper().Trim();
  text = name;
  text.Empty();
  return all + text + "e" + name.Mid(1) + name.Left(2) + (name == "f" || name.Compare("g") == 0 || name.IsEmpty() ? "h" : "i");
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @ATL::CSimpleStringT::Append(
// CHECK-DAG: @ATL::CSimpleStringT::AppendChar(
// CHECK-DAG: @ATL::CSimpleStringT::Empty(
// CHECK-DAG: @ATL::CSimpleStringT::GetString(
// CHECK-DAG: @ATL::CSimpleStringT::IsEmpty(
// CHECK-DAG: @"ATL::CSimpleStringT::operator PCXSTR"(
// CHECK-DAG: @ATL::CStringT::AppendFormat(
// CHECK-DAG: @ATL::CStringT::CStringT(
// CHECK-DAG: @ATL::CStringT::Compare(
// CHECK-DAG: @ATL::CStringT::Format(
// CHECK-DAG: @ATL::CStringT::Left(
// CHECK-DAG: @ATL::CStringT::MakeUpper(
// CHECK-DAG: @ATL::CStringT::Mid(
// CHECK-DAG: @ATL::CStringT::Replace(
// CHECK-DAG: @ATL::CStringT::Trim(
// CHECK-DAG: @ATL::CStringT::operator+=(
// CHECK-DAG: @ATL::CStringT::operator=(
// CHECK-DAG: @ATL::CStringT::~CStringT(
// CHECK-DAG: @ATL::operator+(
// CHECK-DAG: @ATL::operator==(
