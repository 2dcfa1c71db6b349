// SPDX-License-Identifier: Apache-2.0
#include "tests/api/fake_app.h"

#include <nlohmann/json.hpp>

#include "server/api/convert_event.h"
#include "server/api/json_reader.h"
#include "server/api/reasons.h"
#include "server/app/plan/layout_library.h"
#include "shared/base/check.h"

namespace tessera::api::test {

using app::Answer;
using app::Reply;

namespace {

template <class T>
void no(const Reply<T>& reply, std::string_view reason) {
    reply(tl::make_unexpected(refuse(reason, "Refused by the test's App.")));
}

constexpr LayoutId kLayout{6'000'000'001};
constexpr VenueId kVenue{5'000'000'001};

v1::EventConfig hallConfig() {
    v1::EventConfig config;
    TESSERA_CHECK(!readJson(hallConfigJson(), config));
    return config;
}

store::VenueRow hallVenue() {
    store::VenueRow venue;
    venue.id = kVenue;
    venue.name = "Test hall";
    venue.city = "Linz";
    venue.country = "AT";
    venue.timeZone = "Europe/Vienna";
    return venue;
}

}  // namespace

std::string hallConfigJson() {
    return R"({"name":"A concert","startsAt":"2026-05-04T19:30:00Z","currencyCode":"EUR",
        "ticketTypes":[{"ticketTypeNo":0,"name":"Adult"},{"ticketTypeNo":1,"name":"Child"}],
        "prices":[{"categoryNo":0,"ticketTypeNo":0,"minorUnits":"5000"},
                  {"categoryNo":0,"ticketTypeNo":1,"minorUnits":"2500"},
                  {"categoryNo":1,"ticketTypeNo":0,"minorUnits":"3000"}],
        "fees":[{"name":"Service fee","kind":"PER_TICKET","minorUnits":"150"},
                {"name":"Order fee","kind":"PER_ORDER","minorUnits":"200"}],
        "taxes":[{"name":"VAT 10 %","ratePpm":100000,"included":true}]})";
}

std::string hallPlanJson() {
    using nlohmann::json;
    json rows = json::array();
    for (int row = 0; row < 3; ++row) {
        json seats = json::array();
        for (int seat = 0; seat < 10; ++seat) {
            seats.push_back({{"seat_guid", "r" + std::to_string(row) + "s" + std::to_string(seat)},
                             {"seat_number", std::to_string(seat + 1)},
                             {"position", {{"x", 20 * seat}, {"y", 0}}},
                             {"category", row < 2 ? "Stalls" : "Balcony"}});
        }
        rows.push_back({{"row_number", std::string(1, static_cast<char>('A' + row))},
                        {"position", {{"x", 100}, {"y", 100 + 30 * row}}},
                        {"seats", std::move(seats)}});
    }
    json areas = json::array();
    areas.push_back({{"shape", "rectangle"},
                     {"rectangle", {{"width", 200}, {"height", 50}}},
                     {"position", {{"x", 100}, {"y", 300}}},
                     {"text", {{"text", "Standing"}, {"position", {{"x", 5}, {"y", 5}}}}},
                     {"general_admission", {{"category", "Balcony"}, {"capacity", 50}}}});
    return json{{"name", "Hall"},
                {"size", {{"width", 800}, {"height", 600}}},
                {"categories", {{{"name", "Stalls"}, {"color", "#ff0000"}}, {{"name", "Balcony"}}}},
                {"zones",
                 {{{"name", "Floor"},
                   {"position", {{"x", 0}, {"y", 0}}},
                   {"rows", std::move(rows)},
                   {"areas", std::move(areas)}}}}}
        .dump();
}

FakeApp::FakeApp(std::shared_ptr<SeatMapEncoder> encoder) : document_(toDocument(hallConfig())) {
    sales_ = {{kEvent, engine::SaleState::Open},
              {kOtherEvent, engine::SaleState::Open},
              {kDraftEvent, engine::SaleState::Draft}};
    auto imported = plan::importPlan(hallPlanJson());
    TESSERA_CHECK(imported.has_value());
    auto hall = plan::layoutOf(std::move(*imported));
    layout_ = std::move(hall.layout);
    text_ = std::move(hall.text);
    auto terms = toTerms(hallConfig(), layout_->categories());
    TESSERA_CHECK(terms.has_value());
    terms_ = std::move(*terms);
    terms_.sale = engine::SaleState::Open;
    stream::SeatMapState map;
    map.revision = revision_;
    map.seats.assign(static_cast<std::size_t>(layout_->seatCount()), 0);
    map.areaFree = {50};
    stream::FeedOptions options;
    options.snapshotEvery = Duration{};
    feed_ =
        std::make_shared<stream::SeatMapFeed>(kEvent, std::move(map), std::move(encoder), options);
}

FakeApp::Asked FakeApp::asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
}

