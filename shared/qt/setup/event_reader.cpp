// SPDX-License-Identifier: Apache-2.0
// What was typed becomes an event's rules, or is said to be wrong at its place.
#include <QtCore/QCoreApplication>
#include <set>

#include "shared/qt/sale/words.h"
#include "shared/qt/setup/typed.h"
#include "shared/qt/setup/typed_event.h"

namespace tessera::setup {
namespace {

constexpr std::size_t kNameBytesMost = 100;
constexpr std::int64_t kAmountMost = 1'000'000'000'000;
constexpr int kTypesMost = 32;
constexpr int kFeesMost = 16;
constexpr int kTaxesMost = 8;
constexpr int kOthersMost = 64;
constexpr int kAllocationMost = 999;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Setup)

public:
    static QString name() { return tr("1 to 100 bytes"); }
    static QString rowsMost(int most) { return tr("at most %1 rows").arg(most); }
    static QString oneType() { return tr("at least one"); }
    static QString amount() { return tr("an amount from 0, like 12.50"); }
    static QString rate() { return tr("0 to 100, with up to 4 decimals"); }
    static QString numbers() { return tr("numbers from the plan, like 1 2 5"); }
    static QString allocation() { return tr("1 to 999, each once"); }
    static QString time() { return tr("a time like 2026-12-04 19:30"); }
    static QString channels() { return tr("at least one of them"); }
    static QString closes() { return tr("after the sale opens"); }
    static QString currency() { return tr("three capital letters, like EUR"); }
};

QString cell(const QStringList& row, int column) {
    return row.value(column).trimmed();
}

// Reads one table after another, noting what is wrong at its place.
class Reader {
public:
    Reader(const TypedEvent& typed, const TypingContext& context, QList<Problem>& problems)
        : typed_(typed), context_(context), problems_(problems) {}

    v1::EventConfig read() {
        for (const EventField& field : eventFields()) {
            const QString id = QLatin1String(field.id);
            note(id, readField(field, typed_.fields.value(id), context_, config_));
        }
        channels();
        windows();
        types();
        prices();
        fees();
        taxes();
        entrances();
        allocations();
        return std::move(config_);
    }

private:
    void note(const QString& place, const QString& text) {
        if (!text.isEmpty()) problems_.append({place, text});
    }
    // Calls each(row, its place) for rows with something in them.
    template <class Each>
    void rowsOf(const char* table, int most, Each each) {
        const QList<QStringList> rows = typed_.tables.value(QLatin1String(table));
        int used = 0;
        for (int i = 0; i < rows.size(); ++i) {
            if (rows[i].join(QString()).trimmed().isEmpty()) continue;
            each(rows[i], QStringLiteral("%1[%2]").arg(QLatin1String(table)).arg(i));
            ++used;
        }
        if (used > most) note(QLatin1String(table), Words::rowsMost(most));
    }
    std::string nameOf(const QString& typed, const QString& place) {
        std::string name = typed.trimmed().toStdString();
        if (name.empty() || name.size() > kNameBytesMost) {
            note(place + QStringLiteral(".name"), Words::name());
        }
        return name;
    }
    std::optional<std::int64_t> amountOf(const QString& typed) const {
        const auto amount = sale::amountTyped(typed, config_.currency_code(), context_.locale);
        return amount && *amount <= kAmountMost ? amount : std::nullopt;
    }

