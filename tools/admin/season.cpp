// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/season.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "tools/admin/buyer.h"
#include "tools/admin/json_fields.h"
#include "tools/admin/rest_client.h"

namespace tessera::admin {
namespace {

using nlohmann::json;

// An importer waits for the server most of the time, and the server has few large plans at once.
constexpr std::size_t kImporters = 4;

RestOptions restOptions(const SeasonOptions& options, bool withKey) {
    RestOptions rest;
    rest.url = options.url;
    if (withKey) rest.key = runtime::Secret(std::string(options.key.reveal()));
    return rest;
}

// What the public sees listed.
struct Listed {
    std::map<std::pair<std::string, std::string>, std::string> events;  // By name and venue.
    std::map<std::pair<std::string, std::string>, std::string> venues;  // By name and city: event.
};

Result<Listed> listAll(RestClient& client) {
    Listed listed;
    std::string token;
    do {
        const auto page = client.get("/v1/events?pageSize=100" +
                                     (token.empty() ? "" : "&pageToken=" + percentEncoded(token)));
        if (!page) return tl::unexpected(page.error());
        for (const json& event : listOf(*page, "events")) {
            const std::string venue = textOf(event, "venueName");
            const std::string id = textOf(event, "event");
            listed.events.emplace(std::pair(textOf(event, "name"), venue), id);
            listed.venues.emplace(std::pair(venue, textOf(event, "city")), id);
        }
        token = textOf(*page, "nextPageToken");
    } while (!token.empty());
    return listed;
}

struct ImportedPlan {
    std::string layout;
    PlanNames names;
};

// One venue with its events, by one thread with a connection of its own.
class VenueImport {
public:
    VenueImport(const SeasonOptions& options, const Listed& listed, const SeasonVenue& venue)
        : options_(options),
          listed_(listed),
          venue_(venue),
          staff_(restOptions(options, true)),
          buyer_(restOptions(options, false)) {}

    Result<SeasonReport> run() {
        for (const SeasonEvent& event : venue_.events) {
            const auto id = findOrMake(event);
            if (!id) return tl::unexpected(id.error());
            if (!event.soldOut) continue;
            const auto bought = buyAll(buyer_, {*id, event.partyMax});
            if (!bought) return tl::unexpected(bought.error());
            report_.placesBought += *bought;
        }
        return report_;
    }

private:
    Result<std::string> findOrMake(const SeasonEvent& event) {
        const auto found = listed_.events.find({event.name, venue_.name});
        if (found != listed_.events.end()) {
            ++report_.found;
            return found->second;
        }
        const auto plan = importPlan(event.plan);
        if (!plan) return tl::unexpected(plan.error());
        auto config = eventConfig(event, venue_.timeZone, (*plan)->names, options_.now);
        if (!config) return tl::unexpected(config.error());
        const auto made = staff_.post(
            "/v1/admin/events", {{"layout", (*plan)->layout}, {"config", std::move(*config)}});
        if (!made) return tl::unexpected(made.error());
        const std::string id = textOf(*made, "event");
        const auto open = staff_.post("/v1/admin/events/" + id + ":openSale", json::object());
        if (!open) return tl::unexpected(open.error());
        ++report_.made;
        return id;
    }

    Result<const ImportedPlan*> importPlan(const std::string& file) {
        const auto known = plans_.find(file);
        if (known != plans_.end()) return &known->second;
        if (const auto there = findOrMakeVenue(); !there) return tl::unexpected(there.error());
        const auto path = std::filesystem::path(options_.planFolder) / file;
        std::ifstream in(path, std::ios::binary);
        if (!in) return failure("cannot read " + path.string());
        const std::string text(std::istreambuf_iterator<char>(in), {});
        // A stadium's plan takes both sides a while: they read it at the same time.
        auto reading = std::async(std::launch::async, [&text] { return planNames(text); });
        const auto layout =
            staff_.post("/v1/admin/venues/" + venueId_ + "/layouts", {{"planJson", text}});
        auto names = reading.get();
        if (!layout) return tl::unexpected(layout.error());
        if (!names) return failure(path.string() + ": " + names.error().message);
        return &plans_.emplace(file, ImportedPlan{textOf(*layout, "layout"), std::move(*names)})
                    .first->second;
    }

    Status findOrMakeVenue() {
        if (!venueId_.empty()) return {};
        const auto found = listed_.venues.find({venue_.name, venue_.city});
        auto answer = found != listed_.venues.end()
                          ? staff_.get("/v1/events/" + found->second)
                          : staff_.post("/v1/admin/venues", {{"name", venue_.name},
                                                             {"city", venue_.city},
                                                             {"countryCode", venue_.countryCode},
                                                             {"timeZone", venue_.timeZone}});
        if (!answer) return tl::unexpected(answer.error());
        const json& venue =
            found != listed_.venues.end() ? answer->value("venue", json::object()) : *answer;
        venueId_ = textOf(venue, "venue");
        return {};
    }

    const SeasonOptions& options_;
    const Listed& listed_;
    const SeasonVenue& venue_;
    RestClient staff_;
    RestClient buyer_;
    std::string venueId_;
    std::map<std::string, ImportedPlan> plans_;  // By file.
    SeasonReport report_;
};

// What the importers share.
struct Work {
    std::mutex mutex;
    std::vector<const SeasonVenue*> waiting;  // The next is the last.
    SeasonReport report;
    std::optional<Error> fault;
};

const SeasonVenue* next(Work& work) {
    const std::lock_guard lock(work.mutex);
    if (work.fault || work.waiting.empty()) return nullptr;
    const SeasonVenue* venue = work.waiting.back();
    work.waiting.pop_back();
    return venue;
}

void finish(Work& work, const Result<SeasonReport>& done) {
    const std::lock_guard lock(work.mutex);
    if (!done) {
        if (!work.fault) work.fault = done.error();
        return;
    }
    work.report.made += done->made;
    work.report.found += done->found;
    work.report.placesBought += done->placesBought;
}

std::uintmax_t planBytes(const SeasonOptions& options, const SeasonVenue& venue) {
    std::uintmax_t most = 0;
    for (const SeasonEvent& event : venue.events) {
        std::error_code ignored;
        const auto path = std::filesystem::path(options.planFolder) / event.plan;
        const auto bytes = std::filesystem::file_size(path, ignored);
        if (!ignored) most = std::max(most, bytes);
    }
    return most;
}

}  // namespace

Result<SeasonReport> importSeason(const SeasonOptions& options) {
    RestClient client(restOptions(options, false));
    const auto listed = listAll(client);
    if (!listed) return tl::unexpected(listed.error());
    Work work;
    for (const SeasonVenue& venue : options.season.venues) work.waiting.push_back(&venue);
    // The largest plan takes as long as all the others: first.
    std::stable_sort(work.waiting.begin(), work.waiting.end(),
                     [&](const SeasonVenue* a, const SeasonVenue* b) {
                         return planBytes(options, *a) < planBytes(options, *b);
                     });
    std::vector<std::thread> importers;
    for (std::size_t i = 0; i < std::min(kImporters, work.waiting.size()); ++i) {
        importers.emplace_back([&] {
            while (const SeasonVenue* venue = next(work)) {
                finish(work, VenueImport(options, *listed, *venue).run());
            }
        });
    }
    for (std::thread& importer : importers) importer.join();
    if (work.fault) return tl::unexpected(*work.fault);
    return work.report;
}

}  // namespace tessera::admin
