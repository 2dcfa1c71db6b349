// SPDX-License-Identifier: Apache-2.0
// Templates of tests, and their files.
//
// Pure but for the files that they write.
#pragma once

#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

#include "shared/print/template_json.h"
#include "shared/qt/payment/ticket_paper.h"

namespace tessera::gui {

// The file's name.
inline QString writePaper(const QString& name, const QByteArray& json) {
    QFile file(name);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly)) << name.toStdString();
    file.write(json);
    return name;
}

// Small, with "STUB" and the row on it.
inline QByteArray stubsPaper() {
    print::TicketTemplate paper = payment::plainTicket();
    paper.name = "stubs";
    paper.stock = {800, 300, 200};
    paper.fields.clear();
    print::TextField words;
    words.row = 40;
    words.column = 40;
    words.text = "STUB {seat.row}";
    paper.fields.emplace_back(words);
    return QByteArray::fromStdString(print::toJson(paper));
}

// For all events of that till, codes as bars: real ones are too long for that.
inline void layBars(const QString& folder) {
    print::TicketTemplate paper = payment::plainTicket();
    print::BarField bars;
    bars.row = 40;
    bars.column = 40;
    bars.data = "{ticket.code}";
    paper.fields = {bars};
    ASSERT_TRUE(QDir().mkpath(folder + "/templates"));
    writePaper(folder + "/templates/ticket.json", QByteArray::fromStdString(print::toJson(paper)));
}

}  // namespace tessera::gui
