// SPDX-License-Identifier: Apache-2.0
// The calls; what becomes of what they started is in adyen_settling.cpp.
#include "tools/paysim/adyen_operations.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::paysim {
namespace {

constexpr std::size_t kReferenceBytesMax = 80;
constexpr std::int64_t kAmountMax = 100'000'000'00;

const Json& member(const Json& object, const char* name) {
    static const Json none;
    if (!object.is_object()) return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

std::string text(const Json& object, const char* name) {
    const Json& value = member(object, name);
    return value.is_string() ? value.get<std::string>() : std::string();
}

struct Amount {
    std::int64_t value = 0;
    std::string currency;
};

std::optional<Amount> readAmount(const Json& body) {
    const Json& amount = member(body, "amount");
    const Json& value = member(amount, "value");
    const std::string currency = text(amount, "currency");
    const bool letters =
        std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!value.is_number_integer() || currency.size() != 3 || !letters) return std::nullopt;
    return Amount{value.get<std::int64_t>(), currency};
}

// What every payment must have; nothing where it has.
std::optional<AdyenOutcome> missingIn(const Json& body) {
    const auto amount = readAmount(body);
    if (!amount) return adyenError(422, "100", "validation", "No amount specified");
    if (amount->value < 0 || amount->value > kAmountMax) {
        return adyenError(422, "137", "validation", "Invalid amount specified");
    }
    const std::string reference = text(body, "reference");
    if (reference.empty() || reference.size() > kReferenceBytesMax) {
        return adyenError(422, "130", "validation", "Reference Missing");
    }
    if (text(body, "returnUrl").empty()) {
        return adyenError(422, "702", "validation", "Required field 'returnUrl' is not provided.");
    }
    if (text(member(body, "paymentMethod"), "type") != "scheme") {
        return adyenError(422, "905", "configuration", "Payment details are not supported");
    }
    return std::nullopt;
}

Json amountJson(std::int64_t value, const std::string& currency) {
    return Json{{"currency", currency}, {"value", value}};
}

// Of the published test number; behaviours have that of the first one.
std::string last4Of(const std::string& card) {
    const auto digits = card.size() < 4 ? std::string() : card.substr(card.size() - 4);
    const bool named = digits.find_first_not_of("0123456789") != std::string::npos;
    return digits.empty() || named ? "1111" : digits;
}

Json resultJson(const AdyenPayment& payment, std::string_view resultCode, const AdyenCard& card) {
    Json body;
    // As long as the shopper is away there is none.
    if (resultCode != "RedirectShopper") body["pspReference"] = payment.psp;
    body["resultCode"] = resultCode;
    if (!card.refusalReason.empty()) {
        body["refusalReason"] = card.refusalReason;
        body["refusalReasonCode"] = card.refusalCode;
    }
    body["amount"] = amountJson(payment.amount, payment.currency);
    body["merchantReference"] = payment.reference;
    body["paymentMethod"] = Json{{"brand", card.brand}, {"type", "scheme"}};
    if (resultCode == "Authorised") {
        body["additionalData"] = Json{{"cardSummary", last4Of(payment.card)}};
    }
    return body;
}

Json redirectJson(const AdyenPayment& payment, const AdyenContext& context) {
    return Json{{"paymentMethodType", "scheme"},
                {"url", context.baseUrl + "/sandbox/adyen/bank/" + payment.redirectToken},
                {"method", "GET"},
                {"type", "redirect"}};
}

AdyenNotice authorisation(const AdyenPayment& payment, const AdyenCard& card, bool success) {
    AdyenNotice notice;
    notice.eventCode = "AUTHORISATION";
    notice.psp = payment.psp;
    notice.merchantReference = payment.reference;
    notice.currency = payment.currency;
    notice.amount = payment.amount;
    notice.brand = card.brand;
    notice.success = success;
    notice.reason = success ? std::string(kAuthorisedReason) : std::string(card.refusalReason);
    return notice;
}

AdyenOutcome begun(AdyenPayment payment, AdyenCard card, const AdyenContext& context) {
    using Kind = AdyenCard::Kind;
    if (card.kind == Kind::Authorises && context.lateMillis > 0) {
        card.kind = Kind::Pends;
        card.millis = context.lateMillis;
    }
    AdyenOutcome outcome;
    const bool pends = card.kind == Kind::Pends || card.kind == Kind::IsReceived;
    if (card.millis > 0 || pends) payment.dueAtMillis = context.nowMillis + card.millis;
    if (pends) {
        card.refusalReason = {};  // Nobody knows yet.
        outcome.body = resultJson(payment, card.kind == Kind::Pends ? "Pending" : "Received", card);
    } else if (card.kind == Kind::Authorises) {
        payment.status = AdyenStatus::Authorised;
        outcome.body = resultJson(payment, "Authorised", card);
        outcome.effect.movements.push_back({"authorize", payment.amount});
        outcome.effect.notices.push_back(authorisation(payment, card, true));
    } else if (card.kind == Kind::Redirects) {
        payment.status = AdyenStatus::Redirected;
        payment.redirectToken = context.token;
        outcome.body = resultJson(payment, "RedirectShopper", card);
        outcome.body["action"] = redirectJson(payment, context);
    } else {
        payment.status = AdyenStatus::Refused;
        outcome.body = resultJson(payment, card.kind == Kind::Errs ? "Error" : "Refused", card);
        outcome.effect.notices.push_back(authorisation(payment, card, false));
    }
    outcome.effect.payment = std::move(payment);
    return outcome;
}

}  // namespace

