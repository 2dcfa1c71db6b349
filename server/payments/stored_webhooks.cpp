// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stored_webhooks.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace tessera::payments {
namespace {

constexpr std::size_t kIdBytesMax = 128;
constexpr std::size_t kKindBytesMax = 64;
constexpr std::size_t kReasonBytesMax = 256;

std::string printable(std::string text, std::size_t bytesMax) {
    text.resize(std::min(text.size(), bytesMax));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

store::WebhookRow rowOf(WebhookItem item) {
    return {item.event,
            item.provider,
            printable(std::move(item.id), kIdBytesMax),
            item.attempt,
            item.refund,
            printable(std::move(item.kind), kKindBytesMax),
            item.success,
            item.amount,
            printable(std::move(item.objectId), kIdBytesMax),
            printable(std::move(item.reason), kReasonBytesMax),
            item.at};
}

WebhookItem itemOf(store::WebhookRow row) {
    return {row.provider,
            std::move(row.id),
            row.event,
            row.attempt,
            row.refund,
            std::move(row.kind),
            row.success,
            row.amount,
            std::move(row.objectId),
            std::move(row.reason),
            row.at};
}

}  // namespace

void StoredWebhooks::store(std::vector<WebhookItem> items, std::function<void(Status)> done) {
    std::vector<store::WebhookRow> rows;
    for (auto& item : items) rows.push_back(rowOf(std::move(item)));
    std::unique_lock lock(mutex_);
    if (rowsWaiting_ + rows.size() > kWebhooksWaiting) {
        lock.unlock();
        return done(failure("too many webhooks wait"));
    }
    rowsWaiting_ += rows.size();
    waiting_.push_back({std::move(rows), std::move(done)});
    if (writing_) return;
    writing_ = true;
    lock.unlock();
    if (blocking_.post([this] { writeAll(); }) == runtime::PostOutcome::Accepted) return;
    for (auto refused = takeNext(); !refused.empty(); refused = takeNext()) {
        for (const Parcel& each : refused) each.done(failure("too many webhooks wait"));
    }
}

std::vector<StoredWebhooks::Parcel> StoredWebhooks::takeNext() {
    const std::lock_guard lock(mutex_);
    std::vector<Parcel> next;
    std::size_t count = 0;
    while (!waiting_.empty() &&
           (next.empty() || count + waiting_.front().rows.size() <= kWebhooksPerWrite)) {
        count += waiting_.front().rows.size();
        next.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    rowsWaiting_ -= count;
    writing_ = !next.empty();
    return next;
}

void StoredWebhooks::writeAll() {
    for (auto next = takeNext(); !next.empty(); next = takeNext()) write(next);
}

Status StoredWebhooks::writeRows(const std::vector<store::WebhookRow>& rows) {
    if (stopping_) return failure("stopping");
    return rows_.store(rows);
}

void StoredWebhooks::write(std::vector<Parcel>& parcels) {
    std::vector<store::WebhookRow> together;
    for (const Parcel& parcel : parcels) {
        together.insert(together.end(), parcel.rows.begin(), parcel.rows.end());
    }
    const Status stored = writeRows(together);
    const bool refused = !stored && stored.error().effect == Effect::None &&
                         !stored.error().code.empty() && parcels.size() > 1;
    for (const Parcel& parcel : parcels) parcel.done(refused ? writeRows(parcel.rows) : stored);
}

void StoredWebhooks::read(EventId event, AttemptId attempt,
                          std::function<void(Result<std::vector<WebhookItem>>)> done) {
    const auto shared = std::make_shared<decltype(done)>(std::move(done));
    const auto posted = blocking_.post([this, shared, event, attempt] {
        if (stopping_) return (*shared)(failure("stopping"));
        auto rows = rows_.read(event, attempt);
        if (!rows) return (*shared)(tl::make_unexpected(rows.error()));
        std::vector<WebhookItem> items;
        for (auto& row : *rows) items.push_back(itemOf(std::move(row)));
        (*shared)(std::move(items));
    });
    if (posted != runtime::PostOutcome::Accepted) (*shared)(failure("too many calls wait"));
}

}  // namespace tessera::payments
