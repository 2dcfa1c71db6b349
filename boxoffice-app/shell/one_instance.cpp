// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/one_instance.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtNetwork/QLocalSocket>

namespace tessera::boxoffice {
namespace {

constexpr int kAnswerMillis = 2'000;
constexpr qsizetype kSocketBytesMax = 100;  // What every system takes of a socket's path.
const QByteArray kCome = QByteArrayLiteral("come\n");
const QByteArray kComing = QByteArrayLiteral("coming\n");

QString socketOf(const QString& folder) {
    QString path = folder + QStringLiteral("/app.socket");
    if (path.toUtf8().size() <= kSocketBytesMax) return path;
    const QByteArray hash =
        QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QDir::tempPath() + QStringLiteral("/tessera-") + QString::fromLatin1(hash);
}

}  // namespace

OneInstance::OneInstance(const QString& folder, QObject* parent)
    : QObject(parent), lock_(folder + QStringLiteral("/app.lock")), socket_(socketOf(folder)) {
    lock_.setStaleLockTime(0);  // However long it runs, it is not stale; a dead one's is.
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &OneInstance::answer);
}

FirstStart OneInstance::claim() {
    if (!lock_.tryLock(0)) {
        return tellTheFirst() ? FirstStart::ToldTheFirst : FirstStart::FirstDoesNotAnswer;
    }
    QLocalServer::removeServer(socket_);  // Of one that was killed: the lock is ours.
    server_.listen(socket_);
    return FirstStart::First;
}

bool OneInstance::tellTheFirst() const {
    QLocalSocket socket;
    socket.connectToServer(socket_);
    if (!socket.waitForConnected(kAnswerMillis)) return false;
    socket.write(kCome);
    return socket.waitForReadyRead(kAnswerMillis) && socket.readAll() == kComing;
}

void OneInstance::answer() {
    while (QLocalSocket* const socket = server_.nextPendingConnection()) {
        const auto read = [this, socket] {
            if (!socket->canReadLine() || socket->readLine() != kCome) return;
            socket->write(kComing);
            socket->flush();
            Q_EMIT asked();
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        read();
    }
}

}  // namespace tessera::boxoffice
