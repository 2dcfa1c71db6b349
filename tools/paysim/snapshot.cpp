// SPDX-License-Identifier: Apache-2.0
// The ledger's form of the sandbox's objects; see render.h.
#include "tools/paysim/render.h"

namespace tessera::paysim {
namespace {

Json metadataJson(const Metadata& metadata) {
    Json json = Json::object();
    for (const auto& [key, value] : metadata) json[key] = value;
    return json;
}

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
    c.cardPresent = json.value("card_present", false);
    c.failureCode = json.at("failure").at(0);
    c.failureMessage = json.at("failure").at(1);
    return c;
}

}  // namespace

Json snapshotOf(const Intent& intent) {
    Json json = objectWith({{"id", intent.id},
                            {"client_secret", intent.clientSecret},
                            {"ordinal", intent.ordinal},
                            {"status", toText(intent.status)},
                            {"amount", intent.amount},
                            {"amount_capturable", intent.amountCapturable},
                            {"amount_received", intent.amountReceived},
                            {"currency", intent.currency},
                            {"manual_capture", intent.manualCapture},
                            {"created", intent.created},
                            {"metadata", metadataJson(intent.metadata)}});
    if (intent.manualConfirmation) json["manual_confirmation"] = true;
    if (intent.authenticated) json["authenticated"] = true;
    if (intent.cardPresent) json["card_present"] = true;
    if (!intent.card) json["card"] = false;
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
        json["charge"] = objectWith({{"id", c.id},
                                     {"payment_method", c.paymentMethod},
                                     {"created", c.created},
                                     {"amount", c.amount},
                                     {"captured", c.amountCaptured},
                                     {"refunded", c.amountRefunded},
                                     {"capture_before", c.captureBefore},
                                     {"succeeded", c.succeeded},
                                     {"released", c.released},
                                     {"card_present", c.cardPresent},
                                     {"failure", {c.failureCode, c.failureMessage}}});
    }
    return json;
}

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
    intent.manualConfirmation = json.value("manual_confirmation", false);
    intent.authenticated = json.value("authenticated", false);
    intent.cardPresent = json.value("card_present", false);
    intent.card = json.value("card", true);
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
            {"status", toText(refund.status)},
            {"failure_reason", refund.failureReason},
            {"next", toText(refund.next)},
            {"due_at_ms", refund.dueAtMillis},
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
    const auto status = parseRefundStatus(json.value("status", "succeeded"));
    const auto next = parseRefundStatus(json.value("next", "succeeded"));
    if (!status || !next) return std::nullopt;
    refund.status = *status;
    refund.next = *next;
    refund.failureReason = json.value("failure_reason", "");
    refund.dueAtMillis = json.value("due_at_ms", std::int64_t{0});
    refund.metadata = metadataFrom(json.at("metadata"));
    return refund;
} catch (const nlohmann::json::exception&) {
    return std::nullopt;
}

Json snapshotOf(const Reader& reader) {
    Json json{{"id", reader.id},
              {"ordinal", reader.ordinal},
              {"label", reader.label},
              {"location", reader.location},
              {"serial", reader.serial},
              {"created", reader.created},
              {"metadata", metadataJson(reader.metadata)}};
    if (reader.action) {
        const ReaderAction& a = *reader.action;
        json["action"] = {a.intent, a.status, a.failureCode, a.failureMessage};
    }
    return json;
}

std::optional<Reader> readerFrom(const Json& json) try {
    Reader reader;
    reader.id = json.at("id");
    reader.ordinal = json.at("ordinal");
    reader.label = json.at("label");
    reader.location = json.at("location");
    reader.serial = json.at("serial");
    reader.created = json.at("created");
    reader.metadata = metadataFrom(json.at("metadata"));
    if (json.contains("action")) {
        const Json& a = json.at("action");
        reader.action = ReaderAction{a.at(0), a.at(1), a.at(2), a.at(3)};
    }
    return reader;
} catch (const nlohmann::json::exception&) {
    return std::nullopt;
}

}  // namespace tessera::paysim
