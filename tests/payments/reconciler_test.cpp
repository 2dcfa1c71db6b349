// SPDX-License-Identifier: Apache-2.0
// Windows over a real PostgreSQL: a provider that is made up, rows that are planted by SQL.
#include "server/payments/reconciler.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "server/engine/id_source.h"
#include "server/store/migrator.h"
#include "tests/payments/reconcile_rows.h"

namespace tessera::payments {
namespace {

using engine::ObjectState;
using store::BreakKind;
using Turn = Reconciler::Turn;

constexpr Instant kStart{1'800'000'000'000'000};

// Lists what it has, three objects a page, and says of each what it is.
class ListingProvider final : public Provider {
public:
    std::string_view name() const override { return "listing"; }
    Capabilities capabilities() const override {
        Capabilities can;
        can.lists = lists;
        return can;
    }
    WebhookResult verifyWebhook(std::string_view, std::string_view, Instant) const override {
        return {};
    }
    std::string publishableKey() const override { return {}; }
    std::string confirmUrl(const std::string&) const override { return {}; }

    void call(Call call, std::function<void(engine::ProviderAnswer)> done) override {
        ++asked;
        engine::ProviderAnswer answer;
        answer.kind = silent ? engine::AnswerKind::Unknown : engine::AnswerKind::Definitive;
        const auto found = payments.find(call.row.objectId);
        if (found != payments.end()) {
            answer = found->second.facts;
            answer.kind = silent ? engine::AnswerKind::Unknown : engine::AnswerKind::Definitive;
        }
        const auto refund = refunds.find(call.row.objectId);
        if (refund != refunds.end()) answer.refund = refund->second.standing;
        done(answer);
    }
    void list(const ListQuery& query, const std::function<void(Result<ListPage>)>& done) override {
        queries.push_back(query);
        if (failAt > 0 && static_cast<int>(queries.size()) == failAt) {
            return done(failure("list: the connection broke"));
        }
        ListPage page;
        const bool wantsPayments = query.what == ListQuery::What::Payments;
        const auto put = [&](const auto& all, auto& to) {
            auto at = query.after.empty() ? all.begin() : all.upper_bound(query.after);
            for (; at != all.end() && to.size() < 3; ++at) {
                if (at->second.createdAt < query.from || at->second.createdAt >= query.until) {
                    continue;
                }
                to.push_back(at->second);
                page.next = at->first;
            }
            if (at == all.end()) page.next.clear();
        };
        wantsPayments ? put(payments, page.payments) : put(refunds, page.refunds);
        done(page);
    }

    bool lists = true;
    bool silent = false;
    int failAt = 0;
    int asked = 0;
    std::vector<ListQuery> queries;
    std::map<std::string, ListedPayment> payments;
    std::map<std::string, ListedRefund> refunds;
};

class ReconcilerTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        cluster_ = tessera::test::PrivatePostgres::startOrDie();
        TESSERA_CHECK(store::migrate(cluster_->conninfo()));
    }
    static void TearDownTestSuite() { cluster_.reset(); }

    void SetUp() override {
        rows_.begin(kStart);
        store_ = store::makePostgresReconciliations({.conninfo = cluster_->conninfo()});
        Reconciler::Options options;
        options.hint = [this](ReconcileHint hint) { hints_.push_back(hint); };
        options.stray = [this](ReconcileStray stray) { strays_.push_back(stray); };
        reconciler_ = std::make_unique<Reconciler>(*store_, NodeId{1}, options);
    }

    std::string sql(const std::string& text) { return rows_.sql(text); }

    // An order of 50.00 that is paid on both sides, made `ago` before the start.
    AttemptId plantPaid(std::int64_t number, Duration ago = Duration::ofMinutes(100)) {
        const Instant at = kStart - ago;
        const std::int64_t id = engine::IdSource::floorAt(at) + number * 10;
        const std::string object = "pi_" + std::to_string(number);
        rows_.plantPaid(AttemptId{id}, Money{5000}, at, object);
        ListedPayment& listed = provider_.payments[object];
        listed.objectId = object;
        listed.event = ReconcileRows::kEvent;
        listed.attempt = AttemptId{id};
        listed.currency = Currency{{'E', 'U', 'R'}};
        listed.createdAt = at + Duration::ofSeconds(1);
        listed.facts.kind = engine::AnswerKind::Definitive;
        listed.facts.object = ObjectState::Succeeded;
        listed.facts.captured = Money{5000};
        return AttemptId{id};
    }

