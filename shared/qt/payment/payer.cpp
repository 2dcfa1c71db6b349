// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/payer.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/cash.h"
#include "shared/qt/sale/words.h"

namespace tessera::payment {
namespace {

constexpr int kAgainMillis = 500;
constexpr int kSettleMillis = 1'500;
constexpr int kReferenceBytesMost = 64;
constexpr int kCodeCharactersMost = 64;

std::string firstBytes(const std::string& text, int most) {
    QByteArray bytes = QByteArray::fromStdString(text).left(most);
    while (!bytes.isEmpty() && QString::fromUtf8(bytes).toUtf8() != bytes) bytes.chop(1);
    return bytes.toStdString();
}

}  // namespace

QKeySequence giveUpKey() {
    return {Qt::CTRL | Qt::Key_D};
}

Payer::Payer(Parts parts, QObject* parent) : QObject(parent), parts_(parts) {
    again_.setSingleShot(true);
    again_.setInterval(kAgainMillis);
    connect(&again_, &QTimer::timeout, this, &Payer::goOn);
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMillis);
    connect(&settle_, &QTimer::timeout, this, &Payer::settle);
    const auto earlier = parts_.journal.read();
    unread_ = parts_.journal.hasSetAside();
    if (!earlier || parts_.cart.stage() != sale::CartStage::Empty) return;
    kept_ = *earlier;
    unknown_ = kept_.isAsked();
    stage_ = unknown_ ? PayStage::Unknown : PayStage::Waiting;
    parts_.cart.goOnPaying({.event = kept_.event,
                            .reservation = kept_.reservation,
                            .customer = kept_.customer,
                            .note = kept_.note,
                            .checkedOut = !kept_.order.order().empty()});
}

bool Payer::isOpen(const v1::Payment& payment) {
    return payment.state() == v1::Payment::OPENING || payment.state() == v1::Payment::PAYABLE;
}

// Of a card that the buyer's own client would confirm: nobody does at a till, and whatever is
// chosen instead cancels it.
bool Payer::isElsewhere(const v1::Payment& payment) {
    const v1::TenderKind kind = payment.tender_kind();
    return isOpen(payment) && (kind == v1::CARD || kind == v1::TENDER_KIND_UNSPECIFIED);
}

void Payer::setStage(PayStage stage) {
    stage_ = stage;
    Q_EMIT changed();
}

void Payer::begin() {
    if (parts_.cart.stage() != sale::CartStage::Paying) return;
    const bool same = kept_.reservation.reservation() == parts_.cart.reservation().reservation() &&
                      stage_ != PayStage::Nothing && stage_ != PayStage::Sold &&
                      stage_ != PayStage::Over;
    if (same) return;
    stopWatch();
    kept_ = {};
    kept_.event = parts_.cart.event();
    kept_.reservation = parts_.cart.reservation();
    kept_.customer = parts_.cart.customer();
    kept_.note = parts_.cart.note();
    unknown_ = announced_ = cashHere_ = wantsApproval_ = false;
    if (kept_.reservation.order().empty()) return setStage(PayStage::Choosing);
    kept_.order.set_event(kept_.reservation.event());
    kept_.order.set_order(kept_.reservation.order());
    *kept_.order.mutable_total() = kept_.reservation.price().total();
    (void)parts_.journal.write(kept_);
    setStage(PayStage::Waiting);
    watch();
    readOrder();
}

void Payer::close() {
    if (stage_ != PayStage::Sold && stage_ != PayStage::Over) return;
    kept_ = {};
    setStage(PayStage::Nothing);
}

void Payer::goOn() {
    if (!parts_.desk.isSignedIn()) return;
    sayUnread();
    if (stage_ == PayStage::Unknown) return sendAsked();
    if (stage_ != PayStage::Waiting || reading_) return;
    if (watch_ == 0) watch();
    readOrder();
}

// Once, to whoever signs in first.
void Payer::sayUnread() {
    if (!std::exchange(unread_, false)) return;
    Q_EMIT said(tr("A payment that this till had begun before cannot be read any more. Look at its "
                   "last orders before any money is taken again."),
                sale::Tone::Danger);
}

std::vector<PaidPart> Payer::paidParts() const {
    std::vector<PaidPart> parts;
    for (const v1::Payment& each : kept_.order.payments()) {
        parts.push_back({.kind = each.tender_kind(),
                         .amount = each.amount(),
                         .state = each.state(),
                         .last4 = sale::textOf(each.card_last4()),
                         .declined = each.decline_reason()});
    }
    return parts;
}

v1::Money Payer::money(std::int64_t minor) const {
    v1::Money money;
    money.set_currency_code(kept_.event.config().currency_code());
    money.set_minor_units(minor);
    return money;
}

v1::Money Payer::total() const {
    return kept_.order.order().empty() ? kept_.reservation.price().total() : kept_.order.total();
}

