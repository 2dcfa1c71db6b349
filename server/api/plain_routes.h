// SPDX-License-Identifier: Apache-2.0
// Routes beside the contract: /, /healthz, /readyz, /metrics, /v1/openapi.json, and webhooks.
//
// They need no credentials; a webhook proves itself by its signature. Thread-safe.
#pragma once

#include <atomic>

#include "server/api/observer.h"
#include "server/api/rest_edge.h"
#include "server/app/app.h"
#include "server/payments/providers.h"
#include "server/runtime/metrics.h"

namespace tessera::api {

inline constexpr std::size_t kWebhookBytesMax = 256 * 1024;

// All outlive the edge.
struct PlainContext {
    app::App& app;
    const payments::Providers& providers;
    payments::WebhookInbox& inbox;
    runtime::Metrics& metrics;
    Observer& observer;
    const std::atomic<bool>& stopping;  // Not ready any more.
};

void addPlainRoutes(RestEdge& edge, PlainContext context);

}  // namespace tessera::api
