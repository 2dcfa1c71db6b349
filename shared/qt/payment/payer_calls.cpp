// SPDX-License-Identifier: Apache-2.0
// What a Payer asks, and what it makes of the answers.
#include <algorithm>
#include <mutex>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/payer.h"
#include "shared/qt/sale/words.h"

namespace tessera::payment {

using v1::ErrorReason;

// What comes on the client's thread; nobody is told any more once `payer` is null.
struct Payer::Inbox {
    std::mutex mutex;
    Payer* payer = nullptr;

    void post(std::function<void(Payer&)> work) {
        const std::lock_guard lock(mutex);
        if (payer == nullptr) return;
        QMetaObject::invokeMethod(
            payer, [to = payer, work = std::move(work)] { work(*to); }, Qt::QueuedConnection);
    }
};

Payer::~Payer() {
    stopWatch();
}

void Payer::leaveServer() {
    if (inbox_) {
        const std::lock_guard lock(inbox_->mutex);
        inbox_->payer = nullptr;
    }
    inbox_.reset();
    watch_ = 0;
}

void Payer::stopWatch() {
    if (watch_ != 0 && parts_.desk.client() != nullptr) parts_.desk.client()->stopWatch(watch_);
    leaveServer();
}

void Payer::watch() {
    client::Client* const client = parts_.desk.client();
    if (client == nullptr || kept_.order.order().empty()) return;
    stopWatch();
    inbox_ = std::make_shared<Inbox>();
    inbox_->payer = this;
    v1::WatchOrderRequest request;
    request.set_event(kept_.order.event());
    request.set_order(kept_.order.order());
    client::OrderWatchHandlers handlers;
    handlers.onOrder = [inbox = inbox_, id = kept_.order.order()](const v1::Order& order) {
        inbox->post([id, order](Payer& payer) {
            if (payer.kept_.order.order() == id && payer.followsOrder()) payer.take(order);
        });
    };
    handlers.onOver = [inbox = inbox_](const client::Refusal&) {
        inbox->post([](Payer& payer) { payer.stopWatch(); });
    };
    watch_ = client->watchOrder(request, std::move(handlers));
    if (watch_ == 0) again_.start();  // Too many are watched: it is read instead.
}

template <class Request, class Response>
void Payer::send(const client::Method<Request, Response>& method, const Request& request) {
    const int question = ++question_;
    parts_.desk.ask(method, request, this,
                    [this, question](const client::Answer<Response>& answer) {
                        if (question != question_) return;
                        if constexpr (std::is_same_v<Response, v1::Order>) {
                            if (answer.done()) takeAnswer(answer.value);
                        }
                        answered(answer.outcome, answer.refusal);
                    },
                    {.within = parts_.patience, .approval = approval_});
}

// Cash that came to nothing before this is in the hand again: what was given is what the order has
// of it, and what is given now.
void Payer::takeAnswer(const v1::Order& order) {
    if (kept_.givenAsked > 0) kept_.given = cashTaken();
    kept_.order = order;
}

// On the disk first: what cannot be kept is not asked.
void Payer::sendAsked() {
    if (!parts_.journal.write(kept_)) {
        if (!unknown_) {
            notDone();
            Q_EMIT said(tr("This till cannot write to its disk: nothing was sent."),
                        sale::Tone::Danger);
            return;
        }
    }
    wantsApproval_ = false;
    setStage(unknown_ ? PayStage::Unknown : PayStage::Asking);
    if (!kept_.checkout.request_id().empty()) {
        parts_.cart.setBuyerSent(true);
        send(client::kCheckoutReservation, kept_.checkout);
    } else if (!kept_.add.request_id().empty()) {
        send(client::kAddTender, kept_.add);
    } else {
        send(client::kCancelReservation, kept_.cancel);
    }
}

void Payer::answered(client::Outcome outcome, const client::Refusal& refusal) {
    if (client::leavesOpen(outcome, refusal, unknown_)) {
        return outcome == client::Outcome::Refused ? waitForWho(refusal) : becameUnknown();
    }
    if (outcome == client::Outcome::Refused) return refused(refusal);
    if (outcome == client::Outcome::NotSent) {
        notDone();
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return;
    }
    const bool first = !kept_.checkout.request_id().empty();
    const bool cancel = !kept_.cancel.request_id().empty();
    kept_.given += kept_.givenAsked;
    kept_.forgetAsked();
    unknown_ = false;
    approval_.clear();
    // Whoever keeps something of the order has it on the disk before this forgets that it asked.
    if (first && parts_.cart.stage() == sale::CartStage::Paying) {
        parts_.cart.checkedOut(kept_.order);
    }
    (void)parts_.journal.write(kept_);
    stage_ = PayStage::Waiting;
    watch();
    if (cancel) return readOrder();  // Its answer is the reservation.
    takeState(false);
}

void Payer::becameUnknown() {
    const bool news = !unknown_;
    unknown_ = true;
    setStage(PayStage::Unknown);
    if (news) {
        Q_EMIT said(tr("The server has not answered. Whether it was paid is not known: it is being "
                       "asked again, and nothing is paid twice."),
                    sale::Tone::Danger);
    }
    again_.start();
}

// The question was never heard, or was refused: as it was before it.
void Payer::notDone() {
    kept_.forgetAsked();
    unknown_ = false;
    approval_.clear();
    if (kept_.order.order().empty()) {
        parts_.journal.clear();
        parts_.cart.setBuyerSent(false);
        return setStage(PayStage::Choosing);
    }
    (void)parts_.journal.write(kept_);
    stage_ = PayStage::Waiting;
    readOrder();
}

void Payer::waitForWho(const client::Refusal& refusal) {
    approval_.clear();
    wantsApproval_ = client::wantsApproval(refusal);
    setStage(PayStage::Unknown);
    if (wantsApproval_) Q_EMIT approvalNeeded();
}

void Payer::refused(const client::Refusal& refusal) {
    const bool checkout = !kept_.checkout.request_id().empty();
    const auto reason = refusal.reason;
    if (checkout && reason == ErrorReason::RESERVATION_CHECKED_OUT) return findOrder();
    if (checkout && (reason == ErrorReason::RESERVATION_EXPIRED ||
                     reason == ErrorReason::RESERVATION_RELEASED ||
                     reason == ErrorReason::RESERVATION_NOT_FOUND)) {
        kept_ = {};
        parts_.journal.clear();
        stage_ = PayStage::Nothing;
        parts_.cart.expire();
        Q_EMIT said(tr("The hold has run out: nothing was sold, nothing was paid."),
                    sale::Tone::Danger);
        Q_EMIT changed();
        return;
    }
    const QString text = refusalText(refusal);
    const std::int64_t given = kept_.givenAsked;
    const v1::TenderRequest tender = checkout ? kept_.checkout.tender() : kept_.add.tender();
    notDone();
    Q_EMIT said(text, sale::Tone::Danger);
    if (reason == ErrorReason::SHIFT_NEEDED) Q_EMIT shiftNeeded(given);
    const bool another =
        reason == ErrorReason::CUSTOMER_NOT_TRUSTED || reason == ErrorReason::CUSTOMER_NOT_FOUND;
    if (another) Q_EMIT customerRefused();
    const bool ofCard =
        reason == ErrorReason::GIFT_CARD_UNKNOWN || reason == ErrorReason::TENDER_TOO_LARGE;
    if (tender.kind() == v1::GIFT_CARD && ofCard) {
        Q_EMIT giftCardRefused(sale::textOf(tender.gift_card_code()), tender.amount_minor_units());
    }
}

QString Payer::refusalText(const client::Refusal& refusal) const {
    const auto found = refusal.metadata.find("minor_units_max");
    switch (refusal.reason) {
        case ErrorReason::GIFT_CARD_UNKNOWN:
            return tr("Gift card: there is none with this code. Compare it letter by letter.");
        case ErrorReason::TENDER_NOT_OFFERED:
            return tr("This way to pay is not set up at this house.");
        case ErrorReason::TENDER_NOT_ALLOWED:
            return tr("This role may not take that way to pay.");
        case ErrorReason::TENDER_TOO_LARGE:
            if (found == refusal.metadata.end()) return tr("That is more than can be paid so.");
            return tr("Amount: %1 at most.")
                .arg(sale::moneyText(money(QString::fromStdString(found->second).toLongLong()),
                                     locale_));
        case ErrorReason::TOO_MANY_TENDERS:
            return tr("So often no order is tried to be paid: give it up (%1) and sell it anew.")
                .arg(giveUpKey().toString(QKeySequence::NativeText));
        case ErrorReason::CUSTOMER_NOT_TRUSTED:
            return tr("Who is billed: this customer may not buy on account.");
        case ErrorReason::CUSTOMER_NOT_FOUND:
            return tr("Who is billed: the house has no such customer any more.");
        case ErrorReason::ORDER_NOT_PAYABLE:
            return tr("This order takes no payment any more: look at how it stands.");
        case ErrorReason::EVENT_CANCELLED:
            return tr("The event was cancelled: nothing of it is sold.");
        default:
            return qt::refusalText(refusal);
    }
}

// Somebody has checked it out: the earlier start of this app, as it seems.
void Payer::findOrder() {
    v1::GetReservationRequest request;
    request.set_event(kept_.reservation.event());
    request.set_reservation(kept_.reservation.reservation());
    const int question = ++question_;
    parts_.desk.ask(client::kGetReservation, request, this,
                    [this, question](const client::Answer<v1::Reservation>& answer) {
                        if (question != question_) return;
                        if (!answer.done() || answer.value.order().empty()) {
                            return becameUnknown();
                        }
                        kept_.order.set_event(answer.value.event());
                        kept_.order.set_order(answer.value.order());
                        answered(client::Outcome::Done, {});
                        readOrder();
                    });
}

void Payer::readOrder() {
    if (kept_.order.order().empty()) return;
    readAgain_ = reading_;
    if (std::exchange(reading_, true)) return;
    v1::GetOrderRequest request;
    request.set_event(kept_.order.event());
    request.set_order(kept_.order.order());
    const std::string id = kept_.order.order();
    parts_.desk.ask(client::kGetOrder, request, this,
                    [this, id](const client::Answer<v1::Order>& answer) { orderRead(id, answer); },
                    {.within = parts_.patience});
}

void Payer::orderRead(const std::string& id, const client::Answer<v1::Order>& answer) {
    reading_ = false;
    if (kept_.order.order() != id || !followsOrder()) return;
    if (std::exchange(readAgain_, false)) return readOrder();
    if (answer.done()) {
        kept_.order = answer.value;
        return takeState(true);
    }
    if (answer.outcome == client::Outcome::Refused) {
        Q_EMIT said(qt::refusalText(answer.refusal), sale::Tone::Danger);
    } else {
        again_.start();
    }
}

void Payer::take(const v1::Order& order) {
    if (stage_ == PayStage::Waiting || order.state() != kept_.order.state()) {
        kept_.order = order;
        takeState(false);
    }
}

// What is final leaves the payments out, but where it is `read`.
void Payer::takeState(bool read) {
    switch (kept_.order.state()) {
        case v1::Order::STATE_UNSPECIFIED:
            return readOrder();
        case v1::Order::PAID:
            return read ? finishSold() : readOrder();
        case v1::Order::RELEASED:
        case v1::Order::MANUAL:
            return read ? finishOver() : readOrder();
        case v1::Order::PAYING:
        case v1::Order::UNPAID:
            return takeOpen();
        default:
            return setStage(PayStage::Waiting);
    }
}

// A tender without a payment is not opened yet, or came to nothing: which of both shows after a
// moment. Choosing too early harms nothing: the server cancels what is open first.
bool Payer::isNewTender() const {
    return !opensLast() && kept_.order.tenders().rbegin()->tender() != settled_;
}

void Payer::settle() {
    if (stage_ != PayStage::Waiting || kept_.order.tenders().empty()) return;
    settled_ = kept_.order.tenders().rbegin()->tender();
    readOrder();
}

void Payer::takeOpen() {
    const auto& payments = kept_.order.payments();
    const bool open = std::any_of(payments.begin(), payments.end(), [](const v1::Payment& each) {
        return isOpen(each) && !isElsewhere(each);
    });
    const bool replaces =
        !opensLast() && std::any_of(payments.begin(), payments.end(), &Payer::isOpen);
    if (open || replaces || left().minor_units() == 0) return setStage(PayStage::Waiting);
    if (isNewTender()) {
        settle_.start();
        return setStage(PayStage::Waiting);
    }
    (void)parts_.journal.write(kept_);
    const bool news = stage_ != PayStage::Choosing;
    setStage(PayStage::Choosing);
    if (!news || kept_.order.tenders().empty()) return;
    if (kept_.order.tenders().rbegin()->tender() == settled_) {
        Q_EMIT said(tr("That was not paid, and nothing was taken: choose how to go on."),
                    sale::Tone::Warning);
    }
}

void Payer::finishSold() {
    stopWatch();
    setStage(PayStage::Sold);
    const v1::Order order = kept_.order;
    const v1::Event event = kept_.event;
    if (std::exchange(announced_, true)) return;
    Q_EMIT sold(order, event);
    parts_.journal.clear();
    if (parts_.cart.stage() == sale::CartStage::Paying) parts_.cart.finish(order);
}

void Payer::finishOver() {
    stopWatch();
    setStage(PayStage::Over);
    parts_.journal.clear();
    if (parts_.cart.stage() == sale::CartStage::Paying) parts_.cart.finish(kept_.order);
    Q_EMIT said(kept_.order.state() == v1::Order::MANUAL
                    ? tr("Not sold: the house looks into the money of this order.")
                    : tr("Not sold: the places are free again."),
                sale::Tone::Warning);
    Q_EMIT over();
}

}  // namespace tessera::payment
