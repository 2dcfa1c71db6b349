// SPDX-License-Identifier: Apache-2.0
// Keeps what orders and persons are found by up to date, and ends what is known of persons: when
// somebody asked for it, and after the time that the configuration says.
//
// Thread-safe but for start and stop, which one thread calls. Its turns block on the executor that
// it is given (three threads, one for each kind of turn); its parts outlive it. What is left to do
// is in the database: whichever node is there goes on with it. No name or address is in a log.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/app/app.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/runtime/periodic.h"
#include "server/store/customers.h"
#include "server/store/persons.h"

namespace tessera::app {

inline constexpr Duration kFillEvery = Duration::ofMillis(1000);
inline constexpr Duration kEraseEvery = Duration::ofSeconds(2);
inline constexpr Duration kRetentionEvery = Duration::ofMinutes(10);

class PersonKeeper {
public:
    struct Parts {
        App& app;
        store::OrderSearch& orders;
        store::Customers& customers;
        store::Persons& persons;
        std::string_view holderTokenKey;
        Duration kept;  // After an event's end; zero: for ever.
        runtime::DatabaseClock& clock;
        runtime::Executor& executor;
        runtime::Log& log;
    };
    explicit PersonKeeper(Parts parts);

    void start();
    void stop();  // No turn begins afterwards; one may be under way.

    store::PersonKey keyOf(std::string_view email) const;
    // As ErasePerson of the contract; `what` has who and why. `known` false: nothing was asked for.
    Result<store::ErasureProgress> erase(std::string_view email, store::TrailRow what);
    Result<std::optional<std::string>> exportOf(std::string_view email, store::TrailRow what);

private:
    using Stopped = std::atomic<bool>;
    void fill();
    void eraseAsked(const Stopped& stopped);
    void eraseOld(const Stopped& stopped);
    // The next traces of events with ids behind that.
    using Due = std::function<Result<std::vector<store::PersonTrace>>(EventId)>;
    // All that is due, under that pseudonym; empty: one for each page of each person. False: it
    // could not be read, or was stopped.
    bool eraseAll(const Due& due, const std::string& pseudonym, const Stopped& stopped);
    // The last event of which it was not written; 0: all was. It is tried again.
    EventId eraseTraces(const std::vector<store::PersonTrace>& traces, const std::string& pseudonym,
                        const Stopped& stopped);
    bool eraseIn(EventId event, engine::ErasePerson command);
    void warn(runtime::LogLiteral what, const Error& error);

    const Parts with_;
    runtime::Periodic filling_;
    runtime::Periodic erasing_;
    runtime::Periodic retaining_;
};

}  // namespace tessera::app
