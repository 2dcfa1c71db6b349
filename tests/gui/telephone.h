// SPDX-License-Identifier: Apache-2.0
// The second factor as a telephone makes it.
//
// Pure but for the clock.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QString>
#include <QtCore/QtEndian>

namespace tessera::gui {

inline constexpr int kStepSeconds = 30;

inline QByteArray ofBase32(const QString& text) {
    QByteArray bytes;
    quint64 bits = 0;
    int count = 0;
    for (const QChar each : text) {
        const auto value = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(each);
        bits = bits << 5 | static_cast<quint64>(value);
        count += 5;
        if (count < 8) continue;
        count -= 8;
        bytes.append(static_cast<char>(bits >> count & 0xff));
    }
    return bytes;
}

// RFC 6238 as a telephone makes it, whose clock is wrong by that much.
inline QString codeOf(const QByteArray& secret, qint64 secondsOff = 0) {
    const qint64 step = (QDateTime::currentSecsSinceEpoch() + secondsOff) / kStepSeconds;
    QByteArray counter(8, 0);
    qToBigEndian(step, counter.data());
    const QByteArray mac =
        QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const auto at = static_cast<unsigned char>(mac.back()) & 0xf;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + at) & 0x7fffffff;
    return QString::number(number % 1'000'000).rightJustified(6, u'0');
}

}  // namespace tessera::gui
