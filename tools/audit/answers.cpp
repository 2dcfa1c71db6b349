// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/answers.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "shared/base/ids.h"

namespace tessera::audit {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, Told>, 8> kWords{{
    {"HELD", Told::Held},
    {"REFUSED", Told::Refused},
    {"CHECKED_OUT", Told::CheckedOut},
    {"ORDER", Told::Order},
    {"TICKETS", Told::Tickets},
    {"CANCELLED", Told::Cancelled},
    {"EXPIRED", Told::Expired},
    {"CANCEL_SENT", Told::CancelSent},
}};

std::string text(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::int64_t number(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

// False: it is there and is no id.
bool readId(const json& object, const char* name, Answer& answer, std::int64_t& id) {
    const std::string said = text(object, name);
    if (said.empty()) return true;
    const auto decoded = decodeEventScopedId(said);
    if (!decoded || (answer.event != 0 && answer.event != decoded->event.value)) return false;
    answer.event = decoded->event.value;
    id = decoded->local;
    return true;
}

bool readTickets(const json& list, Answer& answer) {
    for (const json& ticket : list) {
        if (!ticket.is_array() || ticket.size() != 2 || !ticket[0].is_string()) return false;
        const auto id = decodeEventScopedId(ticket[0].get<std::string>());
        if (!id || !ticket[1].is_number_integer()) return false;
        answer.tickets.emplace_back(id->local, ticket[1].get<std::int64_t>());
    }
    return true;
}

std::optional<Answer> answerOf(const json& object) {
    Answer answer;
    const std::string word = text(object, "told");
    const auto* known =
        std::find_if(kWords.begin(), kWords.end(), [&](const auto& w) { return w.first == word; });
    if (known == kWords.end()) return std::nullopt;
    answer.told = known->second;
    answer.user = number(object, "user");
    answer.at = number(object, "at");
    answer.request = text(object, "request");
    answer.reason = text(object, "reason");
    answer.state = text(object, "state");
    answer.total = number(object, "total");
    if (!readId(object, "reservation", answer, answer.reservation)) return std::nullopt;
    if (!readId(object, "order", answer, answer.order)) return std::nullopt;
    for (const json& seat : object.value("seats", json::array())) {
        if (!seat.is_number_integer()) return std::nullopt;
        answer.seats.push_back(seat.get<std::int64_t>());
    }
    for (const json& area : object.value("areas", json::array())) {
        if (!area.is_array() || area.size() != 2) return std::nullopt;
        answer.areas.emplace_back(area[0].get<std::int64_t>(), area[1].get<std::int64_t>());
    }
    const auto tickets = object.find("tickets");
    if (tickets == object.end()) return answer;
    if (tickets->is_number_integer()) answer.ticketCount = tickets->get<std::int64_t>();
    if (tickets->is_array() && !readTickets(*tickets, answer)) return std::nullopt;
    return answer;
}

}  // namespace

Result<std::vector<Answer>> readAnswers(const std::vector<std::string>& lines) {
    std::vector<Answer> answers;
    answers.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const json object = json::parse(lines[i], nullptr, false);
        auto answer = object.is_object() ? answerOf(object) : std::nullopt;
        if (!answer) return failure("answers: line " + std::to_string(i + 1) + " is no answer");
        answer->line = i + 1;
        answers.push_back(std::move(*answer));
    }
    return answers;
}

}  // namespace tessera::audit
