// SPDX-License-Identifier: Apache-2.0
// The Adyen side's lines in the ledger, and its state from them; see adyen_sandbox.h.
#include <algorithm>

#include "shared/base/check.h"
#include "shared/base/time.h"
#include "tools/paysim/adyen_render.h"
#include "tools/paysim/adyen_sandbox.h"

namespace tessera::paysim {
namespace {

// The end of the line that has it all.
void addSnapshots(Json& line, const AdyenEffect& effect) {
    if (effect.payment) line["snapshot"] = snapshotOf(*effect.payment);
    if (effect.modification) line["modification"] = snapshotOf(*effect.modification);
}

Json moneyLine(const AdyenEffect& effect, const AdyenMovement& movement, std::int64_t nowMillis) {
    const AdyenPayment& payment = *effect.payment;
    Json line{{"provider", "adyen"},          {"time", toRfc3339({nowMillis * 1000})},
              {"at", nowMillis * 1000},       {"type", movement.kind},
              {"intent", payment.psp},        {"amount", movement.amount},
              {"currency", payment.currency}, {"status", toText(payment.status)},
              {"charge", payment.psp}};
    if (effect.modification && movement.kind == "refund") {
        line["refund"] = effect.modification->psp;
        line["refund_reference"] = effect.modification->reference;
    }
    line["metadata"] = Json{{"tessera_attempt", payment.reference}};
    return line;
}

}  // namespace

// Movements of money first, then what is told of them.
std::string AdyenSandbox::linesOf(const AdyenEffect& effect, std::vector<Notice>& notices) {
    if (!effect.payment && !effect.modification) return {};
    const std::int64_t now = options_.nowMillis();
    std::string lines;
    std::vector<AdyenMovement> rows = effect.movements;
    const bool onlyReceived = rows.empty() && effect.modification;
    if (rows.empty() && !onlyReceived) rows.push_back({"state", effect.payment->amount});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Json line = moneyLine(effect, rows[i], now);
        if (i + 1 == rows.size()) addSnapshots(line, effect);
        lines += line.dump() + '\n';
    }
    if (onlyReceived) {
        Json line{{"provider", "adyen"}, {"at", now * 1000}, {"type", "event"}};
        addSnapshots(line, effect);
        lines += line.dump() + '\n';
    }
    for (const AdyenNotice& notice : effect.notices) {
        const Json item = renderNotice(notice, options_.merchantAccount, options_.hmacKey, now);
        notices.push_back({item.dump(), now + draw(), false});
        lines += Json{{"provider", "adyen"},
                      {"at", now * 1000},
                      {"type", "event"},
                      {"id", notices_.size() + notices.size() - 1},
                      {"due_at_ms", notices.back().dueAtMillis},
                      {"item", item}}
                     .dump() +
                 '\n';
    }
    return lines;
}

void AdyenSandbox::commit(AdyenEffect effect, std::vector<Notice> notices) {
    if (effect.payment) keep(std::move(*effect.payment));
    if (effect.modification) keep(std::move(*effect.modification));
    const std::int64_t now = options_.nowMillis();
    for (Notice& notice : notices) {
        const std::uint64_t id = notices_.size();
        if (options_.onNotice) options_.onNotice(id, notice.item, notice.dueAtMillis - now);
        notices_.push_back(std::move(notice));
    }
}

void AdyenSandbox::keep(AdyenPayment payment) {
    const std::string psp = payment.psp;
    if (!payments_.contains(psp)) {
        byReference_[payment.reference].push_back(psp);
        if (!payment.redirectToken.empty()) byToken_.emplace(payment.redirectToken, psp);
    }
    const std::int64_t at = payment.dueAtMillis;
    payments_.insert_or_assign(psp, std::move(payment));
    dueAt(at, psp);
}

void AdyenSandbox::keep(AdyenModification modification) {
    const std::string psp = modification.psp;
    const std::int64_t at = modification.dueAtMillis;
    modifications_.insert_or_assign(psp, std::move(modification));
    dueAt(at, psp);
}

// Before start() there are no timers: it looks at all that is due.
void AdyenSandbox::dueAt(std::int64_t millis, const std::string& psp) {
    if (millis == 0) return;
    const auto [first, last] = due_.equal_range(millis);
    for (auto it = first; it != last; ++it) {
        if (it->second == psp) return;
    }
    due_.emplace(millis, psp);
    if (ledger_ != nullptr && options_.onDue) {
        options_.onDue(std::max<std::int64_t>(0, millis - options_.nowMillis()));
    }
}

bool AdyenSandbox::replay(const Json& line) {
    TESSERA_CHECK(ledger_ == nullptr);
    const std::lock_guard lock(mutex_);
    try {
        const std::string type = line.at("type");
        if (type == "answer") {
            keys_.restore(line.at("key"), {line.at("http_status"), line.at("body")},
                          line.at("at_ms"), options_.nowMillis());
            return true;
        }
        if (type == "webhook") {
            const std::uint64_t id = line.at("id");
            if (id >= notices_.size()) return false;
            noticesTaken_ += notices_[id].taken ? 0 : 1;
            notices_[id].taken = true;
            return true;
        }
        if (line.contains("item")) {
            if (line.at("id") != notices_.size()) return false;
            notices_.push_back({line.at("item").dump(), line.at("due_at_ms"), false});
            return true;
        }
        if (line.contains("snapshot")) {
            auto payment = adyenPaymentFrom(line.at("snapshot"));
            if (!payment) return false;
            keep(std::move(*payment));
        }
        if (line.contains("modification")) {
            auto modification = adyenModificationFrom(line.at("modification"));
            if (!modification) return false;
            keep(std::move(*modification));
        }
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

void AdyenSandbox::start(Ledger& ledger) {
    const std::lock_guard lock(mutex_);
    TESSERA_CHECK(ledger_ == nullptr);
    ledger_ = &ledger;
    const std::int64_t now = options_.nowMillis();
    for (std::uint64_t id = 0; id < notices_.size() && options_.onNotice; ++id) {
        const Notice& notice = notices_[id];
        if (notice.taken) continue;
        options_.onNotice(id, notice.item, std::max<std::int64_t>(0, notice.dueAtMillis - now));
    }
    for (const auto& [at, psp] : due_) {
        if (options_.onDue) options_.onDue(std::max<std::int64_t>(0, at - now));
    }
}

void AdyenSandbox::taken(std::uint64_t notice) {
    const std::lock_guard lock(mutex_);
    if (notice >= notices_.size() || notices_[notice].taken) return;
    const Json line{{"provider", "adyen"},
                    {"at", options_.nowMillis() * 1000},
                    {"type", "webhook"},
                    {"id", notice}};
    // Where it cannot be written it is only sent again after a restart.
    notices_[notice].taken = true;
    ++noticesTaken_;
    static_cast<void>(ledger_->append(line.dump() + '\n'));
}

}  // namespace tessera::paysim
