// SPDX-License-Identifier: Apache-2.0
// InventoryService and SetupService: ask the desks where that may block, encode.
//
// They keep nothing between calls but how many files are being made; thread-safe.
#pragma once

#include "server/api/handlers_staff.h"
#include "server/app/setup/inventory_desk.h"
#include "server/app/setup/setup_desk.h"

namespace tessera::api {

// The desks outlive the registry.
void registerInventory(Registry& registry, const StaffContext& context, setup::InventoryDesk& desk);
void registerSetup(Registry& registry, const StaffContext& context, setup::SetupDesk& desk);

}  // namespace tessera::api
