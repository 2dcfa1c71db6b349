// SPDX-License-Identifier: Apache-2.0
// What stands in a page's head, as HTML. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "server/api/presentation.h"

namespace tessera::api {

// Text for an attribute or an element: `&<>"'` as entities.
std::string escapeHtml(std::string_view text);

// Of a page that is about no event. `url` is absolute.
std::string pageHead(std::string_view url);

// Title, description, Open Graph and schema.org/Event. `origin` is absolute, without a slash at its
// end; `now` decides what is said of the sale.
std::string eventHead(const ShownEvent& event, std::string_view origin, Instant now);

}  // namespace tessera::api
