// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/batch_statements.h"

namespace tessera::simulation {
namespace {

class Orders : BatchStatements {
public:
    Orders(EventRows& rows, const engine::Changes& changes, Undo& undo)
        : BatchStatements(rows, changes, undo) {}

    StatementFault run() {
        for (const auto statement :
             {&Orders::orders, &Orders::orderUpdates, &Orders::tenders, &Orders::ticketUpdates,
              &Orders::tickets, &Orders::attempts, &Orders::attemptUpdates, &Orders::refunds,
              &Orders::refundUpdates, &Orders::outboxClosed, &Orders::outbox, &Orders::ledger}) {
            if (const StatementFault fault = (this->*statement)()) return fault;
        }
        return kFine;
    }

private:
    StatementFault orders() {
        for (const engine::OrderRow& row : changes_.orders) {
            const bool sound =
                row.total.minor >= 0 &&
                isWithin(row.state, engine::OrderState::Paying, engine::OrderState::Manual);
            if (!sound) return kCheck;
            if (const StatementFault fault = insert(rows_.orders, row.id, {row, "", 0, 0}))
                return fault;
            if (row.state != engine::OrderState::Released) index(rows_.open, row.id);
        }
        return kFine;
    }

    StatementFault tenders() {
        for (const engine::TenderRow& row : changes_.tenders) {
            const bool sound = row.amount.minor > 0 && isWithin(row.kind, engine::TenderKind::Card,
                                                                engine::TenderKind::Reader);
            if (!sound) return kCheck;
            if (const StatementFault fault = insert(rows_.tenders, row.id, row)) return fault;
            index(rows_.tendersOf, {row.order, row.id});
        }
        return kFine;
    }

    StatementFault orderUpdates() {
        Touched<OrderId> touched;
        for (const engine::OrderUpdate& update : changes_.orderUpdates) {
            auto* order = expected(rows_.orders, update.id, update.from,
                                   [](const auto& o) { return o.row.state; });
            if (!touched.isFirst(update.id) || order == nullptr) continue;
            if (!isWithin(update.to, engine::OrderState::Paying, engine::OrderState::Manual)) {
                return kCheck;
            }
            undo_.changing(*order);
            order->row.state = update.to;
            order->row.payDeadline = update.payDeadline;
            order->version = update.version;
            if (update.acceptedMove != 0) order->acceptedMove = update.acceptedMove;
            if (!update.evidence.empty()) order->evidence = update.evidence;
            if (update.to == engine::OrderState::Released) {
                unindex(rows_.open, update.id);
            } else {
                index(rows_.open, update.id);
            }
            ++touched.changed;
        }
        return touched.expects(changes_.orderUpdates.size());
    }

    StatementFault attempts() {
        for (const engine::AttemptRow& row : changes_.attempts) {
            const bool sound =
                row.amount.minor > 0 &&
                isWithin(row.state, engine::AttemptState::Opening, engine::AttemptState::Refunded);
            if (!sound) return kCheck;
            engine::AttemptUpdate facts;
            facts.id = row.id;
            facts.order = row.order;
            facts.from = facts.to = row.state;
            if (const StatementFault fault = insert(rows_.attempts, row.id, {row, facts}))
                return fault;
            index(rows_.attemptsOf, {row.order, row.id});
        }
        return kFine;
    }

    StatementFault attemptUpdates() {
        Touched<AttemptId> touched;
        for (const engine::AttemptUpdate& update : changes_.attemptUpdates) {
            auto* attempt = expected(rows_.attempts, update.id, update.from,
                                     [](const auto& a) { return a.row.state; });
            if (!touched.isFirst(update.id) || attempt == nullptr) continue;
            const bool sound = isWithin(update.to, engine::AttemptState::Opening,
                                        engine::AttemptState::Refunded) &&
                               update.authorized.minor >= 0 && update.captured.minor >= 0 &&
                               update.refunded.minor >= 0 && update.refunded <= update.captured;
            if (!sound) return kCheck;
            undo_.changing(*attempt);
            const OrderId order = attempt->row.order;
            attempt->row.state = update.to;
            attempt->facts = update;
            attempt->facts.order = order;
            attempt->facts.from = update.to;
            ++touched.changed;
        }
        return touched.expects(changes_.attemptUpdates.size());
    }

    StatementFault seatTicket(const engine::TicketRow& ticket) {
        if (!ticket.seat || ticket.state == engine::TicketState::Void) return kFine;
        return insert(rows_.ticketOfSeat, *ticket.seat, ticket.id);
    }

