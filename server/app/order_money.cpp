// SPDX-License-Identifier: Apache-2.0
#include "server/app/order_money.h"

#include <algorithm>
#include <utility>

namespace tessera::app {
namespace {

using engine::AttemptState;

bool cameToNothing(AttemptState state) {
    return state == AttemptState::Voided || state == AttemptState::Failed;
}

bool covers(AttemptState state) {
    return state == AttemptState::Authorized || state == AttemptState::Captured;
}

bool confirmsByCall(const payments::Providers& providers, engine::ProviderKind kind) {
    const payments::Provider* provider = providers.find(kind);
    return provider != nullptr && provider->capabilities().confirmsByCall;
}

// Allocated and paid orders are covered, whoever has their money now.
bool isCovered(engine::OrderState state) {
    return state == engine::OrderState::Allocated || state == engine::OrderState::Paid;
}

RefundShown shownOf(const engine::RefundView& refund, OrderId order) {
    return {{refund.id,
             refund.group,
             order,
             refund.attempt,
             refund.reason,
             refund.state,
             refund.amount,
             refund.retained,
             {}},
            {},
            {},
            {}};
}

const engine::TenderRow* tenderOf(const engine::OrderRecord& record, TenderId id) {
    const auto found = std::ranges::find(record.tenders, id, &engine::TenderRow::id);
    return found == record.tenders.end() ? nullptr : &*found;
}

}  // namespace

bool needsRecord(engine::OrderState state) {
    return state == engine::OrderState::Paid || state == engine::OrderState::Released ||
           state == engine::OrderState::Manual || state == engine::OrderState::Compensating;
}

std::string providerName(const payments::Providers& providers, engine::ProviderKind kind) {
    if (kind == engine::ProviderKind::House) return "house";
    const payments::Provider* provider = providers.find(kind);
    return provider == nullptr ? std::string() : std::string(provider->name());
}

void showMoney(const payments::Providers& providers, OrderAnswer& answer) {
    const engine::OrderView& view = answer.view;
    for (const engine::TenderView& tender : view.tenders) {
        const std::string name = providerName(providers, tender.provider);
        if (!tender.surplus) {
            answer.tenders.push_back({tender.id, tender.kind, name, tender.amount, {}, {}});
        }
        if (!tender.attempt || cameToNothing(tender.state)) continue;
        const bool taken = tender.state == AttemptState::Captured;
        answer.payments.push_back({tender.attempt,
                                   tender.id,
                                   tender.kind,
                                   name,
                                   tender.state,
                                   tender.amount,
                                   taken ? tender.amount : Money{},
                                   {},
                                   tender.attempt == view.attempt ? view.objectId : std::string(),
                                   confirmsByCall(providers, tender.provider),
                                   tender.cardLast4,
                                   tender.declineReason});
    }
    std::ranges::sort(answer.payments, {}, &PaymentShown::id);
    for (const engine::RefundView& refund : view.refunds) {
        answer.refunds.push_back(shownOf(refund, view.id));
    }
    answer.covered = isCovered(view.state) ? view.total : view.covered;
}

void showMoney(const payments::Providers& providers, const engine::OrderRecord& record,
               OrderAnswer& answer) {
    answer.tenders.clear();
    answer.payments.clear();
    for (const engine::TenderRow& tender : record.tenders) {
        answer.tenders.push_back({tender.id, tender.kind, providerName(providers, tender.provider),
                                  tender.amount, tender.createdAt, tender.reference});
    }
    for (std::size_t i = 0; i < record.attempts.size(); ++i) {
        const engine::AttemptRow& attempt = record.attempts[i];
        const engine::AttemptUpdate& facts = record.attemptFacts[i];
        if (cameToNothing(attempt.state)) continue;
        const engine::TenderRow* tender = tenderOf(record, attempt.tender);
        answer.payments.push_back({attempt.id,
                                   attempt.tender,
                                   tender == nullptr ? engine::TenderKind::Card : tender->kind,
                                   providerName(providers, attempt.provider),
                                   attempt.state,
                                   attempt.amount,
                                   facts.captured,
                                   facts.refunded,
                                   facts.objectId,
                                   confirmsByCall(providers, attempt.provider),
                                   facts.cardLast4,
                                   {}});
    }
    answer.refunds = refundsOf(providers, record);
    if (isCovered(answer.view.state)) return;
    answer.covered = {};
    for (const PaymentShown& payment : answer.payments) {
        if (covers(payment.state)) answer.covered += payment.amount;
    }
}

std::vector<RefundShown> refundsOf(const payments::Providers& providers,
                                   const engine::OrderRecord& record) {
    std::vector<RefundShown> out;
    for (std::size_t i = 0; i < record.refunds.size(); ++i) {
        const engine::RefundRow& row = record.refunds[i];
        RefundShown shown{row, record.refundFacts[i].objectId, {}, {}};
        const auto attempt =
            std::ranges::find(record.attempts, row.attempt, &engine::AttemptRow::id);
        if (attempt != record.attempts.end()) {
            shown.provider = providerName(providers, attempt->provider);
        }
        for (const engine::TicketRow& ticket : record.tickets) {
            if (row.id == row.group && ticket.refund == row.group) {
                shown.tickets.push_back(ticket.id);
            }
        }
        out.push_back(std::move(shown));
    }
    return out;
}

}  // namespace tessera::app
