// SPDX-License-Identifier: Apache-2.0
// tessera-admin: migrations, API keys, the demo event and a season of events, from a shell.
#include <curl/curl.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "server/store/migrator.h"
#include "server/store/postgres_store.h"
#include "tools/admin/demo.h"
#include "tools/admin/gift_cards.h"
#include "tools/admin/keys.h"
#include "tools/admin/payments_commands.h"
#include "tools/admin/persons_commands.h"
#include "tools/admin/season.h"
#include "tools/admin/staff_commands.h"
#include "tools/admin/wall_clock.h"

namespace tessera {
namespace {

constexpr std::size_t kPlanBytesMax = std::size_t{64} << 20;
constexpr std::size_t kSeasonBytesMax = std::size_t{4} << 20;

struct Flags {
    std::string database;
    admin::NewKey key;
    std::string url;
    std::string apiKeyFile;
    std::string planFile;
    std::string outFile;
    std::string seasonFile;
    std::string planFolder = "plans";
    admin::DemoOptions demo;
    admin::GiftCardOrder giftCards;
    std::string giftCard;
};

int fail(const std::string& what) {
    std::fprintf(stderr, "tessera-admin: %s\n", what.c_str());
    return 1;
}

int migrate(const Flags& flags) {
    const auto version = store::migrate(flags.database);
    if (!version) return fail(version.error().message);
    std::printf("schema version %d\n", *version);
    return 0;
}

int createKey(const Flags& flags) {
    store::PostgresOptions options;
    options.conninfo = flags.database;
    options.readers = 2;
    const auto catalog = store::makePostgresCatalog(options);
    const auto key = admin::createKey(*catalog, flags.key);
    if (!key) return fail(key.error().message);
    std::printf("%.*s\n", static_cast<int>(key->reveal().size()), key->reveal().data());
    return 0;
}

int issueGiftCards(const Flags& flags) {
    const auto cards = store::makePostgresGiftCards(flags.database, 1);
    const auto issued = admin::issueGiftCards(*cards, flags.giftCards, std::cout);
    return issued ? 0 : fail(issued.error().message);
}

int showGiftCard(const Flags& flags) {
    std::string code;
    if (flags.giftCard.empty()) std::getline(std::cin, code);
    const auto cards = store::makePostgresGiftCards(flags.database, 1);
    const auto shown = admin::giftCardBalance(*cards, flags.giftCard, code);
    if (!shown) return fail(shown.error().message);
    std::printf("%s\n", shown->c_str());
    return 0;
}

Result<std::string> readWhole(const std::string& file, std::size_t bytesMax) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return failure("cannot read " + file);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (text.size() > bytesMax) return failure(file + " is too large");
    return text;
}

int demo(Flags flags) {
    auto plan = readWhole(flags.planFile, kPlanBytesMax);
    if (!plan) return fail(plan.error().message);
    flags.demo.planJson = std::move(*plan);
    auto key = runtime::readSecretFile(flags.apiKeyFile);
    if (!key) return fail(key.error().message);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    admin::RestOptions rest;
    rest.url = flags.url;
    rest.key = std::move(*key);
    admin::RestClient client(std::move(rest));
    const auto made = admin::makeDemo(client, flags.demo);
    if (!made) return fail(made.error().message);
    const std::string line =
        nlohmann::json{{"event", made->event}, {"layout", made->layout}, {"existed", made->existed}}
            .dump() +
        "\n";
    std::fputs(line.c_str(), stdout);
    if (flags.outFile.empty()) return 0;
    std::ofstream out(flags.outFile, std::ios::binary | std::ios::trunc);
    out << line;
    out.flush();
    return out ? 0 : fail("cannot write " + flags.outFile);
}

int season(const Flags& flags) {
    const auto text = readWhole(flags.seasonFile, kSeasonBytesMax);
    if (!text) return fail(text.error().message);
    auto read = admin::readSeason(*text);
    if (!read) return fail(flags.seasonFile + ": " + read.error().message);
    auto key = runtime::readSecretFile(flags.apiKeyFile);
    if (!key) return fail(key.error().message);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    admin::SeasonOptions options;
    options.url = flags.url;
    options.key = std::move(*key);
    options.planFolder = flags.planFolder;
    options.season = std::move(*read);
    options.now = admin::wallClock();
    const auto done = admin::importSeason(options);
    if (!done) return fail(done.error().message);
    std::printf("{\"made\":%d,\"found\":%d,\"placesBought\":%d}\n", done->made, done->found,
                done->placesBought);
    return 0;
}

CLI::App* describeSeason(CLI::App& app, Flags& flags) {
    CLI::App* command = app.add_subcommand("season", "makes the events of a season file");
    command->add_option("--server", flags.url, "the server, http://host:port")->required();
    command->add_option("--key-file", flags.apiKeyFile)->required();
    command->add_option("--season", flags.seasonFile, "see season/README.md")->required();
    command->add_option("--plans", flags.planFolder, "the folder of its seating plans")
        ->capture_default_str();
    return command;
}

CLI::App* describeDemo(CLI::App& app, Flags& flags) {
    CLI::App* command = app.add_subcommand("demo", "makes an event that is on sale");
    admin::DemoOptions& demo = flags.demo;
    command->add_option("--url", flags.url, "the server, http://host:port")->required();
    command->add_option("--api-key-file", flags.apiKeyFile)->required();
    command->add_option("--plan", flags.planFile, "a pretix seating plan")->required();
    command->add_option("--out", flags.outFile, "where the event's id is written, as JSON");
    command->add_option("--event-name", demo.eventName)->capture_default_str();
    command->add_option("--venue-name", demo.venueName)->capture_default_str();
    command->add_option("--city", demo.city)->capture_default_str();
    command->add_option("--time-zone", demo.timeZone)->capture_default_str();
    command->add_option("--currency", demo.currency)->capture_default_str();
    command->add_option("--starts-in-days", demo.startsInDays)->check(CLI::Range(1, 3650));
    command->add_option("--per-order", demo.perOrderMax)->check(CLI::Range(1, 100));
    command->add_option("--per-buyer", demo.perBuyerMax)->check(CLI::Range(0, 1'000'000));
    command->add_option("--hold-seconds", demo.holdSeconds)->check(CLI::Range(1, 86'400));
    command->add_option("--pay-seconds", demo.paySeconds)->check(CLI::Range(10, 604'800));
    command->add_option("--service-fee", demo.serviceFee, "per ticket, in minor units")
        ->check(CLI::Range(0, 1'000'000));
    command->add_option("--vat-ppm", demo.vatPpm)->check(CLI::Range(0, 1'000'000));
    command->add_option("--orphan-rule", demo.orphanRule)->capture_default_str();
    return command;
}

struct GiftCardCommands {
    const CLI::App* issue = nullptr;
    const CLI::App* balance = nullptr;
};

GiftCardCommands describeGiftCards(CLI::App& app, Flags& flags) {
    CLI::App* cards = app.add_subcommand("gift-cards", "gift cards");
    cards->require_subcommand(1);
    CLI::App* issue = cards->add_subcommand("issue", "prints each new card's id and code, once");
    admin::GiftCardOrder& order = flags.giftCards;
    issue->add_option("--currency", order.currency)->required();
    issue->add_option("--amount", order.amount, "in minor units")
        ->required()
        ->check(CLI::Range(1, 1'000'000'000));
    issue->add_option("--count", order.count)->check(CLI::Range(1, admin::kGiftCardsAtOnce));
    issue->add_option("--expires", order.expires, "a time such as 2030-12-31T23:00:00Z");
    issue->add_option("--note", order.note, "for people: whom they are for");
    CLI::App* balance = cards->add_subcommand(
        "balance", "of a card; without --card its code is read from standard input");
    balance->add_option("--card", flags.giftCard, "its id");
    return {issue, balance};
}

int run(int argc, char** argv) {
    CLI::App app("What an operator of Tessera does from a shell");
    app.require_subcommand(1);
    Flags flags;
    app.add_option("--database", flags.database, "libpq conninfo");
    const CLI::App* migrating = app.add_subcommand("migrate", "brings the schema up to date");
    CLI::App* keys = app.add_subcommand("keys", "API keys");
    keys->require_subcommand(1);
    CLI::App* creating = keys->add_subcommand("create", "prints a new key, once");
    creating->add_option("--name", flags.key.name, "what it is used by")->required();
    creating->add_option("--scope", flags.key.scopes)
        ->required()
        ->check(CLI::IsMember(admin::knownScopes()));
    const GiftCardCommands giftCards = describeGiftCards(app, flags);
    const CLI::App* demonstrating = describeDemo(app, flags);
    const CLI::App* importing = describeSeason(app, flags);
    admin::PaymentsCommands payments(app);
    admin::StaffCommands staff(app);
    admin::PersonsCommands persons(app);
    CLI11_PARSE(app, argc, argv);
    if (const auto code = payments.run(flags.database)) return *code;
    if (const auto code = staff.run(flags.database)) return *code;
    if (const auto code = persons.run(flags.database)) return *code;
    if (*demonstrating) return demo(std::move(flags));
    if (*importing) return season(flags);
    if (flags.database.empty()) return fail("--database is missing");
    if (*giftCards.issue) return issueGiftCards(flags);
    if (*giftCards.balance) return showGiftCard(flags);
    return *migrating ? migrate(flags) : createKey(flags);
}

}  // namespace
}  // namespace tessera

int main(int argc, char** argv) {
    return tessera::run(argc, argv);
}
