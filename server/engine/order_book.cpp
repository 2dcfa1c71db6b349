// SPDX-License-Identifier: Apache-2.0
#include "server/engine/order_book.h"

#include <functional>

#include "shared/base/check.h"

namespace tessera::engine {

std::uint64_t OrderBook::keyHash(Slot slot) const {
    return std::hash<OrderId>{}(orders_[slot].id);
}

std::uint64_t OrderBook::attemptHash(Slot slot) const {
    return std::hash<AttemptId>{}(payments_[slot]->attempt.id);
}

Slot OrderBook::add(const Order& order) {
    TESSERA_CHECK(find(order.id) == kNoSlot);
    const Slot slot = orders_.add(order);
    index_.insert(slot, [this](Slot s) { return keyHash(s); });
    return slot;
}

void OrderBook::remove(Slot slot) {
    TESSERA_CHECK(orders_[slot].payment == kNoSlot);
    index_.erase(slot, [this](Slot s) { return keyHash(s); });
    orders_.remove(slot);
}

Slot OrderBook::find(OrderId id) const {
    return index_.find(std::hash<OrderId>{}(id), [&](Slot slot) { return orders_[slot].id == id; });
}

Payment& OrderBook::addPayment(Slot order) {
    TESSERA_CHECK(orders_[order].payment == kNoSlot);
    Slot slot = 0;
    if (!freePayments_.empty()) {
        slot = freePayments_.back();
        freePayments_.pop_back();
    } else {
        slot = static_cast<Slot>(payments_.size());
        payments_.emplace_back();
    }
    payments_[slot] = std::make_unique<Payment>();
    payments_[slot]->order = order;
    orders_[order].payment = slot;
    return *payments_[slot];
}

void OrderBook::dropPayment(Slot order) {
    const Slot slot = orders_[order].payment;
    TESSERA_CHECK(slot != kNoSlot);
    if (payments_[slot]->attempt.id) {
        byAttempt_.erase(slot, [this](Slot s) { return attemptHash(s); });
    }
    payments_[slot].reset();
    freePayments_.push_back(slot);
    orders_[order].payment = kNoSlot;
}

Payment* OrderBook::paymentOf(const Order& order) {
    return order.payment == kNoSlot ? nullptr : payments_[order.payment].get();
}

const Payment* OrderBook::paymentOf(const Order& order) const {
    return order.payment == kNoSlot ? nullptr : payments_[order.payment].get();
}

Payment* OrderBook::findPayment(AttemptId attempt) {
    const Slot slot = byAttempt_.find(std::hash<AttemptId>{}(attempt),
                                      [&](Slot s) { return payments_[s]->attempt.id == attempt; });
    return slot == kNoSlot ? nullptr : payments_[slot].get();
}

void OrderBook::setAttempt(Payment& payment, AttemptId id) {
    const Slot slot = orders_[payment.order].payment;
    const auto hash = [this](Slot s) { return attemptHash(s); };
    if (payment.attempt.id) byAttempt_.erase(slot, hash);
    payment.attempt.id = id;
    byAttempt_.insert(slot, hash);
}

std::size_t OrderBook::memoryBytes() const {
    std::size_t bytes = orders_.memoryBytes() + index_.memoryBytes() + byAttempt_.memoryBytes() +
                        payments_.capacity() * sizeof(void*) +
                        freePayments_.capacity() * sizeof(Slot);
    for (const auto& payment : payments_) {
        if (!payment) continue;
        bytes += sizeof(Payment) + payment->attempt.objectId.capacity() +
                 payment->attempt.clientSecret.capacity() + payment->evidence.capacity();
    }
    return bytes;
}

}  // namespace tessera::engine
