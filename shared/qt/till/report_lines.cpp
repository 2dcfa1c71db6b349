// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/report_lines.h"

#include <QtCore/QCoreApplication>

#include "shared/qt/payment/tender_model.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/till/shift_words.h"

namespace tessera::till {
namespace {

constexpr qsizetype kHashLettersALine = 32;

class Report {
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    Report(const v1::ShiftReport& report, const QLocale& locale)
        : report_(report), locale_(locale), zone_(tillZone()) {}

    static QString title(bool final, const QString& number) {
        return final ? tr("Z report, shift %1").arg(number) : tr("X report, shift %1").arg(number);
    }
    static QString what() { return tr("What"); }
    static QString amount() { return tr("Amount"); }

    std::vector<ReportLine> lines() {
        head();
        drawers();
        tenders();
        events();
        inAndOut();
        end();
        return std::move(lines_);
    }

    std::vector<ReportLine> balances() {
        for (const v1::DrawerBalance& each : report_.shift().balances()) sums(each);
        return std::move(lines_);
    }

private:
    void add(ReportLine::Kind kind, const QString& label, const QString& amount = {},
             bool strong = false) {
        if (!label.isEmpty()) lines_.push_back({kind, label, amount, strong});
    }
    void text(const QString& label) { add(ReportLine::Kind::Text, label); }
    void heading(const QString& label) { add(ReportLine::Kind::Heading, label, {}, true); }
    void pair(const QString& label, const v1::Money& amount, bool strong = false) {
        add(ReportLine::Kind::Pair, label, sale::moneyText(amount, locale_), strong);
    }
    void less(const QString& label, v1::Money amount) {
        amount.set_minor_units(-amount.minor_units());
        pair(label, amount);
    }
    QString when(const google::protobuf::Timestamp& time) const {
        return sale::dateText(time, zone_, locale_);
    }

    void head() {
        const v1::Shift& shift = report_.shift();
        add(ReportLine::Kind::Title, reportTitle(report_, locale_), {}, true);
        text(tr("Till: %1").arg(sale::textOf(shift.device_name())));
        text(tr("Opened by %1, %2").arg(sale::textOf(shift.staff_name()), when(shift.open_time())));
        if (shift.has_close_time()) text(tr("Closed %1").arg(when(shift.close_time())));
        if (!report_.final()) text(tr("Not closed yet; as of %1").arg(when(report_.report_time())));
    }

    void drawers() {
        const v1::Shift& shift = report_.shift();
        heading(tr("Drawer"));
        for (const v1::DrawerBalance& each : shift.balances()) drawer(each);
        if (shift.balances_size() > 0) return;
        for (const v1::Money& each : shift.opening_float()) pair(tr("At the beginning"), each);
        text(tr("What cash came in is told once the drawer is counted."));
    }

    void sums(const v1::DrawerBalance& balance) {
        if (report_.shift().balances_size() > 1) {
            heading(sale::textOf(balance.counted().currency_code()));
        }
        pair(tr("At the beginning"), balance.opening_float());
        pair(tr("Cash of sales"), balance.sales());
        less(tr("Cash given back"), balance.refunds());
        pair(tr("Paid in"), balance.paid_in());
        less(tr("Paid out"), balance.paid_out());
        pair(tr("Must be there"), balance.expected(), true);
        pair(tr("Counted"), balance.counted(), true);
        add(ReportLine::Kind::Pair, tr("Difference"), signedText(balance.variance(), locale_),
            true);
    }

    void drawer(const v1::DrawerBalance& balance) {
        sums(balance);
        for (const v1::Denomination& each : balance.denominations()) {
            v1::Money worth = balance.counted();
            worth.set_minor_units(each.minor_units());
            v1::Money sum = worth;
            sum.set_minor_units(each.minor_units() * each.count());
            pair(QStringLiteral("   %1 × %2")
                     .arg(locale_.toString(each.count()), sale::moneyText(worth, locale_)),
                 sum);
        }
    }

    void tenders() {
        if (report_.tenders_size() > 0) heading(tr("Paid with"));
        for (const v1::TenderTotal& each : report_.tenders()) {
            const QString way = payment::TenderModel::wayText(each.kind());
            if (each.payments() > 0) {
                pair(tr("%1, payments: %2").arg(way, locale_.toString(each.payments())),
                     each.taken());
            }
            if (each.refunds() > 0) {
                less(tr("%1, given back: %2").arg(way, locale_.toString(each.refunds())),
                     each.returned());
            }
        }
    }

