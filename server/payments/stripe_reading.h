// SPDX-License-Identifier: Apache-2.0
// What Stripe's answers to one request say. Pure.
//
// Internal to the Stripe adapter and its tests. Whatever is not readable is Unknown, or nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/payments/http_calls.h"
#include "server/payments/provider.h"

namespace tessera::payments {

// An HTTP answer to an operation: of the intent, or of the refund where it is about one.
engine::ProviderAnswer readStripeAnswer(engine::Operation operation, const HttpAnswer& answer);

// What a search for an attempt's object says: the object, Unknown where that is not certain, or
// nothing where the search finds none.
std::optional<engine::ProviderAnswer> readStripeSearch(const HttpAnswer& answer);

// One page of a list, of which those are wanted that we made for an attempt or a refund.
struct StripeLookPage {
    bool readable = false;
    std::optional<engine::ProviderAnswer> found;
    std::string next;  // Where the next page starts after; empty: that was all.
};
StripeLookPage readStripeIntents(const HttpAnswer& answer, EventScopedId attempt);
// One that failed counts only if it is of this very try: the next one is another object.
StripeLookPage readStripeRefunds(const HttpAnswer& answer, EventScopedId refund,
                                 std::int32_t attemptTry);

// Of a refund that was read: which payment it is of, and by which try it was made; 0: not ours.
struct StripeRefundOrigin {
    std::string intent;
    std::int32_t attemptTry = 0;
};
StripeRefundOrigin readStripeRefundOrigin(const HttpAnswer& refund);

Result<ListPage> readStripeList(ListQuery::What what, const HttpAnswer& answer);

// The reader that an intent is, or was, to be paid at; empty: none.
std::string readStripeReaderOf(const HttpAnswer& intent);

struct StripeReader {
    enum class Action { Unknown, None, InProgress, Succeeded, Failed };
    Action action = Action::Unknown;
    std::string intent;   // Of the action.
    std::string failure;  // Why it failed, or why nothing is known.
    std::string code;     // Of a refusal, or of an action that failed; Stripe's.
    bool offline = false;
};
StripeReader readStripeReader(const HttpAnswer& reader);

// Why the reader does not ask for a card for the intent, which could be paid: as
// ProviderAnswer::declineReason has it. Empty: a card was read, and the intent says what came of
// it. REQUIRES: it is not in progress with that intent.
std::string whyNotAsked(const StripeReader& reader, const std::string& intent);

}  // namespace tessera::payments
