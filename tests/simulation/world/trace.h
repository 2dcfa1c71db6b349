// SPDX-License-Identifier: Apache-2.0
// What happened, as a hash that two runs of one seed share, and as a story for a person.
//
// Deterministic. The hash takes numbers only, so that a run without a story costs little; the
// story's words are made only where it is wanted.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>

#include "tests/simulation/world/agenda.h"

namespace tessera::simulation {

// What is told of: a line's first word.
enum class Told : std::uint8_t {
    Fault,
    Node,
    Database,
    Provider,
    Ask,
    Answer,
    Commit,
    Map,
    Finding
};

class Trace {
public:
    using Writer = std::function<void(const std::string& line)>;
    // Without a writer there is a hash only.
    explicit Trace(const Agenda& agenda, Writer writer = {})
        : agenda_(agenda), writer_(std::move(writer)) {}

    // `facts`: all that tells this line from another. `words` is called only for a story.
    template <class Words>
    void note(Told what, std::initializer_list<std::int64_t> facts, Words words) {
        mix(static_cast<std::int64_t>(what));
        mix(agenda_.now());
        for (const std::int64_t fact : facts) mix(fact);
        if (writer_) write(what, words());
    }

    std::uint64_t hash() const { return hash_; }

private:
    void mix(std::int64_t fact) {
        hash_ = (hash_ ^ static_cast<std::uint64_t>(fact)) * 0x9E3779B97F4A7C15ULL;
        hash_ ^= hash_ >> 29;
    }
    void write(Told what, const std::string& words);

    const Agenda& agenda_;
    const Writer writer_;
    std::uint64_t hash_ = 0x6A09E667F3BCC908ULL;
};

}  // namespace tessera::simulation
