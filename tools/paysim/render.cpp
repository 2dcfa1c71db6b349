// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/render.h"

#include "tools/paysim/operations.h"

namespace tessera::paysim {
namespace {

constexpr int kExpiryMonth = 12;
constexpr int kExpiryYear = 2034;
constexpr std::size_t kMembersLater = 8;  // Put in by name where they are there.

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

Json billingJson() {
    return objectWith({{"address",
                        {{"city", nullptr},
                         {"country", nullptr},
                         {"line1", nullptr},
                         {"line2", nullptr},
                         {"postal_code", nullptr},
                         {"state", nullptr}}},
                       {"email", nullptr},
                       {"name", nullptr},
                       {"phone", nullptr}});
}

// The name of a card's type where the payment method is written out, and in a charge's details.
std::string_view typeOf(bool cardPresent) {
    return cardPresent ? "card_present" : "card";
}

Json paymentMethodJson(const std::string& id, std::int64_t created) {
    const auto card = behaviourOf(id).value_or(CardBehaviour{});
    const bool present = id.starts_with("pm_reader_");
    Json details = objectWith(
        {{"brand", card.brand},
         {"country", "US"},
         {"exp_month", kExpiryMonth},
         {"exp_year", kExpiryYear},
         {"fingerprint", nullptr},
         {"funding", card.funding},
         {"last4", card.last4},
         {"networks", {{"available", Json::array({card.brand})}, {"preferred", nullptr}}}});
    if (!present) {
        details["checks"] = nullptr;
        details["generated_from"] = nullptr;
        details["three_d_secure_usage"] = {{"supported", true}};
        details["wallet"] = nullptr;
    }
    return objectWith({{"id", id},
                       {"object", "payment_method"},
                       {"billing_details", billingJson()},
                       {typeOf(present), std::move(details)},
                       {"created", created},
                       {"customer", nullptr},
                       {"livemode", false},
                       {"metadata", Json::object()},
                       {"type", typeOf(present)}});
}

Json declineJson(const Decline& decline, std::int64_t created) {
    Json json{{"type", "card_error"}, {"code", decline.code}, {"message", decline.message}};
    if (!decline.declineCode.empty()) json["decline_code"] = decline.declineCode;
    if (!decline.charge.empty()) json["charge"] = decline.charge;
    if (!decline.paymentMethod.empty()) {
        json["payment_method"] = paymentMethodJson(decline.paymentMethod, created);
    }
    return json;
}

Json nextActionJson(const Intent& intent) {
    if (intent.status != Status::RequiresAction) return nullptr;
    return objectWith(
        {{"type", "use_stripe_sdk"},
         {"use_stripe_sdk",
          {{"type", "three_d_secure_redirect"},
           {"stripe_js", "/sandbox/payment_intents/" + intent.id + "/complete_action"}}}});
}

Json typesJson(const Intent& intent) {
    Json types = Json::array();
    if (intent.card) types.push_back("card");
    if (intent.cardPresent) types.push_back("card_present");
    return types;
}

Json cardDetailsJson(const Charge& charge) {
    const auto behaviour = behaviourOf(charge.paymentMethod).value_or(CardBehaviour{});
    Json card =
        objectWith({{"amount_authorized", charge.succeeded ? Json(charge.amount) : Json(nullptr)},
                    {"brand", behaviour.brand},
                    {"country", "US"},
                    {"exp_month", kExpiryMonth},
                    {"exp_year", kExpiryYear},
                    {"fingerprint", nullptr},
                    {"funding", behaviour.funding},
                    {"last4", behaviour.last4},
                    {"network", behaviour.brand}});
    if (charge.captureBefore != 0) card["capture_before"] = charge.captureBefore;
    if (charge.cardPresent) {
        card["incremental_authorization_supported"] = false;
        card["overcapture_supported"] = false;
        card["read_method"] = "contactless_emv";
        card["receipt"] = nullptr;
    } else {
        card["checks"] = nullptr;
        card["installments"] = nullptr;
        card["mandate"] = nullptr;
        card["three_d_secure"] = nullptr;
        card["wallet"] = nullptr;
    }
    const auto type = typeOf(charge.cardPresent);
    return objectWith({{"type", type}, {type, std::move(card)}});
}

Json outcomeJson(const Charge& charge) {
    const bool good = charge.succeeded;
    return objectWith({{"network_status", good ? "approved_by_network" : "declined_by_network"},
                       {"reason", good ? Json(nullptr) : Json(charge.failureCode)},
                       {"risk_level", "normal"},
                       {"seller_message", good ? "Payment complete."
                                               : "The bank did not return any further details."},
                       {"type", good ? "authorized" : "issuer_declined"}});
}

}  // namespace

Json objectWith(std::initializer_list<Field> fields) {
    Json json = Json::object();
    auto& members = json.get_ref<Json::object_t&>();
    members.reserve(fields.size() + kMembersLater);
    using Members = Json::object_t::Container;
    for (const Field& field : fields) {
        static_cast<Members&>(members).emplace_back(std::string(field.name),
                                                    std::move(field.value));
    }
    return json;
}

Json renderIntent(const Intent& intent, const Expand& expand) {
    Json charge = nullptr;
    if (intent.charge) charge = intent.charge->id;
    if (intent.charge && expand.charge) {
        charge = renderCharge(intent);
        if (expand.refunds) {
            Json data = Json::array();
            for (const Refund& refund : *expand.refunds) data.push_back(renderRefund(refund));
            charge["refunds"] =
                renderList("/v1/charges/" + intent.charge->id + "/refunds", std::move(data), false);
        }
    }
    return objectWith(
        {{"id", intent.id},
         {"object", "payment_intent"},
         {"amount", intent.amount},
         {"amount_capturable", intent.amountCapturable},
         {"amount_details", {{"tip", Json::object()}}},
         {"amount_received", intent.amountReceived},
         {"application", nullptr},
         {"application_fee_amount", nullptr},
         {"automatic_payment_methods", nullptr},
         {"canceled_at", orNull(intent.canceledAt)},
         {"cancellation_reason", orNull(intent.cancellationReason)},
         {"capture_method", intent.manualCapture ? "manual" : "automatic"},
         {"client_secret", intent.clientSecret},
         {"confirmation_method", intent.manualConfirmation ? "manual" : "automatic"},
         {"created", intent.created},
         {"currency", intent.currency},
         {"customer", nullptr},
         {"description", orNull(intent.description)},
         {"invoice", nullptr},
         {"last_payment_error",
          intent.lastError ? declineJson(*intent.lastError, intent.created) : Json(nullptr)},
         {"latest_charge", std::move(charge)},
         {"livemode", false},
         {"metadata", metadataJson(intent.metadata)},
         {"next_action", nextActionJson(intent)},
         {"on_behalf_of", nullptr},
         {"payment_method", orNull(intent.paymentMethod)},
         {"payment_method_options", Json::object()},
         {"payment_method_types", typesJson(intent)},
         {"processing", nullptr},
         {"receipt_email", nullptr},
         {"review", nullptr},
         {"setup_future_usage", nullptr},
         {"shipping", nullptr},
         {"statement_descriptor", nullptr},
         {"statement_descriptor_suffix", nullptr},
         {"status", toText(intent.status)},
         {"transfer_data", nullptr},
         {"transfer_group", nullptr}});
}

Json renderCharge(const Intent& intent) {
    return renderCharge(intent, *intent.charge);
}

Json renderCharge(const Intent& intent, const Charge& charge) {
    const bool returned =
        charge.amountCaptured > 0 && charge.amountRefunded == charge.amountCaptured;
    return objectWith({{"id", charge.id},
                       {"object", "charge"},
                       {"amount", charge.amount},
                       {"amount_captured", charge.amountCaptured},
                       {"amount_refunded", charge.released ? charge.amount : charge.amountRefunded},
                       {"application", nullptr},
                       {"application_fee", nullptr},
                       {"application_fee_amount", nullptr},
                       {"balance_transaction", nullptr},
                       {"billing_details", billingJson()},
                       {"calculated_statement_descriptor", nullptr},
                       {"captured", charge.amountCaptured > 0},
                       {"created", charge.created},
                       {"currency", intent.currency},
                       {"customer", nullptr},
                       {"description", orNull(intent.description)},
                       {"disputed", false},
                       {"failure_balance_transaction", nullptr},
                       {"failure_code", orNull(charge.failureCode)},
                       {"failure_message", orNull(charge.failureMessage)},
                       {"fraud_details", Json::object()},
                       {"invoice", nullptr},
                       {"livemode", false},
                       {"metadata", metadataJson(intent.metadata)},
                       {"on_behalf_of", nullptr},
                       {"outcome", outcomeJson(charge)},
                       {"paid", charge.succeeded},
                       {"payment_intent", intent.id},
                       {"payment_method", charge.paymentMethod},
                       {"payment_method_details", cardDetailsJson(charge)},
                       {"receipt_email", nullptr},
                       {"receipt_number", nullptr},
                       {"receipt_url", nullptr},
                       {"refunded", charge.released || returned},
                       {"review", nullptr},
                       {"shipping", nullptr},
                       {"source_transfer", nullptr},
                       {"statement_descriptor", nullptr},
                       {"statement_descriptor_suffix", nullptr},
                       {"status", charge.succeeded ? "succeeded" : "failed"},
                       {"transfer_data", nullptr},
                       {"transfer_group", nullptr}});
}

Json renderRefund(const Refund& refund) {
    Json json = objectWith({{"id", refund.id},
                            {"object", "refund"},
                            {"amount", refund.amount},
                            {"balance_transaction", nullptr},
                            {"charge", refund.charge},
                            {"created", refund.created},
                            {"currency", refund.currency},
                            {"metadata", metadataJson(refund.metadata)},
                            {"payment_intent", refund.intent},
                            {"reason", orNull(refund.reason)},
                            {"receipt_number", nullptr},
                            {"source_transfer_reversal", nullptr},
                            {"status", toText(refund.status)},
                            {"transfer_reversal", nullptr}});
    if (!refund.failureReason.empty()) json["failure_reason"] = refund.failureReason;
    return json;
}

Json renderReader(const Reader& reader) {
    Json action = nullptr;
    if (reader.action) {
        action = {{"failure_code", orNull(reader.action->failureCode)},
                  {"failure_message", orNull(reader.action->failureMessage)},
                  {"process_payment_intent", {{"payment_intent", reader.action->intent}}},
                  {"status", reader.action->status},
                  {"type", "process_payment_intent"}};
    }
    return objectWith({{"id", reader.id},
                       {"object", "terminal.reader"},
                       {"action", std::move(action)},
                       {"device_sw_version", nullptr},
                       {"device_type", "simulated_wisepos_e"},
                       {"ip_address", "127.0.0.1"},
                       {"label", reader.label},
                       {"livemode", false},
                       {"location", orNull(reader.location)},
                       {"metadata", metadataJson(reader.metadata)},
                       {"serial_number", reader.serial},
                       {"status", isOffline(reader) ? "offline" : "online"}});
}

Json renderList(std::string_view url, Json data, bool hasMore) {
    return objectWith(
        {{"object", "list"}, {"url", url}, {"has_more", hasMore}, {"data", std::move(data)}});
}

Json renderEvent(const EventFacts& facts, Json object) {
    return objectWith(
        {{"id", facts.id},
         {"object", "event"},
         {"api_version", kApiVersion},
         {"created", facts.created},
         {"data", {{"object", std::move(object)}}},
         {"livemode", false},
         {"pending_webhooks", facts.pending ? 1 : 0},
         {"request", {{"id", nullptr}, {"idempotency_key", orNull(facts.idempotencyKey)}}},
         {"type", facts.type}});
}

Json renderError(const ApiError& error) {
    Json inner{{"type", error.type}, {"message", error.message}};
    if (!error.code.empty()) inner["code"] = error.code;
    if (!error.param.empty()) inner["param"] = error.param;
    if (!error.declineCode.empty()) inner["decline_code"] = error.declineCode;
    if (!error.charge.empty()) inner["charge"] = error.charge;
    if (!error.paymentIntent.is_null()) inner["payment_intent"] = error.paymentIntent;
    return objectWith({{"error", std::move(inner)}});
}

}  // namespace tessera::paysim
