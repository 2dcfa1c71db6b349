// SPDX-License-Identifier: Apache-2.0
// The storefront's files and pages, as a browser and a search engine get them.
#include <fstream>

#include "tests/api/edge_fixture.h"
#include "tests/support/temp_dir.h"

namespace tessera::api::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const char* const kHtml = "Accept: text/html,*/*;q=0.8\r\n";

class WebPagesTest : public EdgeTest {
protected:
    WebPagesTest() : EdgeTest({folder(), "https://tickets.example"}) {}

    static std::string folder() {
        static const tessera::test::TempDir dir("web");
        std::filesystem::create_directories(dir / "assets");
        std::ofstream(dir / "index.html")
            << "<!doctype html><html lang=\"en\"><head>"
               "<title>Tessera</title><!--tessera:head--></head><body></body></html>";
        std::ofstream(dir / "assets/index-3f2a.js") << std::string(5000, 'x');
        std::ofstream(dir / "favicon.svg") << "<svg/>";
        return dir.path().string();
    }
};

TEST_F(WebPagesTest, AHashedFileIsKeptForEverAndComesCompressed) {
    const auto plain = get("/assets/index-3f2a.js");
    EXPECT_EQ(plain.status, 200);
    EXPECT_EQ(plain.body, std::string(5000, 'x'));
    EXPECT_EQ(plain.header("content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(plain.header("cache-control"), "public, max-age=31536000, immutable");
    const auto zipped = get("/assets/index-3f2a.js", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(zipped.header("content-encoding"), "gzip");
    EXPECT_LT(zipped.body.size(), 200U);
    const auto again = get("/assets/index-3f2a.js",
                           "If-None-Match: " + std::string(plain.header("etag")) + "\r\n");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(get("/assets/none.js").status, 404);
    EXPECT_EQ(get("/assets/../index.html").status, 404);
}

TEST_F(WebPagesTest, AnEventsPageSaysWhatItIsToThoseWhoShareIt) {
    const auto page = get("/events/" + encodePublicId(kEvent.value), kHtml);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
    EXPECT_THAT(std::string(page.header("content-security-policy")),
                HasSubstr("default-src 'self'"));
    EXPECT_THAT(page.body, HasSubstr("<meta property=\"og:title\""));
    EXPECT_THAT(page.body, HasSubstr("<link rel=\"canonical\" href=\"https://tickets.example/"));
    EXPECT_THAT(page.body, Not(HasSubstr("<!--tessera:head-->")));
    EXPECT_EQ(page.body.find("<title>"), page.body.rfind("<title>"));
    const std::string mark = "<script type=\"application/ld+json\">";
    const auto from = page.body.find(mark) + mark.size();
    const auto data = json::parse(page.body.substr(from, page.body.find("</script>") - from));
    EXPECT_EQ(data["@type"], "Event");
    EXPECT_FALSE(data["name"].get<std::string>().empty());
    EXPECT_FALSE(data["location"]["address"]["addressLocality"].get<std::string>().empty());
    ASSERT_FALSE(data["offers"].empty());
    EXPECT_EQ(data["offers"][0]["priceCurrency"], "EUR");
    EXPECT_THAT(data["offers"][0]["price"].get<std::string>(), HasSubstr("."));
}

TEST_F(WebPagesTest, WhatThereIsNotIs404WithThePage) {
    const std::string mark = "<body>";
    const std::vector<std::string> missing{"/events/0000000000000",
                                           "/events/x",
                                           "/nothing",
                                           "/orders/a",
                                           "/transfers/a/b",
                                           "/events/a/b",
                                           "/events/" + encodePublicId(kDraftEvent.value)};
    for (const std::string& path : missing) {
        const auto page = get(path, kHtml);
        EXPECT_EQ(page.status, 404) << path;
        EXPECT_THAT(page.body, HasSubstr(mark)) << path;
    }
    for (const char* path :
         {"/", "/cart", "/checkout", "/help", "/api", "/orders/a/b", "/transfers/a/b/c"}) {
        EXPECT_EQ(get(path, kHtml).status, 200) << path;
    }
}

TEST_F(WebPagesTest, ProgramsStillGetTheirAnswers) {
    EXPECT_EQ(get("/").header("content-type"), "application/json");
    EXPECT_EQ(get("/healthz", kHtml).header("content-type"), "application/json");
    EXPECT_EQ(reasonOf(get("/v1/nothing", kHtml)), "ROUTE_NOT_FOUND");
    EXPECT_EQ(reasonOf(send("POST", "/cart", "{}")), "ROUTE_NOT_FOUND");
}

TEST_F(WebPagesTest, TheSitemapNamesEveryEventAndRobotsTheSitemap) {
    const auto map = get("/sitemap.xml");
    EXPECT_EQ(map.status, 200);
    EXPECT_THAT(map.body, HasSubstr("<loc>https://tickets.example/events/" +
                                    encodePublicId(kEvent.value) + "</loc>"));
    const auto robots = get("/robots.txt");
    EXPECT_THAT(robots.body, HasSubstr("Sitemap: https://tickets.example/sitemap.xml"));
    EXPECT_THAT(robots.body, HasSubstr("Disallow: /orders/"));
    EXPECT_THAT(robots.body, HasSubstr("Disallow: /transfers/"));
}

TEST_F(WebPagesTest, TicketsComeAsAFileAndOnlyToTheirHolder) {
    const auto pdf = get(orderPath("/tickets.pdf"), "X-Holder-Token: holder\r\n");
    ASSERT_EQ(pdf.status, 200) << pdf.body;
    EXPECT_EQ(pdf.header("content-type"), "application/pdf");
    EXPECT_EQ(pdf.header("cache-control"), "private, no-store");
    EXPECT_EQ(pdf.header("content-disposition"), "attachment; filename=\"tickets.pdf\"");
    EXPECT_TRUE(pdf.body.starts_with("%PDF-"));
    const auto calendar = get(orderPath("/event.ics"), "X-Holder-Token: holder\r\n");
    EXPECT_TRUE(calendar.body.starts_with("BEGIN:VCALENDAR\r\n"));
    const auto ticket = "/tickets/" + encodePublicId(kEvent, 9'000'000'004);
    EXPECT_EQ(reasonOf(get(orderPath(ticket + ":applePass"), "X-Holder-Token: holder\r\n")),
              "WALLET_NOT_OFFERED");
    EXPECT_EQ(reasonOf(get(orderPath(ticket + ":googleWallet"), "X-Holder-Token: holder\r\n")),
              "WALLET_NOT_OFFERED");
    const auto wallets = get("/v1/wallets");
    EXPECT_EQ(json::parse(wallets.body), (json{{"apple", false}, {"google", false}}));
}

}  // namespace
}  // namespace tessera::api::test
