// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

std::string pathOf(const Json& intent, const std::string& verb = {}) {
    return "/v1/payment_intents/" + intent.at("id").get<std::string>() + verb;
}

TEST(PaymentStatesTest, AnAuthorizationIsCapturedAndThenRefunded) {
    SandboxProcess sandbox;
    const Json created = sandbox.create("&metadata[attempt]=7&metadata[event]=e%20f");
    EXPECT_EQ(created.at("object"), "payment_intent");
    EXPECT_EQ(created.at("status"), "requires_payment_method");
    EXPECT_EQ(created.at("metadata"), Json({{"attempt", "7"}, {"event", "e f"}}));
    EXPECT_TRUE(created.at("client_secret")
                    .get<std::string>()
                    .starts_with(created.at("id").get<std::string>() + "_secret_"));
    EXPECT_TRUE(created.at("latest_charge").is_null());

    const Result confirmed = sandbox.post(pathOf(created, "/confirm"),
                                          "payment_method=pm_card_visa&expand[]=latest_charge");
    ASSERT_EQ(confirmed.status, 200) << confirmed.text;
    EXPECT_EQ(confirmed.body.at("status"), "requires_capture");
    EXPECT_EQ(confirmed.body.at("amount_capturable"), 1000);
    const Json& charge = confirmed.body.at("latest_charge");
    EXPECT_EQ(charge.at("payment_method_details").at("card").at("capture_before").get<long>() -
                  charge.at("created").get<long>(),
              7 * 24 * 3600);
    EXPECT_EQ(sandbox.fetch(created).at("latest_charge"), charge.at("id"));

    const Result captured = sandbox.post(pathOf(created, "/capture"), "amount_to_capture=900");
    ASSERT_EQ(captured.status, 200);
    EXPECT_EQ(captured.body.at("status"), "succeeded");
    EXPECT_EQ(captured.body.at("amount_received"), 900);
    EXPECT_EQ(captured.body.at("amount_capturable"), 0);

    const std::string id = created.at("id");
    const Result part = sandbox.post("/v1/refunds", "payment_intent=" + id + "&amount=100");
    ASSERT_EQ(part.status, 200);
    EXPECT_EQ(part.body.at("status"), "succeeded");
    EXPECT_EQ(sandbox.post("/v1/refunds", "payment_intent=" + id + "&amount=801").status, 400);
    const Result rest = sandbox.post("/v1/refunds", "charge=" + charge.at("id").get<std::string>());
    EXPECT_EQ(rest.body.at("amount"), 800);
    EXPECT_EQ(sandbox.post("/v1/refunds", "payment_intent=" + id).error(),
              "charge_already_refunded");
    EXPECT_EQ(sandbox.get("/v1/refunds/" + rest.body.at("id").get<std::string>()).body, rest.body);
    EXPECT_EQ(sandbox.get("/v1/refunds?payment_intent=" + id).body.at("data").size(), 2u);
    EXPECT_EQ(
        sandbox.get("/v1/charges/" + charge.at("id").get<std::string>()).body.at("amount_refunded"),
        900);

    std::map<std::string, long> moved;
    long seq = 0;
    for (const Json& line : sandbox.ledger()) {
        EXPECT_EQ(line.at("seq"), ++seq);
        EXPECT_GT(line.at("at").get<long>(), 1'700'000'000'000'000);
        if (line.at("type") == "state" || !line.contains("amount")) continue;
        moved[line.at("type")] += line.at("amount").get<long>();
        EXPECT_EQ(line.at("intent"), id);
        EXPECT_EQ(line.at("currency"), "eur");
        EXPECT_EQ(line.at("metadata").at("attempt"), "7");
    }
    EXPECT_EQ(moved, (std::map<std::string, long>{
                         {"authorize", 1000}, {"capture", 900}, {"void", 100}, {"refund", 900}}));
}

TEST(PaymentStatesTest, DeclinesLeaveThePaymentOpenForAnotherCard) {
    SandboxProcess sandbox;
    const std::map<std::string, std::pair<std::string, std::string>> cards{
        {"pm_card_chargeDeclined", {"card_declined", "generic_decline"}},
        {"pm_card_visa_chargeDeclined", {"card_declined", "generic_decline"}},
        {"pm_card_chargeDeclinedInsufficientFunds", {"card_declined", "insufficient_funds"}},
        {"pm_card_chargeDeclinedExpiredCard", {"expired_card", ""}},
    };
    for (const auto& [card, reason] : cards) {
        const Json intent = sandbox.create();
        const Result declined = sandbox.confirm(intent, card);
        EXPECT_EQ(declined.status, 402) << card;
        const Json& error = declined.body.at("error");
        EXPECT_EQ(error.at("type"), "card_error");
        EXPECT_EQ(error.at("code"), reason.first);
        EXPECT_EQ(error.value("decline_code", ""), reason.second);
        EXPECT_EQ(error.at("payment_intent").at("status"), "requires_payment_method");
        const Json now = sandbox.fetch(intent);
        EXPECT_EQ(now.at("status"), "requires_payment_method");
        EXPECT_EQ(now.at("last_payment_error").at("code"), reason.first);
        EXPECT_EQ(now.at("last_payment_error").at("payment_method").at("id"), card);
        EXPECT_TRUE(now.at("payment_method").is_null());
        const Result again = sandbox.confirm(intent, "pm_card_visa");
        EXPECT_EQ(again.body.at("status"), "requires_capture");
        EXPECT_TRUE(again.body.at("last_payment_error").is_null());
    }
}

TEST(PaymentStatesTest, AnActionIsCompletedOrFailedByTheBuyer) {
    SandboxProcess sandbox;
    for (const bool succeeds : {true, false}) {
        const Json intent = sandbox.create();
        const Result waiting = sandbox.confirm(intent, "pm_card_threeDSecure2Required");
        EXPECT_EQ(waiting.body.at("status"), "requires_action");
        EXPECT_EQ(waiting.body.at("next_action").at("type"), "use_stripe_sdk");
        const std::string path =
            "/sandbox/payment_intents/" + intent.at("id").get<std::string>() + "/complete_action";
        EXPECT_EQ(sandbox.post(path, "outcome=maybe").status, 400);
        const Result done = sandbox.postPublic(
            path, "client_secret=" + intent.at("client_secret").get<std::string>() +
                      (succeeds ? "" : "&outcome=failure"));
        EXPECT_EQ(done.status, 200);
        EXPECT_EQ(done.body.at("status"),
                  succeeds ? "requires_capture" : "requires_payment_method");
        if (!succeeds) {
            EXPECT_EQ(done.body.at("last_payment_error").at("code"),
                      "payment_intent_authentication_failure");
        }
        EXPECT_EQ(sandbox.post(path, "").error(), "payment_intent_unexpected_state");
    }
}

TEST(PaymentStatesTest, ProcessingEndsByItselfEitherWay) {
    SandboxProcess sandbox;
    for (const char* card : {"pm_sandbox_processing_30", "pm_sandbox_processingDeclined_30"}) {
        const Json intent = sandbox.create();
        EXPECT_EQ(sandbox.confirm(intent, card).body.at("status"), "processing");
        EXPECT_EQ(sandbox.post(pathOf(intent, "/cancel"), "").error(),
                  "payment_intent_unexpected_state");
        Json now;
        do {
            now = sandbox.fetch(intent);
        } while (now.at("status") == "processing");
        EXPECT_EQ(now.at("status"), std::string_view(card) == "pm_sandbox_processing_30"
                                        ? "requires_capture"
                                        : "requires_payment_method");
    }
}

TEST(PaymentStatesTest, CancellingGivesTheAuthorizationBackAndIsFinal) {
    SandboxProcess sandbox;
    const Json fresh = sandbox.create();
    const Result canceled = sandbox.post(pathOf(fresh, "/cancel"), "cancellation_reason=abandoned");
    EXPECT_EQ(canceled.body.at("status"), "canceled");
    EXPECT_EQ(canceled.body.at("cancellation_reason"), "abandoned");
    EXPECT_TRUE(canceled.body.at("canceled_at").is_number());
    const Json authorized = sandbox.create();
    sandbox.confirm(authorized, "pm_card_visa");
    EXPECT_EQ(sandbox.post(pathOf(authorized, "/cancel"), "cancellation_reason=whim").status, 400);
    EXPECT_EQ(sandbox.post(pathOf(authorized, "/cancel"), "").body.at("amount_capturable"), 0);
    EXPECT_EQ(sandbox.moved(), (std::map<std::string, long>{{"authorize", 1000}, {"void", 1000}}));
    for (const char* verb : {"/cancel", "/capture", "/confirm"}) {
        const Result refused =
            sandbox.post(pathOf(authorized, verb), "payment_method=pm_card_visa");
        EXPECT_EQ(refused.status, 400) << verb;
        EXPECT_EQ(refused.error(), "payment_intent_unexpected_state");
        EXPECT_EQ(refused.body.at("error").at("payment_intent").at("status"), "canceled");
    }
}

TEST(PaymentStatesTest, AutomaticCaptureSucceedsWithTheConfirmation) {
    SandboxProcess sandbox;
    const Result created = sandbox.post(
        "/v1/payment_intents", "amount=5&currency=EUR&payment_method=pm_card_visa&confirm=true");
    EXPECT_EQ(created.body.at("status"), "succeeded");
    EXPECT_EQ(created.body.at("amount_received"), 5);
    EXPECT_EQ(sandbox.create("&payment_method=pm_card_visa").at("status"), "requires_confirmation");
}

TEST(PaymentStatesTest, BadCallsGetStripesErrors) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create();
    struct Case {
        std::string path;
        std::string form;
        int status;
        std::string code;
    };
    const Case cases[] = {
        {"/v1/payment_intents", "currency=eur", 400, "parameter_missing"},
        {"/v1/payment_intents", "amount=1", 400, "parameter_missing"},
        {"/v1/payment_intents", "amount=0&currency=eur", 400, "parameter_invalid_integer"},
        {"/v1/payment_intents", "amount=1x&currency=eur", 400, "parameter_invalid_integer"},
        {"/v1/payment_intents", "amount=100000000&currency=eur", 400, "parameter_invalid_integer"},
        {"/v1/payment_intents", "amount=1&currency=euro", 400, "parameter_invalid"},
        {"/v1/payment_intents", "amount=1&currency=eur&capture_method=x", 400, "parameter_invalid"},
        {"/v1/payment_intents", "amount=1&currency=eur&metadata[a]=" + std::string(501, 'x'), 400,
         "parameter_invalid"},
        {"/v1/payment_intents", "amount=%", 400, "parameter_invalid"},
        {"/v1/payment_intents/pi_none/confirm", "", 404, "resource_missing"},
        {pathOf(intent, "/confirm"), "", 400, "payment_intent_unexpected_state"},
        {pathOf(intent, "/confirm"), "payment_method=pm_none", 400, "resource_missing"},
        {pathOf(intent, "/capture"), "", 400, "payment_intent_unexpected_state"},
        {pathOf(intent, "/dance"), "", 404, ""},
        {"/v1/refunds", "", 400, "parameter_missing"},
        {"/v1/refunds", "payment_intent=pi_none", 404, "resource_missing"},
        {"/v1/payment_intents", "amount=1&currency=eur&payment_method_types[]=cash", 400,
         "parameter_invalid"},
        {"/v1/refunds", "payment_intent=" + intent.at("id").get<std::string>(), 400,
         "payment_intent_unexpected_state"},
        {"/v1/nothing", "", 404, ""},
    };
    for (const Case& c : cases) {
        const Result result = sandbox.post(c.path, c.form);
        EXPECT_EQ(result.status, c.status) << c.path << ' ' << c.form;
        EXPECT_EQ(result.error(), c.code) << c.path << ' ' << c.form;
        EXPECT_EQ(result.body.at("error").at("type"), "invalid_request_error");
    }
    EXPECT_EQ(sandbox.fetch(intent), intent);
    sandbox.confirm(intent, "pm_card_visa");
    EXPECT_EQ(sandbox.post(pathOf(intent, "/capture"), "amount_to_capture=1001").error(),
              "amount_too_large");
}

