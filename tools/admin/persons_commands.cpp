// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/persons_commands.h"

#include <cstdio>

#include "server/runtime/secrets.h"
#include "server/store/person_key.h"
#include "server/store/persons.h"
#include "server/store/staff_rows.h"

namespace tessera::admin {
namespace {

constexpr std::size_t kPersonConnections = 1;
constexpr std::size_t kPersonReasonBytesMost = 200;

int failed(const std::string& what) {
    std::fprintf(stderr, "tessera-admin: %s\n", what.c_str());
    return 1;
}

int exportTo(store::Persons& persons, const store::PersonKey& key, store::TrailRow what) {
    const auto document = persons.exportOf(key);
    if (!document) return failed(document.error().message);
    if (!*document) return failed("nothing is known of that address");
    what.action = "export_person";
    if (const Status noted = persons.note(std::move(what)); !noted) {
        return failed(noted.error().message);
    }
    std::printf("%s\n", (*document)->c_str());
    return 0;
}

int askToErase(store::Persons& persons, const store::PersonKey& key, store::TrailRow what) {
    const Instant now = what.at;
    auto progress = persons.progress(key, now);
    if (progress && !progress->known) return failed("nothing is known of that address");
    what.action = "erase_person";
    if (progress) {
        const Status asked = persons.ask({key, store::newPseudonym(), now}, std::move(what));
        if (!asked) return failed(asked.error().message);
        progress = persons.progress(key, now);
    }
    if (!progress) return failed(progress.error().message);
    std::printf("orders erased %d, left %d, kept until their event %d; customers erased %d\n",
                progress->erased, progress->left, progress->kept, progress->customers);
    return 0;
}

}  // namespace

PersonsCommands::PersonsCommands(CLI::App& app) {
    CLI::App* persons = app.add_subcommand("persons", "what is known of a person, and its end");
    persons->require_subcommand(1);
    CLI::App* out = persons->add_subcommand("export", "prints all of it as JSON");
    describe(*out);
    export_ = out;
    CLI::App* end = persons->add_subcommand(
        "erase", "asks that a pseudonym takes the person's place; again: how far it is");
    describe(*end);
    end->add_option("--reason", reason_, "for the trail; no personal data")->required();
    erase_ = end;
}

void PersonsCommands::describe(CLI::App& command) {
    command.add_option("--email", email_, "whose")->required();
    command.add_option("--key-file", keyFile_, "the servers' keys.holder_token_key_file")
        ->required();
}

std::optional<int> PersonsCommands::run(const std::string& database) {
    if (!export_->parsed() && !erase_->parsed()) return std::nullopt;
    if (database.empty()) return failed("--database is missing");
    if (reason_.size() > kPersonReasonBytesMost) return failed("--reason: at most 200 bytes");
    const auto secret = runtime::readKeyFile(keyFile_);
    if (!secret) return failed(secret.error().message);
    const auto now = store::makePostgresStaff(database, kPersonConnections)->databaseNow();
    if (!now) return failed(now.error().message);
    store::Persons persons(database, kPersonConnections);
    store::TrailRow what;
    what.at = *now;
    what.reason = reason_;
    const store::PersonKey key = store::personKeyOf(secret->reveal(), email_);
    return export_->parsed() ? exportTo(persons, key, std::move(what))
                             : askToErase(persons, key, std::move(what));
}

}  // namespace tessera::admin
