// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/order_deeds.h"

#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/customer_search.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {
namespace {

constexpr int kDeedAgainMillis = 500;
constexpr std::size_t kTicketsMost = 100;

}  // namespace

OrderDeeds::OrderDeeds(Parts parts, QObject* parent)
    : QObject(parent), parts_(parts), trail_(parts.desk) {
    again_.setSingleShot(true);
    again_.setInterval(kDeedAgainMillis);
    connect(&again_, &QTimer::timeout, this, &OrderDeeds::goOn);
    connect(&parts_.order, &OrderInHand::changed, this, [this] {
        if (wantsApproval_) askForApproval();
    });
    connect(&trail_, &CashTrail::followed, this, &OrderDeeds::tellRefunded);
    if (const auto noted = parts_.unprinted.read()) unprinted_ = noted->print;
    if (auto begun = parts_.journal.read()) {
        deed_ = std::move(*begun);
        stage_ = DeedStage::Unknown;
        unknown_ = earlier_ = true;
    }
    if (auto left = parts_.left.read()) left_ = std::move(*left);
    // A crash between the two files: it is the one in hand.
    if (hasLeft() && left_.requestId() == deed_.requestId()) {
        left_ = {};
        parts_.left.clear();
    }
}

// What was under way may have been done: staff looks at the orders.
void OrderDeeds::sayUnread() {
    const bool unread =
        parts_.journal.hasSetAside() || parts_.left.hasSetAside() || parts_.unprinted.hasSetAside();
    if (unread && !std::exchange(saidUnread_, true))
        Q_EMIT said(qt::unreadText(), sale::Tone::Danger);
}

void OrderDeeds::goOn() {
    sayUnread();
    if (stage_ == DeedStage::Unknown && parts_.desk.isSignedIn()) return sendAsked();
    if (stage_ == DeedStage::Waiting) askForApproval();
}

bool OrderDeeds::begin() {
    if (stage_ != DeedStage::Idle) {
        Q_EMIT said(stage_ != DeedStage::Asking
                        ? tr("What became of the last question is not known yet: nothing else is "
                             "done before.")
                        : tr("The server has not answered yet."),
                    sale::Tone::Warning);
        return false;
    }
    if (!parts_.order.isRead()) {
        Q_EMIT said(tr("No order is open."), sale::Tone::Warning);
        return false;
    }
    if (!parts_.desk.isConnectedTo()) {
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return false;
    }
    if (hasLeft() && left_.order() == parts_.order.order()) {
        takeUp();
        Q_EMIT said(tr("Something of this order was left for later, and it is not known whether it "
                       "was done: that comes first."),
                    sale::Tone::Warning);
        return false;
    }
    return true;
}

bool OrderDeeds::canName(const Tickets& tickets) {
    if (tickets.empty()) {
        Q_EMIT said(tr("Tickets: none of this order admits."), sale::Tone::Warning);
        return false;
    }
    if (tickets.size() <= kTicketsMost) return true;
    Q_EMIT said(tr("Tickets: %n at a time at most.", "", static_cast<int>(kTicketsMost)),
                sale::Tone::Warning);
    return false;
}

template <class Request>
void OrderDeeds::address(Request& request) const {
    request.set_event(parts_.order.eventId());
    request.set_order(parts_.order.order());
    request.set_request_id(parts_.desk.newRequestId());
}

bool OrderDeeds::start(const std::string& token) {
    approval_ = token;
    unknown_ = earlier_ = false;
    begun_.start();
    sendAsked();
    return stage_ != DeedStage::Idle;
}

bool OrderDeeds::setNote(const QString& note) {
    if (!begin()) return false;
    const std::string text = note.trimmed().toStdString();
    if (text.size() > kNoteBytesMost) {
        Q_EMIT said(tr("Note: %1 bytes at most.").arg(kNoteBytesMost), sale::Tone::Danger);
        return false;
    }
    address(deed_.note);
    deed_.note.set_note(text);
    return start();
}

bool OrderDeeds::handOut(const Tickets& tickets, bool undo) {
    if (!begin() || !canName(tickets)) return false;
    address(deed_.handOut);
    for (const std::string& each : tickets) deed_.handOut.add_tickets(each);
    deed_.handOut.set_undo(undo);
    return start();
}

