// SPDX-License-Identifier: Apache-2.0
// What a provider can have done with money, as a list of its deeds shows it; for tests of it.
//
// Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/audit/observed.h"

namespace tessera::simulation {

// What is wrong with one object's deeds; nothing if all of them can be.
inline std::optional<std::string> moneyFault(const std::vector<ProviderDid>& deeds) {
    struct Seen {
        Money created;
        Money authorized;
        Money captured;
        Money refunded;
        bool voided = false;
    };
    std::map<std::string, Seen> objects;
    for (const auto& deed : deeds) {
        const bool known = objects.contains(deed.objectId);
        if (known == (deed.what == ProviderDid::Created)) return deed.objectId + " made not once";
        Seen& seen = objects[deed.objectId];
        if (seen.voided) return deed.objectId + " does something after its end";
        switch (deed.what) {
            case ProviderDid::Created:
                seen.created = deed.amount;
                break;
            case ProviderDid::Authorized:
                if (seen.authorized.minor != 0) return deed.objectId + " authorized twice";
                if (deed.amount > seen.created) return deed.objectId + " authorized above itself";
                seen.authorized = deed.amount;
                break;
            case ProviderDid::Captured:
                if (seen.captured.minor != 0) return deed.objectId + " captured twice";
                if (deed.amount > seen.authorized) return deed.objectId + " captured too much";
                seen.captured = deed.amount;
                break;
            case ProviderDid::TookAtOnce:
                if (seen.captured.minor != 0) return deed.objectId + " took twice";
                if (deed.amount > seen.created) return deed.objectId + " took too much";
                seen.captured = deed.amount;
                break;
            case ProviderDid::Voided:
                if (seen.captured.minor != 0) return deed.objectId + " voided after capture";
                if (deed.amount != seen.authorized) return deed.objectId + " voids another amount";
                seen.voided = true;
                break;
            case ProviderDid::Refunded:
                seen.refunded += deed.amount;
                if (seen.refunded > seen.captured) return deed.objectId + " refunded too much";
                break;
            case ProviderDid::RefundFailed:
                seen.refunded -= deed.amount;
                if (seen.refunded < Money{}) return deed.objectId + " took back too much";
                break;
        }
    }
    return std::nullopt;
}

}  // namespace tessera::simulation
