// SPDX-License-Identifier: Apache-2.0
#include "server/app/setup/manifest_csv.h"

#include <algorithm>

#include "server/tickets/local_text.h"

namespace tessera::setup {
namespace {

struct Header {
    std::string_view language;
    std::array<std::string_view, kManifestColumns> names;
};

constexpr std::array<Header, 5> kHeaders = {{
    {"en",
     {"Section", "Row", "Seat", "Ticket type", "Category", "State", "Name", "E-mail", "Channel",
      "Handed out", "Note", "Order", "Ticket"}},
    {"de",
     {"Bereich", "Reihe", "Platz", "Kartenart", "Kategorie", "Zustand", "Name", "E-Mail",
      "Verkaufsweg", "Ausgegeben", "Notiz", "Bestellung", "Karte"}},
    {"fr",
     {"Section", "Rang", "Place", "Tarif", "Catégorie", "État", "Nom", "E-mail", "Canal", "Remis",
      "Note", "Commande", "Billet"}},
    {"es",
     {"Sector", "Fila", "Asiento", "Tipo de entrada", "Categoría", "Estado", "Nombre", "Correo",
      "Canal", "Entregada", "Nota", "Pedido", "Entrada"}},
    {"ar",
     {"القسم", "الصف", "المقعد", "نوع التذكرة", "الفئة", "الحالة", "الاسم", "البريد الإلكتروني",
      "القناة", "سُلّمت", "ملاحظة", "الطلب", "التذكرة"}},
}};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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

ManifestCsv::ManifestCsv(std::string_view language) : out_(kByteOrderMark) {
    const std::string known = tickets::knownLanguage(language);
    const auto found = std::ranges::find(kHeaders, std::string_view(known), &Header::language);
    addLine((found == kHeaders.end() ? kHeaders.front() : *found).names, out_);
}

void ManifestCsv::add(const Line& line) {
    addLine(line, out_);
}

}  // namespace tessera::setup
