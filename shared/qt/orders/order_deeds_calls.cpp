// SPDX-License-Identifier: Apache-2.0
// What OrderDeeds asks, and what it makes of the answers.
#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/orders/order_deeds.h"
#include "shared/qt/orders/order_words.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {

using v1::ErrorReason;

namespace {

constexpr client::Millis kGatherPatience{8'000};

}  // namespace

template <class Request, class Response>
void OrderDeeds::send(const client::Method<Request, Response>& method, const Request& request) {
    const int question = ++question_;
    parts_.desk.ask(method, request, this,
                    [this, question](const client::Answer<Response>& answer) {
                        if (question != question_) return;
                        if (!answer.done()) return notDone(answer.outcome, answer.refusal);
                        take(answer.value);
                    },
                    {.within = parts_.patience, .approval = approval_});
}

// On the disk first: what cannot be kept is not asked.
void OrderDeeds::sendAsked() {
    if (!parts_.journal.write(deed_) && !unknown_) {
        end();
        Q_EMIT said(tr("This till cannot write to its disk: nothing was sent."),
                    sale::Tone::Danger);
        return;
    }
    again_.stop();
    wantsApproval_ = false;
    stage_ = unknown_ ? DeedStage::Unknown : DeedStage::Asking;
    Q_EMIT changed();
    switch (deed_.kind()) {
        case DeedKind::None:
            return end();
        case DeedKind::Note:
            return send(client::kSetOrderNote, deed_.note);
        case DeedKind::HandOut:
            return send(client::kHandOutTickets, deed_.handOut);
        case DeedKind::Print:
            return send(client::kNotePrint, deed_.print);
        case DeedKind::Refund:
            return send(client::kRefundTickets, deed_.refund);
        case DeedKind::Settle:
            return send(client::kSettleRefund, deed_.settle);
        case DeedKind::Transfer:
            if (deed_.accept.request_id().empty()) return send(client::kOfferTransfer, deed_.offer);
            return send(client::kAcceptTransfer, deed_.accept);
        case DeedKind::Exchange:
            return send(client::kExchangeTickets, deed_.exchange);
        case DeedKind::Mail:
            return send(client::kResendMail, deed_.mail);
    }
}

void OrderDeeds::becameUnknown() {
    const bool news = !unknown_;
    unknown_ = true;
    wait_ = {};
    stage_ = DeedStage::Unknown;
    again_.start();
    Q_EMIT changed();
    if (!news) return;
    Q_EMIT said(tr("The server has not answered. Whether it was done is not known: it is being "
                   "asked again, and nothing is done twice."),
                sale::Tone::Danger);
}

void OrderDeeds::notDone(client::Outcome outcome, const client::Refusal& refusal) {
    if (outcome == client::Outcome::Unknown) return becameUnknown();
    if (outcome == client::Outcome::NotSent) {
        if (unknown_) return becameUnknown();
        end();
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return;
    }
    if ((unknown_ || wait_.notDone) && waits(refusal)) return;
    const DeedKind kind = deed_.kind();
    // Asked again it would be refused for ever: the next one is another print, with a reason.
    if (kind == DeedKind::Print && !client::isOfTheDoor(refusal)) forgetUnprinted();
    const QString text = refusalText(refusal);
    const bool earlier = earlier_;
    end();
    parts_.order.read();
    Q_EMIT said(earlier ? tr("Of what was begun earlier nothing was done: %1").arg(text) : text,
                sale::Tone::Danger);
    Q_EMIT refused(kind, refusal);
}

void OrderDeeds::end() {
    ++question_;
    again_.stop();
    deed_ = {};
    refunded_.Clear();
    approval_.clear();
    gathered_.clear();
    wait_ = {};
    wantsApproval_ = false;
    unknown_ = earlier_ = false;
    stage_ = DeedStage::Idle;
    parts_.journal.clear();
    Q_EMIT changed();
}

// Whoever comes back after a restart sees which order it was.
void OrderDeeds::finish(const QString& text, sale::Tone tone) {
    const Deed was = deed_;
    const bool earlier = earlier_;
    end();
    if (earlier) parts_.order.open(was.event(), was.order());
    Q_EMIT said(text, tone);
    Q_EMIT done(was.kind());
}

void OrderDeeds::take(const v1::OrderDetails& details) {
    parts_.order.take(details);
    switch (deed_.kind()) {
        case DeedKind::Print:
            return gather(details);
        case DeedKind::HandOut:
            return finish(deed_.handOut.undo()
                              ? tr("The mark is taken back: not handed out.")
                              : tr("Handed out: %n ticket(s).", "", deed_.handOut.tickets_size()),
                          sale::Tone::Good);
        case DeedKind::Mail:
            return finish(tr("The confirmation is on its way: the list of mails says what becomes "
                             "of it."),
                          sale::Tone::Good);
        default:
            return finish(tr("The note is written."), sale::Tone::Good);
    }
}

void OrderDeeds::take(const v1::Order& order) {
    if (deed_.kind() == DeedKind::Exchange) {
        const bool open = order.state() == v1::Order::PAYING || order.state() == v1::Order::UNPAID;
        const bool needs = open && order.covered().minor_units() < order.total().minor_units();
        finish(needs ? tr("The new places are kept: the difference is to be paid.")
                     : tr("Exchanged: the new tickets admit as soon as it is booked."),
               sale::Tone::Good);
        Q_EMIT exchanged(order, needs);
        return;
    }
    if (deed_.kind() == DeedKind::Refund) {
        refunded_ = order;
        if (!trail_.follow(order, groupOf(order, deed_.refund))) tellRefunded();
        return;
    }
    finish(tr("It is given back, and booked."), sale::Tone::Good);
    parts_.order.read();
}

// Of these tickets alone: others that were taken back may wait for their cash, too.
void OrderDeeds::tellRefunded() {
    if (deed_.kind() != DeedKind::Refund || refunded_.order().empty()) return;
    const bool justNow = !earlier_ && begun_.isValid() && begun_.elapsed() <= kDrawerMillisMost;
    const std::string group = groupOf(refunded_, deed_.refund);
    v1::Money cash = refunded_.total();
    cash.set_minor_units(cashWaiting(refunded_, group) + trail_.cash(group));
    const auto tell = [this](const QString& text, sale::Tone tone) {
        finish(text, tone);
        parts_.order.read();
    };
    const bool whole = trail_.isWhole();
    if (cash.minor_units() == 0) {
        return whole ? tell(tr("Taken back: the tickets are void, the money is on its way."),
                            sale::Tone::Good)
                     : tell(tr("Taken back: the tickets are void. How much of it goes back in cash "
                               "is not known: an older order, whose tickets paid for these, cannot "
                               "be read."),
                            sale::Tone::Danger);
    }
    const QString text = sale::moneyText(cash, locale_);
    whole ? tell(tr("Taken back: the tickets are void. Hand over %1 in cash, then say that it was.")
                     .arg(text),
                 sale::Tone::Warning)
          : tell(tr("Taken back: the tickets are void. Hand over %1 in cash, then say that it was. "
                    "More may wait in an older order, which cannot be read.")
                     .arg(text),
                 sale::Tone::Danger);
    if (justNow) Q_EMIT cashGoesOut(cash);
}

void OrderDeeds::take(const v1::Transfer& transfer) {
    if (deed_.accept.request_id().empty()) {
        deed_.accept.set_transfer(transfer.transfer());
        deed_.accept.set_holder_token(transfer.token());
        deed_.accept.set_request_id(parts_.desk.newRequestId());
        return sendAsked();
    }
    remember(transfer);
    finish(tr("The tickets are %1's now. Print them: what was printed before is refused at the "
              "door.")
               .arg(sale::textOf(deed_.accept.name())),
           sale::Tone::Good);
    parts_.order.read();
}

// Noted; now what stands on them: the event, and codes of what was handed on.
void OrderDeeds::gather(const v1::OrderDetails& details) {
    gathered_.clear();
    for (const v1::Ticket& each : details.tickets()) {
        const auto& wanted = deed_.print.tickets();
        if (std::find(wanted.begin(), wanted.end(), each.ticket()) == wanted.end()) continue;
        gathered_.push_back(each);
    }
    if (parts_.order.event().event() == deed_.print.event()) {
        return gatherCodes(details, parts_.order.event());
    }
    gatherEvent(details);
}

void OrderDeeds::gatherEvent(const v1::OrderDetails& details) {
    v1::GetEventRequest request;
    request.set_event(deed_.print.event());
    const int question = ++question_;
    parts_.desk.ask(client::kGetEvent, request, this,
                    [this, question, details](const client::Answer<v1::Event>& answer) {
                        if (question != question_) return;
                        if (!answer.done()) return notDone(answer.outcome, answer.refusal);
                        gatherCodes(details, answer.value);
                    },
                    {.within = kGatherPatience});
}

// One transfer after the other.
void OrderDeeds::gatherCodes(const v1::OrderDetails& details, const v1::Event& event) {
    const auto missing = std::ranges::find_if(gathered_, [this](const v1::Ticket& each) {
        return each.code().empty() && !tokenOf(each.transfer()).empty();
    });
    if (missing == gathered_.end()) return printGathered(details, event);
    v1::ListTicketsRequest request;
    request.set_event(deed_.print.event());
    request.set_order(deed_.print.order());
    request.set_transfer(missing->transfer());
    request.set_holder_token(tokenOf(missing->transfer()));
    const int question = ++question_;
    parts_.desk.ask(
        client::kListTickets, request, this,
        [this, question, details, event](const client::Answer<v1::ListTicketsResponse>& answer) {
            if (question != question_) return;
            if (answer.outcome == client::Outcome::Unknown) return becameUnknown();
            bool news = false;
            for (v1::Ticket& each : gathered_) {
                if (!each.code().empty()) continue;
                for (const v1::Ticket& theirs : answer.value.tickets()) {
                    if (theirs.ticket() != each.ticket() || theirs.code().empty()) continue;
                    each = theirs;
                    news = true;
                }
            }
            news ? gatherCodes(details, event) : printGathered(details, event);
        },
        {.within = kGatherPatience});
}

void OrderDeeds::printGathered(const v1::OrderDetails& details, const v1::Event& event) {
    const auto unseen =
        std::erase_if(gathered_, [](const v1::Ticket& each) { return each.code().empty(); });
    const std::vector<v1::Ticket> tickets = gathered_;
    // Of a reprint: a crash after the queue has them asks again with this id, and finds them there.
    const QString key = deed_.print.reason().empty() ? QString() : sale::textOf(deed_.requestId());
    QString why;
    if (!tickets.empty()) {
        why = printer_ ? printer_({details.order(), event, tickets, key})
                       : tr("There is no printer here.");
    }
    if (!why.isEmpty()) return notPrinted(why);
    forgetUnprinted();
    if (unseen > 0) {
        return finish(tr("%n ticket(s) were handed on to somebody else: only their holder can "
                         "print them.",
                         "", static_cast<int>(unseen)),
                      sale::Tone::Warning);
    }
    finish(tr("%n ticket(s) go to the printer.", "", static_cast<int>(tickets.size())),
           sale::Tone::Good);
}

// Printed again it is the same deed: noted once, and on paper once.
void OrderDeeds::notPrinted(const QString& why) {
    keepUnprinted(deed_.print);
    const bool earlier = earlier_;
    const Deed was = deed_;
    end();
    if (earlier) parts_.order.open(was.event(), was.order());
    Q_EMIT said(tr("Not printed: %1 Print again once that is mended.").arg(why),
                sale::Tone::Danger);
}

// Where it is the one in hand: another print has nothing to do with it.
void OrderDeeds::forgetUnprinted() {
    if (deed_.requestId() == unprinted_.request_id()) keepUnprinted({});
}

// What cannot be kept on the disk is known until the app ends.
void OrderDeeds::keepUnprinted(const v1::NotePrintRequest& print) {
    unprinted_ = print;
    Deed noted;
    noted.print = print;
    if (print.request_id().empty() || !parts_.unprinted.write(noted)) parts_.unprinted.clear();
}

}  // namespace tessera::orders
