// SPDX-License-Identifier: Apache-2.0
#include "proto/descriptor_set.h"

#include <cstddef>

// Defined by descriptor_set.S.in.
extern "C" {
extern const char tessera_descriptor_set_begin[];
extern const char tessera_descriptor_set_end[];
}

namespace tessera::proto {

std::string_view descriptorSet() {
    return {tessera_descriptor_set_begin,
            static_cast<std::size_t>(tessera_descriptor_set_end - tessera_descriptor_set_begin)};
}

}  // namespace tessera::proto
