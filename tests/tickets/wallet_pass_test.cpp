// SPDX-License-Identifier: Apache-2.0
// Passes are opened and their signatures verified by other programs: unzip and openssl.
#include "server/tickets/wallet_pass.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/base/encoding.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace tessera::tickets {
namespace {

std::string contentsOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class WalletPassTest : public testing::Test {
protected:
    Result<std::string> run(std::vector<std::string> argv) {
        return test::ChildProcess::run({.argv = std::move(argv), .workDir = dir_.path()},
                                       std::chrono::seconds(30));
    }
    // A certificate of its own and its key, as files `name`.crt and `name`.key.
    void makeCertificate(const std::string& name) {
        const auto made =
            run({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                 "/CN=pass.test/OU=TEAM123456", "-keyout", name + ".key", "-out", name + ".crt"});
        ASSERT_TRUE(made.has_value()) << made.error().message;
    }
    ApplePassSigner::Options options(const std::string& certificate, const std::string& key) {
        ApplePassSigner::Options out;
        out.passType = "pass.org.example.tickets";
        out.team = "TEAM123456";
        out.organisation = "Tessera";
        out.certificatePem = contentsOf(dir_ / (certificate + ".crt"));
        out.keyPem = contentsOf(dir_ / (key + ".key"));
        return out;
    }
    static WalletTicket someTicket() {
        WalletTicket ticket;
        ticket.language = "de";
        ticket.serial = "T1";
        ticket.eventId = "E1";
        ticket.startsAt = *parseRfc3339("2026-12-05T19:00:00Z");
        ticket.page.event = "Die Fledermaus";
        ticket.page.venue = "Großes Theater";
        ticket.page.city = "Wien";
        ticket.page.section = "Parkett";
        ticket.page.row = "F";
        ticket.page.seat = "12";
        ticket.page.holder = "Rosalinde";
        ticket.page.code = std::string(154, 'K');
        return ticket;
    }
    test::TempDir dir_{"wallet"};
};

TEST_F(WalletPassTest, APassOpensAndItsSignatureCoversEveryFile) {
    makeCertificate("pass");
    const auto signer = ApplePassSigner::make(options("pass", "pass"));
    ASSERT_TRUE(signer.has_value()) << signer.error().message;
    const auto pass = signer->pass(someTicket());
    ASSERT_TRUE(pass.has_value()) << pass.error().message;
    std::ofstream(dir_ / "t.pkpass", std::ios::binary) << *pass;
    ASSERT_TRUE(run({"unzip", "-q", "t.pkpass", "-d", "out"}).has_value());
    ASSERT_TRUE(run({"openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in",
                     "out/signature", "-content", "out/manifest.json", "-CAfile", "pass.crt",
                     "-purpose", "any", "-out", "verified"})
                    .has_value());
    const auto manifest = nlohmann::json::parse(contentsOf(dir_ / "out/manifest.json"));
    EXPECT_EQ(manifest.size(), 6U);
    for (const auto& [name, digest] : manifest.items()) {
        const auto sum = run({"sha1sum", "out/" + name});
        ASSERT_TRUE(sum.has_value());
        EXPECT_EQ(sum->substr(0, 40), digest) << name;
    }
    const auto card = nlohmann::json::parse(contentsOf(dir_ / "out/pass.json"));
    EXPECT_EQ(card["barcodes"][0]["message"], std::string(154, 'K'));
    EXPECT_EQ(card["passTypeIdentifier"], "pass.org.example.tickets");
    EXPECT_EQ(card["relevantDate"], "2026-12-05T19:00:00Z");
    EXPECT_EQ(card["eventTicket"]["auxiliaryFields"][2]["label"], "Platz");
    EXPECT_EQ(card["eventTicket"]["auxiliaryFields"][2]["value"], "12");
}

// Negative control: a file that was changed after the signing is noticed.
TEST_F(WalletPassTest, AnAlteredManifestDoesNotVerify) {
    makeCertificate("pass");
    const auto pass = ApplePassSigner::make(options("pass", "pass"))->pass(someTicket());
    std::ofstream(dir_ / "t.pkpass", std::ios::binary) << *pass;
    ASSERT_TRUE(run({"unzip", "-q", "t.pkpass", "-d", "out"}).has_value());
    std::ofstream(dir_ / "out/manifest.json", std::ios::app) << " ";
    EXPECT_FALSE(run({"openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in",
                      "out/signature", "-content", "out/manifest.json", "-CAfile", "pass.crt",
                      "-purpose", "any", "-out", "verified"})
                     .has_value());
}

TEST_F(WalletPassTest, KeysThatDoNotFitAreRefused) {
    makeCertificate("pass");
    makeCertificate("other");
    EXPECT_FALSE(ApplePassSigner::make(options("pass", "other")).has_value());
    auto broken = options("pass", "pass");
    broken.certificatePem = "nonsense";
    EXPECT_FALSE(ApplePassSigner::make(broken).has_value());
    EXPECT_FALSE(GoogleWalletSigner::make({.keyPem = "nonsense"}).has_value());
}

TEST_F(WalletPassTest, AGoogleLinkCarriesASignedTicket) {
    makeCertificate("google");
    const auto signer = GoogleWalletSigner::make({.issuer = "3388",
                                                  .account = "tickets@example.org",
                                                  .keyPem = contentsOf(dir_ / "google.key"),
                                                  .seller = "Tessera"});
    ASSERT_TRUE(signer.has_value()) << signer.error().message;
    const auto link = signer->link(someTicket(), Instant{1'800'000'000'000'000});
    ASSERT_TRUE(link.has_value());
    const std::string prefix = "https://pay.google.com/gp/v/save/";
    ASSERT_TRUE(link->starts_with(prefix));
    const std::string token = link->substr(prefix.size());
    const auto first = token.find('.');
    const auto second = token.rfind('.');
    std::ofstream(dir_ / "text", std::ios::binary) << token.substr(0, second);
    std::ofstream(dir_ / "signature", std::ios::binary) << *fromBase64(token.substr(second + 1));
    ASSERT_TRUE(run({"openssl", "x509", "-in", "google.crt", "-pubkey", "-noout", "-out", "pub"})
                    .has_value());
    EXPECT_TRUE(
        run({"openssl", "dgst", "-sha256", "-verify", "pub", "-signature", "signature", "text"})
            .has_value());
    const auto claims =
        nlohmann::json::parse(*fromBase64(token.substr(first + 1, second - first - 1)));
    EXPECT_EQ(claims["iat"], 1'800'000'000);
    const auto& object = claims["payload"]["eventTicketObjects"][0];
    EXPECT_EQ(object["barcode"]["value"], std::string(154, 'K'));
    EXPECT_EQ(object["classId"], claims["payload"]["eventTicketClasses"][0]["id"]);
}

}  // namespace
}  // namespace tessera::tickets
