// SPDX-License-Identifier: Apache-2.0
// The table of DESIGN 6, row by row: the order's state, the call that is answered, the answer, and
// what the order, its attempt and the next call are then.
#include "tests/engine/provider_says.h"

namespace tessera::engine {
namespace {

constexpr Money kLess{5999};

// How an order of two seats gets into a state with a certain call under way.
enum class Path {
    PayingCreate,
    PayingRetrieve,
    FencingCreate,     // The deadline came before the create was answered.
    FencingEarlyLook,  // A look from before the deadline.
    FencingLook,
    FencingCancel,
    CancellingCreate,
    CancellingLook,
    CancellingCancel,
    AllocatedCapture,
    AllocatedLook,
    AllocatedCancel,
    UnpaidCreate,
    UnpaidLook,
    UnpaidFencingLook,  // Fenced with tickets.
    UnpaidFencingCancel,
    CompensatingRefund,
    CompensatingLook,
};

const ProviderAnswer kConfirming = says(ObjectState::RequiresConfirmation);
const ProviderAnswer kActing = says(ObjectState::RequiresAction);
const ProviderAnswer kProcessing = says(ObjectState::Processing);
const ProviderAnswer kAuthorizedLess = says(ObjectState::RequiresCapture, kLess);
const ProviderAnswer kCapturedLess = says(ObjectState::Succeeded, {}, kLess);
const ProviderAnswer kRefunded = says(ObjectState::Succeeded, {}, kLess, kLess);
const ProviderAnswer kNothing = says(ObjectState::None);
const ProviderAnswer kUnknown = unknownAnswer();
const ProviderAnswer kAccepted = acceptedAnswer();

struct Setting {
    Desk desk;
    OrderView order;

    explicit Setting(Path path) {
        order = desk.checkout(desk.hold(holdPicks(1, {13, 14})).id);
        walk(path);
    }

    void hint() { desk.apply(HintProvider{desk.rows.attempts.rbegin()->first}); }
    void deadline() {
        desk.now = desk.rows.orders.at(order.id).payDeadline;
        desk.tick();
    }

    void walk(Path path) {
        if (path >= Path::UnpaidCreate && path <= Path::UnpaidFencingCancel) return unpaid(path);
        if (path == Path::FencingCreate) return deadline();
        if (path == Path::CancellingCreate) {
            desk.apply(CancelReservation{order.reservation, callerOf(1)});
            return;
        }
        if (path == Path::PayingCreate) return;
        desk.answer(created());
        if (path == Path::FencingLook || path == Path::FencingCancel) {
            deadline();
            if (path == Path::FencingCancel) desk.answer(kOpen);
            return;
        }
        if (path == Path::CancellingCancel) {
            desk.apply(CancelReservation{order.reservation, callerOf(1)});
            return;
        }
        hint();
        if (path == Path::FencingEarlyLook) return deadline();
        if (path == Path::CancellingLook) {
            desk.apply(CancelReservation{order.reservation, callerOf(1)});
        }
        later(path);
    }

    void later(Path path) {
        if (path >= Path::AllocatedCapture && path <= Path::AllocatedCancel) {
            desk.answer(kAuthorized);
            if (path == Path::AllocatedLook) desk.answer(kUnknown);
            if (path == Path::AllocatedCancel) desk.answer(refusing(kOpen));
        }
        if (path >= Path::CompensatingRefund) {
            desk.answer(kCapturedLess);
            if (path == Path::CompensatingLook) desk.answer(kUnknown);
        }
    }

