// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/gift_cards.h"

#include <nlohmann/json.hpp>
#include <ostream>

namespace tessera::admin {
namespace {

constexpr std::int32_t kEntriesShown = 50;

const char* wordOf(store::GiftCardEntryKind kind) {
    switch (kind) {
        case store::GiftCardEntryKind::Issued:
            return "issued";
        case store::GiftCardEntryKind::Held:
            return "held";
        case store::GiftCardEntryKind::Released:
            return "released";
        case store::GiftCardEntryKind::Captured:
            return "captured";
        case store::GiftCardEntryKind::Refunded:
            return "refunded";
    }
    return "";
}

nlohmann::json entryJson(const store::GiftCardEntry& entry) {
    nlohmann::json shown{
        {"kind", wordOf(entry.kind)}, {"amount", entry.amount.minor}, {"at", toRfc3339(entry.at)}};
    if (entry.captured.minor > 0) shown["captured"] = entry.captured.minor;
    if (entry.attempt) shown["attempt"] = encodePublicId(entry.event, entry.attempt.value);
    if (entry.refund) shown["refund"] = encodePublicId(entry.event, entry.refund.value);
    return shown;
}

Result<std::optional<store::GiftCard>> findCard(store::GiftCards& cards, const std::string& id,
                                                const std::string& code) {
    if (id.empty()) return cards.findByCode(code);
    const auto number = decodePublicId(id);
    if (!number) return failure("a gift card's id has 13 characters");
    return cards.find(GiftCardId{*number});
}

}  // namespace

Status issueGiftCards(store::GiftCards& cards, const GiftCardOrder& order, std::ostream& out) {
    store::NewGiftCard card;
    const auto currency = parseCurrency(order.currency);
    if (!currency) return failure("a currency has three capital letters");
    if (order.count < 1 || order.count > kGiftCardsAtOnce) {
        return failure("1 to " + std::to_string(kGiftCardsAtOnce) + " cards at once");
    }
    card.currency = *currency;
    card.amount = Money{order.amount};
    card.note = order.note;
    if (!order.expires.empty()) {
        const auto expires = parseRfc3339(order.expires);
        if (!expires) return failure("the expiry is a time such as 2030-12-31T23:00:00Z");
        card.expiresAt = *expires;
    }
    for (int i = 0; i < order.count; ++i) {
        const auto issued = cards.issue(card);
        if (!issued) return tl::make_unexpected(issued.error());
        out << encodePublicId(issued->id.value) << ' ' << issued->code << '\n' << std::flush;
        if (!out) return failure("the codes cannot be written");
    }
    return {};
}

Result<std::string> giftCardBalance(store::GiftCards& cards, const std::string& id,
                                    const std::string& code) {
    const auto card = findCard(cards, id, code);
    if (!card) return tl::make_unexpected(card.error());
    if (!*card) return failure("there is no such gift card");
    const auto entries = cards.entries((*card)->id, kEntriesShown);
    if (!entries) return tl::make_unexpected(entries.error());
    nlohmann::json shown{{"card", encodePublicId((*card)->id.value)},
                         {"currency", toString((*card)->currency)},
                         {"issued", (*card)->issued.minor},
                         {"balance", (*card)->balance.minor},
                         {"note", (*card)->note},
                         {"entries", nlohmann::json::array()}};
    if ((*card)->expiresAt != Instant::never()) shown["expires"] = toRfc3339((*card)->expiresAt);
    for (const auto& entry : *entries) shown["entries"].push_back(entryJson(entry));
    return shown.dump();
}

}  // namespace tessera::admin
