// SPDX-License-Identifier: Apache-2.0
#include "shared/print/printer_status.h"

namespace tessera::print {
namespace {

bool has(std::uint8_t byte, unsigned bits) {
    return (byte & bits) == bits;
}

}  // namespace

BocaSign bocaSign(std::uint8_t byte) {
    switch (byte) {
        case 0x05:
            return BocaSign::TestTicket;
        case 0x06:
            return BocaSign::TicketPrinted;
        case 0x0A:  // Paths 1 and 2 of printers with two supplies.
        case 0x0B:
        case 0x10:
            return BocaSign::PaperOut;
        case 0x0C:
        case 0x0D:
            return BocaSign::PaperLoaded;
        case 0x0F:
            return BocaSign::PaperLow;
        case 0x11:
            return BocaSign::Ready;
        case 0x12:
            return BocaSign::PowerOn;
        case 0x13:
            return BocaSign::Busy;
        case 0x03:
        case 0x04:
        case 0x0E:  // Escrow.
        case 0x18:
        case 0x1D:  // Cutter.
        case 0x1E:
        case 0x1F:
            return BocaSign::Jam;
        case 0x15:
        case 0x19:
            return BocaSign::Refused;
        case 0x02:  // Reject bin, flash memory, ribbon out, power-up, download.
        case 0x14:
        case 0x17:
        case 0x1A:
        case 0x1C:
            return BocaSign::Fault;
        default:
            return BocaSign::Unknown;
    }
}

std::optional<PrinterCondition> conditionOf(BocaSign sign) {
    switch (sign) {
        case BocaSign::Ready:
        case BocaSign::PaperLoaded:
            return PrinterCondition::Ready;
        case BocaSign::Busy:
        case BocaSign::PowerOn:
            return PrinterCondition::Busy;
        case BocaSign::PaperLow:
            return PrinterCondition::PaperLow;
        case BocaSign::PaperOut:
            return PrinterCondition::PaperOut;
        case BocaSign::Jam:
            return PrinterCondition::Jam;
        case BocaSign::Fault:
            return PrinterCondition::Fault;
        case BocaSign::Unknown:
        case BocaSign::TicketPrinted:
        case BocaSign::TestTicket:
        case BocaSign::Refused:
            break;
    }
    return std::nullopt;
}

EscposReply escposReply(std::uint8_t byte) {
    if (byte == 0x11) return EscposReply::XOn;
    if (byte == 0x13) return EscposReply::XOff;
    if ((byte & 0x93U) == 0x12U) return EscposReply::RealTime;
    if ((byte & 0x93U) == 0x10U) return EscposReply::AutoStatus;
    if ((byte & 0xF0U) == 0x00U) return EscposReply::InOrder;
    return EscposReply::Unknown;
}

std::optional<PrinterCondition> escposCondition(EscposQuestion question, std::uint8_t answer) {
    if (escposReply(answer) != EscposReply::RealTime) return std::nullopt;
    switch (question) {
        case EscposQuestion::Printer:
            return has(answer, 0x08U) ? PrinterCondition::Busy : PrinterCondition::Ready;
        case EscposQuestion::Offline:
            if (has(answer, 0x04U)) return PrinterCondition::CoverOpen;
            if (has(answer, 0x20U)) return PrinterCondition::PaperOut;
            return has(answer, 0x40U) ? PrinterCondition::Fault : PrinterCondition::Ready;
        case EscposQuestion::Error:
            if (has(answer, 0x08U)) return PrinterCondition::Jam;  // The cutter.
            return (answer & 0x64U) != 0 ? PrinterCondition::Fault : PrinterCondition::Ready;
        case EscposQuestion::Paper:
            if ((answer & 0x60U) != 0) return PrinterCondition::PaperOut;
            return (answer & 0x0CU) != 0 ? PrinterCondition::PaperLow : PrinterCondition::Ready;
    }
    return std::nullopt;
}

std::optional<PrinterCondition> escposPaper(std::uint8_t answer) {
    if (escposReply(answer) != EscposReply::InOrder) return std::nullopt;
    if ((answer & 0x0CU) != 0) return PrinterCondition::PaperOut;
    return (answer & 0x03U) != 0 ? PrinterCondition::PaperLow : PrinterCondition::Ready;
}

}  // namespace tessera::print
