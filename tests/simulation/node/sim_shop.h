// SPDX-License-Identifier: Apache-2.0
// The way from people to the nodes: a balancer that knows little, and a network that loses things.
//
// Deterministic. Not thread-safe. A call goes to some node, twice where the network doubles it; the
// first answer that comes back within the client's patience counts.
#pragma once

#include <map>
#include <unordered_map>

#include "tests/simulation/node/map_follower.h"
#include "tests/simulation/node/place.h"
#include "tests/simulation/people/shop.h"

namespace tessera::simulation {

class SimShop final : public Shop {
public:
    SimShop(Places& places, Followers& followers, Random random);

    CallNo nextCall() override { return ++lastCall_; }
    void ask(Asked asked, Answer answer) override;
    Instant serverTime() const override;
    std::span<const std::uint8_t> mapOf(EventId event) const override;

    // A webhook of the provider, to some node: stored, answered, then asked about.
    void deliver(const payments::WebhookItem& item, const std::function<void()>& taken);
    // At all of them.
    void hintAll(EventId event, AttemptId attempt);

private:
    struct Open {
        Answer answer;
        EntryNo patience = 0;
        EventId event;
        End place = 0;
    };
    End placeFor(EventId event);
    void arrive(const Asked& asked, End place);
    void serve(SimNode& node, const Asked& asked);
    void take(SimNode& node, payments::WebhookItem item, const std::function<void()>& taken);
    void hintAt(End place, EventId event, AttemptId attempt);
    void serveMoney(SimNode& node, const Asked& asked);
    void choose(SimNode& node, const Asked& asked, const app::TenderAsk& tender,
                app::App::TenderOf of, std::function<void(engine::TenderChoice)> next);
    void say(CallNo call, End place, Said said);
    void finish(CallNo call, std::optional<Said> said);
    template <class T>
    app::Reply<T> replyTo(const SimNode& node, CallNo call);

    Places& places_;
    Followers& followers_;
    const SimNode::Surroundings& with_;
    Random random_;
    CallNo lastCall_ = 0;
    std::unordered_map<CallNo, Open> open_;
    struct Good {
        End place = 0;
        std::int64_t at = 0;
    };
    std::map<EventId, Good> lastGood_;  // Where an answer came from last.
};

}  // namespace tessera::simulation
