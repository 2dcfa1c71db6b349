// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/log.h"

#include <fmt/format.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::runtime {
namespace {

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

// Where the lines of one turn of the writing thread go, in order.
using Output = std::function<void(std::span<const std::string>)>;

// One call and one write for many lines.
Output toSpdlog(spdlog::sink_ptr sink) {
    sink->set_pattern("%v");
    return [sink = std::move(sink), text = std::string()](auto lines) mutable {
        text.clear();
        for (const std::string& line : lines) text.append(line).push_back('\n');
        text.pop_back();  // The sink ends what it is given.
        sink->log({"tessera", spdlog::level::info, text});
        sink->flush();
    };
}

// Lines on their way to the writing thread. A rush logs thousands a second: the thread is woken by
// the first line, gathers for some milliseconds, and writes what came together.
class LineQueue {
public:
    LineQueue(std::size_t linesMax, Output output)
        : linesMax_(linesMax), output_(std::move(output)), thread_([this] { run(); }) {}

    ~LineQueue() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wanted_.notify_one();
        thread_.join();
    }
    LineQueue(const LineQueue&) = delete;
    LineQueue& operator=(const LineQueue&) = delete;

    void push(std::string line, bool urgent) {
        bool wake = false;
        {
            const std::lock_guard lock(mutex_);
            if (lines_.size() >= linesMax_) {
                lines_.pop_front();
                ++dropped_;
            }
            lines_.push_back(std::move(line));
            ++pushed_;
            urgent_ = urgent_ || urgent || lines_.size() > linesMax_ / 2;
            wake = lines_.size() == 1 || urgent_;
        }
        if (wake) wanted_.notify_one();
    }

    // What was pushed before is written, or has made room.
    void flush() {
        std::unique_lock lock(mutex_);
        const std::uint64_t until = pushed_;
        urgent_ = true;
        wanted_.notify_one();
        written_.wait(lock, [&] { return done_ >= until; });
    }

    std::uint64_t dropped() const {
        const std::lock_guard lock(mutex_);
        return dropped_;
    }

private:
    static constexpr std::chrono::milliseconds kGather{10};

    void run() {
        std::unique_lock lock(mutex_);
        std::vector<std::string> taken;
        for (;;) {
            wanted_.wait(lock, [&] { return stopping_ || !lines_.empty(); });
            if (lines_.empty()) return;
            wanted_.wait_for(lock, kGather, [&] { return stopping_ || urgent_; });
            taken.assign(std::make_move_iterator(lines_.begin()),
                         std::make_move_iterator(lines_.end()));
            lines_.clear();
            urgent_ = false;
            const std::uint64_t until = pushed_;
            lock.unlock();
            const bool failed = !write(taken);
            lock.lock();
            if (failed) dropped_ += taken.size();
            done_ = until;
            written_.notify_all();
        }
    }

    // A failing disk must not end the server; what could not be written is counted.
    bool write(const std::vector<std::string>& lines) {
        try {
            output_(lines);
            return true;
        } catch (const std::exception&) {
            return false;
        }
    }

    const std::size_t linesMax_;
    const Output output_;
    mutable std::mutex mutex_;
    std::condition_variable wanted_;
    std::condition_variable written_;
    std::deque<std::string> lines_;
    std::uint64_t pushed_ = 0;
    std::uint64_t done_ = 0;
    std::uint64_t dropped_ = 0;
    bool urgent_ = false;
    bool stopping_ = false;
    std::thread thread_;  // Last: it uses what is above.
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
    Impl(const LogOptions& options, Output output)
        : level(options.level), queue(options.queueMax, std::move(output)) {}

    std::atomic<LogLevel> level;
    LineQueue queue;
};

Log::Log(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Log::~Log() = default;

Result<std::unique_ptr<Log>> Log::open(const LogOptions& options) {
    TESSERA_CHECK(options.queueMax > 0);
    try {
        spdlog::sink_ptr sink;
        if (options.file.empty()) {
            sink = std::make_shared<spdlog::sinks::stderr_sink_st>();
        } else {
            sink = std::make_shared<spdlog::sinks::basic_file_sink_st>(options.file, false);
        }
        return std::unique_ptr<Log>(
            new Log(std::make_unique<Impl>(options, toSpdlog(std::move(sink)))));
    } catch (const std::exception& e) {
        return failure("open log " + options.file + ": " + e.what());
    }
}

std::unique_ptr<Log> Log::toSink(const LogOptions& options,
                                 std::function<void(std::string_view)> sink) {
    TESSERA_CHECK(options.queueMax > 0);
    const Output output = [sink = std::move(sink)](auto lines) {
        for (const std::string& line : lines) sink(line);
    };
    return std::unique_ptr<Log>(new Log(std::make_unique<Impl>(options, output)));
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
    impl_->queue.push(std::move(line), level == LogLevel::Error);
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
    impl_->queue.flush();
}

std::uint64_t Log::dropped() const {
    return impl_->queue.dropped();
}

}  // namespace tessera::runtime
