// SPDX-License-Identifier: Apache-2.0
// A real tessera-paysim process with a folder of its own, and calls to it over real sockets.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/http/raw_client.h"

namespace tessera::paysim::test {

using Json = nlohmann::json;

struct Result {
    int status = 0;  // 0: the connection broke.
    Json body;
    std::string text;
    http::test::Reply reply;

    std::string error() const { return body.at("error").value("code", ""); }
};

class SandboxProcess {
public:
    explicit SandboxProcess(std::vector<std::string> flags = {});
    ~SandboxProcess();
    SandboxProcess(const SandboxProcess&) = delete;
    SandboxProcess& operator=(const SandboxProcess&) = delete;

    // Ends it with `signal`, waits, and starts it again on the same ledger. Returns the exit status
    // (that of wait(2)).
    int restart(int signal);
    int stop(int signal);
    void start();
    // From the next start on.
    void useFlags(std::vector<std::string> flags) { flags_ = std::move(flags); }

    Result post(const std::string& path, const std::string& form, const std::string& extra = {});
    Result del(const std::string& path);
    Result get(const std::string& path, const std::string& extra = {});
    // Of a publishable key.
    Result postPublic(const std::string& path, const std::string& form);
    Result getPublic(const std::string& path);

    // A payment of 1000 EUR cents with manual capture; its JSON.
    Json create(const std::string& more = {}, const std::string& extra = {});
    Result confirm(const Json& intent, const std::string& paymentMethod,
                   const std::string& extra = {});
    // The intent as it is now.
    Json fetch(const Json& intent);

    // What `condition` says of the object at `path`, asked until it is true or 20 s have passed.
    bool becomes(const std::string& path, const std::function<bool(const Json&)>& condition);

    std::vector<Json> ledger() const;
    // The ledger's movements of money, by type.
    std::map<std::string, long> moved() const;
    std::uint16_t port() const { return port_; }
    const std::string& folder() const { return folder_; }

private:
    Result call(const std::string& method, const std::string& path, const std::string& form,
                const std::string& extra);

    std::vector<std::string> flags_;
    std::string folder_;
    int pid_ = -1;
    std::uint16_t port_ = 0;
    std::optional<http::test::RawClient> client_;
};

}  // namespace tessera::paysim::test
