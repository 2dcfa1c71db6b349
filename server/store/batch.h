// SPDX-License-Identifier: Apache-2.0
// A batch: the net changes of many commands on one event, for one fenced transaction.
//
// `add` merges: a seat taken and freed within the batch is written once or not at all; an update of
// a row that the batch inserts is folded into the insert. What a row expects to find is what the
// first change of the batch expected. Not thread-safe; the event's actor owns the open batch.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "server/engine/changes.h"
#include "server/store/trail.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::store {

// What apply_batch writes into event_owner beside the changes.
struct BatchHead {
    EventId event;
    std::int64_t epoch = 0;
    std::int64_t batch = 0;   // previous last_batch + 1
    Instant now;              // last_time
    Instant wakeAt;           // Instant::never() if nothing waits.
    bool mapChanged = false;  // map_revision = batch
    // What staff did by its commands, in their order: the next rows of the event's chain.
    std::vector<TrailRow> trail{};
};

class Batch {
public:
    // Moves the changes in. REQUIRES: they follow what was added before.
    void add(engine::Changes&& changes);

    bool empty() const { return merged_.empty(); }
    const engine::Changes& changes() const { return merged_; }
    // True if a seat's status or an area's counts differ after the batch.
    bool mapChanged() const;
    void clear();

private:
    void addSeats(const std::vector<engine::SeatChange>& seats);
    void dropSeat(std::size_t index);
    void addAreas(const std::vector<engine::AreaChange>& areas);
    void addReservations(engine::Changes& changes);
    void addReprices(std::vector<engine::Reprice>& reprices);
    void addOrders(engine::Changes& changes);
    void addAttempts(engine::Changes& changes);
    void addRefunds(engine::Changes& changes);
    void addTickets(engine::Changes& changes);
    void addOutbox(engine::Changes& changes);
    void addCodes(engine::Changes& changes);
    void addCodeUse(const engine::CodeUse& use);

    engine::Changes merged_;
    std::unordered_map<SeatNo, std::size_t> seatAt_;
    std::unordered_map<ReservationId, std::size_t> reservationAt_;
    std::unordered_map<ReservationId, std::size_t> reservationUpdateAt_;
    std::unordered_map<ReservationId, std::size_t> repriceAt_;
    std::unordered_map<OrderId, std::size_t> orderAt_;
    std::unordered_map<OrderId, std::size_t> orderUpdateAt_;
    std::unordered_map<AttemptId, std::size_t> attemptAt_;
    std::unordered_map<AttemptId, std::size_t> attemptUpdateAt_;
    std::unordered_map<RefundId, std::size_t> refundAt_;
    std::unordered_map<RefundId, std::size_t> refundUpdateAt_;
    std::unordered_map<TicketId, std::size_t> ticketAt_;
    std::unordered_map<TicketId, std::size_t> ticketUpdateAt_;
    std::unordered_map<OutboxSeq, std::size_t> outboxAt_;
};

}  // namespace tessera::store
