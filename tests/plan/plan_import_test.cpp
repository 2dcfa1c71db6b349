// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_import.h"

#include <gtest/gtest.h>

#include "tests/plan/plan_files.h"

namespace tessera::plan {
namespace {

TEST(PlanImportTest, TheRepositorysPlansHaveTheirSeats) {
    EXPECT_EQ(planNamed("grand-theatre").parts.seats.size(), 1221U);
    EXPECT_EQ(planNamed("riverside-arena").parts.seats.size(), 18648U);
    EXPECT_EQ(planNamed("national-stadium").parts.seats.size(), 80960U);
}

}  // namespace
}  // namespace tessera::plan
