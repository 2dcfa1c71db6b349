// SPDX-License-Identifier: Apache-2.0
#include "tests/history/recorder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "shared/base/time.h"
#include "tests/integration/sale.h"

namespace tessera::history {
namespace {

using integration::Answer;
using integration::ApiClient;
using integration::Edge;
using integration::Headers;
using integration::Json;
using integration::newRequestId;

constexpr int kRows = 5;
constexpr int kSeatsPerRow = 12;
constexpr int kAreaCapacity = 24;
constexpr int kPlacesPerBuyer = 8;
constexpr int kHoldSeconds = 1;
constexpr std::size_t kPastMax = 12;
constexpr integration::Millis kResolveLimit{20'000};

Json plan() {
    Json rows = Json::array();
    for (int row = 0; row < kRows; ++row) {
        Json seats = Json::array();
        for (int i = 0; i < kSeatsPerRow; ++i) {
            seats.push_back({{"seat_guid", "s-" + std::to_string(row) + "-" + std::to_string(i)},
                             {"seat_number", std::to_string(i + 1)},
                             {"position", {{"x", 25 * i}, {"y", 0}}},
                             {"category", row % 2 == 0 ? "A" : "B"}});
        }
        rows.push_back({{"row_number", std::to_string(row + 1)},
                        {"position", {{"x", 0}, {"y", 30 * row}}},
                        {"seats", seats}});
    }
    const Json area{{"shape", "rectangle"},
                    {"rectangle", {{"width", 200}, {"height", 50}}},
                    {"position", {{"x", 0}, {"y", 300}}},
                    {"general_admission", {{"category", "B"}, {"capacity", kAreaCapacity}}}};
    return {{"name", "Small hall"},
            {"categories", {{{"name", "A"}}, {{"name", "B"}}}},
            {"size", {{"width", 400}, {"height", 400}}},
            {"zones",
             {{{"name", "Hall"},
               {"position", {{"x", 0}, {"y", 0}}},
               {"rows", rows},
               {"areas", Json::array({area})}}}}};
}

Setting settingOf(const std::string& event) {
    Setting setting;
    setting.event = event;
    setting.seats = kRows * kSeatsPerRow;
    for (int row = 0; row < kRows; ++row) {
        Run run{row % 2, {}};
        for (int i = 0; i < kSeatsPerRow; ++i) run.seats.push_back(row * kSeatsPerRow + i);
        setting.runs.push_back(run);
    }
    setting.areas = {kAreaCapacity};
    setting.placesPerBuyer = kPlacesPerBuyer;
    setting.holdMicros = kHoldSeconds * 1'000'000;
    setting.clockSlackMicros = 10'000;
    return setting;
}

std::int64_t micros(const Json& body, const char* name) {
    const auto at = parseRfc3339(body.value(name, ""));
    return at ? at->micros : 0;
}

std::vector<int> namedSeats(const Json& metadata) {
    std::vector<int> seats;
    std::istringstream in(metadata.value("seat_nos", ""));
    for (std::string seat; std::getline(in, seat, ',');) seats.push_back(std::stoi(seat));
    return seats;
}

void noteOk(Operation& one, const Json& body) {
    Told& told = one.told;
    if (one.call == Call::SetAllocation) {
        told.changed = body.value("seatsChanged", 0);
        return;
    }
    told.server = micros(body, "serverTime");
    if (one.call == Call::OpenSale || one.call == Call::CloseSale) return;
    told.reservation = body.value("reservation", "");
    told.order = body.value("order", "");
    told.state = body.value("state", "");
    told.releaseReason = body.value("releaseReason", "");
    told.expireServer = told.state == "HELD" ? micros(body, "expireTime") : 0;
    told.deadlineServer = micros(body, "payDeadline");
    const bool makes = one.call == Call::CreateReservation || one.call == Call::CheckoutReservation;
    if (makes) told.createdServer = micros(body, "createTime");
    if (one.call != Call::CreateReservation) return;
    for (const Json& seat : body.value("seats", Json::array())) {
        told.seats.push_back(seat.value("seatNo", 0));
    }
}

Json requestOf(const Operation& one, const std::string& event) {
    const Asked& asked = one.asked;
    Json request{{"event", event}};
    if (!one.requestId.empty()) request["requestId"] = one.requestId;
    if (!asked.reservation.empty()) request["reservation"] = asked.reservation;
    if (!asked.order.empty()) request["order"] = asked.order;
    if (one.call == Call::SetAllocation) {
        request["allocationNo"] = asked.allocation;
        request["seatNos"] = asked.seats;
    }
    if (one.call == Call::CheckoutReservation) {
        request["buyer"] = {{"name", "Adele"}, {"email", "adele@example.org"}};
    }
    if (one.call != Call::CreateReservation) return request;
    const Json many = Json::array({{{"quantity", asked.quantity}}});
    if (asked.wish == Wish::Seats) {
        Json picks = Json::array();
        for (const int seat : asked.seats) picks.push_back({{"seatNo", seat}});
        request["seats"] = {{"seats", picks}};
    } else if (asked.wish == Wish::Best) {
        request["bestAvailable"] = {{"quantities", many}, {"categoryNos", asked.categories}};
    } else {
        request["generalAdmission"] = {{"areaNo", asked.area}, {"quantities", many}};
    }
    return request;
}

}  // namespace

RecordedEvent makeRecordedEvent(const integration::Stack& stack) {
    ApiClient client(Edge::Rest, stack);
    const Headers headers{{"authorization", "Bearer " + stack.adminKey()}};
    const Answer venue = client.call("CreateVenue",
                                     {{"requestId", newRequestId()},
                                      {"name", "Small house"},
                                      {"city", "Graz"},
                                      {"timeZone", "Europe/Vienna"}},
                                     headers);
    const Answer layout = client.call("ImportLayout",
                                      {{"venue", venue.body.value("venue", "")},
                                       {"requestId", newRequestId()},
                                       {"planJson", plan().dump()}},
                                      headers);
    EXPECT_TRUE(layout.ok()) << layout;
    Json config = integration::theatreConfig({.holdSeconds = kHoldSeconds,
                                              .paySeconds = 10,
                                              .perOrder = 10,
                                              .perBuyer = kPlacesPerBuyer});
    std::erase_if(config["prices"].get_ref<Json::array_t&>(),
                  [](const Json& price) { return price.value("categoryNo", 0) > 1; });
    const Answer event = client.call("CreateEvent",
                                     {{"requestId", newRequestId()},
                                      {"layout", layout.body.value("layout", "")},
                                      {"config", config}},
                                     headers);
    EXPECT_TRUE(event.ok()) << event;
    const std::string id = event.body.value("event", "");
    const Answer opened =
        client.call("OpenSale", {{"event", id}, {"requestId", newRequestId()}}, headers);
    EXPECT_TRUE(opened.ok()) << opened;
    return {id, settingOf(id)};
}

void Record::add(Operation operation) {
    const std::lock_guard lock(mutex_);
    operation.id = static_cast<std::int64_t>(operations_.size());
    operations_.push_back(std::move(operation));
    ++size_;
}

RecordingClient::RecordingClient(int number, const integration::Stack& stack, std::uint16_t port,
                                 const RecordedEvent& event, Record& record, std::uint32_t seed)
    : number_(number),
      client_(Edge::Rest, stack),
      base_("http://127.0.0.1:" + std::to_string(port)),
      adminKey_(stack.adminKey()),
      event_(event),
      record_(record),
      random_(seed) {}

void RecordingClient::run() {
    while (!record_.stop) act();
}

std::vector<int> RecordingClient::someSeats() {
    const int count = 1 + below(3);
    const int first = below(event_.setting.seats - count + 1);
    std::vector<int> seats;
    for (int i = 0; i < count; ++i) seats.push_back(first + i);
    return seats;
}

void RecordingClient::act() {
    const int kind = below(100);
    if (!past_.empty() && below(12) == 0) {
        std::swap(has_, past_[static_cast<std::size_t>(below(static_cast<int>(past_.size())))]);
    }
    if (kind == 0) return askStaff();
    if (has_.reservation.empty() || kind < 20) return hold();
    if (!has_.order.empty() && kind < 40) return readOrder();
    if (kind < 65) return aboutReservation(Call::GetReservation);
    aboutReservation(kind < 88 ? Call::CancelReservation : Call::CheckoutReservation);
}

void RecordingClient::hold() {
    Operation one;
    one.call = Call::CreateReservation;
    one.requestId = newRequestId();
    const int kind = below(10);
    if (kind < 5) {
        one.asked.seats = someSeats();
    } else if (kind < 8) {
        one.asked.wish = Wish::Best;
        one.asked.quantity = 1 + below(4);
        if (below(2) == 0) one.asked.categories = {below(2)};
    } else {
        one.asked.wish = Wish::Area;
        one.asked.area = 0;
        one.asked.quantity = 1 + below(4);
    }
    const Answer answer = ask(one, requestOf(one, event_.event));
    if (!answer.ok()) return;
    if (!has_.reservation.empty()) past_.push_back(has_);
    if (past_.size() > kPastMax) past_.erase(past_.begin());
    has_ = {answer.body.value("reservation", ""), answer.body.value("holderToken", ""), ""};
}

void RecordingClient::askStaff() {
    Operation one;
    const int kind = below(6);
    one.call = kind == 0 ? Call::CloseSale : kind < 3 ? Call::OpenSale : Call::SetAllocation;
    one.requestId = newRequestId();
    if (one.call == Call::SetAllocation) {
        one.asked.seats = someSeats();
        one.asked.allocation = below(3) == 0 ? 1 : 0;
    }
    ask(one, requestOf(one, event_.event));
    if (one.call != Call::CloseSale) return;
    one.call = Call::OpenSale;
    one.requestId = newRequestId();
    ask(one, requestOf(one, event_.event));
}

void RecordingClient::aboutReservation(Call call) {
    Operation one;
    one.call = call;
    one.asked.reservation = has_.reservation;
    if (call != Call::GetReservation) one.requestId = newRequestId();
    const Answer answer = ask(one, requestOf(one, event_.event));
    if (call == Call::CheckoutReservation && answer.ok())
        has_.order = answer.body.value("order", "");
    if (call == Call::CancelReservation && below(2) == 0) has_ = {};
}

void RecordingClient::readOrder() {
    Operation one;
    one.call = Call::GetOrder;
    one.asked.order = has_.order;
    const Answer answer = ask(one, requestOf(one, event_.event));
    const Json payment = integration::paymentOf(answer);
    if (payment.value("state", "") != "PAYABLE" || below(4) != 0) return;
    if (record_.paymentsLeft.fetch_sub(1) <= 0) return;
    one.call = Call::Pay;
    one.begin = record_.now();
    one.client = number_;
    const Answer paid = integration::confirmAtSandbox(client_, payment, "pm_card_visa");
    one.status = paid.status == 0     ? Status::Unknown
                 : paid.status == 200 ? Status::Ok
                                      : Status::Fail;
    one.end = one.status == Status::Unknown ? kNever : record_.now();
    if (one.status == Status::Fail) one.told.reason = "DECLINED";
    record_.add(one);
}

Answer RecordingClient::once(Call call, const Json& request) {
    const auto form = integration::restFormOf(nameOf(call), request);
    Headers headers{{"x-caller-key", callerKey_}};
    const bool staff =
        call == Call::SetAllocation || call == Call::OpenSale || call == Call::CloseSale;
    if (staff) headers = {{"authorization", "Bearer " + adminKey_}};
    if (!staff && call != Call::CreateReservation) headers["x-holder-token"] = has_.token;
    Answer answer = client_.http(form.verb, base_ + form.path, form.body, headers);
    // Cut in its head an answer looks whole, and says nothing.
    const bool whole = answer.body.is_object() && (answer.status < 400 || !answer.reason.empty());
    if (answer.reason != "TRANSPORT" && !whole) answer.reason = "TRANSPORT";
    return answer;
}

void RecordingClient::note(Operation& one, const Answer& answer) const {
    one.status = answer.worthRetrying() ? Status::Unknown : answer.ok() ? Status::Ok : Status::Fail;
    if (one.status == Status::Unknown) return;
    one.end = record_.now();
    if (one.status == Status::Ok) return noteOk(one, answer.body);
    one.told.reason = answer.reason;
    const Json metadata = answer.body.value("metadata", Json::object());
    if (answer.reason == "SEAT_UNAVAILABLE") one.told.seats = namedSeats(metadata);
    if (answer.reason == "AREA_FULL")
        one.told.available = std::stoi(metadata.value("available", "0"));
}

Answer RecordingClient::ask(Operation one, Json request) {
    one.client = number_;
    one.begin = record_.now();
    const bool reads = one.requestId.empty();
    const bool patient = below(100) < 85;
    Answer answer;
    const bool done = integration::eventually(
        [&] {
            answer = once(one.call, request);
            note(one, answer);
            if (one.status != Status::Unknown || !patient || (record_.stop && reads)) return true;
            if (reads) {
                one.begin = record_.now();  // Another call: the one before showed nothing.
            } else {
                one.retried = true;
            }
            return false;
        },
        kResolveLimit);
    if (done || !reads) record_.add(one);
    return answer;
}

}  // namespace tessera::history
