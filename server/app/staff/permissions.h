// SPDX-License-Identifier: Apache-2.0
// What staff may do: by their role, some of it only with a supervisor's approval.
//
// Pure. The numbers are stored and signed: one is never given to anything else.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tessera::staff {

// Each may whatever the one before it may.
enum class Role : std::int16_t { Cashier = 1, Supervisor = 2, Manager = 3, Administrator = 4 };

enum class Permission : std::int16_t {
    Sell = 1,            // Hold, check out, take cash and cards, print.
    SellOnAccount = 2,   // An invoice with a due date.
    Complimentary = 3,   // Tickets that cost nothing, with a reason.
    OverridePrice = 4,   // Another price than the event's.
    OpenDrawer = 5,      // Without a sale, with a reason.
    Refund = 6,          // Money back for tickets.
    Exchange = 7,        // Tickets for others.
    Reprint = 8,         // A ticket that was printed, with a reason.
    FindOrders = 9,      // By name, e-mail, telephone: sees who bought.
    MoveSeats = 10,      // Of a sold order, on the map.
    Allocate = 11,       // Holds of the house, and their release.
    RunShift = 12,       // Open, pay in and out, count, X and Z, hand over their own.
    SignOffShift = 13,   // A variance, as the second person.
    SeeReports = 14,     // Days and events, the dashboard, manifests.
    EditEvents = 15,     // Venues, plans, events, prices, codes.
    EndEvents = 16,      // Cancel or move one, with its mass refund.
    ManageDevices = 17,  // Enrol and revoke.
    ManageStaff = 18,    // Accounts and roles.
    ErasePersons = 19,   // Export and erase a person's data.
    // 20 was for reading the trail, which no method does.
};
inline constexpr std::int16_t kPermissions = 19;

enum class Grant {
    Never,
    WithApproval,  // Of somebody to whom it is granted always.
    Always,
};

Grant grantOf(Role role, Permission permission);

// As they are written in requests and in the trail: "cashier", "override_price".
std::string_view nameOf(Role role);
std::string_view nameOf(Permission permission);
std::optional<Role> roleNamed(std::string_view name);
std::optional<Permission> permissionNamed(std::string_view name);

}  // namespace tessera::staff
