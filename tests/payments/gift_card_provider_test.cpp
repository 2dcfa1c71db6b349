// SPDX-License-Identifier: Apache-2.0
// Gift cards on a real database: each operation by its key, concurrent calls, and the sums.
#include "server/payments/gift_card_provider.h"

#include <gtest/gtest.h>

#include <future>
#include <random>
#include <thread>

#include "server/store/migrator.h"
#include "shared/base/check.h"
#include "tests/support/private_postgres.h"

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;
using engine::RefundStanding;

const Currency kEur{{'E', 'U', 'R'}};
const EventId kEvent{77};

class GiftCardProviderTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        if (cluster_) return;
        cluster_ = test::PrivatePostgres::startOrDie();
        TESSERA_CHECK(store::migrate(cluster_->conninfo()));
    }
    static void TearDownTestSuite() { cluster_.reset(); }
    void SetUp() override { issue(Money{5000}); }

    void issue(Money amount, Instant expiresAt = Instant::never()) {
        const auto issued = cards->issue({kEur, amount, expiresAt, "for a test"});
        ASSERT_TRUE(issued) << issued.error().message;
        card = issued->id;
        code = issued->code;
    }
    Call callOf(Operation operation, Money amount, std::int32_t attemptTry = 1) {
        Call call;
        call.event = kEvent;
        call.currency = kEur;
        call.row.operation = operation;
        call.row.attempt = attempt;
        call.row.attemptTry = attemptTry;
        call.row.amount = amount;
        call.row.provider = engine::ProviderKind::GiftCard;
        if (operation == Operation::Create)
            call.row.payload = encodePublicId(card.value);
        else
            call.row.objectId = object;
        return call;
    }
    ProviderAnswer ask(Call call) {
        std::promise<ProviderAnswer> said;
        provider->call(std::move(call), [&](ProviderAnswer a) { said.set_value(std::move(a)); });
        return said.get_future().get();
    }
    ProviderAnswer hold(Money amount) {
        attempt = AttemptId{++lastId_};
        const auto said = ask(callOf(Operation::Create, amount));
        object = said.objectId;
        return said;
    }
    ProviderAnswer refund(std::int64_t id, Money amount, std::int32_t attemptTry = 1) {
        auto call = callOf(Operation::Refund, amount, attemptTry);
        call.row.refund = RefundId{id};
        return ask(call);
    }
    Money balance() { return cards->find(card).value().value().balance; }
    static std::string sql(const std::string& text) {
        const auto said = cluster_->psql(text);
        EXPECT_TRUE(said) << said.error().message;
        return said.value_or("");
    }
    // Cards whose entries do not sum to their balance.
    static std::string unbalanced() {
        return sql(
            "SELECT count(*) FROM gift_card c WHERE balance <> (SELECT sum(amount) FROM "
            "gift_card_entry e WHERE e.card_id = c.card_id) OR entries <> (SELECT count(*) "
            "FROM gift_card_entry e WHERE e.card_id = c.card_id)");
    }

    static std::unique_ptr<test::PrivatePostgres> cluster_;
    static std::int64_t lastId_;
    runtime::SteadyClock clock;
    std::unique_ptr<store::GiftCards> cards = store::makePostgresGiftCards(cluster_->conninfo(), 4);
    std::shared_ptr<Provider> provider =
        makeGiftCardProvider(*cards, clock, {.threads = 4, .queueMax = 20000});
    GiftCardId card;
    std::string code;
    AttemptId attempt;
    std::string object;
};

std::unique_ptr<test::PrivatePostgres> GiftCardProviderTest::cluster_;
std::int64_t GiftCardProviderTest::lastId_ = 1000;

