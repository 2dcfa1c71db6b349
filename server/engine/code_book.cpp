// SPDX-License-Identifier: Apache-2.0
#include "server/engine/code_book.h"

#include <algorithm>
#include <utility>

#include "server/engine/event_engine.h"
#include "shared/base/check.h"

namespace tessera::engine {

static_assert(kCodesMax < kNoCode, "a code is named by 16 bits");

namespace {

bool isCodeText(std::string_view text) {
    if (text.size() < 3 || text.size() > 32) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace

bool CodeBook::isWellFormed(const Code& code, std::int16_t categories) {
    const bool known = code.discount == DiscountKind::None ||
                       code.discount == DiscountKind::Percent ||
                       code.discount == DiscountKind::AmountPerTicket;
    return isCodeText(code.text) && known && code.rate.ppm >= 0 && code.rate.ppm <= 1000000 &&
           code.amount.minor >= 0 && code.usesMax >= 0 && code.validFrom < code.validUntil &&
           code.unlocks.value >= 0 &&
           code.categories.size() <= static_cast<std::size_t>(categories) &&
           std::all_of(code.categories.begin(), code.categories.end(),
                       [&](CategoryNo c) { return c.value >= 0 && c.value < categories; });
}

CodeIndex CodeBook::find(std::string_view text) const {
    const auto found = byText_.find(text);
    return found == byText_.end() ? kNoCode : found->second;
}

CodeIndex CodeBook::find(CodeId id) const {
    const auto found = byId_.find(id);
    return found == byId_.end() ? kNoCode : found->second;
}

void CodeBook::add(Code code) {
    TESSERA_CHECK(codes_.size() < static_cast<std::size_t>(kCodesMax));
    const auto index = static_cast<CodeIndex>(codes_.size());
    TESSERA_CHECK(byText_.emplace(code.text, index).second);
    TESSERA_CHECK(byId_.emplace(code.id, index).second);
    codes_.push_back(std::move(code));
}

void CodeBook::change(CodeIndex index, const CodeUpdate& to, Changes& changes) {
    Code& code = codes_[index];
    TESSERA_CHECK(to.id == code.id);
    code.usesMax = to.usesMax;
    code.validFrom = to.validFrom;
    code.validUntil = to.validUntil;
    changes.codeUpdates.push_back(to);
}

void CodeBook::take(CodeIndex index, Changes& changes) {
    if (index == kNoCode) return;
    Code& code = codes_[index];
    TESSERA_CHECK(code.usesMax == 0 || code.uses < code.usesMax);
    ++code.uses;
    changes.codeUses.push_back({code.id, 1});
}

void CodeBook::giveBack(CodeIndex index, Changes& changes) {
    if (index == kNoCode) return;
    Code& code = codes_[index];
    TESSERA_CHECK(code.uses > 0);
    --code.uses;
    changes.codeUses.push_back({code.id, -1});
}

std::size_t CodeBook::memoryBytes() const {
    // A node of std::map is its value, three pointers and a colour.
    std::size_t bytes = codes_.capacity() * sizeof(Code);
    for (const Code& code : codes_) {
        bytes += 2 * code.text.size() + code.categories.capacity() * sizeof(CategoryNo);
        bytes += sizeof(std::string) + sizeof(CodeId) + 2 * (sizeof(CodeIndex) + 6) + 64;
    }
    return bytes;
}

}  // namespace tessera::engine
