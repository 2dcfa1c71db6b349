// SPDX-License-Identifier: Apache-2.0
#include "server/store/finance_report.h"

#include <tuple>

#include "server/store/price_shares.h"

namespace tessera::store {
namespace {

using engine::Account;

void addTo(std::optional<Money>& sum, Money amount) {
    sum = sum.value_or(Money{}) + amount;
}

// What of a ticket was given back and kept on the day.
struct Returned {
    Money refunded;
    Money retained;
    std::int64_t count = 0;
};

class Reporter {
public:
    Reporter(const DayFacts& facts, const ReportNames& names, const CategoryOf& categoryOf)
        : facts_(facts), names_(names), categoryOf_(categoryOf) {}

    std::vector<ReportLine> run() {
        for (const TenderMovement& tender : facts_.tenders) addTender(tender);
        addExchanges();
        for (const OrderMovement& order : facts_.orders) addOrder(order);
        std::vector<ReportLine> out = std::move(tenders_);
        for (auto* lines : {&tickets_, &part_, &fees_, &taxes_}) {
            for (auto& [key, line] : *lines) out.push_back(std::move(line));
        }
        for (const AccountMovement& account : facts_.accounts) out.push_back(lineOf(account));
        return out;
    }

private:
    using Key = std::tuple<std::int32_t, std::int16_t>;
    using Lines = std::map<Key, ReportLine>;

    void addTender(const TenderMovement& tender) {
        ReportLine line;
        line.section = "tender";
        line.key = std::string(nameOf(tender.kind)) + "/" + nameOf(tender.provider);
        line.count = tender.captures;
        line.gross = tender.captured;
        line.returned = tender.refunds;
        line.refunded = tender.refunded;
        tenders_.push_back(std::move(line));
    }

    // Not a tender's line: no money came by it.
    void addExchanges() {
        if (facts_.exchanges == 0) return;
        ReportLine line;
        line.section = "exchange";
        line.key = std::string(nameOf(engine::TenderKind::Exchange)) + "/" +
                   nameOf(engine::ProviderKind::House);
        line.count = facts_.exchanges;
        line.gross = facts_.exchanged;
        tenders_.push_back(std::move(line));
    }

    static ReportLine lineOf(const AccountMovement& account) {
        ReportLine line;
        line.section = "account";
        line.key = nameOf(account.account);
        line.count = account.entries;
        line.debit = account.debit;
        line.credit = account.credit;
        return line;
    }

    ReportLine& ticketLine(const engine::TicketRow& ticket) {
        const CategoryNo category = categoryOf_(ticket);
        ReportLine& line = tickets_[{ticket.type.value, category.value}];
        if (!line.section.empty()) return line;
        line.section = "ticket";
        line.key = std::to_string(ticket.type.value) + "/" + std::to_string(category.value);
        line.name = named(names_.ticketTypes, ticket.type.value) + ", " +
                    named(names_.categories, category.value);
        line.gross = line.net = line.tax = Money{};
        line.refunded = line.refundedTax = line.retained = Money{};
        return line;
    }

    ReportLine& taxLine(const TaxShare& tax) {
        ReportLine& line = taxes_[{tax.rate.ppm, 0}];
        if (!line.section.empty()) return line;
        line.section = "tax";
        line.key = std::to_string(tax.rate.ppm);
        line.name = std::to_string(tax.rate.ppm / 10000) + "." +
                    std::to_string(10000 + tax.rate.ppm % 10000).substr(1) + " %";
        line.net = line.tax = line.refundedTax = Money{};
        return line;
    }

    // Money of an order that has not come to its total, and what is settled of it when it has.
    void addPart(Money amount) {
        if (amount == Money{}) return;
        ReportLine& line = part_[{0, 0}];
        line.section = "part";
        line.key = "part_payment";
        ++line.count;
        addTo(line.gross, amount);
    }

    std::vector<PlaceShare> sharesOf(const OrderMovement& order) const {
        const auto terms = facts_.terms.find(order.termsVersion);
        static const engine::EventTerms kNone;
        return placeShares(order.quote, terms == facts_.terms.end() ? kNone : terms->second,
                           order.tickets.size());
    }

    void addOrder(const OrderMovement& order) {
        const bool sold = order.soldBefore < order.total || order.total == Money{};
        const bool whole = sold && order.soldBefore + order.soldToday >= order.total;
        // Rows that do not fit each other are money all the same.
        if (order.tickets.empty() || order.tickets.size() != placesOf(order.quote)) {
            addPart(order.soldToday);
            for (const ReturnMovement& back : order.returns) addReturnOfNothing(back);
            return;
        }
        const auto shares = sharesOf(order);
        if (whole) {
            for (std::size_t i = 0; i < shares.size(); ++i) addSold(order.tickets[i], shares[i]);
            addFees(order.quote);
        }
        addPart(whole ? order.soldToday - order.total : order.soldToday);
        for (const ReturnMovement& back : order.returns) addReturn(order, shares, back);
    }

    static std::string named(const std::map<std::int16_t, std::string>& all, std::int16_t number) {
        const auto found = all.find(number);
        return found == all.end() ? std::string("?") : found->second;
    }

