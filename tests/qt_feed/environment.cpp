// SPDX-License-Identifier: Apache-2.0
// The event loop that a feed needs, for all tests of this program.
#include <gtest/gtest.h>

#include <QtCore/QCoreApplication>
#include <memory>

namespace tessera::qt {
namespace {

class LoopEnvironment : public testing::Environment {
public:
    void SetUp() override { app_ = std::make_unique<QCoreApplication>(argc_, argv_); }
    void TearDown() override { app_.reset(); }

private:
    int argc_ = 1;
    char name_[11] = "feed_tests";
    char* argv_[2] = {name_, nullptr};
    std::unique_ptr<QCoreApplication> app_;
};

[[maybe_unused]] const testing::Environment* const kEnvironment =
    testing::AddGlobalTestEnvironment(new LoopEnvironment);

}  // namespace
}  // namespace tessera::qt
