// SPDX-License-Identifier: Apache-2.0
// Where an organiser's texts and a buyer's language end up: calendars, pages' heads, dates and
// amounts. Lines: the language, the zone; the rest: the event's texts.
//
// Nothing that is said becomes a line or an element of its own; what is printed is readable.
#include <string>

#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/api/page_head.h"
#include "server/tickets/calendar.h"
#include "server/tickets/local_text.h"
#include "server/tickets/ticket_words.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/page_check.h"

namespace tessera::fuzz {
namespace {

constexpr Instant kNow{1'767'225'600'000'000};

void printLocal(std::string_view zone, std::string_view language) {
    if (!api::isLanguageTag(language) || !isCleanUtf8(zone)) return;
    const Currency euro{{'E', 'U', 'R'}};
    for (const auto& text : {tickets::dateTimeText(kNow, zone, language),
                             tickets::moneyText(Money{-4550}, euro, language)}) {
        TESSERA_CHECK(!text.empty() && text.size() < 200 && isCleanUtf8(text));
    }
    const auto known = tickets::knownLanguage(language);
    TESSERA_CHECK(known.size() >= 2 && known.size() <= 8 && api::isLanguageTag(known));
    TESSERA_CHECK(!tickets::ticketWords(language).seat.empty());
    (void)tickets::isRightToLeft(language);
}

// The value of a line of a calendar without folds and escapes.
std::string valueOf(std::string file, std::string_view name) {
    for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ", at)) {
        file.erase(at, 3);
    }
    const auto begin = file.find("\r\n" + std::string(name) + ':');
    TESSERA_CHECK(begin != std::string::npos);
    const auto from = begin + 3 + name.size();
    std::string out;
    for (auto i = from; i < file.find("\r\n", from); ++i) {
        if (file[i] != '\\') {
            out += file[i];
        } else {
            ++i;
            out += file[i] == 'n' ? '\n' : file[i];
        }
    }
    return out;
}

void writeCalendar(std::string_view text) {
    tickets::CalendarEvent event;
    event.uid = "x@example.org";
    event.title = text.substr(0, text.find('\n'));
    event.place = text;
    event.description = text;
    event.startsAt = event.made = kNow;
    const auto file = tickets::calendarFile(event);
    int lines = 0;
    for (std::size_t at = 0; at < file.size(); ++lines) {
        const auto end = file.find("\r\n", at);
        TESSERA_CHECK(end != std::string::npos && end - at <= 75);
        const auto line = file.substr(at, end - at);
        TESSERA_CHECK(line.find_first_of("\r\n") == std::string::npos);
        at = end + 2;
    }
    std::string wanted;
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < ' ' || c == 0x7F;
        if (!control || c == '\n') wanted += c;
    }
    TESSERA_CHECK(valueOf(file, "LOCATION") == wanted);
    if (!text.empty()) TESSERA_CHECK(valueOf(file, "DESCRIPTION") == wanted);
}

void writeHead(std::string_view text) {
    v1::EventConfig config;
    config.set_name(std::string(text.substr(0, text.find('\n'))));
    config.set_description(std::string(text));
    config.set_image_url(std::string(text));
    config.set_currency_code("EUR");
    api::ShownEvent shown;
    shown.answer.row.document = api::toDocument(config);
    shown.answer.venue.name = std::string(text);
    shown.answer.venue.city = std::string(text);
    const auto head = api::eventHead(shown, "http://example.org", kNow);
    TESSERA_CHECK(isCleanUtf8(head));
    expectPage(head);
}

}  // namespace

void printed(Input input) {
    Reader reader(input);
    const auto language = reader.line();
    printLocal(reader.line(), language);
    if (!isCleanUtf8(reader.rest())) return;
    writeCalendar(reader.rest());
    writeHead(reader.rest());
}

}  // namespace tessera::fuzz
