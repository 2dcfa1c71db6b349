// SPDX-License-Identifier: Apache-2.0
// A ticket as a job keeps it: the template and what fills it, as one JSON document.
//
// Deterministic, pure but for the rasteriser that is given. Errors name places, never values.
#pragma once

#include <QByteArray>
#include <string>

#include "shared/base/result.h"
#include "shared/print/fgl.h"
#include "shared/print/template_json.h"

namespace tessera::qt {

QByteArray bodyOf(const print::TicketTemplate& ticket, const print::FieldValues& values);

// A page of the stock's size, as PDF; errors as below.
Result<QByteArray> ticketPdf(const QByteArray& body);

// The bytes for a ticket printer; an error if the body is not one of bodyOf or cannot be compiled.
Result<std::string> ticketBytes(const QByteArray& body, print::TextRasteriser& rasteriser);

}  // namespace tessera::qt
