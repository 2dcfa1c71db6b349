// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/series.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/setup/typed.h"

namespace tessera::setup {
namespace {

constexpr std::size_t kNameBytesMost = 200;
const QString kForm = QStringLiteral("yyyy-MM-dd HH:mm");

SeriesRead wrong(SeriesRead read, int line, const QString& text) {
    read.wrongLine = line;
    read.problem =
        Series::tr("Line %1: %2", "a line of dates, what is wrong").arg(line + 1).arg(text);
    return read;
}

}  // namespace

SeriesRead readSeries(const QString& lines, const std::string& zone) {
    SeriesRead out;
    QSet<qint64> seen;
    const QStringList all = lines.split(u'\n');
    for (int line = 0; line < all.size(); ++line) {
        if (all[line].trimmed().isEmpty()) continue;
        const TimeRead read = readTime(all[line], zone);
        switch (read.fault) {
            case TimeFault::Form:
                return wrong(std::move(out), line, Series::tr("a time like 2026-12-04 19:30."));
            case TimeFault::Skipped:
                return wrong(std::move(out), line,
                             Series::tr("the clocks are put forward over it that night."));
            case TimeFault::None:
                break;
        }
        if (seen.contains(read.time.seconds())) {
            return wrong(std::move(out), line, Series::tr("it is there twice."));
        }
        if (out.times.size() >= Series::kDatesMost) {
            return wrong(std::move(out), line,
                         Series::tr("at most %1 at once.").arg(Series::kDatesMost));
        }
        seen.insert(read.time.seconds());
        out.times.append(read.time);
    }
    if (out.times.isEmpty()) return wrong(std::move(out), 0, Series::tr("at least one time."));
    return out;
}

QStringList weeklyLines(const QString& first, int weeks, int count) {
    const QDateTime begin = QDateTime::fromString(first.simplified(), kForm);
    QStringList out;
    if (!begin.isValid()) return out;
    for (int i = 0; i < std::min(count, Series::kDatesMost); ++i) {
        // Of the calendar: the hour stays whatever clocks do.
        out << begin.date().addDays(qint64{7} * weeks * i).toString(QStringLiteral("yyyy-MM-dd")) +
                   begin.time().toString(QStringLiteral(" HH:mm"));
    }
    return out;
}

Series::Series(Errands& errands, const QString& folder, QObject* parent)
    : QObject(parent), errands_(errands), drafts_(folder, QStringLiteral("series_drafts")) {
    connect(&drafts_, &Drafts::failed, this,
            [this](const QString& text) { Q_EMIT said(text, true); });
    connect(&errands_, &Errands::recovered, this,
            [this](const QByteArray& path, const QByteArray&, bool done, const QByteArray& asked) {
                v1::CopyEventRequest request;
                if (done && path == client::kCopyEvent.path &&
                    request.ParseFromArray(asked.constData(), static_cast<int>(asked.size()))) {
                    drafts_.forget(request.event());
                }
            });
}

void Series::make(const v1::Event& event, const Wanted& wanted) {
    const SeriesRead read = readSeries(wanted.lines, event.venue().time_zone());
    if (!read.problem.isEmpty()) {
        Q_EMIT said(read.problem, true);
        Q_EMIT refused(read.wrongLine);
        return;
    }
    v1::CopyEventRequest request;
    request.set_event(event.event());
    request.set_name(wanted.name.trimmed().toStdString());
    if (request.name().size() > kNameBytesMost) {
        Q_EMIT said(tr("Name: at most 200 bytes."), true);
        return;
    }
    for (const auto& time : read.times) *request.add_starts_at() = time;
    request.set_with_codes(wanted.withCodes);
    request.set_with_allocations(wanted.withAllocations);
    errands_.start<v1::CopyEventRequest, v1::CopyEventResponse>(
        client::kCopyEvent, request, this,
        [this, about = event.event(),
         sent = drafts_.typed()](const client::Answer<v1::CopyEventResponse>& answer) {
            if (!answer.done()) {
                Q_EMIT said(qt::outcomeText(answer), true);
                return;
            }
            drafts_.done(about, sent);
            Q_EMIT said(tr("%n event(s) made, as drafts.", nullptr, answer.value.events_size()),
                        false);
            Q_EMIT made({answer.value.events().begin(), answer.value.events().end()});
        });
}

}  // namespace tessera::setup
