// SPDX-License-Identifier: Apache-2.0
// A staff port in the test's process: one theatre, one evening, and whatever a test wants answered.
//
// Thread-safe; calls come on threads of gRPC. One at a time: they share a server. It judges as
// little as a test needs: seats that are free can be held, a hold lasts as long as it is told,
// prices are the event's.
#pragma once

#include <string>
#include <vector>

#include "shared/client/link.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/reservation_service.pb.h"

namespace tessera::gui {

// Of the theatre: three blocks of eight rows with sixteen seats, block by block one category, and
// forty places to stand.
inline constexpr int kFakeRowSeats = 16;
inline constexpr int kFakeBlockSeats = 8 * kFakeRowSeats;
inline constexpr int kFakeSeats = 3 * kFakeBlockSeats;
inline constexpr const char* kFakeEvent = "0fakeevent001";

class FakeHouse {
public:
    // Begins anew: everything is free, nothing was asked.
    FakeHouse();

    client::Endpoint endpoint() const;
    std::string event() const { return kFakeEvent; }

    // As somebody else's: told to watchers. `status`: of SeatStatus.
    void setSeats(const std::vector<int>& seats, int status);
    // Somebody takes them at the same instant as the next hold: its caller's map does not show it.
    void takeUnseen(const std::vector<int>& seats);
    void setHoldSeconds(int seconds);
    // The next calls of that method are refused so, or, with INTERNAL, are done and not answered.
    struct Fault {
        std::string method{};  // "CreateReservation".
        std::string reason{};  // Of errors.proto; empty: INTERNAL, after it was done.
        int times = 1;
    };
    void fault(Fault fault);

    // Whoever signs in next.
    void setStaff(const std::string& staff);
    // Answers to changes of prices are on their way for as long as this is so.
    void holdPriceAnswers(bool held);

    int calls(const std::string& method) const;
    // Of mutations: the ids that came, in order.
    std::vector<std::string> requestIds(const std::string& method) const;
    v1::RepriceReservationRequest lastReprice() const;
    std::string lastApproval() const;
    int reservationsHeld() const;
    // Somebody has: every reservation that is held becomes an order that is being paid.
    void checkOutAll();

    struct Parts;
};

}  // namespace tessera::gui
