// SPDX-License-Identifier: Apache-2.0
// JSON beside protobuf's own library: what we write it reads, what it writes we read.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "server/api/json_reader.h"
#include "server/api/json_writer.h"
#include "server/api/method_table.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tests/api/random_message.h"

namespace tessera::api::test {
namespace {

using google::protobuf::util::MessageDifferencer;

constexpr int kRounds = 200;

std::string libraryJson(const Message& message) {
    google::protobuf::util::JsonPrintOptions options;
    options.always_print_primitive_fields = true;
    std::string out;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &out, options).ok());
    return out;
}

// Every message of the contract, with random contents.
template <class Check>
void forRandomMessages(Check check) {
    const MethodTable table;
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (const auto& method : table.methods()) {
        for (const auto* prototype : {method.request, method.response}) {
            for (int round = 0; round < kRounds / 10; ++round) {
                std::unique_ptr<Message> message(prototype->New());
                fillRandomly(*message, random, 4);
                check(*message);
            }
        }
    }
}

TEST(JsonTest, WhatWeWriteProtobufReadsAsTheSameMessage) {
    forRandomMessages([](const Message& message) {
        std::unique_ptr<Message> back(message.New());
        const auto status =
            google::protobuf::util::JsonStringToMessage(toJson(message), back.get());
        ASSERT_TRUE(status.ok()) << status.ToString() << toJson(message);
        ASSERT_TRUE(MessageDifferencer::Equals(message, *back)) << toJson(message);
    });
}

TEST(JsonTest, WhatProtobufWritesWeReadAsTheSameMessage) {
    forRandomMessages([](const Message& message) {
        const auto text = libraryJson(message);
        std::unique_ptr<Message> back(message.New());
        const auto fault = readJson(text, *back);
        ASSERT_FALSE(fault.has_value()) << fault->path << ": " << fault->message << text;
        ASSERT_TRUE(MessageDifferencer::Equals(message, *back)) << text;
    });
}

TEST(JsonTest, BothWriteTheSameDocument) {
    forRandomMessages([](const Message& message) {
        ASSERT_EQ(nlohmann::json::parse(toJson(message)),
                  nlohmann::json::parse(libraryJson(message)));
    });
}

TEST(JsonTest, EveryCutOfADocumentIsRefused) {
    v1::CreateReservationRequest request;
    request.set_code("A\n\"€");
    request.mutable_seats()->add_seats()->set_seat_no(7);
    const auto text = toJson(request);
    for (std::size_t length = 1; length < text.size(); ++length) {
        v1::CreateReservationRequest back;
        EXPECT_TRUE(readJson(text.substr(0, length), back).has_value()) << text.substr(0, length);
    }
}

TEST(JsonTest, ADamagedDocumentIsReadOrRefusedAndNeverBreaksAnything) {
    const std::string text =
        R"({"event":"x","code":"\u00e9\ud83d\ude00","seats":{"seats":[{"seatNo":12},{"seatNo":3}]}})";
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string damaged = text;
        for (auto n = random() % 3 + 1; n > 0; --n) {
            damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        }
        v1::CreateReservationRequest back;
        refused += readJson(damaged, back).has_value() ? 1 : 0;
        std::string bytes;
        EXPECT_TRUE(back.SerializeToString(&bytes));
    }
    EXPECT_GT(refused, 5'000);
}

struct Case {
    const char* text;
    const char* path;  // Null: it is read.
};

