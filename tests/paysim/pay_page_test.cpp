// SPDX-License-Identifier: Apache-2.0
// What can be told of the page to pay on without a browser; tests/web/pay_page_test.ts uses it.
#include <regex>
#include <set>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

using Names = std::multiset<std::string>;

Names found(const std::string& text, const char* pattern) {
    const std::regex regex(pattern);
    Names names;
    for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) {
        names.insert((*it)[1]);
    }
    return names;
}

class PayPageTest : public testing::Test {
protected:
    PayPageTest() {
        http::test::RawClient client(sandbox_.port());
        client.send(http::test::getRequest("/pay/pi_any"));
        reply_ = client.readReply().value_or(http::test::Reply{});
        page_ = reply_.body;
        const std::string begins = R"(<script type="application/json" id="words">)";
        const auto from = page_.find(begins) + begins.size();
        const auto to = page_.find("</script>", from);
        words_ = Json::parse(page_.substr(from, to - from), nullptr, false);
        script_ = page_.substr(to);
    }

    SandboxProcess sandbox_;
    http::test::Reply reply_;
    std::string page_;
    std::string script_;
    Json words_;
};

TEST_F(PayPageTest, ThePageIsServedToAnybodyAndMayNotBeFramed) {
    EXPECT_EQ(reply_.status, 200);
    EXPECT_EQ(reply_.header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(reply_.header("x-frame-options"), "DENY");
}

TEST_F(PayPageTest, EveryLanguageSaysTheSameThings) {
    ASSERT_TRUE(words_.is_object());
    ASSERT_EQ(words_.size(), 5U);
    for (const auto& [language, words] : words_.items()) {
        EXPECT_EQ(words.size(), words_.at("en").size()) << language;
        for (const auto& [name, text] : words_.at("en").items()) {
            ASSERT_TRUE(words.contains(name)) << language << ' ' << name;
            const std::string said = words.at(name);
            EXPECT_FALSE(said.empty()) << language << ' ' << name;
            EXPECT_EQ(found(said, R"(\{(\w+)\})"), found(text, R"(\{(\w+)\})"))
                << language << ' ' << name;
        }
    }
}

TEST_F(PayPageTest, EveryWordThatIsAskedForIsThere) {
    Names asked = found(page_, R"re(data-word="(\w+)")re");
    asked.merge(found(script_, R"(\bt\.(\w+))"));
    asked.merge(found(script_, R"re(say\('(\w+)')re"));
    EXPECT_GT(asked.size(), 20U);
    for (const std::string& name : asked) EXPECT_TRUE(words_.at("en").contains(name)) << name;
}

// A description is anybody's text.
TEST_F(PayPageTest, NothingIsWrittenAsMarkup) {
    EXPECT_NE(script_.find("textContent"), std::string::npos);
    for (const char* way :
         {"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval("}) {
        EXPECT_EQ(script_.find(way), std::string::npos) << way;
    }
}

TEST_F(PayPageTest, WhoPaysMaySeeWhatFor) {
    const Json intent = sandbox_.create("&description=Concert%20%3Cb%3E");
    const std::string path = "/v1/payment_intents/" + intent.at("id").get<std::string>();
    const std::string secret = intent.at("client_secret");
    EXPECT_EQ(sandbox_.getPublic(path + "?client_secret=" + secret).body.at("description"),
              "Concert <b>");
}

}  // namespace
}  // namespace tessera::paysim::test
