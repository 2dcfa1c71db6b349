// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "tests/simulation/people/counter_shop.h"
#include "tests/simulation/people/money_rules.h"
#include "tests/simulation/people/sim_provider.h"

namespace tessera::simulation {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;

constexpr EventId kPaidEvent{1};
constexpr AttemptId kAttempt{5};
constexpr ProcessNo kNode = 1;
constexpr std::int64_t kMicrosPerSecond = 1'000'000;

struct Street {
    explicit Street(std::uint64_t seed = 1, bool calm = true) : random(seed) {
        if (calm) faults.heal();
    }
    Random random;
    Agenda agenda;
    Trace trace{agenda};
    Faults faults{random.fork()};
    Network network{agenda, faults, trace, random.fork()};
    Bystander witness;
    std::int64_t hints = 0;
    SimProviderHouse house{{agenda, network, faults, trace, witness, random.fork(),
                            [this](EventId, AttemptId) { ++hints; }}};
    std::unique_ptr<SimProvider> provider =
        std::make_unique<SimProvider>(SimProvider::Parts{agenda, network, house, 0, kNode});

    static engine::OutboxRow row(Operation operation, std::int32_t attemptTry = 1,
                                 std::string objectId = {}, Money amount = {5000}) {
        engine::OutboxRow made;
        made.seq = OutboxSeq{9};
        made.order = OrderId{3};
        made.attempt = kAttempt;
        made.operation = operation;
        made.attemptTry = attemptTry;
        made.amount = amount;
        made.objectId = std::move(objectId);
        if (operation == Operation::Refund) made.refund = RefundId{7 + attemptTry};
        return made;
    }
    void run(std::int64_t seconds) {
        const std::int64_t until = agenda.now() + seconds * kMicrosPerSecond;
        agenda.after(Duration::ofSeconds(seconds), kWorld, [] {});  // Time passes without cause.
        while (agenda.step(until)) {
        }
    }
    ProviderAnswer make(const engine::OutboxRow& row) {
        std::vector<ProviderAnswer> answers;
        provider->call({kPaidEvent, row, Currency{}},
                       [&](ProviderAnswer answer) { answers.push_back(std::move(answer)); });
        run(25);
        EXPECT_EQ(answers.size(), 1U);
        return answers.empty() ? ProviderAnswer{} : answers.front();
    }
    ProviderAnswer create() { return make(row(Operation::Create)); }
    std::optional<ObjectState> pay(const ProviderAnswer& made, Payer payer, std::int64_t wait) {
        std::optional<ObjectState> told;
        house.confirm(made.objectId, made.clientSecret, payer,
                      [&](std::optional<ObjectState> state) { told = state; });
        run(wait);
        return told;
    }
    std::int64_t count(ProviderDid::What what) const {
        return std::ranges::count(witness.did, what, &ProviderDid::what);
    }
};

TEST(SimProviderTest, AnObjectGoesFromMadeToCaptured) {
    Street street;
    const auto made = street.create();
    EXPECT_EQ(made.kind, AnswerKind::Definitive);
    EXPECT_EQ(made.object, ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(made.objectId.substr(0, 3), "pi_");
    EXPECT_FALSE(made.clientSecret.empty());
    EXPECT_EQ(street.pay(made, Payer::AuthorizesAtOnce, 1), ObjectState::RequiresCapture);
    const auto seen = street.make(Street::row(Operation::Retrieve, 1, made.objectId));
    EXPECT_EQ(seen.authorized, Money{5000});
    const auto taken = street.make(Street::row(Operation::Capture, 1, made.objectId));
    EXPECT_EQ(taken.kind, AnswerKind::Definitive);
    EXPECT_EQ(taken.object, ObjectState::Succeeded);
    EXPECT_EQ(taken.captured, Money{5000});
    EXPECT_EQ(taken.authorized, Money{});
    EXPECT_EQ(street.hints, 2);
    EXPECT_EQ(moneyFault(street.witness.did), std::nullopt);
}

TEST(SimProviderTest, AKeyRepeatsItsFirstAnswerThoughTheObjectMovedOn) {
    Street street;
    const auto made = street.create();
    street.pay(made, Payer::AuthorizesAtOnce, 1);
    const auto again = street.create();
    EXPECT_EQ(again.objectId, made.objectId);
    EXPECT_EQ(again.object, ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(street.house.objects(), 1U);
}

TEST(SimProviderTest, AKeyRepeatsARefusalAndANewKeyDoesNot) {
    Street street;
    const auto made = street.create();
    auto capture = Street::row(Operation::Capture, 1, made.objectId);
    EXPECT_EQ(street.make(capture).kind, AnswerKind::Refused);
    street.pay(made, Payer::AuthorizesAtOnce, 1);
    EXPECT_EQ(street.make(capture).kind, AnswerKind::Refused);
    EXPECT_EQ(street.count(ProviderDid::Captured), 0);
    capture.attemptTry = 2;
    EXPECT_EQ(street.make(capture).kind, AnswerKind::Definitive);
    EXPECT_EQ(street.count(ProviderDid::Captured), 1);
}

TEST(SimProviderTest, AKeyWithOtherParametersDoesNothing) {
    Street street;
    const auto made = street.create();
    const auto other = street.make(Street::row(Operation::Create, 1, {}, {4000}));
    EXPECT_EQ(other.kind, AnswerKind::Unknown);
    EXPECT_NE(other.evidence.find("idempotency_error"), std::string::npos);
    EXPECT_EQ(street.house.find(made.objectId)->amount, Money{5000});
    EXPECT_EQ(street.house.objects(), 1U);
}

TEST(SimProviderTest, NoMoreIsCapturedThanWasAuthorized) {
    Street street;
    const auto made = street.create();
    street.pay(made, Payer::AuthorizesAtOnce, 1);
    const auto more = street.make(Street::row(Operation::Capture, 1, made.objectId, {5001}));
    EXPECT_EQ(more.kind, AnswerKind::Refused);
    EXPECT_EQ(more.object, ObjectState::RequiresCapture);
    EXPECT_EQ(street.count(ProviderDid::Captured), 0);
}

TEST(SimProviderTest, NoMoreIsRefundedThanWasCaptured) {
    Street street;
    const auto made = street.create();
    street.pay(made, Payer::AuthorizesAtOnce, 1);
    street.make(Street::row(Operation::Capture, 1, made.objectId));
    EXPECT_EQ(street.make(Street::row(Operation::Refund, 1, made.objectId, {5001})).kind,
              AnswerKind::Refused);
    const auto first = street.make(Street::row(Operation::Refund, 2, made.objectId));
    EXPECT_TRUE(first.kind == AnswerKind::Definitive || first.kind == AnswerKind::Accepted);
    EXPECT_FALSE(first.refundObjectId.empty());
    EXPECT_EQ(street.make(Street::row(Operation::Refund, 3, made.objectId)).kind,
              AnswerKind::Refused);
    street.run(120);
    EXPECT_EQ(street.make(Street::row(Operation::Retrieve, 1, made.objectId)).refunded,
              Money{5000});
    EXPECT_EQ(street.count(ProviderDid::Refunded), 1);
}

TEST(SimProviderTest, ACanceledObjectNeverAuthorizes) {
    for (int payer = 0; payer < kPayers; ++payer) {
        for (const bool before : {true, false}) {
            Street street;
            const auto made = street.create();
            if (before) street.pay(made, Payer::AuthorizesAfterCheck, 1);
            EXPECT_EQ(street.make(Street::row(Operation::Cancel, 1, made.objectId)).object,
                      ObjectState::Canceled);
            EXPECT_EQ(street.pay(made, static_cast<Payer>(payer), 1200), ObjectState::Canceled);
            EXPECT_EQ(moneyFault(street.witness.did), std::nullopt);
            EXPECT_EQ(street.house.find(made.objectId)->state, ObjectState::Canceled);
        }
    }
}

TEST(SimProviderTest, WhatIsProcessingCannotBeCancelled) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Street street(seed);
        const auto made = street.create();
        street.house.confirm(made.objectId, made.clientSecret, Payer::ProcessesThenDecides,
                             [](std::optional<ObjectState>) {});
        while (street.house.find(made.objectId)->state != ObjectState::Processing) {
            ASSERT_TRUE(street.agenda.step(street.agenda.now() + kMicrosPerSecond));
        }
        std::optional<ProviderAnswer> told;
        street.provider->call({kPaidEvent, Street::row(Operation::Cancel, 1, made.objectId), {}},
                              [&](ProviderAnswer answer) { told = std::move(answer); });
        street.run(60);
        ASSERT_TRUE(told);
        EXPECT_EQ(told->kind, AnswerKind::Refused);
        EXPECT_NE(told->object, ObjectState::None);
        EXPECT_EQ(street.count(ProviderDid::Voided), 0);
    }
}

TEST(SimProviderTest, NobodyPaysWithoutTheSecret) {
    Street street;
    auto made = street.create();
    made.clientSecret += "x";
    EXPECT_EQ(street.pay(made, Payer::AuthorizesAtOnce, 60), std::nullopt);
    EXPECT_EQ(street.count(ProviderDid::Authorized), 0);
}

TEST(SimProviderTest, ANewTryFindsTheObjectThatIsThere) {
    Street street;
    const auto made = street.create();
    street.pay(made, Payer::AuthorizesAtOnce, 5);
    const auto found = street.make(Street::row(Operation::Create, 2));
    EXPECT_EQ(found.objectId, made.objectId);
    EXPECT_EQ(found.object, ObjectState::RequiresCapture);
    EXPECT_EQ(street.house.objects(), 1U);
}

TEST(SimProviderTest, WhatACutWaySwallowsIsUnknownAtTheDeadlineNotBefore) {
    Street street;
    street.network.partition(false, kProviderEnd, Duration::ofSeconds(3600));
    while (!street.network.isCut(0, kProviderEnd)) {
        street.network.partition(false, kProviderEnd, Duration::ofSeconds(3600));
    }
    std::int64_t toldAt = 0;
    ProviderAnswer told;
    street.provider->call({kPaidEvent, Street::row(Operation::Create), {}},
                          [&](ProviderAnswer answer) {
                              toldAt = street.agenda.now();
                              told = std::move(answer);
                          });
    street.run(20);
    EXPECT_EQ(toldAt, 10 * kMicrosPerSecond);
    EXPECT_EQ(told.kind, AnswerKind::Unknown);
    EXPECT_EQ(street.house.objects(), 0U);
}

TEST(SimProviderTest, StoppedItAnswersAtOnceWhatIsUnderWayAndWhatComes) {
    Street street;
    std::int64_t unknown = 0;
    const auto done = [&](const ProviderAnswer& answer) {
        unknown += answer.kind == AnswerKind::Unknown ? 1 : 0;
    };
    street.provider->call({kPaidEvent, Street::row(Operation::Create), {}}, done);
    EXPECT_EQ(street.provider->underWay(), 1U);
    street.provider->stop();
    EXPECT_EQ(unknown, 1);
    street.provider->call({kPaidEvent, Street::row(Operation::Create, 2), {}}, done);
    EXPECT_EQ(unknown, 2);
    street.run(30);
    EXPECT_EQ(unknown, 2);
    EXPECT_EQ(street.house.objects(), 1U);  // What was sent is sent.
}

TEST(SimProviderTest, ADeadProcessHearsNothing) {
    for (const bool destroyed : {true, false}) {
        Street street;
        bool told = false;
        street.provider->call({kPaidEvent, Street::row(Operation::Create), {}},
                              [&](const ProviderAnswer&) { told = true; });
        street.agenda.step(kMicrosPerSecond);  // It arrives at the house.
        street.agenda.drop(kNode);
        if (destroyed) street.provider.reset();
        if (!destroyed) street.provider->die();
        street.run(30);
        EXPECT_FALSE(told);
        EXPECT_EQ(street.house.objects(), 1U);
    }
}

// Calls as an engine makes them, with keys that come again, while buyers pay as they like.
std::int64_t storm(Street& street, int calls) {
    std::int64_t answers = 0;
    std::vector<ProviderAnswer> made;
    auto& random = street.random;
    for (int i = 0; i < calls; ++i) {
        auto row = Street::row(static_cast<Operation>(random.between(1, 5)),
                               static_cast<std::int32_t>(random.between(1, 4)));
        row.attempt = AttemptId{random.between(1, 12)};
        if (row.operation != Operation::Create) {
            if (made.empty())
                row.operation = Operation::Create;
            else
                row.objectId = random.pick(made).objectId;
            if (random.chance(100000)) row.amount = Money{random.between(1, 6000)};
        }
        street.provider->call({kPaidEvent, row, {}}, [&](const ProviderAnswer& answer) {
            ++answers;
            if (!answer.objectId.empty()) made.push_back(answer);
        });
        street.run(random.between(0, 6));
        if (made.empty() || !random.chance(500000)) continue;
        const auto& object = random.pick(made);
        street.house.confirm(object.objectId, object.clientSecret,
                             static_cast<Payer>(random.between(0, kPayers - 1)),
                             [](std::optional<ObjectState>) {});
    }
    street.run(3600);
    return answers;
}

TEST(SimProviderTest, WhateverComesTwiceOrLateOrNeverTheMoneyAddsUp) {
    std::int64_t deeds = 0;
    std::array<std::int64_t, kFaults> fired{};
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Street street(seed, false);
        EXPECT_EQ(storm(street, 200), 200) << "seed " << seed;
        EXPECT_EQ(moneyFault(street.witness.did), std::nullopt) << "seed " << seed;
        deeds += static_cast<std::int64_t>(street.witness.did.size());
        for (std::size_t i = 0; i < kFaults; ++i) {
            fired[i] += street.faults.fired(static_cast<Fault>(i));
        }
    }
    EXPECT_GT(deeds, 2000);
    for (const Fault fault : {Fault::ProviderSlow, Fault::ProviderSilent,
                              Fault::ProviderAnswersTwice, Fault::ProviderAuthorizesLate}) {
        EXPECT_GT(fired[static_cast<std::size_t>(fault)], 0) << nameOf(fault);
    }
}

