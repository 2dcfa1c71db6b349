// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/receipt_paper.h"

#include <QtCore/QCoreApplication>

#include "shared/qt/payment/tender_model.h"
#include "shared/qt/sale/words.h"

namespace tessera::payment {
namespace {

class ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(ReceiptWords)

public:
    static QString total() { return tr("Total"); }
    static QString change() { return tr("Change"); }
    static QString included(const QString& tax) { return tr("%1 is in it").arg(tax); }
    static QString order(const QString& id) { return tr("Order %1").arg(id); }
};

class Lines {
public:
    explicit Lines(const QLocale& locale) : locale_(locale) {}

    void text(const QString& text, bool title = false) {
        if (text.isEmpty()) return;
        receipt_.items.emplace_back(print::ReceiptText{
            text.toStdString(), title ? print::Align::Centre : print::Align::Start, title, false,
            title});
    }
    void pair(const QString& label, const v1::Money& amount, bool bold = false) {
        receipt_.items.emplace_back(print::ReceiptPair{
            label.toStdString(), sale::moneyText(amount, locale_).toStdString(), bold});
    }
    void rule() { receipt_.items.emplace_back(print::ReceiptRule{}); }
    print::Receipt done() {
        receipt_.items.emplace_back(print::ReceiptFeed{3});
        receipt_.items.emplace_back(print::ReceiptCut{});
        receipt_.rightToLeft = locale_.textDirection() == Qt::RightToLeft;
        return std::move(receipt_);
    }

private:
    const QLocale& locale_;
    print::Receipt receipt_;
};

}  // namespace

print::Receipt receiptOf(const v1::Event& event, const v1::Order& order, std::int64_t change,
                         const QLocale& locale) {
    Lines lines(locale);
    const std::string& zone = event.venue().time_zone();
    lines.text(sale::textOf(event.venue().name()), true);
    lines.text(sale::textOf(event.config().name()));
    lines.text(sale::dateText(event.config().starts_at(), zone, locale));
    for (const v1::ReservedSeat& seat : order.seats()) lines.text(sale::placeText(seat.label()));
    for (const v1::ReservedArea& area : order.areas()) {
        lines.text(QStringLiteral("%1 × %2").arg(locale.toString(area.quantity()),
                                                 sale::placeText(area.label())));
    }
    lines.rule();
    for (const v1::PriceLine& line : order.price().lines()) {
        const QString name = sale::textOf(line.name());
        if (!line.included()) {
            lines.pair(line.quantity() > 1
                           ? QStringLiteral("%1 × %2").arg(locale.toString(line.quantity()), name)
                           : name,
                       line.amount());
        }
    }
    lines.pair(ReceiptWords::total(), order.total(), true);
    for (const v1::PriceLine& line : order.price().lines()) {
        if (line.included()) {
            lines.pair(ReceiptWords::included(sale::textOf(line.name())), line.amount());
        }
    }
    lines.rule();
    for (const v1::Payment& each : order.payments()) {
        v1::Money amount = each.amount();
        if (each.tender_kind() == v1::CASH && change > 0) {
            amount.set_minor_units(amount.minor_units() + change);
        }
        lines.pair(TenderModel::wayText(each.tender_kind()), amount);
        if (each.tender_kind() != v1::CASH || change <= 0) continue;
        amount.set_minor_units(-change);
        lines.pair(ReceiptWords::change(), amount);
        change = 0;
    }
    lines.rule();
    lines.text(ReceiptWords::order(sale::textOf(order.order())));
    lines.text(sale::dateText(order.create_time(), zone, locale));
    return lines.done();
}

}  // namespace tessera::payment
