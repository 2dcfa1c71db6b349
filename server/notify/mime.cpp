// SPDX-License-Identifier: Apache-2.0
#include "server/notify/mime.h"

#include <algorithm>
#include <array>

#include "shared/base/encoding.h"

namespace tessera::notify {
namespace {

// No base64 has '_', and quoted-printable has '=' before hexadecimal digits and line ends alone.
constexpr std::string_view kMixed = "=_mixed_of_tessera";
constexpr std::string_view kAlternative = "=_alternative_of_tessera";
constexpr std::size_t kLineMax = 76;
// Of the text in one encoded word: with "Subject: =?utf-8?B?" and "?=" a line still has room for
// it.
constexpr std::size_t kWordBytesMax = 39;

bool isControl(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
}

bool isAscii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string withoutControls(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(out, isControl, ' ');
    return out;
}

// Words of whole characters, each on a line of its own.
std::string encodedWords(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.size(), at + kWordBytesMax);
        while (end > at + 1 && end < text.size() && continuesCharacter(text[end])) --end;
        if (!out.empty()) out += "\r\n ";
        out += "=?utf-8?B?" + toBase64(text.substr(at, end - at)) + "?=";
        at = end;
    }
    return out;
}

// Text where a head has a phrase: as it is where nothing in it means anything there.
std::string phrase(std::string_view text) {
    const std::string clean = withoutControls(text);
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == ' ';
    };
    const bool asItIs = clean.size() <= kWordBytesMax && std::ranges::all_of(clean, plain) &&
                        !clean.starts_with(' ') && !clean.ends_with(' ');
    return asItIs ? clean : encodedWords(clean);
}

std::string mailbox(std::string_view name, std::string_view address) {
    if (name.empty()) return std::string(address);
    return phrase(name) + "\r\n <" + std::string(address) + ">";
}

// "Sat, 05 Dec 2026 19:00:00 +0000"
std::string dateText(Instant at) {
    constexpr std::array<const char*, 7> kDays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::int64_t kDayMicros = 86'400'000'000;
    const std::string iso = toRfc3339(at);  // 2026-12-05T19:00:00…
    const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0') - 1);
    const auto day = static_cast<std::size_t>(std::max<std::int64_t>(at.micros, 0) / kDayMicros);
    return std::string(kDays[day % 7]) + ", " + iso.substr(8, 2) + ' ' + kMonths.at(month) + ' ' +
           iso.substr(0, 4) + ' ' + iso.substr(11, 8) + " +0000";
}

// RFC 2045, 6.7.
class QuotedPrintable {
public:
    std::string encode(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '\r') continue;
            if (c == '\n') {
                endLine();
                continue;
            }
            const bool last = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
            const bool blank = c == ' ' || c == '\t';
            const bool plain = (c > ' ' && c < '\x7f' && c != '=') || (blank && !last);
            plain ? put({&c, 1}) : putHex(static_cast<unsigned char>(c));
        }
        if (used_ > 0) endLine();
        return std::move(out_);
    }

private:
    void endLine() {
        out_ += "\r\n";
        used_ = 0;
    }
    void put(std::string_view piece) {
        if (used_ + piece.size() > kLineMax - 1) {
            out_ += '=';
            endLine();
        }
        out_ += piece;
        used_ += piece.size();
    }
    void putHex(unsigned char byte) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        const std::array<char, 3> code{'=', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        put({code.data(), code.size()});
    }

    std::string out_;
    std::size_t used_ = 0;
};

std::string base64Lines(std::string_view bytes) {
    const std::string whole = toBase64(bytes);
    std::string out;
    out.reserve(whole.size() + whole.size() / kLineMax * 2 + 2);
    for (std::size_t at = 0; at < whole.size(); at += kLineMax) {
        out.append(whole, at, kLineMax);
        out += "\r\n";
    }
    return out;
}

void head(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

void openPart(std::string& out, std::string_view boundary) {
    out.append("--").append(boundary).append("\r\n");
}

void closeParts(std::string& out, std::string_view boundary) {
    out.append("--").append(boundary).append("--\r\n");
}

void body(std::string& out, std::string_view type, std::string_view text) {
    openPart(out, kAlternative);
    head(out, "Content-Type", std::string(type) + "; charset=utf-8");
    head(out, "Content-Transfer-Encoding", "quoted-printable");
    out += "\r\n" + QuotedPrintable().encode(text);
}

void attach(std::string& out, const Attachment& file) {
    openPart(out, kMixed);
    head(out, "Content-Type", file.type);
    head(out, "Content-Transfer-Encoding", "base64");
    head(out, "Content-Disposition", "attachment; filename=\"" + file.name + "\"");
    out += "\r\n" + base64Lines(file.bytes);
}

std::string multipart(std::string_view kind, std::string_view boundary) {
    return "multipart/" + std::string(kind) + ";\r\n boundary=\"" + std::string(boundary) + "\"";
}

}  // namespace

std::string mimeBytes(const Message& message) {
    std::string out;
    head(out, "Date", dateText(message.date));
    head(out, "From", mailbox(message.fromName, message.from));
    head(out, "To", mailbox(message.toName, message.to));
    head(out, "Subject", phrase(message.subject));
    head(out, "Message-ID", "<" + message.id + ">");
    head(out, "Auto-Submitted", "auto-generated");
    head(out, "MIME-Version", "1.0");
    head(out, "Content-Language", withoutControls(message.language));
    head(out, "Content-Type", multipart("mixed", kMixed));
    out += "\r\n";
    openPart(out, kMixed);
    head(out, "Content-Type", multipart("alternative", kAlternative));
    out += "\r\n";
    body(out, "text/plain", message.text);
    body(out, "text/html", message.html);
    closeParts(out, kAlternative);
    for (const Attachment& file : message.attachments) attach(out, file);
    closeParts(out, kMixed);
    return out;
}

bool isMailable(std::string_view address) {
    constexpr std::string_view kSpecials = "()<>[]:;,\\\"";
    const auto plain = [&](char c) {
        return isAscii(c) && !isControl(c) && c != ' ' &&
               kSpecials.find(c) == std::string_view::npos;
    };
    const std::size_t at = address.find('@');
    return address.size() <= 254 && at != std::string_view::npos && at > 0 &&
           at + 1 < address.size() && address.find('@', at + 1) == std::string_view::npos &&
           std::ranges::all_of(address, plain);
}

}  // namespace tessera::notify
