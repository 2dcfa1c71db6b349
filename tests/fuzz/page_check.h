// SPDX-License-Identifier: Apache-2.0
// Whether a page of ours holds elements of ours only.
//
// Pure; any thread.
#pragma once

#include <string_view>

namespace tessera::fuzz {

// No element comes from what was asked or from an organiser's texts: those of the page and of a
// head are all.
void expectPage(std::string_view html);

}  // namespace tessera::fuzz
