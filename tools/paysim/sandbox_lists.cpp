// SPDX-License-Identifier: Apache-2.0
// Pages of objects, newest first, and charges and events, which are only read; see sandbox.h.
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

struct Page {
    std::size_t limit = 10;
    std::int64_t createdFrom = INT64_MIN;
    std::int64_t createdTo = INT64_MAX;  // Inclusive.
    std::size_t begin = 0;               // Ordinals from `begin` to before `end`.
    std::size_t end = SIZE_MAX;
    bool upwards = false;  // The oldest of them, not the newest.

    bool has(std::int64_t created) const { return created >= createdFrom && created <= createdTo; }
};

std::optional<ApiError> readCreated(const http::Form& form, Page& page) {
    struct Bound {
        std::string_view name;
        std::int64_t from;  // What is added to the value for the first second that is in.
        std::int64_t to;
    };
    constexpr std::int64_t kOpen = INT64_MAX;
    const Bound bounds[] = {{"created", 0, 0},
                            {"created[gte]", 0, kOpen},
                            {"created[gt]", 1, kOpen},
                            {"created[lte]", kOpen, 0},
                            {"created[lt]", kOpen, -1}};
    for (const Bound& bound : bounds) {
        if (!form.find(bound.name)) continue;
        const auto value = readInteger(form, bound.name, 0, INT64_MAX / 2);
        if (!value) return value.error();
        if (bound.from != kOpen) page.createdFrom = std::max(page.createdFrom, *value + bound.from);
        if (bound.to != kOpen) page.createdTo = std::min(page.createdTo, *value + bound.to);
    }
    return std::nullopt;
}

template <class ById>
tl::expected<Page, ApiError> readPage(const http::Form& form, const ById& byId,
                                      std::string_view kind) {
    Page page;
    if (form.find("limit")) {
        const auto limit = readInteger(form, "limit", 1, 100);
        if (!limit) return tl::make_unexpected(limit.error());
        page.limit = static_cast<std::size_t>(*limit);
    }
    if (auto error = readCreated(form, page)) return tl::make_unexpected(std::move(*error));
    for (const std::string_view name : {"starting_after", "ending_before"}) {
        const auto id = form.find(name);
        if (!id) continue;
        const auto found = byId.find(std::string(*id));
        if (found == byId.end()) return tl::make_unexpected(noSuch(kind, *id, name));
        page.upwards = name == "ending_before";
        if (page.upwards) {
            page.begin = found->second->ordinal + 1;
        } else {
            page.end = found->second->ordinal;
        }
    }
    return page;
}

// One page of what `wanted` lets through, as `show` writes it; newest first either way.
template <class Rows, class Wanted, class Show>
Json collect(std::string_view url, const Rows& rows, const Page& page, Wanted wanted, Show show) {
    const std::size_t end = std::min(page.end, rows.size());
    std::vector<std::size_t> taken;
    bool more = false;
    for (std::size_t step = 0; page.begin + step < end; ++step) {
        const std::size_t i = page.upwards ? page.begin + step : end - 1 - step;
        const auto& row = *rows[i];
        if (!page.upwards && row.created < page.createdFrom) break;  // What follows is older.
        if (!page.has(row.created) || !wanted(row)) continue;
        more = taken.size() == page.limit;
        if (more) break;
        taken.push_back(i);
    }
    if (page.upwards) std::reverse(taken.begin(), taken.end());
    Json data = Json::array();
    for (const std::size_t i : taken) data.push_back(show(*rows[i]));
    return renderList(url, std::move(data), more);
}

constexpr auto kAll = [](const auto&) { return true; };

}  // namespace

Answer Sandbox::listIntents(const http::Form& form) {
    const auto page = readPage(form, intentById_, "payment_intent");
    if (!page) return answerOf(page.error());
    return {200, collect("/v1/payment_intents", intents_, *page, kAll, [&](const Intent& intent) {
                     return show(intent, form, "data.");
                 }).dump()};
}

