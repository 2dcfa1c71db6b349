// SPDX-License-Identifier: Apache-2.0
// Paying in parts, giving tickets back, and what staff does about money, over REST.
#include "tests/api/edge_fixture.h"

namespace tessera::api::test {
namespace {

std::string token() {
    return std::string("X-Holder-Token: ") + kHolderToken + "\r\n";
}

std::string idOf(std::int64_t local) {
    return encodePublicId(kEvent, local);
}

class RestPaymentsTest : public EdgeTest {
protected:
    Reply onOrder(const std::string& verb, json body, const std::string& extra = token()) {
        body["requestId"] = requestId();
        return post(orderPath(verb), body, extra);
    }
    // The constraint of a field of a tender that is refused.
    std::string tenderFault(const json& tender) {
        const auto reply = onOrder(":addTender", {{"tender", tender}});
        EXPECT_EQ(reasonOf(reply), "INVALID_FIELD") << tender;
        return metadataOf(reply)["field"].get<std::string>();
    }
    static std::string staffPath(const std::string& rest) {
        return "/v1/admin/events/" + encodePublicId(kEvent.value) + rest;
    }
};

TEST_F(RestPaymentsTest, AnOrderShowsItsPartsAndWhatIsCovered) {
    const auto order = json::parse(get(orderPath(""), token()).body);
    ASSERT_EQ(order["tenders"].size(), 2U);
    EXPECT_EQ(order["tenders"][0]["kind"], "CASH");
    EXPECT_EQ(order["tenders"][0]["provider"], "house");
    EXPECT_EQ(order["tenders"][0]["amount"]["minorUnits"], "1000");
    EXPECT_EQ(order["tenders"][0]["reference"], "shift 7");
    EXPECT_FALSE(order["tenders"][1].contains("createTime"));
    ASSERT_EQ(order["payments"].size(), 2U);
    EXPECT_EQ(order["payments"][0]["state"], "CAPTURED");
    EXPECT_EQ(order["payments"][0]["captured"]["minorUnits"], "1000");
    EXPECT_EQ(order["payments"][0]["clientSecret"], "");
    EXPECT_EQ(order["payments"][1]["tender"], order["tenders"][1]["tender"]);
    EXPECT_EQ(order["payments"][1]["tenderKind"], "CARD");
    EXPECT_EQ(order["payments"][1]["amount"]["minorUnits"], "7000");
    EXPECT_EQ(order["payments"][1]["confirmByCall"], true);
    EXPECT_EQ(order["covered"]["minorUnits"], "1000");
}

TEST_F(RestPaymentsTest, ACheckoutSaysHowItIsPaid) {
    const json body{
        {"requestId", requestId()},
        {"buyer", {{"name", "Ada"}, {"email", "ada@example.org"}}},
        {"tender",
         {{"kind", "GIFT_CARD"}, {"giftCardCode", "abcd-efgh"}, {"amountMinorUnits", "1200"}}}};
    ASSERT_EQ(post(reservationPath(":checkout"), body, token()).status, 200);
    const auto asked = app_.asked();
    EXPECT_EQ(asked.tender->kind, engine::TenderKind::GiftCard);
    EXPECT_EQ(asked.tender->giftCardCode, "abcd-efgh");
    EXPECT_EQ(asked.tenderOf.reservation, kReservation);
    EXPECT_EQ(asked.checkout->tender.kind, engine::TenderKind::GiftCard);
    EXPECT_EQ(asked.checkout->tender.amount, Money{1200});
    EXPECT_THAT(logged(), testing::Not(testing::HasSubstr("abcd-efgh")));
}

TEST_F(RestPaymentsTest, ACheckoutThatSaysNothingIsPaidByCard) {
    const json body{{"requestId", requestId()},
                    {"buyer", {{"name", "Ada"}, {"email", "ada@example.org"}}}};
    ASSERT_EQ(post(reservationPath(":checkout"), body, token()).status, 200);
    EXPECT_EQ(app_.asked().checkout->tender.kind, engine::TenderKind::Card);
    EXPECT_EQ(app_.asked().checkout->tender.amount, Money{});
}

TEST_F(RestPaymentsTest, TheNextPartOfAnOrderIsAdded) {
    const auto reply =
        onOrder(":addTender", {{"tender", {{"kind", "CARD"}, {"provider", "adyen"}}}});
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(app_.asked().tender->provider, "adyen");
    EXPECT_EQ(app_.asked().tenderOf.order, kOrder);
    EXPECT_EQ(app_.asked().choice->kind, engine::TenderKind::Card);
}

TEST_F(RestPaymentsTest, ATenderThatCannotBeIsRefusedByItsField) {
    EXPECT_EQ(reasonOf(onOrder(":addTender", json::object())), "INVALID_FIELD");
    EXPECT_EQ(tenderFault({{"amountMinorUnits", "-1"}}), "tender.amountMinorUnits");
    EXPECT_EQ(tenderFault({{"amountMinorUnits", "1000000000001"}}), "tender.amountMinorUnits");
    EXPECT_EQ(tenderFault({{"kind", "GIFT_CARD"}}), "tender.giftCardCode");
    EXPECT_EQ(tenderFault({{"giftCardCode", "ABCD"}}), "tender.giftCardCode");
    EXPECT_EQ(tenderFault({{"kind", "READER"}}), "tender.reader");
    EXPECT_EQ(tenderFault({{"kind", "CASH"}, {"reader", "tmr_1"}}), "tender.reader");
    EXPECT_EQ(tenderFault({{"kind", "INVOICE"}, {"reference", std::string(65, 'x')}}),
              "tender.reference");
    const auto cash = onOrder(":addTender", {{"tender", {{"kind", "CASH"}}}});
    EXPECT_EQ(cash.status, 403);
    EXPECT_EQ(reasonOf(cash), "TENDER_NOT_ALLOWED");
    EXPECT_FALSE(app_.asked().choice.has_value());
}

TEST_F(RestPaymentsTest, StaffTakesCash) {
    const auto reply = onOrder(
        ":addTender", {{"tender", {{"kind", "CASH"}, {"reference", "shift 7"}}}}, admin(kStaffKey));
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(app_.asked().choice->reference, "shift 7");
}

TEST_F(RestPaymentsTest, WhatABuyerPaysWithIsHandedOverAndNotLogged) {
    const std::string card = R"({"encryptedCardNumber":"adyenjs_0_1_18$secret"})";
    const auto reply =
        onOrder(":confirmPayment", {{"payment", idOf(kAttempt.value)}, {"payload", card}});
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(app_.asked().payload, card);
    EXPECT_THAT(logged(), testing::Not(testing::HasSubstr("secret")));
    const auto confirm = [&](std::int64_t payment, const std::string& payload) {
        return reasonOf(
            onOrder(":confirmPayment", {{"payment", idOf(payment)}, {"payload", payload}}));
    };
    EXPECT_EQ(confirm(kAttempt.value, ""), "INVALID_FIELD");
    EXPECT_EQ(confirm(kAttempt.value, std::string(8193, 'x')), "INVALID_FIELD");
    EXPECT_EQ(confirm(7, card), "PAYMENT_NOT_OPEN");
    EXPECT_EQ(reasonOf(onOrder(":confirmPayment", {{"payment", "x"}, {"payload", card}})),
              "INVALID_ID");
}

TEST_F(RestPaymentsTest, ABuyerReturnsTicketsWithinTheRules) {
    const auto reply = onOrder(":returnTickets", {{"tickets", {idOf(12), idOf(11)}}});
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto asked = app_.asked();
    EXPECT_EQ(asked.refund->reason, engine::RefundReason::Returned);
    EXPECT_EQ(asked.refund->tickets, (std::vector{TicketId{11}, TicketId{12}}));
    EXPECT_TRUE(asked.refund->keepFee);
    EXPECT_FALSE(asked.caller->staff);
    const auto refund = json::parse(reply.body)["refunds"][0];
    EXPECT_EQ(refund["state"], "PENDING");
    EXPECT_EQ(refund["reason"], "RETURNED");
    EXPECT_EQ(refund["amount"]["minorUnits"], "4000");
    EXPECT_EQ(refund["retained"]["minorUnits"], "150");
    EXPECT_EQ(refund["tickets"].size(), 1U);
    EXPECT_EQ(refund["providerObject"], "re_1");
    EXPECT_EQ(reasonOf(onOrder(":returnTickets", {{"tickets", {idOf(11), idOf(11)}}})),
              "INVALID_FIELD");
    EXPECT_EQ(reasonOf(onOrder(":returnTickets", {{"tickets", {"x"}}})), "INVALID_ID");
    EXPECT_EQ(reasonOf(onOrder(":returnTickets", {{"tickets", std::vector(101, idOf(11))}})),
              "INVALID_FIELD");
    EXPECT_EQ(reasonOf(onOrder(":returnTickets", json::object(), "")), "HOLDER_TOKEN_MISSING");
}

TEST_F(RestPaymentsTest, RefundsAreListedToTheHolder) {
    const auto refunds = json::parse(get(orderPath("/refunds"), token()).body)["refunds"];
    ASSERT_EQ(refunds.size(), 1U);
    EXPECT_EQ(refunds[0]["refund"], idOf(kRefund.value));
    EXPECT_EQ(refunds[0]["group"], refunds[0]["refund"]);
    EXPECT_EQ(refunds[0]["provider"], "stripe");
    EXPECT_EQ(reasonOf(get(orderPath("/refunds"))), "HOLDER_TOKEN_MISSING");
}

TEST_F(RestPaymentsTest, StaffTakesTicketsBackWithTheScopeAndAReason) {
    const auto path = staffPath("/orders/" + idOf(kOrder.value) + ":refundTickets");
    const auto refund = [&](json body, const std::string& extra) {
        body["requestId"] = requestId();
        return post(path, body, extra);
    };
    EXPECT_EQ(reasonOf(refund(json::object(), "")), "CREDENTIALS_MISSING");
    EXPECT_EQ(reasonOf(refund(json::object(), admin())), "SCOPE_MISSING");
    ASSERT_EQ(refund(json::object(), admin(kTillKey)).status, 200);
    EXPECT_EQ(app_.asked().refund->reason, engine::RefundReason::Staff);
    EXPECT_TRUE(app_.asked().refund->tickets.empty());
    EXPECT_FALSE(app_.asked().refund->keepFee);
    EXPECT_TRUE(app_.asked().caller->staff);
    const json moved{{"reason", "EVENT_MOVED"}, {"keepFee", true}};
    ASSERT_EQ(refund(moved, admin(kTillKey)).status, 200);
    EXPECT_EQ(app_.asked().refund->reason, engine::RefundReason::EventMoved);
    EXPECT_TRUE(app_.asked().refund->keepFee);
    EXPECT_EQ(reasonOf(refund({{"reason", "LATE"}}, admin(kTillKey))), "INVALID_FIELD");
}

TEST_F(RestPaymentsTest, StaffSettlesARefundWithItsEvidence) {
    const auto settle = [&](std::int64_t refund, const std::string& evidence) {
        return post(
            staffPath("/orders/" + idOf(kOrder.value) + "/refunds/" + idOf(refund) + ":settle"),
            {{"requestId", requestId()}, {"evidence", evidence}}, admin(kTillKey));
    };
    ASSERT_EQ(settle(kRefund.value, "receipt 4711").status, 200);
    EXPECT_EQ(app_.asked().settled->refund, kRefund);
    EXPECT_EQ(app_.asked().settled->evidence, "receipt 4711");
    EXPECT_EQ(reasonOf(settle(kRefund.value, "")), "INVALID_FIELD");
    EXPECT_EQ(reasonOf(settle(kRefund.value, std::string(201, 'x'))), "INVALID_FIELD");
    const auto unknown = settle(99, "receipt 4711");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(reasonOf(unknown), "REFUND_NOT_FOUND");
}

TEST_F(RestPaymentsTest, WhatWaitsForStaffIsListed) {
    const auto body = json::parse(get(staffPath("/manual"), admin(kTillKey)).body);
    ASSERT_EQ(body["items"].size(), 2U);
    EXPECT_EQ(body["items"][0]["state"], "MANUAL");
    EXPECT_FALSE(body["items"][0].contains("refund"));
    EXPECT_EQ(body["items"][1]["refund"]["refund"], idOf(kRefund.value));
    EXPECT_EQ(body["items"][1]["amount"]["minorUnits"], "4000");
    EXPECT_EQ(body["more"], true);
    EXPECT_EQ(reasonOf(get(staffPath("/manual"), admin(kStaffKey))), "SCOPE_MISSING");
}

TEST_F(RestPaymentsTest, ADaysReportIsAFileForAKeyWithTheScope) {
    const auto path = staffPath("/report.csv?day=2026-05-04");
    const auto report = get(path, admin(kTillKey));
    ASSERT_EQ(report.status, 200) << report.body;
    EXPECT_EQ(report.body, "day,\"a, b\"\r\n");
    EXPECT_EQ(report.header("content-type"), "text/csv; charset=utf-8");
    EXPECT_EQ(report.header("content-disposition"),
              "attachment; filename=\"report-2026-05-04.csv\"");
    EXPECT_EQ(report.header("cache-control"), "private, no-store");
    EXPECT_EQ(get(path).status, 401);
    EXPECT_EQ(reasonOf(get(path)), "CREDENTIALS_MISSING");
    EXPECT_EQ(get(path, admin()).status, 403);
    EXPECT_EQ(reasonOf(get(path, admin())), "SCOPE_MISSING");
    const auto without = get(staffPath("/report.csv"), admin(kTillKey));
    EXPECT_EQ(without.status, 400);
    EXPECT_EQ(metadataOf(without)["field"], "day");
    EXPECT_EQ(reasonOf(get("/v1/admin/events/x/report.csv?day=2026-05-04", admin(kTillKey))),
              "INVALID_ID");
    const auto unknown = "/v1/admin/events/" + encodePublicId(1) + "/report.csv?day=2026-05-04";
    EXPECT_EQ(reasonOf(get(unknown, admin(kTillKey))), "EVENT_NOT_FOUND");
}

TEST_F(RestPaymentsTest, AnInvoiceIsForTheHolderAndACreditNoteForAGroupOfRefunds) {
    const auto invoice = get(orderPath("/invoice.pdf"), token());
    ASSERT_EQ(invoice.status, 200) << invoice.body;
    EXPECT_EQ(invoice.header("content-type"), "application/pdf");
    EXPECT_EQ(invoice.header("content-disposition"), "attachment; filename=\"invoice.pdf\"");
    EXPECT_FALSE(app_.asked().invoice->refund);
    // As a link has it.
    EXPECT_EQ(get(orderPath("/invoice.pdf?language=de&holderToken=") + kHolderToken).status, 200);
    EXPECT_EQ(app_.asked().invoice->language, "de");
    EXPECT_EQ(reasonOf(get(orderPath("/invoice.pdf"))), "HOLDER_TOKEN_MISSING");
    EXPECT_EQ(reasonOf(get(orderPath("/invoice.pdf?language=$"), token())), "INVALID_FIELD");
    EXPECT_EQ(reasonOf(get(orderPath("/invoice.pdf?refund=x"), token())), "INVALID_ID");
    const auto note = get(orderPath("/invoice.pdf?refund=") + idOf(kRefund.value), token());
    EXPECT_EQ(note.header("content-disposition"), "attachment; filename=\"credit-note.pdf\"");
    EXPECT_EQ(app_.asked().invoice->refund, kRefund);
}

TEST_F(RestPaymentsTest, StaffHasAnyOrdersInvoiceByTheScope) {
    const auto path = staffPath("/orders/" + idOf(kOrder.value) + "/invoice.pdf");
    ASSERT_EQ(get(path, admin(kTillKey)).status, 200);
    EXPECT_TRUE(app_.asked().caller->staff);
    EXPECT_EQ(reasonOf(get(path)), "CREDENTIALS_MISSING");
    EXPECT_EQ(reasonOf(get(path, admin(kStaffKey))), "SCOPE_MISSING");
    EXPECT_EQ(reasonOf(get(path, token())), "CREDENTIALS_MISSING");
    EXPECT_EQ(reasonOf(get(staffPath("/orders/" + idOf(99) + "/invoice.pdf"), admin(kTillKey))),
              "ORDER_NOT_FOUND");
}

}  // namespace
}  // namespace tessera::api::test
