// SPDX-License-Identifier: Apache-2.0
#include "shared/base/time.h"

#include <chrono>
#include <string>

namespace tessera {
namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// `Z`, `+hh:mm` or `-hh:mm` at the end of `text`, in seconds east of UTC.
std::optional<std::int64_t> offsetSeconds(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, 4, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const std::int64_t seconds = *hours * 3600 + *minutes * 60;
    return text[0] == '-' ? -seconds : seconds;
}

void setDigits(std::string& text, std::size_t at, std::size_t count, unsigned value) {
    for (std::size_t i = at + count; i-- > at; value /= 10) {
        text[i] = static_cast<char>('0' + value % 10);
    }
}

}  // namespace

std::string toRfc3339(Instant t) {
    using namespace std::chrono;
    const sys_time<microseconds> point{microseconds{t.micros}};
    const auto day = floor<days>(point);
    const year_month_day date{day};
    const hh_mm_ss clock{point - day};
    std::string out = std::to_string(static_cast<int>(date.year()));
    if (out.size() < 4) out.insert(0, 4 - out.size(), '0');
    const std::size_t rest = out.size();
    out += "-00-00T00:00:00.000000Z";
    setDigits(out, rest + 1, 2, static_cast<unsigned>(date.month()));
    setDigits(out, rest + 4, 2, static_cast<unsigned>(date.day()));
    setDigits(out, rest + 7, 2, static_cast<unsigned>(clock.hours().count()));
    setDigits(out, rest + 10, 2, static_cast<unsigned>(clock.minutes().count()));
    setDigits(out, rest + 13, 2, static_cast<unsigned>(clock.seconds().count()));
    setDigits(out, rest + 16, 6, static_cast<unsigned>(clock.subseconds().count()));
    return out;
}

std::optional<Instant> parseRfc3339(std::string_view text) {
    using namespace std::chrono;
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[13] != ':' ||
        text[16] != ':' || (text[10] != 'T' && text[10] != 't')) {
        return std::nullopt;
    }
    const auto y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
    const auto h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
    if (!y || !mo || !d || !h || !mi || !s || *h > 23 || *mi > 59 || *s > 59) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*mo)},
                              day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    std::int64_t micros = 0;
    std::size_t at = 19;
    if (text[at] == '.') {
        std::int64_t scale = 100000;
        std::size_t count = 0;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count) {
            micros += (text[at] - '0') * scale;
            scale /= 10;
        }
        if (count == 0 || count > 9) return std::nullopt;
    }
    const auto offset = offsetSeconds(text.substr(at));
    if (!offset) return std::nullopt;
    const auto point = sys_days{date} + hours{*h} + minutes{*mi} + seconds{*s - *offset};
    return Instant{duration_cast<microseconds>(point.time_since_epoch()).count() + micros};
}

}  // namespace tessera
