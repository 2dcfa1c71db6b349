// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/scan_reader.h"

#include <algorithm>
#include <utility>

namespace tessera::orders {
namespace {

// Crockford's base32, in which ids and codes are printed.
bool isOfHouse(QChar letter) {
    return QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ").contains(letter.toUpper());
}

}  // namespace

bool hasScansForm(const QString& text) {
    return text.size() >= kScanLettersLeast && text.size() <= kScanLettersMost &&
           std::all_of(text.begin(), text.end(), isOfHouse);
}

void ScanReader::key(QChar letter, qint64 millis) {
    if (!row_.isEmpty() && millis - last_ > kScanGapMillis) reset();
    last_ = millis;
    if (!isOfHouse(letter)) good_ = false;
    if (row_.size() > kScanLettersMost) return;
    row_ += letter;
}

std::optional<QString> ScanReader::enter(qint64 millis) {
    const bool scanned = good_ && row_.size() >= kScanLettersLeast &&
                         row_.size() <= kScanLettersMost && millis - last_ <= kScanGapMillis;
    const QString row = std::exchange(row_, {});
    reset();
    if (!scanned) return std::nullopt;
    return row.toUpper();
}

void ScanReader::reset() {
    row_.clear();
    good_ = true;
}

}  // namespace tessera::orders
