// SPDX-License-Identifier: Apache-2.0
// Reads the areas of a plan as shapes: rectangle, circle, ellipse, polygon, text.
//
// Pure; throws PlanFault where the area is wrong. Internal to app/plan.
#pragma once

#include "server/app/plan/plan_cursor.h"
#include "server/app/plan/plan_text.h"

namespace tessera::plan {

// `origin` is where the area's zone begins. Leaves `area` of the shape to the caller.
PlanShape readShape(const Cursor& area, Cursor::Offset origin);

// True if the text names what an audience looks at: a stage, a pitch, a ring...
bool namesFocus(std::string_view text);

}  // namespace tessera::plan
