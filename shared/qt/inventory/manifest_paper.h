// SPDX-License-Identifier: Apache-2.0
// A list as a table on paper: title, headers on every page, lines between rows, page numbers.
//
// Needs a QGuiApplication. Deterministic for the same fonts and paper. Owns what it is told. A cell
// that is wider than its column is written smaller and, if it must be, cut; nothing else is left
// out.
#pragma once

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include "shared/base/result.h"

class QPagedPaintDevice;

namespace tessera::inventory {

inline constexpr int kPagesMost = 5'000;

struct ManifestPaper {
    QString title{};
    QString subtitle{};
    QString pageText{};  // With %1 for the page and %2 for how many there are.
    QStringList headers{};
    QList<int> shares{};  // Of the width, by column.
    QList<QStringList> rows{};
    bool rightToLeft = false;
    QLocale locale{};
};

// How many pages it takes there. Refuses more than kPagesMost, and paper that takes no line; what
// was begun is not finished then. REQUIRES: one share for each header.
Result<int> paintManifest(const ManifestPaper& paper, QPagedPaintDevice& device);

}  // namespace tessera::inventory
