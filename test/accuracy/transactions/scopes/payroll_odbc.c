// rules: sql-network-in-transaction
// A payroll on ODBC: autocommit as an attribute of the connection, and SQLEndTran.
#include <sql.h>
#include <sqlext.h>
#include <stddef.h>
#include <sys/socket.h>

static void tell_bank(int bank) {
  char answer[64];
  send(bank, "PAY\n", 4, 0);
  recv(bank, answer, sizeof answer, 0);
}

SQLRETURN pay(SQLHDBC db, SQLHSTMT statement, int bank) {
  SQLSetConnectAttr(db, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, 0);
  SQLExecDirect(statement, (SQLCHAR *)"UPDATE salary SET paid = 1", SQL_NTS);
  tell_bank(bank); // WARN sql-network-in-transaction
  SQLEndTran(SQL_HANDLE_DBC, db, SQL_COMMIT);
  tell_bank(bank); // OK sql-network-in-transaction
  return SQL_SUCCESS;
}

SQLRETURN pay_safely(SQLHDBC db, SQLHSTMT statement, int bank) {
  SQLRETURN done;
  SQLSetConnectAttr(db, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, SQL_IS_UINTEGER);
  done = SQLExecDirect(statement, (SQLCHAR *)"UPDATE salary SET paid = 1", SQL_NTS);
  SQLEndTran(SQL_HANDLE_DBC, db, SQL_SUCCEEDED(done) ? SQL_COMMIT : SQL_ROLLBACK);
  SQLSetConnectAttr(db, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_ON, 0);
  tell_bank(bank); // OK sql-network-in-transaction
  return done;
}

SQLRETURN set_timeout(SQLHDBC db, SQLHSTMT statement, int bank) {
  SQLSetConnectAttr(db, SQL_ATTR_LOGIN_TIMEOUT, (SQLPOINTER)5, 0);
  SQLSetConnectAttr(db, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_ON, 0);
  SQLExecDirect(statement, (SQLCHAR *)"UPDATE salary SET seen = 1", SQL_NTS);
  tell_bank(bank); // OK sql-network-in-transaction
  return SQL_SUCCESS;
}
