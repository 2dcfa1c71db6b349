// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/faults.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace tessera::paysim {
namespace {

constexpr std::int64_t kDelayMillisMax = 600'000;
constexpr std::string_view kOperations[] = {
    "create", "retrieve",        "list",           "search",        "confirm", "cancel", "capture",
    "refund", "retrieve_refund", "reader_process", "reader_cancel", "any"};

std::optional<std::int64_t> parseMillis(std::string_view text) {
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec != std::errc{} || parsed.ptr != end || value < 0 || value > kDelayMillisMax) {
        return std::nullopt;
    }
    return value;
}

// `millis` is the fault's own time where it has one.
bool add(Fault& fault, std::string_view name, std::int64_t millis) {
    using Kind = Fault::Kind;
    constexpr std::pair<std::string_view, Kind> kKinds[] = {{"drop_before", Kind::DropBefore},
                                                            {"drop_after", Kind::DropAfter},
                                                            {"500", Kind::Fail},
                                                            {"500_after", Kind::FailAfter},
                                                            {"503", Kind::Unavailable},
                                                            {"429", Kind::RateLimit},
                                                            {"409_lock", Kind::Locked}};
    for (const auto& [known, kind] : kKinds) {
        if (known != name) continue;
        fault.kind = kind;
        fault.delayMillis += millis;
        return true;
    }
    if (name == "late_authorization") {
        fault.lateAuthorizationMillis = std::max<std::int64_t>(1, millis);
        return true;
    }
    if (name == "double") {
        fault.twice = true;
    } else if (name == "refund_pending") {
        fault.refundPends = true;
    } else if (name == "refund_fails_later") {
        fault.refundFailsLater = true;
    } else if (name == "webhook_lost") {
        fault.webhookLost = true;
    } else if (name != "delay") {
        return false;
    }
    fault.delayMillis += millis;
    return true;
}

bool isTimed(std::string_view name) {
    return name == "delay" || name == "late_authorization";
}

std::string_view withoutUnit(std::string_view text) {
    if (text.ends_with("ms")) text.remove_suffix(2);
    return text;
}

tl::expected<FaultRule, std::string> parseRule(const nlohmann::json& json) {
    const auto wrong = [](std::string what) { return tl::make_unexpected(std::move(what)); };
    if (!json.is_object()) return wrong("a rule is an object");
    FaultRule rule;
    for (const auto& [name, value] : json.items()) {
        if (name == "probability" && value.is_number()) {
            rule.probability = value.get<double>();
        } else if (name == "operation" && value.is_string()) {
            rule.operation = value.get<std::string>();
        } else if (name == "fault" && value.is_string()) {
            rule.fault = value.get<std::string>();
        } else if (name == "delay" && value.is_string()) {
            const auto delay = parseLatency(withoutUnit(value.get_ref<const std::string&>()));
            if (!delay) return wrong("delay is 20ms or 10-200ms");
            rule.delay = *delay;
        } else {
            return wrong("a rule has no such " + name);
        }
    }
    Fault ignored;
    if (std::find(std::begin(kOperations), std::end(kOperations), rule.operation) ==
        std::end(kOperations)) {
        return wrong("there is no operation '" + rule.operation + "'");
    }
    if (!add(ignored, rule.fault, 0)) return wrong("there is no fault '" + rule.fault + "'");
    if (!(rule.probability >= 0 && rule.probability <= 1)) {
        return wrong("probability is from 0 to 1");
    }
    return rule;
}

}  // namespace

std::optional<Fault> parseFault(std::string_view text) {
    Fault fault;
    while (!text.empty()) {
        const auto comma = text.find(',');
        std::string_view item = text.substr(0, comma);
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
        while (item.starts_with(' ')) item.remove_prefix(1);
        const auto equals = item.find('=');
        const std::string_view name = item.substr(0, equals);
        std::int64_t millis = 0;
        if (isTimed(name) != (equals != std::string_view::npos)) return std::nullopt;
        if (isTimed(name)) {
            const auto parsed = parseMillis(withoutUnit(item.substr(equals + 1)));
            if (!parsed) return std::nullopt;
            millis = *parsed;
        }
        if (!add(fault, name, millis)) return std::nullopt;
    }
    return fault;
}

std::optional<Latency> parseLatency(std::string_view text) {
    const auto dash = text.find('-');
    const auto low = parseMillis(text.substr(0, dash));
    const auto high = dash == std::string_view::npos ? low : parseMillis(text.substr(dash + 1));
    if (!low || !high || *high < *low) return std::nullopt;
    return Latency{*low, *high};
}

std::string_view operationOf(bool post, const std::vector<std::string>& path) {
    if (path.size() < 2 || path[0] != "v1") return "other";
    const std::string_view last = path.back();
    if (path[1] == "payment_intents") {
        if (path.size() == 2) return post ? "create" : "list";
        if (path.size() == 3) return post ? "other" : last == "search" ? "search" : "retrieve";
        if (post && (last == "confirm" || last == "cancel" || last == "capture")) return last;
    } else if (path[1] == "refunds") {
        if (path.size() == 2) return post ? "refund" : "list";
        if (path.size() == 3 && !post) return "retrieve_refund";
    } else if (path[1] == "charges" || path[1] == "events") {
        if (path.size() == 2 && !post) return "list";
    } else if (path[1] == "terminal" && path.size() == 5 && post) {
        if (last == "process_payment_intent") return "reader_process";
        if (last == "cancel_action") return "reader_cancel";
    }
    return "other";
}

tl::expected<FaultPlan, std::string> parseFaultPlan(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return tl::make_unexpected(std::string("faults are a JSON object"));
    FaultPlan plan;
    for (const auto& [name, value] : json.items()) {
        if (name == "seed" && value.is_number_unsigned()) {
            plan.seed = value.get<std::uint64_t>();
        } else if (name == "rules" && value.is_array()) {
            for (const auto& item : value) {
                auto rule = parseRule(item);
                if (!rule) return tl::make_unexpected(rule.error());
                plan.rules.push_back(std::move(*rule));
            }
        } else {
            return tl::make_unexpected("faults have no such " + name);
        }
    }
    return plan;
}

void FaultTable::use(FaultPlan plan) {
    const std::lock_guard lock(mutex_);
    rules_ = std::move(plan.rules);
    random_.seed(plan.seed);
}

Fault FaultTable::draw(std::string_view operation, Fault asked) {
    const std::lock_guard lock(mutex_);
    for (const FaultRule& rule : rules_) {
        if (rule.operation != operation && rule.operation != "any") continue;
        // Both are drawn whatever comes of them, so that one rule's luck is not another's.
        const double luck = std::uniform_real_distribution<double>(0, 1)(random_);
        const auto late =
            std::uniform_int_distribution<std::int64_t>(rule.delay.low, rule.delay.high)(random_);
        if (luck >= rule.probability) continue;
        add(asked, rule.fault, late);
        ++fired_[{std::string(operation), rule.fault}];
    }
    return asked;
}

FaultTable::Fired FaultTable::fired() const {
    const std::lock_guard lock(mutex_);
    return fired_;
}

}  // namespace tessera::paysim
