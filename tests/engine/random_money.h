// SPDX-License-Identifier: Apache-2.0
// Commands about money at random, from what the rows and the provider know: how orders are paid,
// what is returned, what staff settles, and what comes late. Deterministic by seed.
#pragma once

#include <iterator>
#include <optional>
#include <random>

#include "server/engine/commands.h"
#include "tests/engine/hall.h"
#include "tests/engine/random_provider.h"
#include "tests/engine/shadow_rows.h"

namespace tessera::engine {

class RandomMoney {
public:
    RandomMoney(std::mt19937& random, ShadowRows& rows, RandomProvider& provider)
        : random_(random), rows_(rows), provider_(provider) {}

    TenderChoice tender() {
        TenderChoice choice;
        const int kind = upTo(19);
        if (kind >= 10) choice.provider = ProviderKind::Adyen;
        if (kind >= 13) {
            choice.kind = TenderKind::GiftCard;
            choice.provider = ProviderKind::GiftCard;
            choice.payload = "card-" + std::to_string(upTo(9));
        }
        if (kind >= 16) {
            choice.kind = kind == 16 ? TenderKind::Invoice : TenderKind::Cash;
            choice.provider = ProviderKind::House;
            choice.payload.clear();
        }
        if (kind == 19) {
            choice.kind = TenderKind::Reader;
            choice.provider = ProviderKind::Stripe;
            choice.payload = "tmr_1";
        }
        if (upTo(2) == 0) choice.amount = Money{1 + upTo(6000)};
        return choice;
    }

    // Nothing where there is nothing of that kind.
    std::optional<Command> any() {
        switch (upTo(11)) {
            case 0:
            case 1:
                return addTender();
            case 2:
                return confirm();
            case 3:
                return giveBack();
            case 4:
                return settle();
            case 5:
                return refundFailsLate();
            case 6:
            case 7:
            case 8:
                return exchange();
            case 9:
            case 10:
                return handOn();
            default:
                return paysLate();
        }
    }

    std::optional<Command> settle() {
        for (const auto& [id, row] : rows_.refunds) {
            const bool ofHouse = rows_.attempts.at(row.attempt).provider == ProviderKind::House;
            const bool open =
                row.state == RefundState::Manual || (row.state == RefundState::Pending && ofHouse);
            if (!open || (upTo(1) == 0 && !everything)) continue;
            // By hand: the provider has it from now on.
            if (!ofHouse) provider_.objects.at(row.attempt).refunded += row.amount;
            return SettleRefund{row.order, id, "by hand", rows_.record(row.order)};
        }
        return std::nullopt;
    }

    // What reconciliation finds: the provider has money that we do not know of.
    std::optional<Command> reconcile() {
        for (const auto& [attempt, object] : provider_.objects) {
            const AttemptRow& row = rows_.attempts.at(attempt);
            const bool over =
                row.state == AttemptState::Voided || row.state == AttemptState::Failed;
            const bool money = object.state == ObjectState::RequiresCapture ||
                               object.state == ObjectState::Succeeded;
            const OrderState state = rows_.orders.at(row.order).state;
            const bool rests = state == OrderState::Paid || state == OrderState::Released ||
                               state == OrderState::Manual || state == OrderState::Compensating;
            if (!over || !money || !rests) continue;
            return RecordStray{attempt,
                               provider_.tell(attempt, AnswerKind::Definitive),
                               {},
                               rows_.record(row.order)};
        }
        return std::nullopt;
    }

    bool everything = false;  // settle() takes the first.

private:
    int upTo(int most) { return between(random_, 0, most); }
    static Caller staff() { return {buyer(99), Channel::BoxOffice, true}; }

    template <class Map>
    typename Map::const_iterator late(const Map& map, int among) {
        auto at = map.end();
        for (int i = 1 + upTo(among); i > 0 && at != map.begin(); --i) --at;
        return at;
    }

