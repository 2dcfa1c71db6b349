// SPDX-License-Identifier: Apache-2.0
#include "shared/print/template_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "shared/base/encoding.h"
#include "shared/print/placeholders.h"
#include "shared/print/text_runs.h"

namespace tessera::print {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string_view>;

struct Range {
    int min = 0;
    int max = 0;
};

// Of a key that somebody made up, as much as a name may have.
std::string escaped(std::string key) {
    key.resize(std::min(key.size(), kTemplateNameBytesMax));
    for (std::size_t at = 0; (at = key.find_first_of("~/", at)) != std::string::npos; at += 2) {
        key.replace(at, 1, key[at] == '~' ? "~0" : "~1");
    }
    return key;
}

// One object of the document. The first problem found anywhere is kept; reading goes on with
// defaults, so that a reader needs no branch after each member.
class ObjectReader {
public:
    ObjectReader(const Json& json, std::string path, std::optional<TemplateProblem>& problem)
        : json_(json), path_(std::move(path)), problem_(problem) {
        if (!json_.is_object()) fail("", "an object is wanted");
    }

    void fail(std::string_view key, std::string message) const {
        if (problem_) return;
        problem_ = TemplateProblem{key.empty() ? path_ : path_ + "/" + std::string(key),
                                   std::move(message)};
    }

    const Json* find(std::string_view key) const {
        if (!json_.is_object()) return nullptr;
        const auto member = json_.find(std::string(key));
        return member == json_.end() ? nullptr : &*member;
    }

    int number(std::string_view key, Range range, std::optional<int> otherwise = {}) const {
        const Json* member = find(key);
        if (member == nullptr && otherwise) return *otherwise;
        const std::string wanted = "a whole number from " + std::to_string(range.min) + " to " +
                                   std::to_string(range.max) + " is wanted";
        if (member == nullptr) {
            fail(key, "missing: " + wanted);
        } else if (!member->is_number_integer() || *member < range.min || *member > range.max) {
            fail(key, wanted);
        } else {
            return member->get<int>();
        }
        return range.min;
    }

    std::string text(std::string_view key, std::size_t bytesMax) const {
        const Json* member = find(key);
        if (member == nullptr) {
            fail(key, "missing: text is wanted");
        } else if (!member->is_string()) {
            fail(key, "text is wanted");
        } else {
            const auto& value = member->get_ref<const std::string&>();
            if (value.empty() || value.size() > bytesMax) {
                fail(key, "1 to " + std::to_string(bytesMax) + " bytes of text are wanted");
            } else if (!isPrintableText(value)) {
                fail(key, "text has a control character");
            } else {
                return value;
            }
        }
        return {};
    }

    std::string withPlaceholders(std::string_view key) const {
        std::string value = text(key, kTemplateTextBytesMax);
        if (!piecesOf(value)) {
            fail(key, "a placeholder is {a-z 0-9 _ .} of at most " +
                          std::to_string(kPlaceholderBytesMax) + " bytes; {{ and }} are braces");
        }
        return value;
    }

    bool flag(std::string_view key) const {
        const Json* member = find(key);
        if (member == nullptr) return false;
        if (!member->is_boolean()) fail(key, "true or false is wanted");
        return member->is_boolean() && member->get<bool>();
    }

    // The place of the member's value among `names`; the first where it is absent.
    std::size_t choice(std::string_view key, const Names& names) const {
        const Json* member = find(key);
        if (member == nullptr) return 0;
        if (member->is_string()) {
            const auto at = std::ranges::find(names, member->get_ref<const std::string&>());
            if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
        }
        std::string wanted;
        for (const std::string_view name : names) {
            wanted += (wanted.empty() ? "" : ", ") + std::string(name);
        }
        fail(key, "one of these is wanted: " + wanted);
        return 0;
    }

