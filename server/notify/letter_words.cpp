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

constexpr std::array<std::pair<std::string_view, NewsWords>, 5> kNews{{
    {"en",
     {"Your refund: {event}", "we have sent money back to you, the way you paid.",
      "Where a bank is in between it may take some days until you see it.", "Refunded",
      "Cancelled: {event}", "this event is cancelled. Your tickets are not valid any more.",
      "You need do nothing: what you paid goes back the way you paid, and we write to you once "
      "that is done.",
      "New date: {event}",
      "this event has a new date. Your tickets are valid for it: please use the ones attached "
      "here, for the codes of earlier ones do not open the door any more.",
      "Instead of",
      "If you cannot come, you may return your tickets until {until}, for all that you paid, where "
      "you bought them.",
      "If we do not hear from you by then, they are returned, and you get your money back.",
      "If we do not hear from you by then, they stay valid.", "The organiser says: {note}"}},
    {"de",
     {"Ihre Erstattung: {event}",
      "wir haben Ihnen Geld zurückgeschickt, auf dem Weg, auf dem Sie bezahlt haben.",
      "Wo eine Bank dazwischen ist, kann es einige Tage dauern, bis Sie es sehen.", "Erstattet",
      "Abgesagt: {event}", "diese Veranstaltung ist abgesagt. Ihre Karten gelten nicht mehr.",
      "Sie müssen nichts tun: was Sie bezahlt haben, geht auf demselben Weg zurück, und wir "
      "schreiben Ihnen, sobald das geschehen ist.",
      "Neuer Termin: {event}",
      "diese Veranstaltung hat einen neuen Termin. Ihre Karten gelten dafür: nehmen Sie bitte die "
      "hier angehängten, denn mit den Codes der früheren kommt man nicht mehr hinein.",
      "Statt",
      "Wenn Sie nicht kommen können, können Sie Ihre Karten bis {until} zurückgeben, wo Sie sie "
      "gekauft haben, und bekommen alles zurück, was Sie bezahlt haben.",
      "Wenn wir bis dahin nichts von Ihnen hören, werden sie zurückgenommen, und Sie bekommen Ihr "
      "Geld zurück.",
      "Wenn wir bis dahin nichts von Ihnen hören, bleiben sie gültig.",
      "Mitteilung des Veranstalters: {note}"}},
    {"fr",
     {"Votre remboursement : {event}",
      "nous vous avons remboursé, par le moyen de paiement que vous aviez utilisé.",
      "Lorsqu’une banque intervient, quelques jours peuvent passer avant que vous ne le voyiez.",
      "Remboursé", "Annulé : {event}",
      "cet événement est annulé. Vos billets ne sont plus valables.",
      "Vous n’avez rien à faire : ce que vous avez payé vous est rendu par le même moyen, et nous "
      "vous écrivons dès que c’est fait.",
      "Nouvelle date : {event}",
      "cet événement a une nouvelle date. Vos billets restent valables : utilisez ceux qui sont "
      "joints ici, car les codes des précédents n’ouvrent plus la porte.",
      "Au lieu de",
      "Si vous ne pouvez pas venir, vous pouvez rendre vos billets jusqu’au {until} là où vous les "
      "avez achetés, et tout ce que vous avez payé vous est remboursé.",
      "Sans réponse de votre part d’ici là, ils sont repris et vous êtes remboursé.",
      "Sans réponse de votre part d’ici là, ils restent valables.",
      "Message de l’organisateur : {note}"}},
    {"es",
     {"Tu reembolso: {event}", "te hemos devuelto dinero por el mismo medio con el que pagaste.",
      "Cuando interviene un banco, pueden pasar unos días hasta que lo veas.", "Reembolsado",
      "Cancelado: {event}", "este evento está cancelado. Tus entradas ya no son válidas.",
      "No tienes que hacer nada: lo que pagaste se devuelve por el mismo medio, y te escribiremos "
      "en cuanto esté hecho.",
      "Nueva fecha: {event}",
      "este evento tiene una nueva fecha. Tus entradas valen para ella: usa las que van adjuntas "
      "aquí, porque los códigos de las anteriores ya no abren la puerta.",
      "En lugar de",
      "Si no puedes venir, puedes devolver tus entradas hasta el {until} donde las compraste, y se "
      "te devuelve todo lo que pagaste.",
      "Si no sabemos nada de ti hasta entonces, se devuelven y recibes tu dinero.",
      "Si no sabemos nada de ti hasta entonces, siguen siendo válidas.",
      "Mensaje del organizador: {note}"}},
    {"ar",
     {"استرداد أموالك: {event}", "أعدنا إليك مالًا بالطريقة التي دفعت بها.",
      "عند مرور المبلغ بمصرف قد تمضي بضعة أيام حتى يظهر لك.", "المبلغ المُعاد", "أُلغيت: {event}",
      "أُلغيت هذه الفعالية. لم تعد تذاكرك صالحة.",
      "لا يلزمك فعل شيء: يُعاد ما دفعته بالطريقة نفسها، وسنكتب إليك حالما يتم ذلك.",
      "موعد جديد: {event}",
      "لهذه الفعالية موعد جديد. تذاكرك صالحة له: يُرجى استخدام التذاكر المرفقة هنا، فرموز التذاكر "
      "السابقة لم تعد تفتح الباب.",
      "بدلًا من",
      "إن تعذّر عليك الحضور يمكنك إعادة تذاكرك حتى {until} حيث اشتريتها، ويُعاد إليك كل ما دفعته.",
      "إن لم يصلنا منك شيء حتى ذلك الحين تُسترجع التذاكر ويُعاد إليك مالك.",
      "إن لم يصلنا منك شيء حتى ذلك الحين تبقى صالحة.", "رسالة المنظّم: {note}"}},
}};

template <class All>
const auto& ofLanguage(const All& all, std::string_view language) {
    const std::string_view wanted = language.substr(0, language.find_first_of("-_"));
    const auto found =
        std::ranges::find_if(all, [&](const auto& each) { return each.first == wanted; });
    return found == all.end() ? all.front().second : found->second;
}

}  // namespace

const LetterWords& letterWords(std::string_view language) {
    return ofLanguage(kWords, language);
}

const NewsWords& newsWords(std::string_view language) {
    return ofLanguage(kNews, language);
}

}  // namespace tessera::notify
