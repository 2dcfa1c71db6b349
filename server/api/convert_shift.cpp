// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_shift.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>
#include <map>
#include <set>

#include "server/api/convert_common.h"
#include "server/api/reasons.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

using app::Answer;
using store::DrawerKind;
using store::ShiftRow;
using store::ShiftState;

constexpr int kFloatsMax = 8;
constexpr int kCountsMax = 16;
constexpr int kDenominationsMax = 40;
constexpr std::int32_t kOfOneMax = 100'000;
// Of one amount: sums of all that a shift may have stay far from what 64 bits hold.
constexpr std::int64_t kShiftAmountMax = 1'000'000'000'000;
constexpr std::size_t kDrawerReasonBytesMax = 200;

std::string at(std::string_view field, int index) {
    return std::string(field) + "[" + std::to_string(index) + "]";
}

void setBalance(v1::DrawerBalance* out, const store::ShiftBalance& balance) {
    const Currency currency = balance.currency;
    setMoney(out->mutable_opening_float(), balance.openingFloat, currency);
    setMoney(out->mutable_sales(), balance.sales, currency);
    setMoney(out->mutable_refunds(), balance.refunds, currency);
    setMoney(out->mutable_paid_in(), balance.paidIn, currency);
    setMoney(out->mutable_paid_out(), balance.paidOut, currency);
    setMoney(out->mutable_expected(), balance.expected(), currency);
    setMoney(out->mutable_counted(), balance.counted, currency);
    setMoney(out->mutable_variance(), balance.variance(), currency);
    for (const store::Denomination& each : balance.denominations) {
        auto* denomination = out->add_denominations();
        denomination->set_minor_units(each.worth);
        denomination->set_count(each.number);
    }
}

void setEntry(v1::DrawerEntry* out, const store::DrawerEntry& entry, const ShiftNames& names) {
    out->set_kind(static_cast<v1::DrawerEntry::Kind>(entry.kind));
    if (entry.kind != DrawerKind::NoSale) {
        setMoney(out->mutable_amount(), entry.amount, entry.currency);
    }
    out->set_reason(entry.reason);
    setTime(out->mutable_create_time(), entry.at);
    out->set_staff_name(names.staff(entry.by));
}

// The numbers of both are the same.
v1::TenderKind kindOf(std::int16_t tender) {
    return static_cast<v1::TenderKind>(tender);
}

bool isCounted(const ShiftRow& row) {
    return row.state >= ShiftState::Counted;
}

void addTenders(v1::ShiftReport& out, const shift::ReportFacts& facts) {
    std::map<std::pair<Currency, std::int16_t>, store::TenderSum> sums;
    for (const store::EventSum& event : facts.events) {
        for (const store::TenderSum& tender : event.tenders) {
            const bool told = isCounted(facts.shift) || tender.kind != store::kCashTender;
            if (!told) continue;
            store::TenderSum& sum = sums[{event.currency, tender.kind}];
            sum.payments += tender.payments;
            sum.taken += tender.taken;
            sum.refunds += tender.refunds;
            sum.returned += tender.returned;
        }
    }
    for (const auto& [key, sum] : sums) {
        auto* tender = out.add_tenders();
        tender->set_kind(kindOf(key.second));
        tender->set_payments(sum.payments);
        setMoney(tender->mutable_taken(), sum.taken, key.first);
        tender->set_refunds(sum.refunds);
        setMoney(tender->mutable_returned(), sum.returned, key.first);
    }
}

void addEvents(v1::ShiftReport& out, const shift::ReportFacts& facts) {
    for (const store::EventSum& sum : facts.events) {
        auto* event = out.add_events();
        event->set_event(encodePublicId(sum.event.value));
        event->set_name(sum.title);
        event->set_tickets_sold(sum.ticketsSold);
        event->set_tickets_returned(sum.ticketsReturned);
        if (!isCounted(facts.shift)) continue;
        Money net;
        for (const store::TenderSum& tender : sum.tenders) net += tender.taken - tender.returned;
        setMoney(event->mutable_net(), net, sum.currency);
    }
}

