// SPDX-License-Identifier: Apache-2.0
// What the REST edge answers: bodies, caching, compression, traces, probes.
#include "server/api/convert_event.h"
#include "shared/base/encoding.h"
#include "tests/api/edge_fixture.h"

namespace tessera::api::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using RestAnswersTest = EdgeTest;

TEST_F(RestAnswersTest, AReservationComesWithLabelsPricesAndItsToken) {
    const auto reply = post(eventPath("/reservations"), seatRequest({4, 25}), callerKey());
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.header("content-type"), "application/json");
    EXPECT_EQ(reply.header("cache-control"), "no-store");
    const auto body = json::parse(reply.body);
    EXPECT_EQ(body["state"], "HELD");
    EXPECT_EQ(body["holderToken"], kHolderToken);
    EXPECT_EQ(body["seats"][0]["seatNo"], 4);
    EXPECT_EQ(body["seats"][0]["label"]["row"], "A");
    EXPECT_EQ(body["seats"][0]["label"]["seat"], "5");
    EXPECT_EQ(body["seats"][0]["price"]["minorUnits"], "5150");
    EXPECT_EQ(body["seats"][1]["categoryNo"], 1);
    EXPECT_EQ(body["price"]["total"]["minorUnits"], "8500");  // 5000+150 + 3000+150 + 200.
    EXPECT_EQ(body["price"]["lines"][0]["name"], "Adult");
    EXPECT_EQ(body["price"]["lines"][0]["quantity"], 2);
    EXPECT_EQ(body["expireTime"], "2026-01-01T00:05:00Z");
}

TEST_F(RestAnswersTest, TheCallersKeyIsHashedAndTheBodyHasAFingerprint) {
    auto request = seatRequest({4});
    const auto path = eventPath("/reservations");
    post(path, request, callerKey());
    const auto first = *app_.asked().hold;
    EXPECT_EQ(toString(first.request), request["requestId"].get<std::string>());
    EXPECT_NE(first.caller.hash, CallerHash{});
    request["requestId"] = requestId();
    post(path, request, callerKey());
    EXPECT_EQ(app_.asked().hold->fingerprint, first.fingerprint);  // The stamp is not in it.
    request["code"] = "SPRING";
    post(path, request, callerKey());
    EXPECT_NE(app_.asked().hold->fingerprint, first.fingerprint);
    EXPECT_EQ(app_.asked().hold->code, "SPRING");
}