TEST_F(GiftCardProviderTest, AHoldIsCapturedAndGivenBackInParts) {
    const auto held = hold(Money{1200});
    EXPECT_EQ(held.kind, AnswerKind::Definitive) << held.evidence;
    EXPECT_EQ(held.object, ObjectState::RequiresCapture) << "nobody has to confirm it";
    EXPECT_EQ(held.authorized, Money{1200});
    EXPECT_EQ(balance(), Money{3800});
    const auto captured = ask(callOf(Operation::Capture, Money{1200}));
    EXPECT_EQ(captured.object, ObjectState::Succeeded);
    EXPECT_EQ(captured.captured, Money{1200});
    EXPECT_EQ(captured.authorized, Money{0});
    EXPECT_EQ(balance(), Money{3800});
    const auto back = refund(5, Money{500});
    EXPECT_EQ(back.kind, AnswerKind::Definitive);
    EXPECT_EQ(back.refund, RefundStanding::Succeeded);
    EXPECT_EQ(back.object, ObjectState::None) << "about the refund alone";
    EXPECT_FALSE(back.refundObjectId.empty());
    EXPECT_EQ(balance(), Money{4300});
    EXPECT_EQ(refund(6, Money{800}).kind, AnswerKind::Refused) << "more than is left";
    EXPECT_EQ(refund(6, Money{700}).refund, RefundStanding::Succeeded);
    EXPECT_EQ(balance(), Money{5000});
    EXPECT_EQ(ask(callOf(Operation::Retrieve, {})).refunded, Money{1200});
    EXPECT_EQ(unbalanced(), "0\n");
}

TEST_F(GiftCardProviderTest, EachOperationIsDoneOnceHoweverOftenItIsAsked) {
    for (int i = 0; i < 3; ++i) {
        const auto held = i == 0 ? hold(Money{1000}) : ask(callOf(Operation::Create, Money{1000}));
        EXPECT_EQ(held.objectId, object);
        EXPECT_EQ(balance(), Money{4000});
    }
    EXPECT_EQ(ask(callOf(Operation::Create, Money{1000}, 2)).kind, AnswerKind::Definitive);
    EXPECT_EQ(balance(), Money{4000}) << "another key is still the same attempt";
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(ask(callOf(Operation::Capture, Money{600}, i + 1)).captured, Money{600});
        EXPECT_EQ(balance(), Money{4400}) << "what was not taken is there again";
    }
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(refund(9, Money{100}, i + 1).refund, RefundStanding::Succeeded);
        EXPECT_EQ(balance(), Money{4500});
    }
    EXPECT_EQ(unbalanced(), "0\n");
}

TEST_F(GiftCardProviderTest, ACancelledHoldIsOnTheBalanceAgainAndFinal) {
    hold(Money{1200});
    const auto cancelled = ask(callOf(Operation::Cancel, {}));
    EXPECT_EQ(cancelled.kind, AnswerKind::Definitive);
    EXPECT_EQ(cancelled.object, ObjectState::Canceled);
    EXPECT_EQ(balance(), Money{5000});
    EXPECT_EQ(ask(callOf(Operation::Cancel, {}, 2)).object, ObjectState::Canceled);
    EXPECT_EQ(balance(), Money{5000});
    const auto late = ask(callOf(Operation::Capture, Money{1200}));
    EXPECT_EQ(late.kind, AnswerKind::Refused);
    EXPECT_EQ(late.object, ObjectState::Canceled);
    const auto again = ask(callOf(Operation::Create, Money{1200}));
    EXPECT_EQ(again.object, ObjectState::Canceled) << "the attempt had its hold";
    hold(Money{1200});
    ask(callOf(Operation::Capture, Money{1200}));
    const auto refused = ask(callOf(Operation::Cancel, {}));
    EXPECT_EQ(refused.kind, AnswerKind::Refused);
    EXPECT_EQ(refused.object, ObjectState::Succeeded);
    EXPECT_EQ(balance(), Money{3800});
}

