// SPDX-License-Identifier: Apache-2.0
// Bytes that are no request: each gets its refusal, and the connection's neighbours do not notice.
#include <gtest/gtest.h>

#include "tests/http/raw_client.h"
#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

class BadBodyTest : public testing::Test {
protected:
    Answer post(const std::string& body, Headers headers = {}) {
        headers["x-caller-key"] = key;
        return rest.http("POST", "/v1/events/" + sale.event + "/reservations", body, headers);
    }

    Stack& stack = Stack::shared();
    Sale sale = makeSale(stack);
    ApiClient rest{Edge::Rest, stack};
    ApiClient grpc{Edge::Grpc, stack};
    std::string key = newCallerKey();
};

TEST_F(BadBodyTest, BrokenJsonIsMalformed) {
    std::string deep(5000, '[');
    for (const std::string& body :
         {std::string(), std::string("{"), std::string("null"), std::string("[]"),
          std::string("\"text\""), std::string("{\"requestId\":"), std::string("{'a':1}"),
          std::string("{\"seats\":{\"seats\":[{\"seatNo\":1},]}}"), std::string("{} {}"),
          std::string("{\"requestId\":\"\xff\xfe\"}"), std::string("{\"requestId\":\"a\\u0000b\"}"),
          std::string("{\"seats\":NaN}"), deep, std::string("\0\0\0\0", 4)}) {
        const Answer answer = post(body);
        EXPECT_EQ(answer.status, 400) << body.substr(0, 80);
        // An empty body is an empty request: its first missing field is named.
        EXPECT_TRUE(answer.reason == "MALFORMED_REQUEST" ||
                    (body.empty() && answer.reason == "REQUEST_ID_INVALID"))
            << body.substr(0, 80) << " " << answer;
    }
}

TEST_F(BadBodyTest, WrongTypesAndUnknownFieldsAreNamedByTheirPath) {
    const auto pathOf = [&](const Json& change) {
        Json body = {{"requestId", newRequestId()}, {"seats", {{"seats", {{{"seatNo", 1}}}}}}};
        body.update(change);
        const Answer answer = post(body.dump());
        EXPECT_EQ(answer.reason, "MALFORMED_REQUEST") << body;
        return answer.metadata.value("path", "");
    };
    EXPECT_NE(pathOf({{"colour", "red"}}).find("colour"), std::string::npos);
    EXPECT_NE(pathOf({{"seats", {{"seats", {{{"seatNo", "one"}}}}}}}).find("seatNo"),
              std::string::npos);
    EXPECT_NE(pathOf({{"seats", {{"seats", {{{"seatNo", 1.5}}}}}}}).find("seatNo"),
              std::string::npos);
    EXPECT_NE(pathOf({{"seats", {{"seats", {{{"seatNo", 3e9}}}}}}}).find("seatNo"),
              std::string::npos);
    EXPECT_NE(pathOf({{"seats", {{"seats", {{{"seatNo", 1}, {"row", 2}}}}}}}).find("row"),
              std::string::npos);
    EXPECT_NE(pathOf({{"seats", 7}}).find("seats"), std::string::npos);
    EXPECT_NE(pathOf({{"requestId", 12}}).find("requestId"), std::string::npos);
    EXPECT_NE(pathOf({{"code", {1, 2}}}).find("code"), std::string::npos);
    pathOf({{"bestAvailable", {{"quantities", {{{"quantity", 1}}}}}}});  // Two of a oneof.
}

TEST_F(BadBodyTest, ATenMegabyteBodyIsRefusedOnBothEdges) {
    const std::string large(10'000'000, 'x');
    const Answer refused = post("{\"requestId\":\"" + large + "\"}");
    EXPECT_EQ(refused.status, 413) << refused;
    EXPECT_EQ(refused.reason, "BODY_TOO_LARGE");
    const Answer byGrpc =
        grpc.call("CreateReservation", {{"event", sale.event}, {"requestId", large}},
                  {{"x-caller-key", key}});
    EXPECT_TRUE(byGrpc.reason == "BODY_TOO_LARGE" || byGrpc.status == 8) << byGrpc;
    // Without a length said beforehand it is refused as soon as it is too long.
    http::test::RawClient chunked(stack.httpPort());
    chunked.send("POST /v1/events/" + sale.event +
                 "/reservations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                 "Transfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
    for (int i = 0; i < 24 && chunked.send(chunk); ++i) {
    }
    const auto reply = chunked.readReply(false, Millis(2'000));
    EXPECT_TRUE(!reply || reply->status == 413) << (reply ? reply->status : 0);
    EXPECT_TRUE(rest.call("GetEvent", {{"event", sale.event}}).ok());
    EXPECT_TRUE(grpc.call("GetEvent", {{"event", sale.event}}).ok());
}

TEST_F(BadBodyTest, WhatIsNoProtobufIsMalformed) {
    for (const std::string& bytes :
         {std::string("\x0a\xff"), std::string("\x0a\x02\xff\xfe"), std::string("\x1f\x00\x00", 3),
          std::string(4096, '\xff'), std::string("\x0a\x02\x61\x00", 4)}) {
        const Answer answer = grpc.callBytes("CreateReservation", bytes, {{"x-caller-key", key}});
        EXPECT_EQ(answer.reason, "MALFORMED_REQUEST") << answer;
    }
}

TEST_F(BadBodyTest, PathsMethodsAndMediaTypesAreChecked) {
    EXPECT_EQ(rest.http("GET", "/v1/nothing", {}).reason, "ROUTE_NOT_FOUND");
    EXPECT_EQ(rest.http("GET", "/v1/events/%00/seatmap", {}).status / 100, 4);
    EXPECT_EQ(rest.http("DELETE", "/v1/events/" + sale.event, {}).reason, "METHOD_NOT_ALLOWED");
    EXPECT_EQ(post("{}", {{"content-type", "text/plain"}}).reason, "UNSUPPORTED_MEDIA_TYPE");
    EXPECT_EQ(rest.http("GET", "/v1/events/" + sale.event + "?colour=red", {}).status, 400);
    EXPECT_EQ(rest.http("GET", "/v1/events?pageToken=bm9uc2Vuc2U", {}).reason,
              "INVALID_PAGE_TOKEN");
    EXPECT_EQ(rest.http("GET", "/v1/events", {}, {{"x-padding", std::string(40'000, 'x')}}).reason,
              "HEAD_TOO_LARGE");
}

TEST_F(BadBodyTest, AWebhookWithoutItsSignatureChangesNothing) {
    const std::string event = R"({"type":"payment_intent.amount_capturable_updated"})";
    EXPECT_EQ(rest.http("POST", "/v1/webhooks/stripe", event).reason, "SIGNATURE_INVALID");
    EXPECT_EQ(rest.http("POST", "/v1/webhooks/stripe", event,
                        {{"stripe-signature", "t=1,v1=" + std::string(64, '0')}})
                  .reason,
              "SIGNATURE_INVALID");
    EXPECT_EQ(rest.http("POST", "/v1/webhooks/nobody", event).reason, "PROVIDER_UNKNOWN");
}

}  // namespace
}  // namespace tessera::integration
