// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/payment_journal.h"

#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace tessera::payment {
namespace {

constexpr quint32 kJournalFormat = 0x7e551001;  // Another one is not read.
constexpr qint64 kJournalBytesMost = 4 << 20;

QByteArray bytesOf(const google::protobuf::MessageLite& message) {
    return QByteArray::fromStdString(message.SerializeAsString());
}

bool take(QDataStream& in, google::protobuf::MessageLite& out) {
    QByteArray bytes;
    in >> bytes;
    return in.status() == QDataStream::Ok &&
           out.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()));
}

}  // namespace

PaymentJournal::PaymentJournal(const QString& folder)
    : file_(folder.isEmpty() ? QString() : folder + QStringLiteral("/payment_in_hand")) {}

std::optional<KeptPayment> PaymentJournal::read() const {
    QFile file(file_);
    if (file_.isEmpty() || file.size() > kJournalBytesMost || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QDataStream in(&file);
    quint32 format = 0;
    qint64 given = 0;
    qint64 asked = 0;
    KeptPayment kept;
    in >> format;
    const bool whole = format == kJournalFormat && take(in, kept.event) &&
                       take(in, kept.reservation) && take(in, kept.customer) &&
                       take(in, kept.order) && take(in, kept.checkout) && take(in, kept.add) &&
                       take(in, kept.cancel);
    in >> kept.note >> given >> asked;
    if (!whole || in.status() != QDataStream::Ok || kept.reservation.reservation().empty()) {
        return std::nullopt;
    }
    kept.given = given;
    kept.givenAsked = asked;
    return kept;
}

bool PaymentJournal::write(const KeptPayment& kept) const {
    if (file_.isEmpty()) return true;
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly)) return false;
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) return false;
    QDataStream out(&file);
    out << kJournalFormat << bytesOf(kept.event) << bytesOf(kept.reservation)
        << bytesOf(kept.customer) << bytesOf(kept.order) << bytesOf(kept.checkout)
        << bytesOf(kept.add) << bytesOf(kept.cancel) << kept.note << static_cast<qint64>(kept.given)
        << static_cast<qint64>(kept.givenAsked);
    return out.status() == QDataStream::Ok && file.commit();
}

void PaymentJournal::clear() const {
    if (!file_.isEmpty()) QFile::remove(file_);
}

}  // namespace tessera::payment