bool FakeApp::known(EventId event) const {
    return sales_.contains(event);
}

std::vector<Reply<app::ReservationAnswer>> FakeApp::takeHeld() {
    const std::lock_guard lock(mutex_);
    return std::move(held_);
}

void FakeApp::sell(std::vector<SeatNo> seats) {
    const std::lock_guard lock(mutex_);
    std::vector<engine::SeatChange> changes;
    for (const auto seat : seats) {
        engine::SeatChange change;
        change.seat = seat;
        change.to.status = engine::SeatStatus::Sold;
        changes.push_back(change);
    }
    feed_->publish(++revision_, changes, {});
}

app::EventAnswer FakeApp::answerOf(EventId event) const {
    app::EventAnswer answer;
    answer.row.id = event;
    answer.row.venue = kVenue;
    answer.row.layout = kLayout;
    answer.row.title = "A concert";
    answer.row.startsAt = *parseRfc3339("2026-05-04T19:30:00Z");
    answer.row.sale = sales_.at(event);
    answer.row.document = document_;
    answer.venue = hallVenue();
    return answer;
}

void FakeApp::listEvents(store::EventQuery query, Reply<app::EventPage> reply) {
    const std::lock_guard lock(mutex_);
    app::EventPage page;
    page.events.push_back(answerOf(query.after ? kOtherEvent : kEvent));
    page.more = !query.after;
    asked_.query = std::move(query);
    reply(std::move(page));
}

void FakeApp::getEvent(EventId event, Reply<app::EventAnswer> reply) {
    const std::lock_guard lock(mutex_);
    if (!known(event)) return no(reply, "EVENT_NOT_FOUND");
    if (std::exchange(holdEvent_, false)) {
        heldEvent_ = [reply = std::move(reply), answer = answerOf(event)] { reply(answer); };
        return;
    }
    reply(answerOf(event));
}

void FakeApp::holdNextEvent() {
    const std::lock_guard lock(mutex_);
    holdEvent_ = true;
}

bool FakeApp::holdsEvent() const {
    const std::lock_guard lock(mutex_);
    return heldEvent_ != nullptr;
}

void FakeApp::answerHeldEvent() {
    std::function<void()> held;
    {
        const std::lock_guard lock(mutex_);
        held = std::exchange(heldEvent_, nullptr);
    }
    held();
}

void FakeApp::describe(const std::string& text) {
    const std::lock_guard lock(mutex_);
    auto config = nlohmann::json::parse(document_);
    config["description"] = text;
    document_ = config.dump();
}

void FakeApp::getLayout(EventId event, Reply<app::LayoutAnswer> reply) {
    const std::lock_guard lock(mutex_);
    if (!known(event)) return no(reply, "EVENT_NOT_FOUND");
    ++asked_.layouts;
    app::LayoutAnswer answer;
    answer.row = {kLayout, kVenue, 3, "Hall", {}, layout_->seatCount(), 1};
    answer.layout = layout_;
    answer.text = text_;
    reply(std::move(answer));
}

void FakeApp::seatMap(EventId event, app::MapUse,
                      Reply<std::shared_ptr<stream::SeatMapFeed>> reply) {
    if (!known(event)) return no(reply, "EVENT_NOT_FOUND");
    reply(feed_);
}

