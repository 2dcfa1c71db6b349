// SPDX-License-Identifier: Apache-2.0
// What staff writes beside orders: notes, what was handed out and printed; pseudonyms.
#include <memory>
#include <utility>

#include "server/app/app_service.h"

namespace tessera::app {
namespace {

using engine::Refusal;

engine::Caller asStaff() {
    return {.hash = {}, .channel = engine::Channel::BoxOffice, .privileged = true};
}

}  // namespace

void AppService::changeAtDesk(EventId event, Mutation mutation, DeskCommand command,
                              RecordJudge judge, Reply<OrderId> reply) {
    RecordJob work = std::visit(
        [](auto& one) {
            one.caller = asStaff();
            return withRecordOf(std::move(one));
        },
        command);
    if (judge) {
        // Judged where it may block, told once the id is known to be new.
        const auto found = std::make_shared<std::optional<Problem>>();
        work.make = [judge, found, make = work.make](const Record& record) {
            *found = judge(*record);
            return make(record);
        };
        work.judge = [found](const engine::EventEngine&) { return *found; };
    }
    onRecord(event, mutation, work,
             [id = work.order, reply = std::move(reply)](Answer<engine::Outcome> outcome) {
                 if (!outcome) return reply(tl::make_unexpected(std::move(outcome.error())));
                 if (outcome->refusal != Refusal::None) {
                     return reply(tl::make_unexpected(problemOf(*outcome)));
                 }
                 reply(id);
             });
}

void AppService::erasePerson(EventId event, engine::ErasePerson command, Reply<bool> reply) {
    EventJob job;
    job.command = std::move(command);
    job.done = [reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        reply(result->hadEffect);
    };
    submit(event, std::move(job));
}

}  // namespace tessera::app
