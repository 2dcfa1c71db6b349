// SPDX-License-Identifier: Apache-2.0
// One job of the print queue, and the printers that there are.
//
// Plain values. A job's body has personal data and ticket codes: it goes to its printer and into
// the queue's own file, never into a log; `title`, `note` and `reason` are shown to staff.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>

#include "shared/base/ids.h"

namespace tessera::qt {

using PrintJobNo = StrongId<struct PrintJobTag, std::int64_t>;  // Ascending as they were queued.

inline constexpr int kJobBytesMax = 1 << 20;
inline constexpr int kJobCopiesMax = 100;
inline constexpr int kJobTicketsMax = 100;    // In one copy.
inline constexpr int kJobTextBytesMax = 200;  // Key, title, who, reason, note: each.
inline constexpr int kJobsWaitingMax =
    500;  // Of one printer: queued, sending, or unknown and not decided.
inline constexpr int kJobsDoneMax = 500;  // Kept after that, bodies included, for reprints.

// Stored by number.
enum class JobState {
    Queued = 0,
    Sending = 1,    // From before its first byte leaves.
    Printed = 2,    // The printer said so, or a person did.
    Unknown = 3,    // It may or may not be on paper. Never sent again by itself.
    Cancelled = 4,  // Nothing is on paper: a person said so, or it could not be made.
};

enum class PrinterLanguage {
    Fgl = 0,
    Escpos = 1,
    Pdf = 2,  // Of any printer of the system.
};

enum class BodyKind {
    Bytes = 0,   // What the printer gets.
    Ticket = 1,  // A template and its values, made into bytes when it is its turn.
};

struct PrintJob {
    PrintJobNo number{};
    QString key{};      // The caller's: the same key is the same job.
    QString printer{};  // PrinterSetup::name.
    QString title{};
    PrinterLanguage language = PrinterLanguage::Fgl;  // Of the printer that it was queued for.
    BodyKind kind = BodyKind::Bytes;
    QByteArray body{};  // Empty in lists.
    int tickets = 1;    // In one copy: how many acknowledgements of a ticket printer it takes.
    int copies = 1;
    int copiesPrinted = 0;  // Certainly. In Unknown, one more may be.
    JobState state = JobState::Queued;
    QString who{};
    QString reason{};             // Of a reprint.
    PrintJobNo reprintOf{};       // 0: it is none.
    bool decided = false;         // Of Unknown: a person has reprinted it.
    QString note{};               // What happened last, in words for staff.
    std::int64_t queuedAtMs = 0;  // Since 1970, by this machine's clock: shown, decides nothing.
    std::int64_t changedAtMs = 0;
};

// Whether a person has to say what became of it.
inline bool asksForDecision(const PrintJob& job) {
    return job.state == JobState::Unknown && !job.decided;
}

struct PrinterSetup {
    QString name{};
    PrinterLanguage language = PrinterLanguage::Fgl;
    // Whether it answers: <S1> and a byte for each ticket (FGL, its status switched on), or DLE EOT
    // and GS r (ESC/POS). Of one that does not, printed means that all bytes were handed over; one
    // of the system never does.
    bool acknowledges = true;
    QString host{};  // One of host, device and system.
    int port = 9100;
    QString device{};  // /dev/usb/lp0
    QString system{};  // Of Pdf: the printer, as the system calls it.
};

inline bool answers(const PrinterSetup& setup) {
    return setup.acknowledges && setup.language != PrinterLanguage::Pdf;
}

}  // namespace tessera::qt
