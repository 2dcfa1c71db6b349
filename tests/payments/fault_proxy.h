// SPDX-License-Identifier: Apache-2.0
// Between the adapter and the sandbox: one request of a kind goes wrong, all others go through.
//
// Thread-safe. Owns its server and its connections to the sandbox.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server/payments/http_calls.h"
#include "shared/http/server.h"

namespace tessera::payments::test {

class FaultProxy {
public:
    explicit FaultProxy(std::string upstream);
    ~FaultProxy();

    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
    // The next POST whose path ends with `pathEnd`: an X-Paysim-Fault; or "twice": sent two times,
    // one after the other, as by a proxy that lost its patience. What is dropped is dropped again:
    // libcurl repeats by itself what had no answer on a connection that was used before.
    void plant(const std::string& pathEnd, const std::string& fault);
    // Planted faults that are used up.
    int fired() const;
    // POSTs that went through to paths that end so.
    int posts(const std::string& pathEnd) const;

private:
    struct Exchange;
    std::string takeFault(std::string_view method, const std::string& path);
    void forward(std::shared_ptr<Exchange> exchange);

    const std::string upstream_;
    mutable std::mutex mutex_;
    struct Planted {
        std::string fault;
        int left = 1;
    };
    std::map<std::string, Planted> planted_;
    std::map<std::string, int> posts_;  // By path.
    int plantedEver_ = 0;
    HttpCalls calls_;
    std::unique_ptr<http::Server> server_;
};

}  // namespace tessera::payments::test
