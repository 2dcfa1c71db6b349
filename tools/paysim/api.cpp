// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/api.h"

#include <random>

#include "shared/base/encoding.h"
#include "tools/paysim/pay_page.h"
#include "tools/paysim/random_id.h"

namespace tessera::paysim {
namespace {

constexpr std::size_t kKeyBytesMax = 255;  // Of an Idempotency-Key, as at Stripe.

// The page holds no secret: what it needs comes in its fragment.
http::Response pageResponse() {
    auto response = http::Response::of(200, "text/html; charset=utf-8", std::string(payPage()));
    response.headers.push_back({"Cache-Control", "no-cache"});
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    response.headers.push_back({"X-Frame-Options", "DENY"});
    return response;
}

http::Response preflight() {
    return {204,
            {{"Access-Control-Allow-Origin", "*"},
             {"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
             {"Access-Control-Allow-Headers",
              "Authorization, Content-Type, Idempotency-Key, X-Paysim-Fault"},
             {"Access-Control-Max-Age", "300"}},
            {}};
}

// Takes as long for a near miss as for a hit.
bool sameSecret(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    }
    return difference == 0;
}

// What is answered without a look at the call, and kept for no key.
std::optional<Answer> refusedBefore(Fault::Kind kind) {
    switch (kind) {
        case Fault::Kind::RateLimit:
            return errorAnswer(429, "rate_limit", "Too many requests hit the API too quickly.");
        case Fault::Kind::Locked:
            return errorAnswer(409, "lock_timeout",
                               "This object cannot be accessed right now because another request "
                               "is accessing it.");
        case Fault::Kind::Unavailable: {
            ApiError error;
            error.httpStatus = 503;
            error.type = "api_error";
            error.message = "A fault was asked for.";
            return Answer{503, renderError(error).dump()};
        }
        default:
            return std::nullopt;
    }
}

std::int64_t draw(const Latency& latency) {
    thread_local std::minstd_rand random(std::random_device{}());
    if (latency.high <= latency.low) return latency.low;
    return std::uniform_int_distribution<std::int64_t>(latency.low, latency.high)(random);
}

}  // namespace

Answer errorAnswer(int status, std::string_view code, std::string_view message) {
    ApiError error;
    error.httpStatus = status;
    error.code = code;
    error.message = message;
    return {status, renderError(error).dump()};
}

http::Response toResponse(const Answer& answer) {
    http::Response response = http::Response::of(answer.status, "application/json", answer.body);
    response.headers.push_back({"Request-Id", randomId("req_", 14)});
    response.headers.push_back({"Stripe-Version", kApiVersion});
    response.headers.push_back({"Cache-Control", "no-store"});
    response.headers.push_back({"Access-Control-Allow-Origin", "*"});
    response.headers.push_back({"Access-Control-Expose-Headers", "Request-Id"});
    if (answer.replayed) response.headers.push_back({"Idempotent-Replayed", "true"});
    if (answer.status == 429) response.headers.push_back({"Retry-After", "1"});
    return response;
}

std::string keyOf(const http::Request& request) {
    const std::string_view header = request.header("Authorization").value_or("");
    if (header.size() > 7 && http::equalsIgnoringCase(header.substr(0, 7), "Bearer ")) {
        return std::string(header.substr(7));
    }
    if (header.size() > 6 && http::equalsIgnoringCase(header.substr(0, 6), "Basic ")) {
        const auto pair = fromBase64(header.substr(6));
        if (pair) return pair->substr(0, pair->find(':'));
    }
    return {};
}

Api::Api(ApiOptions options, Sandbox& sandbox, Scheduler& scheduler, FaultTable& faults,
         Webhooks* webhooks)
    : options_(std::move(options)),
      sandbox_(sandbox),
      scheduler_(scheduler),
      faults_(faults),
      webhooks_(webhooks) {}

http::Response Api::refusal(const http::Refused& refused) {
    const http::RefusalText text = http::describe(refused.what);
    return toResponse(errorAnswer(text.status, {}, text.detail));
}

Api::Caller Api::callerOf(const std::string& key) const {
    if (key.starts_with("pk_")) return Caller::Publishable;
    const bool known =
        options_.secretKey.empty() ? key.starts_with("sk_") : sameSecret(key, options_.secretKey);
    return known ? Caller::Secret : Caller::Nobody;
}

void Api::handle(const http::Request& request, http::Responder responder) {
    const std::string_view method = request.method();
    if (method == "OPTIONS") return responder.send(preflight());
    const auto path = http::splitPath(request.path());
    if (path && path->size() == 1 && path->front() == "healthz") {
        return responder.send(toResponse({200, R"({"status":"ok"})"}));
    }
    if (path && isControl(*path)) return control(request, *path, std::move(responder));
    if (refuseInOutage(responder)) return;
    const bool post = method == "POST";
    if (!post && method != "GET" && method != "HEAD") {
        return responder.send(toResponse(errorAnswer(405, {}, "Only GET and POST are taken.")));
    }
    if (!post && path && path->size() == 2 && path->front() == "pay") {
        return responder.send(pageResponse());
    }
    auto form = http::Form::parse(post ? std::string_view(request.body()) : request.query());
    const auto fault = parseFault(request.header("X-Paysim-Fault").value_or(""));
    if (!path || !form || !fault) {
        const char* what = !path   ? "The path is malformed."
                           : !form ? "The form is malformed."
                                   : "X-Paysim-Fault is malformed.";
        return responder.send(toResponse(errorAnswer(400, "parameter_invalid", what)));
    }
    std::string key = keyOf(request);
    if (key.empty()) key = form->find("key").value_or("");
    const Caller caller = callerOf(key);
    if (caller == Caller::Nobody) {
        return responder.send(toResponse(errorAnswer(401, {}, "Invalid API Key provided.")));
    }
    if (path->empty() || (path->front() != "v1" && path->front() != "sandbox")) {
        return responder.send(toResponse(errorAnswer(404, {}, "Unrecognized request URL.")));
    }
    Call call;
    call.post = post;
    call.path = *path;
    call.form = std::move(*form);
    call.publishable = caller == Caller::Publishable;
    call.idempotencyKey = request.header("Idempotency-Key").value_or("");
    const Fault drawn =
        path->front() == "v1" ? faults_.draw(operationOf(post, *path), *fault) : *fault;
    perform(std::move(responder), std::move(call), drawn);
}

void Api::perform(http::Responder responder, Call call, const Fault& fault) {
    using Kind = Fault::Kind;
    if (call.idempotencyKey.size() > kKeyBytesMax || !isCleanUtf8(call.idempotencyKey)) {
        return responder.send(
            toResponse(errorAnswer(400, {}, "An Idempotency-Key has 255 characters at most.")));
    }
    if (fault.kind == Kind::DropBefore) return responder.abort();
    if (const auto refused = refusedBefore(fault.kind)) {
        return answer(std::move(responder), *refused, {}, fault);
    }
    call.failWith500 = fault.kind == Kind::Fail || fault.kind == Kind::FailAfter;
    call.failAfter = fault.kind == Kind::FailAfter;
    call.answerLost = call.failAfter || fault.kind == Kind::DropAfter;
    call.webhookLost = fault.webhookLost;
    call.lateAuthorizationMillis = fault.lateAuthorizationMillis;
    if (fault.refundPends) call.refundCourse = RefundCourse::PendsFirst;
    if (fault.refundFailsLater) call.refundCourse = RefundCourse::FailsLater;
    bool held = false;
    Answer result = sandbox_.perform(call, held);
    if (fault.twice) {
        // A proxy took the answer for lost, and shows what the second call is answered.
        if (held) sandbox_.release(call.idempotencyKey);
        held = false;
        result = sandbox_.perform(call, held);
    }
    answer(std::move(responder), std::move(result), held ? call.idempotencyKey : std::string{},
           fault);
}

void Api::answer(http::Responder responder, Answer result, std::string heldKey,
                 const Fault& fault) {
    const bool drop = fault.kind == Fault::Kind::DropAfter;
    const std::int64_t delay = fault.delayMillis + draw(options_.latency);
    const auto shared = std::make_shared<http::Responder>(std::move(responder));
    auto leave = [this, shared, drop, result = std::move(result), heldKey = std::move(heldKey)] {
        if (!heldKey.empty()) sandbox_.release(heldKey);
        if (drop) {
            shared->abort();
        } else {
            shared->send(toResponse(result));
        }
    };
    if (delay <= 0) return leave();
    // A full scheduler is a sandbox past its limits: late answers are then early ones.
    if (!scheduler_.later(delay, leave)) leave();
}

}  // namespace tessera::paysim
