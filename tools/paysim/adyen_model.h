// SPDX-License-Identifier: Apache-2.0
// Payments and modifications in Adyen's shape, and what a test card makes of them.
//
// Plain values, deterministic, without clock or I/O. Not thread-safe; AdyenSandbox owns them.
// Amounts are minor units of the payment's currency.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tessera::paysim {

enum class AdyenStatus {
    Pending,     // Will be authorised or refused at dueAtMillis.
    Redirected,  // The shopper is at the bank; closed at dueAtMillis where that is set.
    Authorised,
    Refused,
    Cancelled,  // Nothing of it can be captured any more.
    Closed,     // The shopper did not come back: OFFER_CLOSED.
};

struct AdyenPayment {
    std::string psp;
    std::string reference;  // The merchant's.
    std::string currency;
    std::string card;           // See adyenCardOf().
    std::string redirectToken;  // What the bank's page and `redirectResult` name it by.
    std::string returnUrl;
    AdyenStatus status = AdyenStatus::Pending;
    bool bankSaysYes = false;  // Once the shopper was at the bank.
    bool bankAnswered = false;
    std::int64_t amount = 0;
    std::int64_t released = 0;  // Of the authorisation, by a cancel or a partial capture.
    std::int64_t captured = 0;  // What failed later is taken off again.
    std::int64_t refunded = 0;  // Likewise.
    std::int64_t dueAtMillis = 0;

    std::int64_t capturable() const {
        return status == AdyenStatus::Authorised ? amount - released - captured : 0;
    }
};

enum class AdyenVerb { Capture, Cancel, TechnicalCancel, Refund, Reversal };

// Answered "received"; decided at dueAtMillis.
struct AdyenModification {
    enum class Stage {
        Received,
        Succeeded,  // Will be undone at dueAtMillis where that is set.
        Failed,     // Definitively, at once or after it had succeeded.
    };
    std::string psp;
    std::string payment;           // Its pspReference; of a TechnicalCancel once it is found.
    std::string paymentReference;  // Of a TechnicalCancel.
    std::string reference;         // The merchant's, of the modification.
    AdyenVerb verb = AdyenVerb::Capture;
    Stage stage = Stage::Received;
    bool cancelled = false;   // A Reversal that found nothing captured.
    std::int64_t amount = 0;  // Of a Capture or Refund; of others what was moved.
    std::int64_t dueAtMillis = 0;
};

// What becomes of a payment with this card, and of what is asked of it later.
struct AdyenCard {
    enum class Kind { Authorises, Refuses, Errs, Redirects, Pends, IsReceived };
    enum class Later { Nothing, CaptureFails, CaptureUndone, RefundFails, RefundUndone, Reversed };
    Kind kind = Kind::Authorises;
    Later later = Later::Nothing;
    std::string_view brand = "visa";
    std::string_view refusalReason;
    std::string_view refusalCode;
    bool refusedInTheEnd = false;  // Of Pends and IsReceived.
    std::int64_t millis = 0;       // Until the end of Pends, IsReceived; of Redirects 0: no end.
};

// `name`: what is in encryptedCardNumber, "test_" with one of Adyen's published test numbers or
// "sandbox_" with a behaviour; `holder` may ask for a refusal, as Adyen's test platform has it.
std::optional<AdyenCard> adyenCardOf(std::string_view name, std::string_view holder = {});

std::string_view toText(AdyenStatus status);
std::optional<AdyenStatus> parseAdyenStatus(std::string_view text);
std::string_view toText(AdyenVerb verb);
std::optional<AdyenVerb> parseAdyenVerb(std::string_view text);

}  // namespace tessera::paysim
