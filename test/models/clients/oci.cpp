// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction' %s -- -std=c++17 %headers -isystem %S/../Inputs/oci 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A bank's accounts, by OCI.

extern "C" {
#include <oci.h>
}
#include <curl/curl.h>
#include <string>

namespace accounts {

int by_owner(OCISvcCtx *service, OCIStmt *statement, OCIError *error, const std::string &owner) {
  std::string sql = "SELECT id FROM accounts WHERE owner = '" + owner + "'";
  return OCIStmtPrepare(statement, error, reinterpret_cast<const OraText *>(sql.c_str()), sql.size(), 1, 0);
  // CHECK: :[[@LINE-1]]:10: warning: 'owner' becomes SQL in 'OCIStmtPrepare': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

int by_owner_bound(OCIStmt *statement, OCIError *error, std::string owner) {
  static const char SQL[] = "SELECT id FROM accounts WHERE owner = :owner";
  OCIBind *bind = nullptr;
  OCIStmtPrepare(statement, error, reinterpret_cast<const OraText *>(SQL), sizeof SQL - 1, 1, 0);
  return OCIBindByName(statement, &bind, error, (const OraText *)":owner", 6, owner.data(), owner.size(), 5, nullptr, nullptr, nullptr, 0,
                       nullptr, 0);
}

void tell_inside(OCISvcCtx *service, OCIError *error, CURL *curl) {
  OCITransStart(service, error, 60, 1);
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  OCITransCommit(service, error, 0);
}

void tell_after(OCISvcCtx *service, OCIError *error, CURL *curl) {
  OCITransStart(service, error, 60, 1);
  OCITransRollback(service, error, 0);
  curl_easy_perform(curl);
}

} // namespace accounts
