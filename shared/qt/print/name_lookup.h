// SPDX-License-Identifier: Apache-2.0
// The addresses of a printer by its name, with a deadline, which the system's resolver has not.
//
// The resolver runs on a thread of its own that nobody waits for; one at a time for one NameLookup:
// what took too long is waited for again by the next call. One thread at a time calls. What such a
// thread still needs it owns.
#pragma once

#include <netdb.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "shared/base/result.h"

namespace tessera::qt {

using Addresses = std::unique_ptr<addrinfo, void (*)(addrinfo*)>;

class NameLookup {
public:
    // As getaddrinfo: 0, or why not. Any thread.
    using Resolver =
        std::function<int(const std::string& host, const std::string& port, addrinfo** found)>;
    // `resolver` empty: the system's.
    explicit NameLookup(Resolver resolver = {});

    // Codes of its errors: ETIMEDOUT at the deadline, ECANCELED once `bell` can be read. What is an
    // address already needs no resolver.
    Result<Addresses> find(const std::string& host, int port, std::chrono::milliseconds deadline,
                           int bell);

private:
    struct Question;

    const Resolver resolver_;
    std::shared_ptr<Question> open_;
};

}  // namespace tessera::qt
