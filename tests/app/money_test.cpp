// SPDX-License-Identifier: Apache-2.0
// Money of orders that the owner's memory has let go: records, returns, strays, and choosing what
// to pay with.
#include "tests/app/money_fixture.h"

namespace tessera::app {
namespace {

TEST_F(MoneyTest, APaidOrderShowsItsPaymentsFromItsRecord) {
    const auto paid = paidOrder({3, 4});
    ASSERT_EQ(paid.tenders.size(), 1U);
    ASSERT_EQ(paid.payments.size(), 1U);
    EXPECT_EQ(paid.payments[0].provider, "scripted");
    EXPECT_EQ(paid.payments[0].state, engine::AttemptState::Captured);
    EXPECT_EQ(paid.payments[0].captured, paid.view.total);
    EXPECT_EQ(paid.payments[0].objectId, "pi_1");
    EXPECT_EQ(paid.covered, paid.view.total);
    EXPECT_TRUE(paid.refunds.empty());
}

TEST_F(MoneyTest, AnOrderThatStaffTakesBackIsRefundedAndItsSeatsAreFree) {
    const auto paid = paidOrder({3, 4});
    const auto taken = refund(paid.view.id, engine::RefundReason::Staff);
    ASSERT_TRUE(taken) << taken.error().reason;
    ASSERT_EQ(taken->refunds.size(), 1U);
    EXPECT_EQ(taken->refunds[0].tickets.size(), 2U);
    ASSERT_TRUE(eventually([&] {
        return order(paid.view.id).refunds[0].row.state == engine::RefundState::Succeeded;
    }));
    EXPECT_EQ(order(paid.view.id).refunds[0].objectId, "re_1");
    EXPECT_TRUE(ask(*node_, holdJob({3, 4}, 2)).has_value());
    const auto again = refund(paid.view.id, engine::RefundReason::Staff);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().reason, "TICKET_NOT_ACTIVE");
}

TEST_F(MoneyTest, ExchangedTicketsBelongToAnOrderOfTheSameBuyerAndGoBackOnTheFirstPayment) {
    const auto paid = paidOrder({3, 4});
    const auto held = ask(*node_, holdJob({5, 6}));
    engine::ExchangeTickets command;
    command.order = paid.view.id;
    command.reservation = std::get<engine::ReservationView>(held->view).id;
    CallerCredentials staff = buyer_;
    staff.staff = true;
    staff.channel = engine::Channel::BoxOffice;
    const auto exchange = [&](const CallerCredentials& who, const Mutation& mutation) {
        return reply<OrderAnswer>([&](auto done) {
            app_->exchangeTickets(event_, who, mutation, command, "", std::move(done));
        });
    };
    EXPECT_EQ(exchange(buyer_, stamp()).error().reason, "EXCHANGE_NOT_ALLOWED");
    node_->store.staleReads = 2;
    const Mutation mutation = stamp();
    const auto taken = exchange(staff, mutation);
    ASSERT_TRUE(taken) << taken.error().reason;
    EXPECT_EQ(taken->view.state, engine::OrderState::Paid);
    ASSERT_EQ(taken->tenders.size(), 1U);
    EXPECT_EQ(taken->tenders[0].reference, encodePublicId(event_, paid.view.id.value));
    EXPECT_EQ(exchange(staff, mutation)->view.id, taken->view.id);
    EXPECT_EQ(psql("SELECT contact_email FROM ticket_order WHERE order_id = " +
                   std::to_string(taken->view.id.value)),
              "ada@example.org");
    EXPECT_TRUE(ask(*node_, holdJob({3, 4}, 2)).has_value());
    ASSERT_TRUE(refund(taken->view.id, engine::RefundReason::Staff));
    EXPECT_TRUE(eventually([&] {
        const auto refunds = order(paid.view.id).refunds;
        return refunds.size() == 2 && refunds[1].row.amount == paid.view.total &&
               refunds[1].row.state == engine::RefundState::Succeeded;
    }));
}

TEST_F(MoneyTest, ABuyerReturnsNothingWhereTheRulesAllowNothing) {
    const auto paid = paidOrder({3, 4});
    const auto refused = refund(paid.view.id, engine::RefundReason::Returned);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "RETURN_NOT_ALLOWED");
    // Nor by a key of the box office that comes the buyer's way.
    buyer_.staff = true;
    buyer_.channel = engine::Channel::BoxOffice;
    EXPECT_EQ(refund(paid.view.id, engine::RefundReason::Returned).error().reason,
              "RETURN_NOT_ALLOWED");
}

