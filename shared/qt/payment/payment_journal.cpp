// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/payment_journal.h"

namespace tessera::payment {

PaymentJournal::PaymentJournal(const QString& folder)
    : journal_(folder, QStringLiteral("payment_in_hand")) {}

std::optional<KeptPayment> PaymentJournal::read() const {
    const auto page = journal_.read();
    if (!page) return std::nullopt;
    KeptPayment kept;
    const bool whole =
        page->take("event", kept.event) && page->take("reservation", kept.reservation) &&
        page->take("customer", kept.customer) && page->take("order", kept.order) &&
        page->take("checkout", kept.checkout) && page->take("add", kept.add) &&
        page->take("cancel", kept.cancel) && page->takeText("note", kept.note) &&
        page->takeNumber("given", kept.given) && page->takeNumber("given_asked", kept.givenAsked);
    if (whole && !kept.reservation.reservation().empty()) return kept;
    journal_.setAside();
    return std::nullopt;
}

bool PaymentJournal::write(const KeptPayment& kept) const {
    qt::JournalPage page;
    page.put("event", kept.event);
    page.put("reservation", kept.reservation);
    page.put("customer", kept.customer);
    page.put("order", kept.order);
    page.put("checkout", kept.checkout);
    page.put("add", kept.add);
    page.put("cancel", kept.cancel);
    page.putText("note", kept.note);
    page.putNumber("given", kept.given);
    page.putNumber("given_asked", kept.givenAsked);
    return journal_.write(page);
}

}  // namespace tessera::payment
