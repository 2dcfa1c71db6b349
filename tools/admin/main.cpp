// SPDX-License-Identifier: Apache-2.0
// tessera-admin: migrations, API keys and the demo event, from a shell.
#include <curl/curl.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "server/store/migrator.h"
#include "server/store/postgres_store.h"
#include "tools/admin/demo.h"
#include "tools/admin/keys.h"

namespace tessera {
namespace {

constexpr std::size_t kPlanBytesMax = std::size_t{64} << 20;

struct Flags {
    std::string database;
    admin::NewKey key;
    std::string url;
    std::string apiKeyFile;
    std::string planFile;
    std::string outFile;
    admin::DemoOptions demo;
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

int demo(Flags flags) {
    std::ifstream plan(flags.planFile, std::ios::binary);
    if (!plan) return fail("cannot read " + flags.planFile);
    flags.demo.planJson.assign(std::istreambuf_iterator<char>(plan), {});
    if (flags.demo.planJson.size() > kPlanBytesMax) return fail("the plan is over 64 MiB");
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
    const CLI::App* demonstrating = describeDemo(app, flags);
    CLI11_PARSE(app, argc, argv);
    if (*demonstrating) return demo(std::move(flags));
    if (flags.database.empty()) return fail("--database is missing");
    return *migrating ? migrate(flags) : createKey(flags);
}

}  // namespace
}  // namespace tessera

int main(int argc, char** argv) {
    return tessera::run(argc, argv);
}
