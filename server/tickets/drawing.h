// SPDX-License-Identifier: Apache-2.0
// cairo's handles as owners, and a stream that collects what it writes; for this folder's drawings.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

namespace tessera::tickets {

struct SurfaceFree {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceFree>;

struct ContextFree {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, ContextFree>;

// A cairo_write_func_t; `closure` is the std::string that is appended to.
inline cairo_status_t appendTo(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace tessera::tickets
