// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QGuiApplication>

#include "tests/qt_print/crashing_till.h"

// Without a screen; and as the child of its own test, without tests.
int main(int argc, char** argv) {
    if (tessera::qt::isCrashingTill(argc, argv)) return tessera::qt::runCrashingTill(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
