// SPDX-License-Identifier: Apache-2.0
#include "shared/http/request_parser.h"

#include <gtest/gtest.h>

namespace tessera::http::detail {
namespace {

// Where asserts are on, Beast ended the program at the fourth byte of a body's last chunk.
TEST(RequestParserTest, TheLastChunkMayComeByteByByte) {
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string body :
         {"0\r\n\r\n", "0\r\nTrailer: x\r\n\r\n", "2\r\n0\r\r\n0\r\n\r\n"}) {
        const ServerOptions options;
        BodyBytes counted;
        RequestParser parser(options, counted);
        std::string held;
        for (const char c : head + body) {
            held += c;
            std::size_t used = 0;
            ASSERT_FALSE(parser.feed(held, used).has_value()) << body;
            held.erase(0, used);
        }
        EXPECT_TRUE(parser.is_done()) << body;
        EXPECT_EQ(held, "");
        EXPECT_EQ(parser.request().body(), body.front() == '2' ? "0\r" : "");
    }
}

}  // namespace
}  // namespace tessera::http::detail
