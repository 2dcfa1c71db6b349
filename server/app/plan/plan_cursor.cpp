// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_cursor.h"

#include <cmath>
#include <utility>

#include "shared/base/encoding.h"

namespace tessera::plan {
namespace {

constexpr std::size_t kColorBytesMax = 40;

bool isColorCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("#(),.% -").find(c) != std::string_view::npos;
}

}  // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t kShown = 40;
    if (text.size() <= kShown) return '"' + std::string(text) + '"';
    std::size_t end = kShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return '"' + std::string(text.substr(0, end)) + "...\"";
}

std::string Cursor::path() const {
    if (parent_ == nullptr) return "$";
    if (key_ != nullptr) return parent_->path() + "." + key_;
    return parent_->path() + "[" + std::to_string(index_) + "]";
}

void Cursor::fail(std::string message, std::optional<std::int64_t> limit) const {
    throw PlanFault{{path(), std::move(message), limit}};
}

void Cursor::failAt(const char* key, std::string message, std::optional<std::int64_t> limit) const {
    throw PlanFault{{path() + "." + key, std::move(message), limit}};
}

void Cursor::requireObject() const {
    if (!json_.is_object()) fail("must be an object");
}

const Json* Cursor::find(const char* key) const {
    requireObject();
    const auto member = json_.find(key);
    return member == json_.end() || member->is_null() ? nullptr : &*member;
}

std::size_t Cursor::sizeOf(const char* key) const {
    std::size_t size = 0;
    with(key, [&](const Cursor& list) {
        if (!list.json_.is_array()) list.fail("must be an array");
        size = list.json_.size();
    });
    return size;
}

std::string_view Cursor::asText() const {
    if (!json_.is_string()) fail("must be a text");
    const auto& text = json_.get_ref<const std::string&>();
    if (text.size() > options_.textBytesMax) {
        fail("is too long", static_cast<std::int64_t>(options_.textBytesMax));
    }
    if (!isCleanUtf8(text)) fail("has a NUL or is not UTF-8");
    return text;
}

double Cursor::asNumber() const {
    if (!json_.is_number()) fail("must be a number");
    const double value = json_.get<double>();
    if (!(std::abs(value) <= options_.coordinateMax)) {
        fail("is out of range", static_cast<std::int64_t>(options_.coordinateMax));
    }
    return value;
}

std::string_view Cursor::requiredText(const char* key) const {
    const std::string_view value = text(key);
    if (value.empty()) failAt(key, has(key) ? "must not be empty" : "is missing");
    return value;
}

std::string_view Cursor::text(const char* key) const {
    std::string_view value;
    with(key, [&](const Cursor& member) { value = member.asText(); });
    return value;
}

std::string Cursor::color(const char* key) const {
    std::string value;
    with(key, [&](const Cursor& member) {
        value = member.asText();
        if (value.size() > kColorBytesMax) member.fail("is too long", kColorBytesMax);
        for (const char c : value) {
            if (!isColorCharacter(c)) member.fail("is not a colour");
        }
    });
    return value;
}

double Cursor::number(const char* key, double fallback) const {
    with(key, [&](const Cursor& member) { fallback = member.asNumber(); });
    return fallback;
}

double Cursor::size(const char* key, double fallback) const {
    const double value = number(key, fallback);
    if (value < 0) failAt(key, "must not be negative");
    return value;
}

std::int64_t Cursor::requiredInteger(const char* key, std::int64_t least, std::int64_t most) const {
    std::int64_t value = 0;
    const bool found = with(key, [&](const Cursor& member) {
        const Json& json = member.json_;
        if (!json.is_number()) member.fail("must be a whole number");
        // The editor writes some whole numbers as 100.0.
        const double real = json.get<double>();
        if (real < static_cast<double>(least)) {
            member.fail("must be at least " + std::to_string(least), least);
        }
        if (!(real <= static_cast<double>(most))) {
            member.fail("must be at most " + std::to_string(most), most);
        }
        if (real != std::floor(real)) member.fail("must be a whole number");
        value = static_cast<std::int64_t>(real);
    });
    if (!found) failAt(key, "is missing");
    return value;
}

bool Cursor::flag(const char* key) const {
    bool value = false;
    with(key, [&](const Cursor& member) {
        if (!member.json_.is_boolean()) member.fail("must be true or false");
        value = member.json_.get<bool>();
    });
    return value;
}

Cursor::Offset Cursor::position(const char* key, Offset from) const {
    with(key, [&](const Cursor& member) { from = member.asPosition(from); });
    return from;
}

Cursor::Offset Cursor::asPosition(Offset from) const {
    if (!has("x")) failAt("x", "is missing");
    if (!has("y")) failAt("y", "is missing");
    const double x = number("x", 0);
    const double y = number("y", 0);
    return {from.x + x, from.y + y};
}

engine::Point Cursor::point(Offset at) const {
    const double most = options_.coordinateMax;
    if (!(std::abs(at.x) <= most) || !(std::abs(at.y) <= most)) {
        fail("lies out of range", static_cast<std::int64_t>(most));
    }
    return {static_cast<float>(at.x), static_cast<float>(at.y)};
}

}  // namespace tessera::plan
