// SPDX-License-Identifier: Apache-2.0
// The sandbox's own page to pay on: GET /pay/{payment intent}.
//
// One document for every payment; it reads `client_secret`, `return_url`, `lang` and `pay_until`
// (RFC 3339; shown as the time to pay by) from its fragment, which no server sees, and speaks to
// the sandbox's API as any browser would. Constant.
#pragma once

#include <string_view>

namespace tessera::paysim {

std::string_view payPage();

}  // namespace tessera::paysim