    void channels() {
        if (config_.channels_size() == 0) note(QStringLiteral("channels.web"), Words::channels());
        if (config_.channels_size() == 3) config_.clear_channels();
        for (const char each : config_.currency_code()) {
            if (each >= 'A' && each <= 'Z') continue;
            note(QStringLiteral("currencyCode"), Words::currency());
            return;
        }
    }
    void windows() {
        const auto& sells = config_.sale_windows();
        const auto& ends = sells.has_closes_at() ? sells.closes_at() : config_.starts_at();
        if (sells.has_opens_at() && ends.seconds() != 0 &&
            sells.opens_at().seconds() >= ends.seconds()) {
            note(QStringLiteral("saleWindows.closesAt"), Words::closes());
        }
    }
    void types() {
        rowsOf("ticketTypes", kTypesMost, [this](const QStringList& row, const QString& place) {
            v1::TicketType& type = *config_.add_ticket_types();
            type.set_ticket_type_no(config_.ticket_types_size() - 1);
            type.set_name(nameOf(cell(row, 0), place));
        });
        if (config_.ticket_types_size() == 0) {
            note(QStringLiteral("ticketTypes[0].name"), Words::oneType());
        }
    }
    void prices() {
        for (auto each = typed_.prices.cbegin(); each != typed_.prices.cend(); ++each) {
            const QStringList key = each.key().split(u'/');
            const int type = key.value(1).toInt();
            if (each->trimmed().isEmpty() || type >= config_.ticket_types_size()) continue;
            const auto amount = amountOf(*each);
            if (!amount) {
                note(QStringLiteral("prices.") + each.key(), Words::amount());
                continue;
            }
            v1::Price& price = *config_.add_prices();
            price.set_category_no(key.value(0).toInt());
            price.set_ticket_type_no(type);
            price.set_minor_units(*amount);
        }
    }
    void fees() {
        rowsOf("fees", kFeesMost, [this](const QStringList& row, const QString& place) {
            v1::Fee& fee = *config_.add_fees();
            fee.set_name(nameOf(cell(row, 0), place));
            v1::Fee::Kind kind = v1::Fee::PER_TICKET;
            if (v1::Fee::Kind_Parse(cell(row, 1).toStdString(), &kind)) fee.set_kind(kind);
            fee.set_kind(kind);
            if (kind == v1::Fee::PERCENT) {
                const auto rate = readRate(cell(row, 2), context_.locale);
                if (!rate) return note(place + QStringLiteral(".amount"), Words::rate());
                fee.set_rate_ppm(*rate);
            } else {
                const auto amount = amountOf(cell(row, 2));
                if (!amount) return note(place + QStringLiteral(".amount"), Words::amount());
                fee.set_minor_units(*amount);
            }
        });
    }
    void taxes() {
        rowsOf("taxes", kTaxesMost, [this](const QStringList& row, const QString& place) {
            v1::Tax& tax = *config_.add_taxes();
            tax.set_name(nameOf(cell(row, 0), place));
            const auto rate = readRate(cell(row, 1), context_.locale);
            if (!rate) note(place + QStringLiteral(".ratePpm"), Words::rate());
            tax.set_rate_ppm(rate.value_or(0));
            tax.set_included(cell(row, 2) != QStringLiteral("no"));
            v1::Tax::AppliesTo on = v1::Tax::TICKETS_AND_FEES;
            if (!v1::Tax::AppliesTo_Parse(cell(row, 3).toStdString(), &on)) {
                on = v1::Tax::TICKETS_AND_FEES;
            }
            tax.set_applies_to(on);
        });
    }
    bool numbers(const QString& typed, google::protobuf::RepeatedField<std::int32_t>& out) {
        for (const QString& part : QString(typed).replace(u',', u' ').split(u' ')) {
            if (part.isEmpty()) continue;
            const auto number = readCount(part);
            if (!number || *number < 1) return false;
            out.Add(*number - 1);
        }
        return true;
    }
    void entrances() {
        rowsOf("entrances", kOthersMost, [this](const QStringList& row, const QString& place) {
            v1::Entrance& entrance = *config_.add_entrances();
            entrance.set_name(nameOf(cell(row, 0), place));
            if (!numbers(cell(row, 1), *entrance.mutable_section_nos())) {
                note(place + QStringLiteral(".sectionNos"), Words::numbers());
            }
            if (!numbers(cell(row, 2), *entrance.mutable_area_nos())) {
                note(place + QStringLiteral(".areaNos"), Words::numbers());
            }
        });
    }
    void allocations() {
        std::set<int> seen;
        rowsOf("allocations", kOthersMost, [&](const QStringList& row, const QString& place) {
            v1::Allocation& allocation = *config_.add_allocations();
            const auto number = readCount(cell(row, 0));
            if (!number || *number < 1 || *number > kAllocationMost ||
                !seen.insert(*number).second) {
                note(place + QStringLiteral(".allocationNo"), Words::allocation());
            }
            allocation.set_allocation_no(number.value_or(0));
            allocation.set_name(nameOf(cell(row, 1), place));
            v1::Allocation::Kind kind = v1::Allocation::HOUSE;
            if (!v1::Allocation::Kind_Parse(cell(row, 2).toStdString(), &kind)) {
                kind = v1::Allocation::HOUSE;
            }
            allocation.set_kind(kind);
            if (cell(row, 3).isEmpty()) return;
            const TimeRead read = readTime(cell(row, 3), context_.zone);
            if (read.fault != TimeFault::None) {
                return note(place + QStringLiteral(".releaseTime"), Words::time());
            }
            *allocation.mutable_release_time() = read.time;
        });
    }

    const TypedEvent& typed_;
    const TypingContext& context_;
    QList<Problem>& problems_;
    v1::EventConfig config_;
};

}  // namespace

v1::EventConfig configOf(const TypedEvent& typed, const TypingContext& context,
                         QList<Problem>& problems) {
    return Reader(typed, context, problems).read();
}

}  // namespace tessera::setup
