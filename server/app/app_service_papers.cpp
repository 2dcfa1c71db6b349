// SPDX-License-Identifier: Apache-2.0
// Reports and invoices: made on an executor of their own, from what is committed.
#include <utility>

#include "server/app/app_service.h"

namespace tessera::app {
namespace {

Problem invoiceNotOffered() {
    return {ProblemKind::Unimplemented,
            "INVOICE_NOT_OFFERED",
            "This server is not told who sells: it makes no invoices.",
            {},
            std::nullopt};
}

Problem notPaid() {
    engine::Outcome outcome;
    outcome.refusal = engine::Refusal::OrderNotPaid;
    return problemOf(outcome);
}

Problem refundNotFound(EventId event, RefundId refund) {
    Problem problem = notFound("REFUND_NOT_FOUND");
    problem.metadata.emplace_back("refund", encodePublicId(event, refund.value));
    return problem;
}

}  // namespace

void AppService::draw(const Reply<Paper>& reply, std::function<Answer<Paper>()> work) {
    if (with_.papers == nullptr) {
        return reply(tl::make_unexpected(internalProblem("No papers are made here.")));
    }
    auto task = [reply, work = std::move(work)] { reply(work()); };
    if (with_.papers->executor.post(std::move(task)) != runtime::PostOutcome::Accepted) {
        reply(tl::make_unexpected(busy("Too many papers are being made.")));
    }
}

Problem AppService::paperProblem(EventId event, const InvoiceAsk& ask, const Error& error) const {
    if (error.code == kEventUnknown) return notFound("EVENT_NOT_FOUND");
    if (error.code == kDayInvalid) return invalidField("day", error.message, "2026-05-04");
    if (error.code == kDayAhead) return invalidField("day", error.message, "a day that has begun");
    if (error.code == kOrderUnknown) return notFound("ORDER_NOT_FOUND");
    if (error.code == kOrderNotPaid) return notPaid();
    if (error.code == kNothingToCredit) return refundNotFound(event, ask.refund);
    with_.actors.log.error("paper_failed", {{"event_id", event},
                                            {"order_id", ask.order},
                                            {"detail", runtime::logSafe(error.message)}});
    if (error.code == kBooksDisagree) return internalProblem("The day's books disagree.");
    return unavailable("The books cannot be read.");
}

void AppService::dayReport(EventId event, std::string day, Reply<Paper> reply) {
    draw(reply, [this, event, day = std::move(day)]() -> Answer<Paper> {
        auto csv = dayReportCsv(with_.papers->sources, event, day, with_.actors.clock.now());
        if (!csv) return tl::make_unexpected(paperProblem(event, {}, csv.error()));
        return Paper{"report-" + day + ".csv", std::move(*csv)};
    });
}

// Who is shown the order is shown its invoice. What it is made of is committed: so is the order.
void AppService::invoice(EventId event, CallerCredentials caller, InvoiceAsk ask,
                         Reply<Paper> reply) {
    if (with_.papers == nullptr || with_.papers->seller.name.empty()) {
        return reply(tl::make_unexpected(invoiceNotOffered()));
    }
    const auto fail = [reply](const Answer<OrderAnswer>& order) {
        reply(tl::make_unexpected(order.error()));
    };
    onHeldOrder(event, caller, ask.order, fail, [this, event, ask, reply](const OrderAnswer& of) {
        if (of.view.state != engine::OrderState::Paid) {
            return reply(tl::make_unexpected(notPaid()));
        }
        draw(reply, [this, event, ask]() -> Answer<Paper> {
            InvoiceWanted wanted{{event, ask.order, ask.refund}, ask.language};
            wanted.seller = with_.papers->seller;
            wanted.note = with_.papers->note;
            auto made = invoicePaper(with_.papers->sources, wanted, with_.actors.clock.now());
            if (!made) return tl::make_unexpected(paperProblem(event, ask, made.error()));
            return Paper{ask.refund ? "credit-note.pdf" : "invoice.pdf", std::move(made->pdf)};
        });
    });
}

}  // namespace tessera::app
