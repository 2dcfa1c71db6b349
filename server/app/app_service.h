// SPDX-License-Identifier: Apache-2.0
// App on a store, a provider and the events' actors.
//
// Thread-safe. Small tables are read on the blocking pool; commands go to their event's actor.
// What waits for the blocking pool is bounded by that pool's queue.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/app/app.h"
#include "server/app/event_directory.h"
#include "server/app/order_watches.h"
#include "server/app/plan/layout_library.h"
#include "server/payments/provider.h"
#include "server/runtime/api_key.h"
#include "server/runtime/secrets.h"
#include "server/store/store.h"
#include "server/tickets/ticket_code.h"

namespace tessera::app {

// What the service needs; all of it outlives the service.
struct AppDependencies {
    ActorSurroundings& actors;
    EventDirectory& directory;
    store::Catalog& catalog;
    plan::LayoutLibrary& layouts;
    payments::Provider& provider;
    const tickets::TicketSigner& signer;
    runtime::ApiKeyVerifier& apiKeys;
    std::string_view holderTokenKey;
    std::function<bool()> ready;
};

class AppService final : public App {
public:
    explicit AppService(AppDependencies dependencies);
    ~AppService() override;

    void listEvents(store::EventQuery query, Reply<EventPage> reply) override;
    void getEvent(EventId event, Reply<EventAnswer> reply) override;
    void getLayout(EventId event, Reply<LayoutAnswer> reply) override;
    void seatMap(EventId event, Reply<std::shared_ptr<stream::SeatMapFeed>> reply) override;

    void createReservation(EventId event, CallerCredentials caller, engine::HoldSeats command,
                           Reply<ReservationAnswer> reply) override;
    void getReservation(EventId event, CallerCredentials caller, ReservationId id,
                        Reply<ReservationAnswer> reply) override;
    void cancelReservation(EventId event, CallerCredentials caller, Mutation mutation,
                           ReservationId id, Reply<ReservationAnswer> reply) override;
    void checkoutReservation(EventId event, CallerCredentials caller, Mutation mutation,
                             engine::Checkout checkout, Reply<OrderAnswer> reply) override;

    void getOrder(EventId event, CallerCredentials caller, OrderId id,
                  Reply<OrderAnswer> reply) override;
    void listTickets(EventId event, CallerCredentials caller, OrderId id,
                     Reply<TicketsAnswer> reply) override;
    std::unique_ptr<OrderWatch> watchOrder(EventId event, CallerCredentials caller, OrderId id,
                                           Reply<OrderAnswer> onChange) override;

    void createVenue(Mutation mutation, store::VenueRow venue,
                     Reply<store::VenueRow> reply) override;
    void importLayout(Mutation mutation, VenueId venue, std::string name, std::string planJson,
                      Reply<LayoutAnswer> reply) override;
    void createEvent(Mutation mutation, store::EventRow row, engine::EventTerms terms,
                     Reply<EventAnswer> reply) override;
    void updateEvent(Mutation mutation, EventId event, engine::EventTerms terms,
                     std::string document, Reply<EventAnswer> reply) override;
    void setSale(Mutation mutation, EventId event, engine::SaleState sale, TermsJudge judge,
                 Reply<EventAnswer> reply) override;
    void setAllocation(Mutation mutation, EventId event, std::vector<SeatNo> seats,
                       AllocationNo allocation, Reply<std::int64_t> seatsChanged) override;
    void createCode(Mutation mutation, EventId event, engine::Code code,
                    Reply<CodeId> reply) override;
    void getTerms(EventId event, Reply<engine::EventTerms> reply) override;

    void hintProvider(EventId event, AttemptId attempt, Reply<std::monostate> reply) override;
    void authenticate(std::string apiKey, Reply<std::vector<std::string>> scopes) override;
    Instant serverTime() const override;
    bool ready() const override;

    // For the outbox worker: an answer enters as a command, never shed.
    void recordProviderAnswer(EventId event, engine::RecordProviderAnswer answer);
    // For actors.
    void onCommitted(EventId event, const engine::Changes& changes);
    void onTakenOver(EventId event);
    void onLeft(EventId event);

private:
    void submit(EventId event, EventJob job);
    void warnOfUnknown(EventId event, const engine::RecordProviderAnswer& answer);
    // Runs `work` on the blocking pool; if that is full, `reply` gets OVERLOADED.
    template <class T>
    void blocking(Reply<T> reply, std::function<Answer<T>()> work);

    std::string holderTokenOf(EventId event, ReservationId id) const;
    // Whose caller the engine is to see: privileged if the token is this reservation's.
    Answer<engine::Caller> callerFor(EventId event, const CallerCredentials& caller,
                                     ReservationId id) const;
    Answer<ReservationAnswer> reservationAnswer(EventId event,
                                                const engine::Outcome& outcome) const;
    Answer<OrderAnswer> orderAnswer(EventId event, engine::OrderView view) const;
    // Why the caller is not shown this reservation or its order; nothing: it is.
    std::optional<Problem> hiddenFrom(EventId event, const CallerCredentials& caller,
                                      const CallerHash& buyer, ReservationId id) const;
    // Who made it or has its token; staff as such is not.
    bool isHolder(EventId event, const CallerCredentials& caller, const CallerHash& buyer,
                  ReservationId id) const;
    // As getOrder, with the secret whoever asks.
    void readOrder(EventId event, const CallerCredentials& caller, OrderId id,
                   Reply<OrderAnswer> reply);
    // For its watchers, each of whom is judged when it is shown.
    void watchedOrder(EventId event, OrderId id, Reply<OrderAnswer> reply);
    // What the buyer confirms with is the holder's alone.
    void hideSecret(OrderAnswer& answer, const CallerCredentials& caller) const;
    Answer<ReservationAnswer> storedReservation(EventId event, const CallerCredentials& caller,
                                                ReservationId id) const;
    Answer<OrderAnswer> storedOrder(EventId event, const CallerCredentials& caller,
                                    OrderId id) const;
    // Whoever asks.
    Answer<OrderAnswer> storedOrder(EventId event, OrderId id) const;
    void showOrder(EventId event, engine::OrderView view, const Reply<OrderAnswer>& reply);
    Answer<EventAnswer> eventAnswer(EventId event) const;
    Answer<LayoutAnswer> layoutAnswer(EventId event);
    // REQUIRES: the layout is there.
    Answer<plan::KnownLayout> knownLayout(LayoutId id) const;
    void changeTerms(EventId event, Mutation mutation,
                     std::function<engine::ChangeTerms(const engine::EventEngine&)> make,
                     TermsJudge judge, Reply<EventAnswer> reply);
    Answer<TicketsAnswer> ticketsAnswer(EventId event, OrderId order, Currency currency) const;
    Answer<std::int64_t> createdBefore(const Mutation& mutation) const;
    Answer<std::int64_t> createdMeanwhile(const Mutation& mutation, const Error& error) const;
    std::int64_t newSharedId();

    AppDependencies with_;
    std::shared_ptr<OrderWatches> watches_;
    std::atomic<std::int64_t> unknownWarnedAt_{0};  // Monotonic.
    std::mutex idMutex_;
    std::int64_t lastSharedId_ = 0;
};

}  // namespace tessera::app
