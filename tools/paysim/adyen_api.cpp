// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/adyen_api.h"

#include <charconv>
#include <random>

#include "shared/http/uri.h"

namespace tessera::paysim {
namespace {

// Those whose calls are the same for what is taken here.
bool isVersion(std::string_view segment) {
    return segment == "v71" || segment == "v72";
}

http::Response toAdyenResponse(const Answer& answer, const std::string& key = {}) {
    http::Response response = http::Response::of(answer.status, "application/json", answer.body);
    response.headers.push_back({"Cache-Control", "no-store"});
    // Says that the call was made under the key, the first time or again.
    if (!key.empty()) response.headers.push_back({"idempotency-key", key});
    if (answer.status >= 500 || answer.status == 429) {
        response.headers.push_back({"transient-error", "true"});
    }
    return response;
}

http::Response errorResponse(int status, std::string_view code, std::string_view type,
                             std::string_view message) {
    return toAdyenResponse({status, adyenError(status, code, type, message).body.dump()});
}

// Takes as long for a near miss as for a hit.
bool sameKey(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    }
    return difference == 0;
}

std::int64_t draw(const Latency& latency) {
    thread_local std::minstd_rand random(std::random_device{}());
    if (latency.high <= latency.low) return latency.low;
    return std::uniform_int_distribution<std::int64_t>(latency.low, latency.high)(random);
}

std::uint64_t seedOf(const http::Request& request) {
    const auto query = http::parseQuery(request.query());
    const auto text = query ? http::findQuery(*query, "seed") : std::nullopt;
    std::uint64_t seed = 1;
    if (text) std::from_chars(text->data(), text->data() + text->size(), seed);
    return seed;
}

}  // namespace

std::string_view adyenOperationOf(const std::vector<std::string>& path) {
    if (path.empty()) return "other";
    if (path.front() == "cancels") return "cancel";
    if (path.front() != "payments" || path.size() > 3) return "other";
    if (path.size() < 3) return "confirm";
    if (path[2] == "captures") return "capture";
    if (path[2] == "refunds") return "refund";
    return path[2] == "cancels" || path[2] == "reversals" ? "cancel" : "other";
}

AdyenApi::AdyenApi(AdyenApiOptions options, AdyenSandbox& sandbox, Scheduler& scheduler,
                   const AdyenNotifier* notifier)
    : options_(std::move(options)), sandbox_(sandbox), scheduler_(scheduler), notifier_(notifier) {}

bool AdyenApi::takes(const http::Request& request) {
    return request.path().starts_with("/v71/") || request.path().starts_with("/v72/") ||
           request.path().starts_with("/sandbox/adyen/");
}

bool AdyenApi::lets(const http::Request& request) const {
    const std::string_view key = request.header("X-API-Key").value_or("");
    return options_.apiKey.empty() ? !key.empty() : sameKey(key, options_.apiKey);
}

void AdyenApi::handle(const http::Request& request, http::Responder responder) {
    const auto path = http::splitPath(request.path());
    if (!path || path->size() < 2) {
        return responder.send(errorResponse(404, "000", "internal", "Not found"));
    }
    if (!isVersion(path->front())) return handleSandbox(request, *path, std::move(responder));
    if (!lets(request)) {
        return responder.send(
            errorResponse(401, "000", "security", "HTTP Status Response - Unauthorized"));
    }
    if (request.method() != "POST") {
        return responder.send(errorResponse(405, "000", "internal", "Method not allowed"));
    }
    const auto fault = parseFault(request.header("X-Paysim-Fault").value_or(""));
    AdyenCall call;
    call.body = Json::parse(request.body(), nullptr, false);
    call.idempotencyKey = request.header("Idempotency-Key").value_or("");
    if (!fault || !call.body.is_object() || call.idempotencyKey.size() > AdyenKeys::kKeyBytesMax) {
        return responder.send(errorResponse(
            400, "702", "validation",
            !fault ? "X-Paysim-Fault is malformed." : "Structure of the request is invalid."));
    }
    call.path.assign(path->begin() + 1, path->end());
    call.request = std::string(request.path()) + '\n' + request.body();
    call.baseUrl = "http://" + std::string(request.header("Host").value_or("localhost"));
    const Fault drawn =
        options_.drawFault ? options_.drawFault(adyenOperationOf(call.path), *fault) : *fault;
    perform(std::move(call), drawn, std::move(responder));
}

