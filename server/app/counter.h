// SPDX-License-Identifier: Apache-2.0
// What the staff port reads and keeps after the sale: orders as they are found, customers, persons.
//
// Thread-safe but for the room's start and stop, which one thread calls. The room owns what it
// opens, the counter refers to it; what is called of it blocks, but for `codes`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/person_keeper.h"
#include "server/runtime/thread_pool.h"
#include "server/store/customers.h"
#include "server/store/mails.h"
#include "server/store/order_search.h"
#include "server/tickets/ticket_code.h"

namespace tessera::app {

struct Counter {
    store::OrderSearch& orders;
    store::Customers& customers;
    PersonKeeper& persons;
    const tickets::TicketVerifier& codes;
    store::Mails& mails;
    const bool sendsMail;
};

// All of it behind one door, and the turns that keep it up to date.
class CounterRoom {
public:
    // All outlive it.
    struct Parts {
        App& app;
        const std::string& conninfo;
        std::string_view holderTokenKey;
        std::int64_t personsKeptDays;  // 0: for ever.
        bool sendsMail;
        const tickets::TicketSigner& signer;
        runtime::DatabaseClock& clock;
        const runtime::MonotonicClock& monotonic;
        runtime::Log& log;
    };
    explicit CounterRoom(const Parts& parts);

    void start() { keeper_.start(); }
    // Waits for a turn that is under way.
    void stop();
    const Counter& counter() const { return counter_; }

private:
    store::OrderSearch orders_;
    store::Customers customers_;
    store::Persons persons_;
    store::Mails mails_;
    tickets::TicketVerifier codes_;
    runtime::ThreadPool executor_;
    PersonKeeper keeper_;
    const Counter counter_;
};

// The words of a text as they are looked for; pure.
std::vector<std::string> foldedWords(std::string_view text);

}  // namespace tessera::app
