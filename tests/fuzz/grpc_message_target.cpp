// SPDX-License-Identifier: Apache-2.0
// Messages as gRPC brings them. First line: the method; the rest: its request in binary form.
//
// What the gRPC edge lets through survives our JSON; handlers answer it over a FakeApp, and never
// say that the server is at fault. Their answers survive JSON as well.
#include <optional>
#include <string>

#include "server/api/binary_message.h"
#include "server/api/reasons.h"
#include "shared/base/check.h"
#include "tests/fuzz/contract.h"
#include "tests/fuzz/edge_house.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

using google::protobuf::Message;

class MessageCall final : public api::Call {
public:
    MessageCall(const api::MethodInfo& info, std::string_view bytes)
        : Call(info, runtime::newTrace()), bytes_(bytes) {
        presented_.authorization = "Bearer tsk_admin";
        presented_.callerKey = "a2V5a2V5a2V5a2V5a2V5a2U";
        if (info.holderTokenField == nullptr) presented_.holderToken = api::test::kHolderToken;
    }

protected:
    std::optional<app::Problem> decode(Message& request) override {
        return api::readBinary(bytes_, method().bodyBytesMax, request);
    }
    void send(const Message& message) override { expectSurvivesJson(message); }
    void send(const api::Prepared& prepared) override {
        TESSERA_CHECK(prepared.grpc && prepared.json);
    }
    void refuse(const app::Problem& problem) override {
        TESSERA_CHECK(api::knownReason(problem.reason));
        TESSERA_CHECK(api::statusOf(problem).http != 500);
    }
    std::shared_ptr<api::StreamSink> stream() override { return std::make_shared<Sink>(); }

private:
    class Sink final : public api::StreamSink {
    public:
        bool send(const api::StreamMessage& message) override {
            TESSERA_CHECK(message.grpc && message.sse);
            return false;  // Gone after its first message.
        }
        void end() override {}
        void end(const app::Problem& problem) override {
            TESSERA_CHECK(api::knownReason(problem.reason));
        }
        void onGone(std::function<void()> gone) override { gone(); }
    };

    std::string_view bytes_;
};

EdgeHouse& house() {
    static EdgeHouse& made = *new EdgeHouse;
    return made;
}

}  // namespace

void grpcMessage(Input input) {
    Reader reader(input);
    const auto& method = methodOf(reader.line());
    house().run(std::make_shared<MessageCall>(method, reader.rest()));
    TESSERA_CHECK(house().inFlight() == 0);
    house().reset();
}

}  // namespace tessera::fuzz
