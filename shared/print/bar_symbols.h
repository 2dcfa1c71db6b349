// SPDX-License-Identifier: Apache-2.0
// QR and Code 128 symbols as dots, for pages; printers draw their own.
//
// Deterministic, pure.
#pragma once

#include <optional>
#include <string_view>

#include "shared/print/bitmap.h"
#include "shared/print/ticket_template.h"

namespace tessera::print {

inline constexpr int kQrQuietModules = 4;  // ISO/IEC 18004: four modules on every side.

// The smallest symbol that holds `data`, one dot a module, without its quiet zone. Nothing if
// `data` is empty or too much for one symbol.
std::optional<Bitmap> qrSymbol(std::string_view data, QrLevel level);

// ISO/IEC 15417 in code set B, one row, one dot a module. Nothing if `data` is empty or not all of
// it printable ASCII. A printer may make it shorter by code set C.
std::optional<Bitmap> code128Symbol(std::string_view data);

}  // namespace tessera::print
