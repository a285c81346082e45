// RUN: not %clang-sql check --checks='-*,sql-injection,sql-misplaced-escape,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 -fPIC %headers -isystem %headers/qt5 -isystem %headers/qt5/QtCore -isystem %headers/qt5/QtSql 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A library's loans, with Qt SQL.

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QString>
#include <QStringBuilder>
#include <QTextStream>
#include <QThread>
#include <QVariant>

namespace loans {

bool lend(QSqlDatabase &db, const QString &book, const QString &reader) {
  QSqlQuery query(db);
  return query.exec("INSERT INTO loans (book, reader) VALUES ('" + book + "', '" + reader + "')");
  // CHECK: :[[@LINE-1]]:10: warning: 'book' becomes SQL in 'exec': it stands unescaped inside a quoted literal, and nothing shows it harmless (1 more like it) [sql-injection]
}

bool lend_bound(QSqlDatabase &db, const QString &book, const QString &reader) {
  QSqlQuery query(db);
  query.prepare("INSERT INTO loans (book, reader) VALUES (:book, ?)");
  query.bindValue(":book", book);
  query.addBindValue(reader);
  return query.exec();
}

bool bring_back(const QString &book, int count) {
  QSqlQuery query;
  return query.exec(QString("UPDATE books SET count = %2 WHERE title = '%1'").arg(book, QString::number(count)));
  // CHECK: :[[@LINE-1]]:10: warning: 'book' becomes SQL in 'exec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

bool remove(int book) {
  QSqlQuery query;
  return query.exec(QString("DELETE FROM books WHERE id = %1").arg(book)) && query.exec("DELETE FROM loans WHERE book = " + QString::number(book));
}

QSqlQuery of_reader(QSqlDatabase &db, const QString &reader) {
  return QSqlQuery(QLatin1String("SELECT book FROM loans WHERE reader = '") % reader % QLatin1Char('\''), db);
  // CHECK: :[[@LINE-1]]:10: warning: 'reader' becomes SQL in 'QSqlQuery': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

bool by_field(QSqlDatabase &db, const QString &title, const QString &order) {
  QSqlField field("title", QVariant::String);
  field.setValue(title);
  QString sql;
  QTextStream out(&sql);
  out << "SELECT id FROM books WHERE title = " << db.driver()->formatValue(field) << " ORDER BY "
      << db.driver()->escapeIdentifier(order, QSqlDriver::FieldName);
  return QSqlQuery(db).exec(sql);
}

bool by_escaped_name(QSqlDatabase &db, const QString &title) {
  QString name = db.driver()->escapeIdentifier(title, QSqlDriver::FieldName);
  return QSqlQuery(db).exec("SELECT id FROM books WHERE title = '" + name + "'");
  // CHECK: :[[@LINE-1]]:10: warning: 'name' is quoted as {{.*}} but stands {{.*}} [sql-misplaced-escape]
}

void show(QSqlQueryModel &model, QSqlDatabase db) {
  QSqlQuery names("SELECT name FROM readers", db);
  while (names.next()) {
    model.setQuery("SELECT book FROM loans WHERE reader = '" + names.value(0).toString() + "'", db);
    // CHECK: :[[@LINE-1]]:5: warning: {{.*}} becomes SQL in 'setQuery': {{.*}}[sql-injection]
    // CHECK: note: {{.*}}(a value from the database)
  }
}

void import(QSqlDatabase db) {
  QSqlQuery query(db);
  query.prepare("INSERT INTO books VALUES (?, ?)");
  // CHECK: :[[@LINE-1]]:18: warning: {{.*}}[sql-insert-without-columns]
  query.execBatch();
}

void remind_inside(QSqlDatabase db) {
  db.transaction();
  QSqlQuery query(db);
  query.exec("UPDATE loans SET reminded = 1");
  QThread::sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' {{.*}}[sql-network-in-transaction]
  db.commit();
}

void remind_after(QSqlDatabase db) {
  if (!db.transaction())
    return;
  QSqlQuery query(db);
  if (query.exec("UPDATE loans SET reminded = 1"))
    db.commit();
  else
    db.rollback();
  QThread::sleep(1);
}

void remind_by_text(QSqlDatabase db) {
  QSqlQuery query(db), other(db);
  query.exec("BEGIN");
  other.exec("UPDATE loans SET reminded = 1");
  other.exec("COMMIT");
  QThread::sleep(1);
}

} // namespace loans
