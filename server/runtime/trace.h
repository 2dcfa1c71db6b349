// SPDX-License-Identifier: Apache-2.0
// W3C trace context: the id that ties a request's log lines together across processes.
//
// Pure except for the random ids. Values; thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tessera::runtime {

struct TraceContext {
    std::array<std::uint8_t, 16> traceId{};  // Never all zero, except in a context that is none.
    std::array<std::uint8_t, 8> spanId{};
    bool sampled = false;

    explicit operator bool() const { return traceId != std::array<std::uint8_t, 16>{}; }
    bool operator==(const TraceContext&) const = default;
};

// Parses a `traceparent` header as Trace Context level 1 says: version 00 exactly, later versions
// by their known beginning; version ff, upper case, and ids that are all zero are refused.
std::optional<TraceContext> parseTraceparent(std::string_view header);

std::string toTraceparent(const TraceContext& context);

// The trace id alone: 32 hex digits.
std::string traceIdText(const TraceContext& context);

// A new trace with random ids.
TraceContext newTrace();

// The same trace, a new span: for a call to another process.
TraceContext childOf(const TraceContext& parent);

// The caller's trace if its header is well formed, else a new one.
TraceContext traceFromHeader(std::string_view header);

}  // namespace tessera::runtime
