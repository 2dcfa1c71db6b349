// SPDX-License-Identifier: Apache-2.0
// Words that somebody looks for, and the facts that lists show of a stored document.
//
// Words are bounded, clean where the text is, and no byte among them means anything to a tsquery.
#include <string>

#include "server/store/search_words.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {

void search(Input input) {
    const auto words = store::searchWords(input);
    TESSERA_CHECK(words.size() <= store::kSearchWordsMax * (store::kSearchWordBytesMax + 1));
    TESSERA_CHECK(words.size() <= input.size());
    TESSERA_CHECK(words.find_first_of("'\\:*&|!()<>") == std::string::npos);
    TESSERA_CHECK(store::searchWords(words) == words);
    const auto query = store::prefixQuery(input);
    TESSERA_CHECK(query.empty() == words.empty());
    TESSERA_CHECK(store::prefixQuery(words) == query);
    if (isCleanUtf8(input)) TESSERA_CHECK(isCleanUtf8(words) && isCleanUtf8(query));
    const auto facts = store::shownFactsOf(input);
    if (facts.title) TESSERA_CHECK(facts.title->size() <= input.size());
    (void)facts.startsAt;
}

}  // namespace tessera::fuzz
