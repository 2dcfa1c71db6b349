// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/temp_dir.h"

namespace tessera::runtime {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

json minimal() {
    return json::parse(R"({
        "node_name": "node-1",
        "database": {"conninfo": "host=/run/postgresql dbname=tessera"},
        "payments": {"provider": "paysim", "base_url": "http://pay.example",
                     "api_key_file": "pay.key", "webhook_secret_file": "hook.key"},
        "keys": {"holder_token_key_file": "holder.key",
                 "ticket_signing_key_file": "/etc/tessera/ticket.key"}})");
}

std::string faultsOf(const json& config) {
    const auto parsed = parseConfig(config.dump(), "/etc/tessera");
    return parsed ? std::string("none") : parsed.error().message;
}

// The faults after one value, named by JSON pointer, has been replaced.
std::string faultsWith(const char* pointer, const json& value) {
    json config = minimal();
    config[json::json_pointer(pointer)] = value;
    return faultsOf(config);
}

TEST(ConfigTest, TheSmallestConfigurationHasTheDocumentedDefaults) {
    const auto config = parseConfig(minimal().dump(), "/etc/tessera");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->nodeName, "node-1");
    EXPECT_EQ(config->http.address, "127.0.0.1");
    EXPECT_EQ(config->http.port, 0);
    EXPECT_EQ(config->engine.queueMax, 20000U);
    EXPECT_EQ(config->engine.batchCommandsMax, 500U);
    EXPECT_EQ(config->log.level, LogLevel::Info);
    EXPECT_EQ(config->portFile, "");
    EXPECT_EQ(config->payments.reconcileEvery, Duration::ofMinutes(60));
    EXPECT_EQ(config->payments.webhooksKeptDays, 31);
    EXPECT_EQ(config->invoices.sellerName, "");
}

TEST(ConfigTest, RelativeFileNamesAreTakenFromTheFolder) {
    const auto config = parseConfig(minimal().dump(), "/etc/tessera");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->keys.holderTokenKeyFile, "/etc/tessera/holder.key");
    EXPECT_EQ(config->keys.ticketSigningKeyFile, "/etc/tessera/ticket.key");
}

TEST(ConfigTest, EveryKeyArrivesWhereItBelongs) {
    json text = minimal();
    text["http"] = {{"address", "::1"},       {"port", 8080},
                    {"threads", 3},           {"connections_max", 5000},
                    {"body_bytes_max", 2048}, {"head_bytes_max", 4096},
                    {"head_timeout_ms", 500}, {"request_timeout_ms", 1500},
                    {"idle_timeout_ms", 2500}};
    text["grpc"] = {{"port", 9090}, {"tls_cert_file", "c.pem"}, {"tls_key_file", "k.pem"}};
    text["engine"] = {{"threads", 4}, {"queue_max", 100}, {"batch_commands_max", 1}};
    text["database"]["connections"] = 12;
    text["payments"]["in_flight_max"] = 7;
    text["payments"]["call_deadline_ms"] = 1234;
    text["payments"]["publishable_key"] = "pk_test";
    text["payments"]["reconcile_every_ms"] = 60000;
    text["payments"]["webhooks_kept_days"] = 90;
    text["invoices"] = {{"seller",
                         {{"name", "The House"},
                          {"address", json::array({"1 Street", "Hamburg"})},
                          {"tax_id", "DE123456789"}}},
                        {"note", "Thank you."}};
    text["keys"]["ticket_key_id"] = 9;
    text["port_file"] = "ports.json";
    text["log"] = {{"level", "debug"}, {"file", "server.log"}, {"queue_max", 64}};
    const auto config = parseConfig(text.dump(), "/var");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->http.address, "::1");
    EXPECT_EQ(config->http.port, 8080);
    EXPECT_EQ(config->http.threads, 3U);
    EXPECT_EQ(config->http.connectionsMax, 5000U);
    EXPECT_EQ(config->http.bodyBytesMax, 2048U);
    EXPECT_EQ(config->http.headBytesMax, 4096U);
    EXPECT_EQ(config->http.headTimeout, Duration::ofMillis(500));
    EXPECT_EQ(config->http.requestTimeout, Duration::ofMillis(1500));
    EXPECT_EQ(config->http.idleTimeout, Duration::ofMillis(2500));
    EXPECT_EQ(config->grpc.port, 9090);
    EXPECT_EQ(config->grpc.tlsCertFile, "/var/c.pem");
    EXPECT_EQ(config->grpc.tlsKeyFile, "/var/k.pem");
    EXPECT_EQ(config->engine.threads, 4U);
    EXPECT_EQ(config->engine.queueMax, 100U);
    EXPECT_EQ(config->engine.batchCommandsMax, 1U);
    EXPECT_EQ(config->database.connections, 12U);
    EXPECT_EQ(config->payments.inFlightMax, 7U);
    EXPECT_EQ(config->payments.callDeadline, Duration::ofMillis(1234));
    EXPECT_EQ(config->payments.stripe->publishableKey, "pk_test");
    EXPECT_EQ(config->payments.reconcileEvery, Duration::ofMinutes(1));
    EXPECT_EQ(config->payments.webhooksKeptDays, 90);
    EXPECT_EQ(config->invoices.sellerName, "The House");
    EXPECT_EQ(config->invoices.sellerAddress, (std::vector<std::string>{"1 Street", "Hamburg"}));
    EXPECT_EQ(config->invoices.sellerTaxId, "DE123456789");
    EXPECT_EQ(config->invoices.note, "Thank you.");
    EXPECT_EQ(config->keys.ticketKeyId, 9);
    EXPECT_EQ(config->portFile, "/var/ports.json");
    EXPECT_EQ(config->log.level, LogLevel::Debug);
    EXPECT_EQ(config->log.file, "/var/server.log");
    EXPECT_EQ(config->log.queueMax, 64U);
}