TEST(PaymentStatesTest, ListsGoFromTheNewestInPages) {
    SandboxProcess sandbox;
    std::vector<std::string> ids;
    for (int i = 0; i < 25; ++i) ids.insert(ids.begin(), sandbox.create().at("id"));
    std::vector<std::string> listed;
    std::string after;
    bool more = true;
    while (more) {
        const Json page = sandbox.get("/v1/payment_intents?created[gte]=1&limit=10" + after).body;
        for (const Json& intent : page.at("data")) listed.push_back(intent.at("id"));
        more = page.at("has_more");
        after = "&starting_after=" + listed.back();
    }
    EXPECT_EQ(listed, ids);
    EXPECT_EQ(sandbox.get("/v1/payment_intents?created[gte]=99999999999").body.at("data").size(),
              0u);
    EXPECT_EQ(sandbox.get("/v1/payment_intents?created[lt]=5").body.at("data").size(), 0u);
    EXPECT_EQ(sandbox.get("/v1/payment_intents?limit=101").status, 400);
    EXPECT_EQ(sandbox.get("/v1/payment_intents?starting_after=pi_none").status, 404);
}

TEST(PaymentStatesTest, KeysAllowWhatTheyAreFor) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create();
    const std::string secret = intent.at("client_secret");
    EXPECT_EQ(sandbox.getPublic(pathOf(intent) + "?client_secret=" + secret).status, 200);
    EXPECT_EQ(sandbox.getPublic(pathOf(intent)).error(), "secret_key_required");
    EXPECT_EQ(sandbox.getPublic(pathOf(intent) + "?client_secret=wrong").status, 400);
    EXPECT_EQ(sandbox.getPublic("/v1/payment_intents").status, 403);
    EXPECT_EQ(sandbox.postPublic(pathOf(intent, "/cancel"), "client_secret=" + secret).status, 403);
    EXPECT_EQ(sandbox.postPublic("/v1/refunds", "client_secret=" + secret).status, 403);
    EXPECT_EQ(sandbox
                  .postPublic(pathOf(intent, "/confirm"),
                              "payment_method=pm_card_visa&client_secret=" + secret)
                  .body.at("status"),
              "requires_capture");
    http::test::RawClient nobody(sandbox.port());
    nobody.send(http::test::getRequest("/v1/payment_intents"));
    EXPECT_EQ(nobody.readReply().value_or(http::test::Reply{}).status, 401);
    nobody.send("OPTIONS /v1/payment_intents HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(
        nobody.readReply().value_or(http::test::Reply{}).header("access-control-allow-origin"),
        "*");
}

}  // namespace
}  // namespace tessera::paysim::test
