// SPDX-License-Identifier: Apache-2.0
// The program itself: enrolled as `./tessera boxoffice` does it, and started a second time with the
// same data folder.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/shell/one_instance.h"
#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

const QString kProgram = QStringLiteral(TESSERA_BINARY_DIR "/bin/tessera-boxoffice");

// The real program, offscreen; its exit code.
int start(const QString& folder, QByteArray& said) {
    QProcess program;
    program.start(kProgram, {QStringLiteral("--data-dir"), folder});
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

// The program until the test ends, and all that it says.
class Running {
public:
    explicit Running(const QStringList& arguments) {
        QProcessEnvironment english = QProcessEnvironment::systemEnvironment();
        for (const char* const name : {"LANGUAGE", "LC_ALL"}) english.insert(name, "en_US.UTF-8");
        program_.setProcessEnvironment(english);
        program_.setProcessChannelMode(QProcess::MergedChannels);
        program_.start(kProgram, arguments);
    }
    ~Running() {
        program_.kill();
        program_.waitForFinished();
    }
    bool says(const char* text) {
        return comes([&] {
            said_ += program_.readAll();
            return said_.contains(text);
        });
    }
    bool ends() {
        return comes([&] { return program_.state() == QProcess::NotRunning; });
    }
    bool runs() const { return program_.state() == QProcess::Running; }
    int code() const { return program_.exitCode(); }
    std::string said() const { return said_.toStdString(); }

private:
    QProcess program_;
    QByteArray said_;
};

// As tools/door/boxoffice.sh writes it.
void writeEnrolment(const QString& name, const std::string& code) {
    const client::House& house = client::House::shared();
    const QJsonObject offer{
        {"server", QStringLiteral("127.0.0.1:%1").arg(house.stack.ports().staff)},
        {"authority", QString::fromStdString(house.stack.authorityPem())},
        {"code", QString::fromStdString(code)}};
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(offer).toJson());
}

TEST(StartTest, AnEnrolmentFileMakesADeviceThatAsksToSignInAndASecondProgramLeavesItAlone) {
    const client::House& house = client::House::shared();
    const test::TempDir dir("start");
    const QString folder = QString::fromStdString(dir / "till");
    const QString offer = QString::fromStdString(dir / "enrolment.json");
    const QStringList arguments{"--data-dir", folder, "--enrolment", offer};
    writeEnrolment(offer, house.shell({"devices", "code", "--name", "Demo till"}));
    {
        Running first(arguments);
        ASSERT_TRUE(first.says("shows: Sign in")) << first.said();
        const qt::DeskStore store(folder);
        ASSERT_TRUE(store.enrolment().has_value());
        EXPECT_EQ(store.enrolment()->name, QStringLiteral("Demo till"));
        EXPECT_FALSE(store.enrolment()->keyPem.empty());
        EXPECT_EQ(house.stack.psql("SELECT count(*) FROM device WHERE name = 'Demo till'"), "1");

        Running second(arguments);
        ASSERT_TRUE(second.ends());
        EXPECT_EQ(second.code(), 0);
        EXPECT_TRUE(second.says("runs already")) << second.said();
        EXPECT_TRUE(first.says("comes forward")) << first.said();
        EXPECT_TRUE(first.runs());
    }
    // Of one that was killed nothing is in the way; its code is of no use any more.
    Running again(arguments);
    EXPECT_TRUE(again.says("shows: Sign in")) << again.said();
    EXPECT_EQ(house.stack.psql("SELECT count(*) FROM device WHERE name = 'Demo till'"), "1");
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
