// SPDX-License-Identifier: Apache-2.0
// A manager's place at the real house, without a window: every presenter of the inventory, each
// model under Qt's own tester; and people who buy.
//
// The GUI's thread; owns all of it. A second one on the same folder is the app after a restart.
#pragma once

#include "shared/qt/inventory/allocation_editor.h"
#include "shared/qt/inventory/allocation_model.h"
#include "shared/qt/inventory/allocation_setter.h"
#include "shared/qt/inventory/manifest_files.h"
#include "shared/qt/inventory/manifest_model.h"
#include "shared/qt/inventory/minutes_model.h"
#include "shared/qt/inventory/sales_model.h"
#include "tests/gui/front.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {

// Hired once for the program, with a device of theirs and a PIN, kManagersPin.
struct Manager {
    client::Account account;
    int device = 0;
};
inline constexpr const char* kManagersPin = "4711";
const Manager& manager();

// These seats for cash, in that name; whether they are paid for in time.
bool sell(const integration::Sale& sale, const std::vector<std::int32_t>& seats,
          const std::string& name);
// These seats by somebody who is still thinking.
bool hold(const integration::Sale& sale, const std::vector<std::int32_t>& seats);
// A value of the database.
std::string inDatabase(const integration::Sale& sale, const std::string& what,
                       const std::string& where = "true");

struct StallsOptions {
    QString folder{};
    bool relayed = false;
    int pieceMost = inventory::AllocationSetter::kPieceMost;
    int patienceMillis = 8'000;
    bool supervisor = false;  // Who may set aside with somebody else's approval.
};

class Stalls {
public:
    explicit Stalls(const integration::Sale& sale, const StallsOptions& options = {});

    bool becomesIdle() {
        return comes([&] { return !setter.isUnderWay() && !editor.isUnderWay(); });
    }
    std::string lastSaid() const { return said.isEmpty() ? "" : said.last().toStdString(); }
    v1::Allocation allocation(int number, const std::string& name,
                              v1::Allocation::Kind kind = v1::Allocation::HOUSE) const;
    const inventory::AllocationLine* line(int number) const;

    QStringList said;
    QList<inventory::AllocationField> fields;  // Of the editor.
    qt::Desk desk{"boxoffice/1.0.0"};
    inventory::EventInView view{desk};
    qt::SeatMapModel map;
    inventory::AllocationBook book{{desk, view, map}};
    inventory::AllocationSetter setter;
    inventory::AllocationEditor editor;
    inventory::AllocationModel allocations{book, view};
    inventory::SalesFeed feed{desk, view};
    inventory::SalesModel bands{{feed, view}, inventory::SalesBy::Band};
    inventory::SalesModel asides{{feed, view}, inventory::SalesBy::Allocation};
    inventory::SalesModel channels{{feed, view}, inventory::SalesBy::Channel};
    inventory::MinutesModel minutes{feed, view};
    inventory::ManifestModel manifest{desk, view};
    inventory::ManifestFiles files{desk, view};

private:
    std::vector<std::unique_ptr<test::ModelRules>> testers_;
};

}  // namespace tessera::gui
