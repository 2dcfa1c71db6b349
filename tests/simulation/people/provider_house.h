// SPDX-License-Identifier: Apache-2.0
// The payment provider itself: its objects, what it keeps under a key, what buyers do at it.
//
// As Stripe's PaymentIntents with manual capture: one effect for a key and its first answer for
// ever after, a refusal too; an object that is canceled stays so. Deterministic: its chance is its
// own stream. Not thread-safe. Lives in the world: no node's death touches it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/provider_answer.h"
#include "tests/simulation/audit/observed.h"
#include "tests/simulation/world/network.h"

namespace tessera::simulation {

// How a buyer's bank takes it.
enum class Payer : std::uint8_t {
    AuthorizesAtOnce,
    AuthorizesAfterCheck,   // The buyer proves who it is, some seconds later.
    NeverChecks,            // And stays away from the proof.
    Declined,               // The object is as it was; the buyer may try again.
    ProcessesThenDecides,   // Authorizes, or declines, after a while in between.
    AuthorizesThenRunsOut,  // Ends by itself after a while, if nothing is captured.
};
inline constexpr int kPayers = 6;

struct HouseRequest {
    bool search = false;  // For an attempt's object; else the operation.
    engine::Operation operation = engine::Operation::Retrieve;
    std::string key;  // Empty for what only reads.
    EventId event;
    AttemptId attempt;
    std::string objectId;
    Money amount;
    Currency currency;

    bool sameParameters(const HouseRequest& other) const {
        return operation == other.operation && event == other.event && attempt == other.attempt &&
               objectId == other.objectId && amount == other.amount && currency == other.currency;
    }
};

// What a node's adapter reads out of an answer; a refund's says nothing of the object.
struct HouseAnswer {
    engine::ProviderAnswer said;
    bool nothingFound = false;  // A search's.
};

class SimProviderHouse {
public:
    // A webhook that arrives somewhere: the lot falls here on when, and how often.
    using Hint = std::function<void(EventId, AttemptId)>;
    using Reply = std::function<void(HouseAnswer)>;
    // What the buyer's browser is told; nothing: no answer came.
    using Confirmed = std::function<void(std::optional<engine::ObjectState>)>;

    struct Parts {
        Agenda& agenda;
        Network& network;
        Faults& faults;
        Trace& trace;
        Witness& witness;
        Random random;
        Hint hint;
    };
    struct Object {
        std::string id;
        std::string clientSecret;
        EventId event;
        AttemptId attempt;
        engine::ObjectState state = engine::ObjectState::RequiresPaymentMethod;
        Money amount;
        Money authorized;
        Money captured;
        Money refunded;
        Money refunding;
        std::int64_t searchableAt = 0;
        std::int64_t confirms = 0;  // What an earlier one started does not act on a later one.
    };

    explicit SimProviderHouse(Parts parts);

    // A request as it arrives. `reply` at most once, in the world's process; never if it is silent.
    void receive(HouseRequest request, Reply reply);
    // A buyer's browser pays, over the network; `confirmed` once, later.
    void confirm(const std::string& objectId, const std::string& clientSecret, Payer payer,
                 Confirmed confirmed);

    const Object* find(const std::string& objectId) const;
    std::size_t objects() const { return objects_.size(); }

private:
    struct Kept {
        HouseRequest request;
        HouseAnswer answer;
    };
    HouseAnswer serve(const HouseRequest& request);
    HouseAnswer effectOf(const HouseRequest& request);
    void serveAfter(Duration before, Duration after, HouseRequest request, Reply reply);
    void keepBroken(const HouseRequest& request);
    HouseAnswer create(const HouseRequest& request);
    HouseAnswer search(const HouseRequest& request) const;
    HouseAnswer cancel(Object& object);
    HouseAnswer capture(Object& object, Money amount);
    HouseAnswer refund(Object& object, Money amount);
    void refundLater(const std::string& id, Money amount);
    bool refuses(std::int64_t perMillion);
    HouseAnswer refused(const Object& object, const char* code);

    std::optional<engine::ObjectState> pays(const std::string& id, const std::string& secret,
                                            Payer payer);
    void startPaying(Object& object, Payer payer);
    void pends(Object& object, engine::ObjectState state, Duration time, bool authorizes,
               bool runsOut);
    bool paysOtherwise(Object& object);
    void authorize(Object& object, bool runsOut);
    void did(ProviderDid::What what, const Object& object, Money amount);
    void changed(const Object& object);

    Parts with_;
    std::int64_t refusedCreates_ = 0;  // Per million.
    std::int64_t refusedCaptures_ = 0;
    std::int64_t refusedRefunds_ = 0;
    std::int64_t oddPayments_ = 0;   // At once, or for less.
    std::int64_t partCaptures_ = 0;  // Takes less than it was asked for, and calls that success.
    std::map<std::string, Object> objects_;
    std::map<std::pair<EventId, AttemptId>, std::vector<std::string>> byAttempt_;
    std::map<std::string, Kept> kept_;  // By key.
    std::set<std::string> inProgress_;  // Keys.
};

}  // namespace tessera::simulation
