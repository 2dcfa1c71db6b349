// SPDX-License-Identifier: Apache-2.0
// Public ids and request ids, as they stand in paths and bodies.
//
// An id that is read is written again as the same text, but for the case of its letters.
#include <algorithm>
#include <cstring>
#include <string>

#include "shared/base/check.h"
#include "shared/base/ids.h"
#include "shared/http/message.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

void readPublicIds(std::string_view text) {
    if (const auto id = decodePublicId(text)) {
        TESSERA_CHECK(*id > 0);
        TESSERA_CHECK(http::equalsIgnoringCase(encodePublicId(*id), text));
    }
    if (const auto id = decodeEventScopedId(text)) {
        TESSERA_CHECK(id->event && id->local > 0);
        TESSERA_CHECK(http::equalsIgnoringCase(encodePublicId(id->event, id->local), text));
    }
}

// Every number is an id's, and found again.
void writePublicIds(std::string_view bytes) {
    std::uint64_t words[2] = {};
    std::memcpy(words, bytes.data(), std::min(bytes.size(), sizeof words));
    const auto event = static_cast<std::int64_t>(words[0] >> 1);
    const auto local = static_cast<std::int64_t>(words[1] >> 1);
    const auto plain = decodePublicId(encodePublicId(event));
    TESSERA_CHECK(event == 0 ? !plain : plain == event);
    const auto both = decodeEventScopedId(encodePublicId(EventId(event), local));
    TESSERA_CHECK(both.has_value() == (event != 0 && local != 0));
    if (both) TESSERA_CHECK(both->event == EventId(event) && both->local == local);
}

void readRequestIds(std::string_view text) {
    const auto id = parseRequestId(text);
    if (!id) return;
    TESSERA_CHECK(http::equalsIgnoringCase(toString(*id), text));
    TESSERA_CHECK(parseRequestId(toString(*id)) == id);
    TESSERA_CHECK(unixMillisOf(*id) >= 0 && unixMillisOf(*id) < std::int64_t{1} << 48);
}

}  // namespace

void ids(Input input) {
    readPublicIds(input);
    writePublicIds(input);
    readRequestIds(input);
}

}  // namespace tessera::fuzz
