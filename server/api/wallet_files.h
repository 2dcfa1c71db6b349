// SPDX-License-Identifier: Apache-2.0
// What passes are signed with, from the files that the configuration names.
//
// Reads files; thread-safe.
#pragma once

#include "server/api/convert_documents.h"
#include "server/runtime/config.h"
#include "shared/base/result.h"

namespace tessera::api {

// A wallet without files has no signer. Fails where a file cannot be read, or is no key.
Result<WalletSigners> openWallets(const runtime::WalletsConfig& config);

}  // namespace tessera::api
