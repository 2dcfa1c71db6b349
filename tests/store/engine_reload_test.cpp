// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "server/engine/event_engine.h"
#include "tests/store/store_fixture.h"

namespace tessera::store {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;

// Drives an engine with random commands, commits what it changes, and answers its provider calls.
class RandomRun {
public:
    RandomRun(engine::EventEngine& engine, std::uint64_t seed, Instant start)
        : engine_(engine), random_(seed), now_(start) {}

    void step(Batch& batch) {
        now_ = now_ + Duration::ofMillis(pick(20000));
        engine::Changes changes;
        engine_.releaseDue(now_, 100, changes);
        std::ignore = apply(changes);
        batch_ = changes;
        for (const auto& row : changes.outbox) open_.push_back(row);
        for (const auto& row : changes.codes) codes_.push_back(row.id);
        for (const OutboxSeq seq : changes.outboxClosed) {
            std::erase_if(open_, [&](const auto& row) { return row.seq == seq; });
        }
        batch.add(std::move(changes));
    }

    Instant now() const { return now_; }

private:
    std::int64_t pick(std::int64_t bound) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
    }

    engine::Outcome apply(engine::Changes& changes) {
        switch (pick(8)) {
            case 0:
            case 1:
            case 2:
                return hold(changes);
            case 3:
                return checkout(changes);
            case 4:
            case 5:
            case 6:
                return answer(changes);
            default:
                return other(changes);
        }
    }

    engine::Outcome hold(engine::Changes& changes) {
        engine::HoldSeats command;
        command.request = requestAt(now_, random_());
        command.fingerprint = Fingerprint{pick(1000)};
        command.caller = buyer(pick(5));
        if (pick(3) == 0) {
            command.selection = engine::AreaSelection{
                AreaNo{0}, {{TicketTypeNo{0}, static_cast<std::int32_t>(1 + pick(3))}}};
        } else {
            engine::SeatSelection seats;
            const auto first = static_cast<std::int32_t>(pick(38));
            seats.picks = {{SeatNo{first}, TicketTypeNo{static_cast<std::int16_t>(pick(2))}},
                           {SeatNo{first + 1}, TicketTypeNo{0}}};
            command.selection = seats;
        }
        if (pick(4) == 0) command.code = "CODE" + std::to_string(pick(3));
        auto outcome = engine_.apply(command, now_, changes);
        if (const auto* view = std::get_if<engine::ReservationView>(&outcome.view)) {
            if (outcome.hadEffect) held_.push_back(view->id);
        }
        return outcome;
    }

    engine::Caller buyer(std::int64_t number) {
        engine::Caller caller;
        caller.hash.bytes[0] = static_cast<std::uint8_t>(number);
        caller.privileged = true;
        return caller;
    }

    engine::Outcome checkout(engine::Changes& changes) {
        engine::Checkout command;
        if (!held_.empty()) command.reservation = held_[held_.size() - 1];
        command.caller = buyer(0);
        command.contactName = "N. \"O'Brien\" é";
        command.contactEmail = "a@example.org";
        command.language = "de";
        return engine_.apply(command, now_, changes);
    }

    engine::Outcome answer(engine::Changes& changes) {
        if (open_.empty()) return hold(changes);
        const engine::OutboxRow row =
            open_[static_cast<std::size_t>(pick(static_cast<std::int64_t>(open_.size())))];
        engine::RecordProviderAnswer command;
        command.outbox = row.seq;
        command.attempt = row.attempt;
        command.operation = row.operation;
        engine::ProviderAnswer& said = command.answer;
        said.evidence = "seen";
        said.objectId = row.objectId.empty() ? "pi_" + std::to_string(row.seq.value) : row.objectId;
        if (pick(5) == 0) return engine_.apply(command, now_, changes);  // Unknown.
        said.kind = AnswerKind::Definitive;
        switch (row.operation) {
            case Operation::Create:
                said.object = ObjectState::RequiresPaymentMethod;
                said.clientSecret = "secret";
                break;
            case Operation::Retrieve:
                said.object = pick(2) == 0 ? ObjectState::RequiresCapture
                                           : ObjectState::RequiresPaymentMethod;
                if (said.object == ObjectState::RequiresCapture) said.authorized = row.amount;
                break;
            case Operation::Cancel:
                said.object = ObjectState::Canceled;
                break;
            case Operation::Capture:
                said.object = ObjectState::Succeeded;
                said.captured = row.amount;
                break;
            case Operation::Confirm:
                said.object = ObjectState::RequiresCapture;
                said.authorized = row.amount;
                break;
            case Operation::Refund:
            case Operation::RetrieveRefund:
                said.object = ObjectState::Succeeded;
                said.captured = said.refunded = row.amount;
                said.refund = engine::RefundStanding::Succeeded;
                said.refundObjectId = "re_" + std::to_string(row.refund.value);
                break;
        }
        return engine_.apply(command, now_, changes);
    }

