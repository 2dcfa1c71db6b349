// SPDX-License-Identifier: Apache-2.0
#include "server/store/trail.h"

#include <string_view>

#include "server/runtime/secrets.h"
#include "server/store/pg_binary.h"
#include "shared/base/check.h"

namespace tessera::store {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kActionBytesMax = 64;
constexpr std::size_t kReasonBytesMax = 500;

void put(std::string& out, std::int64_t value) {
    out.resize(out.size() + 8);
    put64(out.data() + out.size() - 8, value);
}

void put(std::string& out, std::string_view text) {
    put(out, static_cast<std::int64_t>(text.size()));
    out += text;
}

}  // namespace

TrailHash hashOf(const TrailRow& row) {
    std::string text(1, kVersion);
    put(text, row.event.value);
    put(text, row.number);
    put(text, row.at.micros);
    put(text, row.by.value);
    put(text, row.device.value);
    put(text, row.approval.value);
    put(text, row.approvedBy.value);
    put(text, row.action);
    put(text, row.subject);
    put(text, row.amount.minor);
    put(text, row.reason);
    put(text,
        std::string_view(reinterpret_cast<const char*>(row.before.data()), row.before.size()));
    return runtime::sha256(text);
}

void chain(TrailRow& row, const TrailEnd& last) {
    TESSERA_CHECK(row.action.size() <= kActionBytesMax && row.reason.size() <= kReasonBytesMax);
    row.number = last.number + 1;
    row.before = last.hash;
    row.hash = hashOf(row);
}

void chain(TrailRow& row, const TrailRow* last) {
    TESSERA_CHECK(last == nullptr || last->event == row.event);
    chain(row, last == nullptr ? TrailEnd{} : TrailEnd{last->number, last->hash});
}

std::optional<TrailFinding> TrailCheck::judge(std::span<const TrailRow> rows) {
    for (const TrailRow& row : rows) {
        const auto found = [&](TrailFault fault) { return TrailFinding{fault, row.number}; };
        if (row.event != event_) return found(TrailFault::Event);
        if (row.number != end_.number + 1) return found(TrailFault::Number);
        if (row.before != end_.hash) return found(TrailFault::Before);
        if (row.hash != hashOf(row)) return found(TrailFault::Hash);
        end_ = {row.number, row.hash};
        if (watched_ && watched_->number == row.number) watched_->hash = row.hash;
        ++judged_;
    }
    return std::nullopt;
}

std::optional<TrailFinding> TrailCheck::judgeEnd(const std::optional<TrailEnd>& known) const {
    if (!known) return std::nullopt;
    if (known->number > end_.number) return TrailFinding{TrailFault::End, end_.number};
    TESSERA_CHECK(watched_ && watched_->number == known->number);
    if (known->number > 0 && watched_->hash != known->hash) {
        return TrailFinding{TrailFault::End, known->number};
    }
    return std::nullopt;
}

}  // namespace tessera::store