TEST_F(GiftCardProviderTest, WhatCannotBeHeldIsRefusedForGood) {
    EXPECT_EQ(hold(Money{5001}).kind, AnswerKind::Refused);
    EXPECT_EQ(hold(Money{0}).kind, AnswerKind::Refused);
    attempt = AttemptId{++lastId_};
    auto foreign = callOf(Operation::Create, Money{100});
    foreign.currency = Currency{{'C', 'H', 'F'}};
    EXPECT_EQ(ask(foreign).kind, AnswerKind::Refused);
    auto nobody = callOf(Operation::Create, Money{100});
    for (const std::string id : {"", "x", "0000000000001"}) {
        nobody.row.payload = id;
        EXPECT_EQ(ask(nobody).kind, AnswerKind::Refused) << id;
    }
    EXPECT_EQ(balance(), Money{5000});
    EXPECT_EQ(hold(Money{5000}).kind, AnswerKind::Definitive) << "all of it";
    issue(Money{700}, Instant{1'000'000});
    const auto expired = hold(Money{100});
    EXPECT_EQ(expired.kind, AnswerKind::Refused);
    EXPECT_NE(expired.evidence.find("expired"), std::string::npos);
}

TEST_F(GiftCardProviderTest, AnAttemptThatHasNothingOnTheCardIsNotFound) {
    hold(Money{100});
    attempt = AttemptId{++lastId_};
    for (const auto operation : {Operation::Retrieve, Operation::Cancel, Operation::Capture}) {
        const auto said = ask(callOf(operation, Money{100}));
        EXPECT_EQ(said.kind, AnswerKind::Unknown);
        EXPECT_TRUE(said.notFound);
    }
}

TEST_F(GiftCardProviderTest, ALookAtARefundSaysWhetherItWasMade) {
    hold(Money{1000});
    ask(callOf(Operation::Capture, Money{1000}));
    auto look = callOf(Operation::RetrieveRefund, {});
    look.row.refund = RefundId{31};
    EXPECT_EQ(ask(look).kind, AnswerKind::Definitive);
    EXPECT_EQ(ask(look).refund, RefundStanding::None);
    const auto made = refund(31, Money{400});
    look.row.objectId = made.refundObjectId;
    EXPECT_EQ(ask(look).refund, RefundStanding::Succeeded);
    EXPECT_EQ(ask(look).refundObjectId, made.refundObjectId);
}

// Two hundred want ten each of a card that has room for a hundred; each asks twice.
TEST_F(GiftCardProviderTest, ConcurrentHoldsNeverTakeMoreThanThereIs) {
    issue(Money{1000});
    std::atomic<int> held{0};
    std::atomic<int> refused{0};
    std::atomic<int> answers{0};
    std::promise<void> all;
    constexpr int kCalls = 400;
    for (int i = 0; i < kCalls; ++i) {
        attempt = AttemptId{lastId_ + 1 + i / 2};
        provider->call(callOf(Operation::Create, Money{10}), [&](const ProviderAnswer& said) {
            (said.kind == AnswerKind::Definitive ? held : refused) += 1;
            EXPECT_NE(said.kind, AnswerKind::Unknown) << said.evidence;
            if (++answers == kCalls) all.set_value();
        });
    }
    lastId_ += kCalls;
    all.get_future().wait();
    EXPECT_EQ(held, 200) << "a hundred, twice each";
    EXPECT_EQ(refused, 200);
    EXPECT_EQ(balance(), Money{0});
    EXPECT_EQ(unbalanced(), "0\n");
}

