// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/layout_library.h"

#include <gtest/gtest.h>

#include "tests/plan/plan_files.h"

namespace tessera::plan {
namespace {

class LayoutLibraryTest : public ::testing::Test {
protected:
    std::shared_ptr<const engine::Layout> get(std::int64_t id) {
        const auto known = library_.get(LayoutId{id}, [this]() -> Result<std::string> {
            ++reads_;
            return planText("cellar-stage");
        });
        EXPECT_TRUE(known.has_value());
        return known ? known->layout : nullptr;
    }

    LayoutLibrary library_{2};
    int reads_ = 0;
};

TEST_F(LayoutLibraryTest, AKnownLayoutIsNotReadAgain) {
    const auto first = get(1);
    EXPECT_EQ(get(1), first);
    EXPECT_EQ(reads_, 1);
    EXPECT_NE(get(2), first);
    EXPECT_EQ(reads_, 2);
}

TEST_F(LayoutLibraryTest, TheOneNotUsedForLongestIsLetGo) {
    get(1);
    get(2);
    get(1);
    get(3);
    EXPECT_EQ(reads_, 3);
    get(1);
    EXPECT_EQ(reads_, 3) << "it was used last but one";
    get(2);
    EXPECT_EQ(reads_, 4);
}

TEST_F(LayoutLibraryTest, WhatWasImportedNeedsNoPlan) {
    const KnownLayout imported = layoutOf(planNamed("cellar-stage"));
    library_.keep(LayoutId{7}, imported);
    EXPECT_EQ(get(7), imported.layout);
    EXPECT_EQ(reads_, 0);
}

TEST_F(LayoutLibraryTest, APlanThatCannotBeHadOrReadIsAnErrorAndTriedAgain) {
    const auto missing =
        library_.get(LayoutId{1}, []() -> Result<std::string> { return failure("no such plan"); });
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().message, "no such plan");
    const auto damaged = library_.get(
        LayoutId{1}, []() -> Result<std::string> { return std::string("{\"zones\":7}"); });
    ASSERT_FALSE(damaged);
    EXPECT_NE(damaged.error().message.find("damaged: $"), std::string::npos)
        << damaged.error().message;
    EXPECT_NE(get(1), nullptr);
}

}  // namespace
}  // namespace tessera::plan
