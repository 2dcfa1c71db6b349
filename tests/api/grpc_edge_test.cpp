// SPDX-License-Identifier: Apache-2.0
// The gRPC edge: the same answers and reasons as REST, streams, deadlines, health, reflection.
#include <grpcpp/generic/generic_stub.h>

#include <set>
#include <thread>

#include "server/api/problem_json.h"
#include "server/api/reasons.h"
#include "shared/base/encoding.h"
#include "tessera/v1/admin_service.grpc.pb.h"
#include "tessera/v1/catalog_service.grpc.pb.h"
#include "tessera/v1/order_service.grpc.pb.h"
#include "tessera/v1/reservation_service.grpc.pb.h"
#include "tessera/v1/seat_map_service.grpc.pb.h"
#include "tests/api/edge_fixture.h"
#include "tests/support/look_again.h"

namespace tessera::api::test {
namespace {

class GrpcEdgeTest : public EdgeTest {
protected:
    // A context with a deadline and metadata.
    static std::unique_ptr<grpc::ClientContext> context(
        const std::vector<std::pair<std::string, std::string>>& metadata = {}) {
        auto out = std::make_unique<grpc::ClientContext>();
        out->set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
        for (const auto& [key, value] : metadata) out->AddMetadata(key, value);
        return out;
    }
    static std::pair<std::string, std::string> key() {
        return {"x-caller-key", toBase64Url(std::string(16, 'k'))};
    }
    static v1::CreateReservationRequest seats(std::vector<int> numbers) {
        v1::CreateReservationRequest request;
        request.set_event(encodePublicId(kEvent.value));
        request.set_request_id(requestId());
        for (const int number : numbers) {
            request.mutable_seats()->add_seats()->set_seat_no(number);
        }
        return request;
    }

