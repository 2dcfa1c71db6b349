// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/port_file.h"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace tessera::runtime {

Status writePortFile(const std::string& path, const std::vector<std::uint16_t>& ports) {
    if (path.empty()) return {};
    const std::string next = path + ".next";
    std::ofstream out(next, std::ios::trunc);
    for (const std::uint16_t port : ports) {
        if (port != 0) out << port << '\n';
    }
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(next, path, error);
    if (!out || error) return failure("The file of the ports cannot be written.");
    return {};
}

}  // namespace tessera::runtime
