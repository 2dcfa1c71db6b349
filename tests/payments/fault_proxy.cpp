// SPDX-License-Identifier: Apache-2.0
#include "tests/payments/fault_proxy.h"

#include "shared/base/check.h"

namespace tessera::payments::test {
namespace {

HttpCallsOptions patient() {
    HttpCallsOptions options;
    options.deadline = Duration::ofSeconds(20);
    options.failuresToOpen = 1'000'000;
    return options;
}

}  // namespace

struct FaultProxy::Exchange {
    HttpCall call;
    bool twice = false;
    http::Responder responder;
};

FaultProxy::FaultProxy(std::string upstream) : upstream_(std::move(upstream)), calls_(patient()) {
    auto started =
        http::Server::start({}, [this](http::Request request, http::Responder responder) {
            auto exchange = std::make_shared<Exchange>();
            exchange->call.method = std::string(request.method());
            exchange->call.url = upstream_ + std::string(request.target());
            exchange->call.headers = {"Expect:", "Connection: close"};
            for (const char* name : {"Authorization", "Idempotency-Key", "Stripe-Version"}) {
                const auto value = request.header(name);
                if (!value) continue;
                exchange->call.headers.push_back(std::string(name) + ": " + std::string(*value));
            }
            const auto fault = takeFault(request.method(), std::string(request.path()));
            exchange->twice = fault == "twice";
            if (!fault.empty() && !exchange->twice) {
                exchange->call.headers.push_back("X-Paysim-Fault: " + fault);
            }
            exchange->call.body = request.takeBody();
            exchange->responder = std::move(responder);
            forward(std::move(exchange));
        });
    TESSERA_CHECK(started.has_value());
    server_ = std::move(*started);
}

FaultProxy::~FaultProxy() {
    calls_.stop();
    server_.reset();
}

void FaultProxy::forward(std::shared_ptr<Exchange> exchange) {
    calls_.start(exchange->call, [this, exchange](const HttpAnswer& answer) {
        if (std::exchange(exchange->twice, false)) return forward(exchange);
        if (answer.status == 0) return exchange->responder.abort();
        exchange->responder.send(
            http::Response::of(static_cast<int>(answer.status), "application/json", answer.body));
    });
}

void FaultProxy::plant(const std::string& pathEnd, const std::string& fault) {
    const std::lock_guard lock(mutex_);
    planted_[pathEnd] = {fault, fault.starts_with("drop") ? 2 : 1};
    ++plantedEver_;
}

std::string FaultProxy::takeFault(std::string_view method, const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (method != "POST") return {};
    ++posts_[path];
    for (auto it = planted_.begin(); it != planted_.end(); ++it) {
        if (!path.ends_with(it->first)) continue;
        const std::string fault = it->second.fault;
        if (--it->second.left == 0) planted_.erase(it);
        return fault;
    }
    return {};
}

int FaultProxy::fired() const {
    const std::lock_guard lock(mutex_);
    return plantedEver_ - static_cast<int>(planted_.size());
}

int FaultProxy::posts(const std::string& pathEnd) const {
    const std::lock_guard lock(mutex_);
    int count = 0;
    for (const auto& [path, posts] : posts_) count += path.ends_with(pathEnd) ? posts : 0;
    return count;
}

}  // namespace tessera::payments::test
