// SPDX-License-Identifier: Apache-2.0
// Which call does what: Stripe's paths, the rights of keys, listing.
#include <algorithm>

#include "tools/paysim/sandbox.h"

namespace tessera::paysim {
namespace {

Answer answerOf(const ApiError& error) {
    return {error.httpStatus, renderError(error).dump()};
}

ApiError unknownUrl() {
    ApiError error;
    error.httpStatus = 404;
    error.message = "Unrecognized request URL.";
    return error;
}

bool wantsCharge(const http::Form& form) {
    const auto expand = form.list("expand");
    return std::find(expand.begin(), expand.end(), "latest_charge") != expand.end() ||
           std::find(expand.begin(), expand.end(), "data.latest_charge") != expand.end();
}

struct Page {
    std::size_t limit = 10;
    std::int64_t createdFrom = INT64_MIN;
    std::int64_t createdTo = INT64_MAX;  // Inclusive.
};

tl::expected<Page, ApiError> readPage(const http::Form& form) {
    Page page;
    if (form.find("limit")) {
        const auto limit = readInteger(form, "limit", 1, 100);
        if (!limit) return tl::make_unexpected(limit.error());
        page.limit = static_cast<std::size_t>(*limit);
    }
    struct Bound {
        std::string_view name;
        std::int64_t* out;
        std::int64_t shift;
    };
    const Bound bounds[] = {{"created[gte]", &page.createdFrom, 0},
                            {"created[gt]", &page.createdFrom, 1},
                            {"created[lte]", &page.createdTo, 0},
                            {"created[lt]", &page.createdTo, -1}};
    for (const Bound& bound : bounds) {
        if (!form.find(bound.name)) continue;
        const auto value = readInteger(form, bound.name, 0, INT64_MAX / 2);
        if (!value) return tl::make_unexpected(value.error());
        *bound.out = *value + bound.shift;
    }
    return page;
}

// Collects one page, newest first, of what lies before `end` in the order of creation.
template <class Items, class Take>
bool collect(const Items& items, std::size_t end, const Page& page, Take take) {
    std::size_t taken = 0;
    for (std::size_t i = end; i-- > 0;) {
        const auto& item = *items[i];
        if (item.created < page.createdFrom) return false;  // All that follow are older.
        if (item.created > page.createdTo) continue;
        if (taken == page.limit) return true;
        taken += take(item) ? 1 : 0;
    }
    return false;
}

}  // namespace

// The rights of a publishable key: to see and confirm the one payment whose secret it has.
std::optional<ApiError> Sandbox::forbids(const Call& call, const Intent* intent) const {
    const auto secret = call.form.find("client_secret");
    ApiError error;
    if (intent != nullptr && secret && *secret != intent->clientSecret) {
        error.code = "payment_intent_invalid_parameter";
        error.param = "client_secret";
        error.message = "The client_secret provided does not match this PaymentIntent.";
        return error;
    }
    if (!call.publishable) return std::nullopt;
    const std::string_view verb = call.path.size() == 4 ? std::string_view(call.path[3]) : "";
    const bool open =
        call.post ? verb == "confirm" || verb == "complete_action" : call.path.size() == 3;
    if (intent != nullptr && secret && open) return std::nullopt;
    error.httpStatus = 403;
    error.code = "secret_key_required";
    error.message = "This call needs a secret key, or the client_secret of its PaymentIntent.";
    return error;
}

Answer Sandbox::executeIntents(const Call& call, Effect& effect) {
    if (call.path.size() == 2) {
        if (const auto error = forbids(call, nullptr)) return answerOf(*error);
        if (call.path.front() != "v1") return answerOf(unknownUrl());
        if (!call.post) return listIntents(call.form);
        effect = createIntent(call.form, context());
        if (effect.error) return answerOf(*effect.error);
        return {200, renderIntent(effect.intent, wantsCharge(call.form)).dump()};
    }
    if (call.path.size() == 3 && call.path[2] == "search" && !call.post) {
        if (const auto error = forbids(call, nullptr)) return answerOf(*error);
        return searchIntents(call.form);
    }
    const auto found = intentById_.find(call.path[2]);
    const Intent* intent = found == intentById_.end() ? nullptr : found->second;
    if (intent == nullptr) return answerOf(noSuch("payment_intent", call.path[2], "intent"));
    if (const auto error = forbids(call, intent)) return answerOf(*error);
    return executeIntent(call, *intent, effect);
}

Answer Sandbox::executeIntent(const Call& call, const Intent& intent, Effect& effect) {
    const bool expand = wantsCharge(call.form);
    const bool v1 = call.path.front() == "v1";
    if (call.path.size() == 3 && v1 && !call.post) {
        return {200, renderIntent(intent, expand).dump()};
    }
    if (call.path.size() != 4 || !call.post) return answerOf(unknownUrl());
    const std::string& verb = call.path[3];
    if (v1 && verb == "confirm") {
        effect = confirmIntent(intent, call.form, context());
    } else if (v1 && verb == "cancel") {
        effect = cancelIntent(intent, call.form, context());
    } else if (v1 && verb == "capture") {
        effect = captureIntent(intent, call.form, context());
    } else if (!v1 && verb == "complete_action") {
        effect = completeAction(intent, call.form, context());
    } else {
        return answerOf(unknownUrl());
    }
    if (effect.error) return answerOf(*effect.error);
    return {200, renderIntent(effect.intent, expand).dump()};
}

const Intent* Sandbox::intentFor(const http::Form& form) {
    if (const auto id = form.find("payment_intent")) {
        const auto it = intentById_.find(std::string(*id));
        return it == intentById_.end() ? nullptr : it->second;
    }
    const auto it = intentByCharge_.find(std::string(form.find("charge").value_or("")));
    return it == intentByCharge_.end() ? nullptr : it->second;
}

Answer Sandbox::executeRefunds(const Call& call, Effect& effect) {
    if (const auto error = forbids(call, nullptr)) return answerOf(*error);
    if (call.path.size() == 3 && !call.post) {
        const auto it = refundById_.find(call.path[2]);
        if (it == refundById_.end()) return answerOf(noSuch("refund", call.path[2], "id"));
        return {200, renderRefund(*it->second).dump()};
    }
    if (call.path.size() != 2) return answerOf(unknownUrl());
    if (!call.post) return listRefunds(call.form);
    const auto intentId = call.form.find("payment_intent");
    const auto chargeId = call.form.find("charge");
    if (!intentId && !chargeId) {
        effect.error = missingParameter("payment_intent");
        return answerOf(*effect.error);
    }
    const Intent* intent = intentFor(call.form);
    if (intent == nullptr) {
        return answerOf(intentId ? noSuch("payment_intent", *intentId, "payment_intent")
                                 : noSuch("charge", *chargeId, "charge"));
    }
    effect = createRefund(*intent, call.form, context());
    if (effect.error) return answerOf(*effect.error);
    return {200, renderRefund(*effect.refund).dump()};
}

Answer Sandbox::fetchCharge(const Call& call) {
    if (const auto error = forbids(call, nullptr)) return answerOf(*error);
    if (call.path.size() != 3 || call.post) return answerOf(unknownUrl());
    const auto it = intentByCharge_.find(call.path[2]);
    // Only the latest charge of an intent is kept.
    if (it == intentByCharge_.end() || it->second->charge->id != call.path[2]) {
        return answerOf(noSuch("charge", call.path[2], "id"));
    }
    return {200, renderCharge(*it->second).dump()};
}

Answer Sandbox::listIntents(const http::Form& form) {
    const auto page = readPage(form);
    if (!page) return answerOf(page.error());
    std::size_t end = intents_.size();
    if (const auto after = form.find("starting_after")) {
        const auto it = intentById_.find(std::string(*after));
        if (it == intentById_.end()) {
            return answerOf(noSuch("payment_intent", *after, "starting_after"));
        }
        end = it->second->ordinal;
    }
    const bool expand = wantsCharge(form);
    Json data = Json::array();
    const bool more = collect(intents_, end, *page, [&](const Intent& intent) {
        data.push_back(renderIntent(intent, expand));
        return true;
    });
    return {200, renderList("/v1/payment_intents", std::move(data), more).dump()};
}

// Of Stripe's query language the one clause that names an object by what its maker wrote on it:
// metadata['KEY']:'VALUE'.
Answer Sandbox::searchIntents(const http::Form& form) {
    constexpr std::string_view kBegin = "metadata['";
    constexpr std::string_view kMiddle = "']:'";
    const auto page = readPage(form);
    if (!page) return answerOf(page.error());
    const auto query = form.find("query");
    if (!query) return answerOf(missingParameter("query"));
    std::string_view rest = *query;
    const auto middle = rest.find(kMiddle);
    if (!rest.starts_with(kBegin) || middle == std::string_view::npos || !rest.ends_with('\'') ||
        rest.size() <= middle + kMiddle.size()) {
        return answerOf(invalidParameter("query", "It must be metadata['KEY']:'VALUE'."));
    }
    const std::string_view key = rest.substr(kBegin.size(), middle - kBegin.size());
    rest.remove_prefix(middle + kMiddle.size());
    rest.remove_suffix(1);
    Json data = Json::array();
    const bool more = collect(intents_, intents_.size(), *page, [&](const Intent& intent) {
        const bool wanted =
            std::any_of(intent.metadata.begin(), intent.metadata.end(),
                        [&](const auto& pair) { return pair.first == key && pair.second == rest; });
        if (wanted) data.push_back(renderIntent(intent, false));
        return wanted;
    });
    Json found = renderList("/v1/payment_intents/search", std::move(data), more);
    found["object"] = "search_result";
    found["next_page"] = nullptr;
    return {200, found.dump()};
}

Answer Sandbox::listRefunds(const http::Form& form) {
    const auto page = readPage(form);
    if (!page) return answerOf(page.error());
    std::size_t end = refunds_.size();
    if (const auto after = form.find("starting_after")) {
        const auto it = refundById_.find(std::string(*after));
        if (it == refundById_.end()) return answerOf(noSuch("refund", *after, "starting_after"));
        end = it->second->ordinal;
    }
    const auto intent = form.find("payment_intent");
    const auto charge = form.find("charge");
    Json data = Json::array();
    const bool more = collect(refunds_, end, *page, [&](const Refund& refund) {
        if ((intent && refund.intent != *intent) || (charge && refund.charge != *charge)) {
            return false;
        }
        data.push_back(renderRefund(refund));
        return true;
    });
    return {200, renderList("/v1/refunds", std::move(data), more).dump()};
}

}  // namespace tessera::paysim