bool OrderDeeds::print(const Tickets& tickets, const QString& reason) {
    if (!begin() || !canName(tickets)) return false;
    if (isUnprinted(tickets)) {
        deed_.print = unprinted_;
        return start();
    }
    const std::string why = reason.trimmed().toStdString();
    if (why.size() > kReasonBytesMost || (why.empty() && wasPrinted(tickets))) {
        Q_EMIT said(tr("Reason to print again: 1 to %1 bytes.").arg(kReasonBytesMost),
                    sale::Tone::Danger);
        return false;
    }
    address(deed_.print);
    for (const std::string& each : tickets) deed_.print.add_tickets(each);
    if (wasPrinted(tickets)) deed_.print.set_reason(why);
    return start();
}

bool OrderDeeds::resendMail(const QString& email) {
    if (!begin()) return false;
    const QString to = email.trimmed();
    const QString own = sale::textOf(parts_.order.details().buyer().email());
    using Search = sale::CustomerSearch;
    const bool none = to.isEmpty() && own.isEmpty();
    if (none || Search::wrongField({QStringLiteral("-"), to, {}}) != Search::Field::None) {
        Q_EMIT said(tr("E-mail: 3 to %1 bytes with one @.").arg(Search::kEmailBytesMost),
                    sale::Tone::Danger);
        return false;
    }
    address(deed_.mail);
    if (to != own) deed_.mail.set_email(to.toStdString());
    return start();
}

bool OrderDeeds::refund(const Tickets& tickets, bool keepFee, const std::string& token) {
    if (!begin() || !canName(tickets)) return false;
    address(deed_.refund);
    for (const std::string& each : tickets) deed_.refund.add_tickets(each);
    deed_.refund.set_keep_fee(keepFee);
    return start(token);
}

bool OrderDeeds::settle(const std::string& refund, const QString& evidence,
                        const std::string& token) {
    if (!begin()) return false;
    const std::string how = evidence.trimmed().toStdString();
    if (how.empty() || how.size() > kReasonBytesMost) {
        Q_EMIT said(tr("How it was given back: 1 to %1 bytes.").arg(kReasonBytesMost),
                    sale::Tone::Danger);
        return false;
    }
    address(deed_.settle);
    deed_.settle.set_refund(refund);
    deed_.settle.set_evidence(how);
    return start(token);
}

bool OrderDeeds::transfer(const Tickets& tickets, const QString& name, const QString& email) {
    if (!begin() || !canName(tickets)) return false;
    using Search = sale::CustomerSearch;
    const Search::Field wrong = Search::wrongField({name, email, {}});
    if (wrong != Search::Field::None) {
        Q_EMIT said(Search::wrongText(wrong), sale::Tone::Danger);
        return false;
    }
    address(deed_.offer);
    for (const std::string& each : tickets) deed_.offer.add_tickets(each);
    deed_.accept.set_event(deed_.offer.event());
    deed_.accept.set_order(deed_.offer.order());
    deed_.accept.set_name(name.trimmed().toStdString());
    deed_.accept.set_email(email.trimmed().toStdString());
    return start();
}

bool OrderDeeds::exchange(const Tickets& tickets, const std::string& reservation,
                          const std::string& token) {
    if (!begin() || !canName(tickets)) return false;
    address(deed_.exchange);
    for (const std::string& each : tickets) deed_.exchange.add_tickets(each);
    deed_.exchange.set_reservation(reservation);
    return start(token);
}

std::int64_t OrderDeeds::worthOf(const Tickets& tickets) const {
    std::int64_t sum = 0;
    for (const v1::Ticket& each : parts_.order.details().tickets()) {
        if (std::ranges::find(tickets, each.ticket()) == tickets.end()) continue;
        sum += each.price().minor_units();
    }
    return sum;
}

bool OrderDeeds::needsReason(const Tickets& tickets) const {
    return wasPrinted(tickets) && !isUnprinted(tickets);
}

bool OrderDeeds::isUnprinted(const Tickets& tickets) const {
    return unprinted_.order() == parts_.order.order() &&
           std::ranges::equal(unprinted_.tickets(), tickets);
}

bool OrderDeeds::wasPrinted(const Tickets& tickets) const {
    const auto& desk = parts_.order.details().desk();
    return std::any_of(desk.begin(), desk.end(), [&](const v1::TicketDesk& each) {
        return each.prints() > 0 && std::ranges::find(tickets, each.ticket()) != tickets.end();
    });
}

void OrderDeeds::remember(const v1::Transfer& transfer) {
    if (tokens_.size() >= kTokensMost) tokens_.pop_front();
    tokens_.push_back(transfer);
}

std::string OrderDeeds::tokenOf(const std::string& transfer) const {
    for (const v1::Transfer& each : tokens_) {
        if (each.transfer() == transfer) return each.token();
    }
    return {};
}

}  // namespace tessera::orders