TEST(ConfigTest, TheStaffPortHasAnAddressAPortAndAllItsFilesOrIsNotThere) {
    constexpr int kWanted = 9443;
    EXPECT_FALSE(parseConfig(minimal().dump(), "/etc/tessera")->grpc.staff.enabled());
    json text = minimal();
    text["grpc"] = {{"staff_listen", "[::1]:" + std::to_string(kWanted)},
                    {"staff_cert_file", "staff.crt"},
                    {"staff_key_file", "staff.key"},
                    {"staff_authority_cert_file", "authority.crt"},
                    {"staff_authority_key_file", "authority.key"}};
    const auto config = parseConfig(text.dump(), "/var");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->grpc.staff.address, "::1");
    EXPECT_EQ(config->grpc.staff.port, kWanted);
    EXPECT_EQ(config->grpc.staff.certFile, "/var/staff.crt");
    EXPECT_EQ(config->grpc.staff.authorityKeyFile, "/var/authority.key");
    text["grpc"].erase("staff_key_file");
    EXPECT_EQ(faultsOf(text), "$.grpc.staff_key_file: is missing: staff_listen needs it");
    text["grpc"]["staff_key_file"] = "staff.key";
    for (const char* const end : {"", ":", ":x", ":65536", ":-1"}) {
        text["grpc"]["staff_listen"] = std::string("127.0.0.1") + end;
        EXPECT_THAT(faultsOf(text), HasSubstr("$.grpc.staff_listen: ")) << end;
    }
    for (const char* const listen : {"9443", ":9443", "::1:9443", "[]:1"}) {
        text["grpc"]["staff_listen"] = listen;
        EXPECT_THAT(faultsOf(text), HasSubstr("$.grpc.staff_listen: ")) << listen;
    }
}