    // What of the tickets' price are fees, as the quote states them.
    void addFees(const engine::Quote& quote) {
        for (const engine::PriceLine& line : quote.lines) {
            if (line.kind != engine::PriceLineKind::Fee) continue;
            ReportLine& fee = fees_[{line.rule, 0}];
            fee.section = "fee";
            fee.key = std::to_string(line.rule);
            fee.name = named(names_.fees, line.rule);
            ++fee.count;
            addTo(fee.gross, line.amount);
        }
    }

    void addSold(const SoldTicket& ticket, const PlaceShare& share) {
        ReportLine& line = ticketLine(ticket.row);
        ++line.count;
        addTo(line.gross, share.gross);
        addTo(line.net, share.net());
        addTo(line.tax, share.tax());
        for (const TaxShare& tax : share.taxes) {
            ReportLine& of = taxLine(tax);
            ++of.count;
            addTo(of.net, tax.base);
            addTo(of.tax, tax.tax);
        }
    }

    void addReturnOfNothing(const ReturnMovement& back) {
        ReportLine& line = part_[{1, 0}];
        line.section = "part";
        line.key = "refund_without_ticket";
        ++line.returned;
        addTo(line.refunded, back.today - back.retainedToday);
        addTo(line.retained, back.retainedToday);
    }

    void addReturn(const OrderMovement& order, const std::vector<PlaceShare>& shares,
                   const ReturnMovement& back) {
        std::vector<std::size_t> of;
        std::vector<Money> weights;
        for (std::size_t i = 0; i < order.tickets.size(); ++i) {
            if (order.tickets[i].group != back.group) continue;
            of.push_back(i);
            weights.push_back(order.tickets[i].row.price);
        }
        if (of.empty()) return addReturnOfNothing(back);
        const auto refunded = split(back.today - back.retainedToday, weights);
        const auto retained = split(back.retainedToday, weights);
        // Counted on the day when the first of it goes, and taken back where all of it comes back.
        const bool was = back.before > Money{};
        const bool is = back.before + back.today > Money{};
        const std::int64_t count = static_cast<int>(is) - static_cast<int>(was);
        for (std::size_t i = 0; i < of.size(); ++i) {
            addReturned(order.tickets[of[i]], shares[of[i]], {refunded[i], retained[i], count});
        }
    }

    // Of each tax as much as of the price is given back.
    void addReturned(const SoldTicket& ticket, const PlaceShare& share, const Returned& back) {
        ReportLine& line = ticketLine(ticket.row);
        line.returned += back.count;
        addTo(line.refunded, back.refunded);
        addTo(line.retained, back.retained);
        // Less than nothing: a refund that was taken back, after it had failed.
        const bool undone = back.refunded < Money{};
        const Money size = undone ? -back.refunded : back.refunded;
        if (size == Money{} || size > share.gross) return;
        const std::vector<Money> parts{size, share.gross - size};
        for (const TaxShare& tax : share.taxes) {
            const Money part = split(tax.tax, parts)[0];
            addTo(line.refundedTax, undone ? -part : part);
            ReportLine& of = taxLine(tax);
            of.returned += back.count;
            addTo(of.refundedTax, undone ? -part : part);
        }
    }

    const DayFacts& facts_;
    const ReportNames& names_;
    const CategoryOf& categoryOf_;
    std::vector<ReportLine> tenders_;
    Lines tickets_;
    Lines part_;
    Lines fees_;
    Lines taxes_;
};

bool isAsset(Account account) {
    return account == Account::Provider || account == Account::Receivable ||
           account == Account::Cash || account == Account::GiftCards;
}

}  // namespace

std::vector<ReportLine> dayReport(const DayFacts& facts, const ReportNames& names,
                                  const CategoryOf& categoryOf) {
    return Reporter(facts, names, categoryOf).run();
}

std::vector<std::string> reportFaults(const std::vector<ReportLine>& lines, const DayFacts& facts) {
    Money sold, back, kept, taken, all;
    for (const ReportLine& line : lines) {
        const Money gross = line.gross.value_or(Money{});
        const Money refunded = line.refunded.value_or(Money{});
        if (line.section == "tender") taken += gross - refunded;
        if (line.section == "ticket" || line.section == "part") {
            sold += gross;
            back += refunded;
            kept += line.retained.value_or(Money{});
        }
    }
    Money sales, retained, assets;
    for (const AccountMovement& each : facts.accounts) {
        const Money moved = each.debit - each.credit;
        all += moved;
        if (each.account == Account::Sales) sales -= moved;
        if (each.account == Account::Retained) retained -= moved;
        if (isAsset(each.account)) assets += moved;
    }
    std::vector<std::string> faults;
    const auto same = [&](const char* what, Money lineSum, Money ledger) {
        if (lineSum == ledger) return;
        faults.push_back(std::string(what) + ": lines " + std::to_string(lineSum.minor) +
                         ", ledger " + std::to_string(ledger.minor));
    };
    same("sales", sold - back - kept, sales);
    same("retained", kept, retained);
    same("tenders", taken, assets);
    same("all accounts", Money{}, all);
    return faults;
}

}  // namespace tessera::store
