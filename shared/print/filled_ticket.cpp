// SPDX-License-Identifier: Apache-2.0
#include "shared/print/filled_ticket.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>

#include "shared/print/text_runs.h"

namespace tessera::print {
namespace {

std::optional<TicketProblem> judge(const FieldValues& values) {
    for (const auto& [name, value] : values) {
        if (value.size() > kFieldValueBytesMax) {
            return TicketProblem{TicketRefusal::TooLong, "{" + name + "}",
                                 "more than " + std::to_string(kFieldValueBytesMax) + " bytes"};
        }
        if (!isPrintableText(value)) {
            return TicketProblem{TicketRefusal::BadValue, "{" + name + "}",
                                 "clean UTF-8 without control characters is wanted"};
        }
    }
    return std::nullopt;
}

// '^' brackets the data of a bar code and '<' begins a command: neither can be said in one.
bool canBeBars(const std::string& data) {
    return std::ranges::all_of(
        data, [](char c) { return c >= ' ' && c <= '~' && c != '^' && c != '<' && c != '>'; });
}

class Filler {
public:
    Filler(const FieldValues& values, std::string path) : values_(values), path_(std::move(path)) {}

    std::string operator()(const std::string& text) {
        FilledText filled = fill(text, values_);
        if (filled.missing) {
            refuse(TicketRefusal::MissingValue, "{" + *filled.missing + "} has no value");
        }
        return std::move(filled.text);
    }
    void refuse(TicketRefusal reason, std::string message) {
        if (!problem_) problem_ = TicketProblem{reason, path_, std::move(message)};
    }
    std::optional<TicketProblem> problem() const { return problem_; }

private:
    const FieldValues& values_;
    std::string path_;
    std::optional<TicketProblem> problem_;
};

// False if nothing of the field is left to print.
bool fillField(TextField& field, Filler& filler) {
    field.text = filler(field.text);
    return !field.text.empty();
}

bool fillField(QrField& field, Filler& filler) {
    field.data = filler(field.data);
    if (field.data.empty()) filler.refuse(TicketRefusal::BadValue, "a QR code of nothing");
    if (field.data.size() > kQrDataBytesMax) {
        filler.refuse(TicketRefusal::TooLong,
                      "a QR code of more than " + std::to_string(kQrDataBytesMax) + " bytes");
    }
    return true;
}

bool fillField(BarField& field, Filler& filler) {
    field.data = filler(field.data);
    if (field.data.empty() || !canBeBars(field.data)) {
        filler.refuse(TicketRefusal::BadValue, "a bar code is ASCII without <, > and ^");
    }
    if (field.data.size() > kBarDataBytesMax) {
        filler.refuse(TicketRefusal::TooLong,
                      "a bar code of more than " + std::to_string(kBarDataBytesMax) + " bytes");
    }
    return true;
}

template <class Other>
bool fillField(Other& /*field*/, Filler& /*filler*/) {
    return true;
}

}  // namespace

const FontBox* fontOf(int number) {
    static constexpr std::array kFonts = {
        FontBox{1, 5, 7},    FontBox{2, 8, 16},   FontBox{3, 17, 31},  FontBox{4, 5, 9},
        FontBox{6, 30, 52},  FontBox{7, 15, 29},  FontBox{8, 20, 33},  FontBox{9, 13, 20},
        FontBox{10, 25, 41}, FontBox{11, 25, 49}, FontBox{12, 46, 91}, FontBox{13, 20, 42}};
    const auto* const at = std::ranges::find(kFonts, number, &FontBox::number);
    return at == kFonts.end() ? nullptr : &*at;
}

int roomOf(const TextField& field, const Stock& stock) {
    int room = 0;
    switch (field.rotation) {
        case Rotation::None:
            room = stock.width - field.column;
            break;
        case Rotation::Right:
            room = stock.height - field.row;
            break;
        case Rotation::UpsideDown:
            room = field.column + 1;
            break;
        case Rotation::Left:
            room = field.row + 1;
            break;
    }
    return field.widthMax > 0 ? std::min(room, field.widthMax) : room;
}

tl::expected<std::vector<Field>, TicketProblem> fillTicket(const TicketTemplate& ticket,
                                                           const FieldValues& values) {
    if (const auto problem = judge(values)) return tl::make_unexpected(*problem);
    std::vector<Field> fields;
    for (std::size_t i = 0; i < ticket.fields.size(); ++i) {
        Filler filler(values, "/fields/" + std::to_string(i));
        Field field = ticket.fields[i];
        const bool prints = std::visit([&](auto& f) { return fillField(f, filler); }, field);
        if (const auto problem = filler.problem()) return tl::make_unexpected(*problem);
        if (prints) fields.push_back(std::move(field));
    }
    return fields;
}

}  // namespace tessera::print
