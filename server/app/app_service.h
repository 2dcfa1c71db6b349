// SPDX-License-Identifier: Apache-2.0
// App on a store, providers and the events' actors.
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
#include "server/app/invoices/papers.h"
#include "server/app/order_watches.h"
#include "server/app/plan/layout_library.h"
#include "server/app/record_desk.h"
#include "server/payments/providers.h"
#include "server/runtime/api_key.h"
#include "server/runtime/secrets.h"
#include "server/store/store.h"
#include "server/tickets/ticket_code.h"

namespace tessera::store {
class GiftCards;
}

namespace tessera::app {

// What papers are made of and with.
struct PaperDesk {
    PaperSources sources;
    tickets::InvoiceParty seller{};  // Without a name: no invoices are made.
    std::string note{};              // At the end of each.
    runtime::Executor& executor;     // A paper takes a database and its time.
};

// What the service needs; all of it outlives the service.
struct AppDependencies {
    ActorSurroundings& actors;
    EventDirectory& directory;
    store::Catalog& catalog;
    plan::LayoutLibrary& layouts;
    payments::Providers providers;
    const tickets::TicketSigner& signer;
    runtime::ApiKeyVerifier& apiKeys;
    std::string_view holderTokenKey;
    std::function<bool()> ready;
    store::GiftCards* giftCards = nullptr;  // Null: none are taken.
    const PaperDesk* papers = nullptr;      // Null: none are made.
};

class AppService final : public App {
public:
    explicit AppService(AppDependencies dependencies);
    ~AppService() override;

    // So many ids of what belongs to no event, one by one: the first of them.
    std::int64_t newSharedIds(std::int64_t count);

    void listEvents(store::EventQuery query, Reply<EventPage> reply) override;
    void getEvent(EventId event, Reply<EventAnswer> reply) override;
    void getLayout(EventId event, Reply<LayoutAnswer> reply) override;
    void seatMap(EventId event, MapUse use,
                 Reply<std::shared_ptr<stream::SeatMapFeed>> reply) override;

    void createReservation(EventId event, CallerCredentials caller, Mutation mutation,
                           engine::HoldSeats command, Reply<ReservationAnswer> reply) override;
    void getReservation(EventId event, CallerCredentials caller, ReservationId id,
                        Reply<ReservationAnswer> reply) override;
    void cancelReservation(EventId event, CallerCredentials caller, Mutation mutation,
                           ReservationId id, Reply<ReservationAnswer> reply) override;
    void checkoutReservation(EventId event, CallerCredentials caller, Mutation mutation,
                             engine::Checkout checkout, Reply<OrderAnswer> reply) override;

    void repriceReservation(EventId event, CallerCredentials caller, Mutation mutation,
                            engine::RepriceReservation command,
                            Reply<ReservationAnswer> reply) override;
    void getSeat(EventId event, SeatNo seat, BuyerName buyer, Reply<SeatAnswer> reply) override;

    void getOrder(EventId event, CallerCredentials caller, OrderId id,
                  Reply<OrderAnswer> reply) override;
    void listTickets(EventId event, CallerCredentials caller, OrderId id,
                     Reply<TicketsAnswer> reply) override;
    // As of the last commit, whichever node owns the event: the codes that the buyer is given.
    void storedTickets(EventId event, OrderId id, const Reply<TicketsAnswer>& reply);
    std::unique_ptr<OrderWatch> watchOrder(EventId event, CallerCredentials caller, OrderId id,
                                           Reply<OrderAnswer> onChange) override;

