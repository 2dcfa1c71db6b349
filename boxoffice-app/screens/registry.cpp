// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/registry.h"

#include "boxoffice-app/screens/dashboard/dashboard_screen.h"
#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/events/events_screen.h"
#include "boxoffice-app/screens/inventory/inventory_screen.h"
#include "boxoffice-app/screens/money/money_screen.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/screens/paper/paper_screen.h"
#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/screens/printers/printers_screen.h"
#include "boxoffice-app/screens/printing/printing_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/settings/settings_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "boxoffice-app/screens/staff/staff_screen.h"

namespace tessera::boxoffice {

ScreenList allScreens() {
    return {
        screenOf<EnrolScreen>(),     screenOf<SigninScreen>(),   screenOf<SellScreen>(),
        screenOf<PayScreen>(),       screenOf<OrdersScreen>(),   screenOf<InventoryScreen>(),
        screenOf<DashboardScreen>(), screenOf<MoneyScreen>(),    screenOf<EventsScreen>(),
        screenOf<PrintingScreen>(),  screenOf<StaffScreen>(),    screenOf<PrintersScreen>(),
        screenOf<PaperScreen>(),     screenOf<SettingsScreen>(),
    };
}

}  // namespace tessera::boxoffice