    StatementFault ticketUpdates() {
        Touched<TicketId> touched;
        for (const engine::TicketUpdate& update : changes_.ticketUpdates) {
            auto* row = expected(rows_.tickets, update.id, update.from,
                                 [](const auto& t) { return t.state; });
            if (!touched.isFirst(update.id) || row == nullptr) continue;
            if (!isWithin(update.to, engine::TicketState::Inactive, engine::TicketState::Void)) {
                return kCheck;
            }
            const bool wasVoid = row->state == engine::TicketState::Void;
            const bool isVoid = update.to == engine::TicketState::Void;
            undo_.changing(*row);
            row->state = update.to;
            if (update.refund) row->refund = update.refund;
            row->exchange = update.exchange;
            row->offer = update.offer;
            row->offerUntil = update.offerUntil;
            if (isVoid && !wasVoid && row->seat) {
                undo_.erasing(rows_.ticketOfSeat, {*row->seat, row->id});
                rows_.ticketOfSeat.erase(*row->seat);
            } else if (wasVoid && !isVoid) {
                if (const StatementFault fault = seatTicket(*row)) return fault;
            }
            ++touched.changed;
        }
        return touched.expects(changes_.ticketUpdates.size());
    }

    StatementFault tickets() {
        for (const engine::TicketRow& row : changes_.tickets) {
            const bool sound =
                row.seat.has_value() != row.area.has_value() &&
                isWithin(row.state, engine::TicketState::Inactive, engine::TicketState::Void);
            if (!sound) return kCheck;
            if (const StatementFault fault = insert(rows_.tickets, row.id, row)) return fault;
            if (const StatementFault fault = seatTicket(row)) return fault;
            index(rows_.ticketsOf, {row.order, row.id});
        }
        return kFine;
    }

    StatementFault refunds() {
        for (const engine::RefundRow& row : changes_.refunds) {
            const bool sound =
                row.amount.minor >= 0 && row.retained.minor >= 0 &&
                isWithin(row.reason, engine::RefundReason::Compensation,
                         engine::RefundReason::Late) &&
                isWithin(row.state, engine::RefundState::Queued, engine::RefundState::Manual);
            if (!sound) return kCheck;
            engine::RefundUpdate facts;
            facts.id = row.id;
            facts.order = row.order;
            facts.from = facts.to = row.state;
            if (const StatementFault fault = insert(rows_.refunds, row.id, {row, facts}))
                return fault;
            index(rows_.refundsOf, {row.order, row.id});
        }
        return kFine;
    }

    StatementFault refundUpdates() {
        Touched<RefundId> touched;
        for (const engine::RefundUpdate& update : changes_.refundUpdates) {
            auto* refund = expected(rows_.refunds, update.id, update.from,
                                    [](const auto& r) { return r.row.state; });
            if (!touched.isFirst(update.id) || refund == nullptr) continue;
            const bool sound =
                update.attemptTry >= 1 &&
                isWithin(update.to, engine::RefundState::Queued, engine::RefundState::Manual);
            if (!sound) return kCheck;
            undo_.changing(*refund);
            const OrderId order = refund->row.order;
            refund->row.state = update.to;
            refund->facts = update;
            refund->facts.order = order;
            refund->facts.from = update.to;
            ++touched.changed;
        }
        return touched.expects(changes_.refundUpdates.size());
    }

    StatementFault outboxClosed() {
        for (const OutboxSeq seq : changes_.outboxClosed) {
            const auto found = rows_.outbox.find(seq);
            if (found == rows_.outbox.end()) return kNotAsExpected;
            undo_.erasing(rows_.outbox, *found);
            rows_.outbox.erase(found);
        }
        return kFine;
    }

    StatementFault outbox() {
        for (const engine::OutboxRow& row : changes_.outbox) {
            const bool sound = isWithin(row.operation, engine::Operation::Create,
                                        engine::Operation::RetrieveRefund) &&
                               row.attemptTry >= 1 && row.failures >= 0;
            if (!sound) return kCheck;
            if (const StatementFault fault = insert(rows_.outbox, row.seq, row)) return fault;
        }
        return kFine;
    }

    StatementFault ledger() {
        Money sum;
        for (const engine::LedgerEntry& entry : changes_.ledger) sum += entry.amount;
        if (sum.minor != 0) return kNotAsExpected;
        for (const engine::LedgerEntry& entry : changes_.ledger) {
            const bool sound =
                isWithin(entry.account, engine::Account::Provider, engine::Account::Suspense);
            if (!sound) return kCheck;
            if (const StatementFault fault = insert(rows_.ledger, entry.id, entry)) return fault;
        }
        return kFine;
    }
};

}  // namespace

StatementFault writeOrders(EventRows& rows, const engine::Changes& changes, Undo& undo) {
    return Orders(rows, changes, undo).run();
}

}  // namespace tessera::simulation