    engine::Outcome other(engine::Changes& changes) {
        switch (pick(5)) {
            case 4: {
                engine::UpdateCode command;
                if (!codes_.empty()) {
                    command.code = codes_[static_cast<std::size_t>(
                        pick(static_cast<std::int64_t>(codes_.size())))];
                }
                command.usesMax = static_cast<std::int32_t>(pick(3));
                if (pick(3) == 0) command.validUntil = now_ + Duration::ofMillis(1 + pick(50000));
                return engine_.apply(command, now_, changes);
            }
            case 0: {
                engine::CancelReservation command;
                if (!held_.empty()) {
                    command.reservation = held_[static_cast<std::size_t>(
                        pick(static_cast<std::int64_t>(held_.size())))];
                }
                command.caller = buyer(0);
                return engine_.apply(command, now_, changes);
            }
            case 1: {
                engine::SetAllocation command;
                command.seats = {SeatNo{static_cast<std::int32_t>(pick(40))}};
                command.allocation = AllocationNo{static_cast<std::int16_t>(pick(3))};
                return engine_.apply(command, now_, changes);
            }
            case 2: {
                engine::CreateCode command;
                command.code.text = "CODE" + std::to_string(pick(3));
                command.code.discount = engine::DiscountKind::Percent;
                command.code.rate = Rate{100000};
                command.code.categories = {CategoryNo{0}};
                return engine_.apply(command, now_, changes);
            }
            default: {
                engine::ChangeTerms command;
                command.terms = engine_.terms();
                command.terms.maxPerOrder = static_cast<std::int32_t>(5 + pick(5));
                command.document = R"({"name":"Renamed evening"})";
                return engine_.apply(command, now_, changes);
            }
        }
    }

    engine::EventEngine& engine_;
    std::mt19937_64 random_;
    Instant now_;
    engine::Changes batch_;
    std::vector<engine::OutboxRow> open_;
    std::vector<ReservationId> held_;
    std::vector<CodeId> codes_;
};

class EngineReloadTest : public StoreFixture {};

TEST_F(EngineReloadTest, WhatWasCommittedLoadsAsTheSameState) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const EventId id = createEvent(smallTerms());
        auto taken = store_->takeOver(id, NodeId{1});
        ASSERT_TRUE(taken) << taken.error().message;
        engine::EventEngine engine(taken->layout, taken->loaded);
        RandomRun run(engine, seed, taken->databaseNow);
        std::int64_t number = taken->loaded.lastBatch;
        Batch batch;
        for (int i = 1; i <= 400; ++i) {
            run.step(batch);
            if (i % 20 != 0) continue;
            BatchHead head;
            head.event = id;
            head.epoch = taken->epoch;
            head.batch = ++number;
            head.now = run.now();
            head.wakeAt = engine.nextDue();
            head.mapChanged = batch.mapChanged();
            const CommitResult result = commit(*store_, head, batch);
            ASSERT_EQ(result.outcome, CommitOutcome::Committed)
                << result.sqlstate << " " << result.detail;
            batch.clear();
        }
        const auto again = store_->takeOver(id, NodeId{2});
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ(again->epoch, taken->epoch + 1);
        EXPECT_EQ(again->loaded.lastBatch, number);
        engine::EventEngine reloaded(again->layout, again->loaded);
        reloaded.checkInvariants();
        EXPECT_EQ(reloaded.stateHash(), engine.stateHash());
    }
}

}  // namespace
}  // namespace tessera::store
