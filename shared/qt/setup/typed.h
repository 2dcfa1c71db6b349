// SPDX-License-Identifier: Apache-2.0
// Times, lengths, rates and counts as staff types them, and back.
//
// Pure and deterministic but for the zones and locales that the system knows; any thread.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <cstdint>
#include <optional>
#include <string>

#include "google/protobuf/timestamp.pb.h"

namespace tessera::setup {

// "2026-12-04 19:30" by the clocks of `zone`; one that is not known here is UTC.
QString typedTime(const google::protobuf::Timestamp& time, const std::string& zone);

// In order of precedence.
enum class TimeFault {
    None,
    Form,     // Not year-month-day hour:minute.
    Skipped,  // The clocks of the zone are put forward over it.
};
struct TimeRead {
    TimeFault fault = TimeFault::Form;
    google::protobuf::Timestamp time{};  // Of None. What the clocks show twice is the earlier one.
};
TimeRead readTime(const QString& typed, const std::string& zone);

// "5 min": the largest unit of s, min, h, d that gives a whole number.
QString typedLength(std::int64_t seconds);
// A number alone is minutes. Absent: not of that form, or over a hundred years.
std::optional<std::int64_t> readLength(const QString& typed);

// Parts per million as per cent: "2.5".
QString typedRate(std::int32_t ppm, const QLocale& locale);
// 0 to 100 with four decimals at most; absent: anything else.
std::optional<std::int32_t> readRate(const QString& typed, const QLocale& locale);

// Digits alone, of any script, nine at most.
std::optional<std::int32_t> readCount(const QString& typed);

}  // namespace tessera::setup