app::ReservationAnswer FakeApp::reservation(const engine::Selection* selection) const {
    app::ReservationAnswer out;
    out.event = kEvent;
    out.view.id = kReservation;
    out.view.createdAt = serverTime();
    out.view.expiresAt = serverTime() + Duration::ofMinutes(5);
    out.serverTime = serverTime();
    out.currency = terms_.currency;
    out.view.seats = {{SeatNo{4}, TicketTypeNo{0}}, {SeatNo{5}, TicketTypeNo{1}}};
    if (selection != nullptr && std::holds_alternative<engine::SeatSelection>(*selection)) {
        out.view.seats = std::get<engine::SeatSelection>(*selection).picks;
    }
    std::vector<engine::PricedItem> items;
    for (const auto& pick : out.view.seats) {
        if (layout_->contains(pick.seat)) {
            items.push_back({layout_->seat(pick.seat).category, pick.type});
        }
    }
    if (auto quote = engine::quoteFor(terms_, items, nullptr)) out.view.quote = std::move(*quote);
    return out;
}

void FakeApp::createReservation(EventId event, app::CallerCredentials caller,
                                app::Mutation mutation, engine::HoldSeats command,
                                Reply<app::ReservationAnswer> reply) {
    const std::lock_guard lock(mutex_);
    ++asked_.reservations;
    asked_.mutation = mutation;
    asked_.caller = caller;
    asked_.hold = command;
    if (!known(event)) return no(reply, "EVENT_NOT_FOUND");
    if (holdAnswers) return held_.push_back(std::move(reply));
    if (refusal) return reply(tl::make_unexpected(*refusal));
    auto answer = reservation(&command.selection);
    answer.holderToken = kHolderToken;
    reply(std::move(answer));
}

void FakeApp::getReservation(EventId, app::CallerCredentials caller, ReservationId id,
                             Reply<app::ReservationAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.caller = caller;
    if (!caller.staff && caller.holderToken.empty()) return no(reply, "HOLDER_TOKEN_MISSING");
    if (!caller.staff && caller.holderToken != kHolderToken) {
        return no(reply, "HOLDER_TOKEN_INVALID");
    }
    if (id != kReservation) return no(reply, "RESERVATION_NOT_FOUND");
    reply(reservation(nullptr));
}

void FakeApp::cancelReservation(EventId event, app::CallerCredentials caller,
                                app::Mutation mutation, ReservationId id,
                                Reply<app::ReservationAnswer> reply) {
    {
        const std::lock_guard lock(mutex_);
        asked_.mutation = mutation;
    }
    getReservation(event, std::move(caller), id, [reply](Answer<app::ReservationAnswer> answer) {
        if (answer) answer->view.state = engine::ReservationState::Released;
        if (answer) answer->view.reason = engine::ReleaseReason::CancelledByBuyer;
        reply(std::move(answer));
    });
}

app::OrderAnswer FakeApp::order() const {
    const auto held = reservation(nullptr);
    app::OrderAnswer out;
    out.event = kEvent;
    out.serverTime = serverTime();
    out.currency = terms_.currency;
    out.view.id = kOrder;
    out.view.reservation = kReservation;
    out.view.state = orderState_;
    out.view.createdAt = serverTime();
    out.view.payDeadline = serverTime() + Duration::ofMinutes(10);
    out.view.seats = held.view.seats;
    out.view.quote = held.view.quote;
    out.view.total = held.view.quote.total;
    out.view.attempt = kAttempt;
    out.view.attemptState = engine::AttemptState::Open;
    out.payment = app::PaymentInstructions{"stripe", "pi_1", "pi_1_secret", "pk_1",
                                           "https://pay.example/pi_1/confirm"};
    payOrder(out);
    return out;
}

void FakeApp::checkoutReservation(EventId, app::CallerCredentials, app::Mutation mutation,
                                  engine::Checkout checkout, Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.checkout = std::move(checkout);
    reply(order());
}

void FakeApp::getOrder(EventId, app::CallerCredentials caller, OrderId id,
                       Reply<app::OrderAnswer> reply) {
    const std::lock_guard lock(mutex_);
    if (caller.holderToken.empty() && !caller.staff) return no(reply, "HOLDER_TOKEN_MISSING");
    if (id != kOrder) return no(reply, "ORDER_NOT_FOUND");
    reply(order());
}

}  // namespace tessera::api::test
