// SPDX-License-Identifier: Apache-2.0
// What a reader that speaks needs of a PDF and cairo 1.16 does not write: the document's language
// and what a figure shows.
//
// Pure, thread-safe. By an incremental update, as ISO 32000 7.5.6 has it: the objects that change
// follow the document, and nothing that was written is moved.
#pragma once

#include <string>
#include <string_view>

namespace tessera::tickets {

// `language`: ISO 639, of the whole document; `figure`: UTF-8, what each tagged figure is. The
// title then stands in the window instead of the file's name. A document that is not as cairo
// writes it is given back as it is.
std::string accessiblePdf(std::string pdf, std::string_view language, std::string_view figure);

}  // namespace tessera::tickets
