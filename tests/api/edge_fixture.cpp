// SPDX-License-Identifier: Apache-2.0
#include "tests/api/edge_fixture.h"

#include <google/rpc/status.pb.h>

#include "server/api/reasons.h"
#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::api::test {
namespace {

runtime::HttpConfig httpConfig() {
    runtime::HttpConfig config;
    config.threads = 2;
    config.requestTimeout = Duration::ofSeconds(3);  // One test waits for it, the others never.
    config.bodyBytesMax = 300'000;
    return config;
}

runtime::GrpcConfig grpcConfig() {
    runtime::GrpcConfig config;
    config.writeTimeout = Duration::ofMillis(500);
    return config;
}

}  // namespace

EdgeTest::EdgeTest(runtime::WebConfig web)
    : log_(runtime::Log::toSink({},
                                [this](std::string_view line) {
                                    const std::lock_guard lock(logMutex_);
                                    logText_.append(line).append("\n");
                                })),
      encoder_(std::make_shared<SeatMapEncoder>([] { return Instant{1'767'225'600'000'000}; })),
      app_(encoder_) {
    auto edges = startEdges(httpConfig(), grpcConfig(),
                            {app_, providers_, inbox_, *encoder_, executor_, executor_, clock_,
                             metrics_, *log_, wallets_, std::move(web)});
    EXPECT_TRUE(edges.has_value()) << edges.error().message;
    edges_ = std::move(*edges);
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    channel_ = grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(edges_->grpcPort()),
                                         grpc::InsecureChannelCredentials(), arguments);
}

EdgeTest::~EdgeTest() {
    edges_->stop();
    executor_.stop();
}

Reply EdgeTest::get(const std::string& path, const std::string& extra) {
    auto client = connect();
    client.send(http::test::getRequest(path, extra));
    const auto reply = client.readReply();
    EXPECT_TRUE(reply.has_value()) << path;
    return reply.value_or(Reply{});
}

Reply EdgeTest::send(const std::string& method, const std::string& path, const std::string& body,
                     const std::string& extra) {
    auto client = connect();
    client.send(method + " " + path + " HTTP/1.1\r\nHost: test\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n" + extra + "\r\n" + body);
    const auto reply = client.readReply();
    EXPECT_TRUE(reply.has_value()) << path;
    return reply.value_or(Reply{});
}

Reply EdgeTest::post(const std::string& path, const json& body, const std::string& extra) {
    return send("POST", path, body.dump(), "Content-Type: application/json\r\n" + extra);
}

std::string EdgeTest::logged() {
    log_->flush();
    const std::lock_guard lock(logMutex_);
    return logText_;
}

std::string reasonOf(const Reply& reply) {
    EXPECT_EQ(reply.header("content-type"), "application/problem+json") << reply.body;
    const auto problem = json::parse(reply.body, nullptr, false);
    if (!problem.is_object()) {
        ADD_FAILURE() << "no problem: " << reply.body;
        return {};
    }
    EXPECT_EQ(problem.at("status"), reply.status);
    EXPECT_TRUE(problem.at("type").is_string() && problem.at("title").is_string());
    EXPECT_TRUE(problem.at("detail").is_string() && problem.at("metadata").is_object());
    EXPECT_EQ(problem.at("traceId").get<std::string>().size(), 32U);
    const auto reason = problem.at("reason").get<std::string>();
    EXPECT_TRUE(knownReason(reason)) << reason;
    return reason;
}

json metadataOf(const Reply& reply) {
    return json::parse(reply.body).at("metadata");
}

google::rpc::ErrorInfo errorInfoOf(const grpc::Status& status) {
    google::rpc::Status details;
    EXPECT_TRUE(details.ParseFromString(status.error_details()));
    EXPECT_EQ(details.code(), static_cast<int>(status.error_code()));
    google::rpc::ErrorInfo info;
    for (const auto& any : details.details()) {
        if (any.Is<google::rpc::ErrorInfo>()) any.UnpackTo(&info);
    }
    EXPECT_EQ(info.domain(), "tessera") << status.error_message();
    return info;
}

std::string admin(const char* key) {
    return std::string("Authorization: Bearer ") + key + "\r\n";
}

std::string requestId() {
    RequestId id;
    runtime::fillRandom(id.bytes);
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0F));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
    return toString(id);
}

std::string callerKey() {
    return "X-Caller-Key: " + toBase64Url(std::string(16, 'k')) + "\r\n";
}

std::string eventPath(const std::string& rest, EventId event) {
    return "/v1/events/" + encodePublicId(event.value) + rest;
}

std::string reservationPath(const std::string& verb) {
    return eventPath("/reservations/" + encodePublicId(kEvent, kReservation.value) + verb);
}

std::string orderPath(const std::string& rest) {
    return eventPath("/orders/" + encodePublicId(kEvent, kOrder.value) + rest);
}

json seatRequest(std::vector<int> seats) {
    json list = json::array();
    for (const int seat : seats) list.push_back({{"seatNo", seat}});
    return {{"requestId", requestId()}, {"seats", {{"seats", std::move(list)}}}};
}

}  // namespace tessera::api::test
