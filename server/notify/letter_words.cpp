// SPDX-License-Identifier: Apache-2.0
#include "server/notify/letter_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tessera::notify {
namespace {

constexpr std::array<std::pair<std::string_view, LetterWords>, 5> kWords{{
    {"en",
     {"Your tickets: {event}", "Hello {name},", "Hello,",
      "your order is paid. Here is what you have bought.",
      "You asked for your confirmation again: this is your order as it is now.", "When", "Where",
      "Total",
      "Your tickets are attached. Show the code of each at the entrance, on paper or on the phone.",
      "Your tickets could not be attached. You find them where you bought them, and the box office "
      "has them for you.",
      "The date is attached for your calendar.",
      "Each code admits once: whoever has it gets in, so please show it to nobody.", "and {n} more",
      "We look forward to seeing you."}},
    {"de",
     {"Ihre Karten: {event}", "Guten Tag {name},", "Guten Tag,",
      "Ihre Bestellung ist bezahlt. Das haben Sie gekauft:",
      "Sie haben Ihre Bestätigung noch einmal gewünscht: das ist Ihre Bestellung, wie sie jetzt "
      "ist.",
      "Wann", "Wo", "Gesamt",
      "Ihre Karten sind angehängt. Zeigen Sie den Code jeder Karte am Eingang, auf Papier oder auf "
      "dem Telefon.",
      "Ihre Karten konnten nicht angehängt werden. Sie finden sie dort, wo Sie sie gekauft haben, "
      "und an der Kasse.",
      "Der Termin ist für Ihren Kalender angehängt.",
      "Jeder Code gilt einmal: wer ihn hat, kommt hinein. Zeigen Sie ihn bitte niemandem.",
      "und {n} weitere", "Wir freuen uns auf Sie."}},
    {"fr",
     {"Vos billets : {event}", "Bonjour {name},", "Bonjour,",
      "votre commande est payée. Voici ce que vous avez acheté.",
      "Vous avez demandé à nouveau votre confirmation : voici votre commande dans son état actuel.",
      "Quand", "Où", "Total",
      "Vos billets sont joints. Présentez le code de chacun à l’entrée, imprimé ou sur le "
      "téléphone.",
      "Vos billets n’ont pas pu être joints. Vous les trouvez là où vous les avez achetés, et à la "
      "billetterie.",
      "La date est jointe pour votre calendrier.",
      "Chaque code n’est valable qu’une fois : quiconque le possède entre. Ne le montrez à "
      "personne.",
      "et {n} de plus", "Au plaisir de vous accueillir."}},
    {"es",
     {"Tus entradas: {event}",
      "Hola, {name}:", "Hola:", "tu pedido está pagado. Esto es lo que has comprado.",
      "Has pedido de nuevo tu confirmación: este es tu pedido tal como está ahora.", "Cuándo",
      "Dónde", "Total",
      "Tus entradas van adjuntas. Muestra el código de cada una en el acceso, en papel o en el "
      "teléfono.",
      "No se han podido adjuntar tus entradas. Las encuentras donde las compraste y en la "
      "taquilla.",
      "La fecha va adjunta para tu calendario.",
      "Cada código es válido una sola vez: quien lo tiene entra. No se lo enseñes a nadie.",
      "y {n} más", "Te esperamos."}},
    {"ar",
     {"تذاكرك: {event}", "مرحبًا {name}،", "مرحبًا،", "تم دفع طلبك. هذا ما اشتريته.",
      "طلبت تأكيدك مرة أخرى: هذا طلبك كما هو الآن.", "الموعد", "المكان", "المجموع",
      "تذاكرك مرفقة. أظهر رمز كل تذكرة عند المدخل، مطبوعًا أو على الهاتف.",
      "تعذّر إرفاق تذاكرك. تجدها حيث اشتريتها، وفي شباك التذاكر.", "الموعد مرفق لتقويمك.",
      "كل رمز يصلح لدخول واحد: من يملكه يدخل، فلا تُظهره لأحد.", "و{n} أخرى", "نتطلع إلى لقائك."}},
}};

}  // namespace

const LetterWords& letterWords(std::string_view language) {
    const std::string_view wanted = language.substr(0, language.find_first_of("-_"));
    const auto found =
        std::ranges::find_if(kWords, [&](const auto& each) { return each.first == wanted; });
    return found == kWords.end() ? kWords.front().second : found->second;
}

}  // namespace tessera::notify
