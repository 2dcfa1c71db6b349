// SPDX-License-Identifier: Apache-2.0
// The contract as data: a serialized google.protobuf.FileDescriptorSet of proto/tessera/v1 and all
// that it imports, with comments (source_code_info), which generated descriptors leave out.
//
// The bytes are part of the program and never change; any thread may read them.
#pragma once

#include <string_view>

namespace tessera::proto {

// Lives as long as the program.
std::string_view descriptorSet();

}  // namespace tessera::proto
