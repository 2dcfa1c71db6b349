// SPDX-License-Identifier: Apache-2.0
// Kills the server at drawn instants and starts it again: at any time, right behind something that
// the sandbox has just done, while the server is taking over again, or when an order has come into
// a state that is rare. Rare states that had no kill yet come first.
//
// For the thread that made the stack. What stood in the database when it was dead is counted.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/chaos/sandbox.h"
#include "tests/chaos/tables.h"
#include "tests/integration/stack.h"

namespace tessera::chaos {

struct Killed {
    int kills = 0;
    // By state and by kind of call: in how many kills there was one, and how many there were.
    struct Hit {
        int kills = 0;
        int rows = 0;
    };
    std::map<std::string, Hit> orderStates{};
    std::map<std::string, Hit> calls{};
    // What the provider's own staff did meanwhile.
    int authorizationsTakenBack = 0;
    int capturedByOthers = 0;
    bool diedByItself = false;

    // States of orders on their way in which no kill fell.
    std::vector<std::string> missed() const;
};

class Killer {
public:
    // REQUIRES: all outlive it. `meddles`: with the provider's own staff.
    struct Parts {
        integration::Stack& stack;
        audit::Database& database;
        Sandbox& sandbox;
        bool meddles = false;
    };
    Killer(Parts parts, std::uint64_t seed) : with_(parts), random_(seed) {}

    // One kill, or several one right after the other, and the server is up again.
    void killOnce();
    // False: the server ended, and nobody had killed it. Starts it again.
    bool look();
    const Killed& killed() const { return killed_; }

private:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    void awaitLine(const std::string& type);
    bool awaitState(const std::string& state);
    // False: nothing is missed, or nothing leads there now.
    bool aimAtMissed();
    void restart(bool meddle);
    void count();
    // States that orders will come into for it.
    std::vector<std::string> meddle();

    const Parts with_;
    std::mt19937_64 random_;
    Killed killed_;
};

}  // namespace tessera::chaos
