// SPDX-License-Identifier: Apache-2.0
// One kept connection to Tessera's REST API, for a program that does one thing after another.
//
// Not deterministic: sockets, clocks, random ids. Used by one thread; owns its connection. Every
// call has a deadline; what may be tried again is, with the same request id.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/runtime/secrets.h"
#include "shared/base/result.h"

namespace tessera::admin {

struct RestOptions {
    std::string url;      // "http://127.0.0.1:8080", without a slash at the end.
    runtime::Secret key;  // An API key, or empty.
    std::int64_t deadlineMillis = 30'000;
    int attemptsMax = 10;  // Of a call that got no answer, or 429 or 503.
};

using HeaderLines = std::vector<std::string>;  // "X-Caller-Key: …"

class RestClient {
public:
    explicit RestClient(RestOptions options);
    ~RestClient();
    RestClient(const RestClient&) = delete;
    RestClient& operator=(const RestClient&) = delete;

    // `path` begins with a slash. An answer that is no success is an Error whose code is `reason`.
    Result<nlohmann::json> get(const std::string& path, const HeaderLines& headers = {});
    // Adds `requestId` to the body.
    Result<nlohmann::json> post(const std::string& path, nlohmann::json body,
                                const HeaderLines& headers = {});
    // To another server, which must know a repeated call by its headers; without the API key.
    Result<nlohmann::json> postForm(const std::string& url, const std::string& form,
                                    const HeaderLines& headers);

private:
    struct Ask {
        std::string url;
        const std::string* body = nullptr;  // None: GET.
        HeaderLines headers{};
    };
    struct Reply {
        int status = 0;  // 0: none came.
        std::string body;
        std::string fault;
    };
    Reply once(const Ask& ask);
    Result<nlohmann::json> call(const Ask& ask);
    HeaderLines withKey(HeaderLines headers) const;

    RestOptions options_;
    void* curl_;
    std::int64_t aheadMillis_ = 0;  // Of this machine's clock, against the server's.
};

}  // namespace tessera::admin
