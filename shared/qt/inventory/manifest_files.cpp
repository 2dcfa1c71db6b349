// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/manifest_files.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

constexpr client::Millis kFilePatience{60'000};  // A stadium's is megabytes.
constexpr int kPdfDpi = 600;
constexpr int kMarginMillimetres = 12;
constexpr qsizetype kNameMost = 60;

}  // namespace

ManifestFiles::ManifestFiles(qt::Desk& desk, const EventInView& view, QObject* parent)
    : QObject(parent), desk_(desk), view_(view) {}

void ManifestFiles::saveCsv(const Csv& wanted) {
    if (underWay_) {
        Q_EMIT said(tr("A file is still on its way."), sale::Tone::Warning);
        return;
    }
    underWay_ = true;
    Q_EMIT changed();
    v1::GetManifestCsvRequest request;
    request.set_event(view_.id());
    request.set_will_call(wanted.willCall);
    request.set_language(wanted.language.toStdString());
    desk_.ask(client::kGetManifestCsv, request, this,
              [this, path = wanted.path](const client::Answer<v1::Document>& answer) {
                  underWay_ = false;
                  Q_EMIT changed();
                  if (!answer.done()) {
                      Q_EMIT said(answer.outcome == client::Outcome::Unknown
                                      ? tr("The server has not answered: nothing was saved.")
                                      : qt::outcomeText(answer),
                                  sale::Tone::Danger);
                      return;
                  }
                  const std::string& bytes = answer.value.content();
                  write(path, QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
              },
              {.within = kFilePatience});
}

void ManifestFiles::savePdf(const QString& path, const ManifestPaper& paper) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(
        QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
        QPageLayout::Millimeter);
    writer.setResolution(kPdfDpi);
    writer.setTitle(paper.title);
    const auto painted = paintManifest(paper, writer);
    if (!painted) {
        Q_EMIT said(tr("The list is too long for one document: filter it."), sale::Tone::Danger);
        return;
    }
    write(path, buffer.data());
}

void ManifestFiles::write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    // It names guests: for its user alone.
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    const QString shown = QDir::toNativeSeparators(path);
    if (written) {
        Q_EMIT said(tr("Saved as %1.").arg(shown), sale::Tone::Good);
    } else {
        Q_EMIT said(tr("%1 cannot be written: %2.").arg(shown, file.errorString()),
                    sale::Tone::Danger);
    }
}

QString ManifestFiles::fileName(bool willCall, const QString& ending) const {
    QString name;
    for (const QChar each : sale::textOf(view_.event().config().name()).left(kNameMost)) {
        name += each.isLetterOrNumber() ? each : QChar(u'-');
    }
    return name + (willCall ? QStringLiteral("-will-call.") : QStringLiteral("-manifest.")) +
           ending;
}

}  // namespace tessera::inventory
