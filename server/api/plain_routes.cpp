// SPDX-License-Identifier: Apache-2.0
#include "server/api/plain_routes.h"

#include <chrono>
#include <set>
#include <utility>
#include <vector>

#include "server/api/convert_seat_map.h"
#include "server/api/openapi.h"
#include "server/api/problem_json.h"
#include "server/api/reasons.h"
#include "server/runtime/secrets.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

using http::Request;
using http::Responder;
using http::Response;

void answer(const PlainContext& context, runtime::LogLiteral route, const Request& request,
            Responder responder, Response response) {
    context.observer.plain(route, response.status, request.arrival(), traceOf(request));
    responder.send(std::move(response));
}

Response uncached(int status, std::string type, std::string body) {
    auto response = Response::of(status, std::move(type), std::move(body));
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

// The document never changes while the server runs: made once, when first asked for.
struct CachedDocument {
    Bytes text = std::make_shared<const std::string>(openApiDocument());
    Bytes zipped = gzipped(*text, 9);
    runtime::Digest digest = runtime::sha256(*text);
    std::string etag = toHex(std::span(digest).first(8));
};

Response openApi(const Request& request) {
    static const CachedDocument document;
    const auto known = request.header("if-none-match");
    const bool unchanged = known && matchesEtag(*known, document.etag);
    const bool zipped = document.zipped && request.acceptsGzip();
    auto response = Response::of(unchanged ? 304 : 200, "application/json",
                                 unchanged ? http::Body(std::string())
                                 : zipped  ? http::Body(document.zipped)
                                           : http::Body(document.text));
    response.headers.push_back({"ETag", "W/\"" + document.etag + '"'});
    response.headers.push_back({"Cache-Control", "public, max-age=60"});
    response.headers.push_back({"Vary", "Accept-Encoding"});
    if (zipped && !unchanged) response.headers.push_back({"Content-Encoding", "gzip"});
    return response;
}

Instant wallTime() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

std::optional<app::Problem> webhookProblem(payments::WebhookOutcome outcome) {
    switch (outcome) {
        case payments::WebhookOutcome::Hint:
        case payments::WebhookOutcome::Irrelevant:
            return std::nullopt;
        case payments::WebhookOutcome::BadSignature:
        case payments::WebhookOutcome::Stale:
            return refuse("SIGNATURE_INVALID", "The signature is wrong or too old.");
        case payments::WebhookOutcome::Malformed:
            break;
    }
    return refuse("MALFORMED_REQUEST", "Not a webhook of this provider.", {{"path", ""}});
}

constexpr runtime::LogLiteral kWebhookRoute = "POST /v1/webhooks/{provider}";

// What happened is asked of the provider, not read from here. Who cannot be told now asks by itself
// within its time: the provider has its answer already.
void hint(const PlainContext& context, const payments::Provider& provider,
          const std::vector<payments::WebhookItem>& items) {
    std::set<std::pair<EventId, AttemptId>> told;
    for (const auto& item : items) {
        if (!provider.isNews(item) || !told.emplace(item.event, item.attempt).second) continue;
        context.app.hintProvider(item.event, item.attempt, [](const auto&) {});
    }
}

// Verify, store, answer 2xx, tell the owners; a batch is answered 2xx when all of it is stored.
void webhook(const PlainContext& context, Request request, Responder responder) {
    const auto trace = traceOf(request);
    const auto refused = [&](const app::Problem& problem) {
        answer(context, kWebhookRoute, request, std::move(responder),
               problemResponse(problem, trace));
    };
    const auto name = request.path().substr(std::string_view("/v1/webhooks/").size());
    const payments::Provider* const provider = context.providers.findByName(name);
    if (provider == nullptr) {
        return refused(refuse("PROVIDER_UNKNOWN", "There is no such provider."));
    }
    const auto signature = request.header("stripe-signature").value_or("");
    const Instant now = wallTime();
    auto result = provider->verifyWebhook(request.body(), signature, now);
    if (const auto problem = webhookProblem(result.outcome)) return refused(*problem);
    if (result.outcome == payments::WebhookOutcome::Irrelevant) {
        return answer(context, kWebhookRoute, request, std::move(responder),
                      uncached(200, "application/json", "{}"));
    }
    TESSERA_CHECK(!result.items.empty());
    for (auto& item : result.items) item.at = now;
    static_cast<void>(request.takeBody());  // It may be large, and many may wait.
    struct Held {
        Request request;
        Responder responder;
        std::vector<payments::WebhookItem> items;
    };
    auto held = std::make_shared<Held>(
        Held{std::move(request), std::move(responder), std::move(result.items)});
    context.inbox.store(held->items, [context, provider, held, trace](const Status& stored) {
        answer(context, kWebhookRoute, held->request, std::move(held->responder),
               stored
                   ? uncached(200, "application/json", "{}")
                   : problemResponse(app::unavailable("The webhook could not be stored."), trace));
        if (stored) hint(context, *provider, held->items);
    });
}

void addPages(RestEdge& edge, const PlainContext& context) {
    edge.addPlain({"GET", "/", 0, [context](const Request& request, Responder responder) {
                       answer(context, "GET /", request, std::move(responder),
                              uncached(200, "application/json",
                                       "{\"name\":\"tessera\",\"version\":\"" TESSERA_VERSION
                                       "\",\"openapi\":\"/v1/openapi.json\","
                                       "\"events\":\"/v1/events\"}"));
                   }});
    edge.addPlain(
        {"GET", "/v1/openapi.json", 0, [context](const Request& request, Responder responder) {
             auto response = openApi(request);
             answer(context, "GET /v1/openapi.json", request, std::move(responder),
                    std::move(response));
         }});
}

void addProbes(RestEdge& edge, const PlainContext& context) {
    edge.addPlain({"GET", "/healthz", 0, [context](const Request& request, Responder responder) {
                       answer(context, "GET /healthz", request, std::move(responder),
                              uncached(200, "application/json", "{\"status\":\"alive\"}"));
                   }});
    edge.addPlain({"GET", "/readyz", 0, [context](const Request& request, Responder responder) {
                       const bool ready = !context.stopping && context.app.ready();
                       answer(
                           context, "GET /readyz", request, std::move(responder),
                           ready ? uncached(200, "application/json", "{\"status\":\"ready\"}")
                                 : uncached(503, "application/json", "{\"status\":\"not ready\"}"));
                   }});
    edge.addPlain({"GET", "/metrics", 0, [context](const Request& request, Responder responder) {
                       answer(context, "GET /metrics", request, std::move(responder),
                              uncached(200, "text/plain; version=0.0.4; charset=utf-8",
                                       context.metrics.text()));
                   }});
}

}  // namespace

void addPlainRoutes(RestEdge& edge, PlainContext context) {
    addPages(edge, context);
    addProbes(edge, context);
    edge.addPlain({"POST", "/v1/webhooks/", kWebhookBytesMax,
                   [context](Request request, Responder responder) {
                       webhook(context, std::move(request), std::move(responder));
                   }});
}

}  // namespace tessera::api
