// SPDX-License-Identifier: Apache-2.0
// What is right has no findings, and it was judged; every planted fault is reported by its check.
#include "tests/simulation/audit/auditor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/simulation/audit/plants.h"

namespace tessera::simulation {
namespace {

std::vector<Plant> allPlants() {
    std::vector<Plant> all = plantsOfPlaces();
    std::ranges::move(plantsOfAnswers(), std::back_inserter(all));
    std::ranges::move(plantsOfSales(), std::back_inserter(all));
    std::ranges::move(plantsOfEnds(), std::back_inserter(all));
    std::ranges::move(plantsOfMoney(), std::back_inserter(all));
    std::ranges::move(plantsOfTrail(), std::back_inserter(all));
    return all;
}

TEST(AuditorTest, ARightHistoryHasNoFindings) {
    const History history = rightHistory();
    Auditor auditor;
    play(history, auditor);
    EXPECT_EQ(auditor.findings().count(), 0) << auditor.findings().report();
    const Counters& counters = auditor.findings().counters;
    EXPECT_GT(counters.exact, 30);
    EXPECT_GT(counters.refusals, 5);
    EXPECT_GT(counters.commits, 50);
    EXPECT_GT(counters.providerActs, 10);
    EXPECT_GT(counters.ordersJudged, 3);
    EXPECT_GT(counters.extended, 0);
    EXPECT_EQ(counters.answers, counters.exact + counters.lenient + counters.claimless);
    std::cout << auditor.findings().report();
}

// A webhook alone tells of it, and comes when the look has been made.
TEST(AuditorTest, AnAuthorizationThatEndedUnheardMayBeAllocated) {
    for (const bool heardLater : {false, true}) {
        History history = rightHistory();
        auto act = history.get<ProviderDid>("authorized A");
        act.what = ProviderDid::Voided;
        act.webhook = "pi_1.2";
        insertAfter(history, "authorized A", act);
        if (heardLater) {
            const auto answer = history.steps.begin() +
                                static_cast<std::ptrdiff_t>(history.at("commit allocate A"));
            history.steps.insert(answer, Step{answer->at, WebhookTaken{act.webhook}, "planted"});
            history.tables[0].webhooks = {act.webhook};
        }
        Auditor auditor;
        play(history, auditor);
        EXPECT_EQ(auditor.findings().count(), 0) << auditor.findings().report();
    }
}

TEST(AuditorTest, ARefundMayFailUnheardBeforeTheReleaseAndBeMadeAgainAfterIt) {
    const auto said = [](bool known, bool again) {
        History history = compensatedHistory();
        const auto back = history.get<ProviderDid>("provider refund N");
        auto failed = back;
        failed.what = ProviderDid::RefundFailed;
        if (again) insertAfter(history, "commit refund N", back);
        insertAfter(history, "provider refund N", failed);
        auto& update = changesOf(history, "commit refund N").refundUpdates[0];
        if (known) update.to = engine::RefundState::Queued;
        Auditor auditor;
        play(history, auditor);
        return auditor.findings().count() == 0 ? std::string() : auditor.findings().report();
    };
    EXPECT_EQ(said(false, true), "");
    EXPECT_NE(said(true, true).find("released while the provider has"), std::string::npos);
    const std::string lost = said(false, false);
    EXPECT_EQ(lost.find("released while the provider has"), std::string::npos) << lost;
    EXPECT_NE(lost.find("at rest"), std::string::npos) << lost;
}

TEST(AuditorTest, EveryPlantedFaultIsReportedByItsCheck) {
    const History right = rightHistory();
    for (const Plant& plant : allPlants()) {
        History history = right;
        plant.spoil(history);
        Auditor auditor;
        play(history, auditor);
        const auto& found = auditor.findings();
        EXPECT_TRUE(std::ranges::any_of(found.first(),
                                        [&](const Finding& finding) {
                                            return finding.check == plant.check &&
                                                   finding.text.find(plant.says) !=
                                                       std::string::npos;
                                        }))
            << plant.name << ": expected " << nameOf(plant.check) << " \"" << plant.says << "\"; "
            << found.report();
    }
}

TEST(AuditorTest, EveryCheckHasPlants) {
    std::map<Check, int> plants;
    for (const Plant& plant : allPlants()) ++plants[plant.check];
    for (std::size_t check = 0; check < kChecks; ++check) {
        EXPECT_GE(plants[static_cast<Check>(check)], 4) << nameOf(static_cast<Check>(check));
    }
    std::cout << allPlants().size() << " plants\n";
}

TEST(AuditorTest, TheFirstTwentyFindingsAreKeptAndAllAreCounted) {
    Findings findings;
    for (int i = 0; i < 30; ++i) findings.add(Check::S3, EventId{1}, "untrue");
    EXPECT_EQ(findings.count(), 30);
    EXPECT_EQ(findings.count(Check::S3), 30);
    EXPECT_EQ(findings.first().size(), Findings::kKept);
}

}  // namespace
}  // namespace tessera::simulation
