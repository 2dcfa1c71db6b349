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
#include "server/payments/provider.h"
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
    bool holdsAtOnce = false;     // A gift card's create.
    bool isReceived = false;      // No answer but "received"; the outcome comes as a webhook.
    std::string payload{};        // Of Confirm: how the payer takes it.
    RefundId refund;              // Of what is about one.
    std::int32_t attemptTry = 1;  // A refund's.
    std::string objectId;
    Money amount;
    Currency currency;

    bool sameParameters(const HouseRequest& other) const {
        return operation == other.operation && event == other.event && attempt == other.attempt &&
               refund == other.refund && objectId == other.objectId && amount == other.amount &&
               currency == other.currency;
    }
};

// What a node's adapter reads out of an answer; a refund's says nothing of the object.
struct HouseAnswer {
    engine::ProviderAnswer said;
    bool nothingFound = false;  // A search's.
};

class SimProviderHouse {
public:
    // That something changed, to who has no use for webhooks.
    using Hint = std::function<void(EventId, AttemptId)>;
    // A webhook that arrives somewhere: the lot falls here on when, and how often. `taken` once it
    // has been answered 2xx, or never.
    using Deliver = std::function<void(const payments::WebhookItem&, std::function<void()> taken)>;
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
        Hint hintAll{};     // At every node; may be empty.
        Deliver deliver{};  // Empty: `hint` is called instead.
        Instant base{};     // What its clock shows at true time 0.
    };
    // What went back, or is to; one that failed stays so.
    struct Refund {
        std::string id;
        RefundId refund;
        std::int32_t attemptTry = 1;
        Money amount;
        Instant createdAt;
        engine::RefundStanding standing = engine::RefundStanding::Pending;
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
        std::vector<Refund> refunds;  // In the order in which they were made.
        std::int64_t searchableAt = 0;
        Currency currency;
        Instant createdAt;
        bool isReceived = false;        // Its outcomes come as webhooks.
        bool isCard = false;            // A gift card's: not this provider's to list.
        bool isOdd = false;             // Made by hand.
        bool wasToEnd = false;          // Somebody asked to cancel it.
        std::int64_t told = 0;          // Webhooks so far.
        std::set<std::string> decided;  // Keys whose outcome is known.
        std::int64_t confirms = 0;      // What an earlier one started does not act on a later one.
    };

    explicit SimProviderHouse(Parts parts);

    // A request as it arrives. `reply` at most once, in the world's process; never if it is silent.
    void receive(HouseRequest request, Reply reply);
    // A buyer's browser pays, over the network; `confirmed` once, later.
    void confirm(const std::string& objectId, const std::string& clientSecret, Payer payer,
                 Confirmed confirmed);

    // From now on nothing gets through, or everything does again.
    void setDown(bool down);
    bool isDown() const { return down_; }
    // Refunds that failed after they had succeeded, and have not been made again.
    std::int64_t owed() const { return owed_; }

    // Webhooks that nobody has taken in yet.
    std::size_t untaken() const { return untaken_.size(); }
    // The object as a webhook of the second shape told it; null: there is no such webhook.
    const Object* bodyOf(const std::string& webhook) const;
    // A page of the first shape's objects, the odd ones too.
    payments::ListPage list(const payments::ListQuery& query) const;
    void doOddly();
    // The true time from which on a comparison has to know of all that was done oddly.
    std::int64_t booksDue() const { return booksDue_; }
    // Who compares the books finds refunds that failed late: then some are told by nobody else.
    void setListed(bool listed) { isListed_ = listed; }
    // How a refund stands in what is known of its payment.
    static HouseAnswer refundIn(const Object& object, const HouseRequest& request);
    static HouseAnswer show(const Object& object);

    struct Counts {
        std::int64_t received = 0;  // Answers that say no more than that.
        std::int64_t confirms = 0;  // Confirms among them.
        std::int64_t late = 0;      // Authorized after somebody had asked to cancel it.
        std::int64_t webhooks = 0;
        std::int64_t arrivals = 0;  // Of webhooks: those that came again, too.
        std::int64_t odd = 0;
    };
    const Counts& counts() const { return counts_; }

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
    HouseAnswer refund(Object& object, const HouseRequest& request);
    HouseAnswer findRefund(const HouseRequest& request) const;
    void settleRefund(const std::string& object, std::size_t at, bool succeeds);
    void refundLater(const std::string& object, std::size_t at);
    void undoLater(const std::string& object, std::size_t at);
    void tellUndone(const std::string& object, std::size_t at);
    bool refuses(std::int64_t perMillion);
    HouseAnswer refused(const Object& object, const char* code);

    std::optional<engine::ObjectState> pays(const std::string& id, const std::string& secret,
                                            Payer payer);
    void startPaying(Object& object, Payer payer);
    void pends(Object& object, engine::ObjectState state, Duration time, bool authorizes,
               bool runsOut);
    bool paysOtherwise(Object& object);
    void authorize(Object& object, bool runsOut);
    HouseAnswer receiveOnly(Object& object, const HouseRequest& request);
    void decide(const std::string& id, const HouseRequest& request);
    void send(const payments::WebhookItem& item, std::int64_t times);
    void taken(EventId event, const std::string& webhook);
    Instant clock() const;
    void endLater(const std::string& object, store::BreakKind kind);
    void did(ProviderDid::What what, const Object& object, Money amount, RefundId refund = {});
    void changed(Object& object);
    // The id of the webhook that tells of an object for that time.
    static std::string webhookOf(const Object& object, std::int64_t told);

    Parts with_;
    std::int64_t refusedCreates_ = 0;  // Per million.
    std::int64_t refusedCaptures_ = 0;
    std::int64_t refusedRefunds_ = 0;
    std::int64_t undoneRefunds_ = 0;  // Fail after they had succeeded.
    std::int64_t oddPayments_ = 0;    // At once, or for less.
    std::int64_t partCaptures_ = 0;   // Takes less than it was asked for, and calls that success.
    std::map<std::string, Object> objects_;
    std::map<std::pair<EventId, AttemptId>, std::vector<std::string>> byAttempt_;
    std::map<std::string, Kept> kept_;      // By key.
    std::set<std::string> inProgress_;      // Keys.
    std::map<std::string, Object> bodies_;  // By webhook.
    std::map<std::string, payments::WebhookItem> untaken_;
    Counts counts_;
    std::int64_t booksDue_ = 0;
    bool isListed_ = false;
    std::int64_t owed_ = 0;
    bool down_ = false;
};

}  // namespace tessera::simulation
