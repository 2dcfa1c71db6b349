// SPDX-License-Identifier: Apache-2.0
// The HTTP requests that the Stripe adapter makes. Pure but for the options it was made with.
//
// Thread-safe. Ids are put into URLs as they are: REQUIRES that they are Stripe's or ours. The same
// row gives the same bytes: a key with other parameters is refused.
#pragma once

#include <string>

#include "server/payments/http_calls.h"
#include "server/payments/provider.h"
#include "server/payments/stripe_provider.h"

namespace tessera::payments {

class StripeRequests {
public:
    explicit StripeRequests(const StripeOptions& options);

    // The one that has the operation's effect, or for a look the one that sees it. Of a
    // RetrieveRefund: by the refund's id.
    HttpCall of(const Call& call) const;

    std::string intentUrl(const std::string& intent) const;
    // With its charge and what was refunded of it.
    HttpCall intent(const std::string& intent) const;
    HttpCall search(EventId event, AttemptId attempt) const;
    // Intents that were made in [from, until], both in seconds; `after`: the last one seen.
    HttpCall intentsMade(std::int64_t from, std::int64_t until, const std::string& after) const;
    HttpCall refundsOf(const std::string& intent, const std::string& after) const;
    HttpCall list(const ListQuery& query) const;

    // Where the intent is to be paid, written on it before the reader hears of it.
    HttpCall noteReader(const Call& call, const std::string& reader) const;
    // Whose payment it is at: its webhooks show it.
    HttpCall noteAttempt(const Call& call, const std::string& reader) const;
    HttpCall reader(const std::string& reader) const;
    HttpCall cancelAction(const std::string& reader) const;

private:
    HttpCall get(const std::string& pathAndQuery) const;
    HttpCall post(const std::string& path, const std::string& key, std::string body) const;
    HttpCall create(const Call& call) const;
    HttpCall refund(const Call& call) const;

    const std::string base_;
    const std::string authorization_;
    const std::string version_;
};

}  // namespace tessera::payments
