// SPDX-License-Identifier: Apache-2.0
// What the edge's own work costs one core: reading and writing the messages of a rush.
//
// 10,000 requests a second leave a core 100 µs for each, engine and store included.
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "server/api/convert_reservation.h"
#include "server/api/json_reader.h"
#include "server/api/json_writer.h"
#include "server/app/plan/plan_import.h"
#include "tests/api/fake_app.h"

namespace tessera::api::test {
namespace {

constexpr int kRounds = 20'000;

template <class Work>
double microsOf(const char* name, Work work) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRounds; ++i) work();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    const double each = took.count() / kRounds;
    std::printf("%-48s %8.2f us\n", name, each);
    return each;
}

TEST(CodecBench, AReservationIsReadAndWrittenInAFewMicroseconds) {
    const std::string body =
        R"({"event":"0000000000001","requestId":"0190a8b0-0000-7000-8000-000000000000",)"
        R"("seats":{"seats":[{"seatNo":1234,"ticketTypeNo":0},{"seatNo":1235,"ticketTypeNo":0}]}})";
    const double read = microsOf("read a request", [&] {
        v1::CreateReservationRequest request;
        ASSERT_FALSE(readJson(body, request).has_value());
    });
    microsOf("read a request with protobuf's library", [&] {
        v1::CreateReservationRequest request;
        ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(body, &request).ok());
    });
    const auto encoder = std::make_shared<SeatMapEncoder>([] { return Instant{1}; });
    FakeApp app(encoder);
    app::ReservationAnswer answer;
    app.getReservation(kEvent, {{}, kHolderToken}, kReservation,
                       [&](auto got) { answer = std::move(*got); });
    auto plan = plan::importPlan(hallPlanJson());
    ShownEvent shown;
    EXPECT_FALSE(readJson(hallConfigJson(), shown.config).has_value());
    shown.layout = std::make_shared<const ShownLayout>(
        store::LayoutRow{}, engine::Layout::make(std::move(plan->parts)),
        std::make_shared<const plan::PlanText>(std::move(plan->text)));
    const double convert = microsOf("convert an answer", [&] { toProto(answer, shown); });
    const auto message = toProto(answer, shown);
    const double write = microsOf("write an answer", [&] { toJson(message); });
    microsOf("write an answer with protobuf's library", [&] {
        std::string out;
        ASSERT_TRUE(google::protobuf::util::MessageToJsonString(message, &out).ok());
    });
    EXPECT_LT(read + convert + write, 60);
}

}  // namespace
}  // namespace tessera::api::test
