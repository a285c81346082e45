// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction' %s -- -std=c++17 %headers -isystem %headers/../gdal 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A city's trees on a map, by GDAL.

#include <cpl_http.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace trees {

OGRLayer *of_kind(GDALDataset &map, const char *kind) {
  CPLString sql;
  sql.Printf("SELECT * FROM trees WHERE kind = '%s'", kind);
  return map.ExecuteSQL(sql.c_str(), nullptr, nullptr);
  // CHECK: :[[@LINE-1]]:10: warning: 'kind' becomes SQL in 'ExecuteSQL': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

OGRLayer *of_age(GDALDataset &map, int age) {
  return map.ExecuteSQL(CPLSPrintf("SELECT * FROM trees WHERE age > %d", age), nullptr, nullptr);
}

void fetch_inside(GDALDataset &map) {
  if (map.StartTransaction() != OGRERR_NONE)
    return;
  CPLHTTPFetch("http://localhost/trees", nullptr);
  // CHECK: :[[@LINE-1]]:3: warning: 'CPLHTTPFetch' waits on the network while {{.*}}[sql-network-in-transaction]
  map.CommitTransaction();
}

void fetch_after(GDALDataset &map) {
  if (map.StartTransaction() == OGRERR_NONE)
    map.CommitTransaction();
  CPLHTTPFetch("http://localhost/trees", nullptr);
}

} // namespace trees
