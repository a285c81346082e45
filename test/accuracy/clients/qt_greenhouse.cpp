// rules: sql-injection, sql-syntax-error
// packages: Qt5Sql
// flags: -std=c++17 -fPIC
//
// A greenhouse's plants, with Qt SQL: literals that are objects, formats filled call by call, checks on QString.

#include <QtCore/QCoreApplication>
#include <QtCore/QRegExp>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtCore/QTextStream>
#include <QtSql/QSqlQuery>

#include <algorithm>

namespace greenhouse {

static const QString kTable = QStringLiteral("plants");
static const QSet<QString> kColumns{QStringLiteral("name"), QStringLiteral("bed"), QStringLiteral("watered")};

bool exec(const QString &sql) {
  QSqlQuery query;
  return query.exec(sql); // OK sql-injection
}

// Literals.

bool water(int bed) { return exec(QStringLiteral("UPDATE ") + kTable + QStringLiteral(" SET watered = now() WHERE bed = %1").arg(bed)); } // OK sql-injection

bool rename(const QString &from, const QString &to) {
  return exec(QStringLiteral("UPDATE plants SET name = '%1' WHERE name = '%2'").arg(to, from)); // WARN sql-injection
}

QString orderOf(bool byBed) { return byBed ? QStringLiteral("bed") : QStringLiteral("name"); }

bool sorted(bool byBed) { return exec("SELECT name FROM plants ORDER BY " + orderOf(byBed)); } // OK sql-injection

// Formats: one marker at a call, the lowest first.

bool move(const QString &name, int bed) {
  return exec(QStringLiteral("UPDATE plants SET bed = %1 WHERE name = '%2'").arg(bed).arg(name)); // WARN sql-injection
}

bool clear(int bed, int row) {
  return exec(QStringLiteral("DELETE FROM plants WHERE bed = %2 AND place = %1").arg(row).arg(bed)); // OK sql-injection; OK sql-syntax-error
}

bool search(const QString &name, bool dry) {
  QString sql = QStringLiteral("SELECT bed FROM plants WHERE place > %1");
  if (dry)
    sql += QStringLiteral(" AND watered IS NULL");
  sql += QStringLiteral(" AND name = '%2'");
  return exec(sql.arg(3).arg(name)); // WARN sql-injection
}

bool inColumn(const QString &column, const QString &value) {
  if (!kColumns.contains(column))
    return false;
  exec(QStringLiteral("SELECT %1 FROM plants").arg(column)); // OK sql-injection
  return exec(QStringLiteral("SELECT bed FROM plants WHERE %1 = '%2'").arg(column).arg(value)); // WARN sql-injection
}

// Quotes doubled, removed, refused.

QString quoted(QString text) { return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\''); }

bool add(const QString &name) { return exec("INSERT INTO plants (name) VALUES (" + quoted(name) + ")"); } // OK sql-injection

bool removeQuotes(QString name) {
  name.remove('\'').remove('\\');
  return exec("DELETE FROM plants WHERE name = '" + name + "'"); // OK sql-injection
}

bool removeOthers(QString name) {
  name.remove('"');
  return exec("DELETE FROM plants WHERE name = '" + name + "'"); // WARN sql-injection
}

bool refused(const QString &name) {
  if (name.contains(QLatin1Char('\'')) || name.indexOf("\\") != -1)
    return false;
  return exec("DELETE FROM plants WHERE name = '" + name + "'"); // OK sql-injection
}

bool onlyLong(const QString &name) {
  if (name.contains("x") || name.length() > 30)
    return false;
  return exec("DELETE FROM plants WHERE name = '" + name + "'"); // WARN sql-injection
}

// Patterns. What is not anchored finds its match anywhere.

bool anchored(const QString &column) {
  static const QRegularExpression word(QStringLiteral("^[a-z_]+$"));
  if (!word.match(column).hasMatch())
    return false;
  return exec("SELECT " + column + " FROM plants"); // OK sql-injection
}

bool notAnchored(const QString &column) {
  static const QRegularExpression word(QStringLiteral("[a-z_]+"));
  const QRegularExpressionMatch match = word.match(column);
  if (!match.hasMatch())
    return false;
  return exec("SELECT " + column + " FROM plants"); // WARN sql-injection
}

bool exact(const QString &column) {
  if (!QRegExp("[a-z_]+").exactMatch(column))
    return false;
  return exec("SELECT " + column + " FROM plants"); // OK sql-injection
}

// Characters.

bool isWord(const QString &text) {
  for (QChar c : text)
    if (!c.isLetterOrNumber() && c != '_')
      return false;
  return !text.isEmpty();
}

bool checked(const QString &column) { return isWord(column) && exec("SELECT " + column + " FROM plants"); } // OK sql-injection

bool checkedAll(const QString &column) {
  if (!std::all_of(column.begin(), column.end(), [](QChar c) { return c.isLower(); }))
    return false;
  return exec("SELECT " + column + " FROM plants"); // OK sql-injection
}

bool kept(const QString &typed) {
  QString column;
  for (int i = 0; i < typed.size(); ++i)
    if (typed.at(i).isLetter())
      column += typed.at(i);
  return exec("SELECT " + column + " FROM plants"); // OK sql-injection
}

bool copied(const QString &typed) {
  QString column;
  for (QChar c : typed)
    column.append(c.toLower());
  return exec("SELECT " + column + " FROM plants"); // WARN sql-injection
}

bool cleaned(const QString &name) {
  return exec("DELETE FROM plants WHERE name = '" + name.trimmed().simplified() + "'"); // WARN sql-injection
}

bool streamed(const QString &name, int bed) {
  QString sql;
  QTextStream out(&sql);
  out << "DELETE FROM plants WHERE bed = " << bed;
  exec(sql); // OK sql-injection
  out << " AND name = '" << name << "'";
  return exec(sql); // WARN sql-injection
}

// The command line.

bool fromCommandLine() {
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2)
    return false;
  return exec("DELETE FROM plants WHERE name = '" + arguments.at(1) + "'"); // WARN sql-injection tainted
}

bool eachOfCommandLine(QCoreApplication &app) {
  for (const QString &name : app.arguments())
    exec("DELETE FROM plants WHERE name = '" + name + "'"); // WARN sql-injection tainted
  return true;
}

} // namespace greenhouse
