// SPDX-License-Identifier: Apache-2.0
// A history of one event: what clients asked, what they were told, and when. README.md has the
// format it is kept in.
//
// Plain values; they own what they hold. Times named begin and end are microseconds of the
// recorder's monotonic clock, times named server are microseconds of the server's clock since 1970:
// the two are compared only through server_clock.h.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace tessera::history {

inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
inline constexpr int kNone = -1;

// The calls of the contract that a history has; Pay is the buyer's confirmation at the provider.
enum class Call : std::uint8_t {
    CreateReservation,
    GetReservation,
    CancelReservation,
    CheckoutReservation,
    GetOrder,
    Pay,
    SetAllocation,
    OpenSale,
    CloseSale
};

enum class Status : std::uint8_t {
    Ok,      // Done and answered.
    Fail,    // Refused: it certainly had no effect.
    Unknown  // Not answered: it may have taken effect at any time after it began, or never.
};

// What a CreateReservation asks for.
enum class Wish : std::uint8_t { Seats, Best, Area };

struct Asked {
    Wish wish = Wish::Seats;
    std::vector<int> seats{};       // CreateReservation by number, SetAllocation; ascending.
    std::vector<int> categories{};  // Best: empty is any.
    int quantity = 0;               // Best, Area.
    bool together = true;           // Best: one run of neighbours.
    int area = kNone;
    int allocation = 0;         // SetAllocation; 0 gives back.
    std::string reservation{};  // Get-, Cancel-, CheckoutReservation.
    std::string order{};        // GetOrder, Pay.
};

struct Told {
    std::string reason{};             // Of a refusal, as the contract names it.
    std::vector<int> seats{};         // Ok: those of the reservation. Fail: those it names.
    std::optional<int> available{};   // Of AREA_FULL.
    std::string reservation{};        // Of any answer that is or belongs to a reservation.
    std::string order{};              // Empty before checkout.
    std::string state{};              // Of the reservation or of the order, by the call.
    std::string releaseReason{};      // Of a released reservation.
    std::int64_t expireServer = 0;    // The hold's deadline; 0: not told.
    std::int64_t deadlineServer = 0;  // The pay deadline; 0: not told.
    std::int64_t server = 0;          // The server's time of the answer; 0: not told.
    std::int64_t createdServer = 0;   // When it was made, by the engine's time; 0: not told.
    std::optional<int> changed{};     // SetAllocation: how many seats changed.
};

struct Operation {
    std::int64_t id = 0;  // Each once in a history.
    int client = 0;       // Each client has one caller key.
    std::int64_t begin = 0;
    std::int64_t end = kNever;  // kNever exactly if the status is Unknown.
    Call call = Call::CreateReservation;
    Status status = Status::Unknown;
    // Asked more than once under its request id: the effect is one, the answer may show what came
    // of it since.
    bool retried = false;
    std::string requestId{};
    Asked asked{};
    Told told{};
};

// Neighbours in one row without an aisle between them, all of one category.
struct Run {
    int category = 0;
    std::vector<int> seats{};
};

// The event that it happened to, as it was when the first operation began: open, nothing taken.
struct Setting {
    std::string event{};
    int seats = 0;
    std::vector<Run> runs{};            // Every seat is in exactly one.
    std::vector<int> areas{};           // Their capacities.
    int placesPerBuyer = 0;             // 0: no limit.
    std::int64_t holdMicros = 0;        // How long a hold lasts.
    std::int64_t clockSlackMicros = 0;  // How far two of the server's clocks may be apart.
};

struct History {
    Setting setting{};
    std::vector<Operation> operations{};  // In any order.
};

std::string nameOf(Call call);
std::string nameOf(Status status);
std::optional<Call> callNamed(const std::string& name);
std::optional<Status> statusNamed(const std::string& name);

// One line for people: "#12 client 3 CreateReservation seats 4,5 -> ok HELD …, 120..180 us".
std::string describe(const Operation& operation);

}  // namespace tessera::history