    void unpaid(Path path) {
        desk.answer(created());
        hint();
        desk.answer(kAuthorized);
        desk.answer(refusing(kCanceled));
        if (path == Path::UnpaidCreate) return;
        desk.answer(created("pi_2"));
        if (path == Path::UnpaidLook) return hint();
        deadline();
        if (path == Path::UnpaidFencingCancel) desk.answer(kOpen);
    }
};

constexpr Operation kNone{};

struct Row {
    const char* name;
    Path path;
    ProviderAnswer answer;
    OrderState order;
    AttemptState attempt;    // Of the latest.
    Operation call;          // Under way afterwards, or kNone.
    std::int64_t delay = 0;  // Seconds until it may start.
};

// What must hold in every state, whatever led there.
void checkStands(const Setting& setting) {
    const OrderState state = setting.desk.orderState(setting.order.id);
    const ReservationRow& reservation =
        setting.desk.rows.reservations.at(setting.order.reservation);
    const bool released = state == OrderState::Released;
    EXPECT_EQ(reservation.state == ReservationState::Released, released);
    const auto status = setting.desk.engine.seatState(SeatNo{13}).status;
    EXPECT_EQ(status == SeatStatus::Available, released);
    std::size_t valid = 0;
    for (const auto& [id, ticket] : setting.desk.rows.tickets) {
        const TicketState expected = state == OrderState::Paid ? TicketState::Active
                                     : released                ? TicketState::Void
                                                               : TicketState::Inactive;
        EXPECT_EQ(ticket.state, expected);
        valid += ticket.state != TicketState::Void;
    }
    const bool allocated =
        state == OrderState::Allocated || state == OrderState::Paid || state == OrderState::Unpaid;
    if (allocated) {
        EXPECT_EQ(valid, 2U);
    }
    const Money balance = setting.desk.rows.providerBalance(setting.order.id);
    EXPECT_TRUE(!released || balance == Money{});
    EXPECT_TRUE(state != OrderState::Paid || balance == kTotal);
    // What is written last about an object that is not open has no secret.
    for (const auto& [id, attempt] : setting.desk.rows.attempts) {
        const auto fact = setting.desk.rows.facts.find(id);
        if (fact == setting.desk.rows.facts.end()) continue;
        const bool open = attempt.state == AttemptState::Open;
        EXPECT_TRUE(open || fact->second.clientSecret.empty());
    }
}

void run(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.name);
        Setting setting(row.path);
        const Outcome outcome = setting.desk.answer(row.answer);
        EXPECT_EQ(outcome.refusal, Refusal::None);
        EXPECT_TRUE(outcome.hadEffect);
        EXPECT_EQ(setting.desk.orderState(setting.order.id), row.order);
        EXPECT_EQ(setting.desk.rows.attempts.rbegin()->second.state, row.attempt);
        if (row.call == kNone) {
            EXPECT_TRUE(setting.desk.rows.outbox.empty());
        } else {
            const OutboxRow& call = setting.desk.call();
            EXPECT_EQ(call.operation, row.call);
            EXPECT_TRUE(waits(call, setting.desk.now, row.delay));
        }
        checkStands(setting);
    }
}

using enum OrderState;
using Is = AttemptState;
using Do = Operation;

TEST(PaymentSagaTest, PayingGoesAsTheTableSays) {
    run({
        {"create made", Path::PayingCreate, created(), Paying, Is::Open, kNone},
        {"create unknown", Path::PayingCreate, kUnknown, Paying, Is::Opening, Do::Create, 1},
        {"create accepted", Path::PayingCreate, kAccepted, Paying, Is::Opening, Do::Create, 1},
        {"create not found", Path::PayingCreate, kNothing, Paying, Is::Opening, Do::Create, 1},
        {"create without id", Path::PayingCreate, kOpen, Paying, Is::Opening, Do::Create, 1},
        {"create refused", Path::PayingCreate, refusing(kNothing), Paying, Is::Opening, Do::Create,
         1},
        {"look open", Path::PayingRetrieve, kOpen, Paying, Is::Open, kNone},
        {"look confirming", Path::PayingRetrieve, kConfirming, Paying, Is::Open, kNone},
        {"look acting", Path::PayingRetrieve, kActing, Paying, Is::Open, kNone},
        {"look processing", Path::PayingRetrieve, kProcessing, Paying, Is::Open, kNone},
        {"look unknown", Path::PayingRetrieve, kUnknown, Paying, Is::Open, Do::Retrieve, 1},
        {"look not found", Path::PayingRetrieve, kNothing, Paying, Is::Open, Do::Retrieve, 1},
        {"authorized", Path::PayingRetrieve, kAuthorized, Allocated, Is::Authorized, Do::Capture},
        {"authorized less", Path::PayingRetrieve, kAuthorizedLess, Fencing, Is::Authorized,
         Do::Cancel},
        {"captured", Path::PayingRetrieve, kCaptured, Paid, Is::Captured, kNone},
        {"captured less", Path::PayingRetrieve, kCapturedLess, Compensating, Is::Captured,
         Do::Refund},
        {"canceled", Path::PayingRetrieve, kCanceled, Paying, Is::Opening, Do::Create},
    });
}

