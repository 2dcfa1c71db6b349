// SPDX-License-Identifier: Apache-2.0
// A history as a witness would see it: one event on one node, played with the real engine, written
// down step by step so that a test can change a step before the judge sees it.
//
// Answers leave at `deliver`, after the commit of their batch, as they do in server/app. The
// provider keeps its word. Deterministic; owned by one test.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "tests/engine/shadow_rows.h"
#include "tests/simulation/audit/observed.h"

namespace tessera::simulation {

struct Answered {
    CallNo call = 0;
    Said said;
};
struct TookOver {
    NodeId node;
    std::int64_t epoch = 0;
};
struct WebhookTaken {
    std::string id;
};
struct Calm {};

struct Step {
    std::int64_t at = 0;
    std::variant<Asked, Answered, Committed, TookOver, ProviderDid, ProviderOdd, WebhookTaken,
                 ShownMap, Calm>
        what;
    std::string label;
};

struct History {
    EventId event;
    std::shared_ptr<const engine::Layout> layout;
    engine::EventTerms terms;
    std::vector<Step> steps;
    std::vector<EventTables> tables;
    std::vector<ShownMap> maps;
    Instant databaseNow;
    std::int64_t endAt = 0;

    // REQUIRES: there is a step with this label.
    std::size_t at(const std::string& label) const;
    template <class T>
    T& get(const std::string& label) {
        return std::get<T>(steps[at(label)].what);
    }
};

void play(const History& history, Witness& witness);

class Stage {
public:
    Stage(std::shared_ptr<const engine::Layout> layout, const engine::EventTerms& terms);

    static CallerHash caller(int who);
    engine::HoldSeats seats(int who, const std::vector<std::int32_t>& numbers) const;
    engine::HoldSeats area(int who, std::int32_t count) const;
    engine::HoldSeats best(int who, std::int32_t count) const;

    void pass(Duration time) { now = now + time; }
    RequestId freshRequest();
    // Decides it into the open batch; `label` names the question, "said LABEL" its answer.
    CallNo ask(int who, Question question, const std::string& label = {});
    CallNo askAgain(int who, Question question, app::Mutation mutation,
                    const std::string& label = {});
    void tick();
    // A batch of what was decided; `deliver` is what the node does once it has heard of it.
    void commit(const std::string& label = {});
    void deliver();
    // What was decided and not committed is gone, and so are its answers.
    void takeOver(NodeId node);

    // The buyer pays what the order's open attempt is for.
    bool pay(OrderId order, const std::string& label = {});
    // Makes the first committed call that may start, and records the answer; `lose` loses it on its
    // way back. False if there is none.
    bool callProvider(const std::string& label = {}, bool lose = false);
    bool refuseNextCapture = false;

    // The map as it is committed, to a follower.
    void show(const std::string& label);
    void calm();
    History finish();

    // Of the latest answers, where a script needs them.
    ReservationId reservation;
    OrderId order;
    Instant now;
    engine::ShadowRows rows;

private:
    struct Pending {
        Asked asked;
        app::JobResult result;
        std::string label;
    };
    struct Remembered {
        Fingerprint fingerprint;
        std::uint8_t kind = 0;
        std::int64_t target = 0;
        std::optional<engine::Outcome> refusal;
        Instant at;
    };
    struct Object {
        AttemptId attempt;
        engine::ObjectState state = engine::ObjectState::RequiresPaymentMethod;
        Money amount;
        Money captured;
        std::set<RefundId> refunds;
    };

    std::int64_t trueTime() const;
    ShownMap mapNow() const;
    void put(decltype(Step::what) what, const std::string& label);
    app::JobResult decide(const Asked& asked);
    engine::Command commandOf(const Asked& asked) const;
    engine::Command moneyCommandOf(const Asked& asked, const engine::Caller& who) const;
    engine::Outcome apply(const engine::Command& command);
    void remember(const Asked& asked, const engine::Command& command,
                  const engine::Outcome& outcome, engine::Changes& changes);
    std::optional<app::JobResult> repeated(const Asked& asked);
    Said saidOf(const Pending& pending);
    Said storedReservation(const Pending& pending, const engine::Outcome& outcome) const;
    Said orderSaid(const engine::OrderView& view) const;
    Said storedOrder(OrderId id) const;
    Said ticketsSaid(OrderId id) const;
    void did(ProviderDid::What what, const Object& object, Money amount, const std::string& label,
             RefundId refund = {});
    engine::ProviderAnswer refund(Object& object, const engine::OutboxRow& call,
                                  const std::string& label);
    engine::ProviderAnswer make(const engine::OutboxRow& call, const std::string& label);

    const EventId event_{77};
    std::shared_ptr<const engine::Layout> layout_;
    engine::EventEngine engine_;
    History history_;
    store::Batch open_;
    std::vector<Pending> decided_;
    std::vector<Pending> committed_;
    std::map<RequestId, Remembered> memory_;
    std::map<RequestId, engine::RequestRow> requests_;
    std::map<AttemptId, Object> objects_;
    std::set<OutboxSeq> called_;
    NodeId node_;
    std::int64_t epoch_ = 0;
    std::int64_t batch_ = 0;
    std::int64_t mapRevision_ = 0;
    Instant lastTime_;
    CallNo calls_ = 0;
    int stamps_ = 0;
};

}  // namespace tessera::simulation
