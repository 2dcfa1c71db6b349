// SPDX-License-Identifier: Apache-2.0
// What the database's server is doing: what is in service, who has an event's fence, whether it is
// there at all.
//
// Deterministic, in simulated time. A transaction that writes an event has its fence from when it
// gets it until its end; the others of the event wait in their order. Down: connections break, what
// is in service is done or not by chance, and nothing begins until the time is over.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>

#include "shared/base/ids.h"
#include "tests/simulation/world/agenda.h"
#include "tests/simulation/world/faults.h"
#include "tests/simulation/world/trace.h"

namespace tessera::simulation {

class DatabaseService {
public:
    enum class Kind : std::uint8_t { Read, LongRead, Commit, TakeOver };
    enum class Ending : std::uint8_t {
        Served,        // To be done now.
        Unheard,       // To be done now; the connection broke before anybody was told.
        Broken,        // Not done: the connection broke.
        LockTimedOut,  // Not done: the fence was not to be had in time.
    };
    struct Work {
        Kind kind = Kind::Read;
        EventId event;  // Whose fence it needs, if it is no read.
        // Called once, at its end. It may not begin or end other work.
        std::function<void(Ending)> end;
    };

    DatabaseService(Agenda& agenda, Faults& faults, Trace& trace, Random random)
        : agenda_(agenda), faults_(faults), trace_(trace), random_(random) {}

    // The instant of true time at which it will be done if nothing comes between; 0: it has to wait
    // for its fence first. REQUIRES: !isDown().
    std::int64_t serve(Work work);

    void goDown(Duration time);
    void goSlow(Duration time);
    bool isDown() const { return agenda_.now() < downUntil_ && !faults_.healed(); }
    // A connection is of one life; it ends with it.
    std::int64_t life() const { return life_; }
    Random& random() { return random_; }

private:
    using WorkNo = std::int64_t;
    struct Running {
        Work work;
        bool begun = false;
        EntryNo next = 0;
    };

    std::int64_t begin(WorkNo no);
    void finish(WorkNo no, Ending ending);
    void endBlockers(WorkNo no);
    Duration timeFor(Kind kind);

    Agenda& agenda_;
    Faults& faults_;
    Trace& trace_;
    Random random_;
    std::int64_t downUntil_ = 0;
    std::int64_t slowUntil_ = 0;
    bool slowCounted_ = false;
    std::int64_t life_ = 0;
    WorkNo last_ = 0;
    std::map<WorkNo, Running> running_;
    std::map<EventId, std::deque<WorkNo>> fences_;  // The first has it, the others wait.
};

}  // namespace tessera::simulation
