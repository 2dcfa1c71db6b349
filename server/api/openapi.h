// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 document of the REST edge, derived from the descriptors and their comments.
//
// Deterministic; any thread. A method of the contract is in it because it is in the contract.
#pragma once

#include <string>

namespace tessera::api {

std::string openApiDocument();

}  // namespace tessera::api
