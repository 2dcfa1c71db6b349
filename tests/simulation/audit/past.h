// SPDX-License-Identifier: Apache-2.0
// What a value was after each commit: the versions that an answer may speak of.
//
// Deterministic. Only changes are kept; a commit that changes it twice leaves its last value. Not
// thread-safe; whoever owns the value owns its past.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tessera::simulation {

using CommitNo = std::int64_t;  // Of one event, from 1; 0: as it was made.

// The versions that were in force between two instants, both of them included.
struct Versions {
    CommitNo from = 0;
    CommitNo to = 0;
};

template <class T>
class Past {
public:
    struct Entry {
        CommitNo commit = 0;
        T value{};
    };

    void put(CommitNo commit, T value) {
        if (!entries_.empty() && entries_.back().commit == commit) {
            entries_.back().value = std::move(value);
        } else {
            entries_.push_back({commit, std::move(value)});
        }
    }

    // As `put`, and what it was before within the same commit is kept too.
    void add(CommitNo commit, T value) { entries_.push_back({commit, std::move(value)}); }

    // Null: it did not exist yet.
    const T* at(CommitNo version) const {
        const auto after = firstAfter(version);
        return after == entries_.begin() ? nullptr : &std::prev(after)->value;
    }

    // Whether `holds` for a value in force at one of the versions.
    template <class Predicate>
    bool any(Versions in, Predicate holds) const {
        auto entry = firstAfter(in.from);
        if (entry != entries_.begin() && holds(std::prev(entry)->value)) return true;
        for (; entry != entries_.end() && entry->commit <= in.to; ++entry) {
            if (holds(entry->value)) return true;
        }
        return false;
    }

    // Whether `holds` for what a commit among the versions changed: (before or null, after).
    template <class Predicate>
    bool anyStep(Versions in, Predicate holds) const {
        for (auto entry = firstAfter(in.from); entry != entries_.end() && entry->commit <= in.to;
             ++entry) {
            const T* before = entry == entries_.begin() ? nullptr : &std::prev(entry)->value;
            if (holds(before, entry->value)) return true;
        }
        return false;
    }

    const std::vector<Entry>& entries() const { return entries_; }
    CommitNo lastChange() const { return entries_.empty() ? 0 : entries_.back().commit; }

private:
    auto firstAfter(CommitNo version) const {
        return std::upper_bound(entries_.begin(), entries_.end(), version,
                                [](CommitNo v, const Entry& e) { return v < e.commit; });
    }
    std::vector<Entry> entries_;  // Ascending by commit.
};

// The commits within which something may have changed and changed back, unseen from outside.
class Touches {
public:
    void put(CommitNo commit) {
        if (commits_.empty() || commits_.back() != commit) commits_.push_back(commit);
    }
    bool anyAfter(Versions in) const {
        const auto next = std::upper_bound(commits_.begin(), commits_.end(), in.from);
        return next != commits_.end() && *next <= in.to;
    }

private:
    std::vector<CommitNo> commits_;
};

}  // namespace tessera::simulation
