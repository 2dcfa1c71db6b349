// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/allocation_journal.h"

#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace tessera::inventory {
namespace {

constexpr quint32 kWorkFormat = 0x7e552001;  // Another one is not read.
constexpr qint64 kFileBytesMost = 4 << 20;

}  // namespace

AllocationJournal::AllocationJournal(const QString& folder)
    : file_(folder.isEmpty() ? QString() : folder + QStringLiteral("/allocation_in_hand")) {}

std::optional<AllocationWork> AllocationJournal::read() const {
    QFile file(file_);
    if (file_.isEmpty() || file.size() > kFileBytesMost || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QDataStream in(&file);
    quint32 format = 0;
    QByteArray piece;
    AllocationWork work;
    in >> format >> piece >> work.rest >> work.refused >> work.total >> work.done >> work.changed;
    const bool whole = in.status() == QDataStream::Ok && format == kWorkFormat &&
                       work.piece.ParseFromArray(piece.constData(), static_cast<int>(piece.size()));
    if (!whole || work.piece.request_id().empty()) return std::nullopt;
    return work;
}

bool AllocationJournal::write(const AllocationWork& work) const {
    if (file_.isEmpty()) return true;
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly)) return false;
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) return false;
    QDataStream out(&file);
    out << kWorkFormat << QByteArray::fromStdString(work.piece.SerializeAsString()) << work.rest
        << work.refused << work.total << work.done << work.changed;
    return out.status() == QDataStream::Ok && file.commit();
}

void AllocationJournal::clear() const {
    if (!file_.isEmpty()) QFile::remove(file_);
}

}  // namespace tessera::inventory
