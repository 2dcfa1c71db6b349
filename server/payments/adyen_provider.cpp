// SPDX-License-Identifier: Apache-2.0
#include "server/payments/adyen_provider.h"

#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <utility>

#include "server/payments/adyen_reading.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;
using engine::RefundStanding;
using nlohmann::json;

constexpr Duration kKeyWindow = Duration::ofSeconds(7 * 24 * 3600);

using Done = std::function<void(ProviderAnswer)>;
using Items = std::vector<WebhookItem>;

ProviderAnswer unknown(std::string evidence) {
    ProviderAnswer answer;
    answer.evidence = std::move(evidence);
    return answer;
}

class AdyenProvider final : public Provider {
public:
    AdyenProvider(AdyenOptions options, std::vector<std::string> hmacKeys,
                  std::shared_ptr<WebhookInbox> inbox)
        : options_(std::move(options)),
          hmacKeys_(std::move(hmacKeys)),
          inbox_(std::move(inbox)),
          calls_(options_.calls) {}
    ~AdyenProvider() override { stop(); }

    std::string_view name() const override { return "adyen"; }
    engine::ProviderKind kind() const override { return engine::ProviderKind::Adyen; }
    Capabilities capabilities() const override;
    std::string publishableKey() const override { return options_.clientKey; }
    // The buyer's client gives us what it encrypted: ConfirmPayment.
    std::string confirmUrl(const std::string&) const override { return {}; }
    WebhookResult verifyWebhook(std::string_view body, std::string_view,
                                Instant now) const override {
        return readAdyenWebhook(body, hmacKeys_, options_.merchantAccount, now);
    }

    void call(Call call, Done done) override;
    void stop() override;

private:
    void create(const Call& call, const Done& done) const;
    void confirm(const Call& call, const Done& done);
    void sendPayment(const Call& call, const AdyenRequest& made, const Done& done);
    void retrieve(const Call& call, const Done& done);
    void retrieveRefund(const Call& call, const Done& done);
    void refund(const Call& call, const Done& done);
    void modify(const Call& call, const Done& done);
    void tell(const Call& call, const AdyenPicture& picture, const AdyenModification& made,
              const Done& done);
    void noteThenSend(const Call& call, const AdyenPicture& picture, const Done& done);
    void sendModification(const Call& call, const AdyenPicture& picture, const Done& done);
    HttpCall request(const Call& call, const std::string& path, std::string body) const;
    void keep(WebhookItem item, const Done& done, std::function<void()> then);
    void withPicture(const Call& call, const Done& done, std::function<void(AdyenPicture)> then);
    void ended();

    const AdyenOptions options_;
    const std::vector<std::string> hmacKeys_;
    const std::shared_ptr<WebhookInbox> inbox_;
    std::mutex mutex_;
    std::condition_variable quiet_;
    std::size_t underWay_ = 0;
    HttpCalls calls_;
};

Capabilities AdyenProvider::capabilities() const {
    Capabilities can;
    can.cancelWhilePending = false;
    can.modificationsAreAsynchronous = true;
    can.lookUpByReference = false;
    can.webhookCarriesState = true;
    can.fenceable = false;
    can.confirmsByCall = true;
    can.idempotencyWindow = kKeyWindow;
    return can;
}

void AdyenProvider::call(Call call, Done done) {
    {
        const std::lock_guard lock(mutex_);
        ++underWay_;
    }
    const Done finish = [this, done = std::move(done)](ProviderAnswer answer) {
        done(std::move(answer));
        ended();
    };
    switch (call.row.operation) {
        case Operation::Create:
            return create(call, finish);
        case Operation::Confirm:
            return confirm(call, finish);
        case Operation::Retrieve:
            return retrieve(call, finish);
        case Operation::Refund:
            return refund(call, finish);
        case Operation::RetrieveRefund:
            return retrieveRefund(call, finish);
        default:
            return modify(call, finish);
    }
}

void AdyenProvider::ended() {
    const std::lock_guard lock(mutex_);
    if (--underWay_ == 0) quiet_.notify_all();
}

// The inbox has deadlines of its own.
void AdyenProvider::stop() {
    calls_.stop();
    std::unique_lock lock(mutex_);
    quiet_.wait(lock, [&] { return underWay_ == 0; });
}

// At Adyen there is nothing before the buyer pays.
void AdyenProvider::create(const Call& call, const Done& done) const {
    ProviderAnswer answer;
    answer.kind = AnswerKind::Definitive;
    answer.object = ObjectState::RequiresPaymentMethod;
    answer.objectId = adyenPaymentReference(call);
    answer.evidence = "our own reference " + answer.objectId;
    done(std::move(answer));
}