v1::Money Payer::covered() const {
    return money(kept_.order.covered().minor_units());
}

v1::Money Payer::left() const {
    return money(std::max<std::int64_t>(0, total().minor_units() - covered().minor_units()));
}

v1::Money Payer::change() const {
    std::int64_t taken = 0;
    bool mayTake = false;
    for (const v1::Payment& each : kept_.order.payments()) {
        if (each.tender_kind() != v1::CASH) continue;
        taken += each.captured().minor_units() - each.refunded().minor_units();
        const bool underWay = isOpen(each) || each.state() == v1::Payment::AUTHORIZED;
        if (underWay) taken += each.amount().minor_units();
        mayTake = mayTake || underWay;
    }
    const bool final = stage_ == PayStage::Sold || stage_ == PayStage::Over;
    const std::int64_t given = kept_.given + (final ? 0 : kept_.givenAsked);
    if (!final && !mayTake && taken == 0) taken = std::min(given, total().minor_units());
    return money(std::max<std::int64_t>(0, given - taken));
}

bool Payer::waitsForCard() const {
    if (stage_ != PayStage::Waiting) return false;
    return std::any_of(
        kept_.order.payments().begin(), kept_.order.payments().end(),
        [](const v1::Payment& each) { return isOpen(each) && each.tender_kind() == v1::READER; });
}

std::string Payer::declined() const {
    for (const v1::Payment& each : kept_.order.payments()) {
        if (isOpen(each) && each.tender_kind() == v1::READER) return each.decline_reason();
    }
    return {};
}

// Whether there is a payment of what was chosen last.
bool Payer::opensLast() const {
    if (kept_.order.tenders().empty()) return true;
    const std::string& last = kept_.order.tenders().rbegin()->tender();
    return std::any_of(kept_.order.payments().begin(), kept_.order.payments().end(),
                       [&](const v1::Payment& each) { return each.tender() == last; });
}

bool Payer::isReplacing() const {
    return stage_ == PayStage::Waiting && !opensLast() &&
           std::any_of(kept_.order.payments().begin(), kept_.order.payments().end(),
                       [](const v1::Payment& each) { return isOpen(each); });
}

bool Payer::givesBackCashHere() const {
    return stage_ == PayStage::Over && cashHere_ && change().minor_units() > 0;
}

bool Payer::tookCashHere() const {
    return cashHere_ &&
           std::any_of(kept_.order.payments().begin(), kept_.order.payments().end(),
                       [](const v1::Payment& each) { return each.tender_kind() == v1::CASH; });
}

bool Payer::canPay() const {
    return stage_ == PayStage::Choosing || (waitsForCard() && !isReplacing());
}

bool Payer::canGoBack() const {
    return stage_ == PayStage::Choosing && kept_.order.order().empty();
}

bool Payer::canGiveUp() const {
    const bool rests = stage_ == PayStage::Choosing || waitsForCard() || isReplacing();
    if (kept_.order.order().empty() || !rests) return false;
    return kept_.order.state() == v1::Order::PAYING;
}

bool Payer::canAsk() {
    if (canPay()) return true;
    if (isReplacing()) {
        Q_EMIT said(tr("The card is being cancelled: nothing else is taken before."),
                    sale::Tone::Warning);
        return false;
    }
    Q_EMIT said(stage_ == PayStage::Unknown || stage_ == PayStage::Asking
                    ? tr("The server has not answered yet: nothing else is done before.")
                    : tr("There is nothing to pay."),
                sale::Tone::Warning);
    return false;
}

// Of a currency whose notes are not known, in which a sale may take the smallest of them: a
// multiple.
std::int64_t Payer::cashMost() const {
    constexpr std::int64_t kNotesMore = 5;
    constexpr std::int64_t kTimes = 100;
    const std::int64_t due = left().minor_units();
    const std::string& currency = kept_.event.config().currency_code();
    const std::int64_t note = denominationsOf(currency).front();
    return hasKnownNotes(currency) ? due + kNotesMore * note : kTimes * std::max(due, note);
}

// What of the order's payments is cash that lies in the till.
std::int64_t Payer::cashTaken() const {
    std::int64_t taken = 0;
    for (const v1::Payment& each : kept_.order.payments()) {
        if (each.tender_kind() != v1::CASH) continue;
        taken += each.captured().minor_units() - each.refunded().minor_units();
        if (isOpen(each) || each.state() == v1::Payment::AUTHORIZED) {
            taken += each.amount().minor_units();
        }
    }
    return taken;
}

bool Payer::payCash(std::int64_t given) {
    if (!canAsk()) return false;
    const std::int64_t due = left().minor_units();
    if (given <= 0 || due <= 0) {
        Q_EMIT said(tr("Cash: an amount of more than nothing, in %1.")
                        .arg(sale::textOf(kept_.event.config().currency_code())),
                    sale::Tone::Danger);
        return false;
    }
    if (given > cashMost()) {
        Q_EMIT said(tr("Cash given: %1 at most for this; a scanned code is no amount.")
                        .arg(sale::moneyText(money(cashMost()), locale_)),
                    sale::Tone::Danger);
        return false;
    }
    v1::TenderRequest tender;
    tender.set_kind(v1::CASH);
    tender.set_amount_minor_units(std::min(given, due));
    return pay(tender, given);
}

