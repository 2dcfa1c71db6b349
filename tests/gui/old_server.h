// SPDX-License-Identifier: Apache-2.0
// A staff port that answers every call with APP_TOO_OLD, and remembers what app it was told of.
//
// Thread-safe; owns the server and the folder of its certificates.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace tessera::gui {

class OldServer {
public:
    OldServer();
    ~OldServer();

    std::uint16_t port() const;
    std::string authorityPem() const;
    // The x-app-version that came last.
    std::string app() const;
    // The x-approval that came last.
    std::string approval() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace tessera::gui
