// SPDX-License-Identifier: Apache-2.0
// The storefront's files as its build wrote them: read once at the start, given out from memory.
//
// What has a hash in its name (assets/) never changes and says so; everything else is asked for
// again by its ETag. Immutable once loaded; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "server/stream/seat_map_hub.h"
#include "shared/base/result.h"
#include "shared/http/message.h"

namespace tessera::api {

inline constexpr std::size_t kWebFilesMax = 2000;
inline constexpr std::size_t kWebBytesMax = 64 << 20;  // Of all files.

class WebFiles {
public:
    // Reads every file below `root`. Fails without an index.html in it, beyond the bounds above,
    // and where a file cannot be read.
    static Result<WebFiles> load(const std::filesystem::path& root);

    // The page that shows everything: index.html.
    const std::string& page() const { return page_; }

    // The file of a path ("/assets/index-3f2a.js"), as an answer to the request; nothing if there
    // is none. index.html is no file here.
    std::optional<http::Response> serve(const http::Request& request) const;

private:
    struct File {
        stream::Bytes bytes;
        stream::Bytes zipped;  // Null where that would be no smaller.
        std::string type;
        std::string etag;
        bool immutable = false;
    };
    Status add(const std::filesystem::path& file, std::string path);

    std::map<std::string, File, std::less<>> files_;  // By path.
    std::string page_;
    std::size_t bytes_ = 0;
};

}  // namespace tessera::api
