// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/render.h"

namespace tessera::paysim {
namespace {

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json orNull(std::int64_t number) {
    return number == 0 ? Json(nullptr) : Json(number);
}

Json metadataJson(const Metadata& metadata) {
    Json json = Json::object();
    for (const auto& [key, value] : metadata) json[key] = value;
    return json;
}

Json paymentMethodJson(const std::string& id) {
    const auto card = behaviourOf(id).value_or(CardBehaviour{});
    return {{"id", id},
            {"object", "payment_method"},
            {"type", "card"},
            {"livemode", false},
            {"card", {{"brand", card.brand}, {"last4", card.last4}, {"country", "US"}}}};
}

Json declineJson(const Decline& decline) {
    Json json{{"type", "card_error"}, {"code", decline.code}, {"message", decline.message}};
    if (!decline.declineCode.empty()) json["decline_code"] = decline.declineCode;
    if (!decline.charge.empty()) json["charge"] = decline.charge;
    if (!decline.paymentMethod.empty()) {
        json["payment_method"] = paymentMethodJson(decline.paymentMethod);
    }
    return json;
}

Json nextActionJson(const Intent& intent) {
    if (intent.status != Status::RequiresAction) return nullptr;
    return {{"type", "use_stripe_sdk"},
            {"use_stripe_sdk",
             {{"type", "three_d_secure_redirect"},
              {"stripe_js", "/sandbox/payment_intents/" + intent.id + "/complete_action"}}}};
}

}  // namespace

Json renderIntent(const Intent& intent, bool expandCharge) {
    Json charge = nullptr;
    if (intent.charge) charge = expandCharge ? renderCharge(intent) : Json(intent.charge->id);
    return {
        {"id", intent.id},
        {"object", "payment_intent"},
        {"amount", intent.amount},
        {"amount_capturable", intent.amountCapturable},
        {"amount_received", intent.amountReceived},
        {"canceled_at", orNull(intent.canceledAt)},
        {"cancellation_reason", orNull(intent.cancellationReason)},
        {"capture_method", intent.manualCapture ? "manual" : "automatic"},
        {"client_secret", intent.clientSecret},
        {"confirmation_method", "automatic"},
        {"created", intent.created},
        {"currency", intent.currency},
        {"customer", nullptr},
        {"description", orNull(intent.description)},
        {"last_payment_error", intent.lastError ? declineJson(*intent.lastError) : Json(nullptr)},
        {"latest_charge", std::move(charge)},
        {"livemode", false},
        {"metadata", metadataJson(intent.metadata)},
        {"next_action", nextActionJson(intent)},
        {"payment_method", orNull(intent.paymentMethod)},
        {"payment_method_types", Json::array({"card"})},
        {"status", toText(intent.status)}};
}

Json renderCharge(const Intent& intent) {
    const Charge& charge = *intent.charge;
    const auto behaviour = behaviourOf(charge.paymentMethod).value_or(CardBehaviour{});
    Json card{{"brand", behaviour.brand},
              {"last4", behaviour.last4},
              {"country", "US"},
              {"funding", "credit"},
              {"network", behaviour.brand}};
    if (charge.captureBefore != 0) card["capture_before"] = charge.captureBefore;
    return {{"id", charge.id},
            {"object", "charge"},
            {"amount", charge.amount},
            {"amount_captured", charge.amountCaptured},
            {"amount_refunded", charge.released ? charge.amount : charge.amountRefunded},
            {"captured", charge.amountCaptured > 0},
            {"created", charge.created},
            {"currency", intent.currency},
            {"failure_code", orNull(charge.failureCode)},
            {"failure_message", orNull(charge.failureMessage)},
            {"livemode", false},
            {"metadata", metadataJson(intent.metadata)},
            {"paid", charge.succeeded},
            {"payment_intent", intent.id},
            {"payment_method", charge.paymentMethod},
            {"payment_method_details", {{"type", "card"}, {"card", std::move(card)}}},
            {"refunded", charge.released || (charge.amountCaptured > 0 &&
                                             charge.amountRefunded == charge.amountCaptured)},
            {"status", charge.succeeded ? "succeeded" : "failed"}};
}

Json renderRefund(const Refund& refund) {
    return {{"id", refund.id},
            {"object", "refund"},
            {"amount", refund.amount},
            {"charge", refund.charge},
            {"created", refund.created},
            {"currency", refund.currency},
            {"metadata", metadataJson(refund.metadata)},
            {"payment_intent", refund.intent},
            {"reason", orNull(refund.reason)},
            {"status", "succeeded"}};
}

Json renderList(std::string_view url, Json data, bool hasMore) {
    return {{"object", "list"}, {"url", url}, {"has_more", hasMore}, {"data", std::move(data)}};
}

Json renderEvent(std::string_view id, std::string_view type, std::int64_t created, Json object,
                 std::string_view idempotencyKey) {
    return {
        {"id", id},
        {"object", "event"},
        {"api_version", "2024-06-20"},
        {"created", created},
        {"data", {{"object", std::move(object)}}},
        {"livemode", false},
        {"pending_webhooks", 1},
        {"request", {{"id", nullptr}, {"idempotency_key", orNull(std::string(idempotencyKey))}}},
        {"type", type}};
}

Json renderError(const ApiError& error) {
    Json inner{{"type", error.type}, {"message", error.message}};
    if (!error.code.empty()) inner["code"] = error.code;
    if (!error.param.empty()) inner["param"] = error.param;
    if (!error.declineCode.empty()) inner["decline_code"] = error.declineCode;
    if (!error.charge.empty()) inner["charge"] = error.charge;
    if (!error.paymentIntent.is_null()) inner["payment_intent"] = error.paymentIntent;
    return {{"error", std::move(inner)}};
}

Json snapshotOf(const Intent& intent) {
    Json json{{"id", intent.id},
              {"client_secret", intent.clientSecret},
              {"ordinal", intent.ordinal},
              {"status", toText(intent.status)},
              {"amount", intent.amount},
              {"amount_capturable", intent.amountCapturable},
              {"amount_received", intent.amountReceived},
              {"currency", intent.currency},
              {"manual_capture", intent.manualCapture},
              {"created", intent.created},
              {"metadata", metadataJson(intent.metadata)}};
    if (intent.canceledAt != 0) json["canceled_at"] = intent.canceledAt;
    if (intent.settleAtMillis != 0) json["settle_at_ms"] = intent.settleAtMillis;
    if (!intent.cancellationReason.empty()) json["cancel_reason"] = intent.cancellationReason;
    if (!intent.description.empty()) json["description"] = intent.description;
    if (!intent.paymentMethod.empty()) json["payment_method"] = intent.paymentMethod;
    if (intent.lastError) {
        const Decline& e = *intent.lastError;
        json["last_error"] = {e.code, e.declineCode, e.message, e.paymentMethod, e.charge};
    }
    if (intent.charge) {
        const Charge& c = *intent.charge;
        json["charge"] = {{"id", c.id},
                          {"payment_method", c.paymentMethod},
                          {"created", c.created},
                          {"amount", c.amount},
                          {"captured", c.amountCaptured},
                          {"refunded", c.amountRefunded},
                          {"capture_before", c.captureBefore},
                          {"succeeded", c.succeeded},
                          {"released", c.released},
                          {"failure", {c.failureCode, c.failureMessage}}};
    }
    return json;
}

namespace {

Metadata metadataFrom(const Json& json) {
    Metadata metadata;
    for (const auto& [key, value] : json.items()) metadata.emplace_back(key, value);
    return metadata;
}

Charge chargeFrom(const Json& json) {
    Charge c;
    c.id = json.at("id");
    c.paymentMethod = json.at("payment_method");
    c.created = json.at("created");
    c.amount = json.at("amount");
    c.amountCaptured = json.at("captured");
    c.amountRefunded = json.at("refunded");
    c.captureBefore = json.at("capture_before");
    c.succeeded = json.at("succeeded");
    c.released = json.at("released");
    c.failureCode = json.at("failure").at(0);
    c.failureMessage = json.at("failure").at(1);
    return c;
}

}  // namespace

std::optional<Intent> intentFrom(const Json& json) try {
    Intent intent;
    intent.id = json.at("id");
    intent.clientSecret = json.at("client_secret");
    intent.ordinal = json.at("ordinal");
    const auto status = parseStatus(json.at("status").get<std::string>());
    if (!status) return std::nullopt;
    intent.status = *status;
    intent.amount = json.at("amount");
    intent.amountCapturable = json.at("amount_capturable");
    intent.amountReceived = json.at("amount_received");
    intent.currency = json.at("currency");
    intent.manualCapture = json.at("manual_capture");
    intent.created = json.at("created");
    intent.metadata = metadataFrom(json.at("metadata"));
    intent.canceledAt = json.value("canceled_at", std::int64_t{0});
    intent.settleAtMillis = json.value("settle_at_ms", std::int64_t{0});
    intent.cancellationReason = json.value("cancel_reason", "");
    intent.description = json.value("description", "");
    intent.paymentMethod = json.value("payment_method", "");
    if (json.contains("last_error")) {
        const Json& e = json.at("last_error");
        intent.lastError = Decline{e.at(0), e.at(1), e.at(2), e.at(3), e.at(4)};
    }
    if (json.contains("charge")) intent.charge = chargeFrom(json.at("charge"));
    return intent;
} catch (const nlohmann::json::exception&) {
    return std::nullopt;
}

Json snapshotOf(const Refund& refund) {
    return {{"id", refund.id},
            {"intent", refund.intent},
            {"charge", refund.charge},
            {"ordinal", refund.ordinal},
            {"amount", refund.amount},
            {"currency", refund.currency},
            {"created", refund.created},
            {"reason", refund.reason},
            {"metadata", metadataJson(refund.metadata)}};
}

std::optional<Refund> refundFrom(const Json& json) try {
    Refund refund;
    refund.id = json.at("id");
    refund.intent = json.at("intent");
    refund.charge = json.at("charge");
    refund.ordinal = json.at("ordinal");
    refund.amount = json.at("amount");
    refund.currency = json.at("currency");
    refund.created = json.at("created");
    refund.reason = json.at("reason");
    refund.metadata = metadataFrom(json.at("metadata"));
    return refund;
} catch (const nlohmann::json::exception&) {
    return std::nullopt;
}

}  // namespace tessera::paysim
