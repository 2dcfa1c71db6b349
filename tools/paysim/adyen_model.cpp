// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/adyen_model.h"

#include <array>
#include <charconv>
#include <utility>

namespace tessera::paysim {
namespace {

constexpr std::int64_t kMillisMax = 3'600'000;

constexpr std::array<std::pair<AdyenStatus, std::string_view>, 6> kStatusTexts{{
    {AdyenStatus::Pending, "pending"},
    {AdyenStatus::Redirected, "redirected"},
    {AdyenStatus::Authorised, "authorised"},
    {AdyenStatus::Refused, "refused"},
    {AdyenStatus::Cancelled, "cancelled"},
    {AdyenStatus::Closed, "closed"},
}};

constexpr std::array<std::pair<AdyenVerb, std::string_view>, 5> kVerbTexts{{
    {AdyenVerb::Capture, "capture"},
    {AdyenVerb::Cancel, "cancel"},
    {AdyenVerb::TechnicalCancel, "technical_cancel"},
    {AdyenVerb::Refund, "refund"},
    {AdyenVerb::Reversal, "reversal"},
}};

struct Refusal {
    std::string_view holder;
    std::string_view reason;
    std::string_view code;
};

// Adyen's "Testing result codes and refusal reasons".
constexpr std::array<Refusal, 7> kRefusals{{
    {"DECLINED", "Refused", "2"},
    {"REFERRAL", "Referral", "3"},
    {"ERROR", "Acquirer Error", "4"},
    {"BLOCK_CARD", "Blocked Card", "5"},
    {"CARD_EXPIRED", "Expired Card", "6"},
    {"NOT_ENOUGH_BALANCE", "Not enough balance", "12"},
    {"FRAUD", "FRAUD", "20"},
}};

AdyenCard refuses(const Refusal& refusal) {
    AdyenCard card;
    card.kind = refusal.code == "4" ? AdyenCard::Kind::Errs : AdyenCard::Kind::Refuses;
    card.refusalReason = refusal.reason;
    card.refusalCode = refusal.code;
    return card;
}

// The number after `prefix`, or nothing where `name` does not begin with it or it is none.
std::optional<std::int64_t> millisAfter(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    std::int64_t value = 0;
    const auto parsed = std::from_chars(name.data(), name.data() + name.size(), value);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == name.data() + name.size();
    if (!whole || value < 0 || value > kMillisMax) return std::nullopt;
    return value;
}

std::optional<AdyenCard> timedCard(std::string_view name) {
    using Kind = AdyenCard::Kind;
    struct Timed {
        std::string_view prefix;
        Kind kind;
        bool refused;
    };
    constexpr std::array<Timed, 5> kTimed{{{"pending_", Kind::Pends, false},
                                           {"pendingRefused_", Kind::Pends, true},
                                           {"received_", Kind::IsReceived, false},
                                           {"receivedRefused_", Kind::IsReceived, true},
                                           {"redirectCloses_", Kind::Redirects, false}}};
    for (const Timed& timed : kTimed) {
        const auto millis = millisAfter(name, timed.prefix);
        if (!millis) continue;
        AdyenCard card;
        if (timed.refused) card = refuses(kRefusals[0]);
        card.kind = timed.kind;
        card.refusedInTheEnd = timed.refused;
        card.millis = *millis;
        return card;
    }
    return std::nullopt;
}

std::optional<AdyenCard> sandboxCard(std::string_view name) {
    using Later = AdyenCard::Later;
    constexpr std::array<std::pair<std::string_view, Later>, 6> kLater{{
        {"authorised", Later::Nothing},
        {"captureFails", Later::CaptureFails},
        {"captureFailsLater", Later::CaptureUndone},
        {"refundFails", Later::RefundFails},
        {"refundFailsLater", Later::RefundUndone},
        {"refundReversed", Later::Reversed},
    }};
    for (const auto& [text, later] : kLater) {
        if (text != name) continue;
        AdyenCard card;
        card.later = later;
        return card;
    }
    if (name == "refused") return refuses(kRefusals[0]);
    if (name == "error") return refuses(kRefusals[2]);
    if (name == "redirect") {
        AdyenCard card;
        card.kind = AdyenCard::Kind::Redirects;
        return card;
    }
    return timedCard(name);
}

}  // namespace

std::optional<AdyenCard> adyenCardOf(std::string_view name, std::string_view holder) {
    constexpr std::string_view kTest = "test_";
    constexpr std::string_view kSandbox = "sandbox_";
    std::optional<AdyenCard> card;
    if (name.starts_with(kSandbox)) {
        card = sandboxCard(name.substr(kSandbox.size()));
    } else if (name.starts_with(kTest)) {
        const std::string_view number = name.substr(kTest.size());
        if (number == "4111111111111111" || number == "4111111145551142") card.emplace();
        if (number == "5555444433331111" || number == "2222400070000005") {
            card.emplace().brand = "mc";
        }
        // Those that ask for 3D Secure.
        if (number == "4917610000000000" || number == "4212345678901237") {
            card.emplace().kind = AdyenCard::Kind::Redirects;
        }
    }
    if (!card) return std::nullopt;
    for (const Refusal& refusal : kRefusals) {
        if (refusal.holder == holder) return refuses(refusal);
    }
    return card;
}

std::string_view toText(AdyenStatus status) {
    for (const auto& [value, text] : kStatusTexts) {
        if (value == status) return text;
    }
    return {};
}

std::optional<AdyenStatus> parseAdyenStatus(std::string_view text) {
    for (const auto& [value, name] : kStatusTexts) {
        if (name == text) return value;
    }
    return std::nullopt;
}

std::string_view toText(AdyenVerb verb) {
    for (const auto& [value, text] : kVerbTexts) {
        if (value == verb) return text;
    }
    return {};
}

std::optional<AdyenVerb> parseAdyenVerb(std::string_view text) {
    for (const auto& [value, name] : kVerbTexts) {
        if (name == text) return value;
    }
    return std::nullopt;
}

}  // namespace tessera::paysim
