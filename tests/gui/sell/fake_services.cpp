// SPDX-License-Identifier: Apache-2.0
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>

#include "tessera/v1/catalog_service.grpc.pb.h"
#include "tessera/v1/desk_service.grpc.pb.h"
#include "tessera/v1/reservation_service.grpc.pb.h"
#include "tessera/v1/seat_map_service.grpc.pb.h"
#include "tessera/v1/staff_service.grpc.pb.h"
#include "tests/gui/sell/fake_parts.h"
#include "tests/gui/sell/fake_theatre.h"
#include "tests/integration/stack.h"
#include "tests/support/temp_dir.h"

namespace tessera::gui {
namespace {

std::string contentsOf(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

grpc::Status refusal(const std::string& reason, std::map<std::string, std::string> metadata = {}) {
    const bool fault = reason.empty();
    const auto code = fault ? grpc::StatusCode::INTERNAL : grpc::StatusCode::FAILED_PRECONDITION;
    google::rpc::ErrorInfo info;
    info.set_domain("tessera");
    info.set_reason(fault ? "INTERNAL_FAULT" : reason);
    for (const auto& [name, value] : metadata) (*info.mutable_metadata())[name] = value;
    google::rpc::Status details;
    details.set_code(code);
    details.add_details()->PackFrom(info);
    return {code, reason, details.SerializeAsString()};
}

google::protobuf::Timestamp in(int seconds) {
    google::protobuf::Timestamp time;
    time.set_seconds(std::chrono::duration_cast<std::chrono::seconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count() +
                     seconds);
    return time;
}

using Lock = std::unique_lock<std::mutex>;
using grpc::ServerContext;
using grpc::Status;

class FakeStaff final : public v1::StaffService::Service {
public:
    explicit FakeStaff(FakeHouse::Parts& parts) : parts_(parts) {}
    Status SignIn(ServerContext*, const v1::SignInRequest*, v1::SignInResponse* answer) override {
        const Lock lock(parts_.mutex);
        answer->set_token("token");
        *answer->mutable_session() = parts_.session;
        *answer->mutable_session()->mutable_server_time() = in(0);
        return Status::OK;
    }
    Status Approve(ServerContext*, const v1::ApproveRequest*,
                   v1::ApproveResponse* answer) override {
        answer->set_token("approved");
        return Status::OK;
    }

private:
    FakeHouse::Parts& parts_;
};

class FakeCatalog final : public v1::CatalogService::Service {
public:
    explicit FakeCatalog(FakeHouse::Parts& parts) : parts_(parts) {}
    Status ListEvents(ServerContext*, const v1::ListEventsRequest* request,
                      v1::ListEventsResponse* answer) override {
        const Lock lock(parts_.mutex);
        if (const auto fault = parts_.take("ListEvents")) return refusal(*fault);
        for (const v1::EventSummary& each : fakeSeason()) {
            if (each.name().find(request->query()) != std::string::npos)
                *answer->add_events() = each;
        }
        return Status::OK;
    }
    Status GetEvent(ServerContext*, const v1::GetEventRequest* request,
                    v1::Event* answer) override {
        const Lock lock(parts_.mutex);
        if (const auto fault = parts_.take("GetEvent")) return refusal(*fault);
        if (request->event() != kFakeEvent) return refusal("EVENT_NOT_FOUND");
        *answer = fakeEvent();
        *answer->mutable_server_time() = in(0);
        return Status::OK;
    }
    Status GetLayout(ServerContext*, const v1::GetLayoutRequest*, v1::Layout* answer) override {
        *answer = fakeLayout();
        return Status::OK;
    }

private:
    FakeHouse::Parts& parts_;
};

class FakeMap final : public v1::SeatMapService::Service {
public:
    explicit FakeMap(FakeHouse::Parts& parts) : parts_(parts) {}
    // The whole map with each change: it is small.
    Status WatchSeatMap(ServerContext* context, const v1::WatchSeatMapRequest*,
                        grpc::ServerWriter<v1::SeatMapUpdate>* writer) override {
        std::int64_t told = 0;
        Lock lock(parts_.mutex);
        while (!parts_.stopping && !context->IsCancelled()) {
            if (told != parts_.revision) {
                v1::SeatMapUpdate update;
                told = parts_.revision;
                update.set_revision(told);
                *update.mutable_snapshot() = parts_.map();
                if (!writer->Write(update)) break;
            }
            parts_.changed.wait_for(lock, std::chrono::milliseconds(50));
        }
        return Status::OK;
    }

private:
    FakeHouse::Parts& parts_;
};

class FakeReservations final : public v1::ReservationService::Service {
public:
    explicit FakeReservations(FakeHouse::Parts& parts) : parts_(parts) {}
    Status CreateReservation(ServerContext*, const v1::CreateReservationRequest* request,
                             v1::Reservation* answer) override {
        const Lock lock(parts_.mutex);
        parts_.requestIds["CreateReservation"].push_back(request->request_id());
        const auto fault = parts_.take("CreateReservation");
        if (fault && !fault->empty()) return refusal(*fault);
        const auto made = parts_.byRequest.find(request->request_id());
        if (made == parts_.byRequest.end()) {
            const Status judged = make(*request, *answer);
            if (!judged.ok()) return judged;
        } else {
            *answer = made->second;
        }
        return fault ? refusal({}) : Status::OK;
    }
    Status GetReservation(ServerContext*, const v1::GetReservationRequest* request,
                          v1::Reservation* answer) override {
        const Lock lock(parts_.mutex);
        if (const auto fault = parts_.take("GetReservation")) return refusal(*fault);
        const auto found = parts_.reservations.find(request->reservation());
        if (found == parts_.reservations.end()) return refusal("RESERVATION_NOT_FOUND");
        if (found->second.expire_time().seconds() <= in(0).seconds()) release(found->second);
        *answer = found->second;
        *answer->mutable_server_time() = in(0);
        return Status::OK;
    }
    Status CancelReservation(ServerContext*, const v1::CancelReservationRequest* request,
                             v1::Reservation* answer) override {
        const Lock lock(parts_.mutex);
        parts_.requestIds["CancelReservation"].push_back(request->request_id());
        const auto fault = parts_.take("CancelReservation");
        if (fault && !fault->empty()) return refusal(*fault);
        const auto found = parts_.reservations.find(request->reservation());
        if (found == parts_.reservations.end()) return refusal("RESERVATION_NOT_FOUND");
        release(found->second);
        *answer = found->second;
        return fault ? refusal({}) : Status::OK;
    }

private:
    Status make(const v1::CreateReservationRequest& request, v1::Reservation& out);
    void release(v1::Reservation& reservation) {
        if (reservation.state() != v1::Reservation::HELD) return;
        reservation.set_state(v1::Reservation::RELEASED);
        for (const auto& seat : reservation.seats()) parts_.set(seat.seat_no(), 0);
    }
    bool isFree(int seat) const {
        return parts_.statuses[static_cast<std::size_t>(seat)] == 0 &&
               parts_.unseen[static_cast<std::size_t>(seat)] == 0;
    }
    // The first so many side by side in one row of these categories; empty: there are none.
    std::vector<int> best(int count, const v1::BestAvailable& wanted) const {
        for (int first = 0; first + count <= kFakeSeats; ++first) {
            if (first / kFakeRowSeats != (first + count - 1) / kFakeRowSeats) continue;
            const int category = first / kFakeBlockSeats;
            if (wanted.category_nos_size() > 0 && wanted.category_nos(0) != category) continue;
            bool all = true;
            for (int seat = first; seat < first + count; ++seat) all = all && isFree(seat);
            std::vector<int> seats;
            for (int seat = first; all && seat < first + count; ++seat) seats.push_back(seat);
            if (all) return seats;
        }
        return {};
    }

    FakeHouse::Parts& parts_;
};

Status FakeReservations::make(const v1::CreateReservationRequest& request, v1::Reservation& out) {
    if (!request.code().empty() && request.code() != "FRIENDS") return refusal("CODE_UNKNOWN");
    std::vector<int> types;
    const auto& quantities = request.has_general_admission()
                                 ? request.general_admission().quantities()
                                 : request.best_available().quantities();
    for (const auto& some : quantities) {
        types.insert(types.end(), static_cast<std::size_t>(some.quantity()), some.ticket_type_no());
    }
    if (request.has_general_admission()) {
        for (const auto& some : quantities) fakeArea(some, *out.add_areas());
    } else if (request.has_best_available()) {
        const auto seats = best(static_cast<int>(types.size()), request.best_available());
        if (seats.empty()) return refusal("NO_SUITABLE_SEATS");
        for (std::size_t i = 0; i < seats.size(); ++i)
            fakeSeat(seats[i], types[i], *out.add_seats());
    } else {
        std::string lost;
        for (const auto& each : request.seats().seats()) {
            if (isFree(each.seat_no())) continue;
            if (!lost.empty()) lost += ',';
            lost += std::to_string(each.seat_no());
        }
        if (!lost.empty()) return refusal("SEAT_UNAVAILABLE", {{"seat_nos", lost}});
        std::map<int, int> wanted;
        for (const auto& each : request.seats().seats()) {
            wanted[each.seat_no()] = each.ticket_type_no();
        }
        for (const auto& [seat, type] : wanted) fakeSeat(seat, type, *out.add_seats());
    }
    out.set_reservation("reservation" + std::to_string(parts_.reservations.size()));
    out.set_event(kFakeEvent);
    out.set_state(v1::Reservation::HELD);
    *out.mutable_expire_time() = in(parts_.holdSeconds);
    *out.mutable_server_time() = in(0);
    fakePrice(out);
    for (const auto& seat : out.seats()) parts_.set(seat.seat_no(), 1);
    parts_.reservations[out.reservation()] = out;
    parts_.byRequest[request.request_id()] = out;
    return Status::OK;
}

class FakeDesk final : public v1::DeskService::Service {
public:
    explicit FakeDesk(FakeHouse::Parts& parts) : parts_(parts) {}
    Status RepriceReservation(ServerContext* context, const v1::RepriceReservationRequest* request,
                              v1::Reservation* answer) override {
        Lock lock(parts_.mutex);
        const Status status = reprice(*context, request, answer);
        parts_.changed.wait(lock, [&] { return !parts_.priceAnswersHeld || parts_.stopping; });
        return status;
    }
    Status SetOrderNote(ServerContext*, const v1::SetOrderNoteRequest* request,
                        v1::OrderDetails*) override {
        const Lock lock(parts_.mutex);
        parts_.requestIds["SetOrderNote"].push_back(request->request_id());
        const auto fault = parts_.take("SetOrderNote");
        return fault ? refusal(*fault) : Status::OK;
    }
    Status GetSeat(ServerContext*, const v1::GetSeatRequest* request,
                   v1::SeatDetails* answer) override {
        const Lock lock(parts_.mutex);
        parts_.take("GetSeat");
        answer->set_seat_no(request->seat_no());
        answer->set_reservation("another");
        answer->set_channel(v1::WEB);
        *answer->mutable_expire_time() = in(192);
        *answer->mutable_server_time() = in(0);
        return Status::OK;
    }
    Status FindCustomers(ServerContext*, const v1::FindCustomersRequest* request,
                         v1::FindCustomersResponse* answer) override {
        const Lock lock(parts_.mutex);
        if (const auto fault = parts_.take("FindCustomers")) return refusal(*fault);
        for (const v1::Customer& each : parts_.customers) {
            if (each.name().find(request->query()) != std::string::npos)
                *answer->add_customers() = each;
        }
        return Status::OK;
    }
    Status SaveCustomer(ServerContext*, const v1::SaveCustomerRequest* request,
                        v1::Customer* answer) override {
        const Lock lock(parts_.mutex);
        parts_.requestIds["SaveCustomer"].push_back(request->request_id());
        const auto fault = parts_.take("SaveCustomer");
        if (fault && !fault->empty()) return refusal(*fault);
        *answer = request->customer();
        answer->set_customer("customer" + std::to_string(parts_.customers.size()));
        answer->set_version(1);
        if (!fault) parts_.customers.push_back(*answer);
        return fault ? refusal({}) : Status::OK;
    }

private:
    // REQUIRES: the lock is held.
    Status reprice(const ServerContext& context, const v1::RepriceReservationRequest* request,
                   v1::Reservation* answer) {
        parts_.requestIds["RepriceReservation"].push_back(request->request_id());
        const auto fault = parts_.take("RepriceReservation");
        if (fault && !fault->empty()) return refusal(*fault);
        if (request->code() == "NONE") return refusal("CODE_UNKNOWN");
        const auto found = parts_.reservations.find(request->reservation());
        if (found == parts_.reservations.end()) return refusal("RESERVATION_NOT_FOUND");
        parts_.reprice = *request;
        const auto& metadata = context.client_metadata();
        const auto approval = metadata.find("x-approval");
        parts_.approval = approval == metadata.end()
                              ? std::string()
                              : std::string(approval->second.data(), approval->second.size());
        fakeReprice(*request, found->second);
        *answer = found->second;
        return fault ? refusal({}) : Status::OK;
    }

    FakeHouse::Parts& parts_;
};

struct Running {
    explicit Running(FakeHouse::Parts& parts)
        : staff(parts), catalog(parts), map(parts), reservations(parts), desk(parts) {
        const std::string folder = dir / "keys";
        std::filesystem::create_directories(folder);
        integration::Stack::shared().runProgram(
            "tessera-admin", {"devices", "authority", "--folder", folder, "--host", "127.0.0.1"},
            integration::Millis(20'000));
        authority = contentsOf(folder + "/authority.crt");
        grpc::SslServerCredentialsOptions options;
        options.pem_key_cert_pairs.push_back(
            {contentsOf(folder + "/staff.key"), contentsOf(folder + "/staff.crt")});
        grpc::ServerBuilder builder;
        builder.AddListeningPort("127.0.0.1:0", grpc::SslServerCredentials(options), &port);
        for (grpc::Service* each :
             std::initializer_list<grpc::Service*>{&staff, &catalog, &map, &reservations, &desk}) {
            builder.RegisterService(each);
        }
        server = builder.BuildAndStart();
    }
    test::TempDir dir{"fake"};
    FakeStaff staff;
    FakeCatalog catalog;
    FakeMap map;
    FakeReservations reservations;
    FakeDesk desk;
    int port = 0;
    std::string authority;
    std::unique_ptr<grpc::Server> server;
};

struct Shared {
    FakeHouse::Parts parts;
    Running running{parts};
    FakeServer server{parts, "127.0.0.1:" + std::to_string(running.port), running.authority};
};

}  // namespace

v1::SeatMap FakeHouse::Parts::map() const {
    v1::SeatMap map;
    map.set_event(kFakeEvent);
    map.set_layout(fakeLayout().layout());
    map.set_revision(revision);
    map.set_statuses(std::string(statuses.begin(), statuses.end()));
    v1::AreaAvailability& area = *map.add_areas();
    area.set_area_no(0);
    area.set_available(40);
    area.set_capacity(40);
    *map.mutable_server_time() = in(0);
    return map;
}

FakeServer& fakeServer() {
    static Shared* const made = new Shared;  // Ends with the program.
    return made->server;
}

}  // namespace tessera::gui
