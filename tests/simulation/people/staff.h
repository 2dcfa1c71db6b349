// SPDX-License-Identifier: Apache-2.0
// Somebody of the box office: blocks seats, makes codes, closes and opens the sale.
//
// At human pace, until nobody comes any more; what it closed it opens before it goes.
#pragma once

#include <string>
#include <vector>

#include "tests/simulation/people/visitor.h"

namespace tessera::simulation {

class Staff final : public Visitor {
public:
    Staff(Scene& scene, std::int32_t number, Random random, const EventOnSale& event)
        : Visitor(scene, number, random), event_(event) {}
    void arrive() override { next(); }

private:
    void next();
    void act();
    void allocate();
    void giveBack();
    void makeCode();
    void closeSale();
    void openSale();
    // With the retries of somebody who wants it done; then the next thing.
    void tell(const Question& question);

    const EventOnSale& event_;
    std::vector<SeatNo> blocked_;
    std::int32_t codes_ = 0;
    bool isClosed_ = false;
};

// Somebody at the till: takes back tickets whatever the rules say, and hands out the cash that is
// to go back, until there is none. Never in anybody's way: it does not count as here.
class Cashier final : public Visitor {
public:
    Cashier(Scene& scene, std::int32_t number, Random random, const EventOnSale& event)
        : Visitor(scene, number, random), event_(event) {
        client_.standAtCounter(true);
    }
    void arrive() override {
        leave();
        next();
    }

private:
    void next();
    void lookAtList();
    void handOut(const app::ManualAnswer& list);
    void takeBack();

    const EventOnSale& event_;
};

// Somebody of the box office who comes once, for an event that is left alone otherwise: takes some
// seats off sale or puts them back, and goes.
class Clerk final : public Visitor {
public:
    Clerk(Scene& scene, std::int32_t number, Random random, const EventOnSale& event)
        : Visitor(scene, number, random), event_(event) {}
    void arrive() override;

private:
    const EventOnSale& event_;
};

}  // namespace tessera::simulation
