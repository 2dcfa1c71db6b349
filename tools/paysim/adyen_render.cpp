// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/adyen_render.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "shared/base/time.h"

namespace tessera::paysim {
namespace {

// Adyen's dates have whole seconds and an offset.
std::string eventDate(std::int64_t millis) {
    std::string text = toRfc3339({millis / 1000 * 1'000'000});
    if (const auto dot = text.find('.'); dot != std::string::npos) text.resize(dot);
    if (text.ends_with('Z')) text.pop_back();
    return text + "+00:00";
}

}  // namespace

std::string signAdyenItem(const Json& item, std::string_view hmacKey) {
    std::string text;
    for (const char* name :
         {"pspReference", "originalReference", "merchantAccountCode", "merchantReference"}) {
        text += item.value(name, std::string()) + ':';
    }
    const Json& amount = item.at("amount");
    text += std::to_string(amount.at("value").get<std::int64_t>()) + ':' +
            amount.at("currency").get<std::string>() + ':' +
            item.at("eventCode").get<std::string>() + ':' + item.at("success").get<std::string>();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    const auto* made = HMAC(EVP_sha256(), hmacKey.data(), static_cast<int>(hmacKey.size()),
                            reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                            digest.data(), &length);
    TESSERA_CHECK(made != nullptr);
    return toBase64(std::string_view(reinterpret_cast<const char*>(digest.data()), length));
}

Json renderNotice(const AdyenNotice& notice, std::string_view merchantAccount,
                  std::string_view hmacKey, std::int64_t nowMillis) {
    Json item;
    item["additionalData"] = Json::object();
    if (!notice.action.empty()) item["additionalData"]["modification.action"] = notice.action;
    item["amount"] = Json{{"currency", notice.currency}, {"value", notice.amount}};
    item["eventCode"] = notice.eventCode;
    item["eventDate"] = eventDate(nowMillis);
    item["merchantAccountCode"] = merchantAccount;
    item["merchantReference"] = notice.merchantReference;
    if (!notice.originalReference.empty()) item["originalReference"] = notice.originalReference;
    if (notice.eventCode == "AUTHORISATION" && notice.success) {
        item["operations"] = Json::array({"CANCEL", "CAPTURE", "REFUND"});
    }
    if (!notice.brand.empty()) item["paymentMethod"] = notice.brand;
    item["pspReference"] = notice.psp;
    item["reason"] = notice.reason;
    item["success"] = notice.success ? "true" : "false";
    if (!hmacKey.empty()) item["additionalData"]["hmacSignature"] = signAdyenItem(item, hmacKey);
    return item;
}

std::string adyenNotification(const std::vector<std::string>& items) {
    std::string text = R"({"live":"false","notificationItems":[)";
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += ',';
        text += R"({"NotificationRequestItem":)" + items[i] + '}';
    }
    return text + "]}";
}

Json snapshotOf(const AdyenPayment& payment) {
    return Json{{"psp", payment.psp},
                {"reference", payment.reference},
                {"currency", payment.currency},
                {"card", payment.card},
                {"redirect_token", payment.redirectToken},
                {"return_url", payment.returnUrl},
                {"status", toText(payment.status)},
                {"bank_answered", payment.bankAnswered},
                {"bank_says_yes", payment.bankSaysYes},
                {"amount", payment.amount},
                {"released", payment.released},
                {"captured", payment.captured},
                {"refunded", payment.refunded},
                {"due_at_ms", payment.dueAtMillis}};
}

std::optional<AdyenPayment> adyenPaymentFrom(const Json& snapshot) {
    const auto status = parseAdyenStatus(snapshot.at("status").get<std::string>());
    if (!status) return std::nullopt;
    AdyenPayment payment;
    payment.psp = snapshot.at("psp");
    payment.reference = snapshot.at("reference");
    payment.currency = snapshot.at("currency");
    payment.card = snapshot.at("card");
    payment.redirectToken = snapshot.at("redirect_token");
    payment.returnUrl = snapshot.at("return_url");
    payment.status = *status;
    payment.bankAnswered = snapshot.at("bank_answered");
    payment.bankSaysYes = snapshot.at("bank_says_yes");
    payment.amount = snapshot.at("amount");
    payment.released = snapshot.at("released");
    payment.captured = snapshot.at("captured");
    payment.refunded = snapshot.at("refunded");
    payment.dueAtMillis = snapshot.at("due_at_ms");
    return payment;
}

Json snapshotOf(const AdyenModification& modification) {
    return Json{{"psp", modification.psp},
                {"payment", modification.payment},
                {"payment_reference", modification.paymentReference},
                {"reference", modification.reference},
                {"verb", toText(modification.verb)},
                {"stage", static_cast<int>(modification.stage)},
                {"cancelled", modification.cancelled},
                {"amount", modification.amount},
                {"due_at_ms", modification.dueAtMillis}};
}

std::optional<AdyenModification> adyenModificationFrom(const Json& snapshot) {
    const auto verb = parseAdyenVerb(snapshot.at("verb").get<std::string>());
    const int stage = snapshot.at("stage");
    if (!verb || stage < 0 || stage > static_cast<int>(AdyenModification::Stage::Failed)) {
        return std::nullopt;
    }
    AdyenModification modification;
    modification.psp = snapshot.at("psp");
    modification.payment = snapshot.at("payment");
    modification.paymentReference = snapshot.at("payment_reference");
    modification.reference = snapshot.at("reference");
    modification.verb = *verb;
    modification.stage = static_cast<AdyenModification::Stage>(stage);
    modification.cancelled = snapshot.at("cancelled");
    modification.amount = snapshot.at("amount");
    modification.dueAtMillis = snapshot.at("due_at_ms");
    return modification;
}

}  // namespace tessera::paysim
