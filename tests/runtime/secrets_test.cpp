// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/secrets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <set>

#include "shared/base/encoding.h"
#include "tests/support/temp_dir.h"

namespace tessera::runtime {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string>);

class SecretFileTest : public ::testing::Test {
protected:
    std::string write(const std::string& contents, mode_t mode = 0600) {
        const std::string path = (folder_ / "secret").string();
        std::ofstream(path, std::ios::binary | std::ios::trunc) << contents;
        EXPECT_EQ(::chmod(path.c_str(), mode), 0);
        return path;
    }
    test::TempDir folder_{"secrets"};
};

TEST_F(SecretFileTest, TheTextComesWithoutSurroundingSpace) {
    const auto secret = readSecretFile(write("  sk_test_abc\r\n"));
    ASSERT_TRUE(secret);
    EXPECT_EQ(secret->reveal(), "sk_test_abc");
}

TEST_F(SecretFileTest, AFileThatEverybodyCanReadOrWriteIsRefused) {
    EXPECT_TRUE(readSecretFile(write("abc", 0640)));
    for (const mode_t mode : {0644U, 0602U, 0666U}) {
        const auto refused = readSecretFile(write("abc", mode));
        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().message, HasSubstr("everybody"));
    }
}

TEST_F(SecretFileTest, MissingEmptyHugeAndForeignFilesAreRefused) {
    EXPECT_FALSE(readSecretFile((folder_ / "none").string()));
    EXPECT_FALSE(readSecretFile(folder_.path().string()));
    EXPECT_FALSE(readSecretFile(write(" \n")));
    EXPECT_TRUE(readSecretFile(write(std::string(kSecretFileBytesMax, 'a'))));
    EXPECT_FALSE(readSecretFile(write(std::string(kSecretFileBytesMax + 1, 'a'))));
}

TEST_F(SecretFileTest, AKeyIsThirtyTwoBytesInHexOrBase64) {
    const std::string key = sha256("seed").size() == 32 ? std::string(32, '\x5A') : "";
    const std::string hex(64, '5');
    EXPECT_EQ(readKeyFile(write(toBase64(key) + "\n"))->reveal(), key);
    EXPECT_EQ(readKeyFile(write(toBase64Url(key)))->reveal(), key);
    EXPECT_EQ(readKeyFile(write(hex))->reveal(), std::string(32, 'U'));
    for (const std::string& bad : {hex.substr(2), hex + "55", std::string(64, 'g')}) {
        const auto refused = readKeyFile(write(bad));
        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().message, Not(HasSubstr(bad)));
    }
}

TEST_F(SecretFileTest, ACreatedKeyIsPrivateReadableAndNeverOverwritten) {
    const std::string path = (folder_ / "new.key").string();
    ASSERT_TRUE(createKeyFile(path));
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    const std::string first(readKeyFile(path)->reveal());
    EXPECT_EQ(first.size(), 32U);
    EXPECT_FALSE(createKeyFile(path));
    EXPECT_EQ(readKeyFile(path)->reveal(), first);
}

TEST(SecretTest, AMovedSecretLeavesNothingBehind) {
    Secret first("token");
    Secret second(std::move(first));
    EXPECT_TRUE(first.empty());
    EXPECT_EQ(second.reveal(), "token");
    Secret third;
    third = std::move(second);
    EXPECT_TRUE(second.empty());
    EXPECT_EQ(third.reveal(), "token");
}

TEST(DigestTest, Sha256AgreesWithFips180) {
    EXPECT_EQ(toHex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(toHex(sha256("")),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(callerHashOf("abc").bytes, sha256("abc"));
}

TEST(DigestTest, HmacAgreesWithRfc4231) {
    EXPECT_EQ(toHex(hmacSha256(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(toHex(hmacSha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(DigestTest, ConstantTimeComparisonComparesEveryByte) {
    const std::string text = "0123456789abcdef";
    EXPECT_TRUE(equalConstantTime(text, text));
    EXPECT_TRUE(equalConstantTime("", ""));
    EXPECT_FALSE(equalConstantTime(text, text + "0"));
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = 'x';
        EXPECT_FALSE(equalConstantTime(text, other));
    }
}

TEST(RandomTest, RandomBytesDiffer) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(randomBytes(16));
    EXPECT_EQ(seen.size(), 1000U);
    EXPECT_TRUE(randomBytes(0).empty());
}

}  // namespace
}  // namespace tessera::runtime
