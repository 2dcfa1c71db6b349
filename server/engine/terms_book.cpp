// SPDX-License-Identifier: Apache-2.0
#include "server/engine/terms_book.h"

#include <cmath>
#include <utility>

#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// With 100 places, 16 fees and 8 taxes every sum stays far below 2^63.
constexpr std::int64_t kAmountMax = 1000000000000;
constexpr std::int32_t kRateMaxPpm = 10000000;
constexpr Duration kPeriodMax = Duration::ofMinutes(60 * 24 * 366);

bool isAmount(Money money) {
    return money.minor >= 0 && money.minor <= kAmountMax;
}
bool isRate(Rate rate) {
    return rate.ppm >= 0 && rate.ppm <= kRateMaxPpm;
}
bool isPeriod(Duration d) {
    return d.micros > 0 && d <= kPeriodMax;
}

std::optional<std::string> rulesFault(const EventTerms& terms) {
    if (terms.fees.size() > static_cast<std::size_t>(kFeeRulesMax)) return "too many fees";
    if (terms.taxes.size() > static_cast<std::size_t>(kTaxRulesMax)) return "too many taxes";
    for (const FeeRule& fee : terms.fees) {
        if (!isAmount(fee.amount) || !isRate(fee.rate)) return "a fee is out of range";
        if (fee.kind > FeeKind::Percent) return "a fee has no known kind";
    }
    for (const TaxRule& tax : terms.taxes) {
        if (!isRate(tax.rate)) return "a tax is out of range";
    }
    return std::nullopt;
}

std::optional<std::string> saleFault(const EventTerms& terms) {
    if (terms.sale > SaleState::Cancelled) return "the sale has no known state";
    if (terms.opensAt >= terms.closesAt) return "the sale closes before it opens";
    if (terms.channels >= (1U << kChannels)) return "a channel is unknown";
    if (!isPeriod(terms.holdFor)) return "the hold time is out of range";
    if (!isPeriod(terms.payWithin)) return "the time to pay is out of range";
    if (!isPeriod(terms.unpaidWithin)) return "the time to pay again is out of range";
    if (terms.maxPerOrder < 1 || terms.maxPerOrder > kItemsPerOrderMax) {
        return "the limit per order is out of range";
    }
    if (terms.maxPerBuyer < 0) return "the limit per buyer is negative";
    if (terms.focal && !(std::isfinite(terms.focal->x) && std::isfinite(terms.focal->y))) {
        return "the focal point is not finite";
    }
    return std::nullopt;
}

bool releasesAreWhole(const EventTerms& terms) {
    const auto& releases = terms.releases;
    if (releases.size() > kReleasesMax) return false;
    for (std::size_t i = 0; i < releases.size(); ++i) {
        if (releases[i].allocation.value < 1) return false;
        if (i > 0 && !(releases[i - 1].allocation < releases[i].allocation)) return false;
    }
    return true;
}

}  // namespace

std::optional<std::string> termsFault(const EventTerms& terms, const Layout& layout) {
    if (terms.ticketTypes < 1 || terms.ticketTypes > kTicketTypesMax) {
        return "the number of ticket types is out of range";
    }
    const auto cells =
        static_cast<std::size_t>(layout.categories()) * static_cast<std::size_t>(terms.ticketTypes);
    if (terms.prices.size() != cells) return "there is not one price per category and ticket type";
    for (const auto& price : terms.prices) {
        if (price && !isAmount(*price)) return "a price is out of range";
    }
    if (auto fault = rulesFault(terms)) return fault;
    if (auto fault = saleFault(terms)) return fault;
    if (!releasesAreWhole(terms)) return "the release times are not one for each allocation";
    const Disruption& disruption = terms.disruption;
    const bool cancelled = terms.sale == SaleState::Cancelled;
    if (disruption.kind > DisruptionKind::Moved || disruption.note.size() > kNoteMax ||
        cancelled != (disruption.kind == DisruptionKind::Cancelled)) {
        return "what became of the event is not whole";
    }
    return std::nullopt;
}

std::optional<Money> priceOf(const EventTerms& terms, CategoryNo category, TicketTypeNo type) {
    return terms.prices[static_cast<std::size_t>(category.value) *
                            static_cast<std::size_t>(terms.ticketTypes) +
                        static_cast<std::size_t>(type.value)];
}

TermsBook::TermsBook(std::vector<EventTerms> versions) {
    TESSERA_CHECK(!versions.empty());
    std::int32_t last = 0;
    for (EventTerms& terms : versions) {
        TESSERA_CHECK(terms.version > last);
        last = terms.version;
        current_ = &versions_.emplace(last, Entry{std::move(terms), 0}).first->second.terms;
    }
}

const EventTerms& TermsBook::version(std::int32_t version) const {
    if (current_->version == version) return *current_;
    const auto found = versions_.find(version);
    TESSERA_CHECK(found != versions_.end());
    return found->second.terms;
}

void TermsBook::replace(EventTerms terms) {
    TESSERA_CHECK(hasRoom());
    const std::int32_t old = current_->version;
    const std::int32_t next = old + 1;
    terms.version = next;
    current_ = &versions_.emplace(next, Entry{std::move(terms), 0}).first->second.terms;
    if (versions_.at(old).references == 0) versions_.erase(old);
}

void TermsBook::refer(std::int32_t version) {
    const auto found = versions_.find(version);
    TESSERA_CHECK(found != versions_.end());
    ++found->second.references;
}

void TermsBook::forget(std::int32_t version) {
    const auto found = versions_.find(version);
    TESSERA_CHECK(found != versions_.end() && found->second.references > 0);
    if (--found->second.references == 0 && version != current_->version) versions_.erase(found);
}

void TermsBook::dropUnused() {
    for (auto at = versions_.begin(); at != versions_.end();) {
        const bool unused = at->second.references == 0 && at->first != current_->version;
        at = unused ? versions_.erase(at) : std::next(at);
    }
}

std::size_t TermsBook::referencesTo(std::int32_t version) const {
    const auto found = versions_.find(version);
    return found == versions_.end() ? 0 : found->second.references;
}

std::size_t TermsBook::memoryBytes() const {
    std::size_t bytes = 0;
    for (const auto& [number, entry] : versions_) {
        bytes += sizeof(entry) + 48 + entry.terms.prices.capacity() * sizeof(std::optional<Money>);
        bytes += entry.terms.fees.capacity() * sizeof(FeeRule);
        bytes += entry.terms.taxes.capacity() * sizeof(TaxRule);
    }
    return bytes;
}

}  // namespace tessera::engine
