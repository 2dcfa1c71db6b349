// SPDX-License-Identifier: Apache-2.0
// Hints about payments, also about those that nobody asks about any more.
#include <algorithm>
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"

namespace tessera::app {
namespace {

// What of a record a provider may have changed its mind about: an attempt that came to nothing, and
// refunds that had succeeded. That a captured attempt is captured nobody has to ask.
std::vector<engine::OutboxRow> questionsOf(const engine::OrderRecord& record, AttemptId attempt) {
    std::vector<engine::OutboxRow> out;
    const auto at = std::ranges::find(record.attempts, attempt, &engine::AttemptRow::id);
    if (at == record.attempts.end() || at->provider == engine::ProviderKind::House) return out;
    const auto& facts = record.attemptFacts[static_cast<std::size_t>(at - record.attempts.begin())];
    engine::OutboxRow row;
    row.order = at->order;
    row.attempt = attempt;
    row.operation = engine::Operation::Retrieve;
    row.amount = at->amount;
    row.objectId = facts.objectId;
    row.provider = at->provider;
    if (at->state != engine::AttemptState::Captured) out.push_back(row);
    for (std::size_t i = 0; i < record.refunds.size(); ++i) {
        const engine::RefundRow& refund = record.refunds[i];
        if (refund.attempt != attempt || refund.state != engine::RefundState::Succeeded) continue;
        engine::OutboxRow ask = row;
        ask.operation = engine::Operation::RetrieveRefund;
        ask.refund = refund.id;
        ask.amount = refund.amount;
        ask.attemptTry = record.refundFacts[i].attemptTry;
        if (!record.refundFacts[i].objectId.empty()) ask.objectId = record.refundFacts[i].objectId;
        out.push_back(std::move(ask));
    }
    return out;
}

}  // namespace

void AppService::hintProvider(EventId event, AttemptId attempt, Reply<std::monostate> reply) {
    EventJob job;
    job.command = engine::HintProvider{attempt};
    job.sheddable = false;
    job.done = [this, event, attempt, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        const bool stray = result->refusal == engine::Refusal::AttemptUnknown;
        reply(std::monostate{});
        // Best effort: what is lost here, reconciliation finds.
        if (stray) lookIntoStray(event, attempt);
    };
    submit(event, std::move(job));
}

void AppService::lookIntoStray(EventId event, AttemptId attempt) {
    getTerms(event, [this, event, attempt](const Answer<engine::EventTerms>& terms) {
        if (!terms) return;
        blocking<Record>([](const Answer<Record>&) {},
                         [this, event, attempt, currency = terms->currency]() -> Answer<Record> {
                             auto record = strayRecord(event, attempt);
                             if (record) askAboutStray(event, attempt, *record, currency);
                             return record;
                         });
    });
}

Answer<AppService::Record> AppService::strayRecord(EventId event, AttemptId attempt) const {
    auto record = with_.actors.store.readRecord(event, attempt);
    if (!record) return tl::make_unexpected(unavailable("The look-up failed."));
    if (*record == nullptr) return tl::make_unexpected(notFound("ORDER_NOT_FOUND"));
    return std::move(*record);
}

void AppService::askAboutStray(EventId event, AttemptId attempt, const Record& record,
                               Currency currency) {
    for (engine::OutboxRow& row : questionsOf(*record, attempt)) {
        payments::Provider* provider = with_.providers.find(row.provider);
        if (provider == nullptr) continue;
        engine::RecordStray stray{attempt, {}, row.refund, record};
        provider->call({event, std::move(row), currency},
                       [this, event, stray](engine::ProviderAnswer answer) {
                           // Anything else says nothing of what is.
                           if (answer.kind != engine::AnswerKind::Definitive) return;
                           engine::RecordStray found = stray;
                           found.answer = std::move(answer);
                           recordStray(event, std::move(found), kRecordTries);
                       });
    }
}

void AppService::recordStray(EventId event, engine::RecordStray stray) {
    recordStray(event, std::move(stray), kRecordTries);
}

void AppService::recordStray(EventId event, engine::RecordStray stray, int tries) {
    EventJob job;
    job.command = stray;
    job.sheddable = false;
    job.done = [this, event, stray = std::move(stray), tries](const JobResult& result) {
        const bool again = result && result->refusal == engine::Refusal::RecordNeeded;
        if (!again || tries <= 1) return;
        blocking<Record>(
            [this, event, stray, tries](Answer<Record> record) {
                if (!record) return;
                engine::RecordStray next = stray;
                next.record = std::move(*record);
                recordStray(event, std::move(next), tries - 1);
            },
            [this, event, attempt = stray.attempt] { return strayRecord(event, attempt); });
    };
    submit(event, std::move(job));
}

}  // namespace tessera::app
