// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stripe_provider.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::Operation;
using engine::ProviderAnswer;

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

class StripeProvider final : public Provider {
public:
    explicit StripeProvider(StripeOptions options)
        : options_(std::move(options)),
          authorization_("Authorization: Bearer " + options_.apiKey),
          version_(std::string("Stripe-Version: ") + kStripeVersion),
          calls_(options_.calls) {}

    std::string_view name() const override { return "stripe"; }
    Capabilities capabilities() const override { return {}; }
    std::string publishableKey() const override { return options_.publishableKey; }
    std::string confirmUrl(const std::string& objectId) const override {
        return intentUrl(objectId) + "/confirm";
    }
    std::string pageUrl(const std::string& objectId) const override {
        return options_.hasPage ? options_.baseUrl + "/pay/" + objectId : std::string();
    }

    void call(Call call, std::function<void(ProviderAnswer)> done) override {
        const auto operation = call.row.operation;
        if (operation == Operation::Create && call.row.attemptTry > 1) {
            return findOrCreate(std::move(call), std::move(done));
        }
        make(call, std::move(done));
    }

    void stop() override { calls_.stop(); }

    WebhookResult verifyWebhook(std::string_view body, std::string_view signature,
                                Instant now) const override {
        return readStripeWebhook(body, signature, options_.webhookSecret, now);
    }

private:
    void make(const Call& call, std::function<void(ProviderAnswer)> done) {
        const auto operation = call.row.operation;
        const std::string object = call.row.objectId;
        calls_.start(requestOf(call), [this, operation, object,
                                       done = std::move(done)](const HttpAnswer& answer) mutable {
            auto read = readStripeAnswer(operation, answer);
            const bool blind = read.kind == AnswerKind::Refused &&
                               read.object == engine::ObjectState::None && !object.empty();
            const bool refund = operation == Operation::Refund && read.kind != AnswerKind::Unknown;
            if (!blind && !refund) return done(std::move(read));
            look(object, std::move(read), std::move(done));
        });
    }

    // A new key could make a second object where the first one's answer was lost: one that is there
    // is taken, and only where none is, one is made. Stripe's search knows an object within a
    // minute, mostly.
    void findOrCreate(Call call, std::function<void(ProviderAnswer)> done) {
        HttpCall request;
        request.headers = {authorization_, version_, "Expect:"};
        request.url = options_.baseUrl + "/v1/payment_intents/search?query=metadata" +
                      "%5B%27tessera_attempt%27%5D%3A%27" +
                      encodePublicId(call.event, call.row.attempt.value) + "%27";
        calls_.start(std::move(request), [this, call = std::move(call),
                                          done = std::move(done)](const HttpAnswer& answer) {
            auto found = readStripeSearch(answer);
            if (found) return done(std::move(*found));
            make(call, done);
        });
    }

    std::string intentUrl(const std::string& id) const {
        return options_.baseUrl + "/v1/payment_intents/" + id;
    }

    HttpCall requestOf(const Call& call) const {
        HttpCall request;
        request.headers = {authorization_, version_, "Expect:"};
        if (call.row.operation == Operation::Retrieve) {
            request.url = intentUrl(call.row.objectId) +
                          "?expand[]=latest_charge&expand[]=latest_charge.refunds";
            return request;
        }
        request.method = "POST";
        request.headers.push_back("Idempotency-Key: " + call.idempotencyKey());
        const std::string amount = std::to_string(call.row.amount.minor);
        switch (call.row.operation) {
            case Operation::Create:
                request.url = options_.baseUrl + "/v1/payment_intents";
                request.body =
                    "amount=" + amount + "&currency=" + lowerCase(toString(call.currency)) +
                    "&capture_method=manual&metadata[tessera_event]=" +
                    encodePublicId(call.event.value) + "&metadata[tessera_attempt]=" +
                    encodePublicId(call.event, call.row.attempt.value) +
                    // Nothing that can change: a key is refused with other parameters.
                    "&description=Order%20" + encodePublicId(call.event, call.row.order.value);
                break;
            case Operation::Cancel:
                request.url = intentUrl(call.row.objectId) + "/cancel";
                break;
            case Operation::Capture:
                request.url = intentUrl(call.row.objectId) + "/capture";
                request.body = "amount_to_capture=" + amount;
                break;
            default:
                request.url = options_.baseUrl + "/v1/refunds";
                request.body = "payment_intent=" + call.row.objectId + "&amount=" + amount;
                break;
        }
        return request;
    }

    // After a refusal that does not show the object, or a refund: what does the object say now?
    void look(const std::string& object, ProviderAnswer first,
              std::function<void(ProviderAnswer)> done) {
        HttpCall request;
        request.url = intentUrl(object) + "?expand[]=latest_charge&expand[]=latest_charge.refunds";
        request.headers = {authorization_, version_, "Expect:"};
        calls_.start(std::move(request),
                     [first = std::move(first), done = std::move(done)](const HttpAnswer& answer) {
                         auto seen = readStripeAnswer(Operation::Retrieve, answer);
                         if (seen.kind == AnswerKind::Definitive) {
                             seen.kind = first.kind;
                             seen.evidence = first.evidence + "; then " + seen.evidence;
                         }
                         done(std::move(seen));
                     });
    }

    const StripeOptions options_;
    const std::string authorization_;
    const std::string version_;
    HttpCalls calls_;
};

}  // namespace

std::shared_ptr<Provider> makeStripeProvider(StripeOptions options) {
    return std::make_shared<StripeProvider>(std::move(options));
}

}  // namespace tessera::payments