// The sum of a currency's denominations; INVALID_FIELD.
Answer<store::ShiftCount> toCount(const v1::CurrencyCount& count, const std::string& field) {
    const auto currency = parseCurrency(count.currency_code());
    if (!currency) {
        return tl::make_unexpected(
            invalidField(field + ".currencyCode", "three capital letters of ISO 4217"));
    }
    if (count.denominations_size() > kDenominationsMax) {
        return tl::make_unexpected(invalidField(field + ".denominations", "at most 40"));
    }
    store::ShiftCount out{*currency, {}, {}};
    std::set<std::int64_t> worths;
    for (int i = 0; i < count.denominations_size(); ++i) {
        const auto& each = count.denominations(i);
        const std::string one = at(field + ".denominations", i);
        if (each.minor_units() < 1 || each.minor_units() > kShiftAmountMax) {
            return tl::make_unexpected(invalidField(one + ".minorUnits", "1 to 1000000000000"));
        }
        if (each.count() < 0 || each.count() > kOfOneMax) {
            return tl::make_unexpected(invalidField(one + ".count", "0 to 100000"));
        }
        if (!worths.insert(each.minor_units()).second) {
            return tl::make_unexpected(invalidField(one + ".minorUnits", "each once"));
        }
        // At most 40 times 10^17: no sum overflows before it is too large.
        out.counted += Money{each.minor_units() * each.count()};
        if (out.counted.minor > kShiftAmountMax) {
            return tl::make_unexpected(
                invalidField(field + ".denominations", "at most 1000000000000 in all"));
        }
        out.denominations.push_back({each.minor_units(), each.count()});
    }
    return out;
}

}  // namespace

v1::Shift toProto(const ShiftRow& row, const ShiftNames& names, bool whole) {
    v1::Shift out;
    out.set_shift(encodePublicId(row.id.value));
    out.set_number(row.number);
    out.set_device(encodePublicId(row.device.value));
    out.set_device_name(names.device(row.device));
    out.set_staff(encodePublicId(row.staff.value));
    out.set_staff_name(names.staff(row.staff));
    out.set_state(static_cast<v1::Shift::State>(row.state));
    out.set_version(row.version);
    setTime(out.mutable_open_time(), row.openedAt);
    if (row.closedAt != Instant::never()) setTime(out.mutable_close_time(), row.closedAt);
    for (const store::ShiftBalance& balance : row.balances) {
        // Of a currency that came in later there was nothing at the beginning.
        if (balance.openingFloat.minor != 0 || balance.paidIn.minor + balance.paidOut.minor == 0) {
            setMoney(out.add_opening_float(), balance.openingFloat, balance.currency);
        }
        if (isCounted(row)) setBalance(out.add_balances(), balance);
    }
    std::set<std::string> currencies;
    for (const store::ShiftBalance& each : row.balances) currencies.insert(toString(each.currency));
    for (const Currency each : row.cashIn) currencies.insert(toString(each));
    for (const std::string& each : currencies) out.add_currencies(each);
    if (whole) {
        for (const auto& entry : row.entries) setEntry(out.add_entries(), entry, names);
    }
    out.set_explanation(row.explanation);
    if (row.signedOffBy) out.set_signed_off_by(names.staff(row.signedOffBy));
    if (row.next) out.set_next_shift(encodePublicId(row.next.value));
    return out;
}

v1::ShiftReport toProto(const shift::ReportFacts& facts, const ShiftNames& names) {
    v1::ShiftReport out;
    *out.mutable_shift() = toProto(facts.shift, names, true);
    out.set_final(facts.final);
    addTenders(out, facts);
    addEvents(out, facts);
    setTime(out.mutable_report_time(), facts.at);
    return out;
}

std::string bytesOf(const v1::ShiftReport& report) {
    std::string bytes;
    {
        google::protobuf::io::StringOutputStream stream(&bytes);
        google::protobuf::io::CodedOutputStream coded(&stream);
        coded.SetSerializationDeterministic(true);
        report.SerializeToCodedStream(&coded);
    }
    return bytes;
}

