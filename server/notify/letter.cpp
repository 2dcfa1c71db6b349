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

}  // namespace

Letter letterOf(LetterKind kind, const LetterFacts& facts) {
    const LetterWords& words = letterWords(facts.language);
    Letter letter;
    letter.subject = filled(words.subject, "{event}", oneLine(facts.event));
    Writer out(facts);
    out.paragraph(facts.buyer.empty() ? std::string(words.greetingNone)
                                      : filled(words.greeting, "{name}", facts.buyer));
    out.paragraph(kind == LetterKind::Confirmation ? words.paid : words.again);
    out.title(facts.event);
    out.facts({{words.when, facts.when},
               {words.venue, facts.venue},
               {tickets::ticketWords(facts.language).order, facts.order},
               {words.total, facts.total}});
    out.list(placesOf(facts, words));
    out.paragraph(facts.pdf.empty() ? words.notAttached : words.attached);
    if (!facts.pdf.empty()) {
        out.paragraph(words.secret);
        letter.attachments.push_back({"tickets.pdf", "application/pdf", facts.pdf});
    }
    if (!facts.calendar.empty()) {
        out.paragraph(words.calendar);
        letter.attachments.push_back(
            {"event.ics", "text/calendar; charset=utf-8; method=PUBLISH", facts.calendar});
    }
    out.paragraph(words.closing);
    out.endInto(letter);
    return letter;
}

}  // namespace tessera::notify
