// SPDX-License-Identifier: Apache-2.0
// Answers that are early, stale, untrue or given twice, and effects that nobody asked for.
#include <algorithm>
#include <utility>

#include "tests/simulation/audit/plants.h"

namespace tessera::simulation {
namespace {

using app::OrderAnswer;
using app::Problem;
using app::ReservationAnswer;
using engine::OrderState;
using engine::ReservationState;

void swapSteps(History& h, const std::string& a, const std::string& b) {
    std::swap(h.steps[h.at(a)].what, h.steps[h.at(b)].what);
    std::swap(h.steps[h.at(a)].label, h.steps[h.at(b)].label);
}

std::vector<Plant> earlyOrLost() {
    return {
        {"an answer before its commit", Check::S2, "before request",
         [](History& h) { swapSteps(h, "commit hold A", "said hold A"); }},
        {"an order before its commit", Check::S2, "not committed",
         [](History& h) { swapSteps(h, "commit checkout A", "said checkout A"); }},
        {"an answer that is never committed", Check::S2, "before request",
         [](History& h) { changesOf(h, "commit hold D") = {}; }},
        {"a cancel that is never committed", Check::S2, "said to be cancelled",
         [](History& h) { changesOf(h, "commit cancel D") = {}; }},
        {"an allocation that is never committed", Check::S2, "allocation",
         [](History& h) { changesOf(h, "commit allocate") = {}; }},
        {"a closed sale that is never committed", Check::S2, "the sale is",
         [](History& h) { changesOf(h, "commit close") = {}; }},
        {"another code than was made", Check::S2, "code",
         [](History& h) { ++toldIn<std::int64_t>(h, "code"); }},
        {"an order told ahead of its commit", Check::S2, "ahead of any commit",
         [](History& h) { toldIn<OrderAnswer>(h, "order A").view.state = OrderState::Allocated; }},
        {"a hold told ahead of its commit", Check::S2, "ahead of any commit",
         [](History& h) {
             toldIn<ReservationAnswer>(h, "read A").view.state = ReservationState::Paying;
         }},
        {"something to pay with before its id is committed", Check::S2, "to pay",
         [](History& h) {
             toldIn<OrderAnswer>(h, "checkout A").payment =
                 app::PaymentInstructions{"paysim", "pi_1", "secret", "", ""};
         }},
        {"a ticket that is not there", Check::S2, "is not committed",
         [](History& h) {
             toldIn<app::TicketsAnswer>(h, "tickets A").tickets[0].row.id = TicketId{5};
         }},
        {"a ticket's code before it is active", Check::S3, "a code",
         [](History& h) {
             toldIn<app::TicketsAnswer>(h, "tickets A").tickets[0].row.state =
                 engine::TicketState::Inactive;
         }},
    };
}

std::vector<Plant> untrue() {
    return {
        {"a free seat is said to be taken", Check::S3, "SEAT_UNAVAILABLE",
         [](History& h) {
             toldIn<Problem>(h, "refused B").metadata = {{"seat_nos", "2"}};
         }},
        {"a taken seat is left out", Check::S3, "SEAT_UNAVAILABLE",
         [](History& h) {
             toldIn<Problem>(h, "refused B").metadata = {{"seat_nos", "7"}};
         }},
        {"an area is said to be full", Check::S3, "AREA_FULL",
         [](History& h) {
             auto& asked = std::get<AskHold>(h.get<Asked>("area full").question);
             std::get<engine::AreaSelection>(asked.command.selection).counts[0].count = 1;
         }},
        {"seats side by side are said not to be", Check::S3, "NO_SUITABLE_SEATS",
         [](History& h) {
             auto& asked = std::get<AskHold>(h.get<Asked>("not together").question);
             std::get<engine::BestSelection>(asked.command.selection).counts[0].count = 2;
         }},
        {"an open sale is said to be closed", Check::S3, "SALE_CLOSED",
         [](History& h) { refuse(h, "blocked", "SALE_CLOSED"); }},
        {"an open sale is said not to have begun", Check::S3, "SALE_NOT_OPEN",
         [](History& h) { refuse(h, "blocked", "SALE_NOT_OPEN"); }},
        {"a code is said to be unknown", Check::S3, "CODE_UNKNOWN",
         [](History& h) { refuse(h, "hold F", "CODE_UNKNOWN"); }},
        {"a code is said to be used up", Check::S3, "CODE_USED_UP",
         [](History& h) {
             changesOf(h, "commit code").codes[0].usesMax = 5;
             refuse(h, "hold F", "CODE_USED_UP");
             changesOf(h, "commit hold F") = {};
         }},
        {"a buyer's limit that is not there", Check::S3, "BUYER_LIMIT",
         [](History& h) { refuse(h, "refused B", "BUYER_LIMIT"); }},
        {"a live hold is said to have expired", Check::S3, "RESERVATION_EXPIRED",
         [](History& h) { refuse(h, "checkout A", "RESERVATION_EXPIRED"); }},
        {"a live hold is said to be released", Check::S3, "RESERVATION_RELEASED",
         [](History& h) { refuse(h, "checkout C", "RESERVATION_RELEASED"); }},
        {"an expired hold is said to be checked out", Check::S3, "RESERVATION_CHECKED_OUT",
         [](History& h) { refuse(h, "too late B", "RESERVATION_CHECKED_OUT"); }},
        {"a hold that is there is not found", Check::S3, "RESERVATION_NOT_FOUND",
         [](History& h) { refuse(h, "read A again", "RESERVATION_NOT_FOUND"); }},
        {"an order that is there is not found", Check::S3, "ORDER_NOT_FOUND",
         [](History& h) { refuse(h, "order A", "ORDER_NOT_FOUND"); }},
        {"one's own hold is said to be another's", Check::S3, "HOLDER_TOKEN_INVALID",
         [](History& h) { refuse(h, "read A", "HOLDER_TOKEN_INVALID"); }},
        {"a paying order is said to be settled", Check::S3, "ORDER_NOT_CANCELLABLE",
         [](History& h) { refuse(h, "cancel C", "ORDER_NOT_CANCELLABLE"); }},
        {"a request is said to be ahead", Check::S3, "REQUEST_ID_AHEAD",
         [](History& h) { refuse(h, "hold D", "REQUEST_ID_AHEAD"); }},
        {"an orphan where the rule does not hold", Check::S3, "ORPHAN_SEAT",
         [](History& h) { refuse(h, "refused B", "ORPHAN_SEAT"); }},
        {"an orphan in the middle of free seats", Check::S3, "ORPHAN_SEAT",
         [](History& h) {
             h.terms.noOrphans = true;
             auto& asked = std::get<AskHold>(h.get<Asked>("hold D").question);
             std::get<engine::SeatSelection>(asked.command.selection).picks = {{SeatNo{9}, {}}};
             refuse(h, "hold D", "ORPHAN_SEAT");
             toldIn<Problem>(h, "hold D").metadata = {{"seat_nos", "9"}};
         }},
        {"a fault of the server", Check::S3, "INTERNAL_FAULT",
         [](History& h) { refuse(h, "read A", "INTERNAL_FAULT"); }},
        {"a reason that the contract does not have", Check::S3, "the contract",
         [](History& h) { refuse(h, "read A", "NO_IDEA"); }},
    };
}

std::vector<Plant> staleOrUnasked() {
    return {
        {"a read goes back", Check::S3, "not so since the question",
         [](History& h) {
             const auto before = toldIn<ReservationAnswer>(h, "read A");
             toldIn<ReservationAnswer>(h, "read A again") = before;
         }},
        {"an order told at its end lives again", Check::S3, "had been told its end",
         [](History& h) {
             auto paid = toldIn<OrderAnswer>(h, "order A paid");
             paid.view.state = OrderState::Allocated;
             h.get<Asked>("tickets A").question = AskOrder{paid.view.id};
             h.get<Answered>("said tickets A").said = paid;
         }},
        {"another total is told", Check::S3, "total",
         [](History& h) { ++toldIn<ReservationAnswer>(h, "read A").view.quote.total.minor; }},
        {"another order is told", Check::S3, "did not ask",
         [](History& h) { h.get<Asked>("order A").question = AskOrder{OrderId{5}}; }},
        {"one call is answered twice", Check::S3, "answered twice",
         [](History& h) { insertAfter(h, "said hold A", h.get<Answered>("said hold A")); }},
        {"a hold that nobody asked for", Check::S3, "nobody asked for it",
         [](History& h) {
             erase(h, "hold D");
             erase(h, "said hold D");
         }},
        {"a cancel that nobody asked for", Check::S3, "was cancelled and nobody asked",
         [](History& h) {
             erase(h, "cancel D");
             erase(h, "said cancel D");
         }},
        {"an order that nobody asked for", Check::S3, "was opened and nobody asked",
         [](History& h) {
             erase(h, "checkout A");
             erase(h, "said checkout A");
         }},
        {"other seats than were asked for", Check::S3, "other places",
         [](History& h) {
             auto& asked = std::get<AskHold>(h.get<Asked>("hold D").question);
             std::get<engine::SeatSelection>(asked.command.selection).picks[1].seat = SeatNo{5};
         }},
        {"a blocked seat without its code", Check::S3, "of allocation",
         [](History& h) { changesOf(h, "commit hold F").reservations[0].code = {}; }},
        {"a sale before it has begun", Check::S3, "do not sell then",
         [](History& h) { h.terms.opensAt = Instant::never(); }},
        {"a code is used more often than it may", Check::S3, "uses of",
         [](History& h) { changesOf(h, "commit hold F").codeUses[0].delta = 2; }},
    };
}

std::vector<Plant> retried() {
    return {
        {"a retry acts twice", Check::S7, "had acted before",
         [](History& h) {
             auto again = changesOf(h, "commit hold G").reservations[0];
             again.id = ReservationId{again.id.value + 1};
             again.seats = {{SeatNo{5}, {}}};
             changesOf(h, "commit retry G").reservations.push_back(again);
         }},
        {"a retry is told of another hold", Check::S7, "was told of",
         [](History& h) {
             toldIn<ReservationAnswer>(h, "retry G") = toldIn<ReservationAnswer>(h, "hold D");
         }},
        {"a reused id is answered", Check::S7, "reused with another body",
         [](History& h) {
             h.get<Answered>("said reuse G").said = h.get<Answered>("said hold G").said;
         }},
        {"a retry is said to be a reuse", Check::S7, "REQUEST_ID_REUSED",
         [](History& h) { refuse(h, "retry G", "REQUEST_ID_REUSED"); }},
        {"an order without its request", Check::S7, "without its request",
         [](History& h) { changesOf(h, "commit checkout A").requests.clear(); }},
        {"a request is written twice", Check::S7, "acted twice",
         [](History& h) {
             const auto row = changesOf(h, "commit checkout A").requests[0];
             changesOf(h, "commit read A again").requests.push_back(row);
         }},
    };
}

}  // namespace

std::vector<Plant> plantsOfAnswers() {
    std::vector<Plant> all = earlyOrLost();
    std::ranges::move(untrue(), std::back_inserter(all));
    std::ranges::move(staleOrUnasked(), std::back_inserter(all));
    std::ranges::move(retried(), std::back_inserter(all));
    return all;
}

}  // namespace tessera::simulation
