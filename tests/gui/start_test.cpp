// SPDX-License-Identifier: Apache-2.0
// A second start of the app with the same data folder.
#include <gtest/gtest.h>

#include "boxoffice-app/shell/one_instance.h"
#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

// The real program, offscreen; its exit code.
int start(const QString& folder, QByteArray& said) {
    QProcess program;
    program.start(QStringLiteral(TESSERA_BINARY_DIR "/bin/tessera-boxoffice"),
                  {QStringLiteral("--data-dir"), folder});
    EXPECT_TRUE(comes([&] { return program.state() == QProcess::NotRunning; }));
    said = program.readAllStandardError();
    return program.exitCode();
}

TEST(StartTest, ASecondStartBringsTheFirstWindowForwardAndEnds) {
    Front front;
    boxoffice::OneInstance instance(front.folder());
    ASSERT_EQ(instance.claim(), boxoffice::FirstStart::First);
    QObject::connect(&instance, &boxoffice::OneInstance::asked, &front.window(),
                     &boxoffice::MainWindow::comeForward);
    front.window().showMinimized();
    QByteArray said;
    EXPECT_EQ(start(front.folder(), said), 0);
    EXPECT_TRUE(said.contains("runs already")) << said.toStdString();
    EXPECT_FALSE(front.window().isMinimized());
    EXPECT_TRUE(front.window().isVisible());
}

TEST(StartTest, AFolderThatCannotBeWrittenIsSaidAndNothingStarts) {
    QByteArray said;
    EXPECT_EQ(start(QStringLiteral("/dev/null/till"), said), 1);
    EXPECT_TRUE(said.contains("cannot be written")) << said.toStdString();
}

TEST(StartTest, AFirstThatIsGoneLeavesTheFolderFree) {
    Front front;
    {
        boxoffice::OneInstance first(front.folder());
        ASSERT_EQ(first.claim(), boxoffice::FirstStart::First);
    }
    boxoffice::OneInstance second(front.folder());
    EXPECT_EQ(second.claim(), boxoffice::FirstStart::First);
}

}  // namespace
}  // namespace tessera::gui
