// SPDX-License-Identifier: Apache-2.0
// What a whole request costs at the REST edge, sockets and client included, with an App that
// answers at once.
//
// The processor's time of the process is counted, so the client's share is in the figure: the edge
// alone costs less.
#include <sys/resource.h>

#include <cstdio>
#include <thread>

#include "tests/api/edge_fixture.h"

namespace tessera::api::test {
namespace {

constexpr int kRequests = 20'000;
constexpr int kPipelined = 8;

double cpuMicros() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto micros = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec);
    };
    return micros(usage.ru_utime) + micros(usage.ru_stime);
}

class EdgeBench : public EdgeTest {
protected:
    // Sends `request` again and again on one connection, a few at a time.
    double costOf(const char* name, const std::string& request) {
        auto client = connect();
        std::string burst;
        for (int i = 0; i < kPipelined; ++i) burst += request;
        int good = 0;
        const double before = cpuMicros();
        for (int i = 0; i < kRequests / kPipelined; ++i) {
            client.send(burst);
            for (int k = 0; k < kPipelined; ++k) {
                const auto reply = client.readReply();
                good += reply && reply->status == 200 ? 1 : 0;
            }
        }
        const double each = (cpuMicros() - before) / kRequests;
        EXPECT_EQ(good, kRequests);
        std::printf("%-40s %8.1f us of processor\n", name, each);
        return each;
    }
};

TEST_F(EdgeBench, ARequestCostsLessThanSixtyMicroseconds) {
    const auto reserve =
        http::test::postRequest(eventPath("/reservations"), seatRequest({4, 5}).dump(),
                                "Content-Type: application/json\r\n" + callerKey());
    EXPECT_LT(costOf("POST reservations, client included", reserve), 60);
    EXPECT_LT(costOf("GET reservation, client included",
                     http::test::getRequest(reservationPath(), std::string("X-Holder-Token: ") +
                                                                   kHolderToken + "\r\n")),
              60);
    costOf("GET seatmap, client included", http::test::getRequest(eventPath("/seatmap")));
    costOf("GET healthz, client included", http::test::getRequest("/healthz"));
}

}  // namespace
}  // namespace tessera::api::test
