// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stripe_provider.h"

#include <chrono>
#include <deque>
#include <mutex>
#include <set>
#include <utility>

#include "server/payments/stripe_calls.h"

namespace tessera::payments {
namespace {

constexpr std::size_t kOwnCapturesMax = 50'000;

// The latest captures that were answered here. What is forgotten is asked about once more.
// Thread-safe.
class OwnCaptures {
public:
    void add(EventId event, AttemptId attempt) {
        const std::lock_guard lock(mutex_);
        if (!known_.emplace(event, attempt).second) return;
        order_.emplace_back(event, attempt);
        if (order_.size() <= kOwnCapturesMax) return;
        known_.erase(order_.front());
        order_.pop_front();
    }
    bool has(EventId event, AttemptId attempt) const {
        const std::lock_guard lock(mutex_);
        return known_.contains({event, attempt});
    }

private:
    mutable std::mutex mutex_;
    std::set<std::pair<EventId, AttemptId>> known_;
    std::deque<std::pair<EventId, AttemptId>> order_;
};

// Stripe tells of each step twice, of the intent and of its charge, and of what was done here.
bool tellsNews(const WebhookItem& item, const OwnCaptures& captures) {
    if (item.kind == "payment_intent.created" || item.kind == "charge.succeeded") return false;
    const bool captured = item.kind == "payment_intent.succeeded" || item.kind == "charge.captured";
    return !captured || !captures.has(item.event, item.attempt);
}

class StripeProvider final : public Provider {
public:
    explicit StripeProvider(StripeOptions options)
        : options_(std::move(options)), requests_(options_), calls_(options_) {}

    std::string_view name() const override { return "stripe"; }
    Capabilities capabilities() const override {
        Capabilities can;
        can.lookUpByReference = true;
        can.readers = options_.readers;
        can.lists = true;
        return can;
    }
    std::string publishableKey() const override { return options_.publishableKey; }
    std::string confirmUrl(const std::string& objectId) const override {
        return requests_.intentUrl(objectId) + "/confirm";
    }
    std::string pageUrl(const std::string& objectId) const override {
        return options_.hasPage ? options_.baseUrl + "/pay/" + objectId : std::string();
    }

    void call(Call call, std::function<void(engine::ProviderAnswer)> done) override {
        if (call.row.operation != engine::Operation::Capture) {
            return calls_.perform(std::move(call), std::move(done));
        }
        const EventId event = call.event;
        const AttemptId attempt = call.row.attempt;
        calls_.perform(std::move(call), [this, event, attempt,
                                         done = std::move(done)](engine::ProviderAnswer answer) {
            if (answer.kind == engine::AnswerKind::Definitive &&
                answer.object == engine::ObjectState::Succeeded) {
                captures_.add(event, attempt);
            }
            done(std::move(answer));
        });
    }
    void list(const ListQuery& query, const std::function<void(Result<ListPage>)>& done) override {
        calls_.list(query, done);
    }
    void stop() override { calls_.stop(); }

    WebhookResult verifyWebhook(std::string_view body, std::string_view signature,
                                Instant now) const override {
        return readStripeWebhook(body, signature, options_.webhookSecret, now);
    }
    bool isNews(const WebhookItem& item) const override { return tellsNews(item, captures_); }

private:
    const StripeOptions options_;
    const StripeRequests requests_;
    OwnCaptures captures_;
    StripeCalls calls_;  // The last: its answers come until it is gone.
};

}  // namespace

Instant wallClock() {
    using namespace std::chrono;
    return Instant{duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::shared_ptr<Provider> makeStripeProvider(StripeOptions options) {
    return std::make_shared<StripeProvider>(std::move(options));
}

}  // namespace tessera::payments