TEST(JsonTest, NumbersTimesAndNamesAreReadByTheMapping) {
    const std::vector<Case> cases{{R"({"minorUnits":"9007199254740993"})", nullptr},
                                  {R"({"minorUnits":12})", nullptr},
                                  {R"({"minor_units":1.0})", nullptr},
                                  {R"({"minorUnits":1e3})", nullptr},
                                  {R"({"minorUnits":1.5})", "minorUnits"},
                                  {R"({"minorUnits":"9223372036854775808"})", "minorUnits"},
                                  {R"({"minorUnits":"1e3"})", nullptr},
                                  {R"({"minorUnits":""})", "minorUnits"},
                                  // Was read as 5, which protobuf's own reader never does.
                                  {R"({"minorUnits":"5."})", "minorUnits"},
                                  {R"({"minorUnits":".5e1"})", "minorUnits"},
                                  {R"({"minorUnits":01})", "minorUnits"},
                                  {R"({"minorUnits":true})", "minorUnits"},
                                  {R"({"minorUnits":null,"ratePpm":5})", nullptr},
                                  {R"({"ratePpm":2147483648})", "ratePpm"},
                                  {R"({"kind":"PER_ORDER"})", nullptr},
                                  {R"({"kind":2})", nullptr},
                                  {R"({"kind":77})", "kind"},
                                  {R"({"kind":"SOMETIMES"})", "kind"},
                                  {R"({"name":"x","name":"y"})", "name"},
                                  {R"({"name":["x"]})", "name"},
                                  {R"({"":1})", ""},
                                  {"{\"name\":\"tab\there\"}", "name"},
                                  {R"({"name":"\ud800"})", "name"},
                                  {R"({"name":"x",})", ""}};
    for (const auto& one : cases) {
        v1::Fee fee;
        const auto fault = readJson(one.text, fee);
        ASSERT_EQ(fault.has_value(), one.path != nullptr) << one.text;
        if (fault) {
            EXPECT_EQ(fault->path, one.path) << one.text;
        }
    }
}

TEST(JsonTest, TimesDurationsAndMasksAreStrings) {
    v1::EventConfig config;
    ASSERT_FALSE(
        readJson(R"({"startsAt":"2026-05-04T21:30:00.25+02:00","holdDuration":"0.5s"})", config)
            .has_value());
    EXPECT_EQ(config.starts_at().seconds(), 1777923000);
    EXPECT_EQ(config.starts_at().nanos(), 250'000'000);
    EXPECT_EQ(config.hold_duration().nanos(), 500'000'000);
    for (const auto* bad : {R"({"startsAt":"tomorrow"})", R"({"startsAt":5})",
                            R"({"holdDuration":"5"})", R"({"holdDuration":"1.s"})"}) {
        v1::EventConfig other;
        EXPECT_TRUE(readJson(bad, other).has_value()) << bad;
    }
    v1::UpdateEventRequest update;
    ASSERT_FALSE(readJson(R"({"updateMask":"prices,holdDuration"})", update).has_value());
    EXPECT_THAT(update.update_mask().paths(), testing::ElementsAre("prices", "hold_duration"));
    update.Clear();
    ASSERT_FALSE(readJson(R"({"updateMask":"hold_duration"})", update).has_value());
    EXPECT_THAT(update.update_mask().paths(), testing::ElementsAre("hold_duration"));
    // Were read as names that were then written as others.
    for (const auto* bad : {R"({"updateMask":"a__b"})", R"({"updateMask":"a_1"})",
                            R"({"updateMask":"a_"})", R"({"updateMask":"a_B"})"}) {
        v1::UpdateEventRequest other;
        EXPECT_TRUE(readJson(bad, other).has_value()) << bad;
    }
}

TEST(JsonTest, NestingIsBounded) {
    v1::CreateReservationRequest request;
    std::string deep(100'000, '[');
    EXPECT_TRUE(readJson("{\"seats\":" + deep, request).has_value());
}

TEST(JsonTest, QueryFieldsAreFoundByEitherNameAndThroughMessages) {
    v1::CreateEventRequest request;
    EXPECT_FALSE(readQueryField("config.name", "A", request).has_value());
    EXPECT_FALSE(readQueryField("config.hold_duration", "5s", request).has_value());
    EXPECT_FALSE(readQueryField("config.channels", "WEB", request).has_value());
    EXPECT_FALSE(readQueryField("config.channels", "KIOSK", request).has_value());
    EXPECT_EQ(request.config().channels_size(), 2);
    EXPECT_TRUE(readQueryField("config.colour", "A", request).has_value());
    EXPECT_TRUE(readQueryField("config", "A", request).has_value());
    EXPECT_TRUE(readQueryField("config.prices.minorUnits", "1", request).has_value());
    EXPECT_TRUE(readQueryField("", "1", request).has_value());
}

}  // namespace
}  // namespace tessera::api::test
