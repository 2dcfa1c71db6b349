// SPDX-License-Identifier: Apache-2.0
#include "server/app/event_trail.h"

#include <array>
#include <string>
#include <variant>

#include "server/app/trail_words.h"
#include "shared/base/check.h"

namespace tessera::app {
namespace {

// In the order of engine::Command; empty: no deed of staff.
constexpr std::array<std::string_view, std::variant_size_v<engine::Command>> kActions{
    "create_reservation",
    "",
    "cancel_reservation",
    "checkout",
    "",
    "",
    "",
    "update_event",
    "set_allocation",
    "create_code",
    "add_tender",
    "confirm_payment",
    "refund_tickets",
    "settle_refund",
    "",
    "cancel_event",
    "move_event",
    "accept_move",
    "",
    "exchange_tickets",
    "offer_transfer",
    "accept_transfer",
    "cancel_transfer",
    "reprice_reservation",
    "",
    "set_order_note",
    "hand_out_tickets",
    "note_print",
    "erase_person",
    "resend_mail",
    "update_code",
    ""};

// The order or reservation that it was about.
std::int64_t subjectOf(const engine::Command& command, const engine::Outcome& outcome) {
    if (const auto* held = std::get_if<engine::ReservationView>(&outcome.view)) {
        return held->id.value;
    }
    if (const auto* c = std::get_if<engine::CancelReservation>(&command)) {
        return c->reservation.value;
    }
    // What is given up, not what is got for it.
    if (const auto* c = std::get_if<engine::ExchangeTickets>(&command)) return c->order.value;
    if (const auto* order = std::get_if<engine::OrderView>(&outcome.view)) return order->id.value;
    return std::visit(
        [](const auto& c) -> std::int64_t {
            if constexpr (requires { c.order; }) return c.order.value;
            return 0;
        },
        command);
}

// What a sale is for, what a tender brings, what goes back.
Money amountOf(const engine::Command& command, const engine::Outcome& outcome,
               const engine::Changes& changes) {
    if (std::holds_alternative<engine::RepriceReservation>(command)) return outcome.givenAway;
    if (const auto* held = std::get_if<engine::ReservationView>(&outcome.view)) {
        return std::holds_alternative<engine::HoldSeats>(command) ? held->quote.total : Money{};
    }
    if (std::holds_alternative<engine::Checkout>(command)) {
        const auto* order = std::get_if<engine::OrderView>(&outcome.view);
        return order != nullptr ? order->total : Money{};
    }
    if (const auto* c = std::get_if<engine::AddTender>(&command)) {
        Money amount;
        for (const engine::TenderRow& row : changes.tenders) {
            if (row.order == c->order) amount = row.amount;
        }
        return amount;
    }
    return outcome.back;
}

Problem refusedFor(std::string_view reason, std::string_view message) {
    return {ProblemKind::PermissionDenied, std::string(reason), std::string(message), {}, {}};
}

bool usesApproval(const Deed& deed, const engine::Outcome& outcome) {
    return deed.approval && (!deed.approval->ofMoneyBack || outcome.back.minor > 0);
}

}  // namespace

std::string_view actionOf(const engine::Command& command) {
    const auto* change = std::get_if<engine::ChangeTerms>(&command);
    if (change != nullptr && change->document.empty()) {
        return change->terms.sale == engine::SaleState::Open ? "open_sale" : "close_sale";
    }
    return kActions[command.index()];
}

store::TrailRow rowOf(EventId event, const Deed& deed, const engine::Command& command,
                      const engine::Outcome& outcome, const engine::Changes& changes, Instant now) {
    store::TrailRow row;
    row.event = event;
    row.at = now;
    row.by = deed.by;
    row.device = deed.device;
    if (usesApproval(deed, outcome)) {
        row.approval = deed.approval->id;
        row.approvedBy = deed.approval->by;
    }
    row.action = actionOf(command);
    TESSERA_CHECK(!row.action.empty());
    row.subject = subjectOf(command, outcome);
    row.amount = amountOf(command, outcome, changes);
    row.reason = whatWasDone(command, outcome, changes);
    return row;
}

EventTrail::EventTrail(EventId event, store::TrailEnd end,
                       const std::vector<store::TakenOver::UsedApproval>& used,
                       std::size_t approvalsMax)
    : event_(event), approvalsMax_(approvalsMax), end_(end) {
    // Given at the latest when it was used.
    for (const auto& each : used) use(each.id, each.at + store::kApprovalsRemembered);
}

void EventTrail::use(ApprovalId id, Instant until) {
    if (used_.insert(id).second) byEnd_.emplace(until, id);
}

std::optional<Problem> EventTrail::judge(const Deed& deed, Instant now) {
    if (!deed.approval) return std::nullopt;
    const GivenApproval& given = *deed.approval;
    if (now >= given.until) {
        return refusedFor("APPROVAL_OVER", "The approval is over: ask for another.");
    }
    if (used_.contains(given.id)) {
        return refusedFor("APPROVAL_USED", "The approval was used: ask for another.");
    }
    // Those that are over are refused without being remembered.
    while (!byEnd_.empty() && byEnd_.begin()->first <= now) {
        used_.erase(byEnd_.begin()->second);
        byEnd_.erase(byEnd_.begin());
    }
    if (used_.size() < approvalsMax_) return std::nullopt;
    return busy("As many approvals were used of late as can be remembered.");
}

store::TrailRow EventTrail::add(const Deed& deed, const engine::Command& command,
                                const engine::Outcome& outcome, const engine::Changes& changes,
                                Instant now) {
    store::TrailRow row = rowOf(event_, deed, command, outcome, changes, now);
    chain(row, end_);
    end_ = {row.number, row.hash};
    if (row.approval) use(row.approval, deed.approval->until);
    return row;
}

}  // namespace tessera::app