    void events() {
        if (report_.events_size() > 0) heading(tr("Tickets"));
        for (const v1::EventTotal& each : report_.events()) {
            const QString name = sale::textOf(each.name());
            if (each.has_net()) {
                pair(name, each.net());
            } else {
                text(name);
            }
            text(tr("   sold: %1, taken back: %2")
                     .arg(locale_.toString(each.tickets_sold()),
                          locale_.toString(each.tickets_returned())));
        }
    }

    void inAndOut() {
        const v1::Shift& shift = report_.shift();
        if (shift.entries_size() > 0) heading(tr("In and out beside sales"));
        for (const v1::DrawerEntry& each : shift.entries()) {
            const QString label =
                tr("%1 %2, %3: %4", "time, what was done, by whom, reason")
                    .arg(sale::timeText(each.create_time(), zone_, locale_), kindText(each.kind()),
                         sale::textOf(each.staff_name()), sale::textOf(each.reason()));
            if (each.kind() == v1::DrawerEntry::PAID_IN) {
                pair(label, each.amount());
            } else if (each.kind() == v1::DrawerEntry::PAID_OUT) {
                less(label, each.amount());
            } else {
                text(label);
            }
        }
    }

    void end() {
        const v1::Shift& shift = report_.shift();
        if (!shift.explanation().empty()) {
            heading(tr("Explanation"));
            text(sale::textOf(shift.explanation()));
        }
        if (!shift.signed_off_by().empty()) {
            text(tr("Signed off by %1").arg(sale::textOf(shift.signed_off_by())));
        }
        if (!shift.next_shift().empty()) text(tr("Handed over with what was counted"));
        const QString hash = sale::textOf(report_.hash());
        if (hash.isEmpty()) return;
        heading(tr("SHA-256 of this report"));
        for (qsizetype at = 0; at < hash.size(); at += kHashLettersALine) {
            text(hash.mid(at, kHashLettersALine));
        }
    }

    const v1::ShiftReport& report_;
    const QLocale& locale_;
    const std::string zone_;
    std::vector<ReportLine> lines_;
};

}  // namespace

QString reportTitle(const v1::ShiftReport& report, const QLocale& locale) {
    return Report::title(report.final(), locale.toString(report.shift().number()));
}

std::vector<ReportLine> reportLines(const v1::ShiftReport& report, const QLocale& locale) {
    return Report(report, locale).lines();
}

std::vector<ReportLine> drawerLines(const v1::Shift& shift, const QLocale& locale) {
    v1::ShiftReport report;
    *report.mutable_shift() = shift;
    return Report(report, locale).balances();
}

std::vector<TextColumn> reportColumns() {
    return {{&Report::what}, {&Report::amount, true}};
}

std::vector<TextRow> reportRows(const std::vector<ReportLine>& lines) {
    std::vector<TextRow> rows;
    for (const ReportLine& each : lines) {
        rows.push_back({{each.label, each.amount}, each.strong});
    }
    return rows;
}

print::Receipt receiptOf(const std::vector<ReportLine>& lines, const QLocale& locale) {
    print::Receipt receipt;
    for (const ReportLine& each : lines) {
        const std::string label = each.label.toStdString();
        switch (each.kind) {
            case ReportLine::Kind::Title:
                receipt.items.emplace_back(
                    print::ReceiptText{label, print::Align::Centre, true, false, true});
                break;
            case ReportLine::Kind::Heading:
                receipt.items.emplace_back(print::ReceiptRule{});
                receipt.items.emplace_back(
                    print::ReceiptText{label, print::Align::Start, true, false, false});
                break;
            case ReportLine::Kind::Text:
                receipt.items.emplace_back(
                    print::ReceiptText{label, print::Align::Start, false, false, false});
                break;
            case ReportLine::Kind::Pair:
                receipt.items.emplace_back(
                    print::ReceiptPair{label, each.amount.toStdString(), each.strong});
                break;
        }
    }
    receipt.items.emplace_back(print::ReceiptFeed{3});
    receipt.items.emplace_back(print::ReceiptCut{});
    receipt.rightToLeft = locale.textDirection() == Qt::RightToLeft;
    return receipt;
}

}  // namespace tessera::till