    std::optional<Command> addTender() {
        if (rows_.orders.empty()) return std::nullopt;
        return AddTender{late(rows_.orders, 20)->first, staff(), tender()};
    }

    std::optional<Command> confirm() {
        if (rows_.attempts.empty()) return std::nullopt;
        const AttemptRow& row = late(rows_.attempts, 20)->second;
        return ConfirmPayment{row.order, row.id, staff(), "payload"};
    }

    std::optional<Command> giveBack() {
        if (rows_.orders.empty()) return std::nullopt;
        RefundTickets command;
        command.order = late(rows_.orders, 60)->first;
        command.caller = staff();
        command.reason = RefundReason::Staff;
        command.keepFee = upTo(1) == 0;
        command.record = rows_.record(command.order);
        for (const TicketRow& row : command.record->tickets) {
            if (row.state == TicketState::Active && upTo(2) > 0) command.tickets.push_back(row.id);
        }
        return command;
    }

    std::optional<Command> exchange() {
        if (rows_.orders.empty() || rows_.reservations.empty()) return std::nullopt;
        ExchangeTickets command;
        command.order = late(rows_.orders, 60)->first;
        command.caller = command.taker = staff();
        command.tender = tender();
        command.record = rows_.record(command.order);
        for (const TicketRow& row : command.record->tickets) {
            if (row.state == TicketState::Active && upTo(2) > 0) command.tickets.push_back(row.id);
        }
        auto held = late(rows_.reservations, 20);
        for (int i = 0; i < 30 && held != rows_.reservations.begin(); ++i) {
            if (held->second.state == ReservationState::Held) break;
            --held;
        }
        command.reservation = held->first;
        return command;
    }

    // An offer, or what becomes of one.
    std::optional<Command> handOn() {
        if (rows_.orders.empty()) return std::nullopt;
        const OrderId order = late(rows_.orders, 60)->first;
        const auto record = rows_.record(order);
        for (const TicketRow& row : record->tickets) {
            if (!row.offer || row.state != TicketState::Active) continue;
            if (upTo(1) == 0) return CancelTransfer{order, row.offer.value, staff(), record};
            return AcceptTransfer{order, row.offer.value, "N", "n@x", record};
        }
        OfferTransfer command{order, {}, staff(), record};
        for (const TicketRow& row : record->tickets) {
            if (row.state == TicketState::Active && upTo(1) > 0) command.tickets.push_back(row.id);
        }
        return command;
    }

    std::optional<Command> refundFailsLate() {
        for (const auto& [id, refund] : provider_.refunds) {
            if (refund.standing != RefundStanding::Succeeded || upTo(3) > 0) continue;
            const RefundRow& row = rows_.refunds.at(id);
            if (row.state != RefundState::Succeeded) continue;
            provider_.failLate(id);
            ProviderAnswer answer = provider_.tell(row.attempt, AnswerKind::Definitive);
            answer.refund = RefundStanding::Failed;
            return RecordStray{row.attempt, answer, id, rows_.record(row.order)};
        }
        return std::nullopt;
    }

    // Of a provider that cannot be fenced.
    std::optional<Command> paysLate() {
        if (provider_.objects.empty()) return std::nullopt;
        const auto found = provider_.objects.find(late(provider_.objects, 60)->first);
        auto& [attempt, object] = *found;
        const bool over = object.state == ObjectState::Canceled;
        if (!over || object.provider != ProviderKind::Adyen) return std::nullopt;
        object.state = upTo(1) == 0 ? ObjectState::RequiresCapture : ObjectState::Succeeded;
        if (object.state == ObjectState::Succeeded) object.captured = object.amount;
        const OrderId order = rows_.attempts.at(attempt).order;
        return RecordStray{
            attempt, provider_.tell(attempt, AnswerKind::Definitive), {}, rows_.record(order)};
    }

    std::mt19937& random_;
    ShadowRows& rows_;
    RandomProvider& provider_;
};

}  // namespace tessera::engine
