// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/permissions.h"

#include <array>

#include "shared/base/check.h"

namespace tessera::staff {
namespace {

struct Rule {
    Permission permission;
    std::string_view name;
    Role always;    // From this role on.
    Role approved;  // From this one on, with approval; as `always` where there is no such way.
};

using enum Role;

constexpr std::array<Rule, kPermissions> kRules{{
    {Permission::Sell, "sell", Cashier, Cashier},
    {Permission::SellOnAccount, "sell_on_account", Supervisor, Cashier},
    {Permission::Complimentary, "complimentary", Supervisor, Cashier},
    {Permission::OverridePrice, "override_price", Supervisor, Cashier},
    {Permission::OpenDrawer, "open_drawer", Supervisor, Cashier},
    {Permission::Refund, "refund", Supervisor, Cashier},
    {Permission::Exchange, "exchange", Cashier, Cashier},
    {Permission::Reprint, "reprint", Cashier, Cashier},
    {Permission::FindOrders, "find_orders", Cashier, Cashier},
    {Permission::MoveSeats, "move_seats", Supervisor, Cashier},
    {Permission::Allocate, "allocate", Manager, Supervisor},
    {Permission::RunShift, "run_shift", Cashier, Cashier},
    {Permission::SignOffShift, "sign_off_shift", Supervisor, Cashier},
    {Permission::SeeReports, "see_reports", Supervisor, Supervisor},
    {Permission::EditEvents, "edit_events", Manager, Manager},
    {Permission::EndEvents, "end_events", Manager, Manager},
    {Permission::ManageDevices, "manage_devices", Administrator, Administrator},
    {Permission::ManageStaff, "manage_staff", Administrator, Administrator},
    {Permission::ErasePersons, "erase_persons", Administrator, Administrator},
}};

constexpr std::array<std::string_view, 4> kRoles{"cashier", "supervisor", "manager",
                                                 "administrator"};

const Rule& ruleOf(Permission permission) {
    const auto number = static_cast<std::int16_t>(permission);
    TESSERA_CHECK(number >= 1 && number <= kPermissions);
    const Rule& rule = kRules[static_cast<std::size_t>(number - 1)];
    TESSERA_CHECK(rule.permission == permission);
    return rule;
}

}  // namespace

Grant grantOf(Role role, Permission permission) {
    const Rule& rule = ruleOf(permission);
    if (role >= rule.always) return Grant::Always;
    return role >= rule.approved ? Grant::WithApproval : Grant::Never;
}

std::string_view nameOf(Role role) {
    const auto number = static_cast<std::int16_t>(role);
    TESSERA_CHECK(number >= 1 && number <= static_cast<std::int16_t>(kRoles.size()));
    return kRoles[static_cast<std::size_t>(number - 1)];
}

std::string_view nameOf(Permission permission) {
    return ruleOf(permission).name;
}

std::optional<Role> roleNamed(std::string_view name) {
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
        if (kRoles[i] == name) return static_cast<Role>(i + 1);
    }
    return std::nullopt;
}

std::optional<Permission> permissionNamed(std::string_view name) {
    for (const Rule& rule : kRules) {
        if (rule.name == name) return rule.permission;
    }
    return std::nullopt;
}

}  // namespace tessera::staff
