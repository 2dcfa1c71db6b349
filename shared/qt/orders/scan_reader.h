// SPDX-License-Identifier: Apache-2.0
// Tells what a wedge scanner types from what a person types: by its form and its speed.
//
// Deterministic: it is given each key with the time of its coming, and asks no clock. Any one
// thread. A scan is a code or an id of this house, kScanLettersLeast or more of its alphabet, each
// within kScanGapMillis of the one before, and then Enter, no later. Bounded: of longer rows of
// letters nothing more is kept, and they are no scan.
#pragma once

#include <QtCore/QChar>
#include <QtCore/QString>
#include <optional>

namespace tessera::orders {

inline constexpr int kScanLettersLeast = 24;
inline constexpr int kScanLettersMost = 256;
inline constexpr qint64 kScanGapMillis = 80;

// A code or an id of this house by its form: a token, not an e-mail address as long.
bool hasScansForm(const QString& text);

class ScanReader {
public:
    // A letter or digit came.
    void key(QChar letter, qint64 millis);
    // Enter came: the scan that it ends; absent: what came before was typed by hand.
    std::optional<QString> enter(qint64 millis);
    // Anything else came: what follows is another row.
    void reset();
    // How many letters of a row that may still become a scan.
    int length() const { return static_cast<int>(row_.size()); }

private:
    QString row_;
    qint64 last_ = 0;
    bool good_ = true;
};

}  // namespace tessera::orders
