// SPDX-License-Identifier: Apache-2.0
#include "shared/print/fgl.h"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/base/check.h"
#include "shared/print/text_runs.h"

namespace tessera::print {
namespace {

std::string command(std::string_view name, std::initializer_list<int> numbers) {
    std::string bytes = "<" + std::string(name);
    for (const int number : numbers) {
        if (bytes.size() > name.size() + 1) bytes += ',';
        bytes += std::to_string(number);
    }
    return bytes + ">";
}

bool isInFonts(const std::string& text) {
    return std::ranges::all_of(text,
                               [](char c) { return c >= ' ' && c <= '~' && c != '<' && c != '>'; });
}

class FglWriter {
public:
    FglWriter(const TicketTemplate& ticket, TextRasteriser& rasteriser)
        : ticket_(ticket), rasteriser_(rasteriser) {}

    void write(const TextField& field) {
        const FontBox* font = fontOf(field.font);
        TESSERA_CHECK(font != nullptr);
        const int room = roomOf(field, ticket_.stock);
        const auto letters = static_cast<int>(field.text.size());  // Only asked of ASCII.
        if (!isInFonts(field.text) || letters * font->width * field.widthTimes > room) {
            draw(field, room, font->height * field.heightTimes);
            return;
        }
        static constexpr std::array kTurns = {"<NR>", "<RR>", "<RU>", "<RL>"};
        bytes_ += command("RC", {field.row, field.column});
        bytes_ += kTurns[static_cast<std::size_t>(field.rotation)];
        bytes_ += command("F", {field.font});
        bytes_ += command("HW", {field.heightTimes, field.widthTimes});
        bytes_ += field.text;
    }

    // <QR#,#,#,#>{data}: dots of a module, whether ~ escapes, byte mode, and the level by its own
    // numbers. What would end the data or begin a command is sent as ~ddd.
    void write(const QrField& field) {
        static constexpr std::array kLevels = {1, 0, 3, 2};  // Low, Medium, Quartile, High.
        std::string data;
        bool escapes = false;
        for (const char c : field.data) {
            if (c >= ' ' && c < '~' && std::string_view("<>{}").find(c) == std::string_view::npos) {
                data += c;
                continue;
            }
            const std::string digits = std::to_string(static_cast<unsigned char>(c));
            data += "~" + std::string(3 - digits.size(), '0') + digits;
            escapes = true;
        }
        start(field.row, field.column);
        bytes_ += command("QR", {field.module, escapes ? 1 : 0, 0,
                                 kLevels[static_cast<std::size_t>(field.level)]});
        bytes_ += "{" + data + "}";
    }

    void write(const BarField& field) {
        start(field.row, field.column);
        bytes_ += command("X", {field.module});
        bytes_ += command(field.ladder ? "OL" : "OP", {field.units});
        if (field.legend) bytes_ += "<BI>";
        bytes_ += "^" + field.data + "^";
    }

    void write(const LineField& field) {
        start(field.row, field.column);
        bytes_ += command("LT", {field.thickness});
        bytes_ += command(field.vertical ? "VX" : "HX", {field.length});
    }

    void write(const BoxField& field) {
        start(field.row, field.column);
        bytes_ += command("LT", {field.thickness});
        bytes_ += command("BX", {field.height, field.width});
    }

    void write(const ImageField& field) {
        const auto image = ticket_.images.find(field.image);
        TESSERA_CHECK(image != ticket_.images.end());
        put(image->second, field.row, field.column);
    }

    std::optional<std::string> failed() const { return failed_; }
    std::string take() { return std::move(bytes_); }

private:
    void start(int row, int column) { bytes_ += command("RC", {row, column}) + "<NR><HW1,1>"; }

    // <SP#,#><bmp><G#>: where, that a BMP file follows, and how many bytes it has.
    void put(const Bitmap& bitmap, int row, int column) {
        const std::string file = toBmp(bitmap);
        bytes_ += "<NR><HW1,1>" + command("SP", {row, column}) + "<bmp>" +
                  command("G", {static_cast<int>(file.size())}) + file;
    }

    // The picture is turned here and put where its top left corner comes to lie.
    void draw(const TextField& field, int room, int height) {
        const auto drawn = rasteriser_.raster({field.text, height, std::min(room, kBitmapSideMax),
                                               false, readsRightToLeft(toCodePoints(field.text))});
        if (!drawn) {
            failed_ = drawn.error().message;
            return;
        }
        TESSERA_CHECK(drawn->height() == height && drawn->width() <= room);
        const Bitmap turned = drawn->rotated(field.rotation);
        int row = field.row;
        int column = field.column;
        if (field.rotation == Rotation::Left || field.rotation == Rotation::UpsideDown) {
            row -= turned.height() - 1;
        }
        if (field.rotation == Rotation::Right || field.rotation == Rotation::UpsideDown) {
            column -= turned.width() - 1;
        }
        put(turned, std::max(row, 0), std::max(column, 0));
    }

    const TicketTemplate& ticket_;
    TextRasteriser& rasteriser_;
    std::string bytes_;
    std::optional<std::string> failed_;
};

}  // namespace

tl::expected<std::string, TicketProblem> compileFgl(const TicketTemplate& ticket,
                                                    const FieldValues& values,
                                                    TextRasteriser& rasteriser, Cut cut) {
    const auto fields = fillTicket(ticket, values);
    if (!fields) return tl::make_unexpected(fields.error());
    FglWriter writer(ticket, rasteriser);
    for (const Field& field : *fields) {
        std::visit([&](const auto& f) { writer.write(f); }, field);
        if (const auto failed = writer.failed()) {
            return tl::make_unexpected(TicketProblem{TicketRefusal::NotDrawn, "/fields",
                                                     "a text was not drawn: " + *failed});
        }
    }
    return writer.take() + (cut == Cut::Yes ? "<p>" : "<q>");
}

}  // namespace tessera::print
