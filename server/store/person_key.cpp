// SPDX-License-Identifier: Apache-2.0
#include "server/store/person_key.h"

#include "server/runtime/secrets.h"
#include "server/store/folded_text.h"

namespace tessera::store {
namespace {

constexpr std::size_t kPseudonymChars = 8;

}  // namespace

PersonKey personKeyOf(std::string_view holderTokenKey, std::string_view email) {
    const auto digest = runtime::hmacSha256(holderTokenKey, "person " + foldedEmail(email));
    return PersonKey(runtime::asView(digest));
}

std::string newPseudonym() {
    static constexpr std::string_view kLetters = "abcdefghjkmnpqrstvwxyz0123456789";
    std::string out = "erased-";
    for (const auto byte : runtime::randomBytes(kPseudonymChars)) {
        out += kLetters[static_cast<unsigned char>(byte) % kLetters.size()];
    }
    return out;
}

}  // namespace tessera::store