TEST(ConfigTest, FaultsNameTheirJsonPathAndTheLimit) {
    EXPECT_EQ(faultsWith("/http/port", 70000), "$.http.port: 70000 is outside 0..65535");
    EXPECT_EQ(faultsWith("/http/port", -1), "$.http.port: -1 is outside 0..65535");
    EXPECT_EQ(faultsWith("/http/port", 18446744073709551615ULL),
              "$.http.port: 18446744073709551615 is outside 0..65535");
    EXPECT_EQ(faultsWith("/http/port", "80"), "$.http.port: must be a whole number");
    EXPECT_EQ(faultsWith("/http/port", 80.5), "$.http.port: must be a whole number");
    EXPECT_EQ(faultsWith("/http/prot", 80), "$.http.prot: unknown key");
    EXPECT_EQ(faultsWith("/surprise", 1), "$.surprise: unknown key");
    EXPECT_EQ(faultsWith("/http", 5), "$.http: must be an object");
    EXPECT_EQ(faultsWith("/engine/batch_commands_max", 501),
              "$.engine.batch_commands_max: 501 is outside 1..500");
    EXPECT_EQ(faultsWith("/node_name", "Node 1"), "$.node_name: may have a-z, 0-9 and '-' only");
    EXPECT_EQ(faultsWith("/node_name", std::string(65, 'a')),
              "$.node_name: has 65 bytes, 64 at most");
    EXPECT_EQ(faultsWith("/log/level", "loud"),
              "$.log.level: must be one of debug, info, warn, error");
    EXPECT_EQ(faultsWith("/keys/holder_token_key_file", ""),
              "$.keys.holder_token_key_file: is empty");
    EXPECT_EQ(faultsWith("/grpc/tls_cert_file", "c.pem"),
              "$.grpc.tls_key_file: is missing: certificate and key go together");
    EXPECT_EQ(faultsWith("/payments/provider", "cash"),
              "$.payments.provider: must be one of paysim, stripe");
}

TEST(ConfigTest, WhatTheBooksAreKeptByIsBoundedAndNamed) {
    EXPECT_EQ(faultsWith("/payments/reconcile_every_ms", 59999),
              "$.payments.reconcile_every_ms: 59999 is outside 60000..86400000");
    EXPECT_EQ(faultsWith("/payments/reconcile_every_ms", "1h"),
              "$.payments.reconcile_every_ms: must be a whole number");
    EXPECT_EQ(faultsWith("/persons/retention_days", 36501),
              "$.persons.retention_days: 36501 is outside 0..36500");
    EXPECT_EQ(faultsWith("/payments/webhooks_kept_days", 30),
              "$.payments.webhooks_kept_days: 30 is outside 31..3650");
    EXPECT_EQ(faultsWith("/invoices/seller/tax_id", "X"), "$.invoices.seller.name: is missing");
    const auto address = [](const json& value) {
        return faultsWith("/invoices/seller", {{"name", "The House"}, {"address", value}});
    };
    EXPECT_EQ(address("1 Street"), "$.invoices.seller.address: must be a list of texts");
    EXPECT_EQ(address(json::array({"1 Street", 2})),
              "$.invoices.seller.address: must be a list of texts");
    EXPECT_EQ(address(std::vector<std::string>(9, "line")),
              "$.invoices.seller.address: 9 texts are outside 0..8");
    EXPECT_EQ(address(json::array({""})),
              "$.invoices.seller.address: has a text of other than 1 to 200 bytes");
    EXPECT_EQ(address(json::array({"1 Street"})), "none");
}

