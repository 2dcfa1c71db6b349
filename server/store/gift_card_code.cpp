// SPDX-License-Identifier: Apache-2.0
#include "server/store/gift_card_code.h"

#include "server/runtime/secrets.h"

namespace tessera::store {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCharacters = 20;
constexpr std::size_t kGroup = 5;
constexpr std::size_t kTypedMax = 64;

char meant(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return c;
}

}  // namespace

std::string newGiftCardCode() {
    std::string code = runtime::randomBytes(kCharacters);
    for (char& c : code) c = kAlphabet[static_cast<unsigned char>(c) % kAlphabet.size()];
    return code;
}

std::string shownGiftCardCode(std::string_view code) {
    std::string shown;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i != 0 && i % kGroup == 0) shown += '-';
        shown += code[i];
    }
    return shown;
}

std::optional<std::string> meantGiftCardCode(std::string_view typed) {
    if (typed.size() > kTypedMax) return std::nullopt;
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        const char letter = meant(c);
        if (kAlphabet.find(letter) == std::string_view::npos) return std::nullopt;
        code += letter;
    }
    if (code.size() != kCharacters) return std::nullopt;
    return code;
}

GiftCardId giftCardIdOf(std::string_view code) {
    const auto digest = runtime::sha256("tessera gift card id " + std::string(code));
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | digest[i];
    return GiftCardId{static_cast<std::int64_t>(bits >> 1 | 1)};
}

std::string giftCardHashOf(std::string_view code) {
    const auto digest = runtime::sha256("tessera gift card " + std::string(code));
    return std::string(runtime::asView(digest));
}

}  // namespace tessera::store