    std::unique_ptr<v1::ReservationService::Stub> reservations_ =
        v1::ReservationService::NewStub(channel_);
    std::unique_ptr<v1::SeatMapService::Stub> maps_ = v1::SeatMapService::NewStub(channel_);
    std::unique_ptr<v1::CatalogService::Stub> catalog_ = v1::CatalogService::NewStub(channel_);
    std::unique_ptr<v1::OrderService::Stub> orders_ = v1::OrderService::NewStub(channel_);
    std::unique_ptr<v1::AdminService::Stub> admin_ = v1::AdminService::NewStub(channel_);
};

TEST_F(GrpcEdgeTest, AReservationIsTheSameAsOverRest) {
    v1::Reservation answer;
    const auto status =
        reservations_->CreateReservation(context({key()}).get(), seats({4, 25}), &answer);
    ASSERT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(answer.state(), v1::Reservation::HELD);
    EXPECT_EQ(answer.price().total().minor_units(), 8500);
    EXPECT_EQ(answer.seats(0).label().seat(), "5");
    EXPECT_EQ(answer.holder_token(), kHolderToken);
    const auto grpcPrint = app_.asked().hold->fingerprint;
    post(eventPath("/reservations"), seatRequest({4, 25}), callerKey());
    EXPECT_EQ(app_.asked().hold->fingerprint, grpcPrint);
}

TEST_F(GrpcEdgeTest, EveryReasonOfTheContractIsTheSameOnBothEdges) {
    for (const auto& row : contractReasons()) {
        app_.refusal = refuse(row.name, "Refused by the test.", {{"field", "x"}});
        v1::Reservation answer;
        const auto status =
            reservations_->CreateReservation(context({key()}).get(), seats({4}), &answer);
        EXPECT_EQ(static_cast<int>(status.error_code()), row.status.grpc) << row.name;
        const auto info = errorInfoOf(status);
        EXPECT_EQ(info.reason(), row.name);
        const auto reply = post(eventPath("/reservations"), seatRequest({4}), callerKey());
        EXPECT_EQ(reply.status, row.status.http) << row.name;
        EXPECT_EQ(reasonOf(reply), row.name);
        EXPECT_EQ(metadataOf(reply)["field"], info.metadata().at("field"));
    }
}

TEST_F(GrpcEdgeTest, CredentialsAndIdsAreJudgedAsOverRest) {
    v1::Reservation reservation;
    EXPECT_EQ(
        errorInfoOf(reservations_->CreateReservation(context().get(), seats({1}), &reservation))
            .reason(),
        "CALLER_KEY_MISSING");
    v1::Venue venue;
    EXPECT_EQ(errorInfoOf(admin_->CreateVenue(context().get(), {}, &venue)).reason(),
              "CREDENTIALS_MISSING");
    EXPECT_EQ(errorInfoOf(admin_->CreateVenue(context({{"authorization", "Bearer tsk_sale"}}).get(),
                                              {}, &venue))
                  .reason(),
              "SCOPE_MISSING");
    v1::GetEventRequest get;
    get.set_event("nonsense");
    v1::Event event;
    EXPECT_EQ(errorInfoOf(catalog_->GetEvent(context().get(), get, &event)).reason(), "INVALID_ID");
    get.set_event(encodePublicId(99));
    EXPECT_EQ(errorInfoOf(catalog_->GetEvent(context().get(), get, &event)).reason(),
              "EVENT_NOT_FOUND");
}

TEST_F(GrpcEdgeTest, WhatIsNotAMessageIsRefused) {
    const auto call = [&](const std::string& bytes) {
        grpc::GenericStub stub(channel_);
        grpc::CompletionQueue queue;
        const auto held = context({key()});
        const grpc::Slice slice(bytes);
        const grpc::ByteBuffer request(&slice, 1);
        auto reader = stub.PrepareUnaryCall(
            held.get(), "/tessera.v1.ReservationService/CreateReservation", request, &queue);
        reader->StartCall();
        grpc::ByteBuffer response;
        grpc::Status status;
        reader->Finish(&response, &status, nullptr);
        void* tag = nullptr;
        bool ok = false;
        EXPECT_TRUE(queue.Next(&tag, &ok));
        return status;
    };
    EXPECT_EQ(errorInfoOf(call("\xff\xff\xff")).reason(), "MALFORMED_REQUEST");
    EXPECT_EQ(errorInfoOf(call("\x32\x02\xc3\x28")).reason(), "MALFORMED_REQUEST");  // Not UTF-8.
    auto nul = seats({1});
    nul.set_code(std::string("A\0B", 3));
    const auto info = errorInfoOf(call(nul.SerializeAsString()));
    EXPECT_EQ(info.reason(), "MALFORMED_REQUEST");
    EXPECT_EQ(info.metadata().at("path"), "code");
    auto large = seats({1});
    large.set_code(std::string(2 << 20, 'A'));
    EXPECT_EQ(errorInfoOf(call(large.SerializeAsString())).reason(), "BODY_TOO_LARGE");
    EXPECT_EQ(app_.asked().reservations, 0U);
}

TEST_F(GrpcEdgeTest, TheSeatMapsBytesAreThoseOfTheEncoder) {
    v1::GetSeatMapRequest request;
    request.set_event(encodePublicId(kEvent.value));
    v1::SeatMap map;
    ASSERT_TRUE(maps_->GetSeatMap(context().get(), request, &map).ok());
    EXPECT_EQ(map.revision(), 41);
    EXPECT_EQ(map.statuses().size(), 30U);
    v1::GetLayoutRequest layoutRequest;
    layoutRequest.set_event(request.event());
    v1::Layout layout;
    ASSERT_TRUE(catalog_->GetLayout(context().get(), layoutRequest, &layout).ok());
    EXPECT_EQ(layout.seat_count(), 30);
}

TEST_F(GrpcEdgeTest, AWatcherGetsChangesAndResumes) {
    v1::WatchSeatMapRequest request;
    request.set_event(encodePublicId(kEvent.value));
    const auto held = context();
    const auto reader = maps_->WatchSeatMap(held.get(), request);
    v1::SeatMapUpdate update;
    ASSERT_TRUE(reader->Read(&update));
    EXPECT_EQ(update.snapshot().revision(), 41);
    app_.sell({SeatNo{7}});
    ASSERT_TRUE(reader->Read(&update));
    EXPECT_EQ(update.revision(), 42);
    EXPECT_EQ(update.delta().runs(0).first_seat_no(), 7);
    held->TryCancel();
    reader->Finish();
    request.set_after_revision(41);
    const auto again = context();
    const auto resumed = maps_->WatchSeatMap(again.get(), request);
    ASSERT_TRUE(resumed->Read(&update));
    EXPECT_EQ(update.revision(), 42);
    EXPECT_TRUE(update.has_delta());
    again->TryCancel();
    resumed->Finish();
    for (int i = 0; i < 10'000 && app_.feed()->subscriberCount() > 0; ++i) get("/healthz");
    EXPECT_EQ(app_.feed()->subscriberCount(), 0U);
}

// A peer that opened no window kept its stream, and an answered call its place, for ever.
TEST_F(GrpcEdgeTest, AReaderThatTakesNothingIsCutOff) {
    app_.feed()->reset({60, std::vector<std::uint8_t>(engine::kSeatsMax, 2), {}});
    v1::WatchSeatMapRequest request;
    request.set_event(encodePublicId(kEvent.value));
    const auto held = context();
    const auto reader = maps_->WatchSeatMap(held.get(), request);
    const auto open = [&] {
        return metrics_.text().find("tessera_streams_open{edge=\"grpc\"} 1") != std::string::npos;
    };
    ASSERT_TRUE(tessera::test::becomes(open, std::chrono::seconds(60)));
    // More than any window that the client's library opens by itself.
    for (std::int64_t revision = 61; revision < 130; ++revision) {
        app_.feed()->reset({revision, std::vector<std::uint8_t>(engine::kSeatsMax, 2), {}});
    }
    EXPECT_TRUE(tessera::test::becomes([&] { return !open(); }, std::chrono::seconds(60)));
    held->TryCancel();
    EXPECT_FALSE(reader->Finish().ok());
    EXPECT_EQ(edges_->inFlight(), 0U);
}

// REST refuses these; here they were stored, and the event's document could not be read again.
TEST_F(GrpcEdgeTest, ATimeThatIsNoneIsRefusedWithItsPath) {
    const auto fieldOf = [&](std::int64_t seconds, std::int32_t nanos) {
        v1::CreateEventRequest request;
        request.set_request_id(requestId());
        request.mutable_config()->mutable_starts_at()->set_seconds(seconds);
        request.mutable_config()->mutable_starts_at()->set_nanos(nanos);
        v1::Event event;
        const auto asked = context({{"authorization", std::string("Bearer ") + kAdminKey}});
        const auto status = admin_->CreateEvent(asked.get(), request, &event);
        const auto info = errorInfoOf(status);
        const auto found = info.metadata().find("field");
        return info.reason() +
               (found == info.metadata().end() ? std::string() : " " + found->second);
    };
    for (const auto& [seconds, nanos] : std::vector<std::pair<std::int64_t, std::int32_t>>{
             {1'000'000'000'000, 0}, {INT64_MAX, 0}, {INT64_MIN, 0}, {1, -1}, {1, 2'000'000'000}}) {
        EXPECT_EQ(fieldOf(seconds, nanos), "INVALID_FIELD config.startsAt") << seconds;
    }
    EXPECT_NE(fieldOf(1'800'000'000, 999'999'999), "INVALID_FIELD config.startsAt");
}

TEST_F(GrpcEdgeTest, AStreamEndsWithTheReasonWhenTheServerStops) {
    v1::WatchSeatMapRequest request;
    request.set_event(encodePublicId(kEvent.value));
    const auto held = context();
    const auto reader = maps_->WatchSeatMap(held.get(), request);
    v1::SeatMapUpdate update;
    ASSERT_TRUE(reader->Read(&update));
    edges_->stop();
    EXPECT_FALSE(reader->Read(&update));
    EXPECT_EQ(errorInfoOf(reader->Finish()).reason(), "SHUTTING_DOWN");
}

TEST_F(GrpcEdgeTest, AnOrderIsFollowedUntilItIsFinal) {
    v1::WatchOrderRequest request;
    request.set_event(encodePublicId(kEvent.value));
    request.set_order(encodePublicId(kEvent, kOrder.value));
    const auto held = context({{"x-holder-token", kHolderToken}});
    const auto reader = orders_->WatchOrder(held.get(), request);
    v1::Order order;
    ASSERT_TRUE(reader->Read(&order));
    EXPECT_EQ(order.state(), v1::Order::PAYING);
    app_.moveOrder(engine::OrderState::Released);
    ASSERT_TRUE(reader->Read(&order));
    EXPECT_EQ(order.state(), v1::Order::RELEASED);
    EXPECT_FALSE(reader->Read(&order));
    EXPECT_TRUE(reader->Finish().ok());
}

TEST_F(GrpcEdgeTest, ACallThatTheClientGivesUpFreesItsPlace) {
    app_.holdAnswers = true;
    const auto held = context({key()});
    held->set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(100));
    v1::Reservation answer;
    EXPECT_EQ(reservations_->CreateReservation(held.get(), seats({1}), &answer).error_code(),
              grpc::StatusCode::DEADLINE_EXCEEDED);
    for (const auto& late : app_.takeHeld()) late(tl::make_unexpected(refuse("OVERLOADED", "")));
    for (int i = 0; i < 10'000 && edges_->inFlight() > 0; ++i) get("/healthz");
    EXPECT_EQ(edges_->inFlight(), 0U);
}

// What a generic call answers, as bytes; empty if it failed.
std::string rawCall(const std::shared_ptr<grpc::Channel>& channel, const std::string& method,
                    const std::string& request) {
    grpc::GenericStub stub(channel);
    grpc::CompletionQueue queue;
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    const auto wait = [&] {
        void* tag = nullptr;
        bool ok = false;
        return queue.Next(&tag, &ok) && ok;
    };
    auto stream = stub.PrepareCall(&context, method, &queue);
    stream->StartCall(nullptr);
    if (!wait()) return {};
    const grpc::Slice slice(request);
    stream->Write(grpc::ByteBuffer(&slice, 1), nullptr);
    if (!wait()) return {};
    grpc::ByteBuffer buffer;
    stream->Read(&buffer, nullptr);
    if (!wait()) return {};
    grpc::Slice answer;
    buffer.DumpToSingleSlice(&answer);
    context.TryCancel();
    grpc::Status status;
    stream->Finish(&status, nullptr);
    wait();
    return {reinterpret_cast<const char*>(answer.begin()), answer.size()};
}

TEST_F(GrpcEdgeTest, HealthAndReflectionAreOffered) {
    // HealthCheckResponse{status: SERVING}; ServerReflectionRequest{list_services: ""}.
    EXPECT_EQ(rawCall(channel_, "/grpc.health.v1.Health/Check", ""), std::string("\x08\x01"));
    const auto services =
        rawCall(channel_, "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
                std::string("\x3a\x00", 2));
    for (const auto* name : {"CatalogService", "SeatMapService", "ReservationService",
                             "OrderService", "AdminService", "PaymentService", "TransferService"}) {
        EXPECT_THAT(services, testing::HasSubstr(std::string("tessera.v1.") + name));
    }
}

}  // namespace
}  // namespace tessera::api::test