// Whatever a hundred attempts do at once, beside the simplest model of each: what it has taken.
TEST_F(GiftCardProviderTest, RandomConcurrentCallsKeepTheSums) {
    issue(Money{20'000});
    const unsigned seed = std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::atomic<std::int64_t> spent{0};
    std::vector<std::thread> threads;
    const std::int64_t first = lastId_ + 1;
    lastId_ += 100;
    const GiftCardId id = card;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            std::mt19937 random(seed + static_cast<unsigned>(t));
            const auto move = [&](store::GiftCardEntryKind kind, AttemptId who, Money amount,
                                  RefundId refundId = {}) {
                store::GiftCardMove m{kind,
                                      id,
                                      std::to_string(who.value) + ":" +
                                          std::to_string(static_cast<int>(kind)) + ":" +
                                          std::to_string(refundId.value),
                                      kEvent,
                                      who,
                                      refundId,
                                      amount,
                                      kEur};
                const auto once = cards->move(m);
                const auto second = cards->move(m);
                EXPECT_TRUE(once && second);
                return second->outcome == store::GiftCardOutcome::Done;
            };
            for (int i = 0; i < 25; ++i) {
                const AttemptId who{first + t * 25 + i};
                const Money amount{static_cast<std::int64_t>(random() % 500 + 1)};
                if (!move(store::GiftCardEntryKind::Held, who, amount)) continue;
                if (random() % 3 == 0) {
                    EXPECT_TRUE(move(store::GiftCardEntryKind::Released, who, {}));
                    continue;
                }
                const Money part{amount.minor - amount.minor / 4};
                EXPECT_TRUE(move(store::GiftCardEntryKind::Captured, who, part));
                spent += part.minor;
                if (random() % 2 == 0) continue;
                const Money back{part.minor / 2 + 1};
                EXPECT_TRUE(move(store::GiftCardEntryKind::Refunded, who, back, RefundId{9}));
                spent -= back.minor;
                EXPECT_FALSE(move(store::GiftCardEntryKind::Refunded, who, part, RefundId{10}));
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(balance(), Money{20'000 - spent});
    EXPECT_EQ(unbalanced(), "0\n");
    // The count above sees a sum that is wrong.
    sql("UPDATE gift_card SET balance = balance - 1 WHERE card_id = " + std::to_string(card.value));
    EXPECT_EQ(unbalanced(), "1\n");
    sql("UPDATE gift_card SET balance = balance + 1 WHERE card_id = " + std::to_string(card.value));
}

TEST_F(GiftCardProviderTest, ACodeIsReadAsPeopleTypeItAndKeptAsAHash) {
    EXPECT_EQ(code.size(), 23u);
    const auto find = [&](std::string typed) {
        const auto found = cards->findByCode(typed);
        EXPECT_TRUE(found);
        return found && *found ? (*found)->id : GiftCardId{};
    };
    EXPECT_EQ(find(code), card);
    std::string typed = code;
    for (char& c : typed) {
        if (c == '0')
            c = 'o';
        else if (c == '1')
            c = 'l';
        else if (c == '-')
            c = ' ';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    EXPECT_EQ(find(" " + typed + " "), card);
    std::string other = code;
    other.back() = other.back() == '2' ? '3' : '2';
    for (const auto& wrong : {other, std::string(), std::string("x"), code + "2",
                              std::string(100, '2'), std::string("UUUUU-UUUUU-UUUUU-UUUUU")}) {
        EXPECT_FALSE(find(wrong)) << wrong;
    }
    std::string bare;
    for (const char c : code) bare += c == '-' ? "" : std::string(1, c);
    EXPECT_EQ(sql("SELECT count(*) FROM gift_card WHERE gift_card::text LIKE '%" + bare +
                  "%' OR gift_card::text LIKE '%" + code + "%'"),
              "0\n");
    // The same id and another hash: nobody's code.
    sql("UPDATE gift_card SET code_hash = '\\x00' WHERE card_id = " + std::to_string(card.value));
    EXPECT_FALSE(find(code));
}

TEST_F(GiftCardProviderTest, AStoppedProviderAnswersUnknown) {
    hold(Money{100});
    provider->stop();
    EXPECT_EQ(ask(callOf(Operation::Retrieve, {})).kind, AnswerKind::Unknown);
}

TEST_F(GiftCardProviderTest, ADatabaseThatIsAwayIsUnknown) {
    hold(Money{100});
    auto away = store::makePostgresGiftCards("host=127.0.0.1 port=1 dbname=x connect_timeout=1", 1);
    const auto lost = makeGiftCardProvider(*away, clock);
    std::promise<ProviderAnswer> said;
    lost->call(callOf(Operation::Capture, Money{100}),
               [&](ProviderAnswer a) { said.set_value(std::move(a)); });
    EXPECT_EQ(said.get_future().get().kind, AnswerKind::Unknown);
}

}  // namespace
}  // namespace tessera::payments
