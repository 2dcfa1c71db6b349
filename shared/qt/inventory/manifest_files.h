// SPDX-License-Identifier: Apache-2.0
// A manifest as a file: the server's CSV as it is, and the list on screen as PDF.
//
// The GUI's thread alone. Borrows desk and view, which outlive it. A file is replaced whole or not
// at all. One CSV is on its way at a time. What is written has names and addresses of guests:
// whoever chose the place answers for it.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include "shared/qt/inventory/event_in_view.h"
#include "shared/qt/inventory/manifest_paper.h"
#include "shared/qt/sale/seller.h"

namespace tessera::inventory {

class ManifestFiles : public QObject {
    Q_OBJECT

public:
    ManifestFiles(qt::Desk& desk, const EventInView& view, QObject* parent = nullptr);

    struct Csv {
        QString path{};
        bool willCall = false;
        QString language{};  // BCP 47, of the header.
    };
    // All lines, whatever is filtered.
    void saveCsv(const Csv& wanted);
    void savePdf(const QString& path, const ManifestPaper& paper);
    bool isUnderWay() const { return underWay_; }
    // What to call such a file: without letters that a disk does not take.
    QString fileName(bool willCall, const QString& ending) const;

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);

private:
    void write(const QString& path, const QByteArray& bytes);

    qt::Desk& desk_;
    const EventInView& view_;
    bool underWay_ = false;
};

}  // namespace tessera::inventory