// Of Stripe's query language the one clause that names an object by what its maker wrote on it:
// metadata['KEY']:'VALUE'.
Answer Sandbox::searchIntents(const Call& call, Batch& batch) {
    constexpr std::string_view kBegin = "metadata['";
    constexpr std::string_view kMiddle = "']:'";
    const auto page = readPage(call.form, intentById_, "payment_intent");
    if (!page) return answerOf(page.error());
    const auto query = call.form.find("query");
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
    Json found = collect(
        "/v1/payment_intents/search", intents_, *page,
        [&](const Intent& intent) {
            return std::any_of(
                intent.metadata.begin(), intent.metadata.end(),
                [&](const auto& pair) { return pair.first == key && pair.second == rest; });
        },
        [&](const Intent& intent) {
            writeShown(batch, call, intent.id, intent.id, toText(intent.status));
            return show(intent, call.form, "data.");
        });
    if (found.at("data").empty()) writeShown(batch, call, "", *query, "none");
    found["object"] = "search_result";
    found["next_page"] = nullptr;
    return {200, found.dump()};
}

Answer Sandbox::listRefunds(const http::Form& form) {
    const auto page = readPage(form, refundById_, "refund");
    if (!page) return answerOf(page.error());
    const auto intent = form.find("payment_intent");
    const auto charge = form.find("charge");
    const auto wanted = [&](const Refund& refund) {
        return (!intent || refund.intent == *intent) && (!charge || refund.charge == *charge);
    };
    return {200, collect("/v1/refunds", refunds_, *page, wanted, renderRefund).dump()};
}

Answer Sandbox::listReaders(const http::Form& form) {
    const auto page = readPage(form, readerById_, "terminal.reader");
    if (!page) return answerOf(page.error());
    return {200, collect("/v1/terminal/readers", readers_, *page, kAll, renderReader).dump()};
}

Answer Sandbox::readCharges(const Call& call) {
    if (const auto error = forbids(call, nullptr)) return answerOf(*error);
    if (call.post || call.path.size() > 3) return answerOf(unknownUrl());
    const auto render = [](const ChargeRow& row) { return renderCharge(*row.intent, row.charge); };
    if (call.path.size() == 3) {
        const auto found = chargeById_.find(call.path[2]);
        if (found == chargeById_.end()) return answerOf(noSuch("charge", call.path[2], "id"));
        return {200, render(*found->second).dump()};
    }
    const auto page = readPage(call.form, chargeById_, "charge");
    if (!page) return answerOf(page.error());
    const auto intent = call.form.find("payment_intent");
    const auto wanted = [&](const ChargeRow& row) { return !intent || row.intent->id == *intent; };
    return {200, collect("/v1/charges", charges_, *page, wanted, render).dump()};
}

Answer Sandbox::readEvents(const Call& call) {
    if (const auto error = forbids(call, nullptr)) return answerOf(*error);
    if (call.post || call.path.size() > 3) return answerOf(unknownUrl());
    if (call.path.size() == 3) {
        const auto found = eventById_.find(call.path[2]);
        if (found == eventById_.end()) return answerOf(noSuch("event", call.path[2], "id"));
        return {200, eventJson(*found->second).dump()};
    }
    const auto page = readPage(call.form, eventById_, "event");
    if (!page) return answerOf(page.error());
    auto types = call.form.list("types");
    if (const auto type = call.form.find("type")) types.emplace_back(*type);
    const auto delivered = call.form.find("delivery_success");
    const auto wanted = [&](const EventRow& row) {
        const bool typed =
            types.empty() || std::find(types.begin(), types.end(), row.type) != types.end();
        return typed && (!delivered || row.pending == (*delivered == "false"));
    };
    return {200, collect("/v1/events", events_, *page, wanted, [&](const EventRow& row) {
                     return eventJson(row);
                 }).dump()};
}

// As it was when it happened, with what is known of its delivery now.
Json Sandbox::eventJson(const EventRow& row) const {
    const Json line = Json::parse(ledger_->read(row.offset, row.length), nullptr, false);
    if (!line.is_object() || !line.contains("body")) return nullptr;
    Json body = line.at("body");
    body["pending_webhooks"] = row.pending ? 1 : 0;
    return body;
}

}  // namespace tessera::paysim
