// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "tools/audit/checks.h"

namespace tessera::audit {

// A key is attempt:operation:try, or refund:operation:try; what follows the try is a part of it.
void checkKeys(const Indexed& rows, Report& report) {
    std::unordered_map<std::string, std::size_t> callOf;
    for (const KeyedEffect& effect : rows.books.effects) {
        // Another client's, or the buyer's own: they name their calls as they like.
        if (effect.attempt.empty() || effect.key.find(':') == std::string::npos) continue;
        report.judge(Check::A10);
        const auto [at, first] = callOf.try_emplace(effect.key, effect.call);
        if (!first && at->second != effect.call) {
            report.find(Check::A10, "key_twice", effect.key + " had two effects");
        }
        const bool own = effect.key.substr(0, effect.key.find(':')) == effect.attempt;
        if (!effect.refund && !own) {
            report.find(Check::A10, "key_of_another",
                        effect.key + " moved a payment of attempt " + effect.attempt);
        }
    }
}

}  // namespace tessera::audit
