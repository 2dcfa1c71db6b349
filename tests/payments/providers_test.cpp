// SPDX-License-Identifier: Apache-2.0
#include "server/payments/providers.h"

#include <gtest/gtest.h>

#include <future>

#include "server/payments/outbox_worker.h"
#include "server/runtime/thread_pool.h"
#include "tests/runtime/manual_clock.h"

namespace tessera::payments {
namespace {

using engine::ProviderKind;

// Says its own name to whatever it is asked.
class NamedProvider final : public Provider {
public:
    NamedProvider(std::string name, ProviderKind kind) : name_(std::move(name)), kind_(kind) {}
    std::string_view name() const override { return name_; }
    ProviderKind kind() const override { return kind_; }
    Capabilities capabilities() const override { return {}; }
    void call(Call, std::function<void(engine::ProviderAnswer)> done) override {
        engine::ProviderAnswer said;
        said.kind = engine::AnswerKind::Definitive;
        said.evidence = name_;
        done(said);
    }
    WebhookResult verifyWebhook(std::string_view, std::string_view, Instant) const override {
        return {};
    }
    std::string publishableKey() const override { return {}; }
    std::string confirmUrl(const std::string&) const override { return {}; }

private:
    const std::string name_;
    const ProviderKind kind_;
};

Providers two() {
    return Providers({std::make_shared<NamedProvider>("stripe", ProviderKind::Stripe),
                      std::make_shared<NamedProvider>("gift_card", ProviderKind::GiftCard)});
}

TEST(ProvidersTest, AProviderIsFoundByItsKindAndByItsName) {
    const auto providers = two();
    ASSERT_NE(providers.find(ProviderKind::GiftCard), nullptr);
    EXPECT_EQ(providers.find(ProviderKind::GiftCard)->name(), "gift_card");
    EXPECT_EQ(providers.findByName("stripe"), providers.find(ProviderKind::Stripe));
    EXPECT_EQ(providers.find(ProviderKind::Adyen), nullptr);
    EXPECT_EQ(providers.findByName("adyen"), nullptr);
    EXPECT_EQ(providers.all().size(), 2u);
}

TEST(ProvidersDeathTest, TwoOfOneKindAreAMistake) {
    EXPECT_DEATH(Providers({std::make_shared<NamedProvider>("a", ProviderKind::Stripe),
                            std::make_shared<NamedProvider>("b", ProviderKind::Stripe)}),
                 "");
}

// A row of a provider that the configuration has lost keeps its seats and is asked again: it says
// why nothing is known.
TEST(ProvidersTest, EachRowIsCalledAtItsOwnProvider) {
    runtime::ManualClock monotonic;
    runtime::SteadyClock steady;
    runtime::DatabaseClock clock{monotonic, {Instant{1'000'000'000}, {}, 1'000'000}};
    runtime::ThreadPool executor{{.threads = 1}, steady};
    std::map<std::int64_t, engine::ProviderAnswer> said;
    {
        OutboxWorker worker(two(), executor, clock, {},
                            [&](EventId, const engine::RecordProviderAnswer& answer) {
                                said[answer.outbox.value] = answer.answer;
                            });
        std::vector<engine::OutboxRow> rows(3);
        const ProviderKind kinds[] = {ProviderKind::Stripe, ProviderKind::GiftCard,
                                      ProviderKind::Adyen};
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].seq = OutboxSeq{static_cast<std::int64_t>(i) + 1};
            rows[i].provider = kinds[i];
        }
        worker.enqueue(EventId{5}, Currency{}, rows);
    }
    EXPECT_EQ(said.at(1).evidence, "stripe");
    EXPECT_EQ(said.at(2).evidence, "gift_card");
    EXPECT_EQ(said.at(3).kind, engine::AnswerKind::Unknown);
    EXPECT_NE(said.at(3).evidence.find("no provider"), std::string::npos);
}

}  // namespace
}  // namespace tessera::payments
