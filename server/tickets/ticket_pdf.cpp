// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/ticket_pdf.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "server/tickets/drawing.h"
#include "server/tickets/local_text.h"
#include "server/tickets/pdf_access.h"
#include "server/tickets/pdf_page.h"
#include "server/tickets/qr_code.h"
#include "server/tickets/ticket_words.h"

namespace tessera::tickets {
namespace {

// In points of 1/72 inch.
constexpr double kMargin = 48;
constexpr double kInner = kSheetWidth - 2 * kMargin;
constexpr double kGap = 14;
constexpr double kBlockGap = 30;
constexpr double kCodeLarge = 204;  // 72 mm without its quiet zone: a module of 1.6 mm.
constexpr double kCodeSmall = 184;  // 65 mm, where long terms want the room.
constexpr int kStoneColumns = 40;
constexpr double kStone = kSheetWidth / kStoneColumns;
constexpr double kFootTop = kSheetHeight - 2 * kStone - 22;
constexpr double kTermsLine = 15;  // Of the words that tell that terms are cut.

constexpr Color kBand{0.10, 0.14, 0.27};
constexpr Color kGold{0.95, 0.72, 0.29};
constexpr Color kPanel{0.95, 0.94, 0.91};
constexpr std::array<Color, 4> kStones{
    {{0.91, 0.63, 0.24}, {0.80, 0.32, 0.29}, {0.27, 0.57, 0.58}, {0.94, 0.88, 0.74}}};

// A ticket on its sheet.
struct Sheet {
    PdfPage& page;
    const TicketPage& ticket;
    const TicketWords& words;
    const QrSymbol& symbol;
    std::string howMany;  // "Ticket 1 of 2".
};

double tagged(Sheet& sheet, const char* tag, double x, double y, std::string_view words,
              const TextStyle& style) {
    if (words.empty()) return y;
    sheet.page.open(tag);
    const double end = sheet.page.text(x, y, words, style);
    sheet.page.close(tag);
    return end;
}

// A strip of stones, as in a mosaic; the same on every page.
void drawMosaic(PdfPage& page, double y) {
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < kStoneColumns; ++column) {
            const auto pick = static_cast<std::size_t>((column * 7 + row * 3 + column / 3) % 4);
            page.box(column * kStone + 1, y + row * kStone + 1, kStone - 2, kStone - 2,
                     kStones[pick]);
        }
    }
}

double drawBandText(Sheet& sheet) {
    const TicketPage& ticket = sheet.ticket;
    double y =
        tagged(sheet, "P", kMargin, 2 * kStone + 20, sheet.howMany, {12, true, kGold, kInner, 1});
    TextStyle title{26, true, kWhite, kInner, 3};
    while (title.size > 18 && !sheet.page.fits(ticket.event, title)) title.size -= 2;
    y = tagged(sheet, "H1", kMargin, y + 2, ticket.event, title);
    y = tagged(sheet, "P", kMargin, y + 8, ticket.when, {15, true, kWhite, kInner, 2});
    std::string where = ticket.venue;
    if (!where.empty() && !ticket.city.empty()) where += sheet.words.comma;
    where += ticket.city;
    return tagged(sheet, "P", kMargin, y + 4, where, {13, false, kWhite, kInner, 2});
}

// Returns where the band ends: it is as high as what stands on it.
double drawBand(Sheet& sheet) {
    const double end = sheet.page.measured([&] { return drawBandText(sheet); }) + 22;
    sheet.page.box(0, 0, kSheetWidth, end, kBand);
    drawMosaic(sheet.page, 0);
    drawBandText(sheet);
    return end;
}

double drawFact(Sheet& sheet, double x, double y, std::string_view name, const std::string& value,
                const TextStyle& style) {
    if (value.empty()) return y;
    sheet.page.open("P");
    // The space keeps name and value apart for who hears them.
    const double below =
        sheet.page.text(x, y, std::string(name) + ' ', {10, false, kSoft, style.width, 1});
    const double end = sheet.page.text(x, below + 1, value, style);
    sheet.page.close("P");
    return end + kGap;
}

