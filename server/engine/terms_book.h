// SPDX-License-Identifier: Apache-2.0
// The terms in force, and the older versions that live reservations were made under.
//
// Deterministic. Not thread-safe; an EventEngine owns its TermsBook. Bound: one version more than
// there are live reservations, and at most kTermsVersionsMax.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/engine/terms.h"

namespace tessera::engine {

inline constexpr std::int32_t kTermsVersionsMax = 4096;

// What is wrong with the terms for this layout; nothing if they are whole.
std::optional<std::string> termsFault(const EventTerms& terms, const Layout& layout);

// The price of a category as a type; nothing where it is not sold so. REQUIRES: both in range.
std::optional<Money> priceOf(const EventTerms& terms, CategoryNo category, TicketTypeNo type);

class TermsBook {
public:
    // REQUIRES: not empty, ascending by version. The last is in force.
    explicit TermsBook(std::vector<EventTerms> versions);

    const EventTerms& current() const { return *current_; }
    // REQUIRES: the version is in force or somebody refers to it.
    const EventTerms& version(std::int32_t version) const;
    bool has(std::int32_t version) const { return versions_.contains(version); }

    // Puts `terms` in force under the next version. REQUIRES: hasRoom().
    void replace(EventTerms terms);
    bool hasRoom() const { return versions_.size() < kTermsVersionsMax; }

    // A reservation refers to a version, or no longer; then an old one goes with its last.
    void refer(std::int32_t version);
    void forget(std::int32_t version);
    // Drops old versions that nobody refers to.
    void dropUnused();

    // By ascending version.
    template <class Visit>
    void forEach(Visit&& visit) const {
        for (const auto& [number, entry] : versions_) visit(entry.terms);
    }

    std::size_t referencesTo(std::int32_t version) const;
    std::size_t size() const { return versions_.size(); }
    std::size_t memoryBytes() const;

private:
    struct Entry {
        EventTerms terms;
        std::size_t references = 0;
    };
    std::map<std::int32_t, Entry> versions_;
    const EventTerms* current_ = nullptr;  // Into versions_: nodes of a map never move.
};

}  // namespace tessera::engine
