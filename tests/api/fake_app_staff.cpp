// SPDX-License-Identifier: Apache-2.0
#include "server/api/reasons.h"
#include "server/app/plan/plan_import.h"
#include "tests/api/fake_app.h"

namespace tessera::api::test {

using app::Answer;
using app::Reply;

void FakeApp::repriceReservation(EventId event, app::CallerCredentials caller,
                                 app::Mutation mutation, engine::RepriceReservation command,
                                 Reply<app::ReservationAnswer> reply) {
    const ReservationId id = command.reservation;
    {
        const std::lock_guard lock(mutex_);
        asked_.mutation = mutation;
        asked_.reprice = std::move(command);
    }
    getReservation(event, std::move(caller), id, std::move(reply));
}

void FakeApp::getSeat(EventId event, SeatNo seat, BuyerName buyer, Reply<app::SeatAnswer> reply) {
    {
        const std::lock_guard lock(mutex_);
        asked_.buyerName = buyer;
    }
    app::SeatAnswer out{event, {}, true, "Ida", serverTime()};
    out.view.seat = seat;
    out.view.state = {engine::SeatStatus::Held, AllocationNo{2}, kReservation.value};
    out.view.reservation = kReservation;
    out.view.reservationState = engine::ReservationState::Paying;
    out.view.channel = engine::Channel::Kiosk;
    out.view.order = kOrder;
    out.view.payDeadline = serverTime();
    reply(std::move(out));
}

class FakeApp::Watch final : public app::OrderWatch {
public:
    Watch(FakeApp& app, std::uint64_t id) : app_(app), id_(id) {}
    ~Watch() override {
        const std::lock_guard lock(app_.mutex_);
        app_.watchers_.erase(id_);
    }

private:
    FakeApp& app_;
    const std::uint64_t id_;
};

std::unique_ptr<app::OrderWatch> FakeApp::watchOrder(EventId, app::CallerCredentials caller,
                                                     OrderId id, Reply<app::OrderAnswer> onChange) {
    std::uint64_t number = 0;
    app::OrderAnswer now;
    const bool mine = caller.holderToken == kHolderToken;
    {
        const std::lock_guard lock(mutex_);
        number = ++nextWatch_;
        now = order();
        if (mine && id == kOrder) watchers_[number] = onChange;
    }
    if (!mine) {
        onChange(tl::make_unexpected(refuse("HOLDER_TOKEN_INVALID", "Not the holder.")));
    } else if (id != kOrder) {
        onChange(tl::make_unexpected(refuse("ORDER_NOT_FOUND", "No such order.")));
    } else {
        onChange(now);
    }
    return std::make_unique<Watch>(*this, number);
}

void FakeApp::moveOrder(engine::OrderState state) {
    std::vector<Reply<app::OrderAnswer>> told;
    app::OrderAnswer now;
    {
        const std::lock_guard lock(mutex_);
        orderState_ = state;
        now = order();
        for (const auto& [number, reply] : watchers_) told.push_back(reply);
    }
    for (const auto& reply : told) reply(now);
}

std::size_t FakeApp::watchers() const {
    const std::lock_guard lock(mutex_);
    return watchers_.size();
}

void FakeApp::listTickets(EventId event, app::CallerCredentials, OrderId id,
                          Reply<app::TicketsAnswer> reply) {
    app::TicketsAnswer out;
    out.event = event;
    out.currency = terms_.currency;
    for (const auto seat : {5, 4}) {
        app::TicketAnswer ticket;
        ticket.row.id = TicketId{9'000'000'000 + seat};
        ticket.row.order = id;
        ticket.row.seat = SeatNo{seat};
        ticket.row.price = Money{5150};
        ticket.row.state = engine::TicketState::Active;
        ticket.code = "CODE" + std::to_string(seat);
        out.tickets.push_back(std::move(ticket));
    }
    reply(std::move(out));
}

void FakeApp::createVenue(app::Mutation mutation, store::VenueRow venue,
                          Reply<store::VenueRow> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    venue.id = VenueId{5'000'000'009};
    reply(std::move(venue));
}

void FakeApp::importLayout(app::Mutation, VenueId venue, std::string name, std::string planJson,
                           Reply<app::LayoutAnswer> reply) {
    const std::lock_guard lock(mutex_);
    auto imported = plan::importPlan(planJson);
    if (!imported) {
        app::Problem problem{app::ProblemKind::InvalidArgument,
                             "INVALID_PLAN",
                             imported.error().message,
                             {},
                             std::nullopt};
        problem.metadata.emplace_back("path", imported.error().jsonPath);
        problem.metadata.emplace_back("problem", imported.error().message);
        return reply(tl::make_unexpected(std::move(problem)));
    }
    app::LayoutAnswer out;
    out.row = {LayoutId{6'000'000'009}, venue, 4, name.empty() ? imported->text.name : name, {},
               layout_->seatCount(),    1};
    out.layout = layout_;
    out.text = text_;
    reply(std::move(out));
}

void FakeApp::createEvent(app::Mutation mutation, store::EventRow row, engine::EventTerms terms,
                          Reply<app::EventAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.mutation = mutation;
    asked_.terms = std::move(terms);
    asked_.document = row.document;
    auto answer = answerOf(kDraftEvent);
    answer.row.document = row.document;
    answer.row.layout = row.layout;
    reply(std::move(answer));
}

void FakeApp::updateEvent(app::Mutation, EventId event, engine::EventTerms terms,
                          std::string document, Reply<app::EventAnswer> reply) {
    const std::lock_guard lock(mutex_);
    asked_.terms = std::move(terms);
    asked_.document = document;
    document_ = std::move(document);
    reply(answerOf(event));
}

void FakeApp::setSale(app::Mutation, EventId event, engine::SaleState sale, app::TermsJudge judge,
                      Reply<app::EventAnswer> reply) {
    const std::lock_guard lock(mutex_);
    if (!known(event)) {
        return reply(tl::make_unexpected(refuse("EVENT_NOT_FOUND", "No such event.")));
    }
    auto terms = terms_;
    terms.sale = sales_[event];
    if (auto problem = judge(terms)) return reply(tl::make_unexpected(std::move(*problem)));
    sales_[event] = sale;
    reply(answerOf(event));
}

void FakeApp::setAllocation(app::Mutation, EventId, std::vector<SeatNo> seats, AllocationNo,
                            Reply<std::int64_t> seatsChanged) {
    const std::lock_guard lock(mutex_);
    asked_.seats = std::move(seats);
    seatsChanged(static_cast<std::int64_t>(asked_.seats.size()));
}

void FakeApp::createCode(app::Mutation, EventId, engine::Code code, Reply<CodeId> reply) {
    const std::lock_guard lock(mutex_);
    asked_.code = std::move(code);
    reply(CodeId{4'000'000'001});
}

void FakeApp::updateCode(app::Mutation, EventId, engine::UpdateCode change,
                         Reply<engine::Code> reply) {
    const std::lock_guard lock(mutex_);
    asked_.codeChange = change;
    engine::Code code;
    code.id = change.code;
    code.text = "SPRING-10";
    code.uses = 3;
    code.usesMax = change.usesMax.value_or(code.usesMax);
    code.validFrom = change.validFrom.value_or(code.validFrom);
    code.validUntil = change.validUntil.value_or(code.validUntil);
    reply(code);
}

void FakeApp::getTerms(EventId event, Reply<engine::EventTerms> reply) {
    const std::lock_guard lock(mutex_);
    if (!known(event)) {
        return reply(tl::make_unexpected(refuse("EVENT_NOT_FOUND", "No such event.")));
    }
    auto terms = terms_;
    terms.sale = sales_[event];
    reply(std::move(terms));
}

void FakeApp::hintProvider(EventId, AttemptId, Reply<std::monostate> reply) {
    const std::lock_guard lock(mutex_);
    ++asked_.hints;
    if (!hintProblem.reason.empty()) return reply(tl::make_unexpected(hintProblem));
    reply(std::monostate{});
}

void FakeApp::authenticate(std::string apiKey, Reply<std::vector<std::string>> scopes) {
    if (apiKey == kAdminKey) {
        return scopes(
            std::vector<std::string>{"admin:venues", "admin:events", "admin:sale", "admin:codes"});
    }
    if (apiKey == kSaleKey) return scopes(std::vector<std::string>{"admin:sale"});
    if (apiKey == kStaffKey) return scopes(std::vector<std::string>{"reservations:staff"});
    if (apiKey == kTillKey) return scopes(std::vector<std::string>{"admin:payments"});
    scopes(tl::make_unexpected(refuse("CREDENTIALS_INVALID", "Unknown key.")));
}

}  // namespace tessera::api::test
