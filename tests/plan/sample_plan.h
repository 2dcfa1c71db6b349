// SPDX-License-Identifier: Apache-2.0
// A small valid plan to damage: two zones, three rows, two areas. For tests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace tessera::plan {

using TestJson = nlohmann::json;

inline TestJson samplePlan() {
    return TestJson::parse(R"json({
  "name": "Hall", "unknown": {"deep": [[[]]]},
  "categories": [{"name": "A", "color": "#ff0000"}, {"name": "B"}],
  "size": {"width": 800, "height": 600},
  "zones": [
    {"name": "Floor", "zone_id": "floor", "uuid": "u1", "position": {"x": 100.5, "y": 200},
     "rows": [
       {"row_number": "1", "row_label": "Row one", "seat_label": "Seat %s", "uuid": "u2",
        "position": {"x": 10, "y": 20.25},
        "seats": [
          {"seat_guid": "f-1-1", "seat_number": "1", "position": {"x": 1, "y": 2.5}, "category": "A",
           "radius": 9},
          {"seat_guid": "f-1-2", "seat_number": "2", "position": {"x": 21, "y": 2.5},
           "category": "B", "wheelchair": true, "start_direction": "<>"}]},
       {"seats": [{"seat_guid": "f-2-1", "position": {"x": 0, "y": 0}, "category": "A"}]}],
     "areas": [
       {"shape": "rectangle", "rectangle": {"width": 200, "height": 50}, "uuid": "u3",
        "position": {"x": 0, "y": -100}, "color": "#cfcfcf", "border_color": "rgb(1, 2, 3)",
        "rotation": 0, "text": {"text": "Main STAGE", "position": {"x": 100, "y": 25}, "size": 24}},
       {"shape": "circle", "circle": {"radius": 40}, "position": {"x": 300, "y": 0},
        "general_admission": {"category": "B", "capacity": 250}}]},
    {"name": "Side", "position": {"x": 0, "y": 0}, "rows": [
       {"row_number": null, "seats": [
         {"seat_guid": "s-1", "seat_number": "7", "position": {"x": 5, "y": 5},
          "category": "A"}]}]}]})json");
}

}  // namespace tessera::plan
