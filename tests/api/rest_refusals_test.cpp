// SPDX-License-Identifier: Apache-2.0
// What the REST edge refuses, with which status and reason, and that nothing reaches App.
#include "server/api/reasons.h"
#include "tests/api/edge_fixture.h"

namespace tessera::api::test {
namespace {

using testing::HasSubstr;
using RestRefusalsTest = EdgeTest;

struct Expected {
    int status;
    std::string reason;
};

void expect(const Reply& reply, const Expected& wanted, const std::string& what) {
    EXPECT_EQ(reply.status, wanted.status) << what << ": " << reply.body;
    EXPECT_EQ(reasonOf(reply), wanted.reason) << what << ": " << reply.body;
}

TEST_F(RestRefusalsTest, UnknownPathsAndVerbsAreToldApart) {
    expect(get("/v1/nothing"), {404, "ROUTE_NOT_FOUND"}, "path");
    expect(get(eventPath("/seatmap:fly")), {404, "ROUTE_NOT_FOUND"}, "verb of a path");
    expect(get("/v1/events//seatmap"), {404, "ROUTE_NOT_FOUND"}, "empty segment");
    const auto reply = send("DELETE", eventPath("/seatmap"), "");
    expect(reply, {405, "METHOD_NOT_ALLOWED"}, "verb");
    EXPECT_EQ(reply.header("allow"), "GET, HEAD");
    EXPECT_EQ(send("POST", "/metrics", "").header("allow"), "GET, HEAD");
}

TEST_F(RestRefusalsTest, IdsThatAreMalformedUnknownOrForeignAreRefused) {
    expect(get("/v1/events/nonsense"), {400, "INVALID_ID"}, "malformed");
    expect(get("/v1/events/" + encodePublicId(123)), {404, "EVENT_NOT_FOUND"}, "unknown");
    const auto foreign = encodePublicId(kOtherEvent, kReservation.value);
    const auto reply = get(eventPath("/reservations/" + foreign));
    expect(reply, {400, "INVALID_ID"}, "foreign");
    EXPECT_EQ(metadataOf(reply)["field"], "reservation");
    expect(get(eventPath("/reservations/" + encodePublicId(kEvent, 77)), admin(kStaffKey)),
           {404, "RESERVATION_NOT_FOUND"}, "unknown reservation");
}

TEST_F(RestRefusalsTest, ABodyThatIsNotItsMessageIsRefusedWithItsPath) {
    const auto path = eventPath("/reservations");
    const auto body = [&](const std::string& text) {
        return send("POST", path, text, "Content-Type: application/json\r\n" + callerKey());
    };
    const std::vector<std::pair<std::string, std::string>> bodies{
        {R"({"seats":)", "seats"},
        {R"({"seats":{"seats":[{"seatNo":"x"}]}})", "seats.seats[0].seatNo"},
        {R"({"seats":{"seats":[{"seatNo":1},{"seat":2}]}})", "seats.seats[1].seat"},
        {R"({"seats":{"seats":{}}})", "seats.seats"},
        {R"({"colour":"red"})", "colour"},
        {R"({"code":7})", "code"},
        {R"({"code":"a","code":"b"})", "code"},
        {"{\"code\":\"\\u0000\"}", "code"},
        {"{\"code\":\"\xff\"}", "code"},
        {R"({"seats":{},"bestAvailable":{}})", "bestAvailable"},
        {R"([])", ""},
        {R"({} x)", ""}};
    for (const auto& [text, where] : bodies) {
        const auto reply = body(text);
        expect(reply, {400, "MALFORMED_REQUEST"}, text);
        EXPECT_EQ(metadataOf(reply)["path"], where) << text;
    }
    EXPECT_EQ(app_.asked().reservations, 0U);
}

TEST_F(RestRefusalsTest, ABodyThatContradictsThePathIsRefused) {
    auto request = seatRequest({1});
    request["event"] = encodePublicId(kOtherEvent.value);
    const auto reply = post(eventPath("/reservations"), request, callerKey());
    expect(reply, {400, "INVALID_FIELD"}, "event");
    EXPECT_EQ(metadataOf(reply)["field"], "event");
    request["event"] = encodePublicId(kEvent.value);
    EXPECT_EQ(post(eventPath("/reservations"), request, callerKey()).status, 200);
}

TEST_F(RestRefusalsTest, OnlyJsonIsTaken) {
    const auto path = eventPath("/reservations");
    const auto body = seatRequest({1}).dump();
    expect(send("POST", path, body, "Content-Type: text/plain\r\n" + callerKey()),
           {415, "UNSUPPORTED_MEDIA_TYPE"}, "text");
    expect(send("POST", path, body, callerKey()), {415, "UNSUPPORTED_MEDIA_TYPE"}, "none");
    EXPECT_EQ(
        send("POST", path, body, "Content-Type: Application/JSON; charset=utf-8\r\n" + callerKey())
            .status,
        200);
}

TEST_F(RestRefusalsTest, QueriesAreCheckedLikeBodies) {
    expect(get("/v1/events?pageSize=many"), {400, "MALFORMED_REQUEST"}, "type");
    expect(get("/v1/events?colour=red"), {400, "MALFORMED_REQUEST"}, "unknown");
    expect(get("/v1/events?query=%00"), {400, "MALFORMED_REQUEST"}, "NUL");
    expect(get("/v1/events?pageSize=101"), {400, "INVALID_FIELD"}, "range");
    expect(post(eventPath("/reservations?code=X"), seatRequest({1}), callerKey()),
           {400, "MALFORMED_REQUEST"}, "query beside a body");
}

TEST_F(RestRefusalsTest, SelectionsOutsideWhatAnybodyMayAskAreRefused) {
    const auto ask = [&](json selection) {
        selection["requestId"] = requestId();
        return post(eventPath("/reservations"), selection, callerKey());
    };
    expect(ask(json::object()), {400, "INVALID_FIELD"}, "no selection");
    expect(ask({{"seats", {{"seats", {json::object()}}}}}), {400, "INVALID_FIELD"}, "no number");
    std::vector<int> many(10'001);
    for (int i = 0; i < 10'001; ++i) many[static_cast<std::size_t>(i)] = i;
    expect(ask(seatRequest(many)), {400, "TOO_MANY_PLACES"}, "10,001 seats");
    expect(ask({{"bestAvailable", {{"quantities", {{{"quantity", 0}}}}}}}), {400, "INVALID_FIELD"},
           "quantity 0");
    expect(ask({{"bestAvailable", {{"quantities", {{{"quantity", 1}}, {{"quantity", 1}}}}}}}),
           {400, "INVALID_FIELD"}, "a type twice");
    expect(ask({{"generalAdmission", {{"quantities", {{{"quantity", 1}}}}}}}),
           {400, "INVALID_FIELD"}, "no area");
    EXPECT_EQ(app_.asked().reservations, 0U);
}

TEST_F(RestRefusalsTest, NumbersThatTheEngineCannotHoldReachItAsNumbersThatNoLayoutHas) {
    json request{{"requestId", requestId()},
                 {"generalAdmission",
                  {{"areaNo", 70'000}, {"quantities", {{{"quantity", 1}, {"ticketTypeNo", -3}}}}}}};
    post(eventPath("/reservations"), request, callerKey());
    const auto selection = std::get<engine::AreaSelection>(app_.asked().hold->selection);
    EXPECT_EQ(selection.area.value, -1);
    EXPECT_EQ(selection.counts[0].type.value, -1);
}

TEST_F(RestRefusalsTest, AReservationNeedsACallerKeyOfTheRightForm) {
    const auto path = eventPath("/reservations");
    expect(post(path, seatRequest({1})), {401, "CALLER_KEY_MISSING"}, "none");
    expect(post(path, seatRequest({1}), "X-Caller-Key: short\r\n"), {401, "CALLER_KEY_INVALID"},
           "short");
    expect(post(path, seatRequest({1}), "X-Caller-Key: " + std::string(200, 'a') + "\r\n"),
           {401, "CALLER_KEY_INVALID"}, "long");
    EXPECT_EQ(post(path, seatRequest({1}), admin(kStaffKey)).status, 200);
    EXPECT_TRUE(app_.asked().hold->caller.privileged);
    EXPECT_EQ(app_.asked().hold->caller.channel, engine::Channel::BoxOffice);
}

TEST_F(RestRefusalsTest, RequestIdsAreUuidsOfVersionSeven) {
    for (const auto* id : {"", "7", "0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b"}) {
        auto request = seatRequest({1});
        request["requestId"] = id;
        expect(post(eventPath("/reservations"), request, callerKey()), {400, "REQUEST_ID_INVALID"},
               id);
    }
}

TEST_F(RestRefusalsTest, HolderTokensAreNeededAndMustAgree) {
    expect(get(reservationPath()), {401, "HOLDER_TOKEN_MISSING"}, "none");
    expect(get(reservationPath(), "X-Holder-Token: wrong\r\n"), {403, "HOLDER_TOKEN_INVALID"},
           "wrong");
    expect(get(reservationPath("?holderToken=one"), "X-Holder-Token: two\r\n"),
           {403, "HOLDER_TOKEN_INVALID"}, "two");
    EXPECT_EQ(get(reservationPath("?holderToken=" + std::string(kHolderToken))).status, 200);
}

TEST_F(RestRefusalsTest, BodiesHaveABoundAndOthersDoNotNotice) {
    const std::string large(10 << 20, ' ');
    const auto reply = send("POST", eventPath("/reservations"), large,
                            "Content-Type: application/json\r\n" + callerKey());
    EXPECT_EQ(reply.status, 413);
    EXPECT_EQ(json::parse(reply.body)["reason"], "BODY_TOO_LARGE");
    EXPECT_EQ(metadataOf(reply)["bytes_max"], "300000");  // As configured.
    EXPECT_EQ(get(eventPath()).status, 200);
}

TEST_F(RestRefusalsTest, HeadsHaveABoundThatIsNamed) {
    const auto reply = get(eventPath(), "X-Large: " + std::string(20'000, 'x') + "\r\n");
    expect(reply, {431, "HEAD_TOO_LARGE"}, "head");
    EXPECT_EQ(metadataOf(reply)["bytes_max"], "16384");
    std::string many;
    for (int i = 0; i < 101; ++i) many += "X-Many: 1\r\n";
    const auto numerous = get(eventPath(), many);
    expect(numerous, {431, "HEAD_TOO_LARGE"}, "headers");
    EXPECT_EQ(metadataOf(numerous)["headers_max"], "100");
}

TEST_F(RestRefusalsTest, AppsRefusalsKeepReasonMetadataAndRetryAfter) {
    app_.refusal = refuse("SEAT_UNAVAILABLE", "Taken.", {{"seat_nos", "4,5"}});
    const auto taken = post(eventPath("/reservations"), seatRequest({4, 5}), callerKey());
    expect(taken, {409, "SEAT_UNAVAILABLE"}, "taken");
    EXPECT_EQ(metadataOf(taken)["seat_nos"], "4,5");
    app_.refusal = refuse("OVERLOADED", "Later.");
    app_.refusal->retryAfter = Duration::ofMillis(2500);
    const auto busy = post(eventPath("/reservations"), seatRequest({4}), callerKey());
    expect(busy, {429, "OVERLOADED"}, "busy");
    EXPECT_EQ(busy.header("retry-after"), "3");
}

TEST_F(RestRefusalsTest, AnAnswerThatDoesNotComeIsADeadlineAndNothingFollowsIt) {
    app_.holdAnswers = true;
    const auto reply = post(eventPath("/reservations"), seatRequest({4}), callerKey());
    expect(reply, {504, "DEADLINE_PASSED"}, "late");
    for (const auto& late : app_.takeHeld()) {
        late(tl::make_unexpected(refuse("INTERNAL_FAULT", "Too late to be told.")));
    }
    EXPECT_EQ(get(eventPath()).status, 200);
}

TEST_F(RestRefusalsTest, CheckoutNeedsABuyer) {
    const auto checkout = [&](const json& buyer) {
        return post(reservationPath(":checkout"), {{"requestId", requestId()}, {"buyer", buyer}});
    };
    for (const auto& [name, email] :
         std::vector<std::pair<std::string, std::string>>{{"", "a@b.c"},
                                                          {"Ada", ""},
                                                          {"Ada", "nobody"},
                                                          {"Ada", "@b"},
                                                          {"Ada", "a@b@c"},
                                                          {"Ada", "a@b\r\nBcc: c@d"},
                                                          {std::string(201, 'x'), "a@b.c"}}) {
        expect(checkout({{"name", name}, {"email", email}}), {400, "INVALID_FIELD"}, email);
    }
    EXPECT_FALSE(app_.asked().checkout.has_value());
}

}  // namespace
}  // namespace tessera::api::test
