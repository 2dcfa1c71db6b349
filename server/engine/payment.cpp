// SPDX-License-Identifier: Apache-2.0
#include "server/engine/payment.h"

#include <algorithm>
#include <numeric>

namespace tessera::engine {

Part partOf(const TenderRow& tender) {
    Part part;
    part.tender = tender.id;
    part.kind = tender.kind;
    part.provider = tender.provider;
    part.amount = tender.amount;
    part.reference = tender.reference;
    return part;
}

OrderId Part::givenOrder() const {
    const auto id = byExchange() ? decodeEventScopedId(reference) : std::nullopt;
    return id ? OrderId{id->local} : OrderId{};
}

Money Exchange::value() const {
    return std::accumulate(tickets.begin(), tickets.end(), Money{},
                           [](Money sum, const TicketRow& row) { return sum + row.price; });
}

AttemptId captureOf(const std::vector<AttemptUpdate>& facts) {
    AttemptId latest;
    for (const AttemptUpdate& fact : facts) {
        if (fact.captured.minor > 0) latest = std::max(latest, fact.id);
    }
    return latest;
}

Part* Payment::find(AttemptId attempt) {
    for (Part& part : parts) {
        if (part.exists() && part.attempt.id == attempt) return &part;
    }
    return nullptr;
}

Refund* Payment::find(RefundId refund) {
    for (Refund& each : refunds) {
        if (each.id == refund) return &each;
    }
    return nullptr;
}

Part* Payment::open() {
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (part->exists() && !part->surplus && part->attempt.isOpen()) return &*part;
    }
    return nullptr;
}

Part* Payment::current() {
    if (Part* part = open()) return part;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (part->exists() && !part->surplus && !part->attempt.isFinal()) return &*part;
    }
    return nullptr;
}

Part* Payment::waiting() {
    if (parts.empty() || parts.back().exists() || parts.back().surplus) return nullptr;
    return &parts.back();
}

AttemptId Payment::latestAttempt() const {
    AttemptId latest;
    for (const Part& part : parts) latest = std::max(latest, part.attempt.id);
    return latest;
}

Money Payment::covered() const {
    Money sum;
    for (const Part& part : parts) {
        if (!part.covers()) continue;
        sum += part.attempt.isCaptured() ? part.attempt.net() : part.attempt.amount;
    }
    return sum;
}

Money Payment::goingBack(AttemptId attempt) const {
    Money sum;
    for (const Refund& refund : refunds) {
        if (refund.attempt == attempt && refund.state != RefundState::Succeeded) {
            sum += refund.amount;
        }
    }
    return sum;
}

bool Payment::refundsOf(AttemptId attempt) const {
    return std::any_of(refunds.begin(), refunds.end(),
                       [&](const Refund& refund) { return refund.attempt == attempt; });
}

std::size_t Payment::memoryBytes() const {
    std::size_t bytes = sizeof(Payment) + parts.capacity() * sizeof(Part) +
                        refunds.capacity() * sizeof(Refund) + evidence.capacity() +
                        call.payload.capacity() + exchange.tickets.capacity() * sizeof(TicketRow);
    for (const Part& part : parts) {
        bytes += part.reference.capacity() + part.attempt.objectId.capacity() +
                 part.attempt.clientSecret.capacity() + part.attempt.evidence.capacity();
    }
    for (const Refund& refund : refunds) bytes += refund.objectId.capacity();
    return bytes;
}

}  // namespace tessera::engine
