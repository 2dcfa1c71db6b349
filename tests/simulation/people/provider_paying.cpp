// SPDX-License-Identifier: Apache-2.0
// What buyers do at the provider; see provider_house.h.
#include <algorithm>

#include "tests/simulation/people/durations.h"
#include "tests/simulation/people/provider_house.h"

namespace tessera::simulation {
namespace {

using engine::ObjectState;

constexpr Duration kBrowserPatience = kSeconds(15);
constexpr Duration kLateAtLeast = kSeconds(10);
constexpr Duration kLateAtMost = kSeconds(15 * 60);

}  // namespace

void SimProviderHouse::confirm(const std::string& objectId, const std::string& clientSecret,
                               Payer payer, Confirmed confirmed) {
    const auto silence = [this, confirmed] {
        with_.agenda.after(kBrowserPatience, kWorld, [confirmed] { confirmed(std::nullopt); });
    };
    const auto there = with_.network.wayOf(kPeopleEnd, kProviderEnd);
    if (!there || down_) return silence();
    with_.agenda.after(
        *there, kWorld, [this, id = objectId, secret = clientSecret, payer, confirmed, silence] {
            const auto state = pays(id, secret, payer);
            const auto back = with_.network.wayOf(kProviderEnd, kPeopleEnd);
            if (!back) return silence();
            with_.agenda.after(*back, kWorld, [confirmed, state] { confirmed(state); });
        });
}

// Nothing for who has not the secret: as good as no answer.
std::optional<ObjectState> SimProviderHouse::pays(const std::string& id, const std::string& secret,
                                                  Payer payer) {
    const auto found = objects_.find(id);
    if (found == objects_.end() || found->second.clientSecret != secret) return std::nullopt;
    Object& object = found->second;
    if (object.state != ObjectState::RequiresPaymentMethod &&
        object.state != ObjectState::RequiresConfirmation) {
        return object.state;
    }
    ++object.confirms;
    startPaying(object, payer);
    return object.state;
}

void SimProviderHouse::startPaying(Object& object, Payer payer) {
    auto& random = with_.random;
    const bool late = payer != Payer::Declined && payer != Payer::NeverChecks &&
                      with_.faults.fires(Fault::ProviderAuthorizesLate);
    const Duration lateness = late ? random.between(kLateAtLeast, kLateAtMost) : Duration{};
    const bool runsOut = payer == Payer::AuthorizesThenRunsOut;
    switch (payer) {
        case Payer::Declined:
            return changed(object);
        case Payer::NeverChecks:
            object.state = ObjectState::RequiresAction;
            return changed(object);
        case Payer::AuthorizesAfterCheck: {
            const Duration check = random.between(kSeconds(2), kSeconds(60));
            return pends(object, ObjectState::RequiresAction, late ? lateness : check, true, false);
        }
        case Payer::ProcessesThenDecides: {
            const Duration time = random.between(kMillis(500), kSeconds(30));
            return pends(object, ObjectState::Processing, late ? lateness : time,
                         random.chance(700000), false);
        }
        case Payer::AuthorizesAtOnce:
        case Payer::AuthorizesThenRunsOut:
            if (late) return pends(object, ObjectState::Processing, lateness, true, runsOut);
            return authorize(object, runsOut);
    }
}

// In between: it decides after `time`, unless something else became of the object.
void SimProviderHouse::pends(Object& object, ObjectState state, Duration time, bool authorizes,
                             bool runsOut) {
    object.state = state;
    changed(object);
    with_.agenda.after(
        time, kWorld,
        [this, id = object.id, state, confirm = object.confirms, authorizes, runsOut] {
            Object& now = objects_.at(id);
            if (now.state != state || now.confirms != confirm) return;
            if (authorizes) return authorize(now, runsOut);
            now.state = ObjectState::RequiresPaymentMethod;
            changed(now);
        });
}

// Some ways to pay take the money at once, some authorize less than they were asked for: both are
// rare, and never what was wanted.
bool SimProviderHouse::paysOtherwise(Object& object) {
    if (!refuses(oddPayments_)) return false;
    const Money part{std::max<std::int64_t>(1, object.amount.minor / with_.random.between(2, 4))};
    if (with_.random.chance(500000)) {
        object.state = ObjectState::RequiresCapture;
        object.authorized = part;
        did(ProviderDid::Authorized, object, part);
    } else {
        object.state = ObjectState::Succeeded;
        object.captured = with_.random.chance(300000) ? part : object.amount;
        did(ProviderDid::TookAtOnce, object, object.captured);
    }
    changed(object);
    return true;
}

void SimProviderHouse::authorize(Object& object, bool runsOut) {
    if (object.wasToEnd) ++counts_.late;
    if (paysOtherwise(object)) return;
    object.state = ObjectState::RequiresCapture;
    object.authorized = object.amount;
    did(ProviderDid::Authorized, object, object.amount);
    changed(object);
    if (!runsOut) return;
    const bool soon = with_.random.chance(500000);
    const Duration time =
        with_.random.between(kMillis(1), soon ? kSeconds(2) : Duration::ofMinutes(12));
    with_.agenda.after(time, kWorld, [this, id = object.id] {
        Object& now = objects_.at(id);
        if (now.state == ObjectState::RequiresCapture) cancel(now);
    });
}

}  // namespace tessera::simulation
