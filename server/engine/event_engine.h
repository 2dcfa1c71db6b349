// SPDX-License-Identifier: Apache-2.0
// All rules of one event: apply(command, now) -> outcome + changes.
//
// Pure: no clock, no random, no I/O, no threads. The same commands at the same instants give the
// same outcomes, changes and hash. Each command is judged as if all that is due at its `now` had
// been released first. Not thread-safe; an actor owns one engine per event.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/commands.h"
#include "server/engine/layout.h"
#include "server/engine/pricing.h"
#include "server/engine/terms.h"
#include "server/engine/timers.h"

namespace tessera::engine {

// What a caller is shown of a reservation.
struct ReservationView {
    ReservationId id;
    CallerHash buyer;
    Channel channel = Channel::Web;
    ReservationState state = ReservationState::Held;
    Instant createdAt;
    Instant expiresAt;
    std::vector<SeatPick> seats;
    std::vector<AreaPlaces> areas;
    Quote quote;
    Currency currency;
    OrderId order;
    ReleaseReason reason = ReleaseReason::None;
};

// A tender with its latest attempt.
struct TenderView {
    TenderId id;
    TenderKind kind = TenderKind::Card;
    ProviderKind provider = ProviderKind::Stripe;
    Money amount;       // The attempt's; before there is one the most that it will be.
    AttemptId attempt;  // 0: waits for the tender before it to be over.
    AttemptState state = AttemptState::Opening;
    bool surplus = false;  // An earlier attempt whose money came late and goes back.
    std::string cardLast4{};
    std::string declineReason{};  // As ProviderAnswer's.
};

struct RefundView {
    RefundId id;
    RefundId group;
    AttemptId attempt;
    RefundReason reason = RefundReason::Compensation;
    RefundState state = RefundState::Queued;
    Money amount;
    Money retained;
};

struct OrderView {
    OrderId id;
    ReservationId reservation;
    CallerHash buyer;
    OrderState state = OrderState::Paying;
    Instant createdAt;
    Instant payDeadline;
    Money total;
    AttemptId attempt;  // The open one, or the latest that is not over; 0: none.
    AttemptState attemptState = AttemptState::Opening;
    ProviderKind provider = ProviderKind::Stripe;  // The attempt's.
    TenderKind tender = TenderKind::Card;          // The attempt's.
    Money attemptAmount;
    std::string objectId;      // Empty while Opening.
    std::string clientSecret;  // Only while the buyer can pay (Paying, Unpaid).
    std::vector<SeatPick> seats;
    std::vector<AreaPlaces> areas;
    Quote quote;  // Of what is left where tickets were returned; `total` is what was bought for.
    Currency currency;
    std::vector<TicketId> tickets;  // Those that are not void.
    bool moveAccepted = false;
    // What is in memory: nothing of an order whose money is at rest.
    Money covered{};  // Authorized and captured.
    std::vector<TenderView> tenders{};
    std::vector<RefundView> refunds{};
};

// A seat, and who has it.
struct SeatView {
    SeatNo seat;
    SeatState state;
    // Of one that is held.
    ReservationId reservation{};
    ReservationState reservationState = ReservationState::Held;
    Channel channel = Channel::Web;
    Instant expiresAt{};
    OrderId order{};  // 0: not checked out.
    OrderState orderState = OrderState::Released;
    Instant payDeadline{};
    // Of one that is sold; whose that is the database knows.
    TicketId ticket{};
};

struct Outcome {
    Refusal refusal = Refusal::None;
    std::vector<SeatNo> seats;  // The seats that the refusal is about, ascending, at most 100.
    std::int64_t limit = 0;     // The limit that was met, where the refusal has one.
    Instant when{};             // When the sale opens, where the refusal has it.
    std::int64_t target = 0;    // Code id, terms version, seats changed.
    Money back{};               // What goes back of what was paid.
    std::variant<std::monostate, ReservationView, OrderView, SeatView, Code> view;
    bool hadEffect = false;  // True if the command itself (not what was due) changed the state.
    Money givenAway{};       // Of RepriceReservation: what its adjustments save the buyer.
};

// Everything that a new owner loads (DESIGN 5); released and finished rows are left out.
struct LoadedEvent {
    EventId event;
    std::vector<EventTerms> terms;  // Ascending by version; the last is in force. Not empty.
    std::vector<SeatState> seats;   // One per seat of the layout.
    struct AreaCount {
        std::int32_t held = 0;
        std::int32_t sold = 0;
    };
    std::vector<AreaCount> areas;
    std::vector<Code> codes;
    std::vector<ReservationRow> reservations;  // Held, Paying and Sold.
    struct LoadedOrder {
        OrderRow row;  // Contact and quote empty.
        std::int32_t version = 0;
        std::int32_t acceptedMove = 0;
        std::vector<TenderRow> tenders;  // Each list ascending by id.
        std::vector<AttemptRow> attempts;
        std::vector<AttemptUpdate> attemptFacts;  // Beside attempts: object id, amounts.
        std::vector<RefundRow> refunds;
        std::vector<RefundUpdate> refundFacts;  // Beside refunds.
        std::vector<TicketRow> tickets;         // All that it ever had.
    };
    // All but Released; of those without a live reservation the ones that a provider owes a refund.
    std::vector<LoadedOrder> orders;
    std::vector<OutboxRow> outbox;
    std::int64_t lastId = 0;     // The largest id ever given in this event.
    std::int64_t lastBatch = 0;  // event_owner.last_batch.
    Instant lastTime;            // event_owner.last_time.
};

// What of the rows does not agree with the rest or with the layout, in ids and numbers, for an
// operator's log; nothing if an engine can be made of them.
std::optional<std::string> faultOf(const Layout& layout, const LoadedEvent& loaded);

inline constexpr std::int32_t kReleasedRemembered = 20000;  // Released reservations in memory.
// Live ones: as many as the largest layout has places.
inline constexpr std::int32_t kReservationsMax = kSeatsMax + kAreaCapacityMax;
inline constexpr std::int32_t kCodesMax = 10000;

// One thing that an engine does by itself in its time; the same after loading.
struct DueThing {
    TimerKind kind = TimerKind::HoldExpiry;
    std::int64_t id = 0;  // Of its reservation, order or outbox row; the allocation's number.

