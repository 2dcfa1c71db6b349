// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/invoice_pdf.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>

#include "server/tickets/drawing.h"
#include "server/tickets/invoice_words.h"
#include "server/tickets/local_text.h"
#include "server/tickets/pdf_access.h"
#include "server/tickets/pdf_page.h"

namespace tessera::tickets {
namespace {

// In points of 1/72 inch.
constexpr double kMargin = 48;
constexpr double kInner = kSheetWidth - 2 * kMargin;
constexpr double kTop = 44;
constexpr double kBottom = kSheetHeight - 62;  // Lines end here; the page's number is below.
constexpr double kFoot = kSheetHeight - 44;
constexpr double kSide = 226;  // The facts beside the seller.
constexpr double kRuleThin = 0.6;

constexpr Color kBand{0.10, 0.14, 0.27};
constexpr Color kPanel{0.95, 0.94, 0.91};
constexpr Color kLine{0.80, 0.80, 0.82};

struct Column {
    double x;
    double width;
};
// Item, net, rate, tax, gross.
constexpr std::array<Column, 5> kColumns{{{kMargin + 8, 178},
                                          {kMargin + 188, 84},
                                          {kMargin + 284, 58},
                                          {kMargin + 350, 64},
                                          {kMargin + 422, kInner - 422 - 8}}};
constexpr std::size_t kAddressLinesMax = 8;

struct Sheet {
    PdfPage& page;
    const Invoice& invoice;
    const InvoiceWords& words;
};

double tagged(Sheet& sheet, const char* tag, double x, double y, std::string_view text,
              const TextStyle& style) {
    if (text.empty()) return y;
    sheet.page.open(tag);
    const double end = sheet.page.text(x, y, text, style);
    sheet.page.close(tag);
    return end;
}

std::string money(const Sheet& sheet, Money amount) {
    return moneyText(amount, sheet.invoice.currency, sheet.invoice.language);
}

std::string date(const Sheet& sheet, Instant at) {
    return dateText(at, sheet.invoice.timeZone, sheet.invoice.language);
}

// "7,7 %": as many digits as the rate has.
std::string rateText(const Sheet& sheet, Rate rate) {
    std::string fraction = std::to_string(10000 + rate.ppm % 10000).substr(1);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::string out = std::to_string(rate.ppm / 10000);
    if (!fraction.empty()) out += std::string(sheet.words.pointSign) + fraction;
    return out + " %";
}

std::string filled(std::string_view pattern, std::string_view name, const std::string& value) {
    std::string out(pattern);
    const auto at = out.find(name);
    return at == std::string::npos ? out : out.replace(at, name.size(), value);
}

double drawParty(Sheet& sheet, double y, const InvoiceParty& party, double width) {
    y = tagged(sheet, "P", kMargin, y, party.name, {12, true, kInk, width, 2});
    for (std::size_t i = 0; i < std::min(party.address.size(), kAddressLinesMax); ++i) {
        y = tagged(sheet, "P", kMargin, y + 1, party.address[i], {9.5, false, kInk, width, 2});
    }
    if (party.taxId.empty()) return y;
    return tagged(sheet, "P", kMargin, y + 2, std::string(sheet.words.taxId) + " " + party.taxId,
                  {9, false, kSoft, width, 1});
}

// Name and value of one fact, on one line at the sheet's end.
double drawFact(Sheet& sheet, double y, std::string_view name, const std::string& value) {
    if (value.empty()) return y;
    constexpr double kX = kMargin + kInner - kSide;
    constexpr double kName = 70;
    sheet.page.open("P");
    const double first =
        sheet.page.text(kX, y, std::string(name) + ' ', {9, false, kSoft, kName, 2});
    TextStyle style{9, true, kInk, kSide - kName, 1, true};
    while (style.size > 7 && !sheet.page.fits(value, style)) style.size -= 0.5;
    const double second = sheet.page.text(kX + kName, y, value, style);
    sheet.page.close("P");
    return std::max(first, second) + 3;
}

double drawFacts(Sheet& sheet, double y) {
    const Invoice& invoice = sheet.invoice;
    const auto& words = sheet.words;
    TextStyle title{22, true, kBand, kSide, 2, true};
    const std::string_view name = invoice.isCreditNote ? words.creditNote : words.invoice;
    while (title.size > 14 && !sheet.page.fits(name, {title.size, true, kBand, kSide, 1})) {
        title.size -= 1;
    }
    y = tagged(sheet, "H1", kMargin + kInner - kSide, y - 6, name, title) + 10;
    y = drawFact(sheet, y, words.number, invoice.number);
    y = drawFact(sheet, y, words.date, date(sheet, invoice.issuedAt));
    y = drawFact(sheet, y, words.ofInvoice, invoice.ofInvoice);
    y = drawFact(sheet, y, words.order, invoice.order);
    if (invoice.dueAt) y = drawFact(sheet, y, words.due, date(sheet, *invoice.dueAt));
    return y;
}

double drawEventText(Sheet& sheet, double y) {
    const Invoice& invoice = sheet.invoice;
    constexpr double kWide = kInner - 28;
    y = tagged(sheet, "P", kMargin + 14, y + 10, invoice.event, {11, true, kInk, kWide, 2});
    std::string when = dateTimeText(invoice.startsAt, invoice.timeZone, invoice.language);
    if (!invoice.venue.empty()) when += " · " + invoice.venue;
    return tagged(sheet, "P", kMargin + 14, y + 2, when, {9, false, kSoft, kWide, 2}) + 10;
}

double drawHead(Sheet& sheet) {
    const double width = kInner - kSide - 24;
    double left = drawParty(sheet, kTop, sheet.invoice.seller, width);
    const double facts = drawFacts(sheet, kTop);
    // Who bought at a counter may be nobody in particular.
    const InvoiceParty& buyer = sheet.invoice.buyer;
    if (!buyer.name.empty() || !buyer.address.empty()) {
        left =
            tagged(sheet, "P", kMargin, left + 26, sheet.words.billTo, {9, false, kSoft, width, 1});
        left = drawParty(sheet, left + 1, buyer, width);
    }
    const double y = std::max(left, facts) + 24;
    if (sheet.invoice.event.empty()) return y;
    const double end = sheet.page.measured([&] { return drawEventText(sheet, y); });
    sheet.page.box(kMargin, y, kInner, end - y, kPanel);
    drawEventText(sheet, y);
    return end + 16;
}

void drawCell(Sheet& sheet, const char* tag, std::size_t column, double y, std::string_view text,
              const TextStyle& style) {
    TextStyle fitted = style;
    fitted.width = kColumns[column].width;
    fitted.atEnd = column > 0;
    while (fitted.size > 6.5 && !sheet.page.fits(text, fitted)) fitted.size -= 0.5;
    tagged(sheet, tag, kColumns[column].x, y, text, fitted);
}

double drawTableHead(Sheet& sheet, double y) {
    constexpr double kHigh = 20;
    sheet.page.box(kMargin, y, kInner, kHigh, kBand);
    const auto& words = sheet.words;
    const std::array<std::string_view, 5> names{words.item, words.net, words.rate, words.tax,
                                                words.gross};
    sheet.page.open("TR");
    for (std::size_t i = 0; i < names.size(); ++i) {
        drawCell(sheet, "TH", i, y + 4, names[i], {8.5, true, kWhite, 0, 1});
    }
    sheet.page.close("TR");
    return y + kHigh;
}

double drawRow(Sheet& sheet, const InvoiceLine& line, double y) {
    const TextStyle amount{9, false, kInk, 0, 1};
    std::string rates;
    for (const Rate& rate : line.rates) {
        rates += (rates.empty() ? "" : " + ") + rateText(sheet, rate);
    }
    const double top = y + 6;
    sheet.page.open("TR");
    sheet.page.open("TD");
    double end =
        sheet.page.text(kColumns[0].x, top, line.what, {9.5, true, kInk, kColumns[0].width, 2});
    end = sheet.page.text(kColumns[0].x, end + 1, line.place,
                          {8.5, false, kSoft, kColumns[0].width, 2});
    sheet.page.close("TD");
    drawCell(sheet, "TD", 1, top, money(sheet, line.net), amount);
    drawCell(sheet, "TD", 2, top, rates, amount);
    drawCell(sheet, "TD", 3, top, money(sheet, line.tax), amount);
    drawCell(sheet, "TD", 4, top, money(sheet, line.gross), {9, true, kInk, 0, 1});
    sheet.page.close("TR");
    sheet.page.box(kMargin, end + 6, kInner, kRuleThin, kLine);
    return end + 6 + kRuleThin;
}

std::string_view wordOf(const InvoiceWords& words, PaidBy by) {
    switch (by) {
        case PaidBy::Card:
            return words.card;
        case PaidBy::Cash:
            return words.cash;
        case PaidBy::GiftCard:
            return words.giftCard;
        case PaidBy::OnAccount:
            return words.onAccount;
        case PaidBy::Exchange:
            return words.exchange;
    }
    return {};
}

// A name and its amount, both in the sheet's last third but one.
double drawSum(Sheet& sheet, double y, const std::string& name, Money amount,
               const TextStyle& style) {
    constexpr double kX = kMargin + 215;
    constexpr double kAmount = 110;
    constexpr double kName = kInner - 215 - kAmount - 8;
    TextStyle left = style;
    left.width = kName;
    TextStyle right = style;
    right.width = kAmount;
    right.atEnd = true;
    sheet.page.open("P");
    const double first = sheet.page.text(kX, y, name + ' ', left);
    const double second = sheet.page.text(kX + kName, y, money(sheet, amount), right);
    sheet.page.close("P");
    return std::max(first, second) + 3;
}

double drawTaxes(Sheet& sheet, double y) {
    if (sheet.invoice.taxes.empty()) return y;
    const auto& words = sheet.words;
    y = tagged(sheet, "P", kMargin + 215, y, words.taxesByRate,
               {8.5, false, kSoft, kInner - 223, 1}) +
        3;
    for (const InvoiceTax& tax : sheet.invoice.taxes) {
        const std::string rate = rateText(sheet, tax.rate);
        y = drawSum(sheet, y, std::string(words.net) + " (" + rate + ")", tax.net,
                    {9, false, kInk, 0, 1});
        y = drawSum(sheet, y, std::string(words.tax) + " (" + rate + ")", tax.tax,
                    {9, false, kInk, 0, 1});
    }
    return y + 4;
}

double drawClosing(Sheet& sheet, double y) {
    const Invoice& invoice = sheet.invoice;
    y = drawTaxes(sheet, y + 14);
    sheet.page.box(kMargin + 215, y, kInner - 215, 1.2, kBand);
    y = drawSum(sheet, y + 6, std::string(sheet.words.total), invoice.total,
                {13, true, kBand, 0, 1}) +
        8;
    const auto& by = invoice.isCreditNote ? sheet.words.refundedBy : sheet.words.paidBy;
    Money onAccount;
    for (const InvoicePayment& each : invoice.payments) {
        // What is on account is not paid yet.
        const bool owed = each.by == PaidBy::OnAccount;
        const std::string name = (owed ? std::string() : std::string(by) + ": ") +
                                 std::string(wordOf(sheet.words, each.by));
        y = drawSum(sheet, y, name, each.amount, {9, false, kInk, 0, 2});
        if (each.by == PaidBy::OnAccount) onAccount += each.amount;
    }
    if (invoice.dueAt && onAccount > Money{}) {
        const std::string amount =
            filled(sheet.words.payUntil, "{amount}", money(sheet, onAccount));
        y = tagged(sheet, "P", kMargin, y + 12,
                   filled(amount, "{date}", date(sheet, *invoice.dueAt)),
                   {10, true, kInk, kInner, 3});
    }
    const double room = kBottom - y - 14;
    const TextStyle small{9, false, kSoft, kInner, 0};
    if (invoice.note.empty() || room < 24) return y;
    return tagged(sheet, "P", kMargin, y + 14, sheet.page.shortened(invoice.note, small, room),
                  small);
}

// The rows of each sheet; the last one has the sums, too.
std::vector<std::size_t> rowsPerSheet(Sheet& sheet) {
    const auto heightOf = [&](auto draw) { return sheet.page.measured([&] { return draw(0.0); }); };
    const double head = sheet.page.measured([&] { return drawHead(sheet); });
    const double tableHead = heightOf([&](double y) { return drawTableHead(sheet, y); });
    // A note takes what is left: it is not what a sheet is turned for.
    Invoice without = sheet.invoice;
    without.note.clear();
    without.lines.clear();
    Sheet bare{sheet.page, without, sheet.words};
    const double closing = heightOf([&](double y) { return drawClosing(bare, y); });
    std::vector<std::size_t> rows{0};
    double y = head + tableHead;
    for (const InvoiceLine& line : sheet.invoice.lines) {
        const double height = heightOf([&](double at) { return drawRow(sheet, line, at); });
        if (y + height > kBottom && rows.back() > 0) {
            rows.push_back(0);
            y = kTop + tableHead;
        }
        ++rows.back();
        y += height;
    }
    if (y + closing > kBottom) {
        // The sums do not stand alone.
        const std::size_t along = rows.back() > 1 ? 1 : 0;
        rows.back() -= along;
        rows.push_back(along);
    }
    return rows;
}

void drawFoot(Sheet& sheet, std::size_t number, std::size_t count) {
    const std::string text = filled(filled(sheet.words.pageOf, "{n}", std::to_string(number)),
                                    "{count}", std::to_string(count));
    tagged(sheet, "P", kMargin, kFoot, sheet.invoice.number, {8, false, kSoft, kInner / 2, 1});
    tagged(sheet, "P", kMargin + kInner / 2, kFoot, text, {8, false, kSoft, kInner / 2, 1, true});
}

void drawSheets(Sheet& sheet, cairo_t* context) {
    const auto rows = rowsPerSheet(sheet);
    std::size_t at = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sheet.page.open("Sect");
        sheet.page.box(0, 0, kSheetWidth, 10, kBand);
        double y = i == 0 ? drawHead(sheet) : kTop;
        if (rows[i] > 0) {
            sheet.page.open("Table");
            y = drawTableHead(sheet, y);
            for (std::size_t row = 0; row < rows[i]; ++row) {
                y = drawRow(sheet, sheet.invoice.lines[at++], y);
            }
            sheet.page.close("Table");
        }
        if (i + 1 == rows.size()) drawClosing(sheet, y);
        drawFoot(sheet, i + 1, rows.size());
        sheet.page.close("Sect");
        cairo_show_page(context);
    }
}

void describe(cairo_surface_t* surface, const Invoice& invoice, const InvoiceWords& words) {
    const std::string title =
        std::string(invoice.isCreditNote ? words.creditNote : words.invoice) + " " + invoice.number;
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, invoice.seller.name.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Tessera");
    // cairo takes whole seconds.
    const std::string made = toRfc3339(invoice.issuedAt).substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
}

}  // namespace

Result<std::string> invoicePdf(const Invoice& invoice) {
    if (invoice.lines.empty()) return failure("an invoice without lines");
    if (invoice.lines.size() > kInvoiceLinesMax) return failure("more than 500 lines");
    std::string pdf;
    const Surface surface(
        cairo_pdf_surface_create_for_stream(appendTo, &pdf, kSheetWidth, kSheetHeight));
    const InvoiceWords& words = invoiceWords(invoice.language);
    describe(surface.get(), invoice, words);
    {
        const Context context(cairo_create(surface.get()));
        PdfPage page(context.get(), isRightToLeft(invoice.language), invoice.language);
        Sheet sheet{page, invoice, words};
        page.open("Document");
        drawSheets(sheet, context.get());
        page.close("Document");
        if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
            return failure(std::string("draw an invoice: ") + cairo_status_to_string(status));
        }
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return failure(std::string("write an invoice: ") + cairo_status_to_string(status));
    }
    return accessiblePdf(std::move(pdf), knownLanguage(invoice.language), "");
}

}  // namespace tessera::tickets
