// rules: sql-network-in-transaction
// packages: Qt5Sql, Qt5Network
// flags: -std=c++17 -fPIC
// A tracker on Qt: what waits for the network, and what only asks.
#include <QEventLoop>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

namespace tracker {

void upload(QSqlDatabase &db, QNetworkAccessManager &network) {
  db.transaction();
  QSqlQuery query(db);
  query.exec("UPDATE point SET sent = 1");
  QNetworkReply *reply = network.post(QNetworkRequest(QUrl("http://map.example")), QByteArray("x")); // OK sql-network-in-transaction
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit); // OK sql-network-in-transaction
  loop.exec();                                                                // WARN sql-network-in-transaction
  db.commit();
  loop.exec(); // OK sql-network-in-transaction
}

void ask(QSqlDatabase &db, QNetworkAccessManager &network) {
  db.transaction();
  network.get(QNetworkRequest(QUrl("http://map.example"))); // OK sql-network-in-transaction
  db.commit();
}

void stream(QSqlDatabase &db, QTcpSocket &socket) {
  db.transaction();
  socket.connectToHost("map.example", 80); // OK sql-network-in-transaction
  socket.waitForConnected(3000);           // WARN sql-network-in-transaction
  socket.write("points");                  // OK sql-network-in-transaction
  socket.waitForBytesWritten();            // WARN sql-network-in-transaction
  db.commit();
}

void convert(QSqlDatabase &db) {
  db.transaction();
  QProcess tool;
  tool.start("gpsbabel", {"-i", "gpx"}); // OK sql-network-in-transaction
  tool.waitForFinished();                // WARN sql-network-in-transaction
  QHostInfo::fromName("map.example");    // WARN sql-network-in-transaction
  db.rollback();
}

} // namespace tracker
