// SPDX-License-Identifier: Apache-2.0
// What printers say of themselves, byte by byte.
//
// Boca: the table of status codes in the "Printer Status Supplement" of the "FGL Programming
// Guide". ESC/POS: DLE EOT n, GS r n and their fixed bits in Epson's "ESC/POS Command Reference". A
// byte that neither manual has is unknown, and is never taken for good news. Deterministic, pure.
#pragma once

#include <cstdint>
#include <optional>

namespace tessera::print {

// What staff are told about a printer. Never reported as better than its last word.
enum class PrinterCondition {
    Unknown,  // It has said nothing, or nothing that we know.
    Ready,
    PaperLow,  // It prints; somebody should fetch paper.
    Busy,
    PaperOut,  // From here on it does not print.
    Jam,
    CoverOpen,
    Fault,
    Unreachable,  // No connection.
};

// Whether a person must see to the printer before it goes on.
constexpr bool stopsPrinting(PrinterCondition condition) {
    return condition >= PrinterCondition::PaperOut;
}

enum class BocaSign {
    Unknown,
    TicketPrinted,  // ACK: one ticket is out. The only byte that says so.
    TestTicket,     // Printed by the button: acknowledges no job.
    Ready,          // X-ON, also the answer to <S1>.
    Busy,           // X-OFF.
    PowerOn,        // It has forgotten what it was sent.
    PaperLow,
    PaperOut,
    PaperLoaded,
    Jam,
    Refused,  // NAK, or data that it calls illegal.
    Fault,
};
[[nodiscard]] BocaSign bocaSign(std::uint8_t byte);

// Nothing for signs that say nothing about the condition (an acknowledgement, a refusal, unknown).
[[nodiscard]] std::optional<PrinterCondition> conditionOf(BocaSign sign);

enum class EscposQuestion : std::uint8_t { Printer = 1, Offline = 2, Error = 3, Paper = 4 };

// What kind of answer a byte is, by the bits that are fixed; of GS r 1 also those that are
// reserved: letters are no answer.
enum class EscposReply {
    Unknown,
    RealTime,    // To DLE EOT: 0xx1xx10.
    InOrder,     // To GS r 1: 0000xxxx. Everything that was sent before it has been printed.
    AutoStatus,  // The first of four bytes that come unasked: 0xx1xx00. The others look like
                 // InOrder.
    XOn,
    XOff,
};
[[nodiscard]] EscposReply escposReply(std::uint8_t byte);

// What the answer to one question says; nothing for a byte that is no answer to DLE EOT.
[[nodiscard]] std::optional<PrinterCondition> escposCondition(EscposQuestion question,
                                                              std::uint8_t answer);

// Of GS r 1: Ready, PaperLow or PaperOut; nothing for a byte that is no answer to it.
[[nodiscard]] std::optional<PrinterCondition> escposPaper(std::uint8_t answer);

}  // namespace tessera::print
