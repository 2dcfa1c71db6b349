// SPDX-License-Identifier: Apache-2.0
#include "tools/history/history_file.h"

#include <algorithm>
#include <fstream>
#include <istream>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace tessera::history {
namespace {

using Json = nlohmann::json;
using Ordered = nlohmann::ordered_json;

constexpr std::int64_t kTimeMax = std::int64_t{1} << 60;

// Thrown and caught in this file.
struct Bad {
    std::string what;
};

[[noreturn]] void bad(const std::string& field, const std::string& what) {
    throw Bad{"\"" + field + "\" " + what};
}

const Json* field(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::int64_t number(const Json& object, const char* name, std::int64_t least, std::int64_t most,
                    std::optional<std::int64_t> absent = std::nullopt) {
    const Json* value = field(object, name);
    if (value == nullptr && absent) return *absent;
    if (value == nullptr) bad(name, "is missing");
    if (!value->is_number_integer()) bad(name, "is no whole number");
    const auto got = value->get<std::int64_t>();
    if (got < least || got > most) {
        bad(name, "is outside " + std::to_string(least) + " to " + std::to_string(most));
    }
    return got;
}

int small(const Json& object, const char* name, int least, int most,
          std::optional<std::int64_t> absent = std::nullopt) {
    return static_cast<int>(number(object, name, least, most, absent));
}

std::string text(const Json& object, const char* name, bool required = false) {
    const Json* value = field(object, name);
    if (value == nullptr && required) bad(name, "is missing");
    if (value == nullptr) return {};
    if (!value->is_string()) bad(name, "is no text");
    return value->get<std::string>();
}

bool flag(const Json& object, const char* name, bool absent) {
    const Json* value = field(object, name);
    if (value == nullptr) return absent;
    if (!value->is_boolean()) bad(name, "is neither true nor false");
    return value->get<bool>();
}

const Json& part(const Json& object, const char* name) {
    static const Json nothing = Json::object();
    const Json* value = field(object, name);
    if (value == nullptr) return nothing;
    if (!value->is_object()) bad(name, "is no object");
    return *value;
}

std::vector<int> numbers(const Json& object, const char* name, int most, bool ascending) {
    std::vector<int> out;
    const Json* value = field(object, name);
    if (value == nullptr) return out;
    if (!value->is_array()) bad(name, "is no list");
    if (value->size() > kSeatsNamedMax && ascending) {
        bad(name, "has more than " + std::to_string(kSeatsNamedMax));
    }
    for (const Json& one : *value) {
        if (!one.is_number_integer() || one.get<std::int64_t>() < 0 ||
            one.get<std::int64_t>() > most) {
            bad(name, "has something but whole numbers up to " + std::to_string(most));
        }
        out.push_back(one.get<int>());
    }
    if (ascending &&
        std::adjacent_find(out.begin(), out.end(), std::greater_equal<>()) != out.end()) {
        bad(name, "is not ascending, each once");
    }
    return out;
}

Setting settingOf(const Json& line) {
    if (field(line, "tessera_history") == nullptr) bad("tessera_history", "is missing");
    if (number(line, "tessera_history", 0, kTimeMax) != 1) bad("tessera_history", "is not 1");
    Setting setting;
    setting.event = text(line, "event");
    setting.seats = small(line, "seats", 0, kSeatsMax);
    const Json* rows = field(line, "rows");
    if (rows != nullptr && !rows->is_array()) bad("rows", "is no list");
    std::vector<bool> seen(static_cast<std::size_t>(setting.seats), false);
    for (const Json& row : rows == nullptr ? Json::array() : *rows) {
        if (!row.is_object()) bad("rows", "has something but objects");
        Run run{small(row, "category", 0, 1000), numbers(row, "seats", setting.seats - 1, true)};
        for (const int seat : run.seats) {
            if (seen[static_cast<std::size_t>(seat)]) bad("rows", "has a seat twice");
            seen[static_cast<std::size_t>(seat)] = true;
        }
        setting.runs.push_back(std::move(run));
    }
    if (std::find(seen.begin(), seen.end(), false) != seen.end()) bad("rows", "lacks a seat");
    setting.areas = numbers(line, "areas", 10'000'000, false);
    setting.placesPerBuyer = small(line, "places_per_buyer", 0, 1'000'000, 0);
    setting.holdMicros = number(line, "hold_us", 1, kTimeMax);
    setting.clockSlackMicros = number(line, "clock_slack_us", 0, kTimeMax, 0);
    return setting;
}

Asked askedOf(const Json& input, Call call, const Setting& setting) {
    Asked asked;
    asked.reservation = text(input, "reservation");
    asked.order = text(input, "order");
    asked.seats = numbers(input, "seats", setting.seats - 1, true);
    asked.allocation = small(input, "allocation", 0, 999, 0);
    if (call == Call::SetAllocation && asked.seats.empty()) bad("seats", "is missing");
    if (call != Call::CreateReservation) return asked;
    if (field(input, "best") != nullptr) {
        const Json& best = part(input, "best");
        asked.wish = Wish::Best;
        asked.quantity = small(best, "quantity", 1, 100);
        asked.categories = numbers(best, "categories", 1000, true);
        asked.together = flag(best, "together", true);
    } else if (field(input, "area") != nullptr) {
        asked.wish = Wish::Area;
        asked.area = small(input, "area", 0, static_cast<int>(setting.areas.size()) - 1);
        asked.quantity = small(input, "quantity", 1, 10'000);
    } else if (asked.seats.empty()) {
        bad("input", "asks for nothing");
    }
    return asked;
}

Told toldOf(const Json& output, const Setting& setting) {
    Told told;
    told.reason = text(output, "reason");
    told.seats = numbers(output, "seats", setting.seats - 1, true);
    told.reservation = text(output, "reservation");
    told.order = text(output, "order");
    told.state = text(output, "state");
    told.releaseReason = text(output, "release_reason");
    told.expireServer = number(output, "expire_us", 0, kTimeMax, 0);
    told.deadlineServer = number(output, "deadline_us", 0, kTimeMax, 0);
    told.server = number(output, "server_us", 0, kTimeMax, 0);
    told.createdServer = number(output, "created_us", 0, kTimeMax, 0);
    if (field(output, "available") != nullptr) {
        told.available = small(output, "available", 0, 10'000'000);
    }
    if (field(output, "changed") != nullptr) told.changed = small(output, "changed", 0, kSeatsMax);
    return told;
}

void checkAnswer(const Operation& one) {
    if (one.status == Status::Fail && one.told.reason.empty()) bad("reason", "is missing");
    if (one.status != Status::Ok) return;
    const bool reserves = one.call == Call::CreateReservation ||
                          one.call == Call::CancelReservation || one.call == Call::GetReservation;
    if (reserves && one.told.reservation.empty()) bad("reservation", "is missing");
    if (one.call == Call::CheckoutReservation && one.told.order.empty()) bad("order", "is missing");
    if (one.call == Call::SetAllocation && !one.told.changed) bad("changed", "is missing");
}

Operation operationOf(const Json& line, const Setting& setting) {
    Operation one;
    one.id = number(line, "id", 0, kTimeMax);
    one.client = small(line, "client", 0, 1'000'000);
    one.begin = number(line, "begin", 0, kTimeMax);
    const auto call = callNamed(text(line, "op", true));
    if (!call) bad("op", "is no call that is known here");
    const auto status = statusNamed(text(line, "status", true));
    if (!status) bad("status", "is none of ok, fail, unknown");
    one.call = *call;
    one.status = *status;
    if (one.status == Status::Unknown) {
        if (field(line, "end") != nullptr) bad("end", "is there, of an unknown call");
    } else {
        one.end = number(line, "end", one.begin, kTimeMax);
    }
    one.retried = flag(line, "retried", false);
    one.requestId = text(line, "request_id");
    one.asked = askedOf(part(line, "input"), one.call, setting);
    one.told = toldOf(part(line, "output"), setting);
    checkAnswer(one);
    return one;
}

template <class T>
void put(Ordered& out, const char* name, const T& value) {
    if (value != T{}) out[name] = value;
}

Ordered inputOf(const Operation& one) {
    Ordered input = Ordered::object();
    const Asked& asked = one.asked;
    if (one.call == Call::CreateReservation && asked.wish == Wish::Best) {
        input["best"] = {{"quantity", asked.quantity}, {"together", asked.together}};
        put(input["best"], "categories", asked.categories);
        return input;
    }
    if (one.call == Call::CreateReservation && asked.wish == Wish::Area) {
        input["area"] = asked.area;
        input["quantity"] = asked.quantity;
        return input;
    }
    if (one.call == Call::SetAllocation) input["allocation"] = asked.allocation;
    put(input, "seats", asked.seats);
    put(input, "reservation", asked.reservation);
    put(input, "order", asked.order);
    return input;
}

Ordered outputOf(const Told& told) {
    Ordered output = Ordered::object();
    put(output, "reason", told.reason);
    put(output, "reservation", told.reservation);
    put(output, "order", told.order);
    put(output, "state", told.state);
    put(output, "release_reason", told.releaseReason);
    put(output, "seats", told.seats);
    put(output, "expire_us", told.expireServer);
    put(output, "deadline_us", told.deadlineServer);
    put(output, "created_us", told.createdServer);
    put(output, "server_us", told.server);
    if (told.available) output["available"] = *told.available;
    if (told.changed) output["changed"] = *told.changed;
    return output;
}

}  // namespace

Result<History> readHistory(std::istream& in) {
    History history;
    std::unordered_set<std::int64_t> ids;
    std::string line;
    std::size_t count = 0;
    while (std::getline(in, line)) {
        ++count;
        const std::string where = "line " + std::to_string(count) + ": ";
        if (line.size() > kLineBytesMax) {
            return failure(where + "longer than " + std::to_string(kLineBytesMax) + " bytes");
        }
        if (count > kOperationsMax + 1) {
            return failure(where + "more than " + std::to_string(kOperationsMax) + " operations");
        }
        const Json json = Json::parse(line, nullptr, false);
        if (!json.is_object()) return failure(where + "no JSON object");
        try {
            if (count == 1) {
                history.setting = settingOf(json);
                continue;
            }
            history.operations.push_back(operationOf(json, history.setting));
        } catch (const Bad& fault) {
            return failure(where + fault.what);
        }
        if (!ids.insert(history.operations.back().id).second) {
            return failure(where + "\"id\" came before");
        }
    }
    if (in.bad()) return failure("after line " + std::to_string(count) + ": cannot read on");
    if (count == 0) return failure("line 1: missing: a history begins with its event");
    return history;
}

Result<History> readHistoryFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return failure("cannot read " + path);
    return readHistory(in);
}

std::string settingLine(const Setting& setting) {
    Ordered rows = Ordered::array();
    for (const Run& run : setting.runs) {
        rows.push_back({{"category", run.category}, {"seats", run.seats}});
    }
    const Ordered line{
        {"tessera_history", 1},          {"event", setting.event},
        {"seats", setting.seats},        {"rows", rows},
        {"areas", setting.areas},        {"places_per_buyer", setting.placesPerBuyer},
        {"hold_us", setting.holdMicros}, {"clock_slack_us", setting.clockSlackMicros}};
    return line.dump();
}

std::string operationLine(const Operation& one) {
    Ordered line{{"id", one.id}, {"client", one.client}, {"begin", one.begin}};
    line["end"] = one.end == kNever ? Ordered() : Ordered(one.end);
    line["op"] = nameOf(one.call);
    line["status"] = nameOf(one.status);
    if (one.retried) line["retried"] = true;
    put(line, "request_id", one.requestId);
    line["input"] = inputOf(one);
    line["output"] = outputOf(one.told);
    return line.dump();
}

void writeHistory(const History& history, std::ostream& out) {
    out << settingLine(history.setting) << "\n";
    for (const Operation& one : history.operations) out << operationLine(one) << "\n";
}

tessera::Status writeHistoryFile(const History& history, const std::string& path) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    writeHistory(history, out);
    out.flush();
    if (!out) return failure("cannot write " + path);
    return {};
}

}  // namespace tessera::history
