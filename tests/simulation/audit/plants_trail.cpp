// SPDX-License-Identifier: Apache-2.0
// Staff's commands without a row of the trail, and rows without a command.
#include "tests/simulation/audit/plants.h"

namespace tessera::simulation {
namespace {

void plantDeed(History& h, const std::string& label) {
    h.get<Asked>(label).mutation.deed =
        std::make_shared<const app::Deed>(app::Deed{StaffId{7}, DeviceId{1}, {}});
}

void plantRow(History& h, const std::string& label, const std::string& action) {
    store::BatchHead& head = headOf(h, label);
    store::TrailRow row;
    row.event = h.event;
    row.at = head.now;
    row.by = StaffId{7};
    row.device = DeviceId{1};
    row.action = action;
    chain(row, store::TrailEnd{});
    head.trail.push_back(row);
}

}  // namespace

std::vector<Plant> plantsOfTrail() {
    return {
        {"a hold of staff leaves no row", Check::Rows, "its trail has nothing",
         [](History& h) { plantDeed(h, "hold A"); }},
        {"a row of what nobody did", Check::Rows, "staff did nothing",
         [](History& h) { plantRow(h, "commit hold A", "create_reservation"); }},
        {"a row of something else", Check::Rows, "its trail has 7 checkout",
         [](History& h) {
             plantDeed(h, "hold A");
             plantRow(h, "commit hold A", "checkout");
         }},
        {"a row that was changed", Check::Rows, "no chain at row 1",
         [](History& h) {
             plantDeed(h, "hold A");
             plantRow(h, "commit hold A", "create_reservation");
             headOf(h, "commit hold A").trail.front().amount.minor += 1;
         }},
        {"a row that is not in the table", Check::Rows, "committed were 1",
         [](History& h) {
             plantDeed(h, "hold A");
             plantRow(h, "commit hold A", "create_reservation");
         }},
    };
}

}  // namespace tessera::simulation
