// SPDX-License-Identifier: Apache-2.0
// Promotion and access codes of one event, and how often each is in use.
//
// Deterministic. Not thread-safe; an EventEngine owns its CodeBook. Codes are never removed; at
// most kCodesMax. A code is named by its index, which fits 16 bits. It may be in use more often
// than its usesMax: that was lowered since.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/terms.h"

namespace tessera::engine {

using CodeIndex = std::uint16_t;
inline constexpr CodeIndex kNoCode = UINT16_MAX;

class CodeBook {
public:
    // True if text, discount, window, uses and categories make sense.
    static bool isWellFormed(const Code& code, std::int16_t categories);

    CodeIndex find(std::string_view text) const;
    CodeIndex find(CodeId id) const;
    const Code& at(CodeIndex index) const { return codes_[index]; }
    // Null for kNoCode.
    const Code* pointer(CodeIndex index) const { return index == kNoCode ? nullptr : &at(index); }

    // REQUIRES: the text is new, and there is room.
    void add(Code code);

    // REQUIRES: the code is well formed with it.
    void change(CodeIndex index, const CodeUpdate& to, Changes& changes);

    // One use more, or one given back. kNoCode: nothing.
    void take(CodeIndex index, Changes& changes);
    void giveBack(CodeIndex index, Changes& changes);

    const std::vector<Code>& codes() const { return codes_; }
    std::size_t memoryBytes() const;

private:
    std::vector<Code> codes_;
    std::map<std::string, CodeIndex, std::less<>> byText_;
    std::map<CodeId, CodeIndex> byId_;
};

}  // namespace tessera::engine
