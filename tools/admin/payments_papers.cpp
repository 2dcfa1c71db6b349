// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/payments_papers.h"

#include <nlohmann/json.hpp>

namespace tessera::admin {
namespace {

using nlohmann::json;

Result<tickets::InvoiceParty> partyOf(const std::string& text, std::string* note) {
    tickets::InvoiceParty out;
    if (text.empty()) return out;
    const json from = json::parse(text, nullptr, false);
    if (!from.is_object() || !from.contains("name")) {
        return failure("a party is a JSON object with name, address and taxId");
    }
    try {
        out.name = from.at("name").get<std::string>();
        out.taxId = from.value("taxId", "");
        if (from.contains("address")) from.at("address").get_to(out.address);
        if (note != nullptr) *note = from.value("note", "");
    } catch (const json::exception&) {
        return failure("a party's name, taxId and note are texts, its address a list of texts");
    }
    return out;
}

Result<EventId> eventOf(const PaperOptions& options) {
    const auto id = decodePublicId(options.event);
    if (!id) return failure("--event takes an event's id");
    return EventId{*id};
}

// The local part of an id of this event.
Result<std::int64_t> localOf(const std::string& publicId, EventId event, const char* what) {
    const auto id = decodeEventScopedId(publicId);
    if (!id || id->event != event) return failure(std::string("not of this event: --") + what);
    return id->local;
}

}  // namespace

Result<std::string> dayReportCsv(const app::PaperSources& sources, const PaperOptions& options,
                                 Instant now) {
    const auto event = eventOf(options);
    if (!event) return tl::make_unexpected(event.error());
    auto csv = app::dayReportCsv(sources, *event, options.day, now);
    if (!csv && csv.error().code == app::kDayInvalid) {
        return failure("--day takes a day as in 2026-05-04");
    }
    return csv;
}

Result<app::MadeInvoice> invoicePdf(const app::PaperSources& sources, const PaperOptions& options,
                                    Instant now) {
    const auto event = eventOf(options);
    if (!event) return tl::make_unexpected(event.error());
    app::InvoiceWanted wanted;
    wanted.subject.event = *event;
    const auto order = localOf(options.order, *event, "order");
    if (!order) return tl::make_unexpected(order.error());
    wanted.subject.order = OrderId{*order};
    if (!options.refund.empty()) {
        const auto refund = localOf(options.refund, *event, "refund");
        if (!refund) return tl::make_unexpected(refund.error());
        wanted.subject.group = RefundId{*refund};
    }
    wanted.language = options.language;
    const auto seller = partyOf(options.sellerJson, &wanted.note);
    if (!seller) return tl::make_unexpected(seller.error());
    const auto buyer = partyOf(options.buyerJson, nullptr);
    if (!buyer) return tl::make_unexpected(buyer.error());
    wanted.seller = *seller;
    wanted.buyer = *buyer;
    return app::invoicePaper(sources, wanted, now);
}

}  // namespace tessera::admin
