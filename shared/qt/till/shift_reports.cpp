// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/shift_reports.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QSaveFile>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/print/receipt_body.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/till/shift_words.h"

namespace tessera::till {
namespace {

constexpr int kShiftsAPage = 50;
constexpr int kNameLettersMost = 40;

// Without what file systems or people stumble over.
QString fileName(const v1::ShiftReport& report) {
    static const QRegularExpression kOdd(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString till = sale::textOf(report.shift().device_name());
    till.replace(kOdd, QStringLiteral("-"));
    const QDateTime when = QDateTime::fromSecsSinceEpoch(report.report_time().seconds());
    // Of a shift there is one Z report, and as many X reports as somebody asks for.
    const QString stamp =
        report.final() ? QStringLiteral("yyyy-MM-dd-HHmm") : QStringLiteral("yyyy-MM-dd-HHmmss");
    return QStringLiteral("%1-%2-%3-%4.pdf")
        .arg(QChar(report.final() ? u'Z' : u'X'))
        .arg(till)
        .arg(report.shift().number())
        .arg(when.toString(stamp));
}

}  // namespace

ShiftReports::ShiftReports(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), patience_(patience) {}

void ShiftReports::list() {
    if (desk_.isSignedIn()) ask({});
}

void ShiftReports::more() {
    if (desk_.isSignedIn() && hasMore()) ask(next_);
}

void ShiftReports::ask(const std::string& token) {
    v1::ListShiftsRequest request;
    request.set_page_size(kShiftsAPage);
    request.set_page_token(token);
    const int listing = ++listing_;
    desk_.ask(client::kListShifts, request, this,
              [this, listing, token](const client::Answer<v1::ListShiftsResponse>& answer) {
                  if (listing != listing_) return;
                  if (!answer.done()) {
                      Q_EMIT said(qt::outcomeText(answer), sale::Tone::Danger);
                      return;
                  }
                  if (token.empty()) shifts_.clear();
                  shifts_.insert(shifts_.end(), answer.value.shifts().begin(),
                                 answer.value.shifts().end());
                  next_ = answer.value.next_page_token();
                  Q_EMIT changed();
              },
              {.within = patience_});
}

void ShiftReports::read(const std::string& shift) {
    const bool stays = report_ && report_->final() && report_->shift().shift() == shift;
    if (report_ && !stays) {
        ++reading_;
        report_.reset();
        Q_EMIT reportChanged();
    }
    if (!desk_.isSignedIn() || shift.empty()) return;
    v1::GetShiftReportRequest request;
    request.set_shift(shift);
    const int reading = ++reading_;
    desk_.ask(client::kGetShiftReport, request, this,
              [this, reading](const client::Answer<v1::ShiftReport>& answer) {
                  if (reading != reading_) return;
                  if (!answer.done()) {
                      Q_EMIT said(tr("The report cannot be shown: %1").arg(qt::outcomeText(answer)),
                                  sale::Tone::Danger);
                      return;
                  }
                  report_ = answer.value;
                  Q_EMIT reportChanged();
              },
              {.within = patience_});
}

std::vector<ReportLine> ShiftReports::lines() const {
    return report_ ? reportLines(*report_, locale_) : std::vector<ReportLine>();
}

void ShiftReports::forget() {
    ++listing_;
    ++reading_;
    shifts_.clear();
    next_.clear();
    report_.reset();
    Q_EMIT changed();
    Q_EMIT reportChanged();
}

bool ShiftReports::print(qt::PrintQueue* queue, const QString& printer, const QString& folder) {
    if (!report_ || !desk_.isSignedIn()) return false;
    if (queue == nullptr || printer.isEmpty()) {
        Q_EMIT said(tr("No receipt printer is set up: the report was not printed."),
                    sale::Tone::Danger);
        return false;
    }
    const auto bytes =
        qt::receiptBytes(receiptOf(lines(), locale_),
                         queue->languageOf(printer).value_or(qt::PrinterLanguage::Escpos));
    if (!bytes) {
        Q_EMIT said(tr("The report cannot be printed: %1")
                        .arg(QString::fromStdString(bytes.error().message)),
                    sale::Tone::Danger);
        return false;
    }
    qt::NewJob job;
    job.key = QStringLiteral("shift_report/") + QString::fromStdString(desk_.newRequestId());
    job.printer = printer;
    job.title = reportTitle(*report_, locale_);
    job.who = sale::textOf(desk_.session().name()).left(kNameLettersMost);
    job.content = *bytes;
    const auto put = queue->enqueue(job);
    const bool queued = put && put->outcome == qt::EnqueueOutcome::Queued;
    if (!queued) {
        Q_EMIT said(tr("The print queue takes no more: the report was not printed."),
                    sale::Tone::Danger);
        return false;
    }
    const QString path = QDir(folder).filePath(fileName(*report_));
    if (report_->final()) {
        Q_EMIT said(tr("%1 is being printed.").arg(job.title), sale::Tone::Good);
    } else if (writePdf(path)) {
        Q_EMIT said(tr("%1 is being printed, and kept as %2.").arg(job.title, path),
                    sale::Tone::Good);
    } else {
        Q_EMIT said(tr("%1 is being printed, but not kept: this file cannot be written: %2")
                        .arg(job.title, path),
                    sale::Tone::Danger);
    }
    return true;
}

bool ShiftReports::writePdf(const QString& path) const {
    const auto pdf = qt::receiptBytes(receiptOf(lines(), locale_), qt::PrinterLanguage::Pdf);
    QSaveFile file(path);
    return pdf && QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(*pdf) == pdf->size() && file.commit();
}

QString ShiftReports::savePdf(const QString& folder) {
    if (!report_) return {};
    const QString path = QDir(folder).filePath(fileName(*report_));
    const bool kept = writePdf(path);
    Q_EMIT said(
        kept ? tr("Saved as %1").arg(path) : tr("This file cannot be written: %1").arg(path),
        kept ? sale::Tone::Good : sale::Tone::Danger);
    return kept ? path : QString();
}

}  // namespace tessera::till