    void chooseTender(EventId event, CallerCredentials caller, TenderAsk ask, TenderOf of,
                      Reply<engine::TenderChoice> reply) override;
    void addTender(EventId event, CallerCredentials caller, Mutation mutation, OrderId id,
                   engine::TenderChoice tender, Reply<OrderAnswer> reply) override;
    void confirmPayment(EventId event, CallerCredentials caller, Mutation mutation, OrderId id,
                        AttemptId attempt, std::string payload, Reply<OrderAnswer> reply) override;
    void refundTickets(EventId event, CallerCredentials caller, Mutation mutation,
                       engine::RefundTickets command, Reply<OrderAnswer> reply) override;
    void exchangeTickets(EventId event, CallerCredentials caller, Mutation mutation,
                         engine::ExchangeTickets command, std::string reservationToken,
                         Reply<OrderAnswer> reply) override;
    void offerTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                       engine::OfferTransfer command, Reply<TransferAnswer> reply) override;
    void acceptTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                        engine::AcceptTransfer command, Reply<TransferAnswer> reply) override;
    void cancelTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                        engine::CancelTransfer command, Reply<TransferAnswer> reply) override;
    void listRefunds(EventId event, CallerCredentials caller, OrderId id,
                     Reply<RefundsAnswer> reply) override;
    void settleRefund(EventId event, Mutation mutation, engine::SettleRefund command,
                      Reply<OrderAnswer> reply) override;
    void findEffect(EventId event, Mutation mutation,
                    Reply<std::optional<std::int64_t>> reply) override;
    void listManual(EventId event, Reply<ManualAnswer> reply) override;
    void dayReport(EventId event, std::string day, Reply<Paper> reply) override;
    void invoice(EventId event, CallerCredentials caller, InvoiceAsk ask,
                 Reply<Paper> reply) override;
    void cancelEvent(Mutation mutation, EventId event, std::string note,
                     Reply<EventAnswer> reply) override;
    void moveEvent(Mutation mutation, EventId event, engine::MoveEvent move,
                   Reply<EventAnswer> reply) override;
    void acceptMove(EventId event, CallerCredentials caller, Mutation mutation, OrderId id,
                    Reply<OrderAnswer> reply) override;
    void getDisruption(EventId event, Reply<DisruptionAnswer> reply) override;

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
    void updateCode(Mutation mutation, EventId event, engine::UpdateCode change,
                    Reply<engine::Code> reply) override;
    void getTerms(EventId event, Reply<engine::EventTerms> reply) override;

    void hintProvider(EventId event, AttemptId attempt, Reply<std::monostate> reply) override;
    void authenticate(std::string apiKey, Reply<std::vector<std::string>> scopes) override;
    void changeAtDesk(EventId event, Mutation mutation, DeskCommand command, RecordJudge judge,
                      Reply<OrderId> reply) override;
    void erasePerson(EventId event, engine::ErasePerson command, Reply<bool> reply) override;
    Instant serverTime() const override;
    bool ready() const override;

    // For the outbox worker: an answer enters as a command, never shed.
    void recordProviderAnswer(EventId event, engine::RecordProviderAnswer answer);
    // For reconciliation: what nobody asks about any more. Best effort: it is found again.
    void recordStray(EventId event, engine::RecordStray stray);
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
    // What the buyer confirms with is the holder's alone, what staff wrote staff's.
    void hideSecret(OrderAnswer& answer, const CallerCredentials& caller) const;
    Answer<ReservationAnswer> storedReservation(EventId event, const CallerCredentials& caller,
                                                ReservationId id) const;
    Answer<OrderAnswer> storedOrder(EventId event, const CallerCredentials& caller,
                                    OrderId id) const;
    // Whoever asks.
    Answer<OrderAnswer> storedOrder(EventId event, OrderId id) const;
    void showOrder(EventId event, engine::OrderView view, const Reply<OrderAnswer>& reply);

    // app_service_money.cpp, _exchange.cpp, _tender.cpp, _strays.cpp, _transfer.cpp.
    using Record = std::shared_ptr<const engine::OrderRecord>;
    static constexpr int kRecordTries = 5;
    // A command with the record of its order. `make` may block.
    struct RecordJob {
        OrderId order;
        std::function<Answer<engine::Command>(const Record&)> make;
        int tries = kRecordTries;
        // As EventJob's, after `make`.
        std::function<std::optional<Problem>(const engine::EventEngine&)> judge{};
    };
    // The command as it is, with the record.
    template <class Command>
    static RecordJob withRecordOf(Command command) {
        const OrderId order = command.order;
        return {order,
                [command = std::move(command)](const Record& record) -> Answer<engine::Command> {
                    Command with = command;
                    with.record = record;
                    return engine::Command(std::move(with));
                }};
    }
    struct Missing {
        Money amount;
        Currency currency;
    };
    // `next` with the order if the caller is shown it.
    void onHeldOrder(EventId event, const CallerCredentials& caller, OrderId id,
                     Reply<OrderAnswer> reply, std::function<void(OrderAnswer)> next);
    // Replies with the order as it is after the job.
    void submitForOrder(EventId event, const CallerCredentials& caller, OrderId id, EventJob job,
                        Reply<OrderAnswer> reply);
    Answer<Record> recordOf(EventId event, OrderId id) const;
    // `done` with what came of it, refused or not.
    void onRecord(EventId event, const Mutation& mutation, const RecordJob& work,
                  const Reply<engine::Outcome>& done);
    // Replies with the order as it is after the job.
    void withRecord(EventId event, const CallerCredentials& caller, const Mutation& mutation,
                    const RecordJob& work, const Reply<OrderAnswer>& reply);
    // app_service_transfer.cpp. `answer` of one that is not refused.
    void onTransfer(EventId event, const Mutation& mutation, const RecordJob& work,
                    const Reply<TransferAnswer>& reply,
                    std::function<TransferAnswer(const engine::Outcome&)> answer);
    enum class TransferToken { Link, Holder };  // Before it was accepted, and after.
    std::string transferTokenOf(EventId event, engine::TransferId id, TransferToken which) const;
    bool hasTransferToken(EventId event, const CallerCredentials& caller,
                          TransferToken which) const;
    Answer<TicketsAnswer> transferredTickets(EventId event, OrderId order,
                                             const CallerCredentials& caller) const;
    Answer<engine::Command> withContact(EventId event, engine::ExchangeTickets command) const;
    // Replies to the holder of the reservation.
    void exchangeWithRecord(EventId event, const CallerCredentials& taker, const Mutation& mutation,
                            engine::ExchangeTickets command, const Reply<OrderAnswer>& reply);
    // Of an order whose money only the record has.
    void addRecord(OrderAnswer answer, const Reply<OrderAnswer>& reply);
    void chooseGiftCard(EventId event, TenderAsk ask, const TenderOf& of,
                        const Reply<engine::TenderChoice>& reply);
    Reply<engine::TenderChoice> unlessKnown(EventId event, const TenderOf& of,
                                            Reply<engine::TenderChoice> reply);
    Answer<engine::TenderChoice> giftCardChoice(const TenderAsk& ask, const Missing& missing) const;
    void missingOf(EventId event, const TenderOf& of, Reply<Missing> reply);
    void lookIntoStray(EventId event, AttemptId attempt);
    Answer<Record> strayRecord(EventId event, AttemptId attempt) const;
    void askAboutStray(EventId event, AttemptId attempt, const Record& record, Currency currency);
    void recordStray(EventId event, engine::RecordStray stray, int tries);

    // app_service_desk.cpp. Adds what the database alone knows of a seat: whose a sold one is, and
    // the buyer's name.
    Answer<SeatAnswer> withSale(SeatAnswer answer, BuyerName buyer) const;

    // app_service_papers.cpp.
    void draw(const Reply<Paper>& reply, std::function<Answer<Paper>()> work);
    Problem paperProblem(EventId event, const InvoiceAsk& ask, const Error& error) const;

    Answer<EventAnswer> eventAnswer(EventId event) const;
    Answer<LayoutAnswer> layoutAnswer(EventId event);
    // REQUIRES: the layout is there.
    Answer<plan::KnownLayout> knownLayout(LayoutId id) const;
    // app_service_disruption.cpp. Replies with the event as it is after the job.
    void submitForEvent(EventId event, EventJob job, Reply<EventAnswer> reply);
    void changeTerms(EventId event, Mutation mutation,
                     std::function<engine::ChangeTerms(const engine::EventEngine&)> make,
                     TermsJudge judge, Reply<EventAnswer> reply);
    // `transfer`: codes of its tickets; 0: of those that were not handed on.
    Answer<TicketsAnswer> ticketsAnswer(EventId event, OrderId order, Currency currency,
                                        engine::TransferId transfer) const;
    Answer<std::int64_t> createdBefore(const Mutation& mutation) const;
    Answer<std::int64_t> createdMeanwhile(const Mutation& mutation, const Error& error) const;
    std::int64_t newSharedId() { return newSharedIds(1); }

    AppDependencies with_;
    RecordDesk records_;
    std::shared_ptr<OrderWatches> watches_;
    std::atomic<std::int64_t> unknownWarnedAt_{0};  // Monotonic.
    std::mutex idMutex_;
    std::int64_t lastSharedId_ = 0;
};

}  // namespace tessera::app
