// SPDX-License-Identifier: Apache-2.0
// The bytes of mails, read back by a reader that was written apart from them.
#include "server/notify/mime.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/encoding.h"
#include "tests/engine/test_seed.h"
#include "tests/notify/mime_reader.h"

namespace tessera::notify {
namespace {

using test::MimePart;
using test::readMime;

std::string everyByte() {
    std::string out;
    for (int i = 0; i < 1024; ++i) out += static_cast<char>(i % 256);
    return out;
}

Message letter() {
    Message out;
    out.from = "tickets@house.example";
    out.fromName = "Das Große Haus";
    out.to = "rosalinde@example.org";
    out.toName = "Rosalinde von Eisenstein";
    out.subject = "Ihre Karten: Die Fledermaus";
    out.id = "a-b.0@house.example";
    out.language = "de";
    out.date = Instant{1'796'497'200'000'000};  // 2026-12-05T19:00:00Z
    out.text = "Grüße, 45,50 €\n.\nFrom here = there \n";
    out.html = "<p>مرحبًا</p>\n";
    out.attachments = {{"tickets.pdf", "application/pdf", everyByte()}, {"x.bin", "a/b", ""}};
    return out;
}

std::vector<std::string> linesOf(const std::string& bytes) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = bytes.find("\r\n", at);
        lines.push_back(bytes.substr(at, end - at));
        at = end == std::string::npos ? bytes.size() : end + 2;
    }
    return lines;
}

std::string crlf(const std::string& text) {
    std::string out;
    for (const char c : text) c == '\n' ? out += "\r\n" : out += c;
    return out;
}

TEST(MimeTest, AMessageIsReadBackAsItWasWritten) {
    const Message message = letter();
    const MimePart read = readMime(mimeBytes(message));
    EXPECT_EQ(read.head("date"), "Sat, 05 Dec 2026 19:00:00 +0000");
    EXPECT_EQ(read.head("from"), "Das Große Haus <tickets@house.example>");
    EXPECT_EQ(read.head("to"), "Rosalinde von Eisenstein <rosalinde@example.org>");
    EXPECT_EQ(read.head("subject"), message.subject);
    EXPECT_EQ(read.head("message-id"), "<a-b.0@house.example>");
    EXPECT_EQ(read.head("content-language"), "de");
    ASSERT_EQ(read.parts.size(), 3U);
    EXPECT_TRUE(read.parts[0].head("content-type").starts_with("multipart/alternative"));
    EXPECT_EQ(read.find("text/plain")->body, crlf(message.text));
    EXPECT_EQ(read.find("text/html")->body, crlf(message.html));
    EXPECT_EQ(read.find("application/pdf")->body, everyByte());
    EXPECT_EQ(read.find("application/pdf")->head("content-disposition"),
              "attachment; filename=\"tickets.pdf\"");
    EXPECT_EQ(read.find("a/b")->body, "");
}

TEST(MimeTest, NoBodyHasALongLineAndAllOfItIsAscii) {
    Message message = letter();
    message.subject = std::string(300, 'x') + " ärgerlich";
    message.text = std::string(500, '=') + std::string(200, ' ') + "\n" + message.text;
    const std::string bytes = mimeBytes(message);
    for (const std::string& line : linesOf(bytes)) EXPECT_LE(line.size(), 78U) << line;
    EXPECT_TRUE(std::ranges::all_of(bytes, [](unsigned char c) { return c < 0x80; }));
    EXPECT_EQ(readMime(bytes).head("subject"), message.subject);
}

// Pieces by which a head, a word or a part could end.
std::string anyText(std::mt19937& random) {
    static const std::vector<std::string> kPieces{"a",
                                                  "Z9",
                                                  " ",
                                                  "  ",
                                                  "ß",
                                                  "🎭",
                                                  "م",
                                                  "\r\n",
                                                  "\n",
                                                  "\r",
                                                  "\t",
                                                  "\"",
                                                  "<",
                                                  ">",
                                                  ":",
                                                  ",",
                                                  ";",
                                                  "\\",
                                                  "=?utf-8?B?",
                                                  "?=",
                                                  "=",
                                                  "--=_mixed_of_tessera",
                                                  ".",
                                                  "Bcc: a@b.example",
                                                  "\r\n\r\n",
                                                  "\x7f",
                                                  std::string(60, 'y'),
                                                  "=20",
                                                  "\r\n.\r\n"};
    std::string out;
    for (int i = between(random, 0, 12); i > 0; --i) {
        out += kPieces[static_cast<std::size_t>(
            between(random, 0, static_cast<int>(kPieces.size()) - 1))];
    }
    return out;
}

std::string blanked(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return text;
}

std::string asLines(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        c == '\n' ? out += "\r\n" : out += c;
    }
    return out.empty() || out.ends_with("\r\n") ? out : out + "\r\n";
}

TEST(MimeTest, WhateverSomebodyIsCalledComesThroughAndAddsNoHead) {
    std::mt19937 random(testSeed());
    const std::size_t heads = readMime(mimeBytes(letter())).heads.size();
    for (int round = 0; round < 500; ++round) {
        Message message = letter();
        message.toName = "n" + anyText(random);
        message.subject = "s" + anyText(random);
        message.text = anyText(random);
        message.html = anyText(random);
        const std::string bytes = mimeBytes(message);
        const MimePart read = readMime(bytes);
        ASSERT_EQ(read.heads.size(), heads) << bytes;
        ASSERT_EQ(read.head("to"), blanked(message.toName) + " <rosalinde@example.org>") << bytes;
        ASSERT_EQ(read.head("subject"), blanked(message.subject)) << bytes;
        ASSERT_EQ(read.parts.size(), 3U) << bytes;
        ASSERT_EQ(read.find("text/plain")->body, asLines(message.text)) << bytes;
        ASSERT_EQ(read.find("text/html")->body, asLines(message.html)) << bytes;
        for (const std::string& line : linesOf(bytes)) ASSERT_LE(line.size(), 78U) << line;
    }
}

// The control of the test above.
TEST(MimeTest, TheReaderSeesAHeadThatAnUnguardedNameWouldAdd) {
    const std::string name = "n\r\nBcc: a@b.example";
    const MimePart read = readMime("To: " + name + " <x@y.example>\r\nSubject: s\r\n\r\nbody");
    EXPECT_EQ(read.heads.size(), 3U);
    EXPECT_EQ(read.head("bcc"), "a@b.example <x@y.example>");
}

TEST(MimeTest, AnAddressThatAHeadCouldBeMadeOfIsNone) {
    for (const char* const good : {"a@b", "first.last+tag@sub.example.org", "o'neill@x.ie"}) {
        EXPECT_TRUE(isMailable(good)) << good;
    }
    for (const std::string& bad :
         {std::string(), std::string("a"), std::string("@b"), std::string("a@"),
          std::string("a@b@c"), std::string("a b@c"), std::string("a@b\r\nBcc:x"),
          std::string("<a@b>"), std::string("a@b,c"), std::string("ä@b.example"),
          std::string("erased-12345678"), std::string(250, 'a') + "@b.at"}) {
        EXPECT_FALSE(isMailable(bad)) << bad;
    }
}

}  // namespace
}  // namespace tessera::notify