    bool operator==(const DueThing&) const = default;
};

class EventEngine {
public:
    // REQUIRES: !faultOf(*layout, loaded).
    EventEngine(std::shared_ptr<const Layout> layout, LoadedEvent loaded);
    ~EventEngine();
    EventEngine(EventEngine&&) noexcept;
    EventEngine& operator=(EventEngine&&) noexcept;

    // A fresh event: every seat available.
    static EventEngine fresh(EventId event, std::shared_ptr<const Layout> layout, EventTerms terms);

    // After a take-over: moves the deadlines of holds by now - lastTime, at most 60 s in all per
    // hold. Call once, before the first apply.
    void resume(Instant now, Changes& changes);

    // Applies one command. `now` never goes back; an earlier one is taken as the latest seen.
    // Appends to `changes`.
    [[nodiscard]] Outcome apply(const Command& command, Instant now, Changes& changes);

    // Does at most `limit` things that are due at `now` (holds released, orders fenced, provider
    // asked again, some seats of an allocation given to the public), earliest first, ids ascending
    // at one instant. Returns how many.
    std::size_t releaseDue(Instant now, std::size_t limit, Changes& changes);
    bool hasDue(Instant now) const;
    // What releaseDue does first. REQUIRES: hasDue(now).
    DueThing firstDue(Instant now) const;
    // Puts it off, with its seats kept: the database refused its release. False where it is not due
    // at `now`. Looks through all that is to come. REQUIRES: until > now.
    bool postpone(const DueThing& due, Instant now, Instant until);
    Instant nextDue() const;  // When hasDue becomes true; Instant::never() if nothing waits.
    // Whether a buyer's time runs: a hold, an order, a question to a provider. Allocations that are
    // released some day are no reason to commit while nothing happens.
    bool keepsTime() const;
    // event_owner.wake_at: nextDue, or when the first unfinished provider call may start, or
    // returnsDue, if that is earlier. A time in the past means that a call is under way, or that
    // tickets are being returned; releaseDue has no part in it.
    Instant wakeAt() const;

    // From when on the owner is to return tickets of a cancelled or moved event, until everything
    // is returned and that is written (FinishDisruption); never(): nothing is to be done.
    Instant returnsDue() const;
    // The orders whose tickets are to be returned next, ascending, at most `most`, none of `aside`.
    // Fewer or none where so many refunds are under way that those come first. O(orders).
    std::vector<OrderId> nextReturns(Instant now, std::size_t most,
                                     const std::set<OrderId>& aside) const;
    // Whether FinishDisruption would have an effect. O(orders).
    bool returnsAreDone(Instant now) const;

    // One byte per seat in the layout's order (SeatStatus).
    std::span<const std::uint8_t> seatMap() const;
    std::int32_t areaFree(AreaNo area) const;
    SeatState seatState(SeatNo seat) const;

    const Layout& layout() const;
    const EventTerms& terms() const;
    // Equal states have equal hashes, whatever commands led there.
    std::uint64_t stateHash() const;
    std::size_t memoryBytes() const;
    // Aborts if an invariant is broken: counts, holders, timers, limits. O(state); for tests.
    void checkInvariants() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::engine
