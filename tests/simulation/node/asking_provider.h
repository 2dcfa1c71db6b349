// SPDX-License-Identifier: Apache-2.0
// The provider as reconciliation wants it: each question blocks a fiber until its answer is there.
//
// Deterministic. `done` is called before `call` and `list` return. REQUIRES: on a fiber of the
// node's process. Not thread-safe; refers to its parts, which outlive it.
#pragma once

#include "tests/simulation/people/sim_provider.h"
#include "tests/simulation/world/fiber.h"

namespace tessera::simulation {

class AskingProvider final : public payments::Provider {
public:
    struct Parts {
        SimProvider& provider;
        Agenda& agenda;
        Fibers& fibers;
        Network& network;
        SimProviderHouse& house;
        End node = 0;
    };
    explicit AskingProvider(Parts parts) : with_(parts) {}

    std::string_view name() const override { return with_.provider.name(); }
    engine::ProviderKind kind() const override { return with_.provider.kind(); }
    payments::Capabilities capabilities() const override;
    void call(payments::Call call, std::function<void(engine::ProviderAnswer)> done) override;
    void list(const payments::ListQuery& query,
              const std::function<void(Result<payments::ListPage>)>& done) override;
    payments::WebhookResult verifyWebhook(std::string_view body, std::string_view signature,
                                          Instant now) const override {
        return with_.provider.verifyWebhook(body, signature, now);
    }
    std::string publishableKey() const override { return with_.provider.publishableKey(); }
    std::string confirmUrl(const std::string& objectId) const override {
        return with_.provider.confirmUrl(objectId);
    }

private:
    const Parts with_;
};

}  // namespace tessera::simulation
