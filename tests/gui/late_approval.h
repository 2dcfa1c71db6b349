// SPDX-License-Identifier: Apache-2.0
// An approval that comes late: a real one, as the server had given it three minutes earlier.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QtEndian>
#include <string>

#include "tests/client/house.h"

namespace tessera::gui {

// Signed with the house's own key: the server judges it as any other.
inline std::string threeMinutesEarlier(const std::string& token) {
    constexpr qsizetype kMacBytes = 32;
    constexpr qint64 kMicros = 180'000'000;
    const QByteArray kind("tsa_");
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QByteArray fields =
        QByteArray::fromBase64(QByteArray::fromStdString(token).mid(kind.size()), options);
    fields.chop(kMacBytes);
    char* const given = fields.data() + fields.size() - sizeof(qint64);
    qToBigEndian(qFromBigEndian<qint64>(given) - kMicros, given);
    const QByteArray key = QByteArray::fromHex(
        QByteArray::fromStdString(client::House::shared().stack.holderTokenKey()));
    fields += QMessageAuthenticationCode::hash(kind + fields, key, QCryptographicHash::Sha256);
    return (kind + fields.toBase64(options)).toStdString();
}

}  // namespace tessera::gui
