// SPDX-License-Identifier: Apache-2.0
// The search for an order: Wing and Gong's, with Lowe's memory of what was tried.
//
// Deterministic. Exact both ways within its bound: Linearizable is said with an order that the
// model admits and that keeps real time, NotLinearizable after every order was tried or excluded
// (but for a collision of 128-bit hashes, hash.h). Beyond the bound it says Undecided.
// docs/algorithms/ linearizability.md says which orders are excluded, and why none of them is
// missed. Not thread-safe; refers to its Program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/history/foresight.h"
#include "tools/history/hash.h"
#include "tools/history/model.h"
#include "tools/history/optionals.h"
#include "tools/history/tried.h"

namespace tessera::history {

enum class Verdict : std::uint8_t { Linearizable, NotLinearizable, Undecided };

struct SearchLimits {
    // Configurations remembered (tried.h).
    std::size_t memory = 1U << 23U;
};

// One element of an order: a step of an entry, or a turn.
struct Placed {
    int entry = kNone;  // kNone: the turn.
    int step = kNone;
    Turn turn{};
};

// What the model has against an entry.
struct Objection {
    int entry = kNone;
    std::string what;
};

// Where the search came furthest: what was placed last, and what could not come next.
struct DeadEnd {
    std::vector<Placed> last;        // The end of the order, oldest first.
    std::vector<Objection> against;  // To what had to come next, and to what could have.
};

struct Found {
    Verdict verdict = Verdict::Undecided;
    std::size_t configurations = 0;
    std::size_t placed = 0;         // Operations that came to be placed, of those that had to.
    int blocked = kNone;            // The entry that had to come next where it came furthest.
    std::vector<Placed> order;      // Where there is one.
    std::vector<DeadEnd> deadEnds;  // A few, where there is none.
};

class Search {
public:
    Search(const Program& program, SearchLimits limits);
    // REQUIRES: one of the two, called once. Exact within the bound.
    Found run();
    // Looks for an order a stretch at a time, and where it gets stuck only a little way back, first
    // without calls that never had to happen. Finds most orders in no time; never says
    // NotLinearizable.
    Found seek();

private:
    struct Choice {
        std::int64_t hint;
        Placed what;
        bool near = false;  // Asked for by a call that is near (seek()).
    };
    // A configuration, after what settled in it.
    struct Frame {
        std::size_t modelMark;
        std::size_t orderMark;
        std::vector<Choice> choices;
        std::size_t next = 0;
        bool optionalToo = false;
        std::size_t spent = 0;
        std::size_t placed = 0;
    };

    void linkUp();
    void nextStretch();
    bool widen();
    bool repair();
    bool isCulprit(const Placed& what, const Refusal& why) const;
    void noteCulprits();
    bool isHeldBack(const Placed& what) const;
    void startAgain();
    void restart(std::size_t optional);
    void markNear();
    bool isNear(const Step& step) const;
    bool isNear(int booking) const;
    void keepNear(std::vector<Choice>& choices) const;
    Found finish(bool done);
    bool descend();
    bool advance();
    void settle();
    void settleOne(int entry);
    void gather(std::vector<Choice>& choices) const;
    void hurry(std::vector<Choice>& choices) const;
    void gatherOf(int entry, std::vector<Choice>& choices) const;
    void gatherOptional(std::vector<Choice>& choices);
    void dropHopeless(std::vector<Choice>& choices) const;
    std::int64_t waitsSince(const Turn& turn) const;
    std::vector<Refusal> refusals() const;
    bool staffIsNear() const;
    void offer(std::int64_t hint, const Refusal& why, std::vector<Choice>& choices) const;
    void place(const Placed& what);
    void undoTo(const Frame& frame);
    void lift(int entry);
    void unlift(int entry);
    void noteDeadEnd();
    Objection against(int entry) const;

    std::int64_t firstEnd() const;
    // In a repair: whether calls that never had to happen are tried first.
    bool hurriesOptional() const {
        return budget_ != SIZE_MAX && spent_.size() < spentMax_ && random_ / 256 % 2 == 0;
    }
    bool inWindow(int entry) const { return entry != end_ && begin(entry) <= firstEnd(); }
    std::int64_t begin(int entry) const;

    const Program& program_;
    Model model_;
    Optionals optionals_;
    Foresight foresight_;
    Tried tried_;
    std::vector<std::int64_t> cancelled_;  // By booking: when a call asked for it.
    Hash lifted_;
    std::vector<char> isLifted_;
    std::vector<std::uint64_t> considered_;  // By step: the last time it was asked about.
    std::uint64_t asked_ = 0;
    bool thorough_ = true;
    std::vector<int> spent_;  // Of the optional ones, those that are placed; ascending.
    bool full_ = false;
    int end_ = 0;  // The lists' head and tail.
    std::vector<int> nextBegin_, previousBegin_, nextEnd_, previousEnd_;
    std::vector<Placed> order_;
    std::vector<Frame> frames_;
    // Of seek(): frames below are not changed, and no more optional calls than these are placed.
    std::size_t floor_ = 0;
    std::size_t spentMax_ = SIZE_MAX;
    std::size_t goal_ = 0;
    std::size_t attempt_ = 0;
    struct Culprit {
        Placed what;
        std::size_t position;
    };
    struct HeldBack {
        Placed what;
        int until;
    };
    std::vector<Culprit> culprits_;
    std::vector<HeldBack> heldBack_;
    std::size_t deepest_ = 0;
    int blockedNow_ = kNone;
    std::uint64_t random_ = 1;
    std::size_t budget_ = SIZE_MAX;
    std::vector<char> nearSeat_;
    std::vector<char> nearBuyer_;
    bool nearArea_ = false;
    std::size_t placed_ = 0;
    std::size_t toPlace_ = 0;
    Found found_;
};

}  // namespace tessera::history
