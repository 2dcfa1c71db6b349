// SPDX-License-Identifier: Apache-2.0
// Accounts, devices and times as an administrator reads them.
//
// Pure but for the language that is installed. The GUI's thread.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <array>

#include "tessera/v1/staff_service.pb.h"

namespace tessera::staff {

inline constexpr std::array kRoles = {v1::Staff::CASHIER, v1::Staff::SUPERVISOR, v1::Staff::MANAGER,
                                      v1::Staff::ADMINISTRATOR};

QString roleText(v1::Staff::Role role);
QString stateText(v1::Device::State state);
// In the device's own zone: "4 Dec 2026".
QString dayText(const google::protobuf::Timestamp& time, const QLocale& locale);
// "Four at a time: ABCD EFGH", for who reads a secret aloud.
QString grouped(const QString& secret);

}  // namespace tessera::staff
