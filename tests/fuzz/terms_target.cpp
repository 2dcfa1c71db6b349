// SPDX-License-Identifier: Apache-2.0
// What an organiser sets for an event, and how it is kept. First line: `config` or `stored`; the
// rest: the config's JSON, or terms or a quote as the database has them.
//
// Terms that are taken are kept and read again as the same, can be shown, and price every place
// without a sum going wrong. What was never written is not read, or is written again.
#include <string>
#include <vector>

#include "server/api/convert_event.h"
#include "server/api/json_reader.h"
#include "server/engine/pricing.h"
#include "server/store/terms_codec.h"
#include "shared/base/check.h"
#include "tests/fuzz/contract.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

void expectPrices(const engine::EventTerms& terms) {
    std::vector<engine::PricedItem> items;
    const auto types = static_cast<std::size_t>(terms.ticketTypes);
    for (std::size_t i = 0; i < terms.prices.size() && items.size() < 100; ++i) {
        if (!terms.prices[i]) continue;
        items.push_back({CategoryNo(static_cast<std::int16_t>(i / types)),
                         TicketTypeNo(static_cast<std::int16_t>(i % types))});
    }
    const auto quote = engine::quoteFor(terms, items, nullptr);
    TESSERA_CHECK(quote.has_value());
    TESSERA_CHECK(quote->total == quote->net + quote->fees + quote->taxes);
    TESSERA_CHECK(engine::totalFor(terms, items, nullptr) == quote->total);
    const auto kept = store::decodeQuote(store::encodeQuote(*quote));
    TESSERA_CHECK(kept && *kept == *quote);
}

void takeConfig(std::string_view text) {
    v1::EventConfig config;
    if (api::readJson(text, config)) return;
    for (const auto categories : {std::optional<std::int16_t>{}, std::optional<std::int16_t>(3)}) {
        const auto terms = api::toTerms(config, categories);
        if (!terms) continue;
        const auto kept = store::decodeTerms(store::encodeTerms(*terms));
        TESSERA_CHECK(kept && *kept == *terms);
        expectPrices(*terms);
        store::EventRow row;
        row.document = api::toDocument(config);
        expectSurvivesJson(api::configOf(row));
        const auto again = api::toTerms(api::configOf(row), categories);
        TESSERA_CHECK(again && *again == *terms);
    }
}

void readStored(std::string_view text) {
    if (const auto terms = store::decodeTerms(text)) {
        const auto again = store::decodeTerms(store::encodeTerms(*terms));
        TESSERA_CHECK(again && *again == *terms);
    }
    if (const auto quote = store::decodeQuote(text)) {
        const auto again = store::decodeQuote(store::encodeQuote(*quote));
        TESSERA_CHECK(again && *again == *quote);
    }
}

}  // namespace

void terms(Input input) {
    Reader reader(input);
    if (reader.line() == "config") {
        takeConfig(reader.rest());
    } else {
        readStored(reader.rest());
    }
}

}  // namespace tessera::fuzz
