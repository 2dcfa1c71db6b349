// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stripe_requests.h"

#include <algorithm>
#include <cctype>

namespace tessera::payments {
namespace {

using engine::Operation;

constexpr const char* kPerPage = "limit=100";  // Stripe's most.

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// The second in which an instant is, or the next one: created has whole seconds.
std::int64_t floorSeconds(Instant at) {
    return std::max<std::int64_t>(0, at.micros / 1000000);
}
std::int64_t ceilSeconds(Instant at) {
    return std::max<std::int64_t>(0, at.micros / 1000000 + (at.micros % 1000000 > 0 ? 1 : 0));
}

}  // namespace

StripeRequests::StripeRequests(const StripeOptions& options)
    : base_(options.baseUrl),
      authorization_("Authorization: Bearer " + options.apiKey),
      version_(std::string("Stripe-Version: ") + kStripeVersion) {}

HttpCall StripeRequests::get(const std::string& pathAndQuery) const {
    HttpCall request;
    request.url = base_ + pathAndQuery;
    request.headers = {authorization_, version_, "Expect:"};
    return request;
}

HttpCall StripeRequests::post(const std::string& path, const std::string& key,
                              std::string body) const {
    HttpCall request = get(path);
    request.method = "POST";
    request.body = std::move(body);
    if (!key.empty()) request.headers.push_back("Idempotency-Key: " + key);
    return request;
}

std::string StripeRequests::intentUrl(const std::string& intent) const {
    return base_ + "/v1/payment_intents/" + intent;
}

HttpCall StripeRequests::of(const Call& call) const {
    const std::string intents = "/v1/payment_intents/" + call.row.objectId;
    const std::string key = call.idempotencyKey();
    switch (call.row.operation) {
        case Operation::Create:
            return create(call);
        case Operation::Retrieve:
            return intent(call.row.objectId);
        case Operation::Cancel:
            return post(intents + "/cancel", key, {});
        case Operation::Capture:
            return post(intents + "/capture", key,
                        "amount_to_capture=" + std::to_string(call.row.amount.minor));
        case Operation::Confirm:
            return post("/v1/terminal/readers/" + call.row.payload + "/process_payment_intent", key,
                        "payment_intent=" + call.row.objectId);
        case Operation::RetrieveRefund:
            return get("/v1/refunds/" + call.row.objectId);
        case Operation::Refund:
            break;
    }
    return refund(call);
}

// Nothing that can change: neither who pays nor what else the order has.
HttpCall StripeRequests::create(const Call& call) const {
    const bool reader = !call.row.payload.empty();
    std::string body =
        "amount=" + std::to_string(call.row.amount.minor) +
        "&currency=" + lowerCase(toString(call.currency)) +
        "&capture_method=manual&payment_method_types[]=" + (reader ? "card_present" : "card") +
        "&metadata[tessera_event]=" + encodePublicId(call.event.value) +
        "&metadata[tessera_attempt]=" + encodePublicId(call.event, call.row.attempt.value);
    if (reader) body += "&metadata[tessera_reader]=" + call.row.payload;
    body += "&description=Order%20" + encodePublicId(call.event, call.row.order.value);
    return post("/v1/payment_intents", call.idempotencyKey(), std::move(body));
}

HttpCall StripeRequests::refund(const Call& call) const {
    std::string body =
        "payment_intent=" + call.row.objectId + "&amount=" + std::to_string(call.row.amount.minor) +
        "&metadata[tessera_attempt]=" + encodePublicId(call.event, call.row.attempt.value);
    if (call.row.refund) {
        body += "&metadata[tessera_refund]=" + encodePublicId(call.event, call.row.refund.value) +
                "&metadata[tessera_try]=" + std::to_string(call.row.attemptTry);
    }
    return post("/v1/refunds", call.idempotencyKey(), std::move(body));
}

HttpCall StripeRequests::intent(const std::string& intent) const {
    return get("/v1/payment_intents/" + intent +
               "?expand[]=latest_charge&expand[]=latest_charge.refunds");
}

HttpCall StripeRequests::search(EventId event, AttemptId attempt) const {
    return get("/v1/payment_intents/search?query=metadata%5B%27tessera_attempt%27%5D%3A%27" +
               encodePublicId(event, attempt.value) + "%27");
}

HttpCall StripeRequests::intentsMade(std::int64_t from, std::int64_t until,
                                     const std::string& after) const {
    return get(std::string("/v1/payment_intents?") + kPerPage +
               "&created[gte]=" + std::to_string(from) + "&created[lte]=" + std::to_string(until) +
               (after.empty() ? "" : "&starting_after=" + after));
}

HttpCall StripeRequests::refundsOf(const std::string& intent, const std::string& after) const {
    return get(std::string("/v1/refunds?") + kPerPage + "&payment_intent=" + intent +
               (after.empty() ? "" : "&starting_after=" + after));
}

HttpCall StripeRequests::list(const ListQuery& query) const {
    const bool payments = query.what == ListQuery::What::Payments;
    std::string path = payments ? "/v1/payment_intents?" : "/v1/refunds?";
    path += std::string(kPerPage) + "&created[gte]=" + std::to_string(floorSeconds(query.from)) +
            "&created[lt]=" + std::to_string(ceilSeconds(query.until));
    if (payments) path += "&expand[]=data.latest_charge&expand[]=data.latest_charge.refunds";
    if (!query.after.empty()) path += "&starting_after=" + query.after;
    return get(path);
}

HttpCall StripeRequests::noteReader(const Call& call, const std::string& reader) const {
    return post("/v1/payment_intents/" + call.row.objectId, call.idempotencyKey() + ":reader",
                "metadata[tessera_reader]=" + reader);
}

HttpCall StripeRequests::noteAttempt(const Call& call, const std::string& reader) const {
    return post("/v1/terminal/readers/" + reader, call.idempotencyKey() + ":attempt",
                "metadata[tessera_attempt]=" + encodePublicId(call.event, call.row.attempt.value));
}

HttpCall StripeRequests::reader(const std::string& reader) const {
    return get("/v1/terminal/readers/" + reader);
}

HttpCall StripeRequests::cancelAction(const std::string& reader) const {
    // Without a key: what was answered before would be repeated while the reader goes on.
    return post("/v1/terminal/readers/" + reader + "/cancel_action", {}, {});
}

}  // namespace tessera::payments
