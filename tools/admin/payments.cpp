// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/payments.h"

#include <algorithm>

#include "shared/base/encoding.h"

namespace tessera::admin {
namespace {

constexpr std::size_t kNoteMax = 400;

std::string idText(EventId event, std::int64_t local) {
    return local == 0 ? "-" : encodePublicId(event, local);
}

// Seconds are enough for people.
std::string timeText(Instant at) {
    return toRfc3339(at).substr(0, 19) + "Z";
}

// One word of a line: what a provider said may have tabs and line feeds.
std::string word(const std::string& text) {
    std::string out = text.empty() ? "-" : text;
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return out;
}

Result<std::vector<store::BreakRow>> allBreaks(store::Reconciliations& breaks, bool resolvedToo) {
    store::Reconciliations::BreakQuery query;
    query.resolvedToo = resolvedToo;
    std::vector<store::BreakRow> all;
    while (true) {
        const auto page = breaks.listBreaks(query);
        if (!page) return page;
        all.insert(all.end(), page->begin(), page->end());
        if (static_cast<std::int32_t>(page->size()) < query.limit) return all;
        query.afterEvent = page->back().what.subject.event;
        query.afterId = page->back().id;
    }
}

Result<Said> resolve(store::Reconciliations& breaks, const BreaksOptions& options, Instant now) {
    const auto id = decodeEventScopedId(options.resolve);
    if (!id) return failure("--resolve takes the id of a break as it is listed");
    if (options.note.empty() || options.note.size() > kNoteMax || !isCleanUtf8(options.note)) {
        return failure("--note says in 1 to 400 bytes how it was resolved");
    }
    const auto done =
        breaks.resolve(id->event, id->local, now, "by hand " + timeText(now) + ": " + options.note);
    if (!done) return tl::make_unexpected(done.error());
    if (!*done) return failure("there is no open break " + options.resolve);
    return Said{"resolved " + options.resolve + "\n", 0};
}

}  // namespace

std::string breaksText(const std::vector<store::BreakRow>& rows) {
    std::string out;
    for (const store::BreakRow& row : rows) {
        const store::BreakSubject& subject = row.what.subject;
        const bool open = row.resolvedAt == Instant::never();
        out += std::string("break\t") + idText(subject.event, row.id) + "\t" +
               (open ? "open" : "resolved") + "\t" + store::nameOf(subject.kind) + "\t" +
               store::nameOf(subject.provider) + "\t" + word(subject.object) + "\tattempt " +
               idText(subject.event, subject.attempt.value) + "\trefund " +
               idText(subject.event, subject.refund.value) + "\tours: " + word(row.what.ours) +
               "\ttheirs: " + word(row.what.theirs) + "\tsince " + timeText(row.firstSeen) +
               "\tseen " + timeText(row.lastSeen);
        if (!open) out += "\t" + word(row.resolution);
        out += "\n";
    }
    return out;
}

std::string manualText(const std::vector<store::ManualCase>& cases) {
    std::string out;
    for (const store::ManualCase& each : cases) {
        out += std::string(each.refund ? "manual_refund" : "manual_order") + "\t" +
               idText(each.event, each.refund ? each.refund.value : each.order.value) + "\torder " +
               idText(each.event, each.order.value) + "\t" + std::to_string(each.amount.minor) +
               "\tsince " + timeText(each.createdAt) + "\t" + word(each.evidence) + "\n";
    }
    return out;
}

std::string booksText(const store::LedgerCheck& check) {
    std::string out;
    for (const store::AccountBalance& each : check.balances) {
        out += "account\t" + toString(each.currency) + "\t" + store::nameOf(each.account) + "\t" +
               std::to_string(each.entries) + " entries\tdebit " +
               std::to_string(each.debit.minor) + "\tcredit " + std::to_string(each.credit.minor) +
               "\tbalance " + std::to_string((each.debit - each.credit).minor) + "\n";
    }
    for (const store::LedgerFinding& each : check.findings) {
        out += "finding\t" + encodePublicId(each.event.value) + "\t" + each.rule + "\t" +
               word(each.detail) + "\n";
    }
    return out + std::to_string(check.findings.size()) + " findings over " +
           std::to_string(check.entries) + " entries of " + std::to_string(check.commands) +
           " commands, " + std::to_string(check.attempts) + " attempts and " +
           std::to_string(check.refunds) + " refunds of " + std::to_string(check.events) +
           " events\n";
}

std::string returnsText(const engine::Disruption& disruption,
                        const store::ReturnsProgress& progress) {
    const bool moved = disruption.kind == engine::DisruptionKind::Moved;
    const auto sum = [](const char* name, const store::ReturnsProgress::Sum& of) {
        return std::string("refunds\t") + name + "\t" + std::to_string(of.count) + "\t" +
               std::to_string(of.amount.minor) + "\n";
    };
    std::string out = std::string(moved ? "moved" : "cancelled") + "\t" + timeText(disruption.at) +
                      "\t" + word(disruption.note) + "\n";
    out += "orders\t" + std::to_string(disruption.orders) + "\tleft " +
           std::to_string(progress.ordersLeft) + "\taccepted " +
           std::to_string(progress.ordersAccepted) + "\n";
    out += sum("pending", progress.pending) + sum("succeeded", progress.succeeded) +
           sum("manual", progress.manual);
    const bool over = disruption.finishedAt != Instant{};
    return out + (over ? "finished\t" + timeText(disruption.finishedAt) : "not finished") + "\n";
}

Result<Said> showReturns(store::Catalog& catalog, store::Store& store, EventId event) {
    const auto row = catalog.findEvent(event);
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return failure("there is no such event");
    const engine::Disruption& became = (*row)->disruption;
    if (became.kind == engine::DisruptionKind::None) {
        return Said{"takes place as it was sold\n", 0};
    }
    const auto progress = store.readReturns(event, became);
    if (!progress) return tl::make_unexpected(progress.error());
    const bool over = became.finishedAt != Instant{} && progress->manual.count == 0;
    return Said{returnsText(became, *progress), over ? 0 : kSomethingOpen};
}

Result<Said> showBreaks(store::Reconciliations& breaks, store::Finance& finance,
                        const BreaksOptions& options, Instant now) {
    if (!options.resolve.empty()) return resolve(breaks, options, now);
    const auto rows = allBreaks(breaks, options.resolvedToo);
    if (!rows) return tl::make_unexpected(rows.error());
    const auto manual = finance.listManual();
    if (!manual) return tl::make_unexpected(manual.error());
    const auto open = std::count_if(rows->begin(), rows->end(), [](const store::BreakRow& row) {
        return row.resolvedAt == Instant::never();
    });
    Said said;
    said.text = breaksText(*rows) + manualText(*manual) + std::to_string(open) + " open breaks, " +
                std::to_string(manual->size()) + " manual\n";
    said.code = open > 0 || !manual->empty() ? kSomethingOpen : 0;
    return said;
}

Result<Said> checkBooks(store::Finance& finance, EventId event) {
    const auto check = event ? finance.checkEvent(event) : finance.checkAll();
    if (!check) return tl::make_unexpected(check.error());
    return Said{booksText(*check), check->findings.empty() ? 0 : kSomethingOpen};
}

}  // namespace tessera::admin
