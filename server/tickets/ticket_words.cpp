// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/ticket_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tessera::tickets {
namespace {

constexpr std::array<std::pair<std::string_view, TicketWords>, 5> kWords{{
    {"en",
     {"Section", "Row", "Seat", "Area", "Entrance", "Ticket type", "Price", "Name", "Order",
      "Ticket", "Terms", "Free choice of place",
      "Show this code at the entrance, on paper or on the phone. It admits once.",
      "Ticket {n} of {count}", "The terms are shortened here. All of them: on the event’s page.",
      "QR code of this ticket", ", "}},
    {"de",
     {"Block", "Reihe", "Platz", "Bereich", "Eingang", "Kartenart", "Preis", "Name", "Bestellung",
      "Karte", "Bedingungen", "Freie Platzwahl",
      "Diesen Code am Eingang zeigen, auf Papier oder auf dem Telefon. Er gilt einmal.",
      "Karte {n} von {count}",
      "Die Bedingungen sind hier gekürzt. Vollständig: auf der Seite der Veranstaltung.",
      "QR-Code dieser Karte", ", "}},
    {"fr",
     {"Section", "Rang", "Place", "Zone", "Entrée", "Tarif", "Prix", "Nom", "Commande", "Billet",
      "Conditions", "Placement libre",
      "Présentez ce code à l’entrée, imprimé ou sur le téléphone. Il n’est valable qu’une fois.",
      "Billet {n} sur {count}",
      "Les conditions sont abrégées ici. Texte complet : sur la page de l’événement.",
      "Code QR de ce billet", ", "}},
    {"es",
     {"Sector", "Fila", "Asiento", "Zona", "Acceso", "Tipo de entrada", "Precio", "Nombre",
      "Pedido", "Entrada", "Condiciones", "Sin asiento numerado",
      "Muestra este código en el acceso, en papel o en el teléfono. Es válido una sola vez.",
      "Entrada {n} de {count}",
      "Las condiciones están abreviadas aquí. Completas: en la página del evento.",
      "Código QR de esta entrada", ", "}},
    {"ar",
     {"القسم", "الصف", "المقعد", "المنطقة", "المدخل", "نوع التذكرة", "السعر", "الاسم", "الطلب",
      "التذكرة", "الشروط", "الجلوس حرّ",
      "أظهر هذا الرمز عند المدخل، مطبوعًا أو على الهاتف. يصلح لدخول واحد.", "التذكرة {n} من {count}",
      "الشروط هنا مختصرة. النص الكامل في صفحة الفعالية.", "رمز الاستجابة السريعة لهذه التذكرة",
      "، "}},
}};

}  // namespace

const TicketWords& ticketWords(std::string_view language) {
    const std::string_view wanted = language.substr(0, language.find_first_of("-_"));
    const auto found = std::find_if(kWords.begin(), kWords.end(),
                                    [&](const auto& each) { return each.first == wanted; });
    return found == kWords.end() ? kWords.front().second : found->second;
}

std::string howManyText(const TicketWords& words, std::size_t number, std::size_t count) {
    std::string text(words.howMany);
    const auto put = [&](std::string_view name, std::size_t value) {
        text.replace(text.find(name), name.size(), std::to_string(value));
    };
    put("{n}", number);
    put("{count}", count);
    return text;
}

}  // namespace tessera::tickets
