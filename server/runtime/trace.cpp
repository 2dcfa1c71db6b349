// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/trace.h"

#include <algorithm>
#include <random>
#include <span>

#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::runtime {
namespace {

constexpr std::size_t kLength = 55;  // 2 + 32 + 16 + 2 digits and three hyphens.

// Lower-case hex of exactly out.size() bytes.
bool readHex(std::string_view text, std::span<std::uint8_t> out) {
    const auto isLowerHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (!std::all_of(text.begin(), text.end(), isLowerHex)) return false;
    const auto bytes = fromHex(text);
    if (!bytes || bytes->size() != out.size()) return false;
    std::copy(bytes->begin(), bytes->end(), out.begin());
    return true;
}

bool allZero(std::span<const std::uint8_t> bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
}

std::mt19937_64 seeded() {
    std::array<std::uint32_t, 8> bytes{};
    fillRandom({reinterpret_cast<std::uint8_t*>(bytes.data()), sizeof bytes});
    std::seed_seq seed(bytes.begin(), bytes.end());
    return std::mt19937_64(seed);
}

// Random and not all zero, which would mean "none". An id is no secret: every request of a rush
// needs one, and the library's safe generator takes a lock and two microseconds for it.
void fillId(std::span<std::uint8_t> id) {
    thread_local std::mt19937_64 random = seeded();
    do {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < id.size(); ++i) {
            if (i % sizeof word == 0) word = random();
            id[i] = static_cast<std::uint8_t>(word >> (8 * (i % sizeof word)));
        }
    } while (allZero(id));
}

}  // namespace

std::optional<TraceContext> parseTraceparent(std::string_view header) {
    if (header.size() < kLength) return std::nullopt;
    if (header[2] != '-' || header[35] != '-' || header[52] != '-') return std::nullopt;
    std::array<std::uint8_t, 1> version{};
    std::array<std::uint8_t, 1> flags{};
    TraceContext context;
    if (!readHex(header.substr(0, 2), version) || version[0] == 0xFF) return std::nullopt;
    if (version[0] == 0 && header.size() != kLength) return std::nullopt;
    if (header.size() > kLength && header[kLength] != '-') return std::nullopt;
    if (!readHex(header.substr(3, 32), context.traceId)) return std::nullopt;
    if (!readHex(header.substr(36, 16), context.spanId)) return std::nullopt;
    if (!readHex(header.substr(53, 2), flags)) return std::nullopt;
    if (allZero(context.traceId) || allZero(context.spanId)) return std::nullopt;
    context.sampled = (flags[0] & 1U) != 0;
    return context;
}

std::string toTraceparent(const TraceContext& context) {
    return "00-" + toHex(context.traceId) + "-" + toHex(context.spanId) +
           (context.sampled ? "-01" : "-00");
}

std::string traceIdText(const TraceContext& context) {
    return toHex(context.traceId);
}

TraceContext newTrace() {
    TraceContext context;
    fillId(context.traceId);
    fillId(context.spanId);
    return context;
}

TraceContext childOf(const TraceContext& parent) {
    TraceContext child = parent;
    fillId(child.spanId);
    return child;
}

TraceContext traceFromHeader(std::string_view header) {
    if (const auto context = parseTraceparent(header)) return *context;
    return newTrace();
}

}  // namespace tessera::runtime
