// rules: sql-injection
// packages: Qt5Sql
// flags: -std=c++17 -fPIC
//
// An inventory with a desktop user interface, with Qt SQL.

#include <QByteArray>
#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QString>
#include <QStringBuilder>
#include <QStringList>
#include <QTextStream>
#include <QUuid>
#include <QVariant>

class Inventory {
public:
  explicit Inventory(const QSqlDatabase &database) : m_database(database) {}

  bool remove(const QString &name) {
    QSqlQuery query(m_database);
    return query.exec("DELETE FROM items WHERE name = '" + name + "'"); // WARN sql-injection
  }

  bool removeById(int id) {
    QSqlQuery query(m_database);
    return query.exec(QString("DELETE FROM items WHERE id = %1").arg(id)); // OK sql-injection
  }

  bool removeByName(const QString &name) {
    QSqlQuery query(m_database);
    return query.exec(QString("DELETE FROM items WHERE name = '%1'").arg(name)); // WARN sql-injection
  }

  bool rename(int id, const QString &name) {
    QSqlQuery query(m_database);
    query.prepare("UPDATE items SET name = :name WHERE id = :id"); // OK sql-injection
    query.bindValue(":name", name);
    query.bindValue(":id", id);
    return query.exec();
  }

  bool move(const QString &shelf, int id) {
    QSqlQuery query(m_database);
    return query.exec(QStringLiteral("UPDATE items SET shelf = '%2' WHERE id = %1").arg(QString::number(id), shelf)); // WARN sql-injection
  }

  bool moveNumbered(int shelf, int id) {
    QSqlQuery query(m_database);
    return query.exec(QStringLiteral("UPDATE items SET shelf = '%2' WHERE id = %1").arg(QString::number(id), QString::number(shelf))); // OK sql-injection
  }

  bool build(const QString &column, bool descending) {
    QString sql = QLatin1String("SELECT id FROM items ORDER BY ") % column % QLatin1String(descending ? " DESC" : " ASC");
    QSqlQuery query(sql, m_database); // WARN sql-injection
    return query.isActive();
  }

  bool buildFixed(bool descending) {
    QString sql = QLatin1String("SELECT id FROM items ORDER BY name") % QLatin1String(descending ? " DESC" : " ASC");
    QSqlQuery query(sql, m_database); // OK sql-injection
    return query.isActive();
  }

  bool columns() {
    const QStringList names{"id", "name", "shelf"};
    QSqlQuery query(m_database);
    return query.exec("SELECT " + names.join(", ") + " FROM items"); // OK sql-injection
  }

  bool columnsOf(const QStringList &names) {
    QSqlQuery query(m_database);
    return query.exec("SELECT " + names.join(", ") + " FROM items"); // WARN sql-injection
  }

  bool appended(const QString &word) {
    QString sql = "SELECT id FROM items";
    if (!word.isEmpty())
      sql.append(" WHERE name LIKE '%").append(word).append("%'");
    QSqlQuery query(m_database);
    return query.exec(sql); // WARN sql-injection
  }

  bool streamed(int low, double price) {
    QString sql;
    QTextStream out(&sql);
    out << "SELECT id FROM items WHERE count > " << low << " AND price < " << price;
    QSqlQuery query(m_database);
    return query.exec(sql); // OK sql-injection
  }

  bool formatted(const QString &value) {
    QSqlField field("name", QVariant::String);
    field.setValue(value);
    QSqlQuery query(m_database);
    return query.exec("SELECT id FROM items WHERE name = " + m_database.driver()->formatValue(field)); // OK sql-injection
  }

  bool identifier(const QString &table) {
    QSqlQuery query(m_database);
    return query.exec("SELECT count(*) FROM " + m_database.driver()->escapeIdentifier(table, QSqlDriver::TableName)); // OK sql-injection
  }

  bool tagged(const QUuid &tag, const QDateTime &when) {
    QSqlQuery query(m_database);
    return query.exec(QString("UPDATE items SET tag = '%1', seen = '%2'").arg(tag.toString(), when.toString(Qt::ISODate))); // OK sql-injection
  }

  void model(QSqlQueryModel *model, const QString &filter) {
    model->setQuery("SELECT * FROM items WHERE " + filter, m_database); // WARN sql-injection
    model->setQuery("SELECT * FROM items", m_database); // OK sql-injection
  }

  bool printed(int id, const QString &note) {
    QSqlQuery query(m_database);
    query.exec(QString::asprintf("DELETE FROM notes WHERE item = %d", id)); // OK sql-injection
    return query.exec(QString::asprintf("INSERT INTO notes (body) VALUES ('%s')", note.toUtf8().constData())); // WARN sql-injection
  }

  // Doubled quotes are no injection, as SQLite and PostgreSQL read it.
  bool doubled(QString name) {
    QSqlQuery query(m_database);
    name.replace("'", "''");
    return query.exec("DELETE FROM items WHERE name = '" + name + "'"); // OK sql-injection
  }

private:
  QSqlDatabase m_database;
};
