// SPDX-License-Identifier: Apache-2.0
// Accounts, devices and sessions as the contract shows them.
//
// Pure; any thread. No hash, secret or code of a row is shown.
#pragma once

#include "server/app/problem.h"
#include "server/app/staff/desk.h"
#include "server/app/staff/office.h"
#include "tessera/v1/staff_service.pb.h"

namespace tessera::api {

v1::Staff toProto(const store::StaffRow& row);
v1::Device toProto(const store::DeviceRow& row, Instant now);
v1::StaffSession toProto(const staff::Session& session, const staff::SessionFacts& facts,
                         Instant now);

// INVALID_ID naming the field.
app::Answer<StaffId> parseStaffId(std::string_view text);
app::Answer<DeviceId> parseDeviceId(std::string_view text);
// Nothing for none of the four.
std::optional<staff::Role> toRole(v1::Staff::Role role);

}  // namespace tessera::api
