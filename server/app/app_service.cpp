// SPDX-License-Identifier: Apache-2.0
// Reservations, orders and tickets; catalog and staff are in app_service_staff.cpp.
#include "server/app/app_service.h"

#include <utility>

#include "server/app/app_service_blocking.h"
#include "server/app/order_money.h"
#include "shared/base/encoding.h"

namespace tessera::app {
namespace {

using engine::Refusal;

bool isReleasedOrUnknown(Refusal refusal) {
    return refusal == Refusal::ReservationUnknown || refusal == Refusal::ReservationExpired ||
           refusal == Refusal::ReservationReleased;
}

bool isZero(const CallerHash& hash) {
    return hash == CallerHash{};
}

}  // namespace

AppService::AppService(AppDependencies dependencies)
    : with_(std::move(dependencies)), records_(with_.actors.store, with_.actors.blocking) {
    watches_ = std::make_shared<OrderWatches>(
        [this](EventId event, OrderId order, Reply<OrderAnswer> reply) {
            watchedOrder(event, order, std::move(reply));
        });
}

AppService::~AppService() = default;

void AppService::submit(EventId event, EventJob job) {
    if (job.mutation && job.mutation->decideBefore != 0) {
        job.judge = [this, before = job.mutation->decideBefore,
                     next = std::move(job.judge)](const engine::EventEngine& engine) {
            const bool late = with_.actors.executor.monotonic().nowMicros() >= before;
            if (late) return std::optional(changedMeanwhile());
            return next ? next(engine) : std::nullopt;
        };
    }
    const auto actor = with_.directory.actorOf(event);
    if (actor) {
        actor->submit(std::move(job));
    } else if (job.done) {
        job.done(tl::make_unexpected(with_.directory.refusal()));
    }
}

std::string AppService::holderTokenOf(EventId event, ReservationId id) const {
    const auto digest = runtime::hmacSha256(with_.holderTokenKey, encodePublicId(event, id.value));
    return toBase64Url(runtime::asView(digest));
}

Answer<engine::Caller> AppService::callerFor(EventId event, const CallerCredentials& caller,
                                             ReservationId id) const {
    engine::Caller out{caller.hash, caller.channel, caller.staff};
    if (!caller.holderToken.empty()) {
        if (!runtime::equalConstantTime(caller.holderToken, holderTokenOf(event, id))) {
            return tl::make_unexpected(Problem{ProblemKind::PermissionDenied,
                                               "HOLDER_TOKEN_INVALID",
                                               "The holder token is not this reservation's.",
                                               {},
                                               std::nullopt});
        }
        out.privileged = true;
    } else if (isZero(caller.hash) && !caller.staff) {
        return tl::make_unexpected(Problem{ProblemKind::Unauthenticated,
                                           "HOLDER_TOKEN_MISSING",
                                           "A holder token or the caller key is needed.",
                                           {},
                                           std::nullopt});
    }
    return out;
}

std::optional<Problem> AppService::hiddenFrom(EventId event, const CallerCredentials& caller,
                                              const CallerHash& buyer, ReservationId id) const {
    const auto known = callerFor(event, caller, id);
    if (!known) return known.error();
    if (caller.staff || isHolder(event, caller, buyer, id)) return std::nullopt;
    return Problem{ProblemKind::PermissionDenied,
                   "HOLDER_TOKEN_INVALID",
                   "The caller key is not this reservation's.",
                   {},
                   std::nullopt};
}

bool AppService::isHolder(EventId event, const CallerCredentials& caller, const CallerHash& buyer,
                          ReservationId id) const {
    if (!caller.holderToken.empty()) {
        return runtime::equalConstantTime(caller.holderToken, holderTokenOf(event, id));
    }
    return !isZero(caller.hash) && caller.hash == buyer;
}

Answer<ReservationAnswer> AppService::reservationAnswer(EventId event,
                                                        const engine::Outcome& outcome) const {
    const auto* view = std::get_if<engine::ReservationView>(&outcome.view);
    if (view == nullptr) return tl::make_unexpected(internalProblem("No reservation in answer."));
    return ReservationAnswer{event, *view, serverTime(), {}, view->currency};
}

Answer<OrderAnswer> AppService::orderAnswer(EventId event, engine::OrderView view) const {
    OrderAnswer answer{event, std::move(view), serverTime(), {}, std::nullopt};
    answer.currency = answer.view.currency;
    showMoney(with_.providers, answer);
    if (!answer.view.attempt) return answer;
    const payments::Provider* provider = with_.providers.find(answer.view.provider);
    if (provider == nullptr) return answer;  // Of the house's own nobody is to be asked.
    const bool payable = !answer.view.clientSecret.empty();
    answer.payment =
        PaymentInstructions{std::string(provider->name()),
                            answer.view.objectId,
                            answer.view.clientSecret,
                            provider->publishableKey(),
                            payable ? provider->confirmUrl(answer.view.objectId) : std::string(),
                            payable ? provider->pageUrl(answer.view.objectId) : std::string()};
    return answer;
}

void AppService::createReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                   engine::HoldSeats command, Reply<ReservationAnswer> reply) {
    command.caller = {caller.hash, caller.channel, caller.staff};
    command.request = mutation.request;
    command.fingerprint = mutation.fingerprint;
    EventJob job;
    job.mutation = std::move(mutation);
    job.command = std::move(command);
    job.done = [this, event, hash = caller.hash, staff = caller.staff,
                reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (isReleasedOrUnknown(result->refusal)) {
            // A repeated request whose reservation has ended since: its final state.
            CallerCredentials self;
            self.hash = hash;
            self.staff = staff;
            const ReservationId id{result->target};
            blocking<ReservationAnswer>(reply, [this, event, self, id] {
                auto stored = storedReservation(event, self, id);
                if (stored && stored->view.buyer == self.hash) {
                    stored->holderToken = holderTokenOf(event, id);
                }
                return stored;
            });
            return;
        }
        if (result->refusal != Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        auto answer = reservationAnswer(event, *result);
        if (answer && answer->view.buyer == hash) {
            answer->holderToken = holderTokenOf(event, answer->view.id);
        }
        reply(std::move(answer));
    };
    submit(event, std::move(job));
}

void AppService::getReservation(EventId event, CallerCredentials caller, ReservationId id,
                                Reply<ReservationAnswer> reply) {
    const auto who = callerFor(event, caller, id);
    if (!who) return reply(tl::make_unexpected(who.error()));
    EventJob job;
    job.command = engine::ReadReservation{id, *who};
    job.done = [this, event, caller, id, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (isReleasedOrUnknown(result->refusal)) {
            // Final: what the database says of it stays true.
            blocking<ReservationAnswer>(
                reply, [this, event, caller, id] { return storedReservation(event, caller, id); });
            return;
        }
        if (result->refusal != Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        reply(reservationAnswer(event, *result));
    };
    submit(event, std::move(job));
}

Answer<ReservationAnswer> AppService::storedReservation(EventId event,
                                                        const CallerCredentials& caller,
                                                        ReservationId id) const {
    auto found = with_.actors.store.findReservation(event, id);
    if (!found) return tl::make_unexpected(unavailable("The look-up failed."));
    if (!*found) return tl::make_unexpected(notFound("RESERVATION_NOT_FOUND"));
    const auto& row = (*found)->row;
    if (auto hidden = hiddenFrom(event, caller, row.buyer, id)) {
        return tl::make_unexpected(std::move(*hidden));
    }
    ReservationAnswer answer{event, {}, serverTime(), {}, {}};
    answer.view.id = row.id;
    answer.view.buyer = row.buyer;
    answer.view.channel = row.channel;
    answer.view.state = row.state;
    answer.view.createdAt = row.createdAt;
    answer.view.expiresAt = row.expiresAt;
    answer.view.seats = row.seats;
    answer.view.areas = row.areas;
    answer.view.quote = (*found)->quote;
    answer.view.currency = (*found)->currency;
    answer.currency = (*found)->currency;
    answer.view.order = row.order;
    answer.view.reason = row.reason;
    return answer;
}

void AppService::cancelReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                   ReservationId id, Reply<ReservationAnswer> reply) {
    const auto who = callerFor(event, caller, id);
    if (!who) return reply(tl::make_unexpected(who.error()));
    EventJob job;
    job.mutation = mutation;
    job.command = engine::CancelReservation{id, *who};
    job.sheddable = false;
    job.done = [this, event, caller, id, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal == Refusal::None) {
            if (std::holds_alternative<engine::ReservationView>(result->view)) {
                return reply(reservationAnswer(event, *result));
            }
        } else if (!isReleasedOrUnknown(result->refusal) ||
                   (result->refusal == Refusal::ReservationExpired && result->target != id.value)) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        // Released: by this very request before, by another one, or long ago.
        const auto refusal = *result;
        blocking<ReservationAnswer>(
            reply, [this, event, caller, id, refusal]() -> Answer<ReservationAnswer> {
                auto stored = storedReservation(event, caller, id);
                if (!stored || refusal.target == id.value) return stored;
                const engine::ReleaseReason why = stored->view.reason;
                if (why == engine::ReleaseReason::CancelledByBuyer ||
                    why == engine::ReleaseReason::OrderCancelled) {
                    return stored;  // Cancelling it once more changes nothing.
                }
                engine::Outcome gone = refusal;
                gone.refusal = stored->view.reason == engine::ReleaseReason::Expired
                                   ? Refusal::ReservationExpired
                                   : Refusal::ReservationReleased;
                return tl::make_unexpected(problemOf(gone));
            });
    };
    submit(event, std::move(job));
}

