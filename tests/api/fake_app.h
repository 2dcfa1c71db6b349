// SPDX-License-Identifier: Apache-2.0
// An App for tests of the edges: a small hall, what it was asked, and answers that a test sets.
//
// It answers on the calling thread unless a test holds an answer back. Thread-safe where the edges
// call it; what tests set is set before the server is asked.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/api/convert_seat_map.h"
#include "server/app/app.h"

namespace tessera::api::test {

inline constexpr EventId kEvent{7'000'000'001};
inline constexpr EventId kOtherEvent{7'000'000'002};
inline constexpr EventId kDraftEvent{7'000'000'003};
inline constexpr ReservationId kReservation{8'000'000'001};
inline constexpr OrderId kOrder{8'000'000'002};
inline constexpr AttemptId kAttempt{8'000'000'023};  // Its open payment, a card's.
inline constexpr RefundId kRefund{8'000'000'030};

inline constexpr const char* kAdminKey = "tsk_admin";
inline constexpr const char* kSaleKey = "tsk_sale";    // admin:sale alone.
inline constexpr const char* kStaffKey = "tsk_staff";  // reservations:staff alone.
inline constexpr const char* kTillKey = "tsk_till";    // admin:payments alone.
inline constexpr const char* kHolderToken = "holder-token";

class FakeApp final : public app::App {
public:
    explicit FakeApp(std::shared_ptr<SeatMapEncoder> encoder);

    // What createReservation answers instead of a reservation.
    std::optional<app::Problem> refusal;
    bool readyNow = true;
    std::atomic<std::int64_t> micros{1'767'225'600'000'000};  // The database's time.
    bool holdAnswers = false;  // createReservation keeps its reply in `held`.
    // The next getEvent reads the event now and answers when the test says so.
    void holdNextEvent();
    bool holdsEvent() const;
    void answerHeldEvent();
    void describe(const std::string& text);                          // As another node does.
    std::optional<app::Answer<std::optional<std::int64_t>>> effect;  // findEffect's answer.
    app::Problem hintProblem;  // With a reason: hintProvider answers it.

    // What was asked last.
    struct Asked {
        std::optional<engine::HoldSeats> hold;
        std::optional<engine::Checkout> checkout;
        std::optional<app::CallerCredentials> caller;
        std::optional<app::Mutation> mutation;
        std::optional<engine::EventTerms> terms;
        std::optional<engine::Code> code;
        std::optional<engine::UpdateCode> codeChange;
        std::optional<store::EventQuery> query;
        std::optional<app::TenderAsk> tender;
        TenderOf tenderOf;
        std::optional<engine::TenderChoice> choice;
        std::optional<engine::RefundTickets> refund;
        std::optional<engine::ExchangeTickets> exchange;
        std::optional<engine::OfferTransfer> offer;
        std::optional<engine::AcceptTransfer> acceptance;
        std::optional<engine::CancelTransfer> cancelled;
        std::optional<engine::SettleRefund> settled;
        std::optional<app::InvoiceAsk> invoice;
        std::optional<engine::MoveEvent> move;
        std::optional<engine::RepriceReservation> reprice;
        std::optional<BuyerName> buyerName;  // Of getSeat.
        std::string note;
        std::string payload;
        std::vector<SeatNo> seats;
        std::string document;
        std::size_t layouts = 0;  // How often getLayout was asked.
        std::size_t hints = 0;
        std::size_t reservations = 0;
    };
    Asked asked() const;
    std::vector<app::Reply<app::ReservationAnswer>> takeHeld();

    // Changes seats of the map, as a commit does.
    void sell(std::vector<SeatNo> seats);
    std::shared_ptr<stream::SeatMapFeed> feed() { return feed_; }
    // Moves the order on and tells its watchers.
    void moveOrder(engine::OrderState state);
    std::size_t watchers() const;

    void listEvents(store::EventQuery query, app::Reply<app::EventPage> reply) override;
    void getEvent(EventId event, app::Reply<app::EventAnswer> reply) override;
    void getLayout(EventId event, app::Reply<app::LayoutAnswer> reply) override;
    void seatMap(EventId event, app::MapUse use,
                 app::Reply<std::shared_ptr<stream::SeatMapFeed>> reply) override;
    void createReservation(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                           engine::HoldSeats command,
                           app::Reply<app::ReservationAnswer> reply) override;
    void getReservation(EventId event, app::CallerCredentials caller, ReservationId id,
                        app::Reply<app::ReservationAnswer> reply) override;
    void cancelReservation(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                           ReservationId id, app::Reply<app::ReservationAnswer> reply) override;
    void checkoutReservation(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                             engine::Checkout checkout,
                             app::Reply<app::OrderAnswer> reply) override;
    void repriceReservation(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                            engine::RepriceReservation command,
                            app::Reply<app::ReservationAnswer> reply) override;
    void getSeat(EventId event, SeatNo seat, BuyerName buyer,
                 app::Reply<app::SeatAnswer> reply) override;
    void getOrder(EventId event, app::CallerCredentials caller, OrderId id,
                  app::Reply<app::OrderAnswer> reply) override;
    void listTickets(EventId event, app::CallerCredentials caller, OrderId id,
                     app::Reply<app::TicketsAnswer> reply) override;
    std::unique_ptr<app::OrderWatch> watchOrder(EventId event, app::CallerCredentials caller,
                                                OrderId id,
                                                app::Reply<app::OrderAnswer> onChange) override;
    void chooseTender(EventId event, app::CallerCredentials caller, app::TenderAsk ask, TenderOf of,
                      app::Reply<engine::TenderChoice> reply) override;
    void addTender(EventId event, app::CallerCredentials caller, app::Mutation mutation, OrderId id,
                   engine::TenderChoice tender, app::Reply<app::OrderAnswer> reply) override;
    void confirmPayment(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                        OrderId id, AttemptId attempt, std::string payload,
                        app::Reply<app::OrderAnswer> reply) override;
    void refundTickets(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                       engine::RefundTickets command, app::Reply<app::OrderAnswer> reply) override;
    void offerTransfer(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                       engine::OfferTransfer command,
                       app::Reply<app::TransferAnswer> reply) override;
    void acceptTransfer(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                        engine::AcceptTransfer command,
                        app::Reply<app::TransferAnswer> reply) override;
    void cancelTransfer(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                        engine::CancelTransfer command,
                        app::Reply<app::TransferAnswer> reply) override;
    void exchangeTickets(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                         engine::ExchangeTickets command, std::string reservationToken,
                         app::Reply<app::OrderAnswer> reply) override;
    void listRefunds(EventId event, app::CallerCredentials caller, OrderId id,
                     app::Reply<app::RefundsAnswer> reply) override;
    void findEffect(EventId, app::Mutation,
                    app::Reply<std::optional<std::int64_t>> reply) override {
        effect ? reply(*effect) : reply(std::nullopt);
    }
    void settleRefund(EventId event, app::Mutation mutation, engine::SettleRefund command,
                      app::Reply<app::OrderAnswer> reply) override;
    void listManual(EventId event, app::Reply<app::ManualAnswer> reply) override;
    void dayReport(EventId event, std::string day, app::Reply<app::Paper> reply) override;
    void invoice(EventId event, app::CallerCredentials caller, app::InvoiceAsk ask,
                 app::Reply<app::Paper> reply) override;
    void cancelEvent(app::Mutation mutation, EventId event, std::string note,
                     app::Reply<app::EventAnswer> reply) override;
    void moveEvent(app::Mutation mutation, EventId event, engine::MoveEvent move,
                   app::Reply<app::EventAnswer> reply) override;
    void acceptMove(EventId event, app::CallerCredentials caller, app::Mutation mutation,
                    OrderId id, app::Reply<app::OrderAnswer> reply) override;
    void getDisruption(EventId event, app::Reply<app::DisruptionAnswer> reply) override;
    void createVenue(app::Mutation mutation, store::VenueRow venue,
                     app::Reply<store::VenueRow> reply) override;
    void importLayout(app::Mutation mutation, VenueId venue, std::string name, std::string planJson,
                      app::Reply<app::LayoutAnswer> reply) override;
    void createEvent(app::Mutation mutation, store::EventRow row, engine::EventTerms terms,
                     app::Reply<app::EventAnswer> reply) override;
    void updateEvent(app::Mutation mutation, EventId event, engine::EventTerms terms,
                     std::string document, app::Reply<app::EventAnswer> reply) override;
    void setSale(app::Mutation mutation, EventId event, engine::SaleState sale,
                 app::TermsJudge judge, app::Reply<app::EventAnswer> reply) override;
    void setAllocation(app::Mutation mutation, EventId event, std::vector<SeatNo> seats,
                       AllocationNo allocation, app::Reply<std::int64_t> seatsChanged) override;
    void updateCode(app::Mutation mutation, EventId event, engine::UpdateCode change,
                    app::Reply<engine::Code> reply) override;
    void createCode(app::Mutation mutation, EventId event, engine::Code code,
                    app::Reply<CodeId> reply) override;
    void getTerms(EventId event, app::Reply<engine::EventTerms> reply) override;
    void hintProvider(EventId event, AttemptId attempt, app::Reply<std::monostate> reply) override;
    void authenticate(std::string apiKey, app::Reply<std::vector<std::string>> scopes) override;
    void changeAtDesk(EventId, app::Mutation, app::DeskCommand, app::RecordJudge,
                      app::Reply<OrderId> reply) override {
        reply(kOrder);
    }
    void erasePerson(EventId, engine::ErasePerson, app::Reply<bool> reply) override { reply(true); }
    Instant serverTime() const override { return Instant{micros}; }
    bool ready() const override { return readyNow; }

private:
    class Watch;
    app::EventAnswer answerOf(EventId event) const;
    app::ReservationAnswer reservation(const engine::Selection* selection) const;
    app::OrderAnswer order() const;
    // A part in cash that is taken, the rest with a card that may be confirmed.
    void payOrder(app::OrderAnswer& order) const;
    bool known(EventId event) const;

    mutable std::recursive_mutex mutex_;
    Asked asked_;
    std::map<EventId, engine::SaleState> sales_;
    std::string document_;
    bool holdEvent_ = false;
    std::function<void()> heldEvent_;
    engine::EventTerms terms_;
    std::shared_ptr<const engine::Layout> layout_;
    std::shared_ptr<const plan::PlanText> text_;
    std::shared_ptr<stream::SeatMapFeed> feed_;
    std::int64_t revision_ = 41;
    engine::OrderState orderState_ = engine::OrderState::Paying;
    std::vector<app::Reply<app::ReservationAnswer>> held_;
    std::map<std::uint64_t, app::Reply<app::OrderAnswer>> watchers_;
    std::uint64_t nextWatch_ = 0;
};

// The config that the fake's events are made of, as JSON.
std::string hallConfigJson();
// A plan of three rows of ten seats and one area of 50 places.
std::string hallPlanJson();

}  // namespace tessera::api::test
