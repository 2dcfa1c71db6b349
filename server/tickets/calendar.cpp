// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/calendar.h"

#include <string_view>

namespace tessera::tickets {
namespace {

constexpr std::size_t kLineOctetsMax = 75;

// 20261205T190000Z
std::string utc(Instant at) {
    std::string out;
    for (const char c : toRfc3339(at).substr(0, 19)) {
        if (c != '-' && c != ':') out += c;
    }
    return out + "Z";
}

// RFC 5545 3.3.11.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7f') {
            out += c;
        }
    }
    return out;
}

// Folds a line that is too long, never inside a character.
void append(std::string& out, std::string_view line) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t next = i + 1;
        while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0U) == 0x80U) {
            ++next;
        }
        if (used + (next - i) > kLineOctetsMax) {
            out += "\r\n ";
            used = 1;
        }
        out += line.substr(i, next - i);
        used += next - i;
        i = next;
    }
    out += "\r\n";
}

}  // namespace

std::string calendarFile(const CalendarEvent& event) {
    std::string out;
    const auto line = [&](std::string_view name, const std::string& value) {
        append(out, std::string(name) + value);
    };
    line("BEGIN:VCALENDAR", "");
    line("VERSION:", "2.0");
    line("PRODID:", "-//Tessera//Tickets//EN");
    line("METHOD:", "PUBLISH");
    line("BEGIN:VEVENT", "");
    line("UID:", escaped(event.uid));
    line("DTSTAMP:", utc(event.made));
    line("DTSTART:", utc(event.startsAt));
    line("DTEND:", utc(event.startsAt + event.lasts));
    line("SUMMARY:", escaped(event.title));
    line("LOCATION:", escaped(event.place));
    if (!event.description.empty()) line("DESCRIPTION:", escaped(event.description));
    if (!event.url.empty()) line("URL:", event.url);
    line("BEGIN:VALARM", "");
    line("ACTION:", "DISPLAY");
    line("DESCRIPTION:", escaped(event.title));
    line("TRIGGER:", "-PT2H");
    line("END:VALARM", "");
    line("END:VEVENT", "");
    line("END:VCALENDAR", "");
    return out;
}

}  // namespace tessera::tickets
