// rules: sql-injection
//
// A payroll that talks ODBC.

#include <sql.h>
#include <sqlext.h>
#include <stdio.h>
#include <string.h>

SQLRETURN salary_of(SQLHSTMT statement, long employee) {
  char text[128];
  snprintf(text, sizeof text, "SELECT cents FROM salaries WHERE employee = %ld", employee);
  return SQLExecDirect(statement, (SQLCHAR *)text, SQL_NTS); // OK sql-injection
}

SQLRETURN salary_by_name(SQLHSTMT statement, const char *name) {
  char text[256];
  snprintf(text, sizeof text, "SELECT cents FROM salaries WHERE name = '%s'", name);
  return SQLExecDirect(statement, (SQLCHAR *)text, SQL_NTS); // WARN sql-injection
}

SQLRETURN salary_bound(SQLHSTMT statement, char *name) {
  SQLLEN length = SQL_NTS;
  SQLRETURN code = SQLPrepare(statement, (SQLCHAR *)"SELECT cents FROM salaries WHERE name = ?", SQL_NTS); // OK sql-injection
  if (!SQL_SUCCEEDED(code))
    return code;
  SQLBindParameter(statement, 1, SQL_PARAM_INPUT, SQL_C_CHAR, SQL_VARCHAR, 64, 0, name, 0, &length);
  return SQLExecute(statement);
}

SQLRETURN salary_sorted(SQLHSTMT statement, const char *column) {
  char text[256] = "SELECT name, cents FROM salaries ORDER BY ";
  strcat(text, column);
  return SQLPrepare(statement, (SQLCHAR *)text, (SQLINTEGER)strlen(text)); // WARN sql-injection
}