bool Payer::isTooMuch(std::int64_t amount) {
    if (amount <= left().minor_units()) return false;
    Q_EMIT said(tr("Amount: %1 at most.").arg(sale::moneyText(left(), locale_)),
                sale::Tone::Danger);
    return true;
}

bool Payer::payReader(const QString& reader, std::int64_t amount) {
    if (!canAsk() || isTooMuch(amount)) return false;
    if (reader.isEmpty()) {
        Q_EMIT said(tr("No card terminal is set up at this till."), sale::Tone::Danger);
        return false;
    }
    v1::TenderRequest tender;
    tender.set_kind(v1::READER);
    tender.set_reader(reader.toStdString());
    tender.set_amount_minor_units(amount);
    return pay(tender, 0);
}

bool Payer::payGiftCard(const QString& code, std::int64_t amount) {
    if (!canAsk() || isTooMuch(amount)) return false;
    const QString typed = code.trimmed();
    if (typed.isEmpty() || typed.size() > kCodeCharactersMost) {
        Q_EMIT said(tr("Gift card: scan it, or type its code."), sale::Tone::Danger);
        return false;
    }
    v1::TenderRequest tender;
    tender.set_kind(v1::GIFT_CARD);
    tender.set_gift_card_code(typed.toStdString());
    tender.set_amount_minor_units(amount);
    return pay(tender, 0);
}

bool Payer::payOnAccount(const v1::Customer& who, const QDate& due, const std::string& token) {
    if (!canAsk()) return false;
    const std::string& name = who.organisation().empty() ? who.name() : who.organisation();
    const std::string reference = firstBytes(name, kReferenceBytesMost);
    if (reference.empty()) {
        Q_EMIT said(tr("Who is billed: a customer of the house."), sale::Tone::Danger);
        return false;
    }
    v1::TenderRequest tender;
    tender.set_kind(v1::INVOICE);
    tender.set_reference(reference);
    tender.set_customer(who.customer());
    if (due.isValid()) {
        const QTimeZone there(QByteArray::fromStdString(kept_.event.venue().time_zone()));
        const QDateTime next =
            due.addDays(1).startOfDay(there.isValid() ? there : QTimeZone::utc());
        tender.mutable_due_time()->set_seconds(next.toSecsSinceEpoch() - 1);
    }
    return pay(tender, 0, token);
}

void Payer::approve(const std::string& token) {
    if (!wantsApproval()) return;
    approval_ = token;
    sendAsked();
}

bool Payer::payNothing() {
    return canAsk() && pay({}, 0);
}

bool Payer::pay(const v1::TenderRequest& tender, std::int64_t given, const std::string& token) {
    if (!parts_.desk.isConnectedTo()) {
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return false;
    }
    const std::string id = parts_.desk.newRequestId();
    kept_.forgetAsked();
    kept_.givenAsked = given;
    cashHere_ = cashHere_ || given > 0;
    if (kept_.order.order().empty()) {
        kept_.customer = parts_.cart.customer();  // Who may have been taken since begin().
        kept_.checkout.set_event(kept_.reservation.event());
        kept_.checkout.set_reservation(kept_.reservation.reservation());
        kept_.checkout.set_request_id(id);
        if (!kept_.customer.name().empty() || !kept_.customer.email().empty()) {
            *kept_.checkout.mutable_buyer() = parts_.cart.buyer(locale_.bcp47Name());
        }
        if (tender.kind() != v1::TENDER_KIND_UNSPECIFIED) {
            *kept_.checkout.mutable_tender() = tender;
        }
    } else {
        kept_.add.set_event(kept_.order.event());
        kept_.add.set_order(kept_.order.order());
        kept_.add.set_request_id(id);
        *kept_.add.mutable_tender() = tender;
    }
    approval_ = token;
    unknown_ = wantsApproval_ = false;
    sendAsked();
    return true;
}

bool Payer::giveUp() {
    if (!canGiveUp()) return false;
    kept_.forgetAsked();
    kept_.cancel.set_event(kept_.reservation.event());
    kept_.cancel.set_reservation(kept_.reservation.reservation());
    kept_.cancel.set_request_id(parts_.desk.newRequestId());
    approval_.clear();
    unknown_ = wantsApproval_ = false;
    sendAsked();
    return true;
}

void Payer::goBack() {
    if (!canGoBack()) return;
    kept_ = {};
    parts_.journal.clear();
    stage_ = PayStage::Nothing;
    parts_.cart.backToChoosing();
    Q_EMIT changed();
}

}  // namespace tessera::payment
