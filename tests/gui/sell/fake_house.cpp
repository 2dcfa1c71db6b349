// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/sell/fake_house.h"

#include <algorithm>

#include "tests/gui/sell/fake_parts.h"
#include "tests/gui/sell/fake_theatre.h"

namespace tessera::gui {
namespace {

using Guard = std::lock_guard<std::mutex>;

}  // namespace

FakeHouse::FakeHouse() {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    std::ranges::fill(parts.statuses, 0);
    std::ranges::fill(parts.unseen, 0);
    ++parts.revision;
    parts.holdSeconds = 300;
    parts.faults.clear();
    parts.priceAnswersHeld = false;
    parts.changed.notify_all();
    parts.calls.clear();
    parts.requestIds.clear();
    parts.reservations.clear();
    parts.byRequest.clear();
    parts.customers = fakeCustomers();
    parts.approval.clear();
    parts.session.set_staff("staff1");
    parts.session.set_login("cora");
    parts.session.set_name("Cora");
    parts.session.set_device_name("Till 1");
    parts.session.clear_permissions();
    parts.session.clear_permissions_with_approval();
    for (const char* each : {"sell", "find_orders"}) parts.session.add_permissions(each);
    for (const char* each : {"complimentary", "override_price"}) {
        parts.session.add_permissions_with_approval(each);
    }
}

client::Endpoint FakeHouse::endpoint() const {
    return {fakeServer().address, fakeServer().authorityPem};
}

void FakeHouse::setSeats(const std::vector<int>& seats, int status) {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    for (const int seat : seats) parts.set(seat, status);
}

void FakeHouse::takeUnseen(const std::vector<int>& seats) {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    for (const int seat : seats) parts.unseen[static_cast<std::size_t>(seat)] = 1;
}

void FakeHouse::setHoldSeconds(int seconds) {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    parts.holdSeconds = seconds;
}

void FakeHouse::fault(Fault fault) {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    parts.faults.push_back(std::move(fault));
}

void FakeHouse::setStaff(const std::string& staff) {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    parts.session.set_staff(staff);
}

void FakeHouse::holdPriceAnswers(bool held) {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    parts.priceAnswersHeld = held;
    parts.changed.notify_all();
}

int FakeHouse::calls(const std::string& method) const {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    return parts.calls[method];
}

std::vector<std::string> FakeHouse::requestIds(const std::string& method) const {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    return parts.requestIds[method];
}

v1::RepriceReservationRequest FakeHouse::lastReprice() const {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    return parts.reprice;
}

std::string FakeHouse::lastApproval() const {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    return parts.approval;
}

void FakeHouse::checkOutAll() {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    for (auto& [id, reservation] : parts.reservations) {
        if (reservation.state() != v1::Reservation::HELD) continue;
        reservation.set_state(v1::Reservation::PAYING);
        reservation.set_order("order of " + id);
    }
}

int FakeHouse::reservationsHeld() const {
    Parts& parts = fakeServer().parts;
    const Guard guard(parts.mutex);
    return static_cast<int>(std::ranges::count_if(parts.reservations, [](const auto& each) {
        return each.second.state() == v1::Reservation::HELD;
    }));
}

}  // namespace tessera::gui
