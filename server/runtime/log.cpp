// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/log.h"

#include <fmt/format.h>
#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::runtime {
namespace {

constexpr spdlog::level::level_enum kMarkerLevel = spdlog::level::trace;
constexpr std::chrono::milliseconds kMarkerPatience{200};

constexpr std::array<std::string_view, 4> kLevelNames = {"debug", "info", "warn", "error"};

// Cuts at a character's beginning, so that what is left is still UTF-8.
std::string_view cut(std::string_view text, std::size_t bytesMax) {
    if (text.size() <= bytesMax) return text;
    std::size_t end = bytesMax;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return text.substr(0, end);
}

// A JSON string. Text that is not clean UTF-8 is written byte by byte as if it were Latin-1.
void appendQuoted(std::string& line, std::string_view text) {
    const bool clean = isCleanUtf8(text);
    line.push_back('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line.push_back('\\');
            line.push_back(c);
        } else if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !clean)) {
            fmt::format_to(std::back_inserter(line), "\\u{:04x}", byte);
        } else {
            line.push_back(c);
        }
    }
    line.push_back('"');
}

class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit FunctionSink(std::function<void(std::string_view)> function)
        : function_(std::move(function)) {}

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        function_({message.payload.data(), message.payload.size()});
    }
    void flush_() override {}

private:
    std::function<void(std::string_view)> function_;
};

// Passes lines on to the real sink, and answers markers, which are not lines: once marker n is
// seen, everything that was queued before it has been written.
class OutputSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit OutputSink(spdlog::sink_ptr inner) : inner_(std::move(inner)) {
        inner_->set_pattern("%v");
    }

    // True if marker `number` was seen before the time is over.
    bool waitFor(std::uint64_t number, std::chrono::milliseconds time) {
        std::unique_lock lock(seenMutex_);
        return seenChanged_.wait_for(lock, time, [&] { return seen_ >= number; });
    }

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        if (message.level != kMarkerLevel) return inner_->log(message);
        inner_->flush();
        std::uint64_t number = 0;
        const char* const first = message.payload.data();
        std::from_chars(first, first + message.payload.size(), number);
        {
            const std::lock_guard lock(seenMutex_);
            seen_ = std::max(seen_, number);
        }
        seenChanged_.notify_all();
    }
    void flush_() override { inner_->flush(); }

private:
    spdlog::sink_ptr inner_;
    std::mutex seenMutex_;
    std::condition_variable seenChanged_;
    std::uint64_t seen_ = 0;
};

}  // namespace

void LogValue::appendTo(std::string& line) const {
    const auto out = std::back_inserter(line);
    switch (kind_) {
        case Kind::Integer:
            fmt::format_to(out, "{}", integer_);
            break;
        case Kind::Unsigned:
            fmt::format_to(out, "{}", static_cast<std::uint64_t>(integer_));
            break;
        case Kind::Real:
            if (std::isfinite(real_)) {
                fmt::format_to(out, "{}", real_);
            } else {
                line += "null";
            }
            break;
        case Kind::Boolean:
            line += integer_ != 0 ? "true" : "false";
            break;
        case Kind::Literal:
            appendQuoted(line, text_);
            break;
        case Kind::Safe:
            appendQuoted(line, cut(text_, kLogTextBytesMax));
            break;
        // 64-bit ids are beyond what a JSON number keeps exactly in many readers.
        case Kind::Id:
            fmt::format_to(out, "\"{}\"", integer_);
            break;
        case Kind::Request:
            appendQuoted(line, toString(*request_));
            break;
        case Kind::Time:
            appendQuoted(line, toRfc3339(Instant{integer_}));
            break;
    }
}

struct Log::Impl {
    Impl(const LogOptions& options, spdlog::sink_ptr sink)
        : level(options.level),
          output(std::make_shared<OutputSink>(std::move(sink))),
          pool(std::make_shared<spdlog::details::thread_pool>(options.queueMax, 1)),
          lines(makeLogger(spdlog::async_overflow_policy::overrun_oldest)),
          markers(makeLogger(spdlog::async_overflow_policy::block)) {
        lines->flush_on(spdlog::level::err);
    }

