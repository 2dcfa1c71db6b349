// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/events/held_answers.h"

#include <grpcpp/support/client_interceptor.h>

#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace tessera::gui {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::InterceptorBatchMethods;

std::mutex mutex;
std::string heldMethod;  // Empty: none.
std::vector<InterceptorBatchMethods*> held;

class Holding final : public grpc::experimental::Interceptor {
public:
    explicit Holding(std::string method) : method_(std::move(method)) {}
    void Intercept(InterceptorBatchMethods* methods) override {
        if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_MESSAGE)) {
            const std::lock_guard lock(mutex);
            if (!heldMethod.empty() && method_.ends_with(heldMethod)) {
                held.push_back(methods);
                return;
            }
        }
        methods->Proceed();
    }

private:
    const std::string method_;
};

class Factory final : public grpc::experimental::ClientInterceptorFactoryInterface {
public:
    grpc::experimental::Interceptor* CreateClientInterceptor(
        grpc::experimental::ClientRpcInfo* call) override {
        return new Holding(call->method());
    }
};

}  // namespace

HeldAnswers::HeldAnswers(const std::string& method) {
    static std::once_flag registered;
    static Factory factory;  // Asked at every call from then on.
    std::call_once(registered,
                   [] { grpc::experimental::RegisterGlobalClientInterceptorFactory(&factory); });
    const std::lock_guard lock(mutex);
    heldMethod = method;
}

HeldAnswers::~HeldAnswers() {
    letGo();
}

std::size_t HeldAnswers::count() const {
    const std::lock_guard lock(mutex);
    return held.size();
}

void HeldAnswers::letGo() {
    std::vector<InterceptorBatchMethods*> all;
    {
        const std::lock_guard lock(mutex);
        heldMethod.clear();
        all.swap(held);
    }
    for (auto each = all.rbegin(); each != all.rend(); ++each) (*each)->Proceed();
}

}  // namespace tessera::gui