    Turn turn(Instant now) {
        const auto done = reconciler_->turn(provider_, now);
        EXPECT_TRUE(done) << done.error().message;
        return done.value_or(Turn::Elsewhere);
    }
    std::vector<store::BreakRow> breaks(bool resolvedToo = false) {
        auto rows = store_->listBreaks({.resolvedToo = resolvedToo});
        EXPECT_TRUE(rows);
        return rows ? *rows : std::vector<store::BreakRow>{};
    }

    static std::unique_ptr<tessera::test::PrivatePostgres> cluster_;
    ReconcileRows rows_{*cluster_};
    std::unique_ptr<store::Reconciliations> store_;
    std::unique_ptr<Reconciler> reconciler_;
    ListingProvider provider_;
    std::vector<ReconcileHint> hints_;
    std::vector<ReconcileStray> strays_;
};

std::unique_ptr<tessera::test::PrivatePostgres> ReconcilerTest::cluster_;

TEST_F(ReconcilerTest, TwoSidesThatAgreeLeaveAWindowThatIsDoneAndNoBreak) {
    for (int i = 1; i <= 10; ++i) plantPaid(i);
    EXPECT_EQ(turn(kStart), Turn::Done);
    EXPECT_TRUE(breaks().empty());
    EXPECT_EQ(sql("SELECT listed, not_ours, compared, breaks FROM reconciliation_window"),
              "10|0|20|0\n");
    EXPECT_EQ(sql("SELECT count(*) FROM reconciliation_object"), "0\n");
    EXPECT_EQ(provider_.asked, 0);
}

TEST_F(ReconcilerTest, AWindowIsDueOnceAnHourAndOverlapsTheOneBefore) {
    EXPECT_EQ(turn(kStart), Turn::Done);
    EXPECT_EQ(turn(kStart + Duration::ofMinutes(59)), Turn::NotDue);
    provider_.queries.clear();
    EXPECT_EQ(turn(kStart + Duration::ofMinutes(60)), Turn::Done);
    ASSERT_EQ(provider_.queries.size(), 2U);
    EXPECT_EQ(provider_.queries[0].from, kStart - Duration::ofMinutes(130));
    EXPECT_EQ(provider_.queries[0].until, kStart + Duration::ofMinutes(50));
}

TEST_F(ReconcilerTest, ABreakIsARowIsSeenAgainAndIsResolvedWhenBothAgree) {
    const AttemptId attempt = plantPaid(1);
    plantPaid(2);
    provider_.payments["pi_1"].facts.captured = Money{4000};
    EXPECT_EQ(turn(kStart), Turn::Done);
    auto rows = breaks();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].what.subject.kind, BreakKind::CapturedDiffers);
    EXPECT_EQ(rows[0].what.subject.attempt, attempt);
    EXPECT_EQ(rows[0].what.ours, "captured 5000");
    EXPECT_EQ(rows[0].what.theirs, "captured 4000");
    ASSERT_EQ(strays_.size(), 1U);
    EXPECT_EQ(strays_[0].answer.captured, Money{4000});

    // Long past every overlap it is still asked about.
    const Instant later = kStart + Duration::ofMinutes(60 * 30);
    EXPECT_EQ(turn(later), Turn::Done);
    rows = breaks();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].firstSeen, kStart);
    EXPECT_EQ(rows[0].lastSeen, later);

    provider_.payments["pi_1"].facts.captured = Money{5000};
    EXPECT_EQ(turn(later + Duration::ofMinutes(60 * 30)), Turn::Done);
    EXPECT_TRUE(breaks().empty());
    rows = breaks(true);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_THAT(rows[0].resolution, testing::HasSubstr("both agree since "));
}

