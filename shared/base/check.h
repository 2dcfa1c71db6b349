// SPDX-License-Identifier: Apache-2.0
// Checks that stay on in every build.
//
// A failed check is a programmer's mistake: it prints where and what, and aborts. Expected refusals
// are outcomes, failing environments are Result<T>; neither belongs here.
#pragma once

namespace tessera {

// Prints `file:line: check failed: expression` to stderr and aborts. Never returns.
[[noreturn]] void checkFailed(const char* file, int line, const char* expression);

}  // namespace tessera

#define TESSERA_CHECK(condition) \
    ((condition) ? static_cast<void>(0) : ::tessera::checkFailed(__FILE__, __LINE__, #condition))
