// SPDX-License-Identifier: Apache-2.0
// A WebhookInbox on the database's rows.
//
// Thread-safe. Rows are written and read on `blocking`. What arrives during a write waits and is
// written together, at most kWebhooksPerWrite at once: in a rush a provider sends thousands a
// second, and each transaction waits for the disk. Where kWebhooksWaiting wait, or `blocking` takes
// nothing, `done` gets a failure at once, and the provider sends its webhook again. Texts are cut
// to their limits and made printable, so that no webhook can be one that the database refuses for
// ever; where it refuses several together, each is written alone.
#pragma once

#include <atomic>
#include <deque>
#include <mutex>

#include "server/payments/provider.h"
#include "server/runtime/executor.h"
#include "server/store/webhook_inbox.h"

namespace tessera::payments {

inline constexpr std::size_t kWebhooksWaiting = 8192;
inline constexpr std::size_t kWebhooksPerWrite = 500;

class StoredWebhooks final : public WebhookInbox {
public:
    // Both outlive it, and what waits on `blocking` is done before it goes.
    StoredWebhooks(store::WebhookRows& rows, runtime::Executor& blocking)
        : rows_(rows), blocking_(blocking) {}

    void store(std::vector<WebhookItem> items, std::function<void(Status)> done) override;
    void read(EventId event, AttemptId attempt,
              std::function<void(Result<std::vector<WebhookItem>>)> done) override;
    // What waits fails instead of asking the database, as does what comes later.
    void stop() { stopping_ = true; }

private:
    struct Parcel {
        std::vector<store::WebhookRow> rows;
        std::function<void(Status)> done;
    };

    std::vector<Parcel> takeNext();  // Nothing: nobody writes from now on.
    void writeAll();
    void write(std::vector<Parcel>& parcels);
    Status writeRows(const std::vector<store::WebhookRow>& rows);

    store::WebhookRows& rows_;
    runtime::Executor& blocking_;
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::deque<Parcel> waiting_;
    std::size_t rowsWaiting_ = 0;
    bool writing_ = false;  // A task writes, or will.
};

}  // namespace tessera::payments
