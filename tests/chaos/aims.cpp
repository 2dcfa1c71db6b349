// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/aims.h"

#include <algorithm>
#include <utility>

namespace tessera::chaos {
namespace {

using Json = nlohmann::json;

Json rule(const char* operation, const char* fault, double probability, const char* delay = "0ms") {
    return {
        {"operation", operation}, {"fault", fault}, {"probability", probability}, {"delay", delay}};
}

Json allFaults() {
    return Json::array(
        {rule("any", "delay", 0.15, "5-600ms"), rule("any", "delay", 0.005, "2000-6000ms"),
         rule("any", "double", 0.05), rule("any", "drop_before", 0.03),
         rule("any", "drop_after", 0.04), rule("any", "500", 0.02), rule("any", "500_after", 0.02),
         rule("any", "503", 0.02), rule("any", "429", 0.02), rule("any", "409_lock", 0.02),
         rule("any", "webhook_lost", 0.17),
         rule("confirm", "late_authorization", 0.08, "100-4000ms"),
         rule("capture", "drop_after", 0.06), rule("cancel", "drop_after", 0.06),
         rule("refund", "drop_after", 0.06), rule("refund", "refund_pending", 0.08)});
}

Weights only(std::initializer_list<Way> ways) {
    Weights weights{};
    for (const Way way : ways) weights[static_cast<std::size_t>(way)] = 1;
    return weights;
}

// By the names of tests/chaos/mutants. What the server is not told of it must ask for.
std::vector<Aim> makeAims() {
    const Json nothing = Json::array();
    const Json unheard = Json::array({rule("any", "webhook_lost", 1)});
    const Json lostRefunds = Json::array({rule("refund", "drop_before", 0.6)});
    const Json lostLooks = Json::array({rule("retrieve", "503", 0.5)});
    return {
        {"attempt_forgotten", only({Way::Pays, Way::PaysLate}), nothing, 4},
        {"authorization_is_money", only({Way::Pays}), nothing},
        {"cancel_without_query", only({Way::PaysLate}), unheard},
        {"decline_is_final", only({Way::DeclinedThenPays}), nothing},
        {"evidence_left_out", only({Way::CancelsWhilePaying, Way::Leaves}), nothing},
        {"gift_card_kept", only({Way::GiftCardAndCard}), nothing},
        {"key_per_order", only({Way::GiftCardAndCard}), nothing},
        {"part_is_enough", only({Way::GiftCardAndCard}), nothing},
        {"refund_is_believed", only({Way::ReturnsTickets, Way::IsRefunded}), lostRefunds},
        {"released_while_paying", only({Way::Leaves, Way::PaysLate}), nothing},
        {"timeout_is_failure", only({Way::Pays}), lostLooks},
        {"webhook_is_believed", only({Way::Pays, Way::Leaves}), nothing},
    };
}

}  // namespace

const char* nameOf(Way way) {
    constexpr std::array<const char*, kWays> kNames{"pays",
                                                    "declined_then_pays",
                                                    "declined_then_leaves",
                                                    "cancels_while_paying",
                                                    "leaves",
                                                    "pays_late",
                                                    "asks_the_bank",
                                                    "pays_slowly",
                                                    "gift_card_and_card",
                                                    "returns_tickets",
                                                    "is_refunded",
                                                    "cash_and_card",
                                                    "on_account",
                                                    "at_reader"};
    return kNames[static_cast<std::size_t>(way)];
}

const Aim& usualAim() {
    static const Aim aim{
        "everything", {30, 8, 4, 16, 6, 10, 8, 8, 8, 5, 3, 5, 3, 6}, allFaults(), 0, true};
    return aim;
}

const Aim* findAim(const std::string& name) {
    static const std::vector<Aim> aims = makeAims();
    const auto found =
        std::find_if(aims.begin(), aims.end(), [&](const Aim& aim) { return aim.name == name; });
    return found == aims.end() ? nullptr : &*found;
}

}  // namespace tessera::chaos
