// SPDX-License-Identifier: Apache-2.0
// A seating plan's file as a layout to look at, before it is sent.
//
// Pure and deterministic. It shows what it can and refuses what cannot be shown, with the path of
// the value; whether the plan is taken the server says, which looks closer.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include "shared/client/answer.h"
#include "tessera/v1/layout.pb.h"

namespace tessera::setup {

inline constexpr qint64 kPlanBytesMost = 64LL << 20;

struct PlanRead {
    v1::Layout layout{};
    QString problem{};  // With the path, "$.zones[0].rows"; empty: it can be shown.
};
PlanRead readPlan(const QByteArray& json);

// "The plan cannot be imported. $.zones[0].name: missing".
QString planRefusalText(const client::Refusal& refusal);

}  // namespace tessera::setup
