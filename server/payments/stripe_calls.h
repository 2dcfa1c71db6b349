// SPDX-License-Identifier: Apache-2.0
// One call of the engine's as the requests at Stripe that it takes, and what they say together.
//
// Thread-safe; `done` is called once, as HttpCalls calls it. Owns its HttpCalls: whoever owns it
// destroys it before what `done` refers to. A call takes up to six requests (a look-up by list up
// to kStripeLookPages more), each within the deadline.
//
// What a look-up of an attempt's object is worth: what it finds is there. Stripe's search shows a
// new object within a minute, mostly; its list shows it at once, but is read for kStripeLookPages
// pages only. "There is none" is certain where the list was read to its end, and taken for certain
// where the list is longer and the attempt is older than kStripeSearchSettles; otherwise it is
// Unknown. So an object that a later create made may be passed over by a second one: neither was
// ever shown to anybody, and reconciliation finds two objects of one attempt.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/payments/http_calls.h"
#include "server/payments/provider.h"
#include "server/payments/stripe_reading.h"
#include "server/payments/stripe_requests.h"

namespace tessera::payments {

inline constexpr int kStripeLookPages = 100;
inline constexpr Duration kStripeSearchSettles = Duration::ofMinutes(10);
// Stripe keeps a key for 24 hours at least; before that a call is looked up, not repeated.
inline constexpr Duration kStripeKeyWindow = Duration::ofSeconds(23 * 3600);

// When the event's engine made an id.
Instant madeAt(std::int64_t id);

class StripeCalls {
public:
    using Done = std::function<void(engine::ProviderAnswer)>;

    explicit StripeCalls(const StripeOptions& options);

    void perform(Call call, Done done);
    void list(const ListQuery& query, std::function<void(Result<ListPage>)> done);
    void stop() { calls_.stop(); }

private:
    using Shared = std::shared_ptr<const Call>;

    bool mustLookFirst(const Call& call) const;
    void make(const Shared& call, Done done);
    void retrieve(const Shared& call, Done done);
    void confirm(const Shared& call, Done done);
    void process(const Shared& call, Done done);
    void processed(const Shared& call, const HttpAnswer& http, Done done);
    void cancel(const Shared& call, Done done);
    void refund(const Shared& call, Done done);
    void retrieveRefund(const Shared& call, Done done);
    void searchRefund(const Shared& call, const std::string& intent, Done done);
    // What the intent says now, with what `first` says of the operation.
    void look(const Shared& call, engine::ProviderAnswer first, Done done);

    struct LookUp {
        bool certain = false;
        std::optional<engine::ProviderAnswer> answer;  // Nothing: there is none.
        std::string evidence;                          // Why it is not certain.
    };
    void findAttempt(const Shared& call, std::function<void(LookUp)> found);
    void listAttempts(const Shared& call, const std::string& after, int pages,
                      std::function<void(LookUp)> found);
    void findRefund(const Shared& call, const std::string& intent, const std::string& after,
                    int pages, std::function<void(LookUp)> found);

    Instant now() const { return now_(); }

    const bool readers_;
    const std::function<Instant()> now_;
    const StripeRequests requests_;
    HttpCalls calls_;
};

}  // namespace tessera::payments
