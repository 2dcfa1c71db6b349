// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/permissions.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace tessera::staff {
namespace {

Permission permission(int number) {
    return static_cast<Permission>(number);
}

TEST(PermissionsTest, AHigherRoleMayWhateverALowerOneMay) {
    for (int number = 1; number <= kPermissions; ++number) {
        for (int role = 1; role < 4; ++role) {
            EXPECT_LE(grantOf(static_cast<Role>(role), permission(number)),
                      grantOf(static_cast<Role>(role + 1), permission(number)))
                << number;
        }
    }
}

TEST(PermissionsTest, WhateverNeedsAnApprovalSomebodyMayGive) {
    for (int number = 1; number <= kPermissions; ++number) {
        EXPECT_EQ(grantOf(Role::Administrator, permission(number)), Grant::Always) << number;
    }
}

TEST(PermissionsTest, ACashierSellsAndGivesMoneyBackOnlyWithASupervisor) {
    EXPECT_EQ(grantOf(Role::Cashier, Permission::Sell), Grant::Always);
    EXPECT_EQ(grantOf(Role::Cashier, Permission::Refund), Grant::WithApproval);
    EXPECT_EQ(grantOf(Role::Supervisor, Permission::Refund), Grant::Always);
    EXPECT_EQ(grantOf(Role::Cashier, Permission::SignOffShift), Grant::WithApproval);
    EXPECT_EQ(grantOf(Role::Cashier, Permission::SeeReports), Grant::Never);
    EXPECT_EQ(grantOf(Role::Manager, Permission::ManageStaff), Grant::Never);
}

TEST(PermissionsTest, EachIsFoundByItsName) {
    for (int number = 1; number <= kPermissions; ++number) {
        EXPECT_EQ(permissionNamed(nameOf(permission(number))), permission(number)) << number;
    }
    EXPECT_EQ(permissionNamed("rule"), std::nullopt);
    EXPECT_EQ(permissionNamed(""), std::nullopt);
}

TEST(PermissionsTest, EachHasANameOfItsOwnAndRolesAreFoundByTheirs) {
    std::set<std::string_view> names;
    for (int number = 1; number <= kPermissions; ++number) names.insert(nameOf(permission(number)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(kPermissions));
    for (int role = 1; role <= 4; ++role) {
        EXPECT_EQ(roleNamed(nameOf(static_cast<Role>(role))), static_cast<Role>(role));
    }
    EXPECT_EQ(roleNamed("Cashier"), std::nullopt);
    EXPECT_EQ(roleNamed(""), std::nullopt);
}

}  // namespace
}  // namespace tessera::staff
