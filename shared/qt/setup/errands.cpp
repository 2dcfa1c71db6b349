// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/errands.h"

#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include "shared/qt/desk/refusal_text.h"

namespace tessera::setup {
namespace {

constexpr quint32 kFormat = 0x7e55e301;  // Another one is not read.
constexpr qint64 kBytesMost = 80LL << 20;
constexpr int kAgainMillis = 500;

QString fileIn(const QString& folder) {
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/setup_in_hand");
}

}  // namespace

Errands::Errands(qt::Desk& desk, const QString& folder, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), file_(fileIn(folder)), patience_(patience) {
    later_.setSingleShot(true);
    later_.setInterval(kAgainMillis);
    connect(&later_, &QTimer::timeout, this, &Errands::goOn);
}

bool Errands::mayStart() {
    if (!read_) read();
    if (isUnderWay()) {
        Q_EMIT said(tr("What was asked before has no answer yet. Wait for it."), true);
        return false;
    }
    if (desk_.isConnectedTo() && desk_.isSignedIn()) return true;
    Q_EMIT said(qt::notSentText(), true);
    return false;
}

bool Errands::write(const char* path, const google::protobuf::MessageLite& request) {
    if (file_.isEmpty()) return true;
    QSaveFile file(file_);
    if (file.open(QIODevice::WriteOnly) &&
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        QDataStream out(&file);
        out << kFormat << QByteArray(path)
            << QByteArray::fromStdString(request.SerializeAsString());
        if (out.status() == QDataStream::Ok && file.commit()) return true;
    }
    Q_EMIT said(tr("This device cannot write to its disk: nothing was sent."), true);
    return false;
}

template <class Request, class Response>
bool Errands::recover(const client::Method<Request, Response>& method, const QByteArray& path,
                      const QByteArray& bytes) {
    Request request;
    if (path != method.path ||
        !request.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()))) {
        return false;
    }
    carry<Request, Response>(
        method, std::make_shared<const Request>(std::move(request)), this,
        [this, path](const client::Answer<Response>& answer) {
            Q_EMIT recovered(path, QByteArray::fromStdString(answer.value.SerializeAsString()),
                             answer.done());
        });
    unknown_ = true;  // The earlier start may have had it done.
    return true;
}

void Errands::read() {
    read_ = true;
    QFile file(file_);
    if (file_.isEmpty() || file.size() > kBytesMost || !file.open(QIODevice::ReadOnly)) return;
    QDataStream in(&file);
    quint32 format = 0;
    QByteArray path;
    QByteArray bytes;
    in >> format >> path >> bytes;
    if (format != kFormat || in.status() != QDataStream::Ok) return;
    const bool known =
        recover(client::kCreateVenue, path, bytes) || recover(client::kUpdateVenue, path, bytes) ||
        recover(client::kImportLayout, path, bytes) || recover(client::kPaintLayout, path, bytes) ||
        recover(client::kCreateEvent, path, bytes) || recover(client::kUpdateEvent, path, bytes) ||
        recover(client::kOpenSale, path, bytes) || recover(client::kCloseSale, path, bytes) ||
        recover(client::kCopyEvent, path, bytes) || recover(client::kCreateCode, path, bytes) ||
        recover(client::kCancelEvent, path, bytes) || recover(client::kMoveEvent, path, bytes);
    if (!known) QFile::remove(file_);
}

void Errands::goOn() {
    if (!desk_.isConnectedTo() || !desk_.isSignedIn()) return;
    if (!read_) return read();
    if (unknown_ && again_) again_();
}

bool Errands::isAnswer(client::Outcome outcome, const client::Refusal& refusal) {
    if (!isUnderWay()) return false;
    switch (outcome) {
        case client::Outcome::Refused:
            // Said at the door, of who asks: of an earlier try nothing is known by it.
            if (unknown_ && client::isOfTheDoor(refusal)) return false;
            break;
        case client::Outcome::Unknown:
            becomeUnknown();
            return false;
        case client::Outcome::NotSent:
            if (!unknown_) break;
            becomeUnknown();
            return false;
        case client::Outcome::Done:
            break;
    }
    end();
    return true;
}

void Errands::becomeUnknown() {
    later_.start();
    if (unknown_) return;
    unknown_ = true;
    Q_EMIT said(qt::unknownText(), true);
    Q_EMIT changed();
}

void Errands::end() {
    later_.stop();
    again_ = nullptr;
    unknown_ = false;
    if (!file_.isEmpty()) QFile::remove(file_);
    Q_EMIT changed();
}

}  // namespace tessera::setup
