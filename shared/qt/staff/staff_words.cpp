// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/staff/staff_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

namespace tessera::staff {
namespace {

constexpr int kGroup = 4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tessera::staff::Words)
};

}  // namespace

QString roleText(v1::Staff::Role role) {
    switch (role) {
        case v1::Staff::CASHIER:
            return Words::tr("Cashier");
        case v1::Staff::SUPERVISOR:
            return Words::tr("Supervisor");
        case v1::Staff::MANAGER:
            return Words::tr("Manager");
        case v1::Staff::ADMINISTRATOR:
            return Words::tr("Administrator");
        default:
            return Words::tr("not known");
    }
}

QString stateText(v1::Device::State state) {
    switch (state) {
        case v1::Device::WAITING:
            return Words::tr("waits for its code");
        case v1::Device::ENROLLED:
            return Words::tr("in use");
        case v1::Device::EXPIRED:
            return Words::tr("certificate over");
        case v1::Device::REVOKED:
            return Words::tr("taken out of use");
        default:
            return Words::tr("not known");
    }
}

QString dayText(const google::protobuf::Timestamp& time, const QLocale& locale) {
    const QDateTime at = QDateTime::fromSecsSinceEpoch(time.seconds());
    return locale.toString(at.date(), QStringLiteral("d MMM yyyy"));
}

QString grouped(const QString& secret) {
    QString out;
    for (qsizetype at = 0; at < secret.size(); at += kGroup) {
        if (!out.isEmpty()) out += u' ';
        out += secret.mid(at, kGroup);
    }
    return out;
}

}  // namespace tessera::staff
