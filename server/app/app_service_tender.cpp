// SPDX-License-Identifier: Apache-2.0
// From what a caller wants to pay with to the engine's choice: who may, by whom, from which card.
#include <algorithm>
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"
#include "server/store/gift_cards.h"

namespace tessera::app {
namespace {

using engine::ProviderKind;
using engine::TenderKind;

Problem notOffered() {
    return {ProblemKind::FailedPrecondition,
            "TENDER_NOT_OFFERED",
            "This server takes no such tender, or not through that provider.",
            {},
            std::nullopt};
}

Problem giftCardUnknown() {
    return {ProblemKind::FailedPrecondition,
            "GIFT_CARD_UNKNOWN",
            "There is no gift card of this code to pay this with.",
            {},
            std::nullopt};
}

Problem refusalOf(engine::Refusal refusal, std::int64_t limit = 0) {
    engine::Outcome outcome;
    outcome.refusal = refusal;
    outcome.limit = limit;
    return problemOf(outcome);
}

constexpr std::string_view kNew = "REQUEST_IS_NEW";

// Of a kind that is not remembered: the request is still to come.
Problem isNew() {
    return {ProblemKind::Aborted, std::string(kNew), {}, {}, std::nullopt};
}

// Of its effect.
bool saysNothing(ProblemKind kind) {
    return kind == ProblemKind::Unavailable || kind == ProblemKind::ResourceExhausted ||
           kind == ProblemKind::Internal || kind == ProblemKind::DeadlineExceeded;
}

bool mayPayBy(TenderKind kind, const CallerCredentials& caller) {
    switch (kind) {
        case TenderKind::Card:
        case TenderKind::GiftCard:
            return true;
        case TenderKind::Cash:
        case TenderKind::Invoice:
            return caller.staff;
        case TenderKind::Reader:
            return caller.staff || caller.channel == engine::Channel::Kiosk;
        case TenderKind::Exchange:
            return false;
    }
    return false;
}

bool takes(const payments::Provider& provider, TenderKind kind) {
    if (provider.kind() == ProviderKind::GiftCard) return false;
    return kind == TenderKind::Card || provider.capabilities().readers;
}

// Null: nobody here takes it.
const payments::Provider* providerFor(const payments::Providers& providers, const TenderAsk& ask) {
    if (!ask.provider.empty()) {
        const payments::Provider* named = providers.findByName(ask.provider);
        return named != nullptr && takes(*named, ask.kind) ? named : nullptr;
    }
    const auto& all = providers.all();
    const auto found =
        std::ranges::find_if(all, [&](const auto& p) { return takes(*p, ask.kind); });
    return found == all.end() ? nullptr : found->get();
}

}  // namespace

void AppService::chooseTender(EventId event, CallerCredentials caller, TenderAsk ask, TenderOf of,
                              Reply<engine::TenderChoice> reply) {
    if (!mayPayBy(ask.kind, caller)) {
        return reply(tl::make_unexpected(refusalOf(engine::Refusal::TenderNotAllowed)));
    }
    if (ask.kind == TenderKind::GiftCard) {
        return chooseGiftCard(event, std::move(ask), of, unlessKnown(event, of, std::move(reply)));
    }
    engine::TenderChoice choice{ask.kind, ProviderKind::House, ask.amount, ask.reference, {},
                                ask.dueAt};
    choice.approvedMost = ask.approvedMost;
    choice.customer = ask.customer;
    if (ask.kind == TenderKind::Card || ask.kind == TenderKind::Reader) {
        const payments::Provider* provider = providerFor(with_.providers, ask);
        if (provider == nullptr) return reply(tl::make_unexpected(notOffered()));
        choice.provider = provider->kind();
        choice.reference.clear();
        choice.payload = ask.reader;
    }
    reply(std::move(choice));
}

// A card pays what it has, at most what is missing: both may have changed by the time the engine
// and the card's own rows decide, and then it is refused.
void AppService::chooseGiftCard(EventId event, TenderAsk ask, const TenderOf& of,
                                const Reply<engine::TenderChoice>& reply) {
    if (with_.giftCards == nullptr || with_.providers.find(ProviderKind::GiftCard) == nullptr) {
        return reply(tl::make_unexpected(notOffered()));
    }
    missingOf(event, of, [this, ask = std::move(ask), reply](Answer<Missing> missing) {
        if (!missing) return reply(tl::make_unexpected(std::move(missing.error())));
        blocking<engine::TenderChoice>(
            reply, [this, ask, missing = *missing] { return giftCardChoice(ask, missing); });
    });
}

Answer<engine::TenderChoice> AppService::giftCardChoice(const TenderAsk& ask,
                                                        const Missing& missing) const {
    const auto found = with_.giftCards->findByCode(ask.giftCardCode);
    if (!found) return tl::make_unexpected(unavailable("The look-up failed."));
    if (!*found) return tl::make_unexpected(giftCardUnknown());
    const store::GiftCard& card = **found;
    const bool usable = card.currency == missing.currency && card.balance.minor > 0 &&
                        card.expiresAt > with_.actors.clock.now();
    if (!usable) return tl::make_unexpected(giftCardUnknown());
    if (ask.amount > card.balance) {
        return tl::make_unexpected(refusalOf(engine::Refusal::TenderTooLarge, card.balance.minor));
    }
    const Money all = std::min(card.balance, missing.amount);
    const std::string id = encodePublicId(card.id.value);
    return engine::TenderChoice{TenderKind::GiftCard, ProviderKind::GiftCard,
                                ask.amount.minor == 0 ? all : ask.amount, id, id};
}

// A request that is known has its outcome already, and what it took from the card is not there any
// more: the choice it comes with then says nothing.
Reply<engine::TenderChoice> AppService::unlessKnown(EventId event, const TenderOf& of,
                                                    Reply<engine::TenderChoice> reply) {
    if (!of.mutation) return reply;
    return [this, event, mutation = *of.mutation,
            reply = std::move(reply)](Answer<engine::TenderChoice> choice) {
        if (choice) return reply(std::move(choice));
        EventJob job;
        job.command = engine::ReadOrder{};
        job.mutation = mutation;
        job.judge = [](const engine::EventEngine&) { return std::optional(isNew()); };
        job.sheddable = false;
        job.done = [reply, refused = std::move(choice.error())](JobResult known) {
            if (known) {
                return reply(
                    engine::TenderChoice{TenderKind::GiftCard, ProviderKind::GiftCard, {}, {}, {}});
            }
            reply(tl::make_unexpected(known.error().reason == kNew ? refused : known.error()));
        };
        submit(event, std::move(job));
    };
}

void AppService::findEffect(EventId event, Mutation mutation,
                            Reply<std::optional<std::int64_t>> reply) {
    EventJob job;
    job.command = engine::ReadOrder{};
    job.mutation = mutation;
    job.judge = [](const engine::EventEngine&) { return std::optional(isNew()); };
    job.sheddable = false;
    job.done = [reply = std::move(reply)](JobResult known) {
        if (!known && saysNothing(known.error().kind)) {
            return reply(tl::make_unexpected(std::move(known.error())));
        }
        // An order that is over since has its target, too; what was refused has none.
        const bool over = known && known->refusal == engine::Refusal::OrderUnknown;
        const bool had = known && (known->refusal == engine::Refusal::None || over) &&
                         (!over || known->target != 0);
        reply(had ? std::optional(known->target) : std::nullopt);
    };
    submit(event, std::move(job));
}

// Whose it is was judged, or is judged by the command itself.
void AppService::missingOf(EventId event, const TenderOf& of, Reply<Missing> reply) {
    const engine::Caller anybody{.hash = {}, .channel = {}, .privileged = true};
    EventJob job;
    if (of.order) {
        job.command = engine::ReadOrder{of.order, anybody};
    } else {
        job.command = engine::ReadReservation{of.reservation, anybody};
    }
    job.done = [reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal != engine::Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        if (const auto* held = std::get_if<engine::ReservationView>(&result->view)) {
            return reply(Missing{held->quote.total, held->currency});
        }
        const auto* order = std::get_if<engine::OrderView>(&result->view);
        if (order == nullptr) return reply(tl::make_unexpected(internalProblem("No order.")));
        reply(Missing{order->total - order->covered, order->currency});
    };
    submit(event, std::move(job));
}

}  // namespace tessera::app