void AppService::checkoutReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                     engine::Checkout checkout, Reply<OrderAnswer> reply) {
    const auto who = callerFor(event, caller, checkout.reservation);
    if (!who) return reply(tl::make_unexpected(who.error()));
    checkout.caller = *who;
    const ReservationId id = checkout.reservation;
    EventJob job;
    job.mutation = mutation;
    job.command = std::move(checkout);
    job.sheddable = false;
    job.done = [this, event, caller, id, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        auto* view = std::get_if<engine::OrderView>(&result->view);
        if (view != nullptr && result->refusal == Refusal::None) {
            return showOrder(event, std::move(*view),
                             [this, caller, reply](Answer<OrderAnswer> answer) {
                                 if (answer) hideSecret(*answer, caller);
                                 reply(std::move(answer));
                             });
        }
        if (result->refusal == Refusal::OrderUnknown) {  // Repeated, and released since.
            const OrderId order{result->target};
            return blocking<OrderAnswer>(
                reply, [this, event, caller, order] { return storedOrder(event, caller, order); });
        }
        if (result->refusal != Refusal::ReservationUnknown) {
            auto problem = result->refusal == Refusal::None ? internalProblem("No order in answer.")
                                                            : problemOf(*result);
            return reply(tl::make_unexpected(std::move(problem)));
        }
        blocking<OrderAnswer>(reply, [this, event, caller, id]() -> Answer<OrderAnswer> {
            auto stored = storedReservation(event, caller, id);
            if (!stored) return tl::make_unexpected(stored.error());
            engine::Outcome gone;
            gone.refusal = stored->view.reason == engine::ReleaseReason::Expired
                               ? Refusal::ReservationExpired
                               : Refusal::ReservationReleased;
            gone.when = stored->view.expiresAt;
            return tl::make_unexpected(problemOf(gone));
        });
    };
    submit(event, std::move(job));
}

}  // namespace tessera::app
