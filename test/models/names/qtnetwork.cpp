// RUN: %clang-sql dump summary %s -- -std=c++17 -fPIC %headers -isystem %headers/qt5 -isystem %headers/qt5/QtCore -isystem %headers/qt5/QtGui -isystem %headers/qt5/QtNetwork -isystem %headers/qt5/QtWidgets | FileCheck %s

#include <QComboBox>
#include <QDialog>
#include <QEventLoop>
#include <QHostInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTextEdit>
#include <QThread>

QString talk(QNetworkAccessManager &manager, QTcpSocket &socket, QTcpServer &server, QThread &thread, QProcess &process) {
  QNetworkReply *reply = manager.get(QNetworkRequest(QUrl("http://localhost")));
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
  socket.connectToHost("localhost", 80);
  socket.waitForConnected();
  socket.waitForReadyRead();
  server.waitForNewConnection();
  QHostInfo::fromName("localhost");
  QThread::msleep(10);
  thread.wait();
  process.waitForFinished();
  return QString::fromUtf8(reply->readAll()) + reply->rawHeader("Server") + socket.readLine() + qgetenv("HOME");
}

QString typed(QLineEdit &line, QTextEdit &text, QPlainTextEdit &plain, QComboBox &box, QDialog &dialog) {
  dialog.exec();
  return line.text() + text.toPlainText() + plain.toPlainText() + box.currentText() + QInputDialog::getText(nullptr, "Name", "Name");
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @QAbstractSocket::connectToHost(
// CHECK-DAG: @QAbstractSocket::waitForConnected(
// CHECK-DAG: @QAbstractSocket::waitForReadyRead(
// CHECK-DAG: @QByteArray::QByteArray(
// CHECK-DAG: @QByteArray::~QByteArray(
// CHECK-DAG: @QComboBox::currentText(
// CHECK-DAG: @QDialog::exec(
// CHECK-DAG: @QEventLoop::QEventLoop(
// CHECK-DAG: @QEventLoop::exec(
// CHECK-DAG: @QEventLoop::~QEventLoop(
// CHECK-DAG: @QFlags::QFlags(
// CHECK-DAG: @QHostInfo::fromName(
// CHECK-DAG: @QIODevice::readAll(
// CHECK-DAG: @QIODevice::readLine(
// CHECK-DAG: @QInputDialog::getText(
// CHECK-DAG: @QLineEdit::text(
// CHECK-DAG: @QNetworkAccessManager::get(
// CHECK-DAG: @QNetworkReply::rawHeader(
// CHECK-DAG: @QNetworkRequest::QNetworkRequest(
// CHECK-DAG: @QNetworkRequest::~QNetworkRequest(
// CHECK-DAG: @QObject::connect(
// CHECK-DAG: @QPlainTextEdit::toPlainText(
// CHECK-DAG: @QProcess::waitForFinished(
// CHECK-DAG: @QString::QString(
// CHECK-DAG: @QString::fromUtf8(
// CHECK-DAG: @QString::~QString(
// CHECK-DAG: @QTcpServer::waitForNewConnection(
// CHECK-DAG: @QTextEdit::toPlainText(
// CHECK-DAG: @QThread::msleep(
// CHECK-DAG: @QThread::wait(
// CHECK-DAG: @QUrl::QUrl(
// CHECK-DAG: @QUrl::~QUrl(
// CHECK-DAG: @operator+(
// CHECK-DAG: @qgetenv(
