// SPDX-License-Identifier: Apache-2.0
// What staff do to an event that is on sale: every one is a command of its actor.
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"

namespace tessera::app {

void AppService::changeTerms(EventId event, Mutation mutation,
                             std::function<engine::ChangeTerms(const engine::EventEngine&)> make,
                             TermsJudge judge, Reply<EventAnswer> reply) {
    EventJob job;
    job.mutation = std::move(mutation);
    job.command = engine::ChangeTerms{};
    job.make = [make = std::move(make)](const engine::EventEngine& engine) {
        return engine::Command(make(engine));
    };
    if (judge) {
        job.judge = [judge = std::move(judge)](const engine::EventEngine& engine) {
            return judge(engine.terms());
        };
    }
    submitForEvent(event, std::move(job), std::move(reply));
}

void AppService::updateEvent(Mutation mutation, EventId event, engine::EventTerms terms,
                             std::string document, Reply<EventAnswer> reply) {
    auto unchanged = [merged = terms.version](const engine::EventTerms& now) {
        return now.version == merged ? std::nullopt : std::optional(changedMeanwhile());
    };
    changeTerms(
        event, mutation,
        [terms = std::move(terms), document = std::move(document)](const engine::EventEngine& now) {
            engine::ChangeTerms change{terms, document};
            change.terms.sale = now.terms().sale;  // Opened and closed by methods of their own.
            return change;
        },
        std::move(unchanged), std::move(reply));
}

void AppService::setSale(Mutation mutation, EventId event, engine::SaleState sale, TermsJudge judge,
                         Reply<EventAnswer> reply) {
    changeTerms(
        event, mutation,
        [sale](const engine::EventEngine& now) {
            engine::ChangeTerms change{now.terms(), {}};  // No document: it stays as it is.
            change.terms.sale = sale;
            return change;
        },
        std::move(judge), std::move(reply));
}

void AppService::setAllocation(Mutation mutation, EventId event, std::vector<SeatNo> seats,
                               AllocationNo allocation, Reply<std::int64_t> reply) {
    EventJob job;
    job.mutation = mutation;
    job.command = engine::SetAllocation{std::move(seats), allocation};
    job.sheddable = false;
    job.done = [reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal != engine::Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        reply(result->target);
    };
    submit(event, std::move(job));
}

void AppService::createCode(Mutation mutation, EventId event, engine::Code code,
                            Reply<CodeId> reply) {
    EventJob job;
    job.mutation = mutation;
    job.command = engine::CreateCode{std::move(code)};
    job.sheddable = false;
    job.done = [reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal != engine::Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        reply(CodeId{result->target});
    };
    submit(event, std::move(job));
}

void AppService::updateCode(Mutation mutation, EventId event, engine::UpdateCode change,
                            Reply<engine::Code> reply) {
    EventJob job;
    job.mutation = mutation;
    job.command = change;
    job.sheddable = false;
    job.done = [reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal != engine::Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        reply(std::get<engine::Code>(std::move(result->view)));
    };
    submit(event, std::move(job));
}

void AppService::getTerms(EventId event, Reply<engine::EventTerms> reply) {
    EventJob job;
    auto terms = std::make_shared<engine::EventTerms>();
    // A read of an order that cannot exist: it belongs to a batch, and copies the terms on the way.
    job.command = engine::ReadOrder{OrderId{0}, {}};
    job.make = [terms](const engine::EventEngine& now) {
        *terms = now.terms();
        return engine::Command(engine::ReadOrder{OrderId{0}, {}});
    };
    job.done = [terms, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        reply(*terms);
    };
    submit(event, std::move(job));
}

void AppService::authenticate(std::string apiKey, Reply<std::vector<std::string>> reply) {
    auto held = std::make_shared<runtime::Secret>(std::move(apiKey));
    using Scopes = std::vector<std::string>;
    blocking<Scopes>(reply, [this, held]() -> Answer<Scopes> {
        const Problem invalid{ProblemKind::Unauthenticated,
                              "CREDENTIALS_INVALID",
                              "The API key is unknown, revoked or malformed.",
                              {},
                              std::nullopt};
        const auto id = runtime::apiKeyIdOf(held->reveal());
        if (!id) return tl::make_unexpected(invalid);
        auto row = with_.catalog.findApiKey(*id);
        if (!row) return tl::make_unexpected(unavailable("The look-up failed."));
        if (!*row || (*row)->revoked) return tl::make_unexpected(invalid);
        switch (with_.apiKeys.verify(held->reveal(), (*row)->hash)) {
            case runtime::ApiKeyOutcome::Valid:
                return (*row)->scopes;
            case runtime::ApiKeyOutcome::Busy:
                return tl::make_unexpected(busy("Too many keys are being verified."));
            default:
                return tl::make_unexpected(invalid);
        }
    });
}

}  // namespace tessera::app
