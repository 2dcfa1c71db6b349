// SPDX-License-Identifier: Apache-2.0
#include "tools/history/operation.h"

#include <array>
#include <utility>

namespace tessera::history {
namespace {

constexpr std::array<std::pair<Call, const char*>, 9> kCalls{{
    {Call::CreateReservation, "CreateReservation"},
    {Call::GetReservation, "GetReservation"},
    {Call::CancelReservation, "CancelReservation"},
    {Call::CheckoutReservation, "CheckoutReservation"},
    {Call::GetOrder, "GetOrder"},
    {Call::Pay, "Pay"},
    {Call::SetAllocation, "SetAllocation"},
    {Call::OpenSale, "OpenSale"},
    {Call::CloseSale, "CloseSale"},
}};

constexpr std::array<std::pair<Status, const char*>, 3> kStatuses{{
    {Status::Ok, "ok"},
    {Status::Fail, "fail"},
    {Status::Unknown, "unknown"},
}};

std::string list(const std::vector<int>& numbers) {
    std::string out;
    for (const int number : numbers) out += (out.empty() ? "" : ",") + std::to_string(number);
    return out;
}

std::string describe(const Asked& asked, Call call) {
    if (call == Call::SetAllocation) {
        return " " + std::to_string(asked.allocation) + " for seats " + list(asked.seats);
    }
    if (call != Call::CreateReservation) {
        const std::string& of = asked.reservation.empty() ? asked.order : asked.reservation;
        return of.empty() ? "" : " " + of;
    }
    if (asked.wish == Wish::Seats) return " of seats " + list(asked.seats);
    const std::string many = std::to_string(asked.quantity);
    if (asked.wish == Wish::Area) return " of " + many + " in area " + std::to_string(asked.area);
    return " of the best " + many + (asked.together ? " together" : "") +
           (asked.categories.empty() ? "" : " in categories " + list(asked.categories));
}

std::string describe(const Told& told) {
    std::string out;
    for (const std::string* text :
         {&told.reason, &told.state, &told.releaseReason, &told.reservation}) {
        if (!text->empty()) out += " " + *text;
    }
    if (!told.seats.empty()) out += " seats " + list(told.seats);
    if (told.available) out += " available " + std::to_string(*told.available);
    if (told.changed) out += " changed " + std::to_string(*told.changed);
    return out;
}

}  // namespace

std::string nameOf(Call call) {
    for (const auto& [value, name] : kCalls) {
        if (value == call) return name;
    }
    return "?";
}

std::string nameOf(Status status) {
    for (const auto& [value, name] : kStatuses) {
        if (value == status) return name;
    }
    return "?";
}

std::optional<Call> callNamed(const std::string& name) {
    for (const auto& [value, known] : kCalls) {
        if (name == known) return value;
    }
    return std::nullopt;
}

std::optional<Status> statusNamed(const std::string& name) {
    for (const auto& [value, known] : kStatuses) {
        if (name == known) return value;
    }
    return std::nullopt;
}

std::string describe(const Operation& operation) {
    return "#" + std::to_string(operation.id) + " client " + std::to_string(operation.client) +
           " " + nameOf(operation.call) + describe(operation.asked, operation.call) + " -> " +
           nameOf(operation.status) + describe(operation.told) +
           (operation.retried ? " (retried)" : "") + ", " + std::to_string(operation.begin) + ".." +
           (operation.end == kNever ? "" : std::to_string(operation.end)) + " us";
}

}  // namespace tessera::history
