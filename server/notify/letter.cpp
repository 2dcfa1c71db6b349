// SPDX-License-Identifier: Apache-2.0
#include "server/notify/letter.h"

#include <algorithm>

#include "server/notify/letter_words.h"
#include "server/tickets/local_text.h"
#include "server/tickets/ticket_words.h"

namespace tessera::notify {
namespace {

// The pattern with `value` in the place of `name`, which it has once.
std::string filled(std::string_view pattern, std::string_view name, std::string_view value) {
    std::string out(pattern);
    const std::size_t at = out.find(name);
    if (at != std::string::npos) out.replace(at, name.size(), value);
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

// A line of text from what somebody wrote: nothing in it begins another one.
std::string oneLine(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return out;
}

std::string placeText(const LetterPlace& place, const tickets::TicketWords& words) {
    std::string out = place.where;
    const auto add = [&](std::string_view text) {
        if (!text.empty()) out += " · " + std::string(text);
    };
    add(place.type);
    add(place.price);
    if (!place.entrance.empty()) {
        add(std::string(words.entrance) + ": " + place.entrance);
    }
    return out;
}

// Both forms of a letter, written together: so they say the same.
class Writer {
public:
    explicit Writer(const LetterFacts& facts) {
        const bool mirrored = tickets::isRightToLeft(facts.language);
        html_ = "<!DOCTYPE html>\n<html lang=\"" + escaped(oneLine(facts.language)) + "\" dir=\"" +
                (mirrored ? "rtl" : "ltr") +
                "\">\n<head><meta charset=\"utf-8\"></head>\n"
                "<body style=\"font-family: sans-serif; max-width: 40em\">\n";
    }
    void paragraph(std::string_view raw) {
        const std::string line = oneLine(raw);
        text_ += line + "\n\n";
        html_ += "<p>" + escaped(line) + "</p>\n";
    }
    void title(std::string_view raw) {
        const std::string line = oneLine(raw);
        text_ += line + "\n";
        html_ += "<h1 style=\"font-size: 1.3em\">" + escaped(line) + "</h1>\n";
    }
    void facts(const std::vector<std::pair<std::string_view, std::string>>& all) {
        html_ += "<table>\n";
        for (const auto& [name, value] : all) {
            if (value.empty()) continue;
            const std::string line = oneLine(value);
            text_ += std::string(name) + ": " + line + "\n";
            html_ += "<tr><td style=\"padding-inline-end: 1em\">" + escaped(name) + "</td><td>" +
                     escaped(line) + "</td></tr>\n";
        }
        text_ += "\n";
        html_ += "</table>\n";
    }
    void list(const std::vector<std::string>& items) {
        html_ += "<ul>\n";
        for (const std::string& raw : items) {
            const std::string line = oneLine(raw);
            text_ += "- " + line + "\n";
            html_ += "<li>" + escaped(line) + "</li>\n";
        }
        text_ += "\n";
        html_ += "</ul>\n";
    }
    void endInto(Letter& letter) {
        letter.text = std::move(text_);
        letter.html = html_ + "</body>\n</html>\n";
    }

private:
    std::string text_;
    std::string html_;
};

std::vector<std::string> placesOf(const LetterFacts& facts, const LetterWords& words) {
    const auto& names = tickets::ticketWords(facts.language);
    std::vector<std::string> out;
    for (const LetterPlace& place : facts.places) {
        if (out.size() == kPlacesInLetter) {
            const auto left = std::to_string(facts.places.size() - kPlacesInLetter);
            out.push_back(filled(words.more, "{n}", left));
            break;
        }
        out.push_back(placeText(place, names));
    }
    return out;
}

std::string subjectOf(LetterKind kind, const LetterFacts& facts) {
    const NewsWords& news = newsWords(facts.language);
    std::string_view pattern = letterWords(facts.language).subject;
    if (kind == LetterKind::Refund) pattern = news.refundSubject;
    if (kind == LetterKind::Cancelled) pattern = news.cancelledSubject;
    if (kind == LetterKind::Moved) pattern = news.movedSubject;
    return filled(pattern, "{event}", oneLine(facts.event));
}

std::string_view openingOf(LetterKind kind, const LetterFacts& facts) {
    const LetterWords& words = letterWords(facts.language);
    const NewsWords& news = newsWords(facts.language);
    switch (kind) {
        case LetterKind::Confirmation:
            return words.paid;
        case LetterKind::ConfirmationAgain:
            return words.again;
        case LetterKind::Refund:
            return news.refunded;
        case LetterKind::Cancelled:
            return news.cancelled;
        case LetterKind::Moved:
            break;
    }
    return news.moved;
}

// What becomes of the money or the tickets now.
void writeNext(Writer& out, LetterKind kind, const LetterFacts& facts) {
    const NewsWords& news = newsWords(facts.language);
    if (!facts.note.empty()) out.paragraph(filled(news.note, "{note}", facts.note));
    if (kind == LetterKind::Refund) out.paragraph(news.refundTakes);
    if (kind == LetterKind::Cancelled) out.paragraph(news.cancelledNext);
    if (kind != LetterKind::Moved) return;
    out.paragraph(filled(news.mayReturn, "{until}", facts.returnUntil));
    out.paragraph(facts.returnedUnanswered ? news.unanswered : news.stays);
}

void writeTickets(Writer& out, const LetterFacts& facts, Letter& letter) {
    const LetterWords& words = letterWords(facts.language);
    out.list(placesOf(facts, words));
    out.paragraph(facts.pdf.empty() ? words.notAttached : words.attached);
    if (!facts.pdf.empty()) {
        out.paragraph(words.secret);
        letter.attachments.push_back({"tickets.pdf", "application/pdf", facts.pdf});
    }
    if (facts.calendar.empty()) return;
    out.paragraph(words.calendar);
    letter.attachments.push_back(
        {"event.ics", "text/calendar; charset=utf-8; method=PUBLISH", facts.calendar});
}

}  // namespace

Letter letterOf(LetterKind kind, const LetterFacts& facts) {
    const LetterWords& words = letterWords(facts.language);
    const NewsWords& news = newsWords(facts.language);
    Letter letter;
    letter.subject = subjectOf(kind, facts);
    Writer out(facts);
    out.paragraph(facts.buyer.empty() ? std::string(words.greetingNone)
                                      : filled(words.greeting, "{name}", facts.buyer));
    out.paragraph(openingOf(kind, facts));
    out.title(facts.event);
    out.facts({{words.when, facts.when},
               {news.before, facts.before},
               {words.venue, facts.venue},
               {tickets::ticketWords(facts.language).order, facts.order},
               {words.total, facts.total},
               {news.back, facts.back}});
    writeNext(out, kind, facts);
    const bool withTickets = kind != LetterKind::Refund && kind != LetterKind::Cancelled;
    if (withTickets) {
        writeTickets(out, facts, letter);
        out.paragraph(words.closing);
    }
    out.endInto(letter);
    return letter;
}

}  // namespace tessera::notify
