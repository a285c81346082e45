// RUN: %clang-sql dump summary %s -- -std=c++17 -fPIC %headers -isystem %headers/qt5 -isystem %headers/qt5/QtCore -isystem %headers/qt5/QtSql | FileCheck %s

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QScopedPointer>
#include <QSharedPointer>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QString>
#include <QStringBuilder>
#include <QStringList>
#include <QTextStream>
#include <QVariant>
#include <QVector>
#include <string>

// Version 5, by its real headers.

QString texts(const QString &name, const QByteArray &bytes, int n, const std::string &text) {
  QString s = QStringLiteral("SELECT 1"), filled(3, QChar('x')), part(name.constData(), 3), empty;
  s += 'x';
  s += name;
  s += bytes;
  s += QLatin1String("x") % name % QLatin1Char('y') % "z";
  s.append(name).prepend(name).insert(0, name).replace("a", name).replace(1, 2, name).remove("x").append("x");
  s.truncate(3);
  s.chop(1);
  s.setNum(n);
  s.push_back(name);
  s = QString("%1 %2").arg(name).arg(n);
  s = QString("%1 %2").arg(name, "x");
  s = QString::asprintf("%s %d", qPrintable(name), n) + qUtf8Printable(name);
  s = QString::number(n) + QString::fromUtf8(bytes) + QString::fromLatin1("x") + QString::fromStdString(text) + bytes + QString(bytes);
  s = name.left(1) + name.mid(1) + name.right(1) + name.toLower() + name.trimmed() + name.section(',', 1) + name.simplified();
  empty = QLatin1String("x");
  empty.swap(s);
  return s + empty + filled + part + ('a' + name) + (name + 'b') + ("c" + name) + (name + "d") + name.split(',').join(", ");
}

QByteArray bytes(const QString &name, const QByteArray &other, int n) {
  QByteArray all = name.toUtf8() + name.toLatin1() + name.toLocal8Bit() + other + "x" + QByteArray("y") + QByteArray::number(n) + other.toHex();
  all.append(other).append("x").prepend("y").replace("a", "b").insert(0, "c");
  all += name.toStdString().c_str();
  all += other.constData();
  all += other.toBase64() + other.left(1) + QByteArray::fromStdString(other.toStdString());
  return all;
}

QString lists(const QString &name) {
  QStringList some{"a", name};
  some << "b" << name;
  some.append(name);
  QVector<QString> vector{name};
  QMap<QString, QString> map;
  map.insert(name, "x");
  map["a"] = name;
  QHash<QString, QString> hash;
  hash.insert(name, name);
  QString all, line;
  QTextStream out(&all);
  out << "a" << name << 1 << 'c' << QByteArray("d") << endl << Qt::endl;
  line = out.readLine();
  for (const QString &one : some)
    all += one + vector.first() + map.value(name) + hash.value(name);
  QSharedPointer<QString> shared(new QString(name));
  QScopedPointer<QString> scoped(new QString(name));
  QVariant variant(name), number(1), copy = variant;
  QRegularExpressionMatch match = QRegularExpression("x(.*)").match(name);
  return all + line + *shared + *scoped + variant.toString() + number.toString() + copy.value<QString>() + match.captured(1) +
         some.first() + some.at(0) + some[0];
}

bool compared(const QString &name, const QByteArray &bytes) {
  return name == "a" || name == QLatin1String("b") || name == bytes || bytes == "c" || name != name || name.compare("d") == 0 ||
         QString::compare(name, name) == 0 || name.isEmpty() || name.contains("x") || QStringList{"a"}.contains(name);
}

