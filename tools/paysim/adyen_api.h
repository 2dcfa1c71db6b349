// SPDX-License-Identifier: Apache-2.0
// The Adyen side over HTTP: keys, JSON, planted faults, delays, the bank's page.
//
// Thread-safe: handle() runs on the server's threads and answers at once or from the scheduler.
// Refers to the sandbox, the scheduler and (if there is one) the notifier, which must outlive the
// server.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/http/server.h"
#include "tools/paysim/adyen_notifier.h"
#include "tools/paysim/adyen_sandbox.h"
#include "tools/paysim/scheduler.h"

namespace tessera::paysim {

struct AdyenApiOptions {
    std::string apiKey;  // Empty: any will do.
    Latency latency;
    // Draws on top of what the call asked for; the operation as the rules name it. May be null.
    std::function<Fault(std::string_view operation, Fault asked)> drawFault;
};

// "confirm", "capture", "cancel", "refund" or "other"; `path` is without the version.
std::string_view adyenOperationOf(const std::vector<std::string>& path);

class AdyenApi {
public:
    AdyenApi(AdyenApiOptions options, AdyenSandbox& sandbox, Scheduler& scheduler,
             const AdyenNotifier* notifier);

    // "/v71/…", "/v72/…" and "/sandbox/adyen/…".
    static bool takes(const http::Request& request);
    void handle(const http::Request& request, http::Responder responder);

private:
    void handleSandbox(const http::Request& request, const std::vector<std::string>& path,
                       http::Responder responder);
    void handleBank(const http::Request& request, const std::string& token,
                    http::Responder responder);
    void perform(AdyenCall call, const Fault& fault, http::Responder responder);
    void answer(http::Responder responder, http::Response response, std::string heldKey,
                const Fault& fault);
    bool lets(const http::Request& request) const;
    Json stats() const;

    const AdyenApiOptions options_;
    AdyenSandbox& sandbox_;
    Scheduler& scheduler_;
    const AdyenNotifier* notifier_;
};

}  // namespace tessera::paysim
