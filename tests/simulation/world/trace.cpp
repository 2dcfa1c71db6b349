// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world/trace.h"

#include <array>
#include <cstdio>

namespace tessera::simulation {

void Trace::write(Told what, const std::string& words) {
    static constexpr std::array<const char*, 9> kNames{
        "fault", "node", "database", "provider", "asks", "told", "commit", "map", "FINDING"};
    std::array<char, 48> head{};
    std::snprintf(head.data(), head.size(), "%11.6f s  %-8s  ",
                  static_cast<double>(agenda_.now()) / 1e6, kNames[static_cast<std::size_t>(what)]);
    writer_(head.data() + words);
}

}  // namespace tessera::simulation