TEST(PaymentSagaTest, FencingGoesAsTheTableSays) {
    run({
        {"create made", Path::FencingCreate, created(), Fencing, Is::Open, Do::Cancel},
        {"create unknown", Path::FencingCreate, kUnknown, Fencing, Is::Opening, Do::Create, 1},
        {"create refused", Path::FencingCreate, refusing(kNothing), Released, Is::Failed, kNone},
        {"early look open", Path::FencingEarlyLook, kOpen, Fencing, Is::Open, Do::Retrieve},
        {"early look authorized less", Path::FencingEarlyLook, kAuthorizedLess, Fencing,
         Is::Authorized, Do::Retrieve},
        {"early look authorized", Path::FencingEarlyLook, kAuthorized, Allocated, Is::Authorized,
         Do::Capture},
        {"early look canceled", Path::FencingEarlyLook, kCanceled, Released, Is::Voided, kNone},
        {"look open", Path::FencingLook, kOpen, Fencing, Is::Open, Do::Cancel},
        {"look acting", Path::FencingLook, kActing, Fencing, Is::Open, Do::Cancel},
        {"look processing", Path::FencingLook, kProcessing, Fencing, Is::Open, Do::Retrieve, 1},
        {"look unknown", Path::FencingLook, kUnknown, Fencing, Is::Open, Do::Retrieve, 1},
        {"look not found", Path::FencingLook, kNothing, Fencing, Is::Open, Do::Retrieve, 1},
        {"authorized", Path::FencingLook, kAuthorized, Allocated, Is::Authorized, Do::Capture},
        {"authorized less", Path::FencingLook, kAuthorizedLess, Fencing, Is::Authorized,
         Do::Cancel},
        {"captured", Path::FencingLook, kCaptured, Paid, Is::Captured, kNone},
        {"captured less", Path::FencingLook, kCapturedLess, Compensating, Is::Captured, Do::Refund},
        {"canceled", Path::FencingLook, kCanceled, Released, Is::Voided, kNone},
        {"cancel made", Path::FencingCancel, kCanceled, Released, Is::Voided, kNone},
        {"cancel refused", Path::FencingCancel, refusing(kProcessing), Fencing, Is::Open,
         Do::Retrieve, 1},
        {"cancel refused, open", Path::FencingCancel, refusing(kOpen), Fencing, Is::Open,
         Do::Retrieve, 1},
        {"cancel refused, paid", Path::FencingCancel, refusing(kAuthorized), Allocated,
         Is::Authorized, Do::Capture},
        {"cancel unknown", Path::FencingCancel, kUnknown, Fencing, Is::Open, Do::Retrieve, 1},
        {"cancel accepted", Path::FencingCancel, kAccepted, Fencing, Is::Open, Do::Retrieve, 1},
    });
}

TEST(PaymentSagaTest, CancellingGoesAsTheTableSays) {
    run({
        {"create made", Path::CancellingCreate, created(), Cancelling, Is::Open, Do::Cancel},
        {"create unknown", Path::CancellingCreate, kUnknown, Cancelling, Is::Opening, Do::Create,
         1},
        {"create refused", Path::CancellingCreate, refusing(kNothing), Released, Is::Failed, kNone},
        {"look open", Path::CancellingLook, kOpen, Cancelling, Is::Open, Do::Cancel},
        {"look authorized", Path::CancellingLook, kAuthorized, Cancelling, Is::Authorized,
         Do::Cancel},
        {"look processing", Path::CancellingLook, kProcessing, Cancelling, Is::Open, Do::Retrieve,
         1},
        {"look unknown", Path::CancellingLook, kUnknown, Cancelling, Is::Open, Do::Retrieve, 1},
        {"look captured", Path::CancellingLook, kCaptured, Compensating, Is::Captured, Do::Refund},
        {"look canceled", Path::CancellingLook, kCanceled, Released, Is::Voided, kNone},
        {"cancel made", Path::CancellingCancel, kCanceled, Released, Is::Voided, kNone},
        {"cancel refused", Path::CancellingCancel, refusing(kAuthorized), Cancelling,
         Is::Authorized, Do::Retrieve, 1},
        {"cancel too late", Path::CancellingCancel, refusing(kCaptured), Compensating, Is::Captured,
         Do::Refund},
        {"cancel unknown", Path::CancellingCancel, kUnknown, Cancelling, Is::Open, Do::Retrieve, 1},
    });
}