    void onlyKnows(const Names& keys) const {
        if (!json_.is_object()) return;
        for (const auto& [key, value] : json_.items()) {
            if (std::ranges::find(keys, key) == keys.end()) fail(escaped(key), "nobody reads this");
        }
    }

private:
    const Json& json_;
    std::string path_;
    std::optional<TemplateProblem>& problem_;
};

const Names kRotations = {"none", "right", "upside_down", "left"};
const Names kLevels = {"low", "medium", "quartile", "high"};

struct Place {
    int row = 0;
    int column = 0;
};

Place placeOf(const ObjectReader& object, const Stock& stock) {
    return {object.number("row", {0, stock.height - 1}),
            object.number("column", {0, stock.width - 1})};
}

TextField readText(const ObjectReader& object, const Stock& stock) {
    object.onlyKnows({"type", "row", "column", "text", "font", "height_times", "width_times",
                      "rotation", "width_max"});
    const Place at = placeOf(object, stock);
    TextField field;
    field.row = at.row;
    field.column = at.column;
    field.text = object.withPlaceholders("text");
    field.font = object.number("font", {1, 13}, 3);
    if (fontOf(field.font) == nullptr) object.fail("font", "the printer has no such font");
    field.heightTimes = object.number("height_times", {1, kTimesMax}, 1);
    field.widthTimes = object.number("width_times", {1, kTimesMax}, 1);
    field.rotation = static_cast<Rotation>(object.choice("rotation", kRotations));
    field.widthMax = object.number("width_max", {0, kStockDotsMax}, 0);
    return field;
}

QrField readQr(const ObjectReader& object, const Stock& stock) {
    object.onlyKnows({"type", "row", "column", "data", "module", "level"});
    const Place at = placeOf(object, stock);
    QrField field;
    field.row = at.row;
    field.column = at.column;
    field.data = object.withPlaceholders("data");
    field.module = object.number("module", {3, 16}, 6);
    field.level = object.find("level") == nullptr
                      ? QrLevel::Medium
                      : static_cast<QrLevel>(object.choice("level", kLevels));
    return field;
}

BarField readBar(const ObjectReader& object, const Stock& stock) {
    object.onlyKnows({"type", "row", "column", "data", "units", "module", "direction", "legend"});
    const Place at = placeOf(object, stock);
    BarField field;
    field.row = at.row;
    field.column = at.column;
    field.data = object.withPlaceholders("data");
    field.units = object.number("units", {1, 60}, 4);
    field.module = object.number("module", {1, 9}, 2);
    field.ladder = object.choice("direction", {"picket_fence", "ladder"}) == 1;
    field.legend = object.flag("legend");
    return field;
}

LineField readLine(const ObjectReader& object, const Stock& stock) {
    object.onlyKnows({"type", "row", "column", "length", "thickness", "direction"});
    const Place at = placeOf(object, stock);
    LineField field;
    field.row = at.row;
    field.column = at.column;
    field.vertical = object.choice("direction", {"horizontal", "vertical"}) == 1;
    field.length = object.number(
        "length", {1, field.vertical ? stock.height - at.row : stock.width - at.column});
    field.thickness = object.number("thickness", {1, 100}, 1);
    return field;
}

BoxField readBox(const ObjectReader& object, const Stock& stock) {
    object.onlyKnows({"type", "row", "column", "height", "width", "thickness"});
    const Place at = placeOf(object, stock);
    BoxField field;
    field.row = at.row;
    field.column = at.column;
    field.height = object.number("height", {1, stock.height - at.row});
    field.width = object.number("width", {1, stock.width - at.column});
    field.thickness = object.number("thickness", {1, 100}, 1);
    return field;
}

ImageField readImage(const ObjectReader& object, const TicketTemplate& ticket) {
    object.onlyKnows({"type", "row", "column", "image"});
    const Place at = placeOf(object, ticket.stock);
    ImageField field;
    field.row = at.row;
    field.column = at.column;
    field.image = object.text("image", kTemplateNameBytesMax);
    const auto image = ticket.images.find(field.image);
    if (image == ticket.images.end()) {
        object.fail("image", "images has none of that name");
    } else if (at.row + image->second.height() > ticket.stock.height ||
               at.column + image->second.width() > ticket.stock.width) {
        object.fail("image", "it does not fit on the stock from there");
    }
    return field;
}

Field readField(const ObjectReader& object, const TicketTemplate& ticket) {
    if (object.find("type") == nullptr) object.fail("type", "missing");
    switch (object.choice("type", {"text", "qr", "code128", "line", "box", "image"})) {
        case 0:
            return readText(object, ticket.stock);
        case 1:
            return readQr(object, ticket.stock);
        case 2:
            return readBar(object, ticket.stock);
        case 3:
            return readLine(object, ticket.stock);
        case 4:
            return readBox(object, ticket.stock);
        default:
            return readImage(object, ticket);
    }
}

Bitmap readBitmap(const ObjectReader& object) {
    object.onlyKnows({"width", "height", "bits"});
    const int width = object.number("width", {1, kBitmapSideMax});
    const int height = object.number("height", {1, kBitmapSideMax});
    const std::string bits = object.text("bits", kTemplateBytesMax);
    const auto rows = fromBase64(bits);
    if (!rows) object.fail("bits", "base64 is wanted");
    const auto bitmap = Bitmap::fromRows(width, height, rows.value_or(std::string()));
    if (!bitmap) {
        object.fail("bits",
                    "height rows of width bits each, padded to bytes, are wanted, at most " +
                        std::to_string(kBitmapBytesMax) + " bytes in all");
    }
    return bitmap.value_or(Bitmap());
}

Stock readStock(const ObjectReader& object) {
    object.onlyKnows({"width", "height", "dpi"});
    Stock stock;
    stock.width = object.number("width", {kStockDotsMin, kStockDotsMax});
    stock.height = object.number("height", {kStockDotsMin, kStockDotsMax});
    stock.dpi = object.number("dpi", {200, 300}, 200);
    if (stock.dpi != 200 && stock.dpi != 300) object.fail("dpi", "200 or 300 is wanted");
    return stock;
}

void readImages(const ObjectReader& root, TicketTemplate& ticket,
                std::optional<TemplateProblem>& problem) {
    const Json* images = root.find("images");
    if (images == nullptr) return;
    if (!images->is_object() || images->size() > kTemplateImagesMax) {
        root.fail("images",
                  "an object of at most " + std::to_string(kTemplateImagesMax) + " is wanted");
        return;
    }
    for (const auto& [name, image] : images->items()) {
        const ObjectReader object(image, "/images/" + escaped(name), problem);
        if (name.empty() || name.size() > kTemplateNameBytesMax)
            object.fail("", "its name is 1 to 80 bytes");
        ticket.images.emplace(name, readBitmap(object));
    }
}

void readFields(const ObjectReader& root, TicketTemplate& ticket,
                std::optional<TemplateProblem>& problem) {
    const Json* fields = root.find("fields");
    if (fields == nullptr || !fields->is_array() || fields->empty() ||
        fields->size() > kTemplateFieldsMax) {
        root.fail("fields", "a list of 1 to " + std::to_string(kTemplateFieldsMax) + " is wanted");
        return;
    }
    for (std::size_t i = 0; i < fields->size() && !problem; ++i) {
        const ObjectReader object((*fields)[i], "/fields/" + std::to_string(i), problem);
        ticket.fields.push_back(readField(object, ticket));
    }
}

Json jsonOf(const TextField& f) {
    return {{"type", "text"},
            {"text", f.text},
            {"font", f.font},
            {"height_times", f.heightTimes},
            {"width_times", f.widthTimes},
            {"rotation", kRotations[static_cast<std::size_t>(f.rotation)]},
            {"width_max", f.widthMax}};
}

Json jsonOf(const QrField& f) {
    return {{"type", "qr"},
            {"data", f.data},
            {"module", f.module},
            {"level", kLevels[static_cast<std::size_t>(f.level)]}};
}

Json jsonOf(const BarField& f) {
    return {{"type", "code128"},
            {"data", f.data},
            {"units", f.units},
            {"module", f.module},
            {"direction", f.ladder ? "ladder" : "picket_fence"},
            {"legend", f.legend}};
}

Json jsonOf(const LineField& f) {
    return {{"type", "line"},
            {"length", f.length},
            {"thickness", f.thickness},
            {"direction", f.vertical ? "vertical" : "horizontal"}};
}

Json jsonOf(const BoxField& f) {
    return {{"type", "box"}, {"height", f.height}, {"width", f.width}, {"thickness", f.thickness}};
}

Json jsonOf(const ImageField& f) {
    return {{"type", "image"}, {"image", f.image}};
}

}  // namespace

