// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stored_webhooks.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <map>

#include "server/runtime/thread_pool.h"

namespace tessera::payments {
namespace {

class KeptRows final : public store::WebhookRows {
public:
    Status store(const std::vector<store::WebhookRow>& given) override {
        writes.push_back(given.size());
        if (entered) entered->set_value();
        entered = nullptr;
        if (gate) gate->get();
        gate = nullptr;
        for (const auto& row : given) {
            if (row.id == refused) {
                return tl::make_unexpected(Error{"store", Effect::None, "22021"});
            }
        }
        rows.insert(rows.end(), given.begin(), given.end());
        return fails ? failure("no database") : Status{};
    }
    Result<std::vector<store::WebhookRow>> read(EventId, AttemptId) override { return rows; }

    std::vector<store::WebhookRow> rows;
    std::vector<std::size_t> writes;  // How many rows each had.
    bool fails = false;
    std::string refused = "none such";
    // The next write says that it has begun, and waits.
    std::promise<void>* entered = nullptr;
    std::future<void>* gate = nullptr;
};

struct StoredWebhooksTest : ::testing::Test {
    Status stored(std::vector<WebhookItem> items) {
        std::promise<Status> done;
        inbox.store(std::move(items), [&](Status s) { done.set_value(std::move(s)); });
        return done.get_future().get();
    }

    runtime::SteadyClock clock;
    runtime::ThreadPool pool{{.threads = 1, .queueMax = 4}, clock};
    KeptRows rows;
    StoredWebhooks inbox{rows, pool};
};

TEST_F(StoredWebhooksTest, WhatWasStoredIsReadAsItCame) {
    WebhookItem item;
    item.provider = engine::ProviderKind::Adyen;
    item.id = "psp:CAPTURE:true";
    item.event = EventId{7};
    item.attempt = AttemptId{8};
    item.refund = RefundId{9};
    item.kind = "CAPTURE";
    item.success = false;
    item.amount = Money{1200};
    item.objectId = "psp";
    item.reason = "why";
    item.at = Instant{5};
    ASSERT_TRUE(stored({item}));
    std::promise<Result<std::vector<WebhookItem>>> read;
    inbox.read(EventId{7}, AttemptId{8}, [&](auto items) { read.set_value(std::move(items)); });
    const auto items = read.get_future().get();
    ASSERT_TRUE(items);
    ASSERT_EQ(items->size(), 1u);
    const auto& back = items->front();
    EXPECT_EQ(back.provider, item.provider);
    EXPECT_EQ(back.id, item.id);
    EXPECT_EQ(back.event, item.event);
    EXPECT_EQ(back.attempt, item.attempt);
    EXPECT_EQ(back.refund, item.refund);
    EXPECT_EQ(back.kind, item.kind);
    EXPECT_FALSE(back.success);
    EXPECT_EQ(back.amount, item.amount);
    EXPECT_EQ(back.objectId, item.objectId);
    EXPECT_EQ(back.reason, item.reason);
    EXPECT_EQ(back.at, item.at);
}

// A NUL would be refused by the database each time the provider sent it again.
TEST_F(StoredWebhooksTest, TextsAreMadePrintableAndShort) {
    WebhookItem item;
    item.id = std::string("a\0b", 3) + std::string(500, 'x');
    item.reason = "\xff\n" + std::string(500, 'y');
    ASSERT_TRUE(stored({item}));
    EXPECT_EQ(rows.rows[0].id.size(), 128u);
    EXPECT_EQ(rows.rows[0].id.substr(0, 3), "a?b");
    EXPECT_EQ(rows.rows[0].reason.size(), 256u);
    EXPECT_EQ(rows.rows[0].reason.substr(0, 2), "??");
}

TEST_F(StoredWebhooksTest, WhatIsNotStoredIsAFailure) {
    rows.fails = true;
    EXPECT_FALSE(stored({WebhookItem{}}));
    rows.fails = false;
    pool.stop();
    EXPECT_FALSE(stored({WebhookItem{}})) << "at once, where nothing runs any more";
    EXPECT_EQ(rows.rows.size(), 1u);
}

// Three during a write: they are written together, but the one that the database refuses.
TEST_F(StoredWebhooksTest, WhatArrivesDuringAWriteIsWrittenTogether) {
    std::promise<void> entered, open;
    auto gate = open.get_future();
    rows.entered = &entered;
    rows.gate = &gate;
    rows.refused = "c";
    std::map<std::string, std::promise<Status>> told;
    for (const char* id : {"a", "b", "c", "d"}) told[id];
    for (const std::string id : {"a", "b", "c", "d"}) {
        WebhookItem item;
        item.id = id;
        inbox.store({item}, [&told, id](Status s) { told.at(id).set_value(std::move(s)); });
        if (id == "a") entered.get_future().wait();
    }
    open.set_value();
    for (auto& [id, status] : told) {
        EXPECT_EQ(status.get_future().get().has_value(), id != "c") << id;
    }
    EXPECT_EQ(rows.writes, (std::vector<std::size_t>{1, 3, 1, 1, 1}));
}

TEST_F(StoredWebhooksTest, SoManyMayWaitAndTheNextIsRefusedAtOnce) {
    std::promise<void> entered, open;
    auto gate = open.get_future();
    rows.entered = &entered;
    rows.gate = &gate;
    std::atomic<std::size_t> kept{0};
    const auto store = [&](std::size_t count) {
        inbox.store(std::vector<WebhookItem>(count), [&, count](const Status& s) {
            if (s) kept += count;
        });
    };
    store(1);
    entered.get_future().wait();
    store(kWebhooksWaiting);
    std::promise<Status> last;
    inbox.store({WebhookItem{}}, [&](Status s) { last.set_value(std::move(s)); });
    EXPECT_FALSE(last.get_future().get());
    open.set_value();
    pool.stop();
    EXPECT_EQ(kept, kWebhooksWaiting + 1);
}

TEST_F(StoredWebhooksTest, OnceStoppedTheDatabaseIsNotAsked) {
    inbox.stop();
    EXPECT_FALSE(stored({WebhookItem{}}));
    EXPECT_TRUE(rows.rows.empty());
}

}  // namespace
}  // namespace tessera::payments
