// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/crowd.h"

#include <gtest/gtest.h>

#include "tests/engine/hall.h"
#include "tests/simulation/people/counter_shop.h"

namespace tessera::simulation {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr EventId kFirst{1};
constexpr EventId kSecondEvent{2};

std::vector<EventOnSale> events() {
    auto terms = engine::makeTerms();
    terms.holdFor = Duration::ofSeconds(90);
    terms.payWithin = Duration::ofSeconds(240);
    const auto hall = engine::makeHall(30, 40);
    return {{kFirst, hall, terms}, {kSecondEvent, engine::makeHall(8, 10), terms}};
}

struct World {
    explicit World(std::uint64_t seed, Trace::Writer writer = {})
        : random(seed), trace(agenda, std::move(writer)) {}

    Random random;
    Agenda agenda;
    Trace trace;
    Faults faults{random.fork()};
    Network network{agenda, faults, trace, random.fork()};
    Bystander witness;
    CounterShop* hinted = nullptr;
    SimProviderHouse house{
        {agenda,
         network,
         faults,
         trace,
         witness,
         random.fork(),
         [this](EventId event, AttemptId attempt) {
             if (hinted != nullptr) hinted->hint(event, attempt);
         },
         {},
         [this](const payments::WebhookItem& item, const std::function<void()>& taken) {
             if (hinted != nullptr) hinted->deliver(item, taken);
         }}};
    CounterShop shop{{agenda, network, house, random.fork(), engine::kOpening}, events()};
    Crowd crowd{{agenda, faults, trace, shop, house, witness, random.fork(), events()}};

    std::function<void()> eachSecond = [] {};
    void tick() {
        eachSecond();
        agenda.after(Duration::ofSeconds(1), kWorld, [this] { tick(); });
    }

    void run(std::int64_t seconds, std::int64_t calm) {
        hinted = &shop;
        crowd.start();
        tick();
        while (agenda.now() < seconds * kSecond && agenda.step(seconds * kSecond)) {
        }
        crowd.stopNewBuyers();
        faults.heal();
        network.healAll();
        const std::int64_t end = agenda.now() + calm * kSecond;
        while (!crowd.allDone() && agenda.step(end)) {
        }
    }
};

TEST(CrowdTest, OneSeedIsOneStoryAndAnotherSeedIsAnother) {
    std::vector<std::uint64_t> hashes;
    for (const std::uint64_t seed : {7, 7, 8}) {
        World world(seed);
        world.run(200, 3600);
        hashes.push_back(world.trace.hash());
    }
    EXPECT_EQ(hashes[0], hashes[1]);
    EXPECT_NE(hashes[0], hashes[2]);
}

TEST(CrowdTest, TheStoryIsToldWithoutChangingTheHash) {
    World quiet(3);
    quiet.run(60, 3600);
    std::int64_t lines = 0;
    World told(3, [&](const std::string& line) { lines += line.empty() ? 0 : 1; });
    told.run(60, 3600);
    EXPECT_EQ(quiet.trace.hash(), told.trace.hash());
    EXPECT_GT(lines, told.witness.asked);
}

TEST(CrowdTest, EverybodyIsGoneInTheEndAndEveryCallWasAnsweredOrTimedOut) {
    std::int64_t longest = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        World world(seed);
        world.run(300, 3600);
        EXPECT_TRUE(world.crowd.allDone()) << "seed " << seed;
        longest = std::max(longest, world.agenda.now() / kSecond - 300);
        EXPECT_EQ(world.witness.asked, world.crowd.calls()) << "seed " << seed;
        EXPECT_EQ(world.witness.asked, world.witness.said + world.crowd.unanswered())
            << "seed " << seed;
    }
    EXPECT_LT(longest, 1200);
}

TEST(CrowdTest, AnHourHasAsManyCallsAsItsKnobSaysInBursts) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        World world(seed);
        std::int64_t most = 0;
        std::int64_t before = 0;
        world.eachSecond = [&] {
            most = std::max(most, world.crowd.calls() - before);
            before = world.crowd.calls();
        };
        world.run(3600, 0);
        const auto wanted = world.crowd.knobs().callsPer1000Seconds * 36 / 10;
        EXPECT_GT(world.crowd.calls(), wanted * 8 / 10) << "seed " << seed;
        EXPECT_LT(world.crowd.calls(), wanted * 12 / 10) << "seed " << seed;
        EXPECT_GT(most, 40) << "seed " << seed;
    }
}

TEST(CrowdTest, PeopleAndBotsDoAllThatTheyCanDo) {
    std::map<std::size_t, std::int64_t> asked;
    std::map<std::string, std::int64_t> refused;
    std::int64_t paid = 0;
    std::int64_t tickets = 0;
    std::int64_t reused = 0;
    std::int64_t repeated = 0;
    std::int64_t before = 0;
    std::int64_t after = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        World world(seed);
        world.run(600, 3600);
        for (const auto& [kind, count] : world.shop.byKind) asked[kind] += count;
        for (const auto& [reason, count] : world.shop.refused) refused[reason] += count;
        paid += static_cast<std::int64_t>(world.shop.paid.size());
        tickets += world.witness.tickets;
        reused += world.shop.reused;
        repeated += world.shop.repeated;
        before += world.shop.justBefore;
        after += world.shop.justAfter;
    }
    EXPECT_EQ(asked.size(), std::variant_size_v<Question>);
    for (const char* reason :
         {"SEAT_UNAVAILABLE", "RESERVATION_EXPIRED", "RESERVATION_RELEASED",
          "RESERVATION_CHECKED_OUT", "HOLDER_TOKEN_INVALID", "SALE_CLOSED", "CODE_UNKNOWN",
          "CODE_EXISTS", "NO_PLACES", "SEAT_DUPLICATE", "SEAT_UNKNOWN", "AREA_UNKNOWN",
          "ORDER_LIMIT", "ORDER_NOT_FOUND", "ORDER_NOT_CANCELLABLE", "TICKET_TYPE_UNKNOWN"}) {
        EXPECT_GT(refused[reason], 0) << reason;
    }
    EXPECT_GT(paid, 500);
    EXPECT_GT(tickets, paid);
    EXPECT_GT(reused, 0);
    EXPECT_GT(repeated, 0);
    EXPECT_GT(before, 2);
    EXPECT_GT(after, 2);
}

// Who never gets an answer is never done, and is not taken for gone.
TEST(CrowdTest, ACallThatNobodyAnswersIsNoticed) {
    class MuteShop final : public Shop {
    public:
        CallNo nextCall() override { return ++last_; }
        void ask(Asked, Answer) override {}
        Instant serverTime() const override { return engine::kOpening; }

    private:
        CallNo last_ = 0;
    };
    World world(5);
    MuteShop mute;
    Crowd crowd({world.agenda, world.faults, world.trace, mute, world.house, world.witness,
                 Random(5), events()});
    crowd.start();
    while (world.agenda.step(60 * kSecond)) {
    }
    crowd.stopNewBuyers();
    while (world.agenda.step(7200 * kSecond)) {
    }
    EXPECT_GT(crowd.calls(), 0);
    EXPECT_FALSE(crowd.allDone());
}

}  // namespace
}  // namespace tessera::simulation
