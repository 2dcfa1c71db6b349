// SPDX-License-Identifier: Apache-2.0
// What a payment provider answers. First line: the HTTP status; the rest: the body.
//
// Amounts are never negative; what goes into URLs and into the database is plain and bounded; only
// an answer that is understood is definitive, and none is that was not a success.
#include <algorithm>
#include <charconv>
#include <string>

#include "server/payments/stripe_reading.h"
#include "shared/base/check.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

using engine::AnswerKind;
using engine::ProviderAnswer;

bool isPlain(std::string_view text, std::size_t most) {
    return text.size() <= most &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void expectAnswer(const ProviderAnswer& answer, long status) {
    TESSERA_CHECK(answer.authorized.minor >= 0 && answer.captured.minor >= 0);
    TESSERA_CHECK(answer.refunded.minor >= 0);
    TESSERA_CHECK(isPlain(answer.objectId, 128) && isPlain(answer.clientSecret, 256));
    TESSERA_CHECK(answer.objectId.find_first_of("/?#% ") == std::string::npos);
    TESSERA_CHECK(isPlain(answer.evidence, 512 + sizeof " unreadable"));
    const bool success = status >= 200 && status < 300;
    if (answer.kind == AnswerKind::Definitive) TESSERA_CHECK(success);
    if (!success && status != 400 && status != 402) {
        TESSERA_CHECK(answer.kind != AnswerKind::Refused || (status >= 300 && status < 500));
    }
}

}  // namespace

void stripeAnswer(Input input) {
    Reader reader(input);
    const auto line = reader.line();
    payments::HttpAnswer http;
    unsigned short status = 0;
    std::from_chars(line.data(), line.data() + line.size(), status);
    http.status = status;
    http.body = reader.rest();
    http.failure = http.status == 0 ? std::string(reader.rest()) : std::string();
    for (int operation = 1; operation <= static_cast<int>(engine::Operation::RetrieveRefund);
         ++operation) {
        const auto as = static_cast<engine::Operation>(operation);
        expectAnswer(payments::readStripeAnswer(as, http), http.status);
    }
    if (const auto found = payments::readStripeSearch(http)) expectAnswer(*found, http.status);
    const EventScopedId ours{EventId{77}, 9001};
    for (const auto& page :
         {payments::readStripeIntents(http, ours), payments::readStripeRefunds(http, ours, 1)}) {
        if (page.found) expectAnswer(*page.found, http.status);
        TESSERA_CHECK(isPlain(page.next, 128) && (page.readable || !page.found));
    }
    for (const auto what :
         {payments::ListQuery::What::Payments, payments::ListQuery::What::Refunds}) {
        const auto listed = payments::readStripeList(what, http);
        if (!listed) continue;
        for (const auto& payment : listed->payments) expectAnswer(payment.facts, http.status);
        for (const auto& refund : listed->refunds) TESSERA_CHECK(refund.amount.minor >= 0);
    }
    TESSERA_CHECK(isPlain(payments::readStripeReaderOf(http), 128));
    const auto at = payments::readStripeReader(http);
    TESSERA_CHECK(isPlain(at.intent, 128) && isPlain(at.failure, 512));
}

}  // namespace tessera::fuzz
