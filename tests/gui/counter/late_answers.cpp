// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/counter/late_answers.h"

#include <grpcpp/impl/codegen/proto_utils.h>
#include <grpcpp/support/client_interceptor.h>

#include <atomic>
#include <mutex>
#include <string_view>

#include "tessera/v1/staff_service.pb.h"
#include "tests/gui/late_approval.h"

namespace tessera::gui {
namespace {

using Bytes = grpc::SerializationTraits<v1::ApproveResponse>;
using grpc::experimental::InterceptionHookPoints;

std::atomic<bool> isDelayed = false;

class Delaying final : public grpc::experimental::Interceptor {
public:
    explicit Delaying(bool approves) : approves_(approves) {}
    void Intercept(grpc::experimental::InterceptorBatchMethods* methods) override {
        const auto received = InterceptionHookPoints::POST_RECV_MESSAGE;
        if (approves_ && isDelayed && methods->QueryInterceptionHookPoint(received)) {
            delay(static_cast<grpc::ByteBuffer*>(methods->GetRecvMessage()));
        }
        methods->Proceed();
    }

private:
    static void delay(grpc::ByteBuffer* bytes) {
        v1::ApproveResponse answer;
        if (bytes == nullptr || !Bytes::Deserialize(bytes, &answer).ok()) return;
        answer.set_token(threeMinutesEarlier(answer.token()));
        bool own = false;
        (void)Bytes::Serialize(answer, bytes, &own);
    }

    const bool approves_;
};

class Factory final : public grpc::experimental::ClientInterceptorFactoryInterface {
public:
    grpc::experimental::Interceptor* CreateClientInterceptor(
        grpc::experimental::ClientRpcInfo* call) override {
        return new Delaying(std::string_view(call->method()).ends_with("/Approve"));
    }
};

}  // namespace

LateAnswers::LateAnswers() {
    static std::once_flag registered;
    static Factory factory;  // Asked at every call from then on.
    std::call_once(registered,
                   [] { grpc::experimental::RegisterGlobalClientInterceptorFactory(&factory); });
    isDelayed = true;
}

LateAnswers::~LateAnswers() {
    isDelayed = false;
}

}  // namespace tessera::gui
