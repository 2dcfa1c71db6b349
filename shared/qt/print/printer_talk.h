// SPDX-License-Identifier: Apache-2.0
// How one copy of a document gets onto paper: is the printer ready, send, wait until it says done.
//
// What the printer still had to say of earlier documents is heard out before the first byte of this
// one: <S1> and GS r are answered in their order, and after GS r until nothing comes for a while.
// Decision 0014 says which old words can still be taken for new ones. Runs on the caller's thread
// and keeps nothing but the link. Not deterministic: it waits for a printer.
#pragma once

#include <QString>
#include <functional>
#include <string_view>

#include "shared/print/printer_status.h"
#include "shared/qt/print/printer_link.h"

namespace tessera::qt {

struct TalkTimes {
    LinkTime open{3'000};
    LinkTime ready{5'000};
    LinkTime write{10'000};    // Without the printer taking a byte.
    LinkTime answer{30'000};   // For one ticket or a receipt, while nothing is wrong.
    LinkTime mended{600'000};  // While a person has to see to the printer.
    LinkTime ask{1'000};       // How often a printer that is late is asked or heard.
    LinkTime quiet{200};       // Without a word: nothing old is on its way.
    LinkTime drained{3'000};   // Until one that does not answer has taken all and closed.
};

enum class SendOutcome {
    Printed,      // Acknowledged; or handed over, where the printer does not answer.
    NothingSent,  // No byte of the document left: it may be sent later.
    Unknown,      // Some left, and the printer has not said that it is done.
};

struct Sent {
    SendOutcome outcome = SendOutcome::Unknown;
    QString note{};  // Why, in words for staff; empty where printed.
};

using ConditionHandler = std::function<void(print::PrinterCondition)>;

// Opens the link, sends `bytes`, waits for `tickets` acknowledgements (a receipt has one), closes.
// `report` hears of the printer's condition whenever it changes, on this thread.
Sent sendCopy(PrinterLink& link, const PrinterSetup& setup, const TalkTimes& times,
              std::string_view bytes, int tickets, const ConditionHandler& report);

// How the printer is, without a document. Of one that does not answer, whether it can be reached:
// Unknown, or Unreachable. One that should and falls silent is Unknown.
void askHow(PrinterLink& link, const PrinterSetup& setup, const TalkTimes& times,
            const ConditionHandler& report);

}  // namespace tessera::qt
