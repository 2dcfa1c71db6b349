// SPDX-License-Identifier: Apache-2.0
// The orders that wait for paper, on the disk, and those that are held.
#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <algorithm>

#include "shared/qt/payment/papers.h"

namespace tessera::payment {
namespace {

constexpr quint32 kFormat = 0x7e552002;  // Another one is not read, but for:
constexpr quint32 kFormatWithoutWho = 0x7e552001;
constexpr qint64 kFileBytesMost = 64 << 20;
const QString kFile = QStringLiteral("/tickets_to_print");

bool parse(QDataStream& in, google::protobuf::MessageLite& out) {
    QByteArray bytes;
    in >> bytes;
    return in.status() == QDataStream::Ok &&
           out.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()));
}

}  // namespace

QString Papers::held() const {
    for (const Waiting& each : orders_) {
        if (each.held.isEmpty()) continue;
        return tr("Order %1 is not printed: %2")
            .arg(QString::fromStdString(each.order.order()), each.held);
    }
    return {};
}

void Papers::forgetHeld() {
    const auto found = std::find_if(orders_.begin(), orders_.end(),
                                    [](const Waiting& each) { return !each.held.isEmpty(); });
    if (found == orders_.end()) return;
    Q_EMIT said(tr("Order %1 is left: print its tickets from the order.")
                    .arg(QString::fromStdString(found->order.order())),
                sale::Tone::Warning);
    done(std::string(found->order.order()));
}

void Papers::read() {
    QFile file(folder_ + kFile);
    if (folder_.isEmpty() || file.size() > kFileBytesMost || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    QDataStream in(&file);
    quint32 format = 0;
    quint32 count = 0;
    in >> format >> count;
    const bool known = format == kFormat || format == kFormatWithoutWho;
    if (!known || count > kOrdersMost) return;
    for (quint32 i = 0; i < count; ++i) {
        Waiting sold;
        if (!parse(in, sold.order) || !parse(in, sold.event) || !parse(in, sold.note)) return;
        if (format == kFormat) in >> sold.who;
        orders_.push_back(std::move(sold));
    }
}

bool Papers::write() const {
    if (folder_.isEmpty()) return true;
    if (orders_.empty()) return QFile::remove(folder_ + kFile);
    QSaveFile file(folder_ + kFile);
    if (!file.open(QIODevice::WriteOnly)) return false;
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) return false;
    QDataStream out(&file);
    out << kFormat << static_cast<quint32>(orders_.size());
    for (const Waiting& each : orders_) {
        out << QByteArray::fromStdString(each.order.SerializeAsString())
            << QByteArray::fromStdString(each.event.SerializeAsString())
            << QByteArray::fromStdString(each.note.SerializeAsString()) << each.who;
    }
    return file.commit();
}

}  // namespace tessera::payment
