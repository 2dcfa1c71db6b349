// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/sell/fake_theatre.h"

#include <cmath>
#include <map>

#include "tests/gui/sell/fake_house.h"

namespace tessera::gui {
namespace {

constexpr int kRows = 8;
constexpr std::int64_t kCents[3][2] = {{8'900, 4'450}, {6'400, 3'200}, {3'900, 1'950}};
const char* const kBlocks[] = {"Stalls", "Circle", "Gallery"};

void setMoney(std::int64_t minor, v1::Money& money) {
    money.set_currency_code("EUR");
    money.set_minor_units(minor);
}

v1::Layout makeLayout() {
    v1::Layout layout;
    layout.set_layout("layout1");
    layout.set_seat_count(kFakeSeats);
    int number = 0;
    for (int block = 0; block < 3; ++block) {
        v1::Category& category = *layout.add_categories();
        category.set_category_no(block);
        category.set_name(kBlocks[block]);
        v1::Section& section = *layout.add_sections();
        section.set_section_no(block);
        section.set_name(kBlocks[block]);
        for (int line = 0; line < kRows; ++line) {
            v1::Row& row = *section.add_rows();
            row.set_label(std::to_string(line + 1));
            const double radius = 260 + block * 300 + line * 30;
            for (int place = 0; place < kFakeRowSeats; ++place) {
                const double angle = (place - 7.5) * 22 / radius;
                v1::Seat& seat = *row.add_seats();
                seat.set_seat_no(number++);
                seat.set_label(std::to_string(place + 1));
                seat.set_x(radius * std::sin(angle));
                seat.set_y(radius * std::cos(angle));
                seat.set_category_no(block);
                seat.set_radius(9);
                seat.set_kind(line == 7 && block == 0 && place < 2 ? v1::Seat::WHEELCHAIR
                                                                   : v1::Seat::ORDINARY);
            }
        }
    }
    v1::Area& area = *layout.add_areas();
    area.set_area_no(0);
    area.set_name("Standing");
    area.set_category_no(2);
    area.set_capacity(40);
    area.mutable_shape()->set_kind(v1::Shape::RECTANGLE);
    for (const auto& [x, y] : {std::pair(240.0, 300.0), std::pair(420.0, 420.0)}) {
        v1::Point& point = *area.mutable_shape()->add_points();
        point.set_x(x);
        point.set_y(y);
    }
    area.mutable_shape()->set_text("Standing");
    v1::Shape& stage = *layout.add_shapes();
    stage.set_kind(v1::Shape::RECTANGLE);
    stage.set_text("Stage");
    for (const auto& [x, y] : {std::pair(-160.0, 110.0), std::pair(160.0, 190.0)}) {
        v1::Point& point = *stage.add_points();
        point.set_x(x);
        point.set_y(y);
    }
    return layout;
}

v1::EventSummary summary(const std::string& id, const std::string& name, std::int64_t starts) {
    v1::EventSummary out;
    out.set_event(id);
    out.set_name(name);
    out.set_venue_name("Theater an der Wien");
    out.set_city("Wien");
    out.set_time_zone("Europe/Vienna");
    out.mutable_starts_at()->set_seconds(starts);
    out.set_sale_state(v1::OPEN);
    return out;
}

constexpr std::int64_t kEvening = 1'796'407'200;  // 4 December 2026, 18:00 UTC.

v1::Customer customer(const std::string& id, const std::string& name, const std::string& email) {
    v1::Customer out;
    out.set_customer(id);
    out.set_name(name);
    out.set_email(email);
    out.set_phone("+43 660 1234567");
    return out;
}

}  // namespace

const v1::Layout& fakeLayout() {
    static const v1::Layout kLayout = makeLayout();
    return kLayout;
}

v1::Event fakeEvent() {
    v1::Event event;
    event.set_event(kFakeEvent);
    event.set_layout("layout1");
    event.mutable_venue()->set_name("Theater an der Wien");
    event.mutable_venue()->set_city("Wien");
    event.mutable_venue()->set_time_zone("Europe/Vienna");
    event.set_sale_state(v1::OPEN);
    v1::EventConfig& config = *event.mutable_config();
    config.set_name("Die Fledermaus");
    config.mutable_starts_at()->set_seconds(kEvening);
    config.set_currency_code("EUR");
    config.mutable_limits()->set_per_order(8);
    for (int type = 0; type < 2; ++type) {
        v1::TicketType& added = *config.add_ticket_types();
        added.set_ticket_type_no(type);
        added.set_name(type == 0 ? "Full price" : "Child up to 14");
    }
    for (int category = 0; category < 3; ++category) {
        for (int type = 0; type < 2; ++type) {
            v1::Price& price = *config.add_prices();
            price.set_category_no(category);
            price.set_ticket_type_no(type);
            price.set_minor_units(kCents[category][type]);
            setMoney(kCents[category][type], *price.mutable_all_in());
        }
    }
    return event;
}

std::vector<v1::EventSummary> fakeSeason() {
    constexpr std::int64_t kDay = 86'400;
    return {summary(kFakeEvent, "Die Fledermaus", kEvening),
            summary("0fakeevent002", "Die Zauberflöte", kEvening + kDay),
            summary("0fakeevent003", "Carmen", kEvening + 2 * kDay),
            summary("0fakeevent004", "Der Rosenkavalier", kEvening + 4 * kDay),
            summary("0fakeevent005", "New Year's concert", kEvening + 28 * kDay)};
}

std::vector<v1::Customer> fakeCustomers() {
    return {customer("customer1", "Rosalinde Eisenstein", "rosalinde@example.org"),
            customer("customer2", "Rosa Sternberg", "rosa.sternberg@example.org")};
}

void fakeSeat(int seat, int type, v1::ReservedSeat& out) {
    const int category = seat / kFakeBlockSeats;
    out.set_seat_no(seat);
    out.set_ticket_type_no(type);
    out.set_category_no(category);
    out.mutable_label()->set_section(kBlocks[category]);
    out.mutable_label()->set_row(std::to_string(seat % kFakeBlockSeats / kFakeRowSeats + 1));
    out.mutable_label()->set_seat(std::to_string(seat % kFakeRowSeats + 1));
    setMoney(kCents[category][type], *out.mutable_price());
}

void fakeArea(const v1::TicketQuantity& wanted, v1::ReservedArea& out) {
    out.set_area_no(0);
    out.set_category_no(2);
    out.set_quantity(wanted.quantity());
    out.set_ticket_type_no(wanted.ticket_type_no());
    out.mutable_label()->set_section("Standing");
    setMoney(kCents[2][wanted.ticket_type_no()] * wanted.quantity(), *out.mutable_price());
}

void fakePrice(v1::Reservation& reservation) {
    constexpr std::int64_t kFee = 100;
    std::int64_t tickets = 0;
    for (const auto& seat : reservation.seats()) tickets += seat.price().minor_units();
    for (const auto& area : reservation.areas()) tickets += area.price().minor_units();
    const std::int64_t fee = tickets == 0 ? 0 : kFee;
    v1::PriceBreakdown& price = *reservation.mutable_price();
    price.clear_lines();
    setMoney(tickets + fee, *price.mutable_total());
    v1::PriceLine& line = *price.add_lines();
    line.set_kind(v1::PriceLine::FEE);
    line.set_name("Order fee");
    line.set_quantity(1);
    setMoney(fee, *line.mutable_amount());
}

void fakeReprice(const v1::RepriceReservationRequest& request, v1::Reservation& reservation) {
    std::map<int, int> types;
    for (const auto& each : request.seats()) types[each.seat_no()] = each.ticket_type_no();
    for (auto& seat : *reservation.mutable_seats()) {
        const int type = types.count(seat.seat_no()) > 0 ? types[seat.seat_no()] : 0;
        fakeSeat(seat.seat_no(), type, seat);
        for (const auto& adjustment : request.adjustments()) {
            for (const int number : adjustment.seat_nos()) {
                if (number == seat.seat_no()) {
                    setMoney(adjustment.price_minor_units(), *seat.mutable_price());
                }
            }
        }
    }
    if (request.has_area()) {
        reservation.clear_areas();
        for (const auto& some : request.area().quantities())
            fakeArea(some, *reservation.add_areas());
    }
    fakePrice(reservation);
}

}  // namespace tessera::gui
