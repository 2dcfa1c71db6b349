// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/deed_journal.h"

#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace tessera::orders {
namespace {

constexpr quint32 kDeedFormat = 0x7e553001;  // Another one is not read.
constexpr qint64 kDeedBytesMost = 1 << 20;

// Each request of a deed, in the order of the file.
template <class DeedLike, class What>
void each(DeedLike& deed, const What& what) {
    what(deed.note);
    what(deed.handOut);
    what(deed.print);
    what(deed.refund);
    what(deed.settle);
    what(deed.offer);
    what(deed.accept);
    what(deed.exchange);
}

}  // namespace

DeedKind Deed::kind() const {
    if (!note.request_id().empty()) return DeedKind::Note;
    if (!handOut.request_id().empty()) return DeedKind::HandOut;
    if (!print.request_id().empty()) return DeedKind::Print;
    if (!refund.request_id().empty()) return DeedKind::Refund;
    if (!settle.request_id().empty()) return DeedKind::Settle;
    if (!offer.request_id().empty()) return DeedKind::Transfer;
    return exchange.request_id().empty() ? DeedKind::None : DeedKind::Exchange;
}

std::string Deed::event() const {
    std::string event;
    each(*this, [&](const auto& request) {
        if (event.empty()) event = request.event();
    });
    return event;
}

std::string Deed::order() const {
    std::string order;
    each(*this, [&](const auto& request) {
        if (order.empty()) order = request.order();
    });
    return order;
}

DeedJournal::DeedJournal(const QString& folder)
    : file_(folder.isEmpty() ? QString() : folder + QStringLiteral("/deed_in_hand")) {}

std::optional<Deed> DeedJournal::read() const {
    QFile file(file_);
    if (file_.isEmpty() || file.size() > kDeedBytesMost || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QDataStream in(&file);
    quint32 format = 0;
    in >> format;
    bool whole = format == kDeedFormat;
    Deed deed;
    each(deed, [&](auto& request) {
        QByteArray bytes;
        in >> bytes;
        whole = whole && request.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()));
    });
    if (!whole || in.status() != QDataStream::Ok || deed.kind() == DeedKind::None) {
        return std::nullopt;
    }
    return deed;
}

bool DeedJournal::write(const Deed& deed) const {
    if (file_.isEmpty()) return true;
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly)) return false;
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) return false;
    QDataStream out(&file);
    out << kDeedFormat;
    each(deed, [&](const auto& request) {
        out << QByteArray::fromStdString(request.SerializeAsString());
    });
    return out.status() == QDataStream::Ok && file.commit();
}

void DeedJournal::clear() const {
    if (!file_.isEmpty()) QFile::remove(file_);
}

}  // namespace tessera::orders
