// SPDX-License-Identifier: Apache-2.0
#include "server/api/reasons.h"
#include "tests/api/fake_app.h"

namespace tessera::api::test {

using app::Reply;

namespace {

constexpr TicketId kTicket{8'000'000'010};

app::RefundShown refundOf(Instant now) {
    app::RefundShown refund;
    refund.row = {kRefund,
                  kRefund,
                  kOrder,
                  kAttempt,
                  engine::RefundReason::Returned,
                  engine::RefundState::Pending,
                  Money{4000},
                  Money{150},
                  now};
    refund.objectId = "re_1";
    refund.provider = "stripe";
    refund.tickets = {kTicket};
    return refund;
}

}  // namespace

void FakeApp::payOrder(app::OrderAnswer& order) const {
    const Money gift{1000};
    order.tenders = {
        {TenderId{8'000'000'020}, engine::TenderKind::Cash, "house", gift, serverTime(), "shift 7"},
        {TenderId{8'000'000'022},
         engine::TenderKind::Card,
         "stripe",
         order.view.total - gift,
         {},
         {}}};
    order.payments = {{AttemptId{8'000'000'021},
                       TenderId{8'000'000'020},
                       engine::TenderKind::Cash,
                       "house",
                       engine::AttemptState::Captured,
                       gift,
                       gift,
                       {},
                       {},
                       false},
                      {kAttempt,
                       TenderId{8'000'000'022},
                       engine::TenderKind::Card,
                       "stripe",
                       engine::AttemptState::Open,
                       order.view.total - gift,
                       {},
                       {},
                       "pi_1",
                       true}};
    order.covered = gift;
}

void FakeApp::chooseTender(EventId, app::CallerCredentials caller, app::TenderAsk ask, TenderOf of,
                           Reply<engine::TenderChoice> reply) {
    const std::lock_guard lock(mutex_);
    if (ask.kind == engine::TenderKind::Cash && !caller.staff) {
        return reply(tl::make_unexpected(refuse("TENDER_NOT_ALLOWED", "Refused by the fake.")));
    }
    engine::TenderChoice choice;
    choice.kind = ask.kind;
    choice.amount = ask.amount;
    choice.reference = ask.reference;
    asked_.tender = std::move(ask);
    asked_.tenderOf = of;
    reply(choice);
}

void FakeApp::addTender(EventId, app::CallerCredentials caller, app::Mutation mutation, OrderId id,
                        engine::TenderChoice tender, Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.choice = std::move(tender);
    getOrder(kEvent, std::move(caller), id, std::move(reply));
}

void FakeApp::confirmPayment(EventId, app::CallerCredentials caller, app::Mutation mutation,
                             OrderId id, AttemptId attempt, std::string payload,
                             Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    if (attempt != kAttempt) {
        return reply(tl::make_unexpected(refuse("PAYMENT_NOT_OPEN", "Refused by the fake.")));
    }
    asked_.mutation = mutation;
    asked_.payload = std::move(payload);
    getOrder(kEvent, std::move(caller), id, std::move(reply));
}

void FakeApp::refundTickets(EventId, app::CallerCredentials caller, app::Mutation mutation,
                            engine::RefundTickets command, Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.caller = caller;
    asked_.refund = command;
    getOrder(kEvent, std::move(caller), command.order, [this, reply](auto order) {
        if (order) order->refunds = {refundOf(serverTime())};
        reply(std::move(order));
    });
}

void FakeApp::offerTransfer(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                            engine::OfferTransfer command, Reply<app::TransferAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.caller = std::move(caller);
    reply(app::TransferAnswer{event, command.order, engine::TransferId{61}, "link"});
    asked_.offer = std::move(command);
}

void FakeApp::acceptTransfer(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                             engine::AcceptTransfer command, Reply<app::TransferAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    reply(app::TransferAnswer{event, command.order, caller.transfer, "mine"});
    asked_.caller = std::move(caller);
    asked_.acceptance = std::move(command);
}

void FakeApp::cancelTransfer(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                             engine::CancelTransfer command, Reply<app::TransferAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.caller = std::move(caller);
    reply(app::TransferAnswer{event, command.order, engine::TransferId{command.transfer}, {}});
    asked_.cancelled = std::move(command);
}

void FakeApp::exchangeTickets(EventId, app::CallerCredentials caller, app::Mutation mutation,
                              engine::ExchangeTickets command, std::string reservationToken,
                              Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.caller = std::move(caller);
    asked_.caller->holderToken = std::move(reservationToken);
    asked_.exchange = std::move(command);
    reply(order());
}

void FakeApp::listRefunds(EventId event, app::CallerCredentials caller, OrderId id,
                          Reply<app::RefundsAnswer> reply) {
    const std::lock_guard lock(mutex_);
    getOrder(event, std::move(caller), id, [this, event, reply](auto order) {
        if (!order) return reply(tl::make_unexpected(order.error()));
        reply(app::RefundsAnswer{event, terms_.currency, {refundOf(serverTime())}});
    });
}

void FakeApp::settleRefund(EventId, app::Mutation mutation, engine::SettleRefund command,
                           Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    if (command.refund != kRefund) {
        return reply(tl::make_unexpected(refuse("REFUND_NOT_FOUND", "Refused by the fake.")));
    }
    asked_.mutation = mutation;
    asked_.settled = std::move(command);
    reply(order());
}

void FakeApp::listManual(EventId event, Reply<app::ManualAnswer> reply) {
    const std::lock_guard lock(mutex_);
    const auto refund = refundOf(serverTime());
    app::ManualAnswer answer{event, terms_.currency, {}};
    answer.rows.push_back({kOrder, Money{8500}, "2026-01-01T00:00:00Z nobody knows", {}});
    answer.rows.push_back({kOrder, refund.row.amount, "", refund.row});
    answer.more = true;
    reply(std::move(answer));
}

void FakeApp::dayReport(EventId event, std::string day, Reply<app::Paper> reply) {
    const std::lock_guard lock(mutex_);
    if (!known(event)) return reply(tl::make_unexpected(app::notFound("EVENT_NOT_FOUND")));
    if (day.size() != 10) return reply(tl::make_unexpected(app::invalidField("day", "no day")));
    reply(app::Paper{"report-" + day + ".csv", "day,\"a, b\"\r\n"});
}

void FakeApp::invoice(EventId event, app::CallerCredentials caller, app::InvoiceAsk ask,
                      Reply<app::Paper> reply) {
    const std::lock_guard lock(mutex_);
    asked_.invoice = ask;
    asked_.caller = caller;
    getOrder(event, std::move(caller), ask.order, [reply, ask](auto order) {
        if (!order) return reply(tl::make_unexpected(order.error()));
        reply(app::Paper{ask.refund ? "credit-note.pdf" : "invoice.pdf", "%PDF-1.7"});
    });
}

void FakeApp::cancelEvent(app::Mutation mutation, EventId event, std::string note,
                          Reply<app::EventAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.note = note;
    app::EventAnswer answer = answerOf(event);
    answer.row.sale = engine::SaleState::Cancelled;
    answer.row.disruption = {
        engine::DisruptionKind::Cancelled, 1, serverTime(), {}, {}, false, 3, {}, std::move(note)};
    reply(std::move(answer));
}

void FakeApp::moveEvent(app::Mutation mutation, EventId event, engine::MoveEvent move,
                        Reply<app::EventAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.document = move.change.document;
    asked_.move = move;
    app::EventAnswer answer = answerOf(event);
    answer.row.disruption = {
        engine::DisruptionKind::Moved, 2, serverTime(), move.previousStart, move.answerUntil,
        move.refundUnanswered,         3, {},           move.note};
    reply(std::move(answer));
}

void FakeApp::acceptMove(EventId, app::CallerCredentials caller, app::Mutation mutation, OrderId id,
                         Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    getOrder(kEvent, std::move(caller), id, [reply](auto order) {
        if (order) order->view.moveAccepted = true;
        reply(std::move(order));
    });
}

void FakeApp::getDisruption(EventId event, Reply<app::DisruptionAnswer> reply) {
    const std::lock_guard lock(mutex_);
    app::DisruptionAnswer answer{event, terms_.currency, {}, {}};
    answer.disruption = {
        engine::DisruptionKind::Cancelled, 1, serverTime(), {}, {}, false, 3, {}, "Ill."};
    answer.progress = {1, 0, {1, Money{2500}}, {2, Money{5000}}, {}};
    reply(std::move(answer));
}

}  // namespace tessera::api::test