TEST_F(MoneyTest, ARecordThatIsBehindIsReadAgain) {
    const auto paid = paidOrder({3, 4});
    node_->store.recordReads = 0;
    node_->store.staleReads = 2;
    const auto taken = refund(paid.view.id, engine::RefundReason::Staff);
    ASSERT_TRUE(taken) << taken.error().reason;
    EXPECT_EQ(taken->refunds.size(), 1U);
    EXPECT_GE(node_->store.recordReads, 3);
}

TEST_F(MoneyTest, ARecordThatIsBehindFiveTimesIsGivenUpAndMayBeAskedForAgain) {
    const auto paid = paidOrder({3, 4});
    // One goes to the answer that is looked at before it is judged whose order it is.
    node_->store.staleReads = 1000;
    const auto given = refund(paid.view.id, engine::RefundReason::Staff);
    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().reason, "CHANGED_MEANWHILE");
    node_->store.staleReads = 0;
    EXPECT_TRUE(refund(paid.view.id, engine::RefundReason::Staff));
}

TEST_F(MoneyTest, AHintAboutAPaymentThatIsOverAsksTheProviderOnce) {
    const auto opened = checkOut({3, 4});
    ASSERT_TRUE(eventually([&] { return order(opened.view.id).view.attempt != AttemptId{}; }));
    const AttemptId attempt = order(opened.view.id).view.attempt;
    EXPECT_TRUE(reply<ReservationAnswer>([&](auto done) {
        app_->cancelReservation(event_, buyer_, stamp(), opened.view.reservation, std::move(done));
    }));
    ASSERT_TRUE(becomes(opened, engine::OrderState::Released));
    // It was captured after all, and the seats are still free.
    node_->provider->retrieves = 0;
    node_->provider->succeedsLate = true;
    hint(attempt);
    ASSERT_TRUE(eventually([&] { return node_->provider->retrieves > 0; }));
    EXPECT_TRUE(eventually([&] {
        const auto state = order(opened.view.id).view.state;
        return state == engine::OrderState::Paid || state == engine::OrderState::Released;
    }));
    EXPECT_TRUE(eventually([&] {
        return psql(
                   "SELECT coalesce(sum(captured - refunded), 0) - (SELECT coalesce(sum(price), "
                   "0) FROM ticket WHERE event_id = " +
                   std::to_string(event_.value) +
                   " AND state = 2) FROM payment_attempt "
                   "WHERE event_id = " +
                   std::to_string(event_.value)) == "0";
    }));
    EXPECT_NE(psql("SELECT sum(captured) FROM payment_attempt WHERE event_id = " +
                   std::to_string(event_.value)),
              "0");
}

TEST_F(MoneyTest, CashAndInvoicesAreForStaffAndReadersForKiosksToo) {
    const OrderId id = checkOut({3}).view.id;
    CallerCredentials staff = buyer_;
    staff.staff = true;
    CallerCredentials kiosk = buyer_;
    kiosk.channel = engine::Channel::Kiosk;
    const auto reasonOf = [&](engine::TenderKind kind, const CallerCredentials& who) {
        TenderAsk ask;
        ask.kind = kind;
        const auto choice = choose(ask, who, id);
        return choice ? std::string() : choice.error().reason;
    };
    for (const auto kind : {engine::TenderKind::Cash, engine::TenderKind::Invoice}) {
        EXPECT_EQ(reasonOf(kind, buyer_), "TENDER_NOT_ALLOWED");
        EXPECT_EQ(reasonOf(kind, kiosk), "TENDER_NOT_ALLOWED");
        EXPECT_EQ(reasonOf(kind, staff), "");
    }
    EXPECT_EQ(reasonOf(engine::TenderKind::Exchange, staff), "TENDER_NOT_ALLOWED");
    EXPECT_EQ(reasonOf(engine::TenderKind::Reader, buyer_), "TENDER_NOT_ALLOWED");
    // The provider has no readers.
    EXPECT_EQ(reasonOf(engine::TenderKind::Reader, kiosk), "TENDER_NOT_OFFERED");
    TenderAsk elsewhere;
    elsewhere.provider = "nobody";
    EXPECT_EQ(choose(elsewhere, buyer_, id).error().reason, "TENDER_NOT_OFFERED");
    elsewhere.provider = "gifts";
    EXPECT_EQ(choose(elsewhere, buyer_, id).error().reason, "TENDER_NOT_OFFERED");
    elsewhere.provider = "scripted";
    EXPECT_EQ(choose(elsewhere, buyer_, id)->provider, engine::ProviderKind::Stripe);
}

