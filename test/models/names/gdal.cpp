// RUN: %clang-sql dump summary %s -- -std=c++17 %headers -isystem %headers/../gdal | FileCheck %s

#include <cpl_http.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_api.h>
#include <ogrsf_frmts.h>

CPLString statements(GDALDataset &data, GDALDatasetH handle, OGRLayer &layer, const char *name) {
  OGRLayer *found = data.ExecuteSQL("SELECT 1", nullptr, nullptr);
  GDALDatasetExecuteSQL(handle, "SELECT 2", nullptr, nullptr);
  data.StartTransaction();
  data.CommitTransaction();
  data.RollbackTransaction();
  if (layer.StartTransaction() == OGRERR_NONE && layer.CommitTransaction() == OGRERR_NONE)
    layer.RollbackTransaction();
  CPLString all(name), text;
  text.Printf("%s", name);
  CPLHTTPFetch("http://localhost", nullptr);
  OGRFeature *feature = found->GetNextFeature();
  return all + text + CPLSPrintf("%s", name) + feature->GetFieldAsString("name") + layer.GetName();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @CPLHTTPFetch(
// CHECK-DAG: @CPLSPrintf(
// CHECK-DAG: @CPLString::CPLString(
// CHECK-DAG: @CPLString::Printf(
// CHECK-DAG: @GDALDataset::CommitTransaction(
// CHECK-DAG: @GDALDataset::ExecuteSQL(
// CHECK-DAG: @GDALDataset::RollbackTransaction(
// CHECK-DAG: @GDALDataset::StartTransaction(
// CHECK-DAG: @GDALDatasetExecuteSQL(
// CHECK-DAG: @OGRFeature::GetFieldAsString(
// CHECK-DAG: @OGRLayer::CommitTransaction(
// CHECK-DAG: @OGRLayer::GetName(
// CHECK-DAG: @OGRLayer::GetNextFeature(
// CHECK-DAG: @OGRLayer::RollbackTransaction(
// CHECK-DAG: @OGRLayer::StartTransaction(