HttpCall AdyenProvider::request(const Call& call, const std::string& path, std::string body) const {
    HttpCall request;
    request.method = "POST";
    request.url = options_.baseUrl + path;
    request.body = std::move(body);
    request.headers = {"X-API-Key: " + options_.apiKey, "Content-Type: application/json",
                       "Idempotency-Key: " + call.idempotencyKey(), "Expect:"};
    return request;
}

// Later calls know only of what is in the inbox: nothing is sent, and no answer given, before what
// it takes is there. Where it cannot be stored nothing is known, and the same is done again.
void AdyenProvider::keep(WebhookItem item, const Done& done, std::function<void()> then) {
    Items items{std::move(item)};
    inbox_->store(std::move(items), [done, then = std::move(then)](const Status& stored) {
        if (!stored) return done(unknown("not stored: " + stored.error().message));
        then();
    });
}

void AdyenProvider::withPicture(const Call& call, const Done& done,
                                std::function<void(AdyenPicture)> then) {
    const std::string reference = adyenPaymentReference(call);
    inbox_->read(call.event, call.row.attempt,
                 [done, reference, then = std::move(then)](const Result<Items>& items) {
                     if (!items) return done(unknown("inbox: " + items.error().message));
                     AdyenPicture picture = readAdyenInbox(*items);
                     picture.facts.objectId = reference;
                     then(std::move(picture));
                 });
}

// What the buyer gives goes under the key of a call that nobody answered, if there is one:
// whichever of the two Adyen took, there is one payment.
void AdyenProvider::confirm(const Call& call, const Done& done) {
    const auto made = adyenConfirmRequest(call, options_.merchantAccount, options_.returnUrl);
    if (!made) {
        ProviderAnswer answer = unknown("the payload is none, or not encrypted; nothing was sent");
        answer.kind = AnswerKind::Refused;
        answer.object = ObjectState::RequiresPaymentMethod;
        answer.objectId = adyenPaymentReference(call);
        return done(std::move(answer));
    }
    withPicture(call, done, [this, call, made, done](const AdyenPicture& picture) {
        const bool details = adyenCallName(call).starts_with("details-");
        const std::string& open = details ? picture.openDetails : picture.openPayment;
        const Call sent = open.empty() ? call : adyenCallNamed(call, open);
        keep(adyenNote(sent, kAdyenAskedItem, options_.now()), done,
             [this, sent, made, done] { sendPayment(sent, *made, done); });
    });
}

void AdyenProvider::sendPayment(const Call& call, const AdyenRequest& made, const Done& done) {
    calls_.start(request(call, made.path, made.body), [this, call, done](const HttpAnswer& said) {
        const AdyenAnswer read = readAdyenPayment(call, said, options_.now());
        if (read.item) return keep(*read.item, done, [done, read] { done(read.answer); });
        if (!read.alreadyProcessed) return done(read.answer);
        // Made before, and its answer is lost: a notification may say what came of it.
        withPicture(call, done, [done, read](const AdyenPicture& picture) {
            const auto state = picture.facts.object;
            const bool known =
                state == ObjectState::RequiresCapture || state == ObjectState::Succeeded;
            done(known ? picture.facts : read.answer);
        });
    });
}

// A capture or a cancel that may not have arrived goes out again: it will be asked about for ever.
void AdyenProvider::retrieve(const Call& call, const Done& done) {
    withPicture(call, done, [this, call, done](const AdyenPicture& picture) {
        const AdyenModification* lost = picture.lost();
        if (lost == nullptr) return done(picture.facts);
        Call again = adyenCallNamed(call, lost->name);
        again.row.operation =
            lost->name.starts_with("capture-") ? Operation::Capture : Operation::Cancel;
        again.row.amount = lost->amount;
        sendModification(again, picture, done);
    });
}

void AdyenProvider::refund(const Call& call, const Done& done) {
    withPicture(call, done, [this, call, done](const AdyenPicture& picture) {
        const AdyenModification* made = picture.find(adyenCallName(call));
        if (made == nullptr || made->isLost()) return sendModification(call, picture, done);
        ProviderAnswer answer = picture.facts;
        answer.kind = !made->decided  ? AnswerKind::Accepted
                      : made->success ? AnswerKind::Definitive
                                      : AnswerKind::Refused;
        answer.refundObjectId = made->psp;
        answer.evidence = made->evidence;
        if (made->decided) {
            answer.refund = made->success ? RefundStanding::Succeeded : RefundStanding::Failed;
        }
        done(std::move(answer));
    });
}

// There is no look-up: of what was not received the look is the same call with the same key.
void AdyenProvider::retrieveRefund(const Call& call, const Done& done) {
    Call asked = call;
    asked.row.operation = Operation::Refund;
    refund(asked, [done](ProviderAnswer answer) {
        if (answer.kind == AnswerKind::Accepted && !answer.refundObjectId.empty()) {
            answer.refund = RefundStanding::Pending;
        }
        if (answer.refund != RefundStanding::None) answer.kind = AnswerKind::Definitive;
        done(std::move(answer));
    });
}

