// SPDX-License-Identifier: Apache-2.0
#include "shared/http/uri.h"

#include <gtest/gtest.h>

#include "shared/http/message.h"

namespace tessera::http {
namespace {

TEST(UriTest, PercentDecodingTakesWholeEscapesOnly) {
    EXPECT_EQ(percentDecode("a%20b+c"), "a b+c");
    EXPECT_EQ(percentDecodeForm("a%20b+c"), "a b c");
    EXPECT_EQ(percentDecode("%C3%a9"), "\xC3\xA9");
    for (const char* bad : {"%", "%1", "%zz", "a%4", "%00", "%ff", "%C3", "%ED%A0%80"}) {
        EXPECT_EQ(percentDecode(bad), std::nullopt) << bad;
    }
}

TEST(UriTest, EncodingThenDecodingGivesTheSameText) {
    const std::string text = "a b&c=d/\xC3\xA9~%+?";
    EXPECT_EQ(percentEncode("a b/~"), "a%20b%2F~");
    EXPECT_EQ(percentDecode(percentEncode(text)), text);
    EXPECT_EQ(percentDecodeForm(percentEncode(text)), text);
}

TEST(UriTest, PathSegmentsAreDecodedAfterTheSplit) {
    using Segments = std::vector<std::string>;
    EXPECT_EQ(splitPath("/v1/events/a%2Fb:cancel"), (Segments{"v1", "events", "a/b:cancel"}));
    EXPECT_EQ(splitPath("/v1/"), Segments{"v1"});
    EXPECT_EQ(splitPath("/"), Segments{});
    for (const char* bad : {"", "v1", "//", "/a//b", "/%"}) {
        EXPECT_EQ(splitPath(bad), std::nullopt) << bad;
    }
}

TEST(UriTest, QueriesKeepTheirOrderAndAreBounded) {
    const auto pairs = parseQuery("b=2&a=1&&b=3&flag&e=%3D");
    ASSERT_TRUE(pairs.has_value());
    ASSERT_EQ(pairs->size(), 5u);
    EXPECT_EQ((*pairs)[0].key, "b");
    EXPECT_EQ(findQuery(*pairs, "b"), "2");
    EXPECT_EQ(findQuery(*pairs, "flag"), "");
    EXPECT_EQ(findQuery(*pairs, "e"), "=");
    EXPECT_EQ(findQuery(*pairs, "none"), std::nullopt);
    EXPECT_TRUE(parseQuery("a=1&b=2", 2).has_value());
    EXPECT_FALSE(parseQuery("a=1&b=2&c=3", 2).has_value());
    EXPECT_FALSE(parseQuery("a=%2").has_value());
}

TEST(UriTest, FormsUnderstandBracketedKeys) {
    const auto form = Form::parse(
        "amount=10&metadata[order]=7&metadata%5Bb%20c%5D=8&expand[]=x&expand[]=y&items[0][id]=i&"
        "created[gte]=5&amount=11");
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(form->find("amount"), "11");
    EXPECT_EQ(form->find("created[gte]"), "5");
    EXPECT_EQ(form->find("items[0][id]"), "i");
    EXPECT_EQ(form->find("created"), std::nullopt);
    const auto metadata = form->children("metadata");
    ASSERT_EQ(metadata.size(), 2u);
    EXPECT_EQ(metadata[1].key, "b c");
    EXPECT_EQ(metadata[1].value, "8");
    EXPECT_EQ(form->list("expand"), (std::vector<std::string>{"x", "y"}));
}

TEST(UriTest, MalformedKeysAreRefused) {
    for (const char* bad :
         {"[a]=1", "a[b=1", "a]b=1", "a[b]c=1", "a[[b]]=1", "=1", "a[1][2][3][4][5][6][7][8]=1"}) {
        EXPECT_FALSE(Form::parse(bad).has_value()) << bad;
    }
    EXPECT_TRUE(Form::parse("a[1][2][3][4][5][6][7]=1").has_value());
    EXPECT_TRUE(Form::parse("").has_value());
}

Request requestWith(std::string_view target, std::string_view encoding) {
    Request request;
    request.setStart("GET", target);
    request.addHeader("Accept-Encoding", encoding);
    return request;
}

TEST(MessageTest, TheTargetIsSplitIntoPathAndQuery) {
    const auto path = [](std::string_view t) { return std::string(requestWith(t, "").path()); };
    EXPECT_EQ(path("/a?b=/c"), "/a");
    EXPECT_EQ(path("http://host:1/a/b?c"), "/a/b");
    EXPECT_EQ(path("http://host?c"), "/");
    EXPECT_EQ(requestWith("/a?b=1?2", "").query(), "b=1?2");
    EXPECT_EQ(requestWith("/a", "").query(), "");
}

TEST(MessageTest, GzipIsAcceptedAsTheHeaderSays) {
    for (const char* yes : {"gzip", "br, GZIP;q=0.5", "*", "deflate , gzip ; q=1"}) {
        EXPECT_TRUE(requestWith("/", yes).acceptsGzip()) << yes;
    }
    for (const char* no : {"", "br", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "xgzip"}) {
        EXPECT_FALSE(requestWith("/", no).acceptsGzip()) << no;
    }
}

TEST(MessageTest, HeaderNamesIgnoreCaseAndValuesAreTrimmed) {
    Request request;
    request.setStart("GET", "/");
    request.addHeader("X-Name", " \tvalue ");
    EXPECT_EQ(request.header("x-nAME"), "value");
    EXPECT_EQ(request.header("X-Nam"), std::nullopt);
}

}  // namespace
}  // namespace tessera::http
