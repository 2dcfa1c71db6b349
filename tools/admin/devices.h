// SPDX-License-Identifier: Apache-2.0
// The first device of an installation, and the certificates that its staff port needs.
//
// Blocks on the database and the disk.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "server/store/staff_rows.h"
#include "shared/base/result.h"

namespace tessera::admin {

// Adds a device and writes the code that enrols it, once: 26 characters, good for ten minutes.
Status makeDeviceCode(store::StaffRows& rows, const std::string& name, Instant now,
                      std::ostream& out);

// A line for each device: id, state, name.
Status listDevices(store::StaffRows& rows, Instant now, std::ostream& out);

struct StaffPortFiles {
    std::string folder;
    std::string house = "Tessera";   // As the authority is called.
    std::vector<std::string> hosts;  // By which devices reach the server.
    bool renew = false;              // The server's certificate anew, by the same authority.
};

// authority.key, authority.crt, staff.key and staff.crt in the folder; keys have mode 0600. The
// server's stay where both are there, are each other's, of this authority and not over; else both
// are made. An authority is never made anew, for its devices would have to be enrolled again: of
// one of which a half is missing nothing is written.
Status makeStaffPortFiles(const StaffPortFiles& wish, Instant now);

}  // namespace tessera::admin
