// SPDX-License-Identifier: Apache-2.0
#include "server/staff_side.h"

namespace tessera {

Status StaffSide::open(const Parts& parts) {
    const std::string& conninfo = parts.config.database.conninfo;
    counter_ = std::make_unique<app::CounterRoom>(app::CounterRoom::Parts{
        parts.app, conninfo, parts.tokenKey, parts.config.persons.retentionDays,
        parts.config.mail.enabled(), parts.signer, parts.clock, parts.monotonic, parts.log});
    if (!parts.config.grpc.staff.enabled()) return {};
    auto room = staff::StaffRoom::open(parts.config.grpc.staff,
                                       {conninfo, parts.tokenKey, parts.blocking, parts.log});
    if (!room) return tl::make_unexpected(room.error());
    staff_ = std::move(*room);
    staff_->start();
    shifts_ = std::make_unique<shift::ShiftRoom>(conninfo, parts.app, parts.blocking, parts.log);
    shifts_->start();
    setup_.emplace(setup::SetupRoom::Parts{conninfo, parts.catalog, parts.layouts, parts.monotonic,
                                           parts.app});
    return {};
}

std::optional<api::StaffParts> StaffSide::parts() {
    if (!staff_) return std::nullopt;
    return api::StaffParts{staff_->desk(), staff_->office(), &counter_->counter(), shifts_.get(),
                           &*setup_};
}

void StaffSide::stopServing() {
    if (staff_) staff_->stop();
    if (shifts_) shifts_->stop();
    if (setup_) setup_->stop();
}

void StaffSide::stopKeeping() {
    if (counter_) counter_->stop();
}

}  // namespace tessera
