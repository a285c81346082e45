// RUN: %clang-sql dump summary %s -- -DLDAP_DEPRECATED=1 %headers | FileCheck %s

#include <ldap.h>
#include <stddef.h>

char *find(const char *name, struct berval *secret, LDAPMod **changes) {
  LDAP *directory;
  LDAPMessage *found;
  ldap_initialize(&directory, "ldap://localhost");
  ldap_simple_bind_s(directory, name, "secret");
  ldap_sasl_bind_s(directory, name, LDAP_SASL_SIMPLE, secret, NULL, NULL, NULL);
  ldap_start_tls_s(directory, NULL, NULL);
  ldap_search_ext_s(directory, "dc=shop", LDAP_SCOPE_SUBTREE, "(cn=a)", NULL, 0, NULL, NULL, NULL, 0, &found);
  ldap_search_ext(directory, "dc=shop", LDAP_SCOPE_SUBTREE, "(cn=a)", NULL, 0, NULL, NULL, NULL, 0, NULL);
  ldap_result(directory, LDAP_RES_ANY, 1, NULL, &found);
  ldap_modify_ext_s(directory, name, changes, NULL, NULL);
  char **values = ldap_get_values(directory, ldap_first_entry(directory, found), "mail");
  ldap_unbind_ext_s(directory, NULL, NULL);
  return values ? values[0] : ldap_get_dn(directory, found);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @ldap_first_entry(
// CHECK-DAG: @ldap_get_dn(
// CHECK-DAG: @ldap_get_values(
// CHECK-DAG: @ldap_initialize(
// CHECK-DAG: @ldap_modify_ext_s(
// CHECK-DAG: @ldap_result(
// CHECK-DAG: @ldap_sasl_bind_s(
// CHECK-DAG: @ldap_search_ext(
// CHECK-DAG: @ldap_search_ext_s(
// CHECK-DAG: @ldap_simple_bind_s(
// CHECK-DAG: @ldap_start_tls_s(
// CHECK-DAG: @ldap_unbind_ext_s(