Answer<v1::ShiftReport> reportOf(const std::string& bytes) {
    v1::ShiftReport report;
    if (!report.ParseFromString(bytes)) {
        return tl::make_unexpected(app::internalProblem("The stored report cannot be read."));
    }
    report.set_hash(shift::hashOfReport(bytes));
    return report;
}

Answer<ShiftId> parseShiftId(std::string_view text) {
    const auto id = decodePublicId(text);
    if (!id) return tl::make_unexpected(invalidId("shift"));
    return ShiftId{*id};
}

Answer<std::vector<store::ShiftBalance>> toFloats(const v1::OpenShiftRequest& request) {
    if (request.opening_float_size() < 1 || request.opening_float_size() > kFloatsMax) {
        return tl::make_unexpected(invalidField("openingFloat", "1 to 8"));
    }
    std::vector<store::ShiftBalance> out;
    std::set<Currency> seen;
    for (int i = 0; i < request.opening_float_size(); ++i) {
        const v1::Money& money = request.opening_float(i);
        const std::string field = at("openingFloat", i);
        const auto currency = parseCurrency(money.currency_code());
        if (!currency) {
            return tl::make_unexpected(
                invalidField(field + ".currencyCode", "three capital letters of ISO 4217"));
        }
        if (!seen.insert(*currency).second) {
            return tl::make_unexpected(invalidField(field + ".currencyCode", "each once"));
        }
        if (money.minor_units() < 0 || money.minor_units() > kShiftAmountMax) {
            return tl::make_unexpected(invalidField(field + ".minorUnits", "0 to 1000000000000"));
        }
        out.push_back({*currency, Money{money.minor_units()}});
    }
    return out;
}

Answer<store::DrawerEntry> toDrawerEntry(const v1::DrawerEntry& entry) {
    const auto wrong = [](std::string_view field, std::string_view rule) {
        return tl::make_unexpected(invalidField(field, rule));
    };
    store::DrawerEntry out;
    if (entry.kind() < v1::DrawerEntry::PAID_IN || entry.kind() > v1::DrawerEntry::NO_SALE) {
        return wrong("entry.kind", "PAID_IN, PAID_OUT or NO_SALE");
    }
    out.kind = static_cast<DrawerKind>(entry.kind());
    const bool fits = !entry.reason().empty() && entry.reason().size() <= kDrawerReasonBytesMax;
    if (!fits || !isCleanUtf8(entry.reason())) return wrong("entry.reason", "1 to 200 bytes");
    out.reason = entry.reason();
    if (entry.has_create_time()) return wrong("entry.createTime", "left empty");
    if (!entry.staff_name().empty()) return wrong("entry.staffName", "left empty");
    if (out.kind == DrawerKind::NoSale) {
        if (entry.has_amount()) return wrong("entry.amount", "absent where nothing moves");
        return out;
    }
    const auto currency = parseCurrency(entry.amount().currency_code());
    if (!currency) return wrong("entry.amount.currencyCode", "three capital letters of ISO 4217");
    const std::int64_t minor = entry.amount().minor_units();
    if (minor < 1 || minor > kShiftAmountMax) {
        return wrong("entry.amount.minorUnits", "1 to 1000000000000");
    }
    out.currency = *currency;
    out.amount = Money{minor};
    return out;
}

Answer<std::vector<store::ShiftCount>> toCounts(const v1::CountShiftRequest& request) {
    if (request.counts_size() > kCountsMax) {
        return tl::make_unexpected(invalidField("counts", "at most 16"));
    }
    std::vector<store::ShiftCount> out;
    std::set<Currency> seen;
    for (int i = 0; i < request.counts_size(); ++i) {
        const std::string field = at("counts", i);
        auto count = toCount(request.counts(i), field);
        if (!count) return tl::make_unexpected(count.error());
        if (!seen.insert(count->currency).second) {
            return tl::make_unexpected(invalidField(field + ".currencyCode", "each once"));
        }
        out.push_back(std::move(*count));
    }
    return out;
}

}  // namespace tessera::api
