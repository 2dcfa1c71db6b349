// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/shift_journal.h"

#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace tessera::till {
namespace {

constexpr quint32 kShiftFormat = 0x7e553001;  // Another one is not read.
constexpr qint64 kShiftBytesMost = 1 << 20;

QByteArray bytesOfMessage(const google::protobuf::MessageLite& message) {
    return QByteArray::fromStdString(message.SerializeAsString());
}

}  // namespace

const std::string& ShiftAsked::requestId() const {
    if (!entry.request_id().empty()) return entry.request_id();
    return count.request_id().empty() ? close.request_id() : count.request_id();
}

ShiftJournal::ShiftJournal(const QString& folder)
    : file_(folder.isEmpty() ? QString() : folder + QStringLiteral("/shift_under_way")) {}

ShiftAsked ShiftJournal::read() const {
    QFile file(file_);
    if (file_.isEmpty() || file.size() > kShiftBytesMost || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QDataStream in(&file);
    quint32 format = 0;
    in >> format;
    if (format != kShiftFormat) return {};
    ShiftAsked asked;
    for (google::protobuf::MessageLite* const each :
         std::initializer_list<google::protobuf::MessageLite*>{&asked.entry, &asked.count,
                                                               &asked.close}) {
        QByteArray bytes;
        in >> bytes;
        const bool whole = in.status() == QDataStream::Ok &&
                           each->ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()));
        if (!whole) return {};
    }
    return asked;
}

bool ShiftJournal::write(const ShiftAsked& asked) const {
    if (file_.isEmpty()) return true;
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly)) return false;
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) return false;
    QDataStream out(&file);
    out << kShiftFormat << bytesOfMessage(asked.entry) << bytesOfMessage(asked.count)
        << bytesOfMessage(asked.close);
    return out.status() == QDataStream::Ok && file.commit();
}

void ShiftJournal::clear() const {
    if (!file_.isEmpty()) QFile::remove(file_);
}

}  // namespace tessera::till