TEST_F(MoneyTest, AGiftCardPaysWhatItHasAtMostWhatIsMissing) {
    const OrderId id = checkOut({3}).view.id;  // For 50.00.
    TenderAsk ask;
    ask.kind = engine::TenderKind::GiftCard;
    ask.giftCardCode = "OTHER";
    EXPECT_EQ(choose(ask, buyer_, id).error().reason, "GIFT_CARD_UNKNOWN");
    ask.giftCardCode = "CARD";
    const auto all = choose(ask, buyer_, id);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->provider, engine::ProviderKind::GiftCard);
    EXPECT_EQ(all->amount, Money{3000});
    EXPECT_EQ(all->payload, encodePublicId(77));
    gifts_.card.balance = Money{9000};
    EXPECT_EQ(choose(ask, buyer_, id)->amount, Money{5000});
    ask.amount = Money{9001};
    EXPECT_EQ(choose(ask, buyer_, id).error().reason, "TENDER_TOO_LARGE");
    ask.amount = Money{1200};
    EXPECT_EQ(choose(ask, buyer_, id)->amount, Money{1200});
    gifts_.card.balance = Money{0};
    EXPECT_EQ(choose(ask, buyer_, id).error().reason, "GIFT_CARD_UNKNOWN");
    gifts_.card.balance = Money{9000};
    gifts_.card.currency = Currency{{'C', 'H', 'F'}};
    EXPECT_EQ(choose(ask, buyer_, id).error().reason, "GIFT_CARD_UNKNOWN");
}

// The first answer was lost: by then its own money was off the card, and the repetition was
// refused.
TEST_F(MoneyTest, AKnownCheckoutHasItsOutcomeThoughItsGiftCardIsSpentByNow) {
    const auto held = ask(*node_, holdJob({3}));
    engine::Checkout checkout;
    checkout.reservation = std::get<engine::ReservationView>(held->view).id;
    checkout.contactName = "Ada Lovelace";
    checkout.contactEmail = "ada@example.org";
    TenderAsk wish;
    wish.kind = engine::TenderKind::GiftCard;
    wish.giftCardCode = "CARD";
    const auto checkOutBy = [&](const Mutation& mutation) -> Answer<OrderAnswer> {
        auto choice = reply<engine::TenderChoice>([&](auto done) {
            app_->chooseTender(event_, buyer_, wish, {checkout.reservation, {}, mutation},
                               std::move(done));
        });
        if (!choice) return tl::make_unexpected(choice.error());
        checkout.tender = std::move(*choice);
        return reply<OrderAnswer>([&](auto done) {
            app_->checkoutReservation(event_, buyer_, mutation, checkout, std::move(done));
        });
    };
    const Mutation mutation = stamp();
    const auto first = checkOutBy(mutation);
    ASSERT_TRUE(first) << first.error().reason;
    gifts_.card.balance = Money{};
    const auto again = checkOutBy(mutation);
    ASSERT_TRUE(again) << again.error().reason;
    EXPECT_EQ(again->view.id, first->view.id);
    wish.amount = Money{3000};
    EXPECT_TRUE(checkOutBy(mutation)) << "as large as the card was";
    EXPECT_EQ(checkOutBy({mutation.request, Fingerprint{6}}).error().reason, "REQUEST_ID_REUSED");
    // What was not known stays refused, and is not remembered as refused.
    const Mutation other = stamp();
    EXPECT_EQ(checkOutBy(other).error().reason, "GIFT_CARD_UNKNOWN");
    EXPECT_EQ(checkOutBy(other).error().reason, "GIFT_CARD_UNKNOWN");
    gifts_.card.balance = Money{3000};
    EXPECT_EQ(checkOutBy(other).error().reason, "RESERVATION_CHECKED_OUT");
}

}  // namespace
}  // namespace tessera::app