TEST_F(ReconcilerTest, WhatDiffersAgainAfterItWasResolvedIsARowOfItsOwn) {
    plantPaid(1);
    provider_.payments["pi_1"].facts.captured = Money{4000};
    EXPECT_EQ(turn(kStart), Turn::Done);
    const auto first = breaks();
    ASSERT_EQ(first.size(), 1U);
    const auto by =
        store_->resolve(ReconcileRows::kEvent, first[0].id, kStart, "the bank was asked");
    EXPECT_TRUE(by && *by);
    const auto twice = store_->resolve(ReconcileRows::kEvent, first[0].id, kStart, "again");
    EXPECT_TRUE(twice && !*twice);
    EXPECT_EQ(turn(kStart + Duration::ofMinutes(60)), Turn::Done);
    EXPECT_EQ(breaks().size(), 1U);
    EXPECT_EQ(breaks(true).size(), 2U);
}

TEST_F(ReconcilerTest, WhatAgreesWhenItIsAskedAboutAgainIsNoBreak) {
    plantPaid(1);
    // The list is behind; the object itself is not.
    ListedPayment behind = provider_.payments["pi_1"];
    behind.facts.captured = {};
    store::ReconcileProgress progress =
        **store_->claim(engine::ProviderKind::Stripe, NodeId{1}, kStart, kStart);
    progress.stage = store::ReconcileStage::Compare;
    progress.from = kStart - Duration::ofMinutes(180);
    progress.until = kStart;
    progress.begunAt = kStart;
    const auto listed = listedOf(behind);
    ASSERT_TRUE(store_->save(progress, kStart, {&*listed, 1}));
    EXPECT_EQ(turn(kStart), Turn::Done);
    EXPECT_TRUE(breaks().empty());
    EXPECT_EQ(provider_.asked, 1);
}

// Every hour the engine was told once more that it had failed, and the break stayed open for ever.
TEST_F(ReconcilerTest, ARefundThatFailedLateAndWasMadeAgainIsNoBreakAnyMore) {
    const AttemptId attempt = plantPaid(1);
    const RefundId refund{attempt.value + 1};
    const Instant at = kStart - Duration::ofMinutes(90);
    const std::string id = std::to_string(attempt.value);
    sql("INSERT INTO refund VALUES (77, " + std::to_string(refund.value) + ", " +
        std::to_string(refund.value) + ", " + id + ", " + id + ", 1, 3, 5000, 0, " +
        std::to_string(at.micros) + ", 1, 're_1', '')");
    sql("UPDATE payment_attempt SET refunded = 5000");
    const auto list = [&](const std::string& object, engine::RefundStanding standing) {
        provider_.refunds[object] = {object,      "pi_1", ReconcileRows::kEvent, refund, standing,
                                     Money{5000}, at};
    };
    list("re_1", engine::RefundStanding::Failed);
    EXPECT_EQ(turn(kStart), Turn::Done);
    EXPECT_TRUE(std::ranges::any_of(breaks(), [](const store::BreakRow& row) {
        return row.what.subject.kind == BreakKind::RefundFailed;
    }));
    const auto told = [&] {
        return std::ranges::count_if(strays_,
                                     [&](const auto& each) { return each.refund == refund; });
    };
    EXPECT_EQ(told(), 1);

    sql("UPDATE refund SET object_id = 're_2', attempt_try = 2");
    list("re_2", engine::RefundStanding::Succeeded);
    provider_.payments["pi_1"].facts.refunded = Money{5000};
    EXPECT_EQ(turn(kStart + Duration::ofMinutes(60)), Turn::Done);
    EXPECT_TRUE(breaks().empty());
    EXPECT_EQ(told(), 1);
}

TEST_F(ReconcilerTest, AnObjectThatIsMissingIsAskedForBeforeItIsABreak) {
    plantPaid(1);
    provider_.payments["pi_1"].createdAt = kStart - Duration::ofMinutes(60 * 24 * 9);
    EXPECT_EQ(turn(kStart), Turn::Done);
    EXPECT_TRUE(breaks().empty()) << "it exists, whatever its list says";
    provider_.payments.clear();
    EXPECT_EQ(turn(kStart + Duration::ofMinutes(60)), Turn::Done);
    ASSERT_EQ(breaks().size(), 1U);
    EXPECT_EQ(breaks()[0].what.subject.kind, BreakKind::MissingObject);
}

