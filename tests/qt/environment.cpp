// SPDX-License-Identifier: Apache-2.0
// The application that widgets need, for all tests of this program.
#include <gtest/gtest.h>

#include <QtWidgets/QApplication>
#include <memory>

namespace tessera::qt {
namespace {

class QtEnvironment : public testing::Environment {
public:
    void SetUp() override {
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
        app_ = std::make_unique<QApplication>(argc_, argv_);
    }
    void TearDown() override { app_.reset(); }

private:
    int argc_ = 1;
    char name_[9] = "qt_tests";
    char* argv_[2] = {name_, nullptr};
    std::unique_ptr<QApplication> app_;
};

[[maybe_unused]] const testing::Environment* const kEnvironment =
    testing::AddGlobalTestEnvironment(new QtEnvironment);

}  // namespace
}  // namespace tessera::qt
