// SPDX-License-Identifier: Apache-2.0
// What OrderDeeds does where a question whose earlier try has no answer is not let in.
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/orders/order_deeds.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {

using v1::ErrorReason;

namespace {

// The event's owner has judged the request itself: nothing was done, and it says the same under
// that request id from now on. Of an exchange the door asks for no approval, the owner does.
bool isJudgedApproval(const client::Refusal& refusal, DeedKind kind) {
    switch (refusal.reason) {
        case ErrorReason::APPROVAL_OVER:
        case ErrorReason::APPROVAL_USED:
        case ErrorReason::APPROVAL_TOO_SMALL:
            return true;
        case ErrorReason::APPROVAL_NEEDED:
            return kind == DeedKind::Exchange;
        default:
            return false;
    }
}

std::int64_t amountOf(const client::Refusal& refusal) {
    const auto found = refusal.metadata.find("amount_minor_units");
    if (found == refusal.metadata.end()) return 0;
    return QString::fromStdString(found->second).toLongLong();
}

OrderDeeds::Tickets ticketsOf(const Deed& deed) {
    const auto& back = deed.refund.tickets();
    const auto& exchanged = deed.exchange.tickets();
    OrderDeeds::Tickets out(back.begin(), back.end());
    out.insert(out.end(), exchanged.begin(), exchanged.end());
    return out;
}

}  // namespace

void OrderDeeds::takeUp() {
    sayUnread();
    if (!parts_.desk.isSignedIn()) return;
    // What is known not to be done is done by an approval alone, whoever signs in.
    if (stage_ == DeedStage::Waiting) return wait_.notDone ? wantApproval() : sendAsked();
    if (stage_ != DeedStage::Idle || !hasLeft()) return goOn();
    // In hand before it is left no more: a crash between finds it twice, and asks once.
    if (!parts_.journal.write(left_)) {
        Q_EMIT said(tr("This till cannot write to its disk: nothing was sent."),
                    sale::Tone::Danger);
        return;
    }
    deed_ = std::exchange(left_, {});
    parts_.left.clear();
    stage_ = DeedStage::Unknown;
    unknown_ = earlier_ = true;
    sendAsked();
}

// Of an earlier try that has no answer: whether this refusal leaves it open.
bool OrderDeeds::waits(const client::Refusal& refusal) {
    if (isJudgedApproval(refusal, deed_.kind())) {
        if (!renew()) return false;
        wait_.notDone = true;
        wait(refusal);
        return true;
    }
    switch (refusal.reason) {
        case ErrorReason::APPROVAL_NEEDED:
        case ErrorReason::APPROVAL_INVALID:
        case ErrorReason::PERMISSION_MISSING:
        case ErrorReason::REQUEST_ID_REUSED:
            wait(refusal);
            return true;
        default:
            break;
    }
    if (!client::isOfTheDoor(refusal)) return false;
    Q_EMIT changed();  // Nobody is signed in: goOn() asks again once somebody is.
    return true;
}

// Under another id: whatever was asked under the old one is refused for good. It is on no disk
// until it is sent: nothing is under way.
bool OrderDeeds::renew() {
    const std::string id = parts_.desk.newRequestId();
    Deed fresh = deed_;
    if (deed_.kind() == DeedKind::Refund) fresh.refund.set_request_id(id);
    if (deed_.kind() == DeedKind::Settle) fresh.settle.set_request_id(id);
    if (deed_.kind() == DeedKind::Exchange) fresh.exchange.set_request_id(id);
    if (fresh.requestId() != id) return false;
    deed_ = std::move(fresh);
    parts_.journal.clear();
    unknown_ = false;
    return true;
}

void OrderDeeds::wait(const client::Refusal& refusal) {
    again_.stop();
    approval_.clear();
    stage_ = DeedStage::Waiting;
    wait_.approval = refusal.reason != ErrorReason::PERMISSION_MISSING &&
                     refusal.reason != ErrorReason::REQUEST_ID_REUSED;
    if (const std::int64_t most = amountOf(refusal); most > 0) wait_.most.set_minor_units(most);
    Q_EMIT said(!wait_.approval
                    ? tr("Whether it was done is not known. To find out, somebody whose "
                         "role may do it signs in here.")
                : wait_.notDone ? tr("It was not done: it needs another approval.")
                                : tr("Whether it was done is not known. To find out, somebody must "
                                     "approve it: it is done once, however often it is asked."),
                sale::Tone::Danger);
    Q_EMIT changed();
    wantApproval();
}

void OrderDeeds::wantApproval() {
    wantsApproval_ = true;
    const bool there = parts_.order.order() == deed_.order();
    if (!there || !parts_.order.isRead()) parts_.order.open(deed_.event(), deed_.order());
    if (wantsApproval_) askForApproval();
}

// Who approves sees what for: so the order is there first, or cannot be read.
void OrderDeeds::askForApproval() {
    if (stage_ != DeedStage::Waiting) return;
    const bool there = parts_.order.order() == deed_.order();
    if (there && !parts_.order.isRead() && !parts_.order.isOld()) return;
    wantsApproval_ = false;
    if (there) Q_EMIT approvalWanted();
}

DeedWait OrderDeeds::waitsFor() const {
    DeedWait out = wait_;
    out.kind = deed_.kind();
    const Tickets tickets = ticketsOf(deed_);
    out.tickets = static_cast<int>(tickets.size());
    if (parts_.order.order() != deed_.order()) return out;
    const v1::Order& order = parts_.order.details().order();
    out.most.set_currency_code(order.total().currency_code());
    if (out.most.minor_units() > 0) return out;
    out.most.set_minor_units(worthOf(tickets));
    for (const v1::Refund& each : order.refunds()) {
        if (each.refund() == deed_.settle.refund()) out.most = each.amount();
    }
    return out;
}

void OrderDeeds::approve(const std::string& token) {
    if (stage_ != DeedStage::Waiting) return;
    approval_ = token;
    sendAsked();
}

bool OrderDeeds::leaveForLater() {
    if (stage_ != DeedStage::Waiting) return false;
    if (wait_.notDone) {
        end();
        Q_EMIT said(tr("Nothing was done."), sale::Tone::Plain);
        return true;
    }
    if (hasLeft() || !parts_.left.write(deed_)) {
        Q_EMIT said(hasLeft() ? tr("Something else was left for later already: this must be found "
                                   "out first.")
                              : tr("This till cannot write to its disk: it cannot be left."),
                    sale::Tone::Danger);
        return false;
    }
    left_ = deed_;
    end();
    Q_EMIT said(tr("Left for later: whether it was done is not known. It is asked again when "
                   "somebody signs in here."),
                sale::Tone::Warning);
    return true;
}

}  // namespace tessera::orders
