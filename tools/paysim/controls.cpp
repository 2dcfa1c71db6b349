// SPDX-License-Identifier: Apache-2.0
// What a test asks of the sandbox itself: faults, an outage, webhooks again, figures; see api.h.
#include <chrono>

#include "tools/paysim/api.h"

namespace tessera::paysim {
namespace {

constexpr std::int64_t kOutageSecondsMax = 3600;

std::int64_t steadyMillis() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

http::Response bad(const std::string& what) {
    return toResponse(errorAnswer(400, "parameter_invalid", what));
}

Json bodyOf(const http::Request& request) {
    return request.body().empty() ? Json::object() : Json::parse(request.body(), nullptr, false);
}

std::int64_t wholeNumber(const Json& body, const char* name, std::int64_t otherwise) {
    const auto found = body.find(name);
    return found != body.end() && found->is_number_integer() ? found->get<std::int64_t>()
                                                             : otherwise;
}

}  // namespace

bool Api::isControl(const Path& path) const {
    if (path.size() < 2 || path[0] != "sandbox") return false;
    return path[1] == "stats" || path[1] == "faults" || path[1] == "outage" ||
           path[1] == "webhooks";
}

void Api::control(const http::Request& request, const Path& path, http::Responder responder) {
    if (callerOf(keyOf(request)) != Caller::Secret) {
        return responder.send(toResponse(errorAnswer(401, {}, "Invalid API Key provided.")));
    }
    const std::string_view method = request.method();
    const bool post = method == "POST";
    if (method == "GET" && path == Path{"sandbox", "stats"}) {
        return responder.send(toResponse({200, stats().dump()}));
    }
    if (path == Path{"sandbox", "faults"}) {
        if (post) return responder.send(setFaults(request));
        if (method == "DELETE") {
            faults_.use({});
            return responder.send(toResponse({200, R"({"rules":0})"}));
        }
    }
    if (post && path == Path{"sandbox", "outage"}) return responder.send(setOutage(request));
    if (post && path == Path{"sandbox", "webhooks", "replay"}) {
        return replayWebhooks(request, std::move(responder));
    }
    responder.send(toResponse(errorAnswer(404, {}, "Unrecognized request URL.")));
}

http::Response Api::setFaults(const http::Request& request) {
    auto plan = parseFaultPlan(request.body());
    if (!plan) return bad(plan.error());
    const Json answer{{"seed", plan->seed}, {"rules", plan->rules.size()}};
    faults_.use(std::move(*plan));
    return toResponse({200, answer.dump()});
}

http::Response Api::setOutage(const http::Request& request) {
    const Json body = bodyOf(request);
    if (!body.is_object()) return bad("An outage is {\"seconds\":5}.");
    const std::int64_t now = steadyMillis();
    if (outageUntilMillis_.exchange(0) > now) return toResponse({200, R"({"outage":false})"});
    const std::int64_t seconds = wholeNumber(body, "seconds", -1);
    const std::string mode = body.value("mode", "drop");
    if (seconds < 1 || seconds > kOutageSecondsMax || (mode != "drop" && mode != "503")) {
        return bad("seconds is from 1 to 3600, mode is drop or 503.");
    }
    outageAnswers_ = mode == "503";
    outageUntilMillis_ = now + seconds * 1000;
    return toResponse({200, R"({"outage":true})"});
}

bool Api::refuseInOutage(http::Responder& responder) {
    if (outageUntilMillis_ <= steadyMillis()) return false;
    if (outageAnswers_) {
        responder.send(toResponse(errorAnswer(503, {}, "The sandbox is out of order.")));
    } else {
        responder.abort();
    }
    return true;
}

// Answers when every event has been taken or given up.
void Api::replayWebhooks(const http::Request& request, http::Responder responder) {
    const Json body = bodyOf(request);
    if (!body.is_object() || webhooks_ == nullptr) {
        return responder.send(bad("Webhooks go nowhere, or the body is no JSON object."));
    }
    const auto seed = static_cast<std::uint64_t>(wholeNumber(body, "seed", 1));
    const auto ordinals = sandbox_.eventsOf(body.value("type", ""));
    const std::size_t count = ordinals.size();
    const auto shared = std::make_shared<http::Responder>(std::move(responder));
    webhooks_->replay(
        count, seed, [this, ordinals](std::size_t i) { return sandbox_.eventBody(ordinals[i]); },
        [shared, count, seed](std::size_t taken, std::size_t givenUp) {
            const Json json{{"seed", seed},
                            {"events", count},
                            {"sent", taken + givenUp},
                            {"delivered", taken},
                            {"given_up", givenUp}};
            shared->send(toResponse({200, json.dump()}));
        });
}

Json Api::stats() const {
    const Sandbox::Counts counts = sandbox_.counts();
    Json json{{"payment_intents", counts.intents},      {"refunds", counts.refunds},
              {"idempotency_keys", counts.keys},        {"events", counts.events},
              {"pending_events", counts.pendingEvents}, {"ledger_lines", counts.ledgerLines}};
    json["faults"] = Json::object();
    for (const auto& [what, count] : faults_.fired())
        json["faults"][what.first][what.second] = count;
    if (webhooks_ != nullptr) {
        const Webhooks::Counts hooks = webhooks_->counts();
        json["webhooks"] = {{"delivered", hooks.delivered}, {"retried", hooks.retried},
                            {"given_up", hooks.givenUp},    {"dropped", hooks.dropped},
                            {"lost", hooks.lost},           {"doubled", hooks.doubled},
                            {"held", hooks.held},           {"waiting", hooks.waiting}};
    }
    return json;
}

}  // namespace tessera::paysim
