// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/watch.h"

#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/util/json_util.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "tests/http/raw_client.h"

namespace tessera::integration {
namespace {

namespace pb = google::protobuf;
using Clock = std::chrono::steady_clock;

Millis left(Clock::time_point deadline) {
    return std::max(Millis(0), std::chrono::duration_cast<Millis>(deadline - Clock::now()));
}

class SseWatch final : public Watch {
public:
    SseWatch(const Stack& stack, const std::string& path, const std::string& lastEventId)
        : client_(stack.httpPort()) {
        std::string extra = "Accept: text/event-stream\r\n";
        if (!lastEventId.empty()) extra += "Last-Event-ID: " + lastEventId + "\r\n";
        client_.send(http::test::getRequest(path, extra));
        const auto head = client_.readHead();
        good_ = head && head->status == 200 &&
                head->header("content-type").starts_with("text/event-stream");
        chunked_ = good_ && head->header("transfer-encoding") == "chunked";
    }

    std::optional<Json> next(Millis limit) override {
        const auto deadline = Clock::now() + limit;
        while (good_) {
            if (auto event = takeEvent()) return event;
            if (ended_ || Clock::now() >= deadline) break;
            const std::string more = client_.readSome(left(deadline));
            if (more.empty()) break;
            bytes_ += more;
            if (chunked_)
                unchunk();
            else
                text_ += std::exchange(bytes_, {});
        }
        return std::nullopt;
    }

    std::string lastId() const override { return id_; }
    bool endedWell() const override { return well_; }

private:
    void unchunk() {
        for (;;) {
            const auto line = bytes_.find("\r\n");
            if (line == std::string::npos) return;
            const std::size_t size = std::stoul(bytes_.substr(0, line), nullptr, 16);
            if (bytes_.size() < line + 2 + size + 2) return;
            if (size == 0) ended_ = true;
            text_ += bytes_.substr(line + 2, size);
            bytes_.erase(0, line + 2 + size + 2);
        }
    }

    // Comments and events without data are no messages.
    std::optional<Json> takeEvent() {
        for (auto end = text_.find("\n\n"); end != std::string::npos; end = text_.find("\n\n")) {
            std::istringstream lines(text_.substr(0, end));
            text_.erase(0, end + 2);
            std::string data;
            std::string kind;
            for (std::string line; std::getline(lines, line);) {
                if (line.starts_with("id: ")) id_ = line.substr(4);
                if (line.starts_with("event: ")) kind = line.substr(7);
                if (line.starts_with("data: ")) data += line.substr(6);
            }
            if (kind == "end") well_ = true;
            if (!kind.empty()) continue;  // How the stream ends, no message.
            if (!data.empty()) return Json::parse(data, nullptr, false);
        }
        return std::nullopt;
    }

    http::test::RawClient client_;
    bool good_ = false;
    bool chunked_ = false;
    bool well_ = false;
    bool ended_ = false;
    std::string bytes_;
    std::string text_;
    std::string id_;
};

class GrpcWatch final : public Watch {
public:
    GrpcWatch(const Stack& stack, const std::string& method, const Json& request)
        : output_(methodNamed(method).output_type()),
          stub_(grpc::CreateChannel("127.0.0.1:" + std::to_string(stack.grpcPort()),
                                    grpc::InsecureChannelCredentials())) {
        const auto& descriptor = methodNamed(method);
        stream_ = stub_.PrepareCall(
            &context_, "/" + descriptor.service()->full_name() + "/" + descriptor.name(), &queue_);
        stream_->StartCall(this);
        if (!wait(Clock::now() + Millis(20'000))) return;
        const grpc::Slice slice(protobufOf(method, request));
        stream_->Write(grpc::ByteBuffer(&slice, 1), grpc::WriteOptions().set_last_message(), this);
        if (!wait(Clock::now() + Millis(20'000))) return;
        stream_->Read(&buffer_, this);
        reading_ = true;
    }

    ~GrpcWatch() override {
        context_.TryCancel();
        queue_.Shutdown();
        void* tag = nullptr;
        bool ok = false;
        while (queue_.Next(&tag, &ok)) {
        }
    }

    std::optional<Json> next(Millis limit) override {
        if (!reading_) return std::nullopt;
        void* tag = nullptr;
        bool ok = false;
        const auto deadline = std::chrono::system_clock::now() + limit;
        if (queue_.AsyncNext(&tag, &ok, deadline) != grpc::CompletionQueue::GOT_EVENT) {
            return std::nullopt;
        }
        if (!ok) {
            reading_ = false;
            stream_->Finish(&status_, this);
            ended_ = wait(Clock::now() + Millis(5'000)) && status_.ok();
            return std::nullopt;
        }
        grpc::Slice slice;
        const std::unique_ptr<pb::Message> message(
            pb::MessageFactory::generated_factory()->GetPrototype(output_)->New());
        std::string json;
        TESSERA_CHECK(buffer_.DumpToSingleSlice(&slice).ok());
        TESSERA_CHECK(message->ParseFromArray(slice.begin(), static_cast<int>(slice.size())));
        TESSERA_CHECK(pb::util::MessageToJsonString(*message, &json).ok());
        stream_->Read(&buffer_, this);
        return Json::parse(json);
    }

    bool endedWell() const override { return ended_; }

private:
    bool wait(Clock::time_point deadline) {
        void* tag = nullptr;
        bool ok = false;
        return queue_.AsyncNext(&tag, &ok, std::chrono::system_clock::now() + left(deadline)) ==
                   grpc::CompletionQueue::GOT_EVENT &&
               ok;
    }

    const pb::Descriptor* output_;
    grpc::ClientContext context_;
    grpc::CompletionQueue queue_;
    grpc::GenericStub stub_;
    std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
    grpc::ByteBuffer buffer_;
    grpc::Status status_;
    bool reading_ = false;
    bool ended_ = false;
};

char statusOf(const Json& run) {
    const std::string name = run.value("status", "SEAT_AVAILABLE");
    if (name == "SEAT_HELD") return kHeld;
    if (name == "SEAT_SOLD") return kSold;
    return name == "SEAT_BLOCKED" ? kBlocked : kFree;
}

}  // namespace

std::unique_ptr<Watch> Watch::open(Edge edge, const Stack& stack, const std::string& method,
                                   const Json& request, const std::string& lastEventId) {
    if (edge == Edge::Grpc) return std::make_unique<GrpcWatch>(stack, method, request);
    return std::make_unique<SseWatch>(stack, restFormOf(method, request).path, lastEventId);
}

void MapCopy::apply(const Json& update) {
    const std::int64_t next = std::stoll(update.value("revision", "0"));
    TESSERA_CHECK(next >= revision);
    revision = next;
    if (update.contains("snapshot")) {
        ++snapshots;
        statuses = fromBase64(update["snapshot"].value("statuses", "")).value_or("");
        return;
    }
    ++deltas;
    for (const Json& run : update["delta"].value("runs", Json::array())) {
        const auto first = run.value("firstSeatNo", std::size_t{0});
        const auto count = run.value("count", std::size_t{0});
        TESSERA_CHECK(count >= 1 && first + count <= statuses.size());
        statuses.replace(first, count, count, statusOf(run));
    }
}

bool MapCopy::follow(Watch& watch, std::int32_t seat, char status, Millis limit) {
    const auto deadline = Clock::now() + limit;
    const auto at = static_cast<std::size_t>(seat);
    while (at >= statuses.size() || statuses[at] != status) {
        const auto update = watch.next(left(deadline));
        if (!update) return false;
        apply(*update);
    }
    return true;
}

}  // namespace tessera::integration
