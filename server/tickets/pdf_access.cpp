// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/pdf_access.h"

#include <unicode/unistr.h>

#include <cstdio>
#include <optional>
#include <vector>

namespace tessera::tickets {
namespace {

constexpr std::string_view kFigure = "/S /Figure\n";

// An object that is written anew: its number, and its dictionary without the last ">>".
struct Object {
    std::size_t number = 0;
    std::string dictionary;
};

// The decimal number that follows `name` after `from`.
std::optional<std::size_t> numberAfter(std::string_view pdf, std::string_view name,
                                       std::size_t from) {
    auto at = pdf.find(name, from);
    if (at == std::string_view::npos) return std::nullopt;
    at += name.size();
    std::size_t number = 0;
    const std::size_t begin = at;
    for (; at < pdf.size() && pdf[at] >= '0' && pdf[at] <= '9' && at - begin < 10; ++at) {
        number = number * 10 + static_cast<std::size_t>(pdf[at] - '0');
    }
    return at == begin ? std::nullopt : std::optional(number);
}

// The object in whose dictionary `inside` is.
std::optional<Object> objectAround(std::string_view pdf, std::size_t inside) {
    constexpr std::string_view kBegins = " 0 obj\n";
    const auto begins = pdf.rfind(kBegins, inside);
    if (begins == std::string_view::npos) return std::nullopt;
    const auto line = pdf.rfind('\n', begins) + 1;
    const auto number = numberAfter(pdf, "", line);
    const auto body = begins + kBegins.size();
    const auto end = pdf.find("endobj", body);
    if (!number || end == std::string_view::npos) return std::nullopt;
    const std::string_view dictionary = pdf.substr(body, end - body);
    const auto closes = dictionary.rfind(">>");
    if (!dictionary.starts_with("<<") || closes == std::string_view::npos) return std::nullopt;
    return Object{*number, std::string(dictionary.substr(0, closes))};
}

// UTF-16 in hexadecimal, which needs no escapes.
std::string pdfText(std::string_view words) {
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())));
    std::string out = "<FEFF";
    for (std::int32_t i = 0; i < text.length(); ++i) {
        char unit[5];
        std::snprintf(unit, sizeof unit, "%04X", static_cast<unsigned>(text.charAt(i)));
        out += unit;
    }
    return out + ">";
}

void update(std::string& pdf, const std::vector<Object>& objects, std::string_view trailer,
            std::size_t previous) {
    std::string table = "xref\n";
    for (const Object& object : objects) {
        char entry[24];  // Twenty bytes, with the space before the line's end.
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
        table += std::to_string(object.number) + " 1\n" + entry;
        pdf += std::to_string(object.number) + " 0 obj\n" + object.dictionary + ">>\nendobj\n";
    }
    const std::string begins = std::to_string(pdf.size());
    pdf += table + "trailer\n" + std::string(trailer) + "   /Prev " + std::to_string(previous) +
           "\n>>\nstartxref\n" + begins + "\n%%EOF\n";
}

}  // namespace

std::string accessiblePdf(std::string pdf, std::string_view language, std::string_view figure) {
    const auto end = pdf.rfind("trailer\n");
    if (end == std::string::npos) return pdf;
    const auto previous = numberAfter(pdf, "startxref\n", end);
    const auto catalog = pdf.rfind("/Type /Catalog", end);
    const auto trailer = objectAround("0 0 obj\n" + pdf.substr(end + 8) + "endobj", 8);
    if (!previous || catalog == std::string::npos || !trailer) return pdf;
    std::vector<Object> objects;
    for (auto at = pdf.find(kFigure); at != std::string::npos; at = pdf.find(kFigure, at + 1)) {
        auto found = objectAround(pdf, at);
        if (!found) return pdf;
        found->dictionary += "   /Alt " + pdfText(figure) + "\n";
        objects.push_back(std::move(*found));
    }
    auto root = objectAround(pdf, catalog);
    if (!root) return pdf;
    root->dictionary += "   /Lang (" + std::string(language) +
                        ")\n   /ViewerPreferences << /DisplayDocTitle true >>\n";
    objects.push_back(std::move(*root));
    update(pdf, objects, trailer->dictionary, *previous);
    return pdf;
}

}  // namespace tessera::tickets
