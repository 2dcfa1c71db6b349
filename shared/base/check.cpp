// SPDX-License-Identifier: Apache-2.0
#include "shared/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace tessera {

void checkFailed(const char* file, int line, const char* expression) {
    std::fprintf(stderr, "%s:%d: check failed: %s\n", file, line, expression);
    std::fflush(stderr);
    std::abort();
}

}  // namespace tessera
