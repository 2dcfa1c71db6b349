// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/config_payments.h"

namespace tessera::runtime {
namespace {

constexpr std::size_t kTextMax = 1024;
constexpr std::size_t kPartyTextMax = 200;
constexpr std::int64_t kAddressLinesMax = 8;

void readUrl(ConfigReader& json, bool sandbox, std::string& out) {
    json.requireText("base_url", kTextMax, out);
    if (out.empty()) return;
    const bool https = out.starts_with("https://");
    const bool plain = out.starts_with("http://");
    if (!https && !(plain && sandbox)) {
        json.fault("base_url",
                   sandbox ? "must begin with http:// or https://" : "must begin with https://");
    } else if (out.find('@') != std::string::npos) {
        json.fault("base_url", "has credentials: they come from files");
    } else if (out.ends_with('/')) {
        json.fault("base_url", "must not end with a slash");
    }
}

StripeConfig readStripe(ConfigReader& json, const std::string& folder, bool sandbox) {
    StripeConfig out;
    out.sandbox = sandbox;
    readUrl(json, sandbox, out.baseUrl);
    json.requireFile("api_key_file", folder, out.apiKeyFile);
    json.requireFile("webhook_secret_file", folder, out.webhookSecretFile);
    json.text("publishable_key", kTextMax, out.publishableKey);
    json.boolean("readers", out.readers);
    return out;
}

AdyenConfig readAdyen(ConfigReader& json, const std::string& folder, bool sandbox) {
    AdyenConfig out;
    out.sandbox = sandbox;
    readUrl(json, sandbox, out.baseUrl);
    json.requireFile("api_key_file", folder, out.apiKeyFile);
    json.requireFile("hmac_key_file", folder, out.hmacKeyFile);
    json.requireText("merchant_account", kTextMax, out.merchantAccount);
    json.requireText("return_url", kTextMax, out.returnUrl);
    json.text("client_key", kTextMax, out.clientKey);
    return out;
}

// The object at whichever of both keys is there. A provider and its sandbox would be told apart by
// nobody: their rows and webhooks have one name.
template <class Config, class Read>
void readOneOf(ConfigReader& json, const char* real, const char* sandbox, Read read,
               std::optional<Config>& out) {
    for (const char* key : {real, sandbox}) {
        if (!json.has(key)) continue;
        ConfigReader inner = json.object(key, true);
        if (out) json.fault(key, "is one provider too many of its kind");
        out = read(inner, key == sandbox);
        inner.refuseOthers();
    }
}

void readProviders(ConfigReader json, const std::string& folder, PaymentsConfig& out) {
    readOneOf(
        json, "stripe", "paysim",
        [&](ConfigReader& inner, bool sandbox) { return readStripe(inner, folder, sandbox); },
        out.stripe);
    readOneOf(
        json, "adyen", "paysim_adyen",
        [&](ConfigReader& inner, bool sandbox) { return readAdyen(inner, folder, sandbox); },
        out.adyen);
    if (json.has("gift_cards")) {
        json.object("gift_cards", true).refuseOthers();
        out.giftCards = true;
    }
    json.refuseOthers();
}

}  // namespace

void readPayments(ConfigReader json, const std::string& folder, PaymentsConfig& out) {
    if (json.has("provider")) {
        std::size_t provider = 0;
        json.choice("provider", {"paysim", "stripe"}, provider);
        out.stripe = readStripe(json, folder, provider == 0);
    }
    if (json.has("providers")) readProviders(json.object("providers", true), folder, out);
    if (!json.has("provider") && !json.has("providers")) json.fault("providers", "is missing");
    json.integer("in_flight_max", {1, 4096}, out.inFlightMax);
    json.millis("call_deadline_ms", {100, 120000}, out.callDeadline);
    json.millis("connect_deadline_ms", {100, 60000}, out.connectDeadline);
    json.millis("reconcile_every_ms", {60000, 86400000}, out.reconcileEvery);
    json.integer("webhooks_kept_days", {31, 3650}, out.webhooksKeptDays);
    json.refuseOthers();
}

void readInvoices(ConfigReader json, InvoicesConfig& out) {
    if (json.has("seller")) {
        ConfigReader seller = json.object("seller", true);
        seller.requireText("name", kPartyTextMax, out.sellerName);
        seller.texts("address", {0, kAddressLinesMax}, kPartyTextMax, out.sellerAddress);
        seller.text("tax_id", kPartyTextMax, out.sellerTaxId);
        seller.refuseOthers();
    }
    json.text("note", kTextMax, out.note);
    json.refuseOthers();
}

}  // namespace tessera::runtime
