// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/ticket_body.h"

#include <nlohmann/json.hpp>

#include "shared/qt/print/page_painter.h"

namespace tessera::qt {

using Json = nlohmann::json;

QByteArray bodyOf(const print::TicketTemplate& ticket, const print::FieldValues& values) {
    Json json = {{"template", print::toJson(ticket)}, {"values", Json::object()}};
    for (const auto& [name, value] : values) json["values"][name] = value;
    // Values that are not UTF-8 are refused when the ticket is compiled, not here.
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

namespace {

struct Kept {
    print::TicketTemplate ticket{};
    print::FieldValues values{};
};

Result<Kept> readBody(const QByteArray& body) {
    const Json json = Json::parse(body.constData(), body.constData() + body.size(), nullptr, false);
    if (!json.is_object() || !json.contains("template") || !json["template"].is_string() ||
        !json.contains("values") || !json["values"].is_object()) {
        return failure("the job is no ticket");
    }
    auto ticket = print::parseTemplate(json["template"].get_ref<const std::string&>());
    if (!ticket) return failure(ticket.error().path + ": " + ticket.error().message);
    Kept kept{std::move(*ticket), {}};
    for (const auto& [name, value] : json["values"].items()) {
        if (!value.is_string()) return failure("{" + name + "}: text is wanted");
        kept.values.emplace(name, value.get<std::string>());
    }
    return kept;
}

}  // namespace

Result<std::string> ticketBytes(const QByteArray& body, print::TextRasteriser& rasteriser) {
    const auto kept = readBody(body);
    if (!kept) return tl::make_unexpected(kept.error());
    auto bytes = print::compileFgl(kept->ticket, kept->values, rasteriser, print::Cut::Yes);
    if (!bytes) return failure(bytes.error().path + ": " + bytes.error().message);
    return std::move(*bytes);
}

Result<QByteArray> ticketPdf(const QByteArray& body) {
    const auto kept = readBody(body);
    if (!kept) return tl::make_unexpected(kept.error());
    const auto page = print::ticketPage(kept->ticket, kept->values);
    if (!page) return failure(page.error().path + ": " + page.error().message);
    return pdfOf({*page}, QStringLiteral("Tessera"));
}

}  // namespace tessera::qt
