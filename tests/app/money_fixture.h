// SPDX-License-Identifier: Apache-2.0
// An AppService over one event's actor, a scripted provider and one gift card, and short ways to
// sell and to give back. Not thread-safe; a test owns its fixture.
#pragma once

#include <thread>

#include "server/app/app_service.h"
#include "server/app/plan/layout_library.h"
#include "server/store/gift_cards.h"
#include "shared/base/check.h"
#include "tests/app/actor_fixture.h"

namespace tessera::app {

inline constexpr std::string_view kTokenKey = "0123456789abcdef0123456789abcdef";

// One card, with the code CARD.
class OneGiftCard final : public store::GiftCards {
public:
    Result<store::IssuedGiftCard> issue(const store::NewGiftCard&) override {
        return failure("not asked");
    }
    Result<std::optional<store::GiftCard>> findByCode(std::string_view code) override {
        return code == "CARD" ? std::optional(card) : std::nullopt;
    }
    Result<std::optional<store::GiftCard>> find(GiftCardId) override { return std::optional(card); }
    Result<std::vector<store::GiftCardEntry>> entries(GiftCardId, std::int32_t) override {
        return failure("not asked");
    }
    Result<store::GiftCardStanding> move(const store::GiftCardMove&) override {
        return failure("not asked");
    }
    Result<store::GiftCardStanding> standing(GiftCardId, EventId, AttemptId, RefundId) override {
        return failure("not asked");
    }

    store::GiftCard card{GiftCardId{77},
                         Currency{{'E', 'U', 'R'}},
                         Money{3000},
                         Money{3000},
                         {},
                         Instant::never(),
                         {}};
};

// Of a kind and a name, asked nothing.
class NamedProvider final : public payments::Provider {
public:
    NamedProvider(std::string name, engine::ProviderKind kind)
        : name_(std::move(name)), kind_(kind) {}
    std::string_view name() const override { return name_; }
    engine::ProviderKind kind() const override { return kind_; }
    payments::Capabilities capabilities() const override { return {}; }
    void call(payments::Call, std::function<void(engine::ProviderAnswer)> done) override {
        done({});
    }
    payments::WebhookResult verifyWebhook(std::string_view, std::string_view,
                                          Instant) const override {
        return {};
    }
    std::string publishableKey() const override { return {}; }
    std::string confirmUrl(const std::string&) const override { return {}; }

private:
    const std::string name_;
    const engine::ProviderKind kind_;
};

class MoneyTest : public ActorTest {
protected:
    void SetUp() override {
        ActorTest::SetUp();
        buyer_.hash.bytes[0] = 1;
        std::array<std::uint8_t, 32> seed{};
        signer_.emplace(tickets::TicketSigner::fromSeed(tickets::TicketKeyId{1}, seed));
        catalog_ = store::makePostgresCatalog({.conninfo = postgres_->conninfo()});
        verifier_.emplace(runtime::ApiKeyVerifierOptions{}, node_->monotonic);
        const std::vector<std::shared_ptr<payments::Provider>> all{
            node_->provider,
            std::make_shared<NamedProvider>("gifts", engine::ProviderKind::GiftCard)};
        app_ = std::make_unique<AppService>(AppDependencies{
            node_->actors, node_->directory, *catalog_, layouts_, payments::Providers(all),
            *signer_, *verifier_, kTokenKey, [] { return true; }, &gifts_});
    }
    void TearDown() override {
        node_->directory.closeAll();
        node_->executor.stop();
        node_->blocking.stop();
        app_.reset();
        ActorTest::TearDown();
    }

    // What a method of App replies, waited for at most 20 s.
    template <class T, class Call>
    static Answer<T> reply(Call call) {
        auto promise = std::make_shared<std::promise<Answer<T>>>();
        auto future = promise->get_future();
        call([promise](Answer<T> answer) { promise->set_value(std::move(answer)); });
        TESSERA_CHECK(future.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
        return future.get();
    }
    Mutation stamp() { return {freshRequest(), Fingerprint{5}}; }
    OrderAnswer order(OrderId id) {
        return *reply<OrderAnswer>(
            [&](auto done) { app_->getOrder(event_, buyer_, id, std::move(done)); });
    }
    OrderAnswer checkOut(std::vector<int> seats) {
        const auto held = ask(*node_, holdJob(std::move(seats)));
        engine::Checkout checkout;
        checkout.reservation = std::get<engine::ReservationView>(held->view).id;
        checkout.contactName = "Ada Lovelace";
        checkout.contactEmail = "ada@example.org";
        return *reply<OrderAnswer>([&](auto done) {
            app_->checkoutReservation(event_, buyer_, stamp(), checkout, std::move(done));
        });
    }
    // Asks until the order is in that state.
    bool becomes(const OrderAnswer& opened, engine::OrderState state) {
        return eventually([&] {
            const auto now = order(opened.view.id);
            if (now.view.attempt) hint(now.view.attempt);
            return now.view.state == state;
        });
    }
    void hint(AttemptId attempt) {
        EXPECT_TRUE(reply<std::monostate>(
            [&](auto done) { app_->hintProvider(event_, attempt, std::move(done)); }));
    }
    OrderAnswer paidOrder(std::vector<int> seats) {
        const auto opened = checkOut(std::move(seats));
        node_->provider->confirmed = true;
        EXPECT_TRUE(becomes(opened, engine::OrderState::Paid));
        return order(opened.view.id);
    }
    Answer<OrderAnswer> refund(OrderId id, engine::RefundReason reason) {
        CallerCredentials staff = buyer_;
        staff.staff = true;
        staff.channel = engine::Channel::BoxOffice;
        engine::RefundTickets command;
        command.order = id;
        command.reason = reason;
        command.keepFee = false;
        return reply<OrderAnswer>([&](auto done) {
            app_->refundTickets(event_, reason == engine::RefundReason::Staff ? staff : buyer_,
                                stamp(), command, std::move(done));
        });
    }
    OrderAnswer cashOrder(std::vector<int> seats) {
        const auto held = ask(*node_, holdJob(std::move(seats)));
        engine::Checkout checkout;
        checkout.reservation = std::get<engine::ReservationView>(held->view).id;
        checkout.contactName = "Ada Lovelace";
        checkout.tender = {engine::TenderKind::Cash, engine::ProviderKind::House, {}, {}, {}};
        CallerCredentials staff = buyer_;
        staff.staff = true;
        staff.channel = engine::Channel::BoxOffice;
        return *reply<OrderAnswer>([&](auto done) {
            app_->checkoutReservation(event_, staff, stamp(), checkout, std::move(done));
        });
    }
    engine::Disruption disruption() {
        return reply<engine::EventTerms>(
                   [&](auto done) { app_->getTerms(event_, std::move(done)); })
            ->disruption;
    }
    Answer<engine::TenderChoice> choose(TenderAsk ask, const CallerCredentials& who, OrderId id) {
        return reply<engine::TenderChoice>([&](auto done) {
            app_->chooseTender(event_, who, std::move(ask), {{}, id}, std::move(done));
        });
    }

    CallerCredentials buyer_;
    std::optional<tickets::TicketSigner> signer_;
    std::unique_ptr<store::Catalog> catalog_;
    std::optional<runtime::ApiKeyVerifier> verifier_;
    plan::LayoutLibrary layouts_;
    OneGiftCard gifts_;
    std::unique_ptr<AppService> app_;
};

}  // namespace tessera::app