    std::shared_ptr<spdlog::async_logger> makeLogger(spdlog::async_overflow_policy policy) {
        auto logger = std::make_shared<spdlog::async_logger>("tessera", output, pool, policy);
        logger->set_level(spdlog::level::trace);
        // A failing disk must not end the server; what could not be written is counted.
        logger->set_error_handler([this](const std::string&) { ++failed; });
        return logger;
    }

    std::atomic<LogLevel> level;
    std::atomic<std::uint64_t> failed{0};
    std::atomic<std::uint64_t> lastMarker{0};
    std::shared_ptr<OutputSink> output;
    std::shared_ptr<spdlog::details::thread_pool> pool;
    std::shared_ptr<spdlog::async_logger> lines;
    std::shared_ptr<spdlog::async_logger> markers;  // Wait for room: they push no line out.
};

Log::Log(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Log::~Log() {
    flush();
}

Result<std::unique_ptr<Log>> Log::open(const LogOptions& options) {
    TESSERA_CHECK(options.queueMax > 0);
    try {
        spdlog::sink_ptr sink;
        if (options.file.empty()) {
            sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        } else {
            sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(options.file, false);
        }
        return std::unique_ptr<Log>(new Log(std::make_unique<Impl>(options, std::move(sink))));
    } catch (const std::exception& e) {
        return failure("open log " + options.file + ": " + e.what());
    }
}

std::unique_ptr<Log> Log::toSink(const LogOptions& options,
                                 std::function<void(std::string_view)> sink) {
    TESSERA_CHECK(options.queueMax > 0);
    return std::unique_ptr<Log>(
        new Log(std::make_unique<Impl>(options, std::make_shared<FunctionSink>(std::move(sink)))));
}

bool Log::enabled(LogLevel level) const {
    return level >= impl_->level.load(std::memory_order_relaxed);
}

void Log::setLevel(LogLevel level) {
    impl_->level.store(level, std::memory_order_relaxed);
}

void Log::write(LogLevel level, LogLiteral event, LogFields fields, const TraceContext& trace) {
    if (!enabled(level)) return;
    const auto wall = std::chrono::duration_cast<std::chrono::microseconds>(
                          std::chrono::system_clock::now().time_since_epoch())
                          .count();
    std::string line;
    line.reserve(256);
    line += "{\"time\":\"";
    line += toRfc3339(Instant{wall});
    line += "\",\"level\":\"";
    line += kLevelNames[static_cast<std::size_t>(level)];
    line += "\",\"event\":";
    appendQuoted(line, event.text());
    if (trace) {
        line += ",\"trace\":\"";
        line += traceIdText(trace);
        line += '"';
    }
    for (const LogField& field : fields) {
        const std::size_t before = line.size();
        line += ',';
        appendQuoted(line, field.name.text());
        line += ':';
        field.value.appendTo(line);
        if (line.size() > kLogLineBytesMax) {
            line.resize(before);
            line += ",\"cut\":true";
            break;
        }
    }
    line += '}';
    impl_->lines->log(level == LogLevel::Error ? spdlog::level::err : spdlog::level::info,
                      spdlog::string_view_t(line));
}

void Log::debug(LogLiteral event, LogFields fields, const TraceContext& trace) {
    write(LogLevel::Debug, event, fields, trace);
}
void Log::info(LogLiteral event, LogFields fields, const TraceContext& trace) {
    write(LogLevel::Info, event, fields, trace);
}
void Log::warn(LogLiteral event, LogFields fields, const TraceContext& trace) {
    write(LogLevel::Warn, event, fields, trace);
}
void Log::error(LogLiteral event, LogFields fields, const TraceContext& trace) {
    write(LogLevel::Error, event, fields, trace);
}

void Log::flush() {
    const std::uint64_t number = ++impl_->lastMarker;
    const std::string text = std::to_string(number);
    // A flood of lines can push a marker out: send it again until it is seen.
    do {
        impl_->markers->log(kMarkerLevel, spdlog::string_view_t(text));
    } while (!impl_->output->waitFor(number, kMarkerPatience));
}

std::uint64_t Log::dropped() const {
    return impl_->pool->overrun_counter() + impl_->failed.load(std::memory_order_relaxed);
}

}  // namespace tessera::runtime
