// SPDX-License-Identifier: Apache-2.0
#include "server/api/event_merge.h"

#include <utility>

#include "server/api/convert_common.h"
#include "server/api/convert_event.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

// How often a change is merged anew because the event was changed meanwhile.
constexpr int kMergesMax = 5;

}  // namespace

Reply<app::EventAnswer> eventTo(HandlerContext context, Reply<v1::Event> reply) {
    return [context, reply = std::move(reply)](Answer<app::EventAnswer> answer) {
        if (!answer) return reply(tl::make_unexpected(answer.error()));
        context.presentation.forget(answer->row.id);
        reply(toProto(*answer, context.app.serverTime()));
    };
}

EventMerge::EventMerge(HandlerContext context, EventId event, Steps steps, Reply<v1::Event> reply)
    : context_(context), event_(event), steps_(std::move(steps)), reply_(std::move(reply)) {}

void EventMerge::fail(app::Problem problem) {
    const bool unknown = problem.kind == app::ProblemKind::NotFound && problem.metadata.empty();
    if (unknown) problem.metadata.emplace_back("event", encodePublicId(event_.value));
    reply_(tl::make_unexpected(std::move(problem)));
}

template <class Terms>
void EventMerge::onShown(const ShownEvent& shown, const Terms& now) {
    const auto config = steps_.change(shown);
    if (!config) return reply_(tl::make_unexpected(config.error()));
    auto terms = toTerms(*config, shown.layout->layout->categories());
    if (!terms) return reply_(tl::make_unexpected(terms.error()));
    terms->sale = now.sale;
    terms->version = now.version;
    steps_.send({std::move(*terms), toDocument(*config)}, shown,
                [self = shared_from_this()](const Answer<app::EventAnswer>& answer) {
                    const bool changed = !answer && answer.error().reason == "CHANGED_MEANWHILE";
                    if (changed && ++self->merges_ < kMergesMax) return self->merge();
                    eventTo(self->context_, self->reply_)(answer);
                });
}

// The terms before the document, and neither as somebody asked for it before: where the terms are
// still in force at the change, so is the document.
void EventMerge::merge() {
    context_.app.getTerms(event_, [self = shared_from_this()](const auto& terms) {
        if (!terms) return self->fail(terms.error());
        self->context_.app.getEvent(self->event_, [self, terms = *terms](auto event) {
            if (!event) return self->fail(event.error());
            self->context_.presentation.show(
                std::move(*event), [self, terms](const Answer<ShownEventPtr>& shown) {
                    if (!shown) return self->reply_(tl::make_unexpected(shown.error()));
                    self->onShown(**shown, terms);
                });
        });
    });
}

}  // namespace tessera::api