TEST(PaymentSagaTest, AllocatedGoesAsTheTableSays) {
    run({
        {"captured", Path::AllocatedCapture, kCaptured, Paid, Is::Captured, kNone},
        {"capture unknown", Path::AllocatedCapture, kUnknown, Allocated, Is::Authorized,
         Do::Retrieve, 1},
        {"capture accepted", Path::AllocatedCapture, kAccepted, Allocated, Is::Authorized,
         Do::Retrieve, 1},
        {"capture refused, canceled", Path::AllocatedCapture, refusing(kCanceled), Unpaid,
         Is::Opening, Do::Create},
        {"capture refused, still there", Path::AllocatedCapture, refusing(kAuthorized), Allocated,
         Is::Authorized, Do::Capture, 1},
        {"capture refused, not over", Path::AllocatedCapture, refusing(kOpen), Allocated, Is::Open,
         Do::Cancel},
        {"capture refused, done", Path::AllocatedCapture, refusing(kCaptured), Paid, Is::Captured,
         kNone},
        {"captured less", Path::AllocatedCapture, kCapturedLess, Compensating, Is::Captured,
         Do::Refund},
        {"look: no effect", Path::AllocatedLook, kAuthorized, Allocated, Is::Authorized,
         Do::Capture},
        {"look: captured", Path::AllocatedLook, kCaptured, Paid, Is::Captured, kNone},
        {"look: canceled", Path::AllocatedLook, kCanceled, Unpaid, Is::Opening, Do::Create},
        {"look: processing", Path::AllocatedLook, kProcessing, Allocated, Is::Open, Do::Retrieve,
         2},
        {"look: unknown", Path::AllocatedLook, kUnknown, Allocated, Is::Authorized, Do::Retrieve,
         2},
        {"look: less", Path::AllocatedLook, kAuthorizedLess, Fencing, Is::Authorized, Do::Cancel},
        {"cancel made", Path::AllocatedCancel, kCanceled, Unpaid, Is::Opening, Do::Create},
        {"cancel refused", Path::AllocatedCancel, refusing(kOpen), Allocated, Is::Open,
         Do::Retrieve, 1},
        {"cancel too late", Path::AllocatedCancel, refusing(kCaptured), Paid, Is::Captured, kNone},
    });
}

TEST(PaymentSagaTest, UnpaidGoesAsTheTableSays) {
    run({
        {"create made", Path::UnpaidCreate, created("pi_2"), Unpaid, Is::Open, kNone},
        {"create unknown", Path::UnpaidCreate, kUnknown, Unpaid, Is::Opening, Do::Create, 1},
        {"create refused", Path::UnpaidCreate, refusing(kNothing), Unpaid, Is::Opening, Do::Create,
         1},
        {"look open", Path::UnpaidLook, kOpen, Unpaid, Is::Open, kNone},
        {"authorized", Path::UnpaidLook, kAuthorized, Allocated, Is::Authorized, Do::Capture},
        {"captured", Path::UnpaidLook, kCaptured, Paid, Is::Captured, kNone},
        {"captured less", Path::UnpaidLook, kCapturedLess, Compensating, Is::Captured, Do::Refund},
        {"canceled", Path::UnpaidLook, kCanceled, Unpaid, Is::Opening, Do::Create},
        {"fenced: open", Path::UnpaidFencingLook, kOpen, Fencing, Is::Open, Do::Cancel},
        {"fenced: authorized", Path::UnpaidFencingLook, kAuthorized, Allocated, Is::Authorized,
         Do::Capture},
        {"fenced: captured", Path::UnpaidFencingLook, kCaptured, Paid, Is::Captured, kNone},
        {"fenced: canceled", Path::UnpaidFencingLook, kCanceled, Released, Is::Voided, kNone},
        {"fenced: cancel made", Path::UnpaidFencingCancel, kCanceled, Released, Is::Voided, kNone},
    });
}

TEST(PaymentSagaTest, CompensatingGoesAsTheTableSays) {
    run({
        {"refunded", Path::CompensatingRefund, kRefunded, Released, Is::Refunded, kNone},
        {"refund pending", Path::CompensatingRefund, kCapturedLess, Compensating, Is::Captured,
         Do::RetrieveRefund, 1},
        {"refund accepted", Path::CompensatingRefund, kAccepted, Compensating, Is::Captured,
         Do::RetrieveRefund, 1},
        {"refund unknown", Path::CompensatingRefund, kUnknown, Compensating, Is::Captured,
         Do::RetrieveRefund, 1},
        {"refund refused", Path::CompensatingRefund, refusing(kCapturedLess), Compensating,
         Is::Captured, Do::Refund, 1},
        {"refund refused, done", Path::CompensatingRefund, refusing(kRefunded), Released,
         Is::Refunded, kNone},
        {"look: no effect", Path::CompensatingLook, kCapturedLess, Compensating, Is::Captured,
         Do::Refund},
        {"look: refunded", Path::CompensatingLook, kRefunded, Released, Is::Refunded, kNone},
        {"look: unknown", Path::CompensatingLook, kUnknown, Compensating, Is::Captured,
         Do::RetrieveRefund, 2},
    });
}

}  // namespace
}  // namespace tessera::engine
