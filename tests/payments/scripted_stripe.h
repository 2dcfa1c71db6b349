// SPDX-License-Identifier: Apache-2.0
// A Stripe that answers what a test says, and remembers what it was asked.
//
// Thread-safe. Owns its server.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "shared/base/check.h"
#include "shared/http/server.h"

namespace tessera::payments::test {

using nlohmann::json;

class ScriptedStripe {
public:
    struct Answer {
        int status = 200;
        json body;
    };
    // Of "POST /v1/path?query body"; status 0 breaks the connection.
    using Script = std::function<Answer(const std::string& asked)>;

    explicit ScriptedStripe(Script script) : script_(std::move(script)) {
        auto started =
            http::Server::start({}, [this](http::Request request, http::Responder responder) {
                std::string asked = std::string(request.method()) + " " +
                                    std::string(request.target()) + " " + request.body();
                const Answer answer = script_(asked);
                {
                    const std::lock_guard lock(mutex_);
                    asked_.push_back(std::move(asked));
                    keys_.emplace_back(request.header("Idempotency-Key").value_or(""));
                }
                if (answer.status == 0) return responder.abort();
                responder.send(
                    http::Response::of(answer.status, "application/json", answer.body.dump()));
            });
        TESSERA_CHECK(started.has_value());
        server_ = std::move(*started);
    }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
    std::vector<std::string> asked() const {
        const std::lock_guard lock(mutex_);
        return asked_;
    }
    std::vector<std::string> keys() const {
        const std::lock_guard lock(mutex_);
        return keys_;
    }

private:
    const Script script_;
    mutable std::mutex mutex_;
    std::vector<std::string> asked_;
    std::vector<std::string> keys_;
    std::unique_ptr<http::Server> server_;
};

inline json intentJson(const std::string& status, const json& metadata = json::object()) {
    return {{"object", "payment_intent"},       {"id", "pi_1"},         {"status", status},
            {"client_secret", "pi_1_secret_2"}, {"currency", "eur"},    {"created", 1700000000},
            {"amount_capturable", 0},           {"amount_received", 0}, {"metadata", metadata}};
}

inline json readerJson(const std::string& status, const std::string& intent = "pi_1") {
    json action = nullptr;
    if (!status.empty()) {
        action = {{"type", "process_payment_intent"},
                  {"status", status},
                  {"failure_code", status == "failed" ? json("card_declined") : json(nullptr)},
                  {"process_payment_intent", {{"payment_intent", intent}}}};
    }
    return {{"object", "terminal.reader"}, {"id", "tmr_1"}, {"action", action}};
}

inline json listJson(json data, bool more = false) {
    return {{"object", "list"}, {"data", std::move(data)}, {"has_more", more}};
}

inline json errorJson(const std::string& code) {
    return {{"error", {{"type", "invalid_request_error"}, {"code", code}}}};
}

}  // namespace tessera::payments::test
