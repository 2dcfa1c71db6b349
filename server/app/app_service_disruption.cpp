// SPDX-License-Identifier: Apache-2.0
// Events that are cancelled or moved; what follows from that is the event's owner's to do.
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"

namespace tessera::app {

using engine::Refusal;

namespace {

// Nobody has bought of it or heard of it, and cancelling would show it to everybody.
std::optional<Problem> ofDraft(const engine::EventEngine& engine) {
    if (engine.terms().sale != engine::SaleState::Draft) return std::nullopt;
    Problem problem;
    problem.kind = ProblemKind::FailedPrecondition;
    problem.reason = "SALE_STATE_CONFLICT";
    problem.message = "A draft is changed; nobody knows of it yet.";
    problem.metadata.emplace_back("sale_state", "DRAFT");
    return problem;
}

}  // namespace

void AppService::submitForEvent(EventId event, EventJob job, Reply<EventAnswer> reply) {
    job.sheddable = false;
    job.done = [this, event, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal != Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        blocking<EventAnswer>(reply, [this, event] { return eventAnswer(event); });
    };
    submit(event, std::move(job));
}

void AppService::cancelEvent(Mutation mutation, EventId event, std::string note,
                             Reply<EventAnswer> reply) {
    EventJob job;
    job.mutation = mutation;
    job.command = engine::CancelEvent{std::move(note)};
    job.judge = ofDraft;
    submitForEvent(event, std::move(job), std::move(reply));
}

void AppService::moveEvent(Mutation mutation, EventId event, engine::MoveEvent move,
                           Reply<EventAnswer> reply) {
    EventJob job;
    job.mutation = mutation;
    job.command = engine::MoveEvent{};
    job.judge = [merged = move.change.terms.version](const engine::EventEngine& engine) {
        if (auto draft = ofDraft(engine)) return draft;
        // A cancelled event is refused by the engine.
        const bool same =
            engine.terms().version == merged || engine.terms().sale == engine::SaleState::Cancelled;
        return same ? std::nullopt : std::optional(changedMeanwhile());
    };
    job.make = [move = std::move(move)](const engine::EventEngine& now) {
        engine::MoveEvent command = move;
        command.change.terms.sale = now.terms().sale;
        return engine::Command(std::move(command));
    };
    submitForEvent(event, std::move(job), std::move(reply));
}

void AppService::acceptMove(EventId event, CallerCredentials caller, Mutation mutation, OrderId id,
                            Reply<OrderAnswer> reply) {
    onHeldOrder(event, caller, id, reply,
                [this, event, caller, mutation, id, reply](const OrderAnswer& /*order*/) {
                    EventJob job;
                    job.mutation = mutation;
                    // Whether the caller may was judged just now.
                    job.command = engine::AcceptMove{id, {caller.hash, caller.channel, true}};
                    submitForOrder(event, caller, id, std::move(job), reply);
                });
}

void AppService::getDisruption(EventId event, Reply<DisruptionAnswer> reply) {
    getTerms(event, [this, event, reply = std::move(reply)](Answer<engine::EventTerms> terms) {
        if (!terms) return reply(tl::make_unexpected(std::move(terms.error())));
        if (terms->disruption.kind == engine::DisruptionKind::None) {
            engine::Outcome none;
            none.refusal = Refusal::EventNotMoved;
            return reply(tl::make_unexpected(problemOf(none)));
        }
        blocking<DisruptionAnswer>(
            reply, [this, event, terms = std::move(*terms)]() -> Answer<DisruptionAnswer> {
                auto progress = with_.actors.store.readReturns(event, terms.disruption);
                if (!progress) return tl::make_unexpected(unavailable("The look-up failed."));
                return DisruptionAnswer{event, terms.currency, terms.disruption, *progress};
            });
    });
}

}  // namespace tessera::app
