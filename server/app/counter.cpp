// SPDX-License-Identifier: Apache-2.0
#include "server/app/counter.h"

#include <sstream>

#include "server/store/folded_text.h"
#include "server/store/search_words.h"
#include "shared/base/check.h"

namespace tessera::app {
namespace {

constexpr std::size_t kConnections = 3;  // Of each.
constexpr std::size_t kTurns = 3;        // That fill, erase and let go: none waits for another.

}  // namespace

CounterRoom::CounterRoom(const Parts& parts)
    : orders_(parts.conninfo, kConnections),
      customers_(parts.conninfo, kConnections),
      persons_(parts.conninfo, kConnections),
      mails_(parts.conninfo, kConnections),
      executor_({.threads = kTurns, .queueMax = 16, .timersMax = 8}, parts.monotonic),
      keeper_({parts.app, orders_, customers_, persons_, parts.holderTokenKey,
               Duration::ofMinutes(parts.personsKeptDays * 24 * 60), parts.clock, executor_,
               parts.log}),
      counter_{orders_, customers_, keeper_, codes_, mails_, parts.sendsMail} {
    // The only key of an empty ring.
    TESSERA_CHECK(codes_.addKey(parts.signer.id(), parts.signer.publicKey()).has_value());
}

void CounterRoom::stop() {
    keeper_.stop();
    executor_.stop();
}

std::vector<std::string> foldedWords(std::string_view text) {
    std::istringstream in(store::searchWords(store::foldedText(text)));
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(std::move(word));
    return words;
}

}  // namespace tessera::app
