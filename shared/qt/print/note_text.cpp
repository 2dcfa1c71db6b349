// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/note_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace tessera::qt {
namespace {

constexpr const char* kContext = "PrintNote";

// Every note that talks, links, queue and store can leave, or what it begins with before a colon.
constexpr const char* kNotes[] = {
    QT_TRANSLATE_NOOP("PrintNote", "the printer is out of paper"),
    QT_TRANSLATE_NOOP("PrintNote", "paper or cutter jam"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer's cover is open"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer reports a fault"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer is busy or off line"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer does not answer"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer refused what it was sent"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer was switched off and on"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer has not said that the ticket is printed"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer has not said that the receipt is printed"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer does not fall silent"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer closed the connection"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer has not taken everything"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer took too long"),
    QT_TRANSLATE_NOOP("PrintNote", "sending took too long"),
    QT_TRANSLATE_NOOP("PrintNote", "connecting took too long"),
    QT_TRANSLATE_NOOP("PrintNote", "the connection broke"),
    QT_TRANSLATE_NOOP("PrintNote", "no connection"),
    QT_TRANSLATE_NOOP("PrintNote", "no such printer"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer has no address"),
    QT_TRANSLATE_NOOP("PrintNote", "the device does not open"),
    QT_TRANSLATE_NOOP("PrintNote", "the device is gone"),
    QT_TRANSLATE_NOOP("PrintNote", "the system does not take the document"),
    QT_TRANSLATE_NOOP("PrintNote", "the system has no way to print"),
    QT_TRANSLATE_NOOP("PrintNote", "the system has not said that it took the document"),
    QT_TRANSLATE_NOOP("PrintNote", "this program is ending"),
    QT_TRANSLATE_NOOP("PrintNote", "the program ended while this was being sent"),
    QT_TRANSLATE_NOOP("PrintNote", "the printer of this name speaks another language now"),
};

constexpr QLatin1String kCancelledBy("cancelled by ");
constexpr QLatin1String kSeenBy("seen on paper by ");

QString known(const QString& note) {
    if (note.startsWith(kCancelledBy)) {
        return QCoreApplication::translate("PrintNote", "cancelled by %1")
            .arg(note.mid(kCancelledBy.size()));
    }
    if (note.startsWith(kSeenBy)) {
        return QCoreApplication::translate("PrintNote", "seen on paper by %1")
            .arg(note.mid(kSeenBy.size()));
    }
    const QByteArray english = note.toUtf8();
    const bool is = std::any_of(std::begin(kNotes), std::end(kNotes),
                                [&](const char* each) { return english == each; });
    return is ? QCoreApplication::translate(kContext, english.constData()) : QString();
}

// "; 1 of 3 tickets are certain" and ": 1 of 3 copies are printed", which come last.
QString counted(const QRegularExpressionMatch& match) {
    const QString text =
        match.captured(3) == QLatin1String("tickets are certain")
            ? QCoreApplication::translate("PrintNote", "%1 of %2 tickets are certain")
            : QCoreApplication::translate("PrintNote", "%1 of %2 copies are printed");
    return text.arg(match.captured(1), match.captured(2));
}

}  // namespace

QString noteText(const QString& note) {
    static const QRegularExpression kCounts(
        QStringLiteral("[;:] (\\d+) of (\\d+) (tickets are certain|copies are printed)$"));
    const QRegularExpressionMatch match = kCounts.match(note);
    if (match.hasMatch()) {
        const QString before = noteText(note.left(match.capturedStart()));
        return QCoreApplication::translate("PrintNote", "%1; %2").arg(before, counted(match));
    }
    if (const QString whole = known(note); !whole.isEmpty()) return whole;
    const qsizetype colon = note.indexOf(QLatin1String(": "));
    const QString head = colon < 0 ? QString() : known(note.left(colon));
    if (head.isEmpty()) return note;
    return QCoreApplication::translate("PrintNote", "%1: %2").arg(head, note.mid(colon + 2));
}

}  // namespace tessera::qt