// Section, row and seat are read together, so they are of one size: side by side where that fits,
// else row and seat below the section, smaller where they must be.
double drawSeat(Sheet& sheet, double x, double top, double width) {
    const TicketPage& ticket = sheet.ticket;
    const double third = (width - 2 * kGap) / 3;
    const double half = (width - kGap) / 2;
    TextStyle style{32, true, kInk, third, 1};
    const auto fits = [&](const std::string& value, double wide, int lines) {
        style.width = wide;
        style.lines = lines;
        return value.empty() || sheet.page.fits(value, style);
    };
    const auto fact = [&](double at, double y, std::string_view name, const std::string& value) {
        return drawFact(sheet, at, y, name, value, style);
    };
    const auto& words = sheet.words;
    if (fits(ticket.section, third, 1) && fits(ticket.row, third, 1) &&
        fits(ticket.seat, third, 1)) {
        double at = x;
        double end = top;
        const auto next = [&](std::string_view name, const std::string& value) {
            end = std::max(end, fact(at, top, name, value));
            if (!value.empty()) at += third + kGap;
        };
        next(words.section, ticket.section);
        next(words.row, ticket.row);
        next(words.seat, ticket.seat);
        return end;
    }
    for (const double size : {32.0, 28.0, 22.0, 17.0, 14.0}) {
        style.size = size;
        if (fits(ticket.section, width, 2) && fits(ticket.row, half, 1) &&
            fits(ticket.seat, half, 1)) {
            break;
        }
    }
    style.width = width;
    style.lines = style.size > 14 ? 2 : 4;
    const double y = fact(x, top, words.section, ticket.section);
    style.width = half;
    style.lines = 1;
    const double end = fact(x, y, words.row, ticket.row);
    return std::max(end,
                    fact(ticket.row.empty() ? x : x + half + kGap, y, words.seat, ticket.seat));
}

double drawArea(Sheet& sheet, double x, double y, double width) {
    TextStyle style{32, true, kInk, width, 2};
    while (style.size > 14 && !sheet.page.fits(sheet.ticket.section, style)) style.size -= 3;
    y = drawFact(sheet, x, y, sheet.words.area, sheet.ticket.section, style);
    return tagged(sheet, "P", x, y, sheet.words.admission, {14, false, kInk, width, 2}) + kGap;
}

// The place beside the code; what to do with the code is below it.
double drawAdmission(Sheet& sheet, double y, double side) {
    const double x = kMargin + side + 34;
    const double width = kSheetWidth - kMargin - x;
    double end = sheet.ticket.seat.empty() ? drawArea(sheet, x, y - 4, width)
                                           : drawSeat(sheet, x, y - 4, width);
    end = drawFact(sheet, x, end + 4, sheet.words.entrance, sheet.ticket.entrance,
                   {18, true, kInk, width, 2});
    sheet.page.open("Figure");
    sheet.page.code(kMargin, y, side, sheet.symbol);
    sheet.page.close("Figure");
    const double below = tagged(sheet, "P", kMargin, y + side + 14, sheet.words.showCode,
                                {12, false, kInk, side, 5});
    return std::max(below, end - kGap);
}

// What the organiser's office asks for, on a ground of its own.
double drawDetailFacts(Sheet& sheet, double y) {
    constexpr double kPad = 16;
    constexpr double kWide = kInner - 2 * kPad;
    constexpr double kType = 150;
    constexpr double kPrice = 100;
    constexpr double kHolder = kWide - 2 * kGap - kType - kPrice;
    constexpr double kHalf = (kWide - kGap) / 2;
    const TicketPage& ticket = sheet.ticket;
    const auto& words = sheet.words;
    double x = kMargin + kPad;
    const double top = y + 12;
    double end = top;
    const auto fact = [&](std::string_view name, const std::string& value, double from,
                          double width) {
        if (value.empty()) return;
        end = std::max(end, drawFact(sheet, x, from, name, value, {12, true, kInk, width, 3}));
        x += width + kGap;
    };
    fact(words.type, ticket.type, top, kType);
    fact(words.price, ticket.price, top, kPrice);
    fact(words.holder, ticket.holder, top, kHolder);
    x = kMargin + kPad;
    const double second = end;
    fact(words.order, ticket.order, second, kHalf);
    fact(words.ticket, ticket.ticket, second, kHalf);
    return end == top ? y : end;
}

