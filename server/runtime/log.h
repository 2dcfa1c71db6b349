// SPDX-License-Identifier: Apache-2.0
// Structured logging: one JSON object per line, written by a thread of its own.
//
// Only what cannot be personal is loggable as it is: ids, numbers, times, booleans, enums and
// literal strings. Any other text needs logSafe(), which is the writer's word that it holds no
// personal data and no token, and which a reviewer can search for. Ticket codes, holder tokens,
// caller hashes and keys have no way into a line.
//
// Thread-safe; no caller ever waits for the disk: lines wait in a bounded queue, and when that is
// full the oldest line makes room and is counted (dropped()). What comes within some milliseconds
// is one write; an error is written at once. The wall clock stamps lines and decides nothing.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "server/runtime/trace.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::runtime {

enum class LogLevel { Debug, Info, Warn, Error };

// A string literal: the constructor runs in the compiler, so nothing made at run time fits.
class LogLiteral {
public:
    template <std::size_t N>
    consteval LogLiteral(const char (&text)[N]) : text_(text, N - 1) {}  // NOLINT: implicit.
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

// Text vouched for by the caller: no personal data, no token. At most kLogTextBytesMax go out.
struct LogSafe {
    std::string_view text;
};
inline LogSafe logSafe(std::string_view text) {
    return {text};
}
inline constexpr std::size_t kLogTextBytesMax = 512;
inline constexpr std::size_t kLogLineBytesMax = 8192;

// An enum is loggable by name if its namespace has `constexpr LogLiteral logName(E)`.
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires(E e) {
    { logName(e) } -> std::same_as<LogLiteral>;
};

// One value of a line. Refers to what it was made from: for the duration of the call only.
class LogValue {
public:
    enum class Kind { Integer, Unsigned, Real, Boolean, Literal, Safe, Id, Request, Time };

    template <std::size_t N>
    consteval LogValue(const char (&text)[N]) : kind_(Kind::Literal), text_(text, N - 1) {}
    LogValue(LogLiteral text) : kind_(Kind::Literal), text_(text.text()) {}
    LogValue(LogSafe safe) : kind_(Kind::Safe), text_(safe.text) {}
    LogValue(bool value) : kind_(Kind::Boolean), integer_(value ? 1 : 0) {}
    template <class T>
    requires(std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>) LogValue(T value)
        : kind_(std::is_signed_v<T> ? Kind::Integer : Kind::Unsigned),
          integer_(static_cast<std::int64_t>(value)) {}
    template <std::floating_point T>
    LogValue(T value) : kind_(Kind::Real), real_(static_cast<double>(value)) {}
    template <NamedEnum E>
    LogValue(E value) : LogValue(logName(value)) {}
    template <class E>
    requires(std::is_enum_v<E> && !NamedEnum<E>) LogValue(E value)
        : LogValue(static_cast<std::int64_t>(value)) {}
    template <class Tag, class Rep>
    LogValue(StrongId<Tag, Rep> id) : kind_(Kind::Id), integer_(id.value) {}
    LogValue(const RequestId& id) : kind_(Kind::Request), request_(&id) {}
    LogValue(Instant t) : kind_(Kind::Time), integer_(t.micros) {}
    LogValue(Duration d) : kind_(Kind::Integer), integer_(d.micros) {}  // Microseconds.
    LogValue(Money amount) : kind_(Kind::Integer), integer_(amount.minor) {}

    // These need logSafe().
    LogValue(const std::string&) = delete;
    LogValue(std::string_view) = delete;
    template <class P>
    requires(std::is_pointer_v<P>) LogValue(P)
    = delete;
    LogValue(const CallerHash&) = delete;

    // Appends the value as JSON.
    void appendTo(std::string& line) const;

private:
    Kind kind_;
    std::int64_t integer_ = 0;
    double real_ = 0;
    std::string_view text_;
    const RequestId* request_ = nullptr;
};

struct LogField {
    LogLiteral name;
    LogValue value;
};
using LogFields = std::initializer_list<LogField>;

struct LogOptions {
    LogLevel level = LogLevel::Info;
    std::string file{};           // Empty: stderr.
    std::size_t queueMax = 8192;  // Lines that wait to be written.
};

class Log {
public:
    // Opens the file for appending and starts the writing thread.
    static Result<std::unique_ptr<Log>> open(const LogOptions& options);

    // Every line goes to `sink` instead, on the writing thread.
    static std::unique_ptr<Log> toSink(const LogOptions& options,
                                       std::function<void(std::string_view)> sink);

    // Writes what is queued, then ends the thread.
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    bool enabled(LogLevel level) const;
    void setLevel(LogLevel level);

    // {"time":…,"level":…,"event":event,"trace":…, fields…}; `event` is snake_case and past tense.
    void write(LogLevel level, LogLiteral event, LogFields fields = {},
               const TraceContext& trace = {});
    void debug(LogLiteral event, LogFields fields = {}, const TraceContext& trace = {});
    void info(LogLiteral event, LogFields fields = {}, const TraceContext& trace = {});
    void warn(LogLiteral event, LogFields fields = {}, const TraceContext& trace = {});
    void error(LogLiteral event, LogFields fields = {}, const TraceContext& trace = {});

    // Returns when everything queued before the call is with the file or sink. Waits for the disk:
    // for the end of a process and for tests. REQUIRES: not called by the sink.
    void flush();

    // Lines that made room for newer ones, or could not be written, since the start.
    std::uint64_t dropped() const;

private:
    struct Impl;
    explicit Log(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::runtime
