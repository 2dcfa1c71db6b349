// SPDX-License-Identifier: Apache-2.0
#include "server/api/web_files.h"

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "server/api/convert_seat_map.h"
#include "server/api/rest_call.h"
#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

namespace fs = std::filesystem;

constexpr int kGzipLevel = 9;  // Once, at the start.

struct Type {
    std::string_view extension;
    std::string_view mime;
    bool text;  // Worth compressing.
};
constexpr std::array kTypes{Type{".js", "text/javascript; charset=utf-8", true},
                            Type{".css", "text/css; charset=utf-8", true},
                            Type{".html", "text/html; charset=utf-8", true},
                            Type{".svg", "image/svg+xml", true},
                            Type{".json", "application/json", true},
                            Type{".webmanifest", "application/manifest+json", true},
                            Type{".txt", "text/plain; charset=utf-8", true},
                            Type{".map", "application/json", true},
                            Type{".woff2", "font/woff2", false},
                            Type{".png", "image/png", false},
                            Type{".webp", "image/webp", false},
                            Type{".ico", "image/x-icon", false}};

const Type& typeOf(std::string_view path) {
    static constexpr Type kOther{"", "application/octet-stream", false};
    for (const Type& type : kTypes) {
        if (path.ends_with(type.extension)) return type;
    }
    return kOther;
}

}  // namespace

Result<WebFiles> WebFiles::load(const fs::path& root) {
    WebFiles files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(root, error), end; !error && it != end;
         it.increment(error)) {
        if (!it->is_regular_file(error) || error) continue;
        const std::string path = "/" + it->path().lexically_relative(root).generic_string();
        if (Status added = files.add(it->path(), path); !added) {
            return tl::make_unexpected(added.error());
        }
    }
    if (error) return failure("read " + root.string() + ": " + error.message());
    if (files.page_.empty()) return failure(root.string() + " has no index.html");
    return files;
}

Status WebFiles::add(const fs::path& file, std::string path) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) return failure("cannot read " + file.string());
    bytes_ += bytes.size();
    if (files_.size() >= kWebFilesMax || bytes_ > kWebBytesMax) {
        return failure("more than 2,000 files or 64 MiB in the storefront's folder");
    }
    if (path == "/index.html") {
        page_ = std::move(bytes);
        // Each page's head brings its own.
        const auto title = page_.find("<title>");
        const auto end = page_.find("</title>");
        if (title != std::string::npos && end != std::string::npos && title < end) {
            page_.erase(title, end + std::string_view("</title>").size() - title);
        }
        return {};
    }
    File made;
    const Type& type = typeOf(path);
    made.type = type.mime;
    const auto digest = runtime::sha256(bytes);
    made.etag = toHex(std::span(digest).first(8));
    made.immutable = path.starts_with("/assets/");
    if (type.text) {
        made.zipped = gzipped(bytes, kGzipLevel);
        if (made.zipped && made.zipped->size() >= bytes.size()) made.zipped = nullptr;
    }
    made.bytes = std::make_shared<const std::string>(std::move(bytes));
    files_.emplace(std::move(path), std::move(made));
    return {};
}

std::optional<http::Response> WebFiles::serve(const http::Request& request) const {
    const auto found = files_.find(request.path());
    if (found == files_.end()) return std::nullopt;
    const File& file = found->second;
    const auto known = request.header("if-none-match");
    const bool unchanged = known && matchesEtag(*known, file.etag);
    const bool zipped = file.zipped && request.acceptsGzip();
    auto response = http::Response::of(
        unchanged ? 304 : 200, file.type,
        unchanged ? http::Body(std::string()) : http::Body(zipped ? file.zipped : file.bytes));
    response.headers.push_back({"ETag", "W/\"" + file.etag + '"'});
    response.headers.push_back({"Cache-Control", file.immutable
                                                     ? "public, max-age=31536000, immutable"
                                                     : "public, max-age=300"});
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    if (file.zipped) response.headers.push_back({"Vary", "Accept-Encoding"});
    if (zipped && !unchanged) response.headers.push_back({"Content-Encoding", "gzip"});
    response.asItIs = true;  // What is worth it was compressed once, at the start.
    return response;
}

}  // namespace tessera::api
