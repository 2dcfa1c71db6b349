// SPDX-License-Identifier: Apache-2.0
#include "server/notify/mail_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/temp_dir.h"

namespace tessera::notify {
namespace {

namespace fs = std::filesystem;

struct MailFolderTest : testing::Test {
    SmtpAnswer send(const std::string& id,
                    const std::string& bytes = "Subject: s\r\n\r\nbody\r\n") {
        return folder.send({"house@h.example", "anna@a.example", id + "@h.example"}, bytes);
    }
    std::size_t count() const {
        std::size_t all = 0;
        for ([[maybe_unused]] const auto& each : fs::directory_iterator(path)) ++all;
        return all;
    }
    std::string contents(const std::string& name) const {
        std::ostringstream out;
        out << std::ifstream(fs::path(path) / name).rdbuf();
        return out.str();
    }
    // As if it had been written so long ago.
    void age(const std::string& name, int hours) const {
        fs::last_write_time(fs::path(path) / name,
                            fs::file_time_type::clock::now() - std::chrono::hours(hours));
    }

    test::TempDir dir{"mails"};
    const std::string path = dir / "in/mails";
    MailFolder folder{path};
};

TEST_F(MailFolderTest, AMailIsAFileForItsUserAloneAndSentAgainItIsTheSameFile) {
    ASSERT_TRUE(folder.prepare());
    ASSERT_TRUE(folder.prepare()) << "one that is there is taken";
    EXPECT_EQ(send("a.0.5").outcome, SmtpOutcome::Sent);
    EXPECT_EQ(send("a.0.5", "Subject: again\r\n\r\n").outcome, SmtpOutcome::Sent);
    EXPECT_EQ(send("a.1.6").outcome, SmtpOutcome::Sent);
    EXPECT_EQ(count(), 2U);
    EXPECT_EQ(contents("a.0.5.eml"), "Subject: again\r\n\r\n");
    struct stat found {};
    ASSERT_EQ(::stat((path + "/a.0.5.eml").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat(path.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0700U);
}

TEST_F(MailFolderTest, BeyondItsBoundsTheOldestGo) {
    ASSERT_TRUE(folder.prepare());
    std::ofstream(path + "/notes.txt") << "not a mail";
    for (std::size_t i = 0; i < kFolderMailsMost; ++i) {
        const std::string name = "m" + std::to_string(i);
        std::ofstream(path + "/" + name + ".eml") << name;
        age(name + ".eml", static_cast<int>(i) + 1);
    }
    ASSERT_EQ(send("new").outcome, SmtpOutcome::Sent);
    EXPECT_EQ(count(), kFolderMailsMost + 1) << "with what is no mail";
    EXPECT_FALSE(fs::exists(path + "/m199.eml"));
    EXPECT_TRUE(fs::exists(path + "/m198.eml"));
    // A sparse file counts by its size.
    fs::resize_file(path + "/m0.eml", kFolderBytesMost - 1000);
    age("m0.eml", 1);
    ASSERT_EQ(send("newer").outcome, SmtpOutcome::Sent);
    EXPECT_TRUE(fs::exists(path + "/m0.eml"));
    EXPECT_TRUE(fs::exists(path + "/notes.txt"));
    fs::resize_file(path + "/m0.eml", kFolderBytesMost);
    age("m0.eml", 1);
    ASSERT_EQ(send("newest").outcome, SmtpOutcome::Sent);
    EXPECT_EQ(count(), 4U) << "three new ones, and what is no mail";
}

TEST_F(MailFolderTest, WhereNothingCanBeWrittenTheMailIsTriedAgain) {
    const SmtpAnswer answer = send("a");
    EXPECT_EQ(answer.outcome, SmtpOutcome::Unavailable);
    EXPECT_EQ(answer.fault, ENOENT);
    std::ofstream(dir / "file") << "x";
    EXPECT_FALSE(MailFolder(dir / "file").prepare());
    EXPECT_FALSE(MailFolder(dir / "file/below").prepare());
}

}  // namespace
}  // namespace tessera::notify
