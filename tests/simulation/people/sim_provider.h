// SPDX-License-Identifier: Apache-2.0
// A node's client of the simulated provider, and by its way the provider's house.
//
// Behaves as the Stripe adapter does: what is looked up before it is made, what is looked at after
// a refusal or a refund. `done` is called once, as an entry of the node's process: it dies with the
// process, and comes late to one that is paused. Not thread-safe.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/payments/provider.h"
#include "tests/simulation/people/provider_house.h"

namespace tessera::simulation {

class SimProvider final : public payments::Provider {
public:
    struct Parts {
        Agenda& agenda;
        Network& network;
        SimProviderHouse& house;
        End node = 0;
        ProcessNo process = kWorld;
        engine::ProviderKind kind = engine::ProviderKind::Stripe;
        payments::WebhookInbox* inbox = nullptr;  // Of Adyen's shape.
    };
    // All of `parts` outlive it. Once destroyed, or dead, nothing is called any more.
    explicit SimProvider(Parts parts);
    ~SimProvider() override;
    SimProvider(const SimProvider&) = delete;
    SimProvider& operator=(const SimProvider&) = delete;

    std::string_view name() const override {
        if (kind() == engine::ProviderKind::Adyen) return "later";
        return kind() == engine::ProviderKind::GiftCard ? "giftcard" : "simulated";
    }
    engine::ProviderKind kind() const override;
    payments::Capabilities capabilities() const override {
        payments::Capabilities all;
        const bool later = kind() == engine::ProviderKind::Adyen;
        all.confirmsByCall = all.modificationsAreAsynchronous = later;
        return all;
    }
    void call(payments::Call call, std::function<void(engine::ProviderAnswer)> done) override;
    void stop() override;
    // Webhooks come as hints; see SimProviderHouse::Hint.
    payments::WebhookResult verifyWebhook(std::string_view, std::string_view,
                                          Instant) const override {
        return {payments::WebhookOutcome::Irrelevant, {}};
    }
    std::string publishableKey() const override { return "pk_simulated"; }
    std::string confirmUrl(const std::string& objectId) const override { return "sim:" + objectId; }

    // As the end of its process: nothing goes out, nothing comes in. `stop` then still gives
    // Unknown to who waits in a destructor.
    void die();
    std::size_t underWay() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::simulation
