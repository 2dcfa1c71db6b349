// SPDX-License-Identifier: Apache-2.0
#include "shared/print/template_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "tests/print/ticket_sample.h"

namespace tessera::print {
namespace {

using Json = nlohmann::json;

Json sampleJson() {
    return Json::parse(toJson(sampleTicket()));
}

std::string problemOf(const Json& json) {
    const auto parsed = parseTemplate(json.dump());
    return parsed ? "none" : parsed.error().path + ": " + parsed.error().message;
}

// The sample with one thing changed.
std::string problemWith(const std::string& pointer, const Json& value) {
    Json json = sampleJson();
    json[Json::json_pointer(pointer)] = value;
    return problemOf(json);
}

TEST(TemplateJsonTest, WhatIsWrittenIsReadBackTheSame) {
    const auto parsed = parseTemplate(toJson(sampleTicket()));
    ASSERT_TRUE(parsed) << parsed.error().path << parsed.error().message;
    EXPECT_EQ(*parsed, sampleTicket());
}

TEST(TemplateJsonTest, AnErrorNamesThePlaceAndTheLimit) {
    EXPECT_EQ(problemWith("/fields/1/row", 400),
              "/fields/1/row: a whole number from 0 to 399 is wanted");
    EXPECT_EQ(problemWith("/fields/1/row", "1"),
              "/fields/1/row: a whole number from 0 to 399 is wanted");
    EXPECT_EQ(problemWith("/fields/1/row", 99999999999LL),
              "/fields/1/row: a whole number from 0 to 399 is wanted");
    EXPECT_EQ(problemWith("/fields/0/font", 5), "/fields/0/font: the printer has no such font");
    EXPECT_EQ(problemWith("/fields/0/rotation", "up"),
              "/fields/0/rotation: one of these is wanted: none, right, upside_down, left");
    EXPECT_EQ(problemWith("/fields/3/module", 2),
              "/fields/3/module: a whole number from 3 to 16 is wanted");
    EXPECT_EQ(problemWith("/stock/dpi", 250), "/stock/dpi: 200 or 300 is wanted");
    EXPECT_EQ(problemWith("/name", ""), "/name: 1 to 80 bytes of text are wanted");
    EXPECT_EQ(problemWith("/fields/7/image", "sponsor"),
              "/fields/7/image: images has none of that name");
    EXPECT_EQ(problemWith("/fields/7/column", 1095),
              "/fields/7/image: it does not fit on the stock from there");
    EXPECT_EQ(problemWith("/fields/5/length", 1061),
              "/fields/5/length: a whole number from 1 to 1060 is wanted");
    EXPECT_EQ(problemWith("/fields", Json::array()), "/fields: a list of 1 to 200 is wanted");
    EXPECT_EQ(problemWith("/fields", Json::array({1})), "/fields/0: an object is wanted");
}

TEST(TemplateJsonTest, WhatNobodyReadsIsRefused) {
    EXPECT_EQ(problemWith("/fields/0/colour", "red"), "/fields/0/colour: nobody reads this");
    EXPECT_EQ(problemWith("/venue", "x"), "/venue: nobody reads this");
    Json json = sampleJson();
    json["a/b~"] = 1;
    EXPECT_EQ(problemOf(json), "/a~1b~0: nobody reads this");
    json.erase("a/b~");
    json[std::string(1'000, 'x')] = 1;
    EXPECT_EQ(problemOf(json), "/" + std::string(80, 'x') + ": nobody reads this");
}

TEST(TemplateJsonTest, APlaceholderHasAName) {
    const std::string wanted =
        "/fields/1/text: a placeholder is {a-z 0-9 _ .} of at most 60 bytes; {{ and }} are braces";
    EXPECT_EQ(problemWith("/fields/1/text", "{Seat}"), wanted);
    EXPECT_EQ(problemWith("/fields/1/text", "row {"), wanted);
    EXPECT_EQ(problemWith("/fields/1/text", "row }"), wanted);
    EXPECT_EQ(problemWith("/fields/1/text", "{}"), wanted);
    EXPECT_EQ(problemWith("/fields/1/text", "{{row}} {seat.row}"), "none");
}

TEST(TemplateJsonTest, APictureHasTheBitsOfItsSize) {
    EXPECT_EQ(problemWith("/images/logo/height", 3),
              "/images/logo/bits: height rows of width bits each, padded to bytes, are wanted, at "
              "most 262144 bytes in all");
    EXPECT_EQ(problemWith("/images/logo/bits", "=?"), "/images/logo/bits: base64 is wanted");
}

TEST(TemplateJsonTest, TooMuchOfItIsRefused) {
    EXPECT_EQ(parseTemplate(std::string(kTemplateBytesMax + 1, ' ')).error().message,
              "at most 1048576 bytes are wanted");
    EXPECT_EQ(parseTemplate("{").error().message, "this is no JSON");
    EXPECT_EQ(parseTemplate("[]").error().message, "an object is wanted");
    Json json = sampleJson();
    json["fields"] = Json::array();
    for (int i = 0; i < 201; ++i) json["fields"].push_back(sampleJson()["fields"][1]);
    EXPECT_EQ(problemOf(json), "/fields: a list of 1 to 200 is wanted");
}

// Bytes are changed at random; the parser answers, with a problem or with a template that keeps the
// limits: it can be written and read again.
TEST(TemplateJsonTest, NoBadInputIsMoreThanAProblem) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const std::string good = toJson(sampleTicket());
    for (int i = 0; i < 300; ++i) {
        std::string bad = good;
        for (int k = 0; k < 3; ++k) bad[random() % bad.size()] = static_cast<char>(random() % 256);
        const auto parsed = parseTemplate(bad);
        if (!parsed) continue;
        const auto again = parseTemplate(toJson(*parsed));
        ASSERT_TRUE(again) << again.error().path;
        EXPECT_EQ(*again, *parsed);
    }
}

}  // namespace
}  // namespace tessera::print
