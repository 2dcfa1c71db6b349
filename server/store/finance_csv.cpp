// SPDX-License-Identifier: Apache-2.0
#include "server/store/finance_report.h"

namespace tessera::store {
namespace {

constexpr const char* kHeader =
    "event,day,time_zone,currency,section,key,name,count,gross_minor,gross,net_minor,net,tax_minor,"
    "tax,returned,refunded_minor,refunded,refunded_tax_minor,refunded_tax,retained_minor,retained,"
    "debit_minor,debit,credit_minor,credit\r\n";

std::string field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

// "-45.50": with as many digits as the currency has.
std::string decimal(Money amount, Currency currency) {
    const auto places = static_cast<std::size_t>(minorDigits(currency));
    std::string text = std::to_string(amount.minor);
    const bool negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (places > 0) text.insert(text.size() - places, 1, '.');
    return negative ? "-" + text : text;
}

void addMoney(std::string& row, const std::optional<Money>& amount, Currency currency) {
    row += ',';
    if (amount) row += std::to_string(amount->minor);
    row += ',';
    if (amount) row += decimal(*amount, currency);
}

}  // namespace

std::string reportCsv(const std::vector<ReportLine>& lines, const DayFacts& facts,
                      const ReportNames& names) {
    std::string out = kHeader;
    const std::string head = encodePublicId(facts.event.value) + "," + field(names.day) + "," +
                             field(names.timeZone) + "," + toString(facts.currency);
    for (const ReportLine& line : lines) {
        out += head + "," + line.section + "," + field(line.key) + "," + field(line.name) + "," +
               std::to_string(line.count);
        addMoney(out, line.gross, facts.currency);
        addMoney(out, line.net, facts.currency);
        addMoney(out, line.tax, facts.currency);
        out += "," + std::to_string(line.returned);
        addMoney(out, line.refunded, facts.currency);
        addMoney(out, line.refundedTax, facts.currency);
        addMoney(out, line.retained, facts.currency);
        addMoney(out, line.debit, facts.currency);
        addMoney(out, line.credit, facts.currency);
        out += "\r\n";
    }
    return out;
}

const char* nameOf(engine::Account account) {
    constexpr const char* kNames[] = {"?",    "provider",   "sales",    "receivable",
                                      "cash", "gift_cards", "retained", "suspense"};
    const auto at = static_cast<std::size_t>(account);
    return at < std::size(kNames) ? kNames[at] : kNames[0];
}

const char* nameOf(engine::TenderKind kind) {
    constexpr const char* kNames[] = {"?",       "card",     "cash",  "gift_card",
                                      "invoice", "exchange", "reader"};
    const auto at = static_cast<std::size_t>(kind);
    return at < std::size(kNames) ? kNames[at] : kNames[0];
}

const char* nameOf(engine::ProviderKind provider) {
    constexpr const char* kNames[] = {"house", "stripe", "adyen", "gift_card"};
    const auto at = static_cast<std::size_t>(provider);
    return at < std::size(kNames) ? kNames[at] : "?";
}

}  // namespace tessera::store