void statements(QSqlDatabase db, const QString &name, QSqlQueryModel &model) {
  QSqlDatabase other = QSqlDatabase::addDatabase("QPSQL"), third(db);
  other.setHostName("localhost");
  other.open();
  QSqlQuery query(db), now("SELECT 2", db), none, copied(query);
  query.exec("SELECT 1");
  query.prepare("SELECT name FROM users WHERE id = ?");
  query.addBindValue(1);
  query.bindValue(":id", name);
  query.exec();
  db.exec("SELECT 3");
  model.setQuery("SELECT 4", db);
  while (query.next())
    query.value(0).toString();
  query.record().value("name").toString();
  query.lastInsertId();
  query.finish();
  QSqlField field("name", QVariant::String);
  field.setValue(name);
  query.exec("SELECT " + db.driver()->formatValue(field) + db.driver()->escapeIdentifier(name, QSqlDriver::TableName));
  db.transaction();
  db.commit();
  db.rollback();
  db.tables();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @QByteArray::QByteArray(
// CHECK-DAG: @QByteArray::append(
// CHECK-DAG: @QByteArray::constData(
// CHECK-DAG: @QByteArray::fromStdString(
// CHECK-DAG: @QByteArray::insert(
// CHECK-DAG: @QByteArray::left(
// CHECK-DAG: @QByteArray::number(
// CHECK-DAG: @QByteArray::operator+=(
// CHECK-DAG: @QByteArray::prepend(
// CHECK-DAG: @QByteArray::replace(
// CHECK-DAG: @QByteArray::toBase64(
// CHECK-DAG: @QByteArray::toHex(
// CHECK-DAG: @QByteArray::toStdString(
// CHECK-DAG: @QByteArray::~QByteArray(
// CHECK-DAG: @QChar::QChar(
// CHECK-DAG: @QFlags::QFlags(
// CHECK-DAG: @QHash::QHash(
// CHECK-DAG: @QHash::insert(
// CHECK-DAG: @QHash::value(
// CHECK-DAG: @QHash::~QHash(
// CHECK-DAG: @QLatin1Char::QLatin1Char(
// CHECK-DAG: @QLatin1String::QLatin1String(
// CHECK-DAG: @QList::append(
// CHECK-DAG: @QList::at(
// CHECK-DAG: @QList::begin(
// CHECK-DAG: @QList::end(
// CHECK-DAG: @QList::first(
// CHECK-DAG: @QList::iterator::operator!=(
// CHECK-DAG: @QList::iterator::operator*(
// CHECK-DAG: @QList::iterator::operator++(
// CHECK-DAG: @QList::operator[](
// CHECK-DAG: @QListSpecialMethods::join(
// CHECK-DAG: @QMap::QMap(
// CHECK-DAG: @QMap::insert(
// CHECK-DAG: @QMap::operator[](
// CHECK-DAG: @QMap::value(
// CHECK-DAG: @QMap::~QMap(
// CHECK-DAG: @QRegularExpression::QRegularExpression(
// CHECK-DAG: @QRegularExpression::match(
// CHECK-DAG: @QRegularExpression::~QRegularExpression(
// CHECK-DAG: @QRegularExpressionMatch::captured(
// CHECK-DAG: @QRegularExpressionMatch::~QRegularExpressionMatch(
// CHECK-DAG: @QScopedPointer::QScopedPointer(
// CHECK-DAG: @QScopedPointer::operator*(
// CHECK-DAG: @QScopedPointer::~QScopedPointer(
// CHECK-DAG: @QSharedPointer::QSharedPointer(
// CHECK-DAG: @QSharedPointer::operator*(
// CHECK-DAG: @QSharedPointer::~QSharedPointer(
// CHECK-DAG: @QSqlDatabase::QSqlDatabase(
// CHECK-DAG: @QSqlDatabase::addDatabase(
// CHECK-DAG: @QSqlDatabase::commit(
// CHECK-DAG: @QSqlDatabase::driver(
// CHECK-DAG: @QSqlDatabase::exec(
// CHECK-DAG: @QSqlDatabase::open(
// CHECK-DAG: @QSqlDatabase::rollback(
// CHECK-DAG: @QSqlDatabase::setHostName(
// CHECK-DAG: @QSqlDatabase::tables(
// CHECK-DAG: @QSqlDatabase::transaction(
// CHECK-DAG: @QSqlDatabase::~QSqlDatabase(
// CHECK-DAG: @QSqlDriver::escapeIdentifier(
// CHECK-DAG: @QSqlDriver::formatValue(
// CHECK-DAG: @QSqlField::QSqlField(
// CHECK-DAG: @QSqlField::setValue(
// CHECK-DAG: @QSqlField::~QSqlField(
// CHECK-DAG: @QSqlQuery::QSqlQuery(
// CHECK-DAG: @QSqlQuery::addBindValue(
// CHECK-DAG: @QSqlQuery::bindValue(
// CHECK-DAG: @QSqlQuery::exec(
// CHECK-DAG: @QSqlQuery::finish(
// CHECK-DAG: @QSqlQuery::lastInsertId(
// CHECK-DAG: @QSqlQuery::next(
// CHECK-DAG: @QSqlQuery::prepare(
// CHECK-DAG: @QSqlQuery::record(
// CHECK-DAG: @QSqlQuery::value(
// CHECK-DAG: @QSqlQuery::~QSqlQuery(
// CHECK-DAG: @QSqlQueryModel::setQuery(
// CHECK-DAG: @QSqlRecord::value(
// CHECK-DAG: @QSqlRecord::~QSqlRecord(
// CHECK-DAG: @QStaticStringData::data_ptr(
// CHECK-DAG: @QString::QString(
// CHECK-DAG: @QString::append(
// CHECK-DAG: @QString::arg(
// CHECK-DAG: @QString::asprintf(
// CHECK-DAG: @QString::chop(
// CHECK-DAG: @QString::compare(
// CHECK-DAG: @QString::constData(
// CHECK-DAG: @QString::contains(
// CHECK-DAG: @QString::fromLatin1(
// CHECK-DAG: @QString::fromStdString(
// CHECK-DAG: @QString::fromUtf8(
// CHECK-DAG: @QString::insert(
// CHECK-DAG: @QString::isEmpty(
// CHECK-DAG: @QString::left(
// CHECK-DAG: @QString::mid(
// CHECK-DAG: @QString::number(
// CHECK-DAG: @QString::operator+=(
// CHECK-DAG: @QString::operator=(
// CHECK-DAG: @QString::operator==(
// CHECK-DAG: @QString::prepend(
// CHECK-DAG: @QString::push_back(
// CHECK-DAG: @QString::remove(
// CHECK-DAG: @QString::replace(
// CHECK-DAG: @QString::right(
// CHECK-DAG: @QString::section(
// CHECK-DAG: @QString::setNum(
// CHECK-DAG: @QString::simplified(
// CHECK-DAG: @QString::split(
// CHECK-DAG: @QString::swap(
// CHECK-DAG: @QString::toLatin1(
// CHECK-DAG: @QString::toLocal8Bit(
// CHECK-DAG: @QString::toLower(
// CHECK-DAG: @QString::toStdString(
// CHECK-DAG: @QString::toUtf8(
// CHECK-DAG: @QString::trimmed(
// CHECK-DAG: @QString::truncate(
// CHECK-DAG: @QString::~QString(
// CHECK-DAG: @QStringDataPtr::QStringDataPtr(
// CHECK-DAG: @QStringList::QStringList(
// CHECK-DAG: @QStringList::contains(
// CHECK-DAG: @QStringList::operator<<(
// CHECK-DAG: @QStringList::~QStringList(
// CHECK-DAG: @QTextStream::QTextStream(
// CHECK-DAG: @QTextStream::operator<<(
// CHECK-DAG: @QTextStream::readLine(
// CHECK-DAG: @QTextStream::~QTextStream(
// CHECK-DAG: @QVariant::QVariant(
// CHECK-DAG: @QVariant::toString(
// CHECK-DAG: @QVariant::value(
// CHECK-DAG: @QVariant::~QVariant(
// CHECK-DAG: @QVector::QVector(
// CHECK-DAG: @QVector::first(
// CHECK-DAG: @QVector::~QVector(
// CHECK-DAG: @QtPrivate::asString(
// CHECK-DAG: @operator!=(
// CHECK-DAG: @operator%(
// CHECK-DAG: @operator+(
// CHECK-DAG: @operator+=(
// CHECK-DAG: @operator<<(
// CHECK-DAG: @operator==(
