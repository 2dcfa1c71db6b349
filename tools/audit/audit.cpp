// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/audit.h"

#include <charconv>
#include <cstring>

#include "shared/base/ids.h"
#include "tools/audit/checks.h"
#include "tools/audit/provider_ledger.h"

namespace tessera::audit {

Status readRows(Database& database, const AuditOptions& options, Evidence& evidence) {
    const auto now =
        database.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint");
    if (!now) return tl::unexpected(now.error());
    const char* text = PQgetvalue(now->get(), 0, 0);
    std::from_chars(text, text + std::strlen(text), evidence.now);
    auto rows = database.read(options.event);
    if (!rows) return tl::unexpected(rows.error());
    evidence.rows = std::move(*rows);
    return {};
}

Status readBooks(const std::vector<std::string>& ledger, const AuditOptions& options,
                 Evidence& evidence) {
    auto books = readProviderLedger(ledger);
    if (!books) return tl::unexpected(books.error());
    evidence.books = std::move(*books);
    if (!options.event) return {};
    const auto others = [&](const auto& each) {
        const auto attempt = decodeEventScopedId(each.attempt);
        return attempt && attempt->event.value != *options.event;
    };
    std::erase_if(evidence.books.payments, others);
    std::erase_if(evidence.books.effects, others);
    return {};
}

Status readTold(const std::vector<std::string>& lines, Evidence& evidence) {
    auto answers = readAnswers(lines);
    if (!answers) return tl::unexpected(answers.error());
    evidence.answers = std::move(*answers);
    return {};
}

Report judge(const Evidence& evidence, const AuditOptions& options) {
    const Indexed indexed(evidence.rows, evidence.books);
    Report report;
    report.rowsAudited = evidence.rows.count() + evidence.books.entries;
    checkOwners(indexed, report);
    checkSeatRows(indexed, report);
    checkSums(indexed, report);
    checkAnswers(indexed, evidence.answers, report);
    if (options.atRest) {
        checkMoney(indexed, report);
        checkCaptures(indexed, report);
        checkRest(indexed, evidence.now, report);
        checkPromise(indexed, evidence.answers, report);
        checkReleases(indexed, report);
        checkKeys(indexed, report);
        checkShifts(indexed, report);
    }
    return report;
}

}  // namespace tessera::audit
