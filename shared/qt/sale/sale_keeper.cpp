// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/sale_keeper.h"

#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace tessera::sale {
namespace {

constexpr quint32 kFormat = 0x7e550001;  // Another one is not read.
constexpr int kTypedLaterMillis = 500;
constexpr qint64 kFileBytesMost = 1 << 20;

QByteArray bytesOf(const google::protobuf::MessageLite& message) {
    return QByteArray::fromStdString(message.SerializeAsString());
}

bool parse(QDataStream& in, google::protobuf::MessageLite& out) {
    QByteArray bytes;
    in >> bytes;
    return in.status() == QDataStream::Ok &&
           out.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()));
}

}  // namespace

std::string KeptSale::event() const {
    if (!asked.create.event().empty()) return asked.create.event();
    if (!asked.cancel.event().empty()) return asked.cancel.event();
    return reservation.event();
}

SaleKeeper::SaleKeeper(const QString& folder, const Cart& cart, QObject* parent)
    : QObject(parent),
      file_(folder.isEmpty() ? QString() : folder + QStringLiteral("/sale_in_hand")),
      cart_(cart) {
    later_.setSingleShot(true);
    later_.setInterval(kTypedLaterMillis);
    connect(&later_, &QTimer::timeout, this, &SaleKeeper::write);
    connect(&cart_, &Cart::changed, this, &SaleKeeper::cartChanged);
}

std::optional<KeptSale> SaleKeeper::read() const {
    QFile file(file_);
    if (file_.isEmpty() || file.size() > kFileBytesMost || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QDataStream in(&file);
    quint32 format = 0;
    KeptSale kept;
    in >> format;
    const bool whole = format == kFormat && parse(in, kept.asked.create) &&
                       parse(in, kept.asked.cancel) && parse(in, kept.reservation) &&
                       parse(in, kept.customer);
    in >> kept.note;
    if (!whole || in.status() != QDataStream::Ok || kept.event().empty()) return std::nullopt;
    return kept;
}

void SaleKeeper::ask(const Asked& asked) {
    asked_ = asked;
    write();
}

void SaleKeeper::flush() {
    if (later_.isActive()) write();
}

// Reservations at once, what is typed a moment after.
void SaleKeeper::cartChanged() {
    if (cart_.stage() != CartStage::Held) {
        if (!asked_.isCreate() && !asked_.isCancel()) write();
    } else if (cart_.reservation().reservation() != reservation_) {
        write();
    } else if (!later_.isActive()) {
        later_.start();
    }
}

// What is being paid for is the pay screen's to find again; until there is an order it is held.
void SaleKeeper::write() {
    later_.stop();
    if (file_.isEmpty()) return;
    const bool ours = cart_.stage() == CartStage::Held || cart_.stage() == CartStage::Paying;
    reservation_ = ours ? cart_.reservation().reservation() : std::string();
    if (!ours && !asked_.isCreate() && !asked_.isCancel()) {
        QFile::remove(file_);
        return;
    }
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QDataStream out(&file);
    out << kFormat << bytesOf(asked_.create) << bytesOf(asked_.cancel)
        << bytesOf(ours ? cart_.reservation() : v1::Reservation()) << bytesOf(cart_.customer())
        << cart_.note();
    file.commit();
}

}  // namespace tessera::sale