TEST_F(RestAnswersTest, ASeatMapIsOneBytePerSeatAndCacheableForASecond) {
    app_.sell({SeatNo{2}, SeatNo{3}});
    const auto reply = get(eventPath("/seatmap"));
    ASSERT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("etag"), "W/\"42\"");
    EXPECT_EQ(reply.header("cache-control"), "public, max-age=1");
    const auto body = json::parse(reply.body);
    EXPECT_EQ(body["revision"], "42");
    const auto statuses = fromBase64(body["statuses"].get<std::string>());
    ASSERT_TRUE(statuses.has_value());
    EXPECT_EQ(statuses->size(), 30U);
    EXPECT_EQ((*statuses)[1], 0);
    EXPECT_EQ((*statuses)[2], 2);
    EXPECT_EQ(body["areas"][0]["available"], 50);
    EXPECT_EQ(body["areas"][0]["capacity"], 50);
    EXPECT_EQ(body["layout"], encodePublicId(6'000'000'001));
}

TEST_F(RestAnswersTest, AnUnchangedSeatMapIs304AndAChangedOneIsNot) {
    const auto etag = get(eventPath("/seatmap")).header("etag");
    const auto same = get(eventPath("/seatmap"), "If-None-Match: \"7\", " + etag + "\r\n");
    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(same.header("etag"), etag);
    app_.sell({SeatNo{1}});
    EXPECT_EQ(get(eventPath("/seatmap"), "If-None-Match: " + etag + "\r\n").status, 200);
}

TEST_F(RestAnswersTest, SeatMapAndLayoutAreCompressedOnRequest) {
    for (const auto* what : {"/seatmap", "/layout"}) {
        const auto plain = get(eventPath(what));
        const auto zipped = get(eventPath(what), "Accept-Encoding: gzip\r\n");
        EXPECT_EQ(plain.header("content-encoding"), "") << what;
        EXPECT_EQ(zipped.header("content-encoding"), "gzip") << what;
        EXPECT_THAT(zipped.header("vary"), HasSubstr("Accept-Encoding"));
        EXPECT_EQ(http::test::gunzip(zipped.body), plain.body) << what;
    }
}

TEST_F(RestAnswersTest, ALayoutIsAskedForAndEncodedOnce) {
    const auto first = get(eventPath("/layout"));
    ASSERT_EQ(first.status, 200);
    const auto second = get(eventPath("/layout", kOtherEvent));
    EXPECT_EQ(first.body, second.body);
    EXPECT_EQ(app_.asked().layouts, 1U);
    EXPECT_EQ(get(eventPath("/layout"), "If-None-Match: " + first.header("etag") + "\r\n").status,
              304);
    const auto body = json::parse(first.body);
    EXPECT_EQ(body["seatCount"], 30);
    EXPECT_EQ(body["sections"][0]["rows"][1]["seats"][0]["seatNo"], 10);
    EXPECT_EQ(body["areas"][0]["name"], "Standing");
}

TEST_F(RestAnswersTest, AnEventShowsItsRulesAndAllInPrices) {
    const auto body = json::parse(get(eventPath()).body);
    EXPECT_EQ(body["config"]["name"], "A concert");
    EXPECT_EQ(body["saleState"], "OPEN");
    EXPECT_EQ(body["config"]["prices"][0]["allIn"]["minorUnits"], "5150");
    EXPECT_EQ(body["venue"]["timeZone"], "Europe/Vienna");
}

TEST_F(RestAnswersTest, ADraftIsForAdminsOnly) {
    const auto reply = get(eventPath("", kDraftEvent));
    EXPECT_EQ(reply.status, 404);
    EXPECT_EQ(reasonOf(reply), "EVENT_NOT_FOUND");
    EXPECT_EQ(get(eventPath("", kDraftEvent), admin()).status, 200);
}

// A cache between would have shown a draft's layout to everybody.
TEST_F(RestAnswersTest, WhatAKeyIsShownIsNotForCaches) {
    for (const char* what : {"/layout", "/seatmap"}) {
        EXPECT_EQ(get(eventPath(what), admin()).header("cache-control"), "private, no-store");
        EXPECT_THAT(std::string(get(eventPath(what)).header("cache-control")),
                    HasSubstr("public, max-age="));
    }
}

TEST_F(RestAnswersTest, PagesGoOnWhereTheyEndedForTheSameQuery) {
    const auto first = json::parse(get("/v1/events?query=con&pageSize=1").body);
    EXPECT_EQ(first["events"][0]["priceFrom"]["minorUnits"], "2650");
    const auto token = first["nextPageToken"].get<std::string>();
    ASSERT_NE(token, "");
    const auto second =
        json::parse(get("/v1/events?query=con&page_size=5&pageToken=" + token).body);
    EXPECT_EQ(second["events"][0]["event"], encodePublicId(kOtherEvent.value));
    EXPECT_EQ(second["nextPageToken"], "");
    const auto other = get("/v1/events?query=opera&pageToken=" + token);
    EXPECT_EQ(other.status, 400);
    EXPECT_EQ(reasonOf(other), "INVALID_PAGE_TOKEN");
}

TEST_F(RestAnswersTest, CheckoutGivesAnOrderWithWhatToPayWith) {
    const json body{{"requestId", requestId()},
                    {"holderToken", kHolderToken},
                    {"buyer", {{"name", "Ada"}, {"email", "ada@example.org"}}}};
    const auto reply = post(reservationPath(":checkout"), body);
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto order = json::parse(reply.body);
    EXPECT_EQ(order["state"], "PAYING");
    EXPECT_EQ(order["payments"][1]["state"], "PAYABLE");
    EXPECT_EQ(order["payments"][1]["clientSecret"], "pi_1_secret");
    EXPECT_EQ(app_.asked().checkout->contactEmail, "ada@example.org");
    EXPECT_EQ(app_.asked().checkout->language, "en");
}

TEST_F(RestAnswersTest, TicketsComeBySeatAndWithCodesDrawnOnRequest) {
    const auto token = std::string("X-Holder-Token: ") + kHolderToken + "\r\n";
    const auto basic = json::parse(get(orderPath("/tickets"), token).body);
    EXPECT_EQ(basic["tickets"][0]["seatNo"], 4);
    EXPECT_EQ(basic["tickets"][0]["code"], "CODE4");
    EXPECT_EQ(basic["tickets"][0]["qrSvg"], "");
    const auto full = json::parse(get(orderPath("/tickets?view=FULL"), token).body);
    EXPECT_THAT(full["tickets"][0]["qrSvg"].get<std::string>(), HasSubstr("<svg"));
    const auto png = fromBase64(full["tickets"][0]["qrPng"].get<std::string>());
    EXPECT_THAT(png.value_or(""), testing::StartsWith("\x89PNG"));
}

TEST_F(RestAnswersTest, TheCallersTraceIsKeptAndReturned) {
    const std::string trace = "0af7651916cd43dd8448eb211c80319c";
    const auto reply = get(eventPath(), "traceparent: 00-" + trace + "-b7ad6b7169203331-01\r\n");
    EXPECT_THAT(reply.header("traceparent"), HasSubstr(trace));
    EXPECT_THAT(logged(), HasSubstr(trace));
}

TEST_F(RestAnswersTest, TheLogHasNoKeysTokensOrQueries) {
    const auto secret = std::string("X-Holder-Token: ") + kHolderToken + "\r\n" + callerKey();
    get(reservationPath(), secret + admin(kStaffKey));
    get(orderPath("?holderToken=query-token"));
    get("/v1/events?query=somebody");
    const auto lines = logged();
    EXPECT_THAT(lines, HasSubstr("ReservationService.GetReservation"));
    for (const auto* leak : {kHolderToken, kStaffKey, "query-token", "somebody", "127.0.0.1"}) {
        EXPECT_THAT(lines, Not(HasSubstr(leak))) << leak;
    }
}

TEST_F(RestAnswersTest, ProbesAndMetricsSayHowItIs) {
    EXPECT_EQ(get("/healthz").status, 200);
    EXPECT_EQ(get("/readyz").status, 200);
    app_.readyNow = false;
    EXPECT_EQ(get("/readyz").status, 503);
    EXPECT_EQ(get("/healthz").status, 200);
    get(eventPath());
    EXPECT_THAT(get("/metrics").body,
                HasSubstr("tessera_requests_total{edge=\"rest\",method=\"CatalogService.GetEvent\","
                          "status=\"200\"} 1"));
    EXPECT_EQ(json::parse(get("/").body)["name"], "tessera");
}

TEST_F(RestAnswersTest, TheOpenApiDocumentIsServedWithAnEtag) {
    const auto reply = get("/v1/openapi.json");
    ASSERT_EQ(reply.status, 200);
    EXPECT_EQ(json::parse(reply.body)["openapi"], "3.1.0");
    EXPECT_EQ(get("/v1/openapi.json", "If-None-Match: " + reply.header("etag") + "\r\n").status,
              304);
}

TEST_F(RestAnswersTest, AVerifiedWebhookIsStoredAndAnyOtherRefused) {
    const auto hook = [&](const std::string& body, const std::string& signature,
                          const std::string& provider = "stripe") {
        return send("POST", "/v1/webhooks/" + provider, body,
                    "Stripe-Signature: " + signature + "\r\n");
    };
    EXPECT_EQ(hook("payload", kSignature).status, 200);
    EXPECT_EQ(inbox_.stored, 2U) << "all of the batch";
    EXPECT_EQ(app_.asked().hints, 1U) << "of one attempt";
    EXPECT_EQ(hook("other", kSignature).status, 200);
    EXPECT_EQ(reasonOf(hook("payload", "bad")), "SIGNATURE_INVALID");
    EXPECT_EQ(reasonOf(hook("payload", "old")), "SIGNATURE_INVALID");
    EXPECT_EQ(reasonOf(hook("{}", kSignature)), "MALFORMED_REQUEST");
    EXPECT_EQ(reasonOf(hook("payload", kSignature, "nobody")), "PROVIDER_UNKNOWN");
    EXPECT_EQ(hook(std::string(300 * 1024, 'x'), kSignature).status, 413);
    EXPECT_EQ(app_.asked().hints, 1U);
}

TEST_F(RestAnswersTest, AWebhookThatCannotBeStoredIsToBeSentAgain) {
    const auto hook = [&] {
        return send("POST", "/v1/webhooks/stripe", "payload",
                    std::string("Stripe-Signature: ") + kSignature + "\r\n");
    };
    inbox_.fails = true;
    EXPECT_EQ(hook().status, 503);
    EXPECT_EQ(app_.asked().hints, 0U) << "nobody is told of what is not stored";
    inbox_.fails = false;
    // What is stored is not sent again because its event's owner cannot be reached now.
    app_.hintProblem.kind = app::ProblemKind::Unavailable;
    app_.hintProblem.reason = "OWNER_UNAVAILABLE";
    EXPECT_EQ(hook().status, 200);
}

}  // namespace
}  // namespace tessera::api::test
