// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/sale_keeper.h"

#include <utility>

namespace tessera::sale {
namespace {

constexpr int kTypedLaterMillis = 500;
constexpr qint64 kFileBytesMost = 1 << 20;

}  // namespace

std::string KeptSale::event() const {
    if (!asked.create.event().empty()) return asked.create.event();
    if (!asked.cancel.event().empty()) return asked.cancel.event();
    return reservation.event();
}

SaleKeeper::SaleKeeper(const QString& folder, const Cart& cart, QObject* parent)
    : QObject(parent),
      journal_(folder, QStringLiteral("sale_in_hand"), kFileBytesMost),
      cart_(cart) {
    later_.setSingleShot(true);
    later_.setInterval(kTypedLaterMillis);
    connect(&later_, &QTimer::timeout, this, &SaleKeeper::write);
    connect(&cart_, &Cart::changed, this, &SaleKeeper::cartChanged);
    earlier_ = read();
    stays_ = earlier_.has_value();
}

std::optional<KeptSale> SaleKeeper::takeEarlier() {
    return std::exchange(earlier_, std::nullopt);
}

std::optional<KeptSale> SaleKeeper::read() const {
    const auto page = journal_.read();
    if (!page) return std::nullopt;
    KeptSale kept;
    const bool whole =
        page->take("create", kept.asked.create) && page->take("cancel", kept.asked.cancel) &&
        page->takeText("code", kept.asked.code) && page->take("reservation", kept.reservation) &&
        page->take("customer", kept.customer) && page->takeText("note", kept.note) &&
        page->take("prices", kept.prices.made) && page->take("lost", kept.prices.lost) &&
        page->take("reprice", kept.prices.asked);
    if (whole && !kept.event().empty()) return kept;
    journal_.setAside();
    return std::nullopt;
}

void SaleKeeper::ask(const Asked& asked) {
    asked_ = asked;
    write();
}

void SaleKeeper::keepPrices(const KeptPrices& prices) {
    const bool nothing = prices_.isEmpty() && prices.isEmpty();
    prices_ = prices;
    if (!nothing) write();
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
    if (stays_) return;
    const bool ours = (cart_.stage() == CartStage::Held || cart_.stage() == CartStage::Paying) &&
                      !cart_.reservation().reservation().empty();
    reservation_ = ours ? cart_.reservation().reservation() : std::string();
    if (!ours && !asked_.isCreate() && !asked_.isCancel()) return journal_.clear();
    qt::JournalPage page;
    page.put("create", asked_.create);
    page.put("cancel", asked_.cancel);
    page.putText("code", asked_.code);
    page.put("reservation", ours ? cart_.reservation() : v1::Reservation());
    page.put("customer", cart_.customer());
    page.putText("note", cart_.note());
    page.put("prices", prices_.made);
    page.put("lost", prices_.lost);
    page.put("reprice", prices_.asked);
    (void)journal_.write(page);  // What cannot be written is not kept, and the sale goes on.
}

}  // namespace tessera::sale