// A capture or a cancel. One at a time: as long as the latest is not decided there is no other,
// whatever its try; and that it failed is told once before another is made.
void AdyenProvider::modify(const Call& call, const Done& done) {
    withPicture(call, done, [this, call, done](AdyenPicture picture) {
        const std::string name = adyenCallName(call);
        const bool cancels = call.row.operation == Operation::Cancel;
        const AdyenModification* made = picture.latest(cancels ? "cancel-" : "capture-");
        if (made == nullptr) return noteThenSend(call, picture, done);
        if (made->isLost()) {
            return sendModification(adyenCallNamed(call, made->name), picture, done);
        }
        picture.facts.evidence = made->evidence;
        if (!made->decided) {
            picture.facts.kind = AnswerKind::Accepted;
            return done(std::move(picture.facts));
        }
        const auto state = picture.facts.object;
        // Nothing was there to cancel: as good as cancelled.
        if (cancels ? state == ObjectState::Canceled : made->success) {
            return done(std::move(picture.facts));
        }
        // What has become of a cancel shows in the state; it can be tried again at once.
        const bool fresh = cancels || made->told || made->success;
        if (fresh && made->name != name) return noteThenSend(call, picture, done);
        tell(adyenCallNamed(call, made->name), picture, *made, done);
    });
}

void AdyenProvider::tell(const Call& call, const AdyenPicture& picture,
                         const AdyenModification& made, const Done& done) {
    ProviderAnswer answer = picture.facts;
    answer.kind = AnswerKind::Refused;
    answer.evidence = made.evidence;
    keep(adyenNote(call, kAdyenToldItem, options_.now()), done, [done, answer] { done(answer); });
}

void AdyenProvider::noteThenSend(const Call& call, const AdyenPicture& picture, const Done& done) {
    if (call.row.operation == Operation::Capture && picture.authorisedPsp.empty()) {
        return done(unknown("no AUTHORISATION yet: nothing was sent"));
    }
    keep(adyenNote(call, kAdyenAskedItem, options_.now()), done,
         [this, call, picture, done] { sendModification(call, picture, done); });
}

void AdyenProvider::sendModification(const Call& call, const AdyenPicture& picture,
                                     const Done& done) {
    const auto operation = call.row.operation;
    const std::string reference = adyenPaymentReference(call);
    json body{{"merchantAccount", options_.merchantAccount},
              {"reference", reference + "-" + adyenCallName(call)}};
    std::string path = "/cancels";
    if (operation == Operation::Cancel) {
        // By our own reference, whatever is known: a key goes with one request.
        body["paymentReference"] = reference;
    } else {
        if (picture.authorisedPsp.empty()) {
            return done(unknown("no AUTHORISATION yet: nothing was sent"));
        }
        path = "/payments/" + picture.authorisedPsp +
               (operation == Operation::Capture ? "/captures" : "/refunds");
        body["amount"] =
            json{{"currency", toString(call.currency)}, {"value", call.row.amount.minor}};
    }
    calls_.start(request(call, path, body.dump()),
                 [this, call, facts = picture.facts, done](const HttpAnswer& said) {
                     AdyenAnswer read = readAdyenModification(call, said, options_.now());
                     if (!read.item) return done(std::move(read.answer));
                     if (read.answer.kind == AnswerKind::Refused) {
                         // A refusal does not show the payment: what is known of it does.
                         ProviderAnswer refused = facts;
                         refused.kind = AnswerKind::Refused;
                         refused.evidence = std::move(read.answer.evidence);
                         if (call.row.operation == Operation::Refund)
                             refused.refund = RefundStanding::Failed;
                         read.answer = std::move(refused);
                     }
                     keep(*read.item, done, [done, answer = read.answer] { done(answer); });
                 });
}

}  // namespace

Result<std::shared_ptr<Provider>> makeAdyenProvider(AdyenOptions options,
                                                    std::shared_ptr<WebhookInbox> inbox) {
    TESSERA_CHECK(inbox != nullptr && options.now != nullptr);
    std::vector<std::string> keys;
    for (const std::string& hex : options.hmacKeys) {
        auto key = fromHex(hex);
        if (!key || key->empty()) return failure("an HMAC key of Adyen is not hexadecimal");
        keys.push_back(std::move(*key));
    }
    if (keys.empty()) return failure("Adyen's notifications need an HMAC key");
    return std::make_shared<AdyenProvider>(std::move(options), std::move(keys), std::move(inbox));
}

}  // namespace tessera::payments
