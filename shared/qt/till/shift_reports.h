// SPDX-License-Identifier: Apache-2.0
// Shifts that there were, and their reports: found, shown, printed, written as PDF.
//
// The GUI's thread alone. Borrows the desk and the print queue, which outlive it or are taken away.
// A Z report is the server's own, the same for ever; each print is a document of its own.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <optional>
#include <string>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "shared/qt/print/print_queue.h"
#include "shared/qt/sale/seller.h"
#include "shared/qt/till/report_lines.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::till {

inline constexpr std::size_t kShiftsMost = 1'000;  // In the list; what is older is not shown.

class ShiftReports : public QObject {
    Q_OBJECT

public:
    explicit ShiftReports(qt::Desk& desk, client::Millis patience = client::Millis(8'000),
                          QObject* parent = nullptr);

    void setLocale(const QLocale& locale) { locale_ = locale; }

    // The latest shifts anew, one's own or everybody's as the server sees fit.
    void list();
    // Those before them.
    void more();
    bool hasMore() const { return !next_.empty() && shifts_.size() < kShiftsMost; }
    const std::vector<v1::Shift>& shifts() const { return shifts_; }

    // The report of that shift. What was shown goes at once, for an X report is old by then; a Z
    // report of the same shift stays.
    void read(const std::string& shift);
    const std::optional<v1::ShiftReport>& report() const { return report_; }
    std::vector<ReportLine> lines() const;
    void forget();

    // Into the queue. Null or an empty name: there is none. False: said why. An X report, which the
    // server keeps nowhere, is written into that folder as PDF, too; where that fails, it is said.
    bool print(qt::PrintQueue* queue, const QString& printer, const QString& folder);
    // A file in that folder; its path, or nothing: said why. One that is there is replaced.
    QString savePdf(const QString& folder);

Q_SIGNALS:
    void changed();
    void reportChanged();
    void said(const QString& text, tessera::sale::Tone tone);

private:
    void ask(const std::string& token);
    bool writePdf(const QString& path) const;

    qt::Desk& desk_;
    const client::Millis patience_;
    QLocale locale_;
    std::vector<v1::Shift> shifts_;
    std::string next_;
    std::optional<v1::ShiftReport> report_;
    int listing_ = 0;
    int reading_ = 0;
};

}  // namespace tessera::till
