// SPDX-License-Identifier: Apache-2.0
// The sandbox over HTTP: keys, forms, planted faults, CORS, delays, and its own controls.
//
// Thread-safe: handle() runs on the server's threads and answers at once or from the scheduler.
// Refers to the Sandbox, Scheduler, FaultTable and (if there are any) Webhooks, which must outlive
// the server.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shared/http/server.h"
#include "tools/paysim/faults.h"
#include "tools/paysim/sandbox.h"
#include "tools/paysim/scheduler.h"
#include "tools/paysim/webhooks.h"

namespace tessera::paysim {

struct ApiOptions {
    std::string secretKey;  // Empty: any key that begins with sk_ will do.
    Latency latency;
};

class Api {
public:
    Api(ApiOptions options, Sandbox& sandbox, Scheduler& scheduler, FaultTable& faults,
        Webhooks* webhooks);

    void handle(const http::Request& request, http::Responder responder);
    // True: the call was refused, since the sandbox is out of order just now.
    bool refuseInOutage(http::Responder& responder);

    // What the server refuses by itself, in Stripe's shape.
    static http::Response refusal(const http::Refused& refused);

private:
    enum class Caller { Secret, Publishable, Nobody };
    using Path = std::vector<std::string>;

    Caller callerOf(const std::string& key) const;
    void perform(http::Responder responder, Call call, const Fault& fault);
    void answer(http::Responder responder, Answer answer, std::string heldKey, const Fault& fault);

    // controls.cpp: what a test asks of the sandbox itself, as JSON.
    bool isControl(const Path& path) const;
    void control(const http::Request& request, const Path& path, http::Responder responder);
    http::Response setFaults(const http::Request& request);
    http::Response setOutage(const http::Request& request);
    void replayWebhooks(const http::Request& request, http::Responder responder);
    Json stats() const;

    const ApiOptions options_;
    Sandbox& sandbox_;
    Scheduler& scheduler_;
    FaultTable& faults_;
    Webhooks* webhooks_;
    // On the steady clock.
    std::atomic<std::int64_t> outageUntilMillis_{0};
    std::atomic<bool> outageAnswers_{false};  // With 503, instead of breaking the connection.
};

http::Response toResponse(const Answer& answer);
Answer errorAnswer(int status, std::string_view code, std::string_view message);
// "Bearer sk_…", or Basic with the key as the user's name, as curl -u sends it.
std::string keyOf(const http::Request& request);

}  // namespace tessera::paysim
