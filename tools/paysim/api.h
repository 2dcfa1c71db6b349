// SPDX-License-Identifier: Apache-2.0
// The sandbox over HTTP: keys, forms, planted faults, CORS, delays.
//
// Thread-safe: handle() runs on the server's threads and answers at once or from the scheduler.
// Refers to the Sandbox, Scheduler and (if there are any) Webhooks, which must outlive the server.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/http/server.h"
#include "tools/paysim/sandbox.h"
#include "tools/paysim/scheduler.h"
#include "tools/paysim/webhooks.h"

namespace tessera::paysim {

// A fault that one call asked for in X-Paysim-Fault.
struct Fault {
    enum class Kind {
        None,
        DropBefore,  // The connection breaks, nothing was done.
        DropAfter,   // It was done, and the connection breaks.
        Fail,        // "500": stored for the key, nothing was done.
        FailAfter,   // "500_after": stored for the key, and it was done.
        RateLimit,   // "429": not stored, nothing was done.
    };
    Kind kind = Kind::None;
    std::int64_t delayMillis = 0;  // "delay=250ms": done at once, answered later.
};

// "delay=250ms", "drop_before", "500"…, or several with commas. Delays are 10 minutes at most.
std::optional<Fault> parseFault(std::string_view text);

// Milliseconds by which every answer is late: "20" always, "5-80" evenly between.
struct Latency {
    std::int64_t low = 0;
    std::int64_t high = 0;
};
std::optional<Latency> parseLatency(std::string_view text);

struct ApiOptions {
    std::string secretKey;  // Empty: any key that begins with sk_ will do.
    Latency latency;
};

class Api {
public:
    Api(ApiOptions options, Sandbox& sandbox, Scheduler& scheduler, const Webhooks* webhooks);

    void handle(const http::Request& request, http::Responder responder);

    // What the server refuses by itself, in Stripe's shape.
    static http::Response refusal(const http::Refused& refused);

private:
    enum class Caller { Secret, Publishable, Nobody };
    Caller callerOf(const http::Request& request, const http::Form& form) const;
    void perform(const http::Request& request, http::Responder responder, Call call,
                 const Fault& fault);
    void answer(http::Responder responder, Answer answer, std::string heldKey, const Fault& fault);
    http::Response stats() const;

    const ApiOptions options_;
    Sandbox& sandbox_;
    Scheduler& scheduler_;
    const Webhooks* webhooks_;
};

}  // namespace tessera::paysim
