// rules: sql-network-in-transaction
// packages: Qt5Sql
// flags: -std=c++17 -fPIC
// Appointments of a clinic with QtSql: transaction, commit and rollback of the connection.
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QThread>
#include <QVariant>

namespace clinic {

bool move(const QString &id, const QString &slot) {
  QSqlDatabase db = QSqlDatabase::database();
  if (!db.transaction())
    return false;
  QSqlQuery query(db);
  query.prepare("UPDATE appointment SET slot = ? WHERE id = ?");
  query.addBindValue(slot);
  query.addBindValue(id);
  if (!query.exec()) {
    db.rollback();
    QThread::msleep(200); // OK sql-network-in-transaction
    return false;
  }
  QThread::msleep(200); // WARN sql-network-in-transaction
  return db.commit();
}

bool moveIfFree(const QString &id, const QString &slot) {
  QSqlDatabase db = QSqlDatabase::database();
  const bool begun = db.transaction();
  if (!begun) {
    QThread::sleep(1); // OK sql-network-in-transaction
    return false;
  }
  QSqlQuery query(db);
  query.prepare("UPDATE appointment SET slot = ? WHERE id = ?");
  query.addBindValue(slot);
  query.addBindValue(id);
  const bool done = query.exec();
  if (done)
    db.commit();
  else
    db.rollback();
  QThread::sleep(1); // OK sql-network-in-transaction
  return done;
}

class Archive {
public:
  explicit Archive(const QSqlDatabase &db) : m_db(db) {}
  bool run() {
    m_db.transaction();
    QSqlQuery query(m_db);
    query.exec("DELETE FROM appointment WHERE past");
    QThread::sleep(2); // WARN sql-network-in-transaction
    return m_db.commit();
  }
  bool runQuickly() {
    m_db.transaction();
    QSqlQuery query(m_db);
    query.exec("DELETE FROM appointment WHERE past");
    const bool done = m_db.commit();
    QThread::sleep(2); // OK sql-network-in-transaction
    return done;
  }

private:
  QSqlDatabase m_db;
};

} // namespace clinic
