// SPDX-License-Identifier: Apache-2.0
#include "tools/history/life.h"

#include <array>

namespace tessera::history {
namespace {

constexpr std::array<const char*, kLives> kNames{
    "not made",  "held",      "paying",   "fencing",         "cancelling",
    "allocated", "paid",      "unpaid",   "compensating",    "manual",
    "expired",   "cancelled", "not paid", "order cancelled", "refunded"};

}  // namespace

std::string nameOf(Life life) {
    return kNames[static_cast<std::size_t>(life)];
}

std::string nameOf(Lives lives) {
    std::string out;
    for (int i = 0; i < kLives; ++i) {
        if (!lives.has(static_cast<Life>(i))) continue;
        if (!out.empty()) out += " or ";
        out += kNames[static_cast<std::size_t>(i)];
    }
    return out;
}

Lives livesOfReservation(const std::string& state, const std::string& releaseReason) {
    if (state == "HELD") return Lives(Life::Held);
    if (state == "PAYING") {
        return Lives(Life::Paying, Life::Fencing, Life::Cancelling, Life::Compensating,
                     Life::Manual);
    }
    if (state == "ALLOCATED") {
        return Lives(Life::Allocated, Life::Paid, Life::Unpaid, Life::Fencing, Life::Compensating,
                     Life::Manual);
    }
    if (state != "RELEASED") return {};
    if (releaseReason == "EXPIRED") return Lives(Life::Expired);
    if (releaseReason == "CANCELLED") return Lives(Life::Cancelled);
    if (releaseReason == "NOT_PAID") return Lives(Life::NotPaid);
    if (releaseReason == "ORDER_CANCELLED") return Lives(Life::OrderCancelled);
    if (releaseReason == "REFUNDED") return Lives(Life::Refunded);
    return {};
}

Lives livesOfOrder(const std::string& state) {
    if (state == "PAYING") return Lives(Life::Paying);
    if (state == "FENCING") return Lives(Life::Fencing);
    if (state == "CANCELLING") return Lives(Life::Cancelling);
    if (state == "ALLOCATED") return Lives(Life::Allocated);
    if (state == "PAID") return Lives(Life::Paid);
    if (state == "UNPAID") return Lives(Life::Unpaid);
    if (state == "COMPENSATING") return Lives(Life::Compensating);
    if (state == "MANUAL") return Lives(Life::Manual);
    if (state == "RELEASED") return Lives(Life::NotPaid, Life::OrderCancelled, Life::Refunded);
    return {};
}

}  // namespace tessera::history
