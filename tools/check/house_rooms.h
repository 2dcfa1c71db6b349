// SPDX-License-Identifier: Apache-2.0
// Which folder may know which: the table behind the rules `includes` and `links`.
//
// Constant data and pure functions.
#pragma once

#include <string_view>
#include <vector>

namespace tessera::check {

struct Room {
    std::string_view folder;
    // With `only`, nothing of the house but these and itself; without, anything but `never`.
    bool closed = false;
    std::vector<std::string_view> only;
    std::vector<std::string_view> never;
};

// The room that `path` stands in: the entry with the longest folder. Null outside of the rooms.
const Room* roomOf(std::string_view path);

// Whether `room` may know the house's file or folder `path`.
bool mayKnow(const Room& room, std::string_view path);

// True for files and folders of the house, false for headers of libraries.
bool isOfTheHouse(std::string_view path);

// `path` is `folder` or stands in it.
bool isIn(std::string_view path, std::string_view folder);

}  // namespace tessera::check
