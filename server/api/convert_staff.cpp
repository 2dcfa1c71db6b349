// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_staff.h"

#include "server/api/convert_common.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

v1::Device::State stateOf(const store::DeviceRow& row, Instant now) {
    if (row.revokedAt <= now) return v1::Device::REVOKED;
    if (row.serial.empty()) return v1::Device::WAITING;
    return row.expiresAt <= now ? v1::Device::EXPIRED : v1::Device::ENROLLED;
}

}  // namespace

v1::Staff toProto(const store::StaffRow& row) {
    v1::Staff out;
    out.set_staff(encodePublicId(row.id.value));
    out.set_login(row.login);
    out.set_name(row.name);
    out.set_role(static_cast<v1::Staff::Role>(row.role));
    out.set_version(row.version);
    out.set_disabled(row.disabled);
    out.set_has_pin(!row.pinHash.empty());
    out.set_has_second_factor(!row.totpSecret.empty());
    setTime(out.mutable_create_time(), row.createdAt);
    return out;
}

v1::Device toProto(const store::DeviceRow& row, Instant now) {
    v1::Device out;
    out.set_device(encodePublicId(row.id.value));
    out.set_name(row.name);
    out.set_state(stateOf(row, now));
    out.set_version(row.version);
    if (!row.serial.empty()) {
        setTime(out.mutable_enrol_time(), row.enrolledAt);
        setTime(out.mutable_expire_time(), row.expiresAt);
    }
    setTime(out.mutable_create_time(), row.createdAt);
    return out;
}

v1::StaffSession toProto(const staff::Session& session, const staff::SessionFacts& facts,
                         Instant now) {
    v1::StaffSession out;
    out.set_staff(encodePublicId(session.staff.value));
    out.set_login(facts.login);
    out.set_name(facts.name);
    out.set_role(static_cast<v1::Staff::Role>(facts.role));
    out.set_device(encodePublicId(session.device.value));
    out.set_device_name(facts.deviceName);
    for (std::int16_t i = 1; i <= staff::kPermissions; ++i) {
        const auto permission = static_cast<staff::Permission>(i);
        const staff::Grant grant = grantOf(facts.role, permission);
        if (grant == staff::Grant::Never) continue;
        *(grant == staff::Grant::Always ? out.add_permissions()
                                        : out.add_permissions_with_approval()) =
            std::string(nameOf(permission));
    }
    setTime(out.mutable_expire_time(), session.signedInAt + staff::kSessionLasts);
    setTime(out.mutable_server_time(), now);
    out.set_server_version(TESSERA_VERSION);
    return out;
}

app::Answer<StaffId> parseStaffId(std::string_view text) {
    const auto id = decodePublicId(text);
    if (!id || *id <= 0) return tl::make_unexpected(invalidId("staff"));
    return StaffId{*id};
}

app::Answer<DeviceId> parseDeviceId(std::string_view text) {
    const auto id = decodePublicId(text);
    if (!id || *id <= 0) return tl::make_unexpected(invalidId("device"));
    return DeviceId{*id};
}

std::optional<staff::Role> toRole(v1::Staff::Role role) {
    if (role < v1::Staff::CASHIER || role > v1::Staff::ADMINISTRATOR) return std::nullopt;
    return static_cast<staff::Role>(role);
}

}  // namespace tessera::api