void AdyenApi::perform(AdyenCall call, const Fault& fault, http::Responder responder) {
    const std::string key = call.idempotencyKey;
    switch (fault.kind) {
        case Fault::Kind::DropBefore:
            return responder.abort();
        case Fault::Kind::Fail:
            return answer(
                std::move(responder),
                errorResponse(500, "703", "internal", "required resource temporarily unavailable"),
                {}, fault);
        case Fault::Kind::Unavailable:
        case Fault::Kind::Locked:
            return answer(
                std::move(responder),
                errorResponse(503, "703", "internal", "required resource temporarily unavailable"),
                {}, fault);
        case Fault::Kind::RateLimit:
            return answer(std::move(responder),
                          errorResponse(429, "703", "internal", "Too many requests"), {}, fault);
        default:
            break;
    }
    call.lateAuthorizationMillis = fault.lateAuthorizationMillis;
    bool held = false;
    Answer result = sandbox_.perform(call, held);
    if (fault.twice) {
        // A proxy took the answer for lost, and shows what the second call is answered.
        if (held) sandbox_.release(key);
        held = false;
        result = sandbox_.perform(call, held);
    }
    http::Response response = toAdyenResponse(result, key);
    if (fault.kind == Fault::Kind::FailAfter) {
        response =
            errorResponse(500, "703", "internal", "required resource temporarily unavailable");
    }
    answer(std::move(responder), std::move(response), held ? key : std::string(), fault);
}

void AdyenApi::answer(http::Responder responder, http::Response response, std::string heldKey,
                      const Fault& fault) {
    const bool drop = fault.kind == Fault::Kind::DropAfter;
    const std::int64_t delay = fault.delayMillis + draw(options_.latency);
    const auto shared = std::make_shared<http::Responder>(std::move(responder));
    auto leave = [this, shared, drop, response = std::move(response),
                  heldKey = std::move(heldKey)] {
        if (!heldKey.empty()) sandbox_.release(heldKey);
        if (drop) {
            shared->abort();
        } else {
            shared->send(response);
        }
    };
    if (delay <= 0) return leave();
    if (!scheduler_.later(delay, leave)) leave();
}

// The bank's page has no looks: it sends the shopper back at once, with "?answer=no" unconvinced.
void AdyenApi::handleBank(const http::Request& request, const std::string& token,
                          http::Responder responder) {
    const auto query = http::parseQuery(request.query());
    const bool no = query && http::findQuery(*query, "answer") == "no";
    const std::string target = sandbox_.bankAnswers(token, !no);
    if (target.empty()) {
        return responder.send(errorResponse(404, "000", "internal", "Not found"));
    }
    http::Response response = http::Response::of(303, "text/plain", "");
    response.headers.push_back({"Location", target});
    response.headers.push_back({"Cache-Control", "no-store"});
    responder.send(std::move(response));
}

void AdyenApi::handleSandbox(const http::Request& request, const std::vector<std::string>& path,
                             http::Responder responder) {
    if (path.size() == 4 && path[2] == "bank") {
        return handleBank(request, path[3], std::move(responder));
    }
    if (!lets(request)) {
        return responder.send(
            errorResponse(401, "000", "security", "HTTP Status Response - Unauthorized"));
    }
    if (path.size() == 3 && path[2] == "stats") {
        return responder.send(toAdyenResponse({200, stats().dump()}));
    }
    if (path.size() == 4 && path[2] == "notifications" && path[3] == "replay" &&
        request.method() == "POST") {
        const std::size_t count = sandbox_.sendAllAgain(seedOf(request));
        return responder.send(toAdyenResponse({200, Json{{"sent", count}}.dump()}));
    }
    responder.send(errorResponse(404, "000", "internal", "Not found"));
}

Json AdyenApi::stats() const {
    Json json = sandbox_.stats();
    if (notifier_ != nullptr) {
        const AdyenNotifier::Counts counts = notifier_->counts();
        json["posts"] = Json{{"delivered", counts.delivered},
                             {"refused", counts.refused},
                             {"doubled", counts.doubled},
                             {"late", counts.late},
                             {"waiting", counts.waiting}};
    }
    return json;
}

}  // namespace tessera::paysim
