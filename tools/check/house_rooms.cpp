// SPDX-License-Identifier: Apache-2.0
#include "tools/check/house_rooms.h"

#include <algorithm>
#include <array>

namespace tessera::check {
namespace {

const std::vector<Room>& rooms() {
    static const std::vector<Room> kRooms = {
        {"shared/base", true, {}, {}},
        {"shared/http", true, {"shared/base"}, {}},
        {"shared/client", true, {"shared/base", "proto"}, {}},
        {"shared/print", true, {"shared/base"}, {}},
        {"shared/qt", true, {"shared/base", "shared/client", "shared/print", "proto"}, {}},
        {"boxoffice-app",
         true,
         {"shared/base", "shared/client", "shared/print", "shared/qt", "proto"},
         {}},
        {"kiosk-app",
         true,
         {"shared/base", "shared/client", "shared/print", "shared/qt", "proto"},
         {}},
        {"proto", true, {}, {}},
        {"server/engine", true, {"shared/base"}, {}},
        {"server",
         false,
         {},
         {"tools", "tests", "boxoffice-app", "kiosk-app", "shared/client", "shared/qt"}},
        {"tools/audit", false, {}, {"server", "tests", "boxoffice-app", "kiosk-app"}},
        {"tools/history", false, {}, {"server", "tests", "boxoffice-app", "kiosk-app"}},
        {"tools", false, {}, {"tests", "boxoffice-app", "kiosk-app"}},
    };
    return kRooms;
}

}  // namespace

bool isIn(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

const Room* roomOf(std::string_view path) {
    const Room* best = nullptr;
    for (const Room& room : rooms()) {
        if (!isIn(path, room.folder)) continue;
        if (best == nullptr || room.folder.size() > best->folder.size()) best = &room;
    }
    return best;
}

bool mayKnow(const Room& room, std::string_view path) {
    if (isIn(path, room.folder)) return true;
    const auto holds = [&](std::string_view folder) { return isIn(path, folder); };
    return room.closed ? std::ranges::any_of(room.only, holds)
                       : std::ranges::none_of(room.never, holds);
}

bool isOfTheHouse(std::string_view path) {
    static constexpr std::array kTop = {"server", "shared",    "tools",        "tests",
                                        "proto",  "kiosk-app", "boxoffice-app"};
    return std::ranges::any_of(kTop, [&](std::string_view top) { return isIn(path, top); });
}

}  // namespace tessera::check
