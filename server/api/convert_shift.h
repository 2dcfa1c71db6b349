// SPDX-License-Identifier: Apache-2.0
// Shifts, counts and reports between the contract and the app.
//
// Pure; any thread. Before a shift is counted nothing here shows what its drawer must have.
#pragma once

#include <functional>
#include <string>

#include "server/app/problem.h"
#include "server/app/shift/shift_desk.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::api {

// Names of people and devices, where they are still known.
struct ShiftNames {
    std::function<std::string(StaffId)> staff;
    std::function<std::string(DeviceId)> device;
};

// `whole`: with what was put in and taken out.
v1::Shift toProto(const store::ShiftRow& row, const ShiftNames& names, bool whole);
// Without its hash. An X report has no sum of cash, and no net of events, until the shift is
// counted.
v1::ShiftReport toProto(const shift::ReportFacts& facts, const ShiftNames& names);
// Always the same bytes of the same facts, and back, with their hash.
std::string bytesOf(const v1::ShiftReport& report);
app::Answer<v1::ShiftReport> reportOf(const std::string& bytes);

// INVALID_ID naming the field.
app::Answer<ShiftId> parseShiftId(std::string_view text);
// INVALID_FIELD naming field and limit.
app::Answer<std::vector<store::ShiftBalance>> toFloats(const v1::OpenShiftRequest& request);
app::Answer<store::DrawerEntry> toDrawerEntry(const v1::DrawerEntry& entry);
app::Answer<std::vector<store::ShiftCount>> toCounts(const v1::CountShiftRequest& request);

}  // namespace tessera::api
