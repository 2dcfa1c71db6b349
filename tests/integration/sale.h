// SPDX-License-Identifier: Apache-2.0
// What organisers and buyers do in these tests, by either edge.
#pragma once

#include <string>
#include <vector>

#include "tests/integration/api_client.h"
#include "tests/integration/stack.h"

namespace tessera::integration {

inline constexpr std::int32_t kTheatreSeats = 1221;

struct SaleOptions {
    int holdSeconds = 300;
    int paySeconds = 600;
    int perOrder = 10;
    int perBuyer = 0;
    bool orphanRule = false;
    bool open = true;
    std::string currency = "EUR";
};

// An event on the grand theatre.
struct Sale {
    std::string layout;
    std::string event;
    Json config;
};

// Imports the plan once per stack.
const std::string& theatreLayout(const Stack& stack);
Json theatreConfig(const SaleOptions& options);
// A new event; a failure is reported to the running test and leaves `event` empty.
Sale makeSale(const Stack& stack, const SaleOptions& options = {});

// One person with one connection.
struct Buyer {
    Buyer(Edge edge, const Stack& stack) : client(edge, stack) {}
    Buyer(Edge edge, Ports server) : client(edge, server) {}

    // A hold of these seats; remembers the answer's reservation and token where it is one.
    Answer hold(const Sale& sale, const std::vector<std::int32_t>& seats,
                const std::string& requestId = newRequestId());
    Answer reservationNow();
    Answer cancel(const std::string& requestId = newRequestId());
    Answer checkout(const std::string& requestId = newRequestId());
    Answer orderNow();
    Answer tickets(const std::string& view = "BASIC");
    // Whether the order came to `state` in time.
    bool orderBecomes(const std::string& state, Millis limit = Millis(20'000));
    // Waits until there is something to pay with, then confirms at the sandbox with that card.
    Answer pay(const std::string& card = "pm_card_visa");
    Json ofReservation() const;
    Json ofOrder() const;

    ApiClient client;
    std::string callerKey = newCallerKey();
    std::string event;
    std::string reservation;
    std::string token;
    std::string order;
};

Json seatRequest(const Sale& sale, const std::vector<std::int32_t>& seats,
                 const std::string& requestId);
// The payment that waits for the buyer, else the latest; an empty object if it shows none.
Json paymentOf(const Answer& order);
// Confirms a payment as it is in an order, as the buyer's browser does.
Answer confirmAtSandbox(ApiClient& client, const Json& payment, const std::string& card);
// The statuses of the map now, one byte per seat.
std::string mapNow(ApiClient& client, const Sale& sale);
// Of the rows: how many seats of the event have this status. Reads the database only.
int seatsInDatabase(const Stack& stack, const Sale& sale, int status);

}  // namespace tessera::integration
