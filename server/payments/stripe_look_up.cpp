// SPDX-License-Identifier: Apache-2.0
// Looking for what was made: see stripe_calls.h for what that is worth.
#include <utility>

#include "server/payments/stripe_calls.h"

namespace tessera::payments {
namespace {

// The database's clock and Stripe's may differ by so much.
constexpr std::int64_t kClocksDiffer = 300;  // Seconds.

}  // namespace

void StripeCalls::findAttempt(const Shared& call, std::function<void(LookUp)> found) {
    calls_.start(requests_.search(call->event, call->row.attempt),
                 [this, call, found = std::move(found)](const HttpAnswer& http) {
                     auto seen = readStripeSearch(http);
                     if (!seen) return listAttempts(call, {}, kStripeLookPages, found);
                     const bool certain = seen->kind == engine::AnswerKind::Definitive;
                     std::string evidence = seen->evidence;
                     found({certain, std::move(seen), std::move(evidence)});
                 });
}

void StripeCalls::listAttempts(const Shared& call, const std::string& after, int pages,
                               std::function<void(LookUp)> found) {
    const std::int64_t from = madeAt(call->row.attempt.value).micros / 1000000 - kClocksDiffer;
    const std::int64_t until = now().micros / 1000000 + kClocksDiffer;
    calls_.start(requests_.intentsMade(from, until, after),
                 [this, call, pages, found = std::move(found)](const HttpAnswer& http) {
                     auto page = readStripeIntents(http, {call->event, call->row.attempt.value});
                     if (page.found) return found({true, std::move(page.found), {}});
                     if (!page.readable)
                         return found({false, std::nullopt, "the list was not readable"});
                     if (page.next.empty()) return found({true, std::nullopt, {}});
                     if (pages > 1) return listAttempts(call, page.next, pages - 1, found);
                     const bool settled =
                         now() - madeAt(call->row.attempt.value) > kStripeSearchSettles;
                     found({settled, std::nullopt, "the list is too long to be certain yet"});
                 });
}

void StripeCalls::findRefund(const Shared& call, const std::string& intent,
                             const std::string& after, int pages,
                             std::function<void(LookUp)> found) {
    calls_.start(requests_.refundsOf(intent, after),
                 [this, call, intent, pages, found = std::move(found)](const HttpAnswer& http) {
                     auto page = readStripeRefunds(http, {call->event, call->row.refund.value},
                                                   call->row.attemptTry);
                     if (page.found) return found({true, std::move(page.found), {}});
                     if (!page.readable)
                         return found({false, std::nullopt, "the list was not readable"});
                     if (page.next.empty()) return found({true, std::nullopt, {}});
                     // A payment has far fewer refunds than the pages have room for.
                     if (pages > 1) return findRefund(call, intent, page.next, pages - 1, found);
                     found({false, std::nullopt, "more refunds than are looked through"});
                 });
}

}  // namespace tessera::payments
