// SPDX-License-Identifier: Apache-2.0
#include "server/app/setup/manifest_csv.h"

#include <algorithm>

namespace tessera::setup {
namespace {

struct Words {
    std::string_view language;
    std::array<std::string_view, kManifestColumns> columns;
    std::array<std::string_view, 3> states;  // In the order of engine::TicketState.
    std::array<std::string_view, engine::kChannels> channels;
};

constexpr std::array<Words, 5> kWords = {{
    {"en",
     {"Section", "Row", "Seat", "Ticket type", "Category", "State", "Name", "E-mail", "Channel",
      "Handed out", "Note", "Order", "Ticket"},
     {"does not admit yet", "admits", "void"},
     {"Web", "Box office", "Kiosk"}},
    {"de",
     {"Bereich", "Reihe", "Platz", "Kartenart", "Kategorie", "Zustand", "Name", "E-Mail",
      "Verkaufsweg", "Ausgegeben", "Notiz", "Bestellung", "Karte"},
     {"gilt noch nicht", "gilt", "ungültig"},
     {"Web", "Kasse", "Automat"}},
    {"fr",
     {"Section", "Rang", "Place", "Tarif", "Catégorie", "État", "Nom", "E-mail", "Canal", "Remis",
      "Note", "Commande", "Billet"},
     {"pas encore valable", "valable", "annulé"},
     {"Web", "Guichet", "Borne"}},
    {"es",
     {"Sector", "Fila", "Asiento", "Tipo de entrada", "Categoría", "Estado", "Nombre", "Correo",
      "Canal", "Entregada", "Nota", "Pedido", "Entrada"},
     {"aún no vale", "vale", "anulada"},
     {"Web", "Taquilla", "Quiosco"}},
    {"ar",
     {"القسم", "الصف", "المقعد", "نوع التذكرة", "الفئة", "الحالة", "الاسم", "البريد الإلكتروني",
      "القناة", "سُلّمت", "ملاحظة", "الطلب", "التذكرة"},
     {"غير صالحة بعد", "صالحة", "ملغاة"},
     {"الويب", "شباك التذاكر", "الكشك"}},
}};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// English where there is no such language.
std::size_t indexOf(std::string_view language) {
    const auto found = std::ranges::find(kWords, language, &Words::language);
    return found == kWords.end() ? 0 : static_cast<std::size_t>(found - kWords.begin());
}

void addCell(std::string_view cell, std::string& out) {
    constexpr std::string_view kFormulas = "=+-@\t\r";
    const bool guarded = !cell.empty() && kFormulas.find(cell.front()) != std::string_view::npos;
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (guarded) out += '\'';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

template <class Cells>
void addLine(const Cells& cells, std::string& out) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        addCell(cells[i], out);
    }
    out += "\r\n";
}

}  // namespace

ManifestCsv::ManifestCsv(const Options& options)
    : language_(indexOf(tickets::knownLanguage(options.language))),
      stamps_(options.zone),
      out_(kByteOrderMark) {
    addLine(kWords[language_].columns, out_);
}

std::string ManifestCsv::word(engine::TicketState state) const {
    return std::string(kWords[language_].states.at(static_cast<std::size_t>(state) - 1));
}

std::string ManifestCsv::word(engine::Channel channel) const {
    return std::string(kWords[language_].channels.at(static_cast<std::size_t>(channel)));
}

void ManifestCsv::add(const Line& line) {
    addLine(line, out_);
}

}  // namespace tessera::setup
