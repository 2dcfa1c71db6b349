// SPDX-License-Identifier: Apache-2.0
// Times, currencies and numbers as texts.
//
// A time that is read is written again as the same instant; a number that is read as a whole one
// has the value that it has as a real one.
#include <cmath>
#include <string>

#include "server/api/convert_common.h"
#include "server/api/json_values.h"
#include "shared/base/check.h"
#include "shared/base/money.h"
#include "shared/base/time.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

constexpr std::int64_t kFirstMicros = -62'135'596'800'000'000;  // 0001-01-01T00:00:00Z
constexpr std::int64_t kEndMicros = 253'402'300'800'000'000;    // 10000-01-01T00:00:00Z

void readTimes(std::string_view text) {
    const auto time = parseRfc3339(text);
    if (!time) return;
    // Offsets lead a day beyond years that have four digits.
    constexpr std::int64_t kYearAndDay = 367LL * 86'400'000'000;
    TESSERA_CHECK(time->micros >= kFirstMicros - kYearAndDay);
    TESSERA_CHECK(time->micros < kEndMicros + 86'400'000'000);
    if (time->micros >= kFirstMicros && time->micros < kEndMicros) {
        TESSERA_CHECK(parseRfc3339(toRfc3339(*time)) == time);
    }
}

// Text to message and back, as JSON has it.
template <class Field>
void readAs(std::string_view text, const Field& message, const char* fieldName) {
    const auto* field = message.GetDescriptor()->FindFieldByName(fieldName);
    const std::unique_ptr<api::Message> read(message.New());
    if (api::setFromText(*read, field, text, true) != nullptr) return;
    std::string out;
    api::appendTextMessage(read->GetReflection()->GetMessage(*read, field), out);
    TESSERA_CHECK(out.size() >= 2 && out.front() == '"' && out.back() == '"');
    const std::unique_ptr<api::Message> again(message.New());
    const auto inner = std::string_view(out).substr(1, out.size() - 2);
    TESSERA_CHECK(api::setFromText(*again, field, inner, true) == nullptr);
    TESSERA_CHECK(read->SerializeAsString() == again->SerializeAsString());
}

void readNumbers(std::string_view text) {
    const auto whole = api::parseInteger(text);
    const auto real = api::parseReal(text);
    if (whole) TESSERA_CHECK(real && *real == static_cast<double>(*whole));
    const auto plain = api::parseUnsigned(text);
    if (whole && *whole >= 0) {
        TESSERA_CHECK(plain && *plain == static_cast<std::uint64_t>(*whole));
    }
    if (plain && *plain <= INT64_MAX) TESSERA_CHECK(whole.has_value());
    if (real) TESSERA_CHECK(std::isfinite(*real));
}

void readNames(std::string_view text) {
    if (const auto currency = parseCurrency(text)) {
        TESSERA_CHECK(toString(*currency) == text);
        TESSERA_CHECK(minorDigits(*currency) >= 0 && minorDigits(*currency) <= 4);
    }
    if (const auto code = api::normalisedCode(text)) {
        TESSERA_CHECK(code->size() == text.size() && api::normalisedCode(*code) == code);
    }
    if (api::isLanguageTag(text)) TESSERA_CHECK(text.size() <= 35);
}

}  // namespace

void times(Input input) {
    readTimes(input);
    readAs(input, v1::EventConfig::default_instance(), "starts_at");
    readAs(input, v1::EventConfig::default_instance(), "hold_duration");
    readNumbers(input);
    readNames(input);
}

}  // namespace tessera::fuzz
