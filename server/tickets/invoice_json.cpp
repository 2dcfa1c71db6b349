// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/invoice_json.h"

#include <nlohmann/json.hpp>

namespace tessera::tickets {
namespace {

using nlohmann::json;

json jsonOf(const InvoiceParty& party) {
    return {{"name", party.name}, {"address", party.address}, {"taxId", party.taxId}};
}

InvoiceParty partyOf(const json& from) {
    return {from.at("name").get<std::string>(), from.at("address").get<std::vector<std::string>>(),
            from.at("taxId").get<std::string>()};
}

Money moneyOf(const json& from, const char* key) {
    return {from.at(key).get<std::int64_t>()};
}

json jsonOf(const InvoiceLine& line) {
    json rates = json::array();
    for (const Rate& rate : line.rates) rates.push_back(rate.ppm);
    return {{"what", line.what}, {"place", line.place},   {"net", line.net.minor},
            {"ratesPpm", rates}, {"tax", line.tax.minor}, {"gross", line.gross.minor}};
}

InvoiceLine lineOf(const json& from) {
    InvoiceLine line{from.at("what").get<std::string>(),
                     from.at("place").get<std::string>(),
                     moneyOf(from, "net"),
                     {},
                     moneyOf(from, "tax"),
                     moneyOf(from, "gross")};
    for (const json& rate : from.at("ratesPpm")) line.rates.push_back({rate.get<std::int32_t>()});
    return line;
}

void readHead(const json& from, Invoice& out) {
    out.isCreditNote = from.at("isCreditNote").get<bool>();
    out.language = from.at("language").get<std::string>();
    out.timeZone = from.at("timeZone").get<std::string>();
    out.number = from.at("number").get<std::string>();
    out.ofInvoice = from.at("ofInvoice").get<std::string>();
    out.order = from.at("order").get<std::string>();
    out.issuedAt.micros = from.at("issuedAt").get<std::int64_t>();
    if (!from.at("dueAt").is_null()) out.dueAt = Instant{from.at("dueAt").get<std::int64_t>()};
    out.event = from.at("event").get<std::string>();
    out.startsAt.micros = from.at("startsAt").get<std::int64_t>();
    out.venue = from.at("venue").get<std::string>();
    out.seller = partyOf(from.at("seller"));
    out.buyer = partyOf(from.at("buyer"));
    out.total = moneyOf(from, "total");
    out.note = from.at("note").get<std::string>();
}

}  // namespace

std::string encodeInvoice(const Invoice& invoice) {
    json out = {{"isCreditNote", invoice.isCreditNote},
                {"language", invoice.language},
                {"currency", toString(invoice.currency)},
                {"timeZone", invoice.timeZone},
                {"number", invoice.number},
                {"ofInvoice", invoice.ofInvoice},
                {"order", invoice.order},
                {"issuedAt", invoice.issuedAt.micros},
                {"dueAt", invoice.dueAt ? json(invoice.dueAt->micros) : json(nullptr)},
                {"event", invoice.event},
                {"startsAt", invoice.startsAt.micros},
                {"venue", invoice.venue},
                {"seller", jsonOf(invoice.seller)},
                {"buyer", jsonOf(invoice.buyer)},
                {"lines", json::array()},
                {"taxes", json::array()},
                {"total", invoice.total.minor},
                {"payments", json::array()},
                {"note", invoice.note}};
    for (const InvoiceLine& line : invoice.lines) out["lines"].push_back(jsonOf(line));
    for (const InvoiceTax& tax : invoice.taxes) {
        out["taxes"].push_back(
            {{"ratePpm", tax.rate.ppm}, {"net", tax.net.minor}, {"tax", tax.tax.minor}});
    }
    for (const InvoicePayment& payment : invoice.payments) {
        out["payments"].push_back(
            {{"by", static_cast<int>(payment.by)}, {"amount", payment.amount.minor}});
    }
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Invoice> decodeInvoice(std::string_view text) {
    const json from = json::parse(text, nullptr, false);
    if (!from.is_object()) return failure("a stored invoice is no JSON object");
    try {
        Invoice out;
        const auto currency = parseCurrency(from.at("currency").get<std::string>());
        if (!currency) return failure("a stored invoice has an unknown currency");
        out.currency = *currency;
        readHead(from, out);
        for (const json& line : from.at("lines")) out.lines.push_back(lineOf(line));
        for (const json& tax : from.at("taxes")) {
            out.taxes.push_back({Rate{tax.at("ratePpm").get<std::int32_t>()}, moneyOf(tax, "net"),
                                 moneyOf(tax, "tax")});
        }
        for (const json& payment : from.at("payments")) {
            const int by = payment.at("by").get<int>();
            if (by < 0 || by > static_cast<int>(PaidBy::Exchange)) {
                return failure("a stored invoice has an unknown way of paying");
            }
            out.payments.push_back({static_cast<PaidBy>(by), moneyOf(payment, "amount")});
        }
        return out;
    } catch (const json::exception&) {
        return failure("a stored invoice has an unexpected shape");
    }
}

}  // namespace tessera::tickets
