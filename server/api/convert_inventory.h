// SPDX-License-Identifier: Apache-2.0
// Allocations, sales and manifests as messages and as lines of a file. Pure; any thread.
#pragma once

#include "server/api/presentation.h"
#include "server/app/setup/inventory_desk.h"
#include "server/app/setup/manifest_csv.h"
#include "tessera/v1/inventory_service.pb.h"

namespace tessera::api {

v1::GetAllocationsResponse toProto(const std::vector<store::AllocatedRun>& runs,
                                   const ShownEvent& event);

// `minutes`: so many, the latest last, those without sales too; 0 to kSalesMinutesMax.
v1::SalesReport toProto(const store::SalesCounts& counts, const ShownEvent& event,
                        std::int32_t minutes);

v1::ManifestLine toProto(const store::ManifestRow& row, const ShownEvent& event);
// In the words of `file`, times by its clocks.
setup::ManifestCsv::Line toCsvLine(const store::ManifestRow& row, const ShownEvent& event,
                                   const setup::ManifestCsv& file);

}  // namespace tessera::api
