// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/random_id.h"

#include <sys/random.h>

#include <array>

#include "shared/base/check.h"

namespace tessera::paysim {

std::string randomId(std::string_view prefix, std::size_t length) {
    constexpr std::string_view kLetters =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    thread_local std::array<unsigned char, 256> pool;  // getrandom gives so much in one piece.
    thread_local std::size_t left = 0;
    std::string id(prefix);
    id.reserve(prefix.size() + length);
    for (const std::size_t end = id.size() + length; id.size() < end;) {
        if (left == 0) {
            TESSERA_CHECK(getrandom(pool.data(), pool.size(), 0) ==
                          static_cast<ssize_t>(pool.size()));
            left = pool.size();
        }
        const std::size_t pick = pool[--left] & 63U;
        if (pick < kLetters.size()) id += kLetters[pick];
    }
    return id;
}

}  // namespace tessera::paysim
