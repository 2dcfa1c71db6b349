// SPDX-License-Identifier: Apache-2.0
// The first account of an installation, and whether the trail is true: what needs no server.
//
// Blocks on the database.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "server/store/staff_rows.h"
#include "shared/base/result.h"

namespace tessera::admin {

struct NewStaff {
    std::string login;
    std::string name;
    std::string role = "administrator";
};

// Writes the new account's password, once: 20 characters of base32, some 100 random bits. Refuses
// what is no login, name or role, and a login that is taken.
Status addStaff(store::StaffRows& rows, const NewStaff& staff, Instant now, std::ostream& out);

// A line for each account: login, role, whether it is disabled, name.
Status listStaff(store::StaffRows& rows, std::ostream& out);

// By chain; event 0 is what belongs to no event.
using TrailEnds = std::map<EventId, store::TrailEnd>;

struct TrailReport {
    TrailEnds ends;
    std::int64_t rows = 0;
    std::vector<std::string> findings;  // One for each chain that is not true.
};

// Judges every chain, and that each of `known` is still there as it was.
Result<TrailReport> verifyTrail(store::StaffRows& rows, const TrailEnds& known);

// A line for each chain: event (13 characters, or 0), number, hash in hex. What an auditor keeps.
void printEnds(const TrailEnds& ends, std::ostream& out);
// The same back; fails with the line's number.
Result<TrailEnds> readEnds(std::istream& in);

}  // namespace tessera::admin
