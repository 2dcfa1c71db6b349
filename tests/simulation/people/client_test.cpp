// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/client.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/engine/hall.h"
#include "tests/simulation/people/counter_shop.h"
#include "tests/simulation/people/words.h"

namespace tessera::simulation {
namespace {

// Says what it was told to say, one after another; then nothing.
class PuppetShop final : public Shop {
public:
    explicit PuppetShop(Agenda& agenda) : agenda_(agenda) {}
    CallNo nextCall() override { return ++last_; }
    Instant serverTime() const override {
        return engine::kOpening + Duration::ofMicros(agenda_.now());
    }
    void ask(Asked one, Answer answer) override {
        asked.push_back(std::move(one));
        std::optional<Said> said;
        if (!says.empty()) {
            said = says.front();
            says.erase(says.begin());
        }
        agenda_.after(Duration::ofMillis(5), kWorld, [answer, said] { answer(said); });
    }
    std::vector<Asked> asked;
    std::vector<std::optional<Said>> says;

private:
    Agenda& agenda_;
    CallNo last_ = 0;
};

struct Stand {
    explicit Stand(std::uint64_t seed = 1) : random(seed) {}
    Random random;
    Agenda agenda;
    Trace trace{agenda};
    Faults faults{random.fork()};
    Network network{agenda, faults, trace, random.fork()};
    Bystander witness;
    SimProviderHouse house{{agenda, network, faults, trace, witness, random.fork(), {}}};
    PuppetShop shop{agenda};
    Scene scene{agenda, faults, trace, shop, house, witness, {}};
};

const Question kQuestion = AskCheckout{ReservationId{7}};
constexpr EventId kEvent{1};

TEST(ClientTest, ARequestIdCarriesWhatTheClientTakesForTheTime) {
    Stand right;
    right.faults.heal();
    Client client(right.scene, 1, Random(3));
    const auto mutation = client.stamp(kQuestion);
    EXPECT_TRUE(parseRequestId(toString(mutation.request)));
    EXPECT_LE(std::abs(unixMillisOf(mutation.request) - engine::kOpening.micros / 1000), 51);
}

TEST(ClientTest, ClocksThatAreWrongAreSoByTwentySecondsAtMost) {
    std::int64_t wrong = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Stand stand(seed);
        Client client(stand.scene, 1, Random(seed));
        const auto off = std::abs((client.now() - engine::kOpening).micros);
        const bool isWrong = stand.faults.fired(Fault::ClientClockWrong) > 0;
        wrong += isWrong && off > 50'000 ? 1 : 0;
        EXPECT_LE(off, isWrong ? 20'000'000 : 50'000);
    }
    EXPECT_GT(wrong, 0);
}

TEST(ClientTest, ARetryIsANewCallWithTheSameStamp) {
    Stand stand;
    stand.shop.says = {std::nullopt, app::unavailable("no owner"), app::busy("full"),
                       Said{std::int64_t{1}}};
    Client client(stand.scene, 1, Random(3));
    std::int64_t answers = 0;
    const auto mutation = client.stamp(kQuestion);
    client.insist(kEvent, mutation, kQuestion, {}, [&](const std::optional<Said>& said) {
        ++answers;
        ASSERT_TRUE(said);
        EXPECT_TRUE(std::holds_alternative<std::int64_t>(*said));
    });
    while (stand.agenda.step(1'000'000'000)) {
    }
    EXPECT_EQ(answers, 1);
    ASSERT_EQ(stand.shop.asked.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(stand.shop.asked[i].call, static_cast<CallNo>(i + 1));
        EXPECT_EQ(stand.shop.asked[i].mutation.request, mutation.request);
        EXPECT_EQ(stand.shop.asked[i].mutation.fingerprint, mutation.fingerprint);
    }
    EXPECT_EQ(stand.witness.asked, 4);
    EXPECT_EQ(stand.witness.said, 3);
    EXPECT_EQ(stand.scene.underWay, 0);
    EXPECT_GT(stand.agenda.now(), 2'000'000);  // It came again when it was told to, not before.
}

TEST(ClientTest, WhoGetsNoAnswerGivesUpInTheEnd) {
    Stand stand;
    Client client(stand.scene, 1, Random(3));
    std::int64_t answers = 0;
    client.insist(kEvent, {}, kQuestion, {.most = 3}, [&](const std::optional<Said>& said) {
        ++answers;
        EXPECT_FALSE(said);
    });
    while (stand.agenda.step(1'000'000'000)) {
    }
    EXPECT_EQ(answers, 1);
    EXPECT_EQ(stand.shop.asked.size(), 4U);
}

TEST(ClientTest, OtherBodiesHaveOtherFingerprints) {
    AskHold one;
    one.command.selection = engine::SeatSelection{{{SeatNo{3}, {}}, {SeatNo{4}, {}}}};
    AskHold other = one;
    EXPECT_EQ(fingerprintOf(one), fingerprintOf(other));
    other.command.code = "CODE-1";
    EXPECT_NE(fingerprintOf(one), fingerprintOf(other));
    other = one;
    std::get<engine::SeatSelection>(other.command.selection).picks[1].type = TicketTypeNo{1};
    EXPECT_NE(fingerprintOf(one), fingerprintOf(other));
    EXPECT_NE(fingerprintOf(AskCancel{ReservationId{7}}), fingerprintOf(kQuestion));
}

TEST(ClientTest, TheStorySaysWhoAsksForWhatAndWhatWasSaid) {
    Asked asked;
    asked.client = 12;
    asked.call = 77;
    asked.event = kEvent;
    AskHold hold;
    hold.command.selection = engine::SeatSelection{{{SeatNo{3}, {}}, {SeatNo{4}, {}}}};
    asked.question = hold;
    EXPECT_EQ(wordsOf(asked), "client 12 asks to hold seats 3 4 (event 1, call 77)");
    EXPECT_EQ(wordsOf(12, 77, std::nullopt), "client 12 is told nothing (call 77)");
    EXPECT_EQ(wordsOf(12, 77, Said{app::unavailable("")}),
              "client 12 is told OWNER_UNAVAILABLE (call 77)");
}

}  // namespace
}  // namespace tessera::simulation