TEST(ConfigTest, WhatMailIsSentByIsNamedWhereItIsWrong) {
    const auto mail = [](const json& more) {
        json whole = {{"url", "smtp://mail.example"}, {"from", "house@example.org"}};
        whole.update(more);
        return faultsWith("/mail", whole);
    };
    EXPECT_EQ(mail(json::object()), "none");
    EXPECT_EQ(mail({{"user", "u"}, {"password_file", "p"}, {"lanes", 4}}), "none");
    EXPECT_EQ(faultsWith("/mail", json::object()), "none");
    EXPECT_EQ(mail({{"url", "http://x"}}), "$.mail.url: must begin with smtp:// or smtps://");
    EXPECT_EQ(mail({{"url", "smtp://u:p@x"}}),
              "$.mail.url: has credentials: they come from user and password_file");
    EXPECT_EQ(mail({{"from", "house"}}),
              "$.mail.from: is not an address: mail needs one to come from");
    EXPECT_EQ(mail({{"user", "u"}}),
              "$.mail.password_file: is missing: user and password go together");
    const auto inTheClearTo = [&](const std::string& url) {
        return mail({{"url", url}, {"user", "u"}, {"password_file", "p"}, {"start_tls", false}});
    };
    for (const std::string here : {"smtp://localhost", "smtp://127.0.0.1", "smtp://127.9.9.9",
                                   "smtp://[::1]", "smtps://mail.example"}) {
        EXPECT_EQ(inTheClearTo(here), "none") << here;
        EXPECT_EQ(inTheClearTo(here + ":25"), "none") << here;
    }
    for (const char* away : {"smtp://mail.example", "smtp://127.example.org", "smtp://10.0.0.1:25",
                             "smtp://localhost.example.org", "smtp://[::2]", "smtp://[::1]x",
                             "smtp://127.0.0.1.example.org", "smtp://[2001:db8::1]:25"}) {
        EXPECT_EQ(inTheClearTo(away),
                  "$.mail.start_tls: must be true: a password leaves this machine by TLS alone")
            << away;
    }
    EXPECT_EQ(mail({{"folder", "mails"}}),
              "$.mail.folder: stands in the place of url: name one of them");
    EXPECT_EQ(faultsWith("/mail", {{"folder", "mails"}, {"from", "house@example.org"}}), "none");
    EXPECT_EQ(faultsWith("/mail", {{"folder", "mails"}}),
              "$.mail.from: is not an address: mail needs one to come from");
    EXPECT_EQ(mail({{"lanes", 17}}), "$.mail.lanes: 17 is outside 1..16");
    EXPECT_EQ(mail({{"kept_days", 0}}), "$.mail.kept_days: 0 is outside 1..3650");
}

TEST(ConfigTest, AllFaultsAreToldAtOnce) {
    json config = minimal();
    config.erase("node_name");
    config["http"] = {{"port", 70000}};
    config["keys"].erase("holder_token_key_file");
    const std::string faults = faultsOf(config);
    EXPECT_THAT(faults, HasSubstr("$.node_name: is missing"));
    EXPECT_THAT(faults, HasSubstr("$.http.port: "));
    EXPECT_THAT(faults, HasSubstr("$.keys.holder_token_key_file: is missing"));
}

TEST(ConfigTest, SecretsWrittenInlineAreRefusedAndNotRepeated) {
    for (const char* conninfo :
         {"host=a password=hunter2", "postgresql://u:hunter2@a/db", "host=a sslpassword=hunter2"}) {
        const std::string faults = faultsWith("/database/conninfo", conninfo);
        EXPECT_THAT(faults, HasSubstr("$.database.conninfo: has a password"));
        EXPECT_THAT(faults, Not(HasSubstr("hunter2")));
    }
    const std::string broken = faultsWith("/database/conninfo", "hunter2 no equals");
    EXPECT_THAT(broken, HasSubstr("$.database.conninfo: is neither"));
    EXPECT_THAT(broken, Not(HasSubstr("hunter2")));
    const std::string url = faultsWith("/payments/base_url", "http://user:hunter2@pay");
    EXPECT_THAT(url, HasSubstr("has credentials"));
    EXPECT_THAT(url, Not(HasSubstr("hunter2")));
    EXPECT_EQ(faultsWith("/payments/api_key", "hunter2"), "$.payments.api_key: unknown key");
}

TEST(ConfigTest, OnlyTheSandboxIsSpokenToInTheClear) {
    json config = minimal();
    config["payments"]["provider"] = "stripe";
    EXPECT_EQ(faultsOf(config), "$.payments.base_url: must begin with https://");
    config["payments"]["base_url"] = "https://api.stripe.com";
    EXPECT_EQ(faultsOf(config), "none");
    EXPECT_EQ(faultsWith("/payments/base_url", "ftp://pay"),
              "$.payments.base_url: must begin with http:// or https://");
}