TEST(SimProviderTest, TheRulesOfMoneyFindWhatIsWrong) {
    const auto deed = [](ProviderDid::What what, std::int64_t minor) {
        return ProviderDid{what, kPaidEvent, kAttempt, "pi_1", {minor}};
    };
    using D = ProviderDid;
    EXPECT_EQ(moneyFault({deed(D::Created, 100), deed(D::Authorized, 100), deed(D::Captured, 100),
                          deed(D::Refunded, 60), deed(D::Refunded, 40)}),
              std::nullopt);
    EXPECT_TRUE(moneyFault({deed(D::Authorized, 100)}));
    EXPECT_TRUE(moneyFault({deed(D::Created, 100), deed(D::Created, 100)}));
    EXPECT_TRUE(moneyFault({deed(D::Created, 100), deed(D::Authorized, 101)}));
    EXPECT_TRUE(moneyFault({deed(D::Created, 100), deed(D::Captured, 100)}));
    EXPECT_TRUE(
        moneyFault({deed(D::Created, 100), deed(D::Authorized, 100), deed(D::Captured, 101)}));
    EXPECT_TRUE(moneyFault({deed(D::Created, 100), deed(D::Authorized, 100), deed(D::Captured, 100),
                            deed(D::Captured, 100)}));
    EXPECT_TRUE(moneyFault({deed(D::Created, 100), deed(D::Voided, 0), deed(D::Authorized, 100)}));
    EXPECT_TRUE(moneyFault({deed(D::Created, 100), deed(D::Authorized, 100), deed(D::Captured, 100),
                            deed(D::Refunded, 60), deed(D::Refunded, 60)}));
    EXPECT_TRUE(moneyFault({deed(D::Created, 100), deed(D::Authorized, 100), deed(D::Captured, 100),
                            deed(D::Voided, 100)}));
}

}  // namespace
}  // namespace tessera::simulation
