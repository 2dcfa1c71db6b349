// SPDX-License-Identifier: Apache-2.0
// Holds that something should have refused, and requests whose effect is told or written wrongly.
#include "tests/simulation/audit/plants.h"

namespace tessera::simulation {
namespace {

void refuseSeats(History& h, const std::string& label, const std::string& seats) {
    refuse(h, label, "SEAT_UNAVAILABLE");
    toldIn<app::Problem>(h, label).metadata = {{"seat_nos", seats}};
}

std::vector<Plant> ofTermsAndPlaces() {
    return {
        {"a buyer has more than the limit", Check::S3, "places at once",
         [](History& h) { h.terms.maxPerBuyer = 1; }},
        {"a hold has more than the limit", Check::S3, "places of at most",
         [](History& h) { h.terms.maxPerOrder = 1; }},
        {"a companion seat is sold alone", Check::S3, "without its wheelchair place",
         [](History& h) { h.layout = scriptHall(true); }},
        {"a hold leaves a single seat", Check::S3, "single-seat gap",
         [](History& h) { h.terms.noOrphans = true; }},
        {"a ticket type that is not sold", Check::S3, "as which it is not sold",
         [](History& h) { h.terms.prices = {std::nullopt}; }},
        {"a ticket type that is not sold in an area", Check::S3, "as which they are not sold",
         [](History& h) { h.terms.prices = {std::nullopt}; }},
        {"a hold under terms that are over", Check::S3, "not in force",
         [](History& h) {
             auto row = changesOf(h, "commit hold D").reservations[0];
             row.id = ReservationId{row.id.value + 1};
             row.seats = {{SeatNo{5}, {}}};
             row.createdAt = headOf(h, "commit closed").now;
             changesOf(h, "commit closed").reservations.push_back(row);
         }},
        {"a hold asks with a code and has none", Check::S3, "asked with",
         [](History& h) { changesOf(h, "commit hold F").reservations[0].code = {}; }},
        {"a hold has a code that it did not ask with", Check::S3, "asked with",
         [](History& h) {
             std::get<AskHold>(h.get<Asked>("hold F").question).command.code.clear();
         }},
        {"a hold has a code that is over", Check::S3, "not valid then",
         [](History& h) { changesOf(h, "commit code").codes[0].validUntil = Instant{1}; }},
        {"a code's use is not counted", Check::S3, "reservations live by it",
         [](History& h) { changesOf(h, "commit hold F").codeUses.clear(); }},
    };
}

std::vector<Plant> ofRepeats() {
    return {
        {"a hold that acted is refused: its own seats", Check::S7, "had acted on",
         [](History& h) { refuseSeats(h, "retry G", "6 7"); }},
        {"a hold that acted is refused: its own places", Check::S7, "had acted on",
         [](History& h) { refuse(h, "retry G", "BUYER_LIMIT"); }},
        {"a hold that acted is refused: reused", Check::S7, "had acted on",
         [](History& h) { refuse(h, "retry G", "REQUEST_ID_REUSED"); }},
        {"a checkout that acted is refused", Check::S7, "had acted on",
         [](History& h) { refuse(h, "checkout J again", "RESERVATION_CHECKED_OUT"); }},
        {"a cancel that acted is refused", Check::S7, "had acted on",
         [](History& h) { refuse(h, "cancel J again", "ORDER_NOT_CANCELLABLE"); }},
        {"a cancel is answered by another's effect", Check::S7, "which had acted on",
         [](History& h) {
             h.get<Asked>("cancel J again").mutation = h.get<Asked>("hold J").mutation;
         }},
        {"a refusal is repeated after its two minutes", Check::S3, "SEAT_UNAVAILABLE",
         [](History& h) {
             refuseSeats(h, "hold K", "3");
             changesOf(h, "commit hold K") = {};
         }},
        {"a cancel of a hold without its request", Check::S7, "without its request",
         [](History& h) { changesOf(h, "commit cancel D").requests.clear(); }},
        {"a cancel of an order without its request", Check::S7, "without its request",
         [](History& h) { changesOf(h, "commit cancel J").requests.clear(); }},
        {"a code without its request", Check::S7, "without its request",
         [](History& h) { changesOf(h, "commit code").requests.clear(); }},
        {"terms without their request", Check::S7, "changes terms",
         [](History& h) { changesOf(h, "commit close").requests.clear(); }},
    };
}

}  // namespace

std::vector<Plant> plantsOfSales() {
    std::vector<Plant> all = ofTermsAndPlaces();
    for (Plant& plant : ofRepeats()) all.push_back(std::move(plant));
    return all;
}

}  // namespace tessera::simulation