double drawDetails(Sheet& sheet, double y) {
    const double end = sheet.page.measured([&] { return drawDetailFacts(sheet, y); });
    sheet.page.box(kMargin, y, kInner, end - y, kPanel);
    return drawDetailFacts(sheet, y);
}

// Terms that are too long are set smaller, and at last cut, which is said.
double drawTerms(Sheet& sheet, double y) {
    const std::string& terms = sheet.ticket.terms;
    if (terms.empty()) return y;
    y = tagged(sheet, "H2", kMargin, y, sheet.words.terms, {12, true, kInk, kInner, 1}) + 3;
    TextStyle style{10, false, kSoft, kInner, 0};
    const double room = kFootTop - y;
    while (style.size > 8 && sheet.page.shortened(terms, style, room) != terms) --style.size;
    std::string shown = sheet.page.shortened(terms, style, room);
    if (shown == terms) return tagged(sheet, "P", kMargin, y, shown, style);
    // Where everything else is long, too, there may be room for the one sentence alone.
    if (room < 2 * kTermsLine) {
        return tagged(sheet, "P", kMargin, y, sheet.words.moreTerms, {9, true, kInk, kInner, 1});
    }
    shown = sheet.page.shortened(terms, style, room - kTermsLine);
    tagged(sheet, "P", kMargin, y, shown, style);
    return tagged(sheet, "P", kMargin, kFootTop - kTermsLine + 2, sheet.words.moreTerms,
                  {9, true, kInk, kInner, 1});
}

// From the code down, with the code's row `lower` than the band's end.
double drawBelowBand(Sheet& sheet, double band, double lower, double side) {
    const double row = drawAdmission(sheet, band + lower, side);
    const double details = drawDetails(sheet, row + kBlockGap);
    return drawTerms(sheet, details + 20);
}

void drawTicket(Sheet& sheet) {
    const double band = drawBand(sheet);
    constexpr double kLower = 38;
    const auto endOf = [&](double side) {
        return sheet.page.measured([&] { return drawBelowBand(sheet, band, kLower, side); });
    };
    const double large = endOf(kCodeLarge);
    // What is left of the sheet stands above the code and below it alike.
    const double spare = kFootTop - kTermsLine - large;
    const bool roomy = spare > 0;
    if (!roomy) {
        drawBelowBand(sheet, band, kLower, kCodeSmall);
    } else {
        const double row = drawAdmission(sheet, band + kLower + spare * 0.4, kCodeLarge);
        const double details = drawDetails(sheet, row + kBlockGap + spare * 0.6);
        drawTerms(sheet, details + 20);
    }
    drawMosaic(sheet.page, kSheetHeight - 2 * kStone);
}

void describe(cairo_surface_t* surface, const TicketDocument& document) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, "Tessera");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Tessera");
    // cairo takes whole seconds.
    const std::string made = toRfc3339(document.made).substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
}

}  // namespace

Result<std::string> ticketsPdf(const TicketDocument& document, std::span<const TicketPage> pages) {
    if (pages.empty()) return failure("a document without tickets");
    if (pages.size() > kPdfPagesMax) return failure("more than 100 tickets in one document");
    std::string pdf;
    const Surface surface(
        cairo_pdf_surface_create_for_stream(appendTo, &pdf, kSheetWidth, kSheetHeight));
    describe(surface.get(), document);
    {
        const Context context(cairo_create(surface.get()));
        PdfPage page(context.get(), isRightToLeft(document.language), document.language);
        const TicketWords& words = ticketWords(document.language);
        page.open("Document");
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const auto symbol = QrSymbol::encode(pages[i].code, QrCorrection::Medium);
            if (!symbol) return tl::make_unexpected(symbol.error());
            Sheet sheet{page, pages[i], words, *symbol, howManyText(words, i + 1, pages.size())};
            page.open("Sect");
            drawTicket(sheet);
            page.close("Sect");
            cairo_show_page(context.get());
        }
        page.close("Document");
        if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
            return failure(std::string("draw tickets: ") + cairo_status_to_string(status));
        }
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return failure(std::string("write tickets: ") + cairo_status_to_string(status));
    }
    return accessiblePdf(std::move(pdf), knownLanguage(document.language),
                         ticketWords(document.language).codeImage);
}

}  // namespace tessera::tickets
