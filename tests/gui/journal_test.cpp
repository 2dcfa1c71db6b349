// SPDX-License-Identifier: Apache-2.0
// What is on the disk of a till is what was written, whole, or it is set aside and said.
#include "shared/qt/desk/journal.h"

#include <gtest/gtest.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::gui {
namespace {

class JournalTest : public testing::Test {
protected:
    // A thousand files are set aside here, and each says so.
    JournalTest()
        : before_(
              qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {})) {
    }
    ~JournalTest() override { qInstallMessageHandler(before_); }
    static qt::JournalPage page(const std::string& id) {
        v1::CountShiftRequest count;
        count.set_request_id(id);
        qt::JournalPage out;
        out.put("count", count);
        out.putNumber("given", -5);
        out.putText("note", QStringLiteral("Für später: مساء"));
        return out;
    }
    static std::string idIn(const qt::JournalPage& page) {
        v1::CountShiftRequest count;
        EXPECT_TRUE(page.take("count", count));
        return count.request_id();
    }
    QByteArray bytes() const {
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void overwrite(const QByteArray& bytes) const {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    QString path() const { return dir.filePath("in_hand"); }
    QString unread() const { return dir.filePath("in_hand.unread"); }

    QTemporaryDir dir;
    const qt::Journal journal{dir.path(), "in_hand"};

private:
    QtMessageHandler before_;
};

TEST_F(JournalTest, WhatWasWrittenIsReadByNameAndTypeForItsUserAlone) {
    ASSERT_TRUE(journal.write(page("one")));
    ASSERT_TRUE(journal.write(page("two")));
    EXPECT_EQ(QFile::permissions(path()) & ~(QFile::ReadUser | QFile::WriteUser),
              QFile::ReadOwner | QFile::WriteOwner);
    const auto read = qt::Journal(dir.path(), "in_hand").read();
    ASSERT_TRUE(read);
    EXPECT_EQ(idIn(*read), "two");
    std::int64_t given = 0;
    QString note;
    EXPECT_TRUE(read->takeNumber("given", given));
    EXPECT_TRUE(read->takeText("note", note));
    EXPECT_EQ(given, -5);
    EXPECT_EQ(note, QStringLiteral("Für später: مساء"));
    v1::CloseShiftRequest other;
    EXPECT_FALSE(read->take("count", other));
    EXPECT_TRUE(read->take("close", other));  // It is not there: nothing is in it.
    EXPECT_TRUE(other.request_id().empty());
    journal.clear();
    EXPECT_FALSE(journal.read());
    EXPECT_FALSE(journal.hasSetAside());
}

TEST_F(JournalTest, AFileTornAnywhereOrWithAnyByteChangedIsSetAsideAndKept) {
    ASSERT_TRUE(journal.write(page("one")));
    const QByteArray whole = bytes();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        overwrite(whole.first(at));
        ASSERT_FALSE(journal.read()) << "cut at " << at;
        ASSERT_EQ(QFile(unread()).size(), at);
        ASSERT_FALSE(QFile::exists(path()));
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        overwrite(changed);
        ASSERT_FALSE(journal.read()) << "changed at " << at;
    }
    overwrite(whole + 'x');
    EXPECT_FALSE(journal.read());
    EXPECT_TRUE(journal.hasSetAside());
    overwrite(whole);
    EXPECT_TRUE(journal.read());
}

TEST_F(JournalTest, TheFileOfAnotherJournalOrOfNoneIsNotTakenForItsOwn) {
    ASSERT_TRUE(qt::Journal(dir.path(), "other").write(page("one")));
    ASSERT_TRUE(QFile::rename(dir.filePath("other"), path()));
    EXPECT_FALSE(journal.read());
    EXPECT_TRUE(QFile::exists(unread()));
    overwrite("{\"written\": \"by something else\"}");
    EXPECT_FALSE(journal.read());
    EXPECT_EQ(QFile(unread()).size(), 32);
}

TEST_F(JournalTest, WhatIsLargerThanItsLimitIsNeitherWrittenNorRead) {
    const qt::Journal small(dir.path(), "in_hand", 300);
    ASSERT_TRUE(small.write(page("one")));
    EXPECT_FALSE(small.write(page(std::string(300, 'x'))));
    EXPECT_EQ(idIn(small.read().value()), "one");
    ASSERT_TRUE(journal.write(page(std::string(300, 'x'))));
    EXPECT_FALSE(small.read());
    EXPECT_TRUE(small.hasSetAside());
}

TEST_F(JournalTest, WhereNothingCanBeWrittenItSaysSo) {
    overwrite("a file, not a folder");
    EXPECT_FALSE(qt::Journal(path(), "in_hand").write(page("one")));
    EXPECT_TRUE(qt::Journal({}, "in_hand").write(page("one")));
    EXPECT_FALSE(qt::Journal({}, "in_hand").read());
}

}  // namespace
}  // namespace tessera::gui
