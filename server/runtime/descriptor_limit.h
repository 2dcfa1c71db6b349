// SPDX-License-Identifier: Apache-2.0
// As many open files and connections as the system lets this process have.
//
// Once, before threads start.
#pragma once

namespace tessera::runtime {

// A connection is a descriptor, as is one to the database or to the provider. Debian's soft limit
// of 1,024 is far less than the configuration allows.
void raiseDescriptorLimit();

}  // namespace tessera::runtime