AdyenOutcome adyenError(int status, std::string_view code, std::string_view type,
                        std::string_view message) {
    AdyenOutcome outcome;
    outcome.status = status;
    outcome.body =
        Json{{"status", status}, {"errorCode", code}, {"message", message}, {"errorType", type}};
    return outcome;
}

AdyenOutcome adyenPay(const Json& body, const AdyenContext& context) {
    if (auto missing = missingIn(body)) return std::move(*missing);
    const Json& method = member(body, "paymentMethod");
    const std::string name = text(method, "encryptedCardNumber");
    const auto card = adyenCardOf(name, text(method, "holderName"));
    if (!card) return adyenError(422, "101", "validation", "Invalid card number");
    AdyenPayment payment;
    payment.psp = context.psp;
    payment.reference = text(body, "reference");
    const auto amount = readAmount(body);
    payment.amount = amount->value;
    payment.currency = amount->currency;
    payment.card = name;
    payment.returnUrl = text(body, "returnUrl");
    return begun(std::move(payment), *card, context);
}

AdyenOutcome adyenDetails(const AdyenPayment& payment, const AdyenContext&) {
    if (payment.status != AdyenStatus::Redirected) {
        return adyenError(422, "704", "validation", "request already processed or in progress");
    }
    AdyenPayment changed = payment;
    changed.dueAtMillis = 0;
    const bool yes = payment.bankAnswered && payment.bankSaysYes;
    AdyenCard card = adyenCardOf(payment.card).value_or(AdyenCard{});
    AdyenOutcome outcome;
    if (yes) {
        changed.status = AdyenStatus::Authorised;
        outcome.effect.movements.push_back({"authorize", payment.amount});
    } else {
        changed.status = AdyenStatus::Refused;
        card.refusalReason = "3D Not Authenticated";
        card.refusalCode = "11";
    }
    outcome.body = resultJson(changed, yes ? "Authorised" : "Refused", card);
    outcome.effect.notices.push_back(authorisation(changed, card, yes));
    outcome.effect.payment = std::move(changed);
    return outcome;
}

AdyenOutcome adyenModify(AdyenVerb verb, const AdyenPayment& payment, const Json& body,
                         const AdyenContext& context) {
    const bool withAmount = verb == AdyenVerb::Capture || verb == AdyenVerb::Refund;
    const auto amount = readAmount(body);
    if (withAmount && !amount) return adyenError(422, "100", "validation", "No amount specified");
    if (withAmount && (amount->value <= 0 || amount->currency != payment.currency)) {
        return adyenError(422, "137", "validation", "Invalid amount specified");
    }
    AdyenModification modification;
    modification.psp = context.psp;
    modification.payment = payment.psp;
    modification.reference = text(body, "reference");
    if (modification.reference.size() > kReferenceBytesMax) {
        return adyenError(422, "702", "validation", "The reference is too long.");
    }
    modification.verb = verb;
    modification.amount = withAmount ? amount->value : 0;
    modification.dueAtMillis = context.nowMillis + context.delayMillis;
    AdyenOutcome outcome;
    outcome.status = 201;
    outcome.body = Json{{"merchantAccount", text(body, "merchantAccount")},
                        {"paymentPspReference", payment.psp},
                        {"pspReference", modification.psp},
                        {"status", "received"}};
    if (!modification.reference.empty()) outcome.body["reference"] = modification.reference;
    if (withAmount) outcome.body["amount"] = amountJson(amount->value, amount->currency);
    outcome.effect.modification = std::move(modification);
    return outcome;
}

AdyenOutcome adyenCancelByReference(const Json& body, const AdyenContext& context) {
    AdyenModification modification;
    modification.psp = context.psp;
    modification.paymentReference = text(body, "paymentReference");
    modification.reference = text(body, "reference");
    if (modification.paymentReference.empty() ||
        modification.paymentReference.size() > kReferenceBytesMax) {
        return adyenError(422, "130", "validation", "Reference Missing");
    }
    if (modification.reference.size() > kReferenceBytesMax) {
        return adyenError(422, "702", "validation", "The reference is too long.");
    }
    modification.verb = AdyenVerb::TechnicalCancel;
    modification.dueAtMillis = context.nowMillis + context.delayMillis;
    AdyenOutcome outcome;
    outcome.status = 201;
    outcome.body = Json{{"merchantAccount", text(body, "merchantAccount")},
                        {"paymentReference", modification.paymentReference},
                        {"pspReference", modification.psp},
                        {"status", "received"}};
    if (!modification.reference.empty()) outcome.body["reference"] = modification.reference;
    outcome.effect.modification = std::move(modification);
    return outcome;
}

}  // namespace tessera::paysim