TEST_F(ReconcilerTest, AProviderThatDoesNotAnswerResolvesNothing) {
    plantPaid(1);
    provider_.payments["pi_1"].facts.captured = Money{4000};
    EXPECT_EQ(turn(kStart), Turn::Done);
    provider_.payments["pi_1"].facts.captured = Money{5000};
    provider_.silent = true;
    EXPECT_EQ(turn(kStart + Duration::ofMinutes(60 * 30)), Turn::Done);
    EXPECT_EQ(breaks().size(), 1U);
}

TEST_F(ReconcilerTest, AWindowThatBrokeOffGoesOnWhereItWas) {
    for (int i = 1; i <= 10; ++i) plantPaid(i);
    provider_.payments["pi_9"].facts.captured = Money{1};
    provider_.failAt = 3;
    EXPECT_FALSE(reconciler_->turn(provider_, kStart));
    EXPECT_EQ(sql("SELECT count(*) FROM reconciliation_object"), "6\n");
    provider_.queries.clear();
    provider_.failAt = 0;
    // Another process; the lease of the first is over.
    Reconciler other(*store_, NodeId{2}, {});
    const auto early = other.turn(provider_, kStart + Duration::ofMinutes(1));
    ASSERT_TRUE(early);
    EXPECT_EQ(*early, Turn::Elsewhere);
    const auto done = other.turn(provider_, kStart + Duration::ofMinutes(6));
    ASSERT_TRUE(done);
    EXPECT_EQ(*done, Turn::Done);
    EXPECT_EQ(provider_.queries.front().after, "pi_5") << "not from the beginning";
    ASSERT_EQ(breaks().size(), 1U);
    EXPECT_EQ(sql("SELECT listed FROM reconciliation_window"), "10\n");
}

TEST_F(ReconcilerTest, AFormerHolderOfTheLeaseWritesNothing) {
    const auto first = store_->claim(engine::ProviderKind::Stripe, NodeId{1}, kStart, kStart);
    ASSERT_TRUE(first && *first);
    ASSERT_TRUE(store_->claim(engine::ProviderKind::Stripe, NodeId{2}, kStart, kStart));
    const Status saved = store_->save(**first, kStart, {});
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, store::kClaimLost);
    EXPECT_FALSE(store_->finish(**first, kStart));
    EXPECT_EQ(sql("SELECT count(*) FROM reconciliation_window"), "0\n");
}

TEST_F(ReconcilerTest, AnOpenAttemptIsAHintAndAnEventThatIsNotOursIsAnUnknownObject) {
    const AttemptId open = plantPaid(1);
    sql("UPDATE payment_attempt SET state = 2, captured = 0");
    sql("UPDATE ticket_order SET state = 1");
    provider_.payments["pi_1"].facts.captured = {};
    ListedPayment& foreign = provider_.payments["pi_foreign"];
    foreign = provider_.payments["pi_1"];
    foreign.objectId = "pi_foreign";
    foreign.event = EventId{78};
    foreign.facts.captured = Money{5000};
    ListedPayment& notOurs = provider_.payments["pi_not_ours"];
    notOurs = foreign;
    notOurs.objectId = "pi_not_ours";
    notOurs.event = {};
    EXPECT_EQ(turn(kStart), Turn::Done);
    ASSERT_EQ(hints_.size(), 1U);
    EXPECT_EQ(hints_[0].attempt, open);
    ASSERT_EQ(breaks().size(), 1U);
    EXPECT_EQ(breaks()[0].what.subject.kind, BreakKind::UnknownObject);
    EXPECT_EQ(breaks()[0].what.subject.event, EventId{78});
    EXPECT_EQ(sql("SELECT listed, not_ours FROM reconciliation_window"), "3|1\n");
}

TEST_F(ReconcilerTest, AProviderWithoutAListIsLeftAlone) {
    provider_.lists = false;
    EXPECT_EQ(turn(kStart), Turn::NotListed);
    EXPECT_TRUE(provider_.queries.empty());
}

}  // namespace
}  // namespace tessera::payments
