// SPDX-License-Identifier: Apache-2.0
// Orders, their money and their ledger as batches would leave them, planted by SQL.
//
// One event per test; single-threaded use.
#pragma once

#include <string>
#include <vector>

#include "tests/store/store_fixture.h"

namespace tessera::store {

class BooksFixture : public StoreFixture {
protected:
    struct Planted {
        OrderId order;
        AttemptId attempt;
        TenderId tender;
        Money total;
        std::vector<TicketId> tickets;
        std::vector<Money> prices;
    };
    static constexpr Instant kNoon{1'800'000'000'000'000};

    // Paid by one tender; `seats` tickets of type 0. Not paid: `at` of the capture is never.
    Planted plantOrder(std::int32_t seats, Instant at, int tenderKind = 1);
    void plantEntry(const Planted& of, int account, Money amount, Instant at, RefundId refund = {});
    // From Sales to where the money is.
    void plantCapture(const Planted& of, int account, Money amount, Instant at);
    // All of ticket `i` but `retained` goes back, and it is void.
    RefundId plantReturn(const Planted& of, std::size_t i, Money retained, Instant at);

    std::string event() const { return std::to_string(event_.value); }

private:
    void plantOrderRows(const Planted& order, const engine::Quote& quote, Instant at);
    std::int64_t next_ = 1000;
    std::int32_t nextSeat_ = 0;
};

}  // namespace tessera::store
