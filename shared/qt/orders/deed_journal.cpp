// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/deed_journal.h"

namespace tessera::orders {
namespace {

// Each request of a deed; no two are of one type.
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
    what(deed.mail);
}

QByteArray nameOf(const google::protobuf::MessageLite& request) {
    return QByteArray::fromStdString(request.GetTypeName());
}

}  // namespace

DeedKind Deed::kind() const {
    if (!note.request_id().empty()) return DeedKind::Note;
    if (!handOut.request_id().empty()) return DeedKind::HandOut;
    if (!print.request_id().empty()) return DeedKind::Print;
    if (!refund.request_id().empty()) return DeedKind::Refund;
    if (!settle.request_id().empty()) return DeedKind::Settle;
    if (!offer.request_id().empty()) return DeedKind::Transfer;
    if (!exchange.request_id().empty()) return DeedKind::Exchange;
    return mail.request_id().empty() ? DeedKind::None : DeedKind::Mail;
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

std::string Deed::requestId() const {
    std::string id;
    each(*this, [&](const auto& request) {
        if (id.empty()) id = request.request_id();
    });
    return id;
}

DeedJournal::DeedJournal(const QString& folder, const QString& name) : journal_(folder, name) {}

std::optional<Deed> DeedJournal::read() const {
    const auto page = journal_.read();
    if (!page) return std::nullopt;
    Deed deed;
    bool whole = true;
    each(deed, [&](auto& request) { whole = page->take(nameOf(request), request) && whole; });
    if (whole && deed.kind() != DeedKind::None) return deed;
    journal_.setAside();
    return std::nullopt;
}

bool DeedJournal::write(const Deed& deed) const {
    qt::JournalPage page;
    each(deed, [&](const auto& request) { page.put(nameOf(request), request); });
    return journal_.write(page);
}

}  // namespace tessera::orders
