// SPDX-License-Identifier: Apache-2.0
// One buyer with one order, whatever fails meanwhile: each step is asked again under its request id
// until it is answered, and what was answered is written down.
//
// What a person does follows from its random numbers; when it does it, from the machine. Blocks;
// one thread at a time.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/chaos/world.h"

namespace tessera::chaos {

using Random = std::mt19937_64;
using Clock = std::chrono::system_clock;

class Person {
public:
    Person(World& world, int number, std::uint64_t seed);

    // Until the order has come to something, or this buyer has left. A time: then comeBack() is
    // to be called.
    std::optional<Clock::time_point> buy();
    void comeBack();

private:
    using Answer = integration::Answer;
    using Json = integration::Json;
    using Millis = integration::Millis;

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    bool chance(int perCent) { return upTo(99) < perCent; }
    Way drawWay();

    Answer untilAnswered(const std::function<Answer()>& step, const char* what);
    bool hold();
    bool checkout();
    Json firstTender();
    Answer checkoutWith(const Json& tender, const std::string& requestId);
    Json payable();
    Answer confirm(const Json& payment, const std::string& card);
    void askTheBank();
    void cancel();
    void cancelWhilePaying();
    void payTheRest();
    void payAtTheTill();
    void payAtReader();
    Answer askReader(const std::string& path);
    void payWith(const std::string& card);
    // Watches for so long; true if the order is paid.
    bool watch(Millis limit);
    void tellOrder(const Answer& order);
    void giveBack(bool byStaff);
    std::optional<Clock::time_point> payLater();

    World& world_;
    const int number_;
    Random random_;
    integration::Buyer buyer_;
    const integration::Sale* sale_ = nullptr;
    std::int64_t total_ = 0;
    std::string payDeadline_;
    Way way_ = Way::Pays;
    Json kept_;  // What a late buyer still has to pay with.
    std::string reader_;
    bool inParts_ = false;
    bool askedAgain_ = false;
};

}  // namespace tessera::chaos
