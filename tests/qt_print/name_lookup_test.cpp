// SPDX-License-Identifier: Apache-2.0
// A printer's name that nobody answers for holds up neither its worker nor the end of the program.
#include "shared/qt/print/name_lookup.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace tessera::qt {
namespace {

using std::chrono::milliseconds;

// Answers once it may.
struct SlowResolver {
    std::mutex mutex;
    std::condition_variable changed;
    bool may = false;
    std::atomic<int> asked{0};

    int answer(addrinfo** found) {
        ++asked;
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return may; });
        return ::getaddrinfo("127.0.0.1", "9100", nullptr, found);
    }
    void let() {
        const std::lock_guard lock(mutex);
        may = true;
        changed.notify_all();
    }
};

class NameLookupTest : public testing::Test {
protected:
    ~NameLookupTest() override {
        slow->let();
        ::close(bell);
    }
    const std::shared_ptr<SlowResolver> slow = std::make_shared<SlowResolver>();
    NameLookup lookup{[resolver = slow](const std::string&, const std::string&, addrinfo** found) {
        return resolver->answer(found);
    }};
    const int bell = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
};

TEST_F(NameLookupTest, ANameThatIsNotFoundInTimeIsSaidSoAndWaitedForByTheNextTry) {
    for (int i = 0; i < 2; ++i) {
        const auto late = lookup.find("printer.example", 9100, milliseconds(20), bell);
        ASSERT_FALSE(late.has_value());
        EXPECT_EQ(late.error().code, "ETIMEDOUT");
    }
    slow->let();
    const auto found = lookup.find("printer.example", 9100, milliseconds(10'000), bell);
    ASSERT_TRUE(found.has_value());
    EXPECT_NE(found->get(), nullptr);
    EXPECT_EQ(slow->asked, 1);
}

TEST_F(NameLookupTest, WhoIsInterruptedWaitsNoLonger) {
    const std::uint64_t one = 1;
    ASSERT_EQ(::write(bell, &one, sizeof one), static_cast<ssize_t>(sizeof one));
    const auto ended = lookup.find("printer.example", 9100, milliseconds(600'000), bell);
    ASSERT_FALSE(ended.has_value());
    EXPECT_EQ(ended.error().code, "ECANCELED");
}

TEST_F(NameLookupTest, AnAddressNeedsNoResolver) {
    EXPECT_TRUE(lookup.find("127.0.0.1", 9100, milliseconds(0), bell).has_value());
    EXPECT_TRUE(lookup.find("::1", 9100, milliseconds(0), bell).has_value());
    EXPECT_EQ(slow->asked, 0);
}

TEST(NameLookupRefusalTest, ANameThatThereIsNotIsRefused) {
    NameLookup lookup(
        [](const std::string&, const std::string&, addrinfo**) { return EAI_NONAME; });
    const int bell = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    const auto refused = lookup.find("nowhere.example", 9100, milliseconds(10'000), bell);
    ::close(bell);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().message.rfind("no such printer", 0), 0U);
}

}  // namespace
}  // namespace tessera::qt
