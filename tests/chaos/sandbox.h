// SPDX-License-Identifier: Apache-2.0
// The payment sandbox as a test steers it: faults, webhooks again, figures.
//
// Blocks, each call with a deadline. One thread; owns its connection.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tessera::chaos {

using Json = nlohmann::json;

class Sandbox {
public:
    explicit Sandbox(std::uint16_t port);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    // Rules as tools/paysim/faults.h has them.
    bool startFaults(std::uint64_t seed, const Json& rules);
    bool stopFaults();
    Json stats();
    // So many simulated card readers; fewer where a call failed.
    std::vector<std::string> makeReaders(int count);
    // As the provider's own staff does it; false: refused, or a fault came between.
    bool cancelPayment(const std::string& object);
    bool capturePayment(const std::string& object);
    // All webhooks there ever were (those of `type`, where one is named), twice each, shuffled by
    // `seed`; returns when all are taken or given up. How many were taken; below zero: it did not
    // answer.
    std::int64_t replay(std::uint64_t seed, const std::string& type = {});

private:
    Json call(const char* verb, const std::string& path, const std::string& body, long millisMax);

    const std::string base_;
    void* curl_;  // CURL*
};

// Drawn faults that `stats` counts, and webhooks that were lost, doubled or held back.
std::uint64_t firedIn(const Json& stats);

}  // namespace tessera::chaos
