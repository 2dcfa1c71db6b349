// SPDX-License-Identifier: Apache-2.0
// Of orders at rest: whether money, tickets, seats and ledger agree, from the rows and from what
// the provider itself says. Tells the first disagreement; pure.
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "tests/engine/random_provider.h"
#include "tests/engine/shadow_rows.h"

namespace tessera::engine {

class MoneyAudit {
public:
    MoneyAudit(const ShadowRows& rows, const RandomProvider& provider)
        : rows_(rows), provider_(provider) {
        for (const auto& [id, attempt] : rows.attempts) addAttempt(id, attempt);
        for (const auto& [id, refund] : rows.refunds) addRefund(refund);
        for (const auto& [id, ticket] : rows.tickets) {
            if (ticket.state == TicketState::Active) orders_[ticket.order].active += ticket.price;
        }
        for (const LedgerEntry& entry : rows.ledger) {
            orders_[entry.order].ledger[entry.account] += entry.amount;
        }
    }

    // Empty if all agree.
    std::string run() const {
        for (const auto& [id, row] : rows_.orders) {
            const auto found = orders_.find(id);
            const std::string fault = found == orders_.end() ? "" : judge(row, found->second);
            if (!fault.empty()) {
                return "order " + std::to_string(id.value) + " in state " +
                       std::to_string(static_cast<int>(row.state)) + ": " + fault;
            }
        }
        return judgeSeats();
    }

private:
    struct Sums {
        std::map<Account, Money> taken;  // And not given back, as those say who have it.
        std::map<Account, Money> ledger;
        Money all;
        Money active;
        Money retained;
        Money moved;   // To another order,
        Money passed;  // and given back for it.
        bool authorized = false;
        bool refunding = false;
        int capturedOf = 0;  // Captured attempts of one tender, at most.
    };

    Account accountOf(const AttemptRow& attempt) const {
        switch (rows_.tenders.at(attempt.tender).kind) {
            case TenderKind::Cash:
                return Account::Cash;
            case TenderKind::Invoice:
                return Account::Receivable;
            case TenderKind::GiftCard:
                return Account::GiftCards;
            case TenderKind::Exchange:
                return Account::Suspense;
            default:
                return Account::Provider;
        }
    }

    void addAttempt(AttemptId id, const AttemptRow& attempt) {
        Sums& sums = orders_[attempt.order];
        Money net;
        const auto object = provider_.objects.find(id);
        const auto fact = rows_.facts.find(id);
        if (object != provider_.objects.end()) {
            net = object->second.captured - object->second.refunded;
            sums.authorized =
                sums.authorized || object->second.state == ObjectState::RequiresCapture;
        } else if (attempt.provider == ProviderKind::House && fact != rows_.facts.end()) {
            net = fact->second.captured - fact->second.refunded;
        }
        if (net.minor > 0) sums.capturedOf = std::max(sums.capturedOf, ++captured_[attempt.tender]);
        sums.taken[accountOf(attempt)] += net;
        sums.all += net;
    }

    void addRefund(const RefundRow& refund) {
        Sums& sums = orders_[refund.order];
        const bool exchanged = refund.reason == RefundReason::Exchanged;
        (exchanged ? sums.moved : sums.retained) += refund.retained;
        // Of tickets that these were exchanged for: theirs is the group.
        if (rows_.refunds.at(refund.group).order != refund.order) sums.passed += refund.amount;
        sums.refunding = sums.refunding || refund.state != RefundState::Succeeded;
    }

    static Money at(const std::map<Account, Money>& of, Account account) {
        const auto found = of.find(account);
        return found == of.end() ? Money{} : found->second;
    }

    static std::string judge(const OrderRow& row, const Sums& sums) {
        if (sums.all - sums.retained - sums.moved + sums.passed != sums.active) {
            return "taken and kept is not the price of active tickets";
        }
        if (sums.authorized) return "something is left authorized";
        if (sums.refunding) return "a refund is not at its end";
        if (sums.capturedOf > 1) return "two captured attempts of one tender";
        if (row.state != OrderState::Paid && sums.active.minor != 0) return "tickets without money";
        for (const Account account :
             {Account::Provider, Account::Cash, Account::Receivable, Account::GiftCards}) {
            if (at(sums.ledger, account) != at(sums.taken, account)) {
                return "account " + std::to_string(static_cast<int>(account));
            }
        }
        if (at(sums.ledger, Account::Sales) != -sums.active) return "sales";
        if (at(sums.ledger, Account::Retained) != -sums.retained) return "retained";
        const Money suspended = at(sums.taken, Account::Suspense) - sums.moved + sums.passed;
        if (at(sums.ledger, Account::Suspense) != suspended) return "suspense";
        return "";
    }

    std::string judgeSeats() const {
        std::map<SeatNo, int> sold;
        for (const auto& [id, ticket] : rows_.tickets) {
            if (ticket.state != TicketState::Active || !ticket.seat) continue;
            const SeatState& seat = rows_.seats.at(static_cast<std::size_t>(ticket.seat->value));
            const bool holds = seat.status == SeatStatus::Sold && seat.holder == id.value;
            if (!holds || ++sold[*ticket.seat] > 1) {
                return "seat " + std::to_string(ticket.seat->value);
            }
        }
        std::size_t all = 0;
        for (const SeatState& seat : rows_.seats) all += seat.status == SeatStatus::Sold;
        return all == sold.size() ? "" : "a sold seat without an active ticket";
    }

    const ShadowRows& rows_;
    const RandomProvider& provider_;
    std::map<OrderId, Sums> orders_;
    std::map<TenderId, int> captured_;
};

}  // namespace tessera::engine