tl::expected<TicketTemplate, TemplateProblem> parseTemplate(std::string_view json) {
    const auto refused = [](std::string message) {
        return tl::make_unexpected(TemplateProblem{"", std::move(message)});
    };
    if (json.size() > kTemplateBytesMax) {
        return refused("at most " + std::to_string(kTemplateBytesMax) + " bytes are wanted");
    }
    const Json document = Json::parse(json, nullptr, false);
    if (document.is_discarded()) return refused("this is no JSON");
    std::optional<TemplateProblem> problem;
    const ObjectReader root(document, "", problem);
    root.onlyKnows({"name", "stock", "fields", "images"});
    TicketTemplate ticket;
    ticket.name = root.text("name", kTemplateNameBytesMax);
    static const Json kNone = Json::object();
    const Json* stock = root.find("stock");
    if (stock == nullptr) root.fail("stock", "missing");
    ticket.stock = readStock(ObjectReader(stock == nullptr ? kNone : *stock, "/stock", problem));
    if (!problem) readImages(root, ticket, problem);
    if (!problem) readFields(root, ticket, problem);
    if (problem) return tl::make_unexpected(*problem);
    return ticket;
}

std::string toJson(const TicketTemplate& ticket) {
    Json fields = Json::array();
    for (const Field& field : ticket.fields) {
        fields.push_back(std::visit(
            [](const auto& f) {
                Json json = jsonOf(f);
                json["row"] = f.row;
                json["column"] = f.column;
                return json;
            },
            field));
    }
    Json images = Json::object();
    for (const auto& [name, bitmap] : ticket.images) {
        images[name] = {{"width", bitmap.width()},
                        {"height", bitmap.height()},
                        {"bits", toBase64(bitmap.rows())}};
    }
    const Json stock = {
        {"width", ticket.stock.width}, {"height", ticket.stock.height}, {"dpi", ticket.stock.dpi}};
    return Json{{"name", ticket.name}, {"stock", stock}, {"fields", fields}, {"images", images}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tessera::print
