// SPDX-License-Identifier: Apache-2.0
// Layouts as clients see them. Pure; any thread.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "server/api/call.h"
#include "server/app/app.h"
#include "server/app/plan/plan_text.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/layout.pb.h"
#include "tessera/v1/reservation.pb.h"

namespace tessera::api {

// The whole layout as an answer, encoded once.
struct EncodedLayout {
    Bytes grpc;  // Serialized v1::Layout.
    Bytes json;
    Bytes jsonGzip;
};

// A layout with its texts.
class ShownLayout {
public:
    ShownLayout(store::LayoutRow layoutRow, std::shared_ptr<const engine::Layout> geometry,
                std::shared_ptr<const plan::PlanText> planText);

    const store::LayoutRow row;  // Without the plan.
    const std::shared_ptr<const engine::Layout> layout;
    const plan::PlanText& text;  // Of keepsText_.

    // Encodes on the first call, some milliseconds for an arena; then it is there.
    const EncodedLayout& encoded() const;
    bool isEncoded() const { return ready_.load(std::memory_order_acquire); }

private:
    const std::shared_ptr<const plan::PlanText> keepsText_;
    mutable std::once_flag once_;
    mutable std::atomic<bool> ready_{false};
    mutable EncodedLayout encoded_;
};

v1::Layout toProto(const ShownLayout& layout);

// The answer to an import: numbers and names, without seats and shapes.
v1::ImportLayoutResponse toImportResponse(const ShownLayout& layout);

// What is written on a seat or an area's ticket. REQUIRES: in the layout.
void setLabel(v1::PlaceLabel* out, const ShownLayout& layout, SeatNo seat);
void setLabel(v1::PlaceLabel* out, const ShownLayout& layout, AreaNo area);

}  // namespace tessera::api
