// SPDX-License-Identifier: Apache-2.0
// Whose notifications are believed, and what is read from them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/payments/adyen_reading.h"
#include "shared/base/encoding.h"
#include "tools/paysim/adyen_render.h"

namespace tessera::payments::adyen_webhook {
namespace {

using nlohmann::json;

const std::string kKeyHex = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
const std::string kKey = fromHex(kKeyHex).value();
const std::string kOtherKey = fromHex("00112233445566778899AABBCCDDEEFF").value();
const std::string kMerchant = "TestMerchant";
const std::string kAttempt = encodePublicId(EventId{77}, 9);
const Instant kNow{1'700'000'000'000'000};

json item(const std::string& code, const std::string& reference = kAttempt) {
    return json{{"additionalData", json::object()},
                {"amount", {{"currency", "EUR"}, {"value", 1130}}},
                {"eventCode", code},
                {"merchantAccountCode", kMerchant},
                {"merchantReference", reference},
                {"pspReference", "7914073381342284"},
                {"reason", ""},
                {"success", "true"}};
}

json sign(json unsignedItem, const std::string& key = kKey) {
    unsignedItem["additionalData"]["hmacSignature"] =
        paysim::signAdyenItem(paysim::Json::parse(unsignedItem.dump()), key);
    return unsignedItem;
}

std::string body(const std::vector<json>& items) {
    json wrapped{{"live", "false"}, {"notificationItems", json::array()}};
    for (const json& each : items) {
        wrapped["notificationItems"].push_back({{"NotificationRequestItem", each}});
    }
    return wrapped.dump();
}

WebhookResult read(const std::string& text, const std::vector<std::string>& keys = {kKey}) {
    return readAdyenWebhook(text, keys, kMerchant, kNow);
}

TEST(AdyenWebhookTest, TheSignatureIsTheDocumentedHmac) {
    // Adyen's own example, and one with an original reference, computed with Python's hmac: nothing
    // is escaped.
    json example = item("AUTHORISATION", "TestPayment-1407325143704");
    EXPECT_EQ(sign(example)["additionalData"]["hmacSignature"],
              "coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=");
    example = item("CAPTURE", "a\\b:c");
    example["originalReference"] = "8313547924770610";
    example["amount"]["value"] = 0;
    example["success"] = "false";
    EXPECT_EQ(sign(example)["additionalData"]["hmacSignature"],
              "aJpfT2t0oaXzvzWs7UG4UTun/502AanuwSCsprfS67Y=");
    EXPECT_EQ(read(body({sign(example)})).outcome, WebhookOutcome::Irrelevant);
}

TEST(AdyenWebhookTest, AnItemSaysWhichAttemptAndWhat) {
    const auto result = read(body({sign(item("AUTHORISATION"))}));
    ASSERT_EQ(result.outcome, WebhookOutcome::Hint);
    EXPECT_EQ(result.hint.event, EventId{77});
    EXPECT_EQ(result.hint.attempt, AttemptId{9});
    ASSERT_EQ(result.items.size(), 1u);
    const WebhookItem& said = result.items.front();
    EXPECT_EQ(said.provider, engine::ProviderKind::Adyen);
    EXPECT_EQ(said.id, "7914073381342284:AUTHORISATION:true");
    EXPECT_EQ(said.kind, "AUTHORISATION");
    EXPECT_TRUE(said.success);
    EXPECT_EQ(said.amount.minor, 1130);
    EXPECT_EQ(said.objectId, "7914073381342284");
    EXPECT_EQ(said.at.micros, kNow.micros);
}

TEST(AdyenWebhookTest, ARefundIsToldByItsReference) {
    json refund = item("REFUND", kAttempt + "-refund-" + encodePublicId(31) + "-2");
    refund["originalReference"] = "ORIGINAL";
    const auto result = read(body({sign(refund)}));
    ASSERT_EQ(result.items.size(), 1u);
    EXPECT_EQ(result.items.front().refund, RefundId{31});
    EXPECT_EQ(result.items.front().objectId, "ORIGINAL");
    EXPECT_EQ(result.items.front().reason, "refund-" + encodePublicId(31) + "-2");
}

TEST(AdyenWebhookTest, ABatchIsReadWholeAndWhatIsNotOursIsLeftOut) {
    const auto result = read(body(
        {sign(item("AUTHORISATION")), sign(item("CAPTURE", "shop-7")), sign(item("CHARGEBACK"))}));
    ASSERT_EQ(result.outcome, WebhookOutcome::Hint);
    ASSERT_EQ(result.items.size(), 2u);
    EXPECT_EQ(result.items[1].kind, "CHARGEBACK");
}

TEST(AdyenWebhookTest, OneBadItemRefusesTheBatch) {
    const auto result = read(body({sign(item("AUTHORISATION")), sign(item("CAPTURE"), kOtherKey)}));
    EXPECT_EQ(result.outcome, WebhookOutcome::BadSignature);
    EXPECT_TRUE(result.items.empty());
}

TEST(AdyenWebhookTest, WhileKeysRollAnyOfThemSigns) {
    const std::string old = body({sign(item("AUTHORISATION"), kOtherKey)});
    EXPECT_EQ(read(old).outcome, WebhookOutcome::BadSignature);
    EXPECT_EQ(read(old, {kKey, kOtherKey}).outcome, WebhookOutcome::Hint);
}

TEST(AdyenWebhookTest, TenForgeriesAreRefused) {
    const json good = sign(item("AUTHORISATION"));
    ASSERT_EQ(read(body({good})).outcome, WebhookOutcome::Hint);
    std::vector<std::pair<const char*, json>> forged;
    const auto forge = [&](const char* how, auto change) {
        forged.emplace_back(how, good);
        change(forged.back().second);
    };
    forge("another key", [](json& j) { j = sign(j, kOtherKey); });
    forge("no signature", [](json& j) { j["additionalData"].erase("hmacSignature"); });
    forge("an empty signature", [](json& j) { j["additionalData"]["hmacSignature"] = ""; });
    forge("a cut signature", [](json& j) {
        std::string cut = j["additionalData"]["hmacSignature"];
        cut.resize(cut.size() - 2);
        j["additionalData"]["hmacSignature"] = cut;
    });
    forge("another success", [](json& j) { j["success"] = "false"; });
    forge("another amount", [](json& j) { j["amount"]["value"] = 1; });
    forge("another currency", [](json& j) { j["amount"]["currency"] = "JPY"; });
    forge("another attempt",
          [](json& j) { j["merchantReference"] = encodePublicId(EventId{77}, 10); });
    forge("another payment", [](json& j) { j["originalReference"] = "8313547924770610"; });
    forge("another event", [](json& j) { j["eventCode"] = "CAPTURE"; });
    ASSERT_EQ(forged.size(), 10u);
    for (const auto& [how, each] : forged) {
        EXPECT_EQ(read(body({each})).outcome, WebhookOutcome::BadSignature) << how;
    }
}

TEST(AdyenWebhookTest, AnySingleByteThatIsChangedIsNeverBelievedToSayMore) {
    std::string text = body({sign(item("AUTHORISATION"))});
    std::size_t believed = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = text;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            const auto result = read(changed);
            if (result.outcome != WebhookOutcome::Hint) continue;
            // What is not signed says nothing that counts: `live`, `reason`, names of members.
            ++believed;
            ASSERT_EQ(result.items.size(), 1u);
            EXPECT_EQ(result.items[0].id, "7914073381342284:AUTHORISATION:true");
            EXPECT_EQ(result.items[0].amount.minor, 1130);
            EXPECT_EQ(result.hint.attempt, AttemptId{9});
        }
    }
    EXPECT_GT(believed, 0u);
    EXPECT_LT(believed, text.size());
}

TEST(AdyenWebhookTest, AnAmountThatCannotBeIsLeftOut) {
    for (const std::int64_t value : {std::int64_t{-1}, INT64_MAX}) {
        json odd = item("AUTHORISATION");
        odd["amount"]["value"] = value;
        EXPECT_EQ(read(body({sign(odd)})).outcome, WebhookOutcome::Irrelevant);
    }
}

TEST(AdyenWebhookTest, WithoutAKeyNobodyIsBelieved) {
    const std::string anybodys = body({sign(item("AUTHORISATION"), "")});
    EXPECT_EQ(read(anybodys, {}).outcome, WebhookOutcome::BadSignature);
    EXPECT_EQ(read(anybodys, {""}).outcome, WebhookOutcome::BadSignature);
}

TEST(AdyenWebhookTest, AnotherMerchantsNotificationIsRefused) {
    json others = item("AUTHORISATION");
    others["merchantAccountCode"] = "Somebody";
    EXPECT_EQ(read(body({sign(others)})).outcome, WebhookOutcome::Malformed);
}

TEST(AdyenWebhookTest, WhatIsNoNotificationIsRefused) {
    for (const std::string text :
         {"", "{", "[]", "{}", R"({"notificationItems":[]})", R"({"notificationItems":[1]})",
          R"({"notificationItems":[{}]})", R"({"notificationItems":{"a":1}})"}) {
        EXPECT_EQ(read(text).outcome, WebhookOutcome::Malformed) << text;
    }
    json odd = sign(item("AUTHORISATION"));
    odd["amount"]["value"] = "1130";
    EXPECT_EQ(read(body({odd})).outcome, WebhookOutcome::BadSignature);
    odd["amount"] = 1;
    EXPECT_EQ(read(body({odd})).outcome, WebhookOutcome::BadSignature);
}

TEST(AdyenWebhookTest, NothingOfTheCardIsRead) {
    json authorised = item("AUTHORISATION");
    authorised["reason"] = "026450:1111:03/2030";
    auto result = read(body({sign(authorised)}));
    EXPECT_EQ(result.items.at(0).reason, "");
    authorised["success"] = "false";
    authorised["reason"] = "Refused\n\x01" + std::string(400, 'x');
    result = read(body({sign(authorised)}));
    EXPECT_EQ(result.items.at(0).reason.substr(0, 9), "Refused??");
    EXPECT_EQ(result.items.at(0).reason.size(), 256u);
}

}  // namespace
}  // namespace tessera::payments::adyen_webhook