TEST(ConfigTest, SeveralProvidersAreNamedAtOnce) {
    json config = minimal();
    const json keys{{"api_key_file", "pay.key"}, {"webhook_secret_file", "hook.key"}};
    json stripe = keys;
    stripe["base_url"] = "https://api.stripe.com";
    stripe["readers"] = true;
    json adyen{{"base_url", "http://pay.example"}, {"api_key_file", "a.key"},
               {"hmac_key_file", "a.hmac"},        {"merchant_account", "Theatre"},
               {"client_key", "test_1"},           {"return_url", "https://shop/back"}};
    config["payments"] = {
        {"in_flight_max", 9},
        {"providers",
         {{"stripe", stripe}, {"paysim_adyen", adyen}, {"gift_cards", json::object()}}}};
    const auto parsed = parseConfig(config.dump(), "/etc/tessera");
    ASSERT_TRUE(parsed) << parsed.error().message;
    const PaymentsConfig& payments = parsed->payments;
    ASSERT_TRUE(payments.stripe);
    EXPECT_FALSE(payments.stripe->sandbox);
    EXPECT_TRUE(payments.stripe->readers);
    EXPECT_EQ(payments.stripe->webhookSecretFile, "/etc/tessera/hook.key");
    ASSERT_TRUE(payments.adyen);
    EXPECT_TRUE(payments.adyen->sandbox);
    EXPECT_EQ(payments.adyen->hmacKeyFile, "/etc/tessera/a.hmac");
    EXPECT_EQ(payments.adyen->merchantAccount, "Theatre");
    EXPECT_TRUE(payments.giftCards);
    EXPECT_EQ(payments.inFlightMax, 9U);
}

TEST(ConfigTest, ACardProviderAloneHasItsKeysInPaymentsItself) {
    const auto parsed = parseConfig(minimal().dump(), "/etc/tessera");
    ASSERT_TRUE(parsed && parsed->payments.stripe);
    EXPECT_TRUE(parsed->payments.stripe->sandbox);
    EXPECT_EQ(parsed->payments.stripe->baseUrl, "http://pay.example");
    EXPECT_FALSE(parsed->payments.adyen);
    EXPECT_FALSE(parsed->payments.giftCards);
    json both = minimal();
    both["payments"]["providers"] = {{"gift_cards", json::object()}};
    EXPECT_EQ(faultsOf(both), "none");
}

TEST(ConfigTest, FaultsOfProvidersNameTheirPath) {
    EXPECT_EQ(faultsWith("/payments", json::object()), "$.payments.providers: is missing");
    EXPECT_EQ(faultsWith("/payments/providers", {{"cash", json::object()}}),
              "$.payments.providers.cash: unknown key");
    EXPECT_THAT(faultsWith("/payments/providers", {{"paysim", json::object()}}),
                HasSubstr("$.payments.providers.paysim: is one provider too many of its kind"));
    EXPECT_THAT(faultsWith("/payments/providers", {{"adyen", {{"base_url", "http://a"}}}}),
                HasSubstr("$.payments.providers.adyen.base_url: must begin with https://"));
    EXPECT_EQ(faultsWith("/payments/providers", {{"gift_cards", {{"x", 1}}}}),
              "$.payments.providers.gift_cards.x: unknown key");
    EXPECT_EQ(faultsWith("/payments/readers", 1), "$.payments.readers: must be true or false");
}

TEST(ConfigTest, TextThatIsNotOneJsonObjectIsRefused) {
    const std::string deep = std::string(500000, '[');
    const std::string huge(kConfigBytesMax + 1, ' ');
    for (const std::string& text :
         {std::string(), std::string("{"), std::string("[]"), std::string("null"),
          std::string("{} {}"), std::string("{\"a\": \xFF}"), deep, huge}) {
        EXPECT_FALSE(parseConfig(text, "/"));
    }
    const auto twice = parseConfig(R"({"http": {"port": 1, "port": 2}})", "/");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().message, "key named twice: port");
}

TEST(ConfigTest, AFileIsReadAndItsNameIsInTheError) {
    const test::TempDir folder("config");
    const auto path = (folder / "server.json").string();
    EXPECT_FALSE(loadConfig(path));
    std::ofstream(path) << minimal().dump();
    const auto config = loadConfig(path);
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->keys.holderTokenKeyFile, (folder / "holder.key").string());
    std::ofstream(path) << "{";
    const auto broken = loadConfig(path);
    ASSERT_FALSE(broken);
    EXPECT_THAT(broken.error().message, HasSubstr(path));
    EXPECT_FALSE(loadConfig(folder.path().string()));
}

}  // namespace
}  // namespace tessera::runtime
