// SPDX-License-Identifier: Apache-2.0
// What people hear of a node that is killed while it serves them.
#include <gtest/gtest.h>

#include "tests/simulation/audit/auditor.h"
#include "tests/simulation/node/sim_shop.h"
#include "tests/simulation/run/venue.h"

namespace tessera::simulation {
namespace {

// One node, nobody else, and no faults but those of the test.
class NodeDeathTest : public testing::Test {
protected:
    NodeDeathTest() {
        faults_.heal();
        events_ = makeEvents(database_, Random(2));
        open();
    }
    void open() {
        places_ = std::make_unique<Places>(
            SimNode::Surroundings{agenda_, fibers_, faults_, trace_, network_, database_, house_,
                                  shared_, nobody_},
            1, Random(3));
        followers_ = std::make_unique<Followers>(*places_, Random(4));
        shop_ = std::make_unique<SimShop>(*places_, *followers_, Random(5));
        places_->startAll();
        pass(Duration::ofSeconds(1));
    }
    void pass(Duration time) {
        bool over = false;
        agenda_.after(time, kWorld, [&over] { over = true; });
        while (!over && agenda_.step(INT64_MAX)) {
        }
    }
    // Of a reservation that nobody has: the answer comes out of a read of the database.
    void askAround() {
        Asked asked;
        asked.call = shop_->nextCall();
        asked.event = events_.front().event;
        asked.caller.bytes[0] = 1;
        asked.question = AskReservation{ReservationId{77}};
        shop_->ask(std::move(asked), [this](std::optional<Said> said) {
            heardAt_ = agenda_.now();
            said_ = std::move(said);
        });
    }

    struct Nobody final : Addresses {
        bool isAlive(ProcessNo /*process*/) const override { return false; }
    };
    Agenda agenda_;
    Trace trace_{agenda_};
    Fibers fibers_{agenda_};
    Faults faults_{Random(1)};
    Network network_{agenda_, faults_, trace_, Random(1)};
    Auditor auditor_;
    SimDatabase database_{
        {agenda_, faults_, trace_, &auditor_}, Instant{1'790'000'000'000'000}, Random(1)};
    SharedParts shared_;
    SimProviderHouse house_{{agenda_, network_, faults_, trace_, auditor_, Random(1), {}}};
    Nobody nobody_;
    std::vector<EventOnSale> events_;
    std::unique_ptr<Places> places_;
    std::unique_ptr<Followers> followers_;
    std::unique_ptr<SimShop> shop_;
    std::int64_t heardAt_ = 0;
    std::optional<Said> said_;
};

// Steps until the read is under way: the question has arrived and no answer was sent. Then kills.
TEST_F(NodeDeathTest, WhoAskedOneThatIsKilledIsToldNothingByIt) {
    askAround();
    pass(Duration::ofSeconds(2));  // The event is taken, and the first answer has come.
    ASSERT_TRUE(said_.has_value());
    int unheard = 0;
    for (std::int64_t after = 200; after < 60000; after += 700) {
        SCOPED_TRACE("killed after " + std::to_string(after) + " us");
        said_.reset();
        heardAt_ = 0;
        const std::int64_t from = agenda_.now();
        askAround();
        pass(Duration::ofMicros(after));
        const bool heard = heardAt_ > 0;
        places_->kill(0, Duration::ofSeconds(1));
        pass(Duration::ofSeconds(20));
        ASSERT_GT(heardAt_, 0);
        if (heard) continue;
        if (!said_) {
            ++unheard;
            continue;
        }
        // What it had sent was on its way: it comes at once, and is an answer of a living node.
        const auto* problem = std::get_if<app::Problem>(&*said_);
        ASSERT_TRUE(problem != nullptr);
        EXPECT_NE(problem->kind, app::ProblemKind::Unavailable) << problem->reason;
        EXPECT_LT(heardAt_ - from, after + 25000);
    }
    EXPECT_GT(unheard, 5);
}

// The reply that came out of such a read ran on a shop that was destroyed.
TEST_F(NodeDeathTest, APlaceMayOutliveTheShopWhoseReadItHasUnderWay) {
    for (std::int64_t after = 3000; after < 40000; after += 1500) {
        askAround();
        pass(Duration::ofSeconds(2));
        for (int i = 0; i < 10; ++i) askAround();
        pass(Duration::ofMicros(after));
        shop_.reset();
        followers_.reset();
        places_.reset();
        agenda_.drop(kWorld);  // What was on its way to them.
        open();
    }
}

}  // namespace
}  // namespace tessera::simulation
