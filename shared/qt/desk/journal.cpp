// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/desk/journal.h"

#include <google/protobuf/wrappers.pb.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QDebug>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace tessera::qt {
namespace {

constexpr quint32 kJournalMark = 0x7e550a1e;
constexpr quint32 kJournalFormat = 1;  // Another one is not read.
constexpr auto kStreamVersion = QDataStream::Qt_6_0;
constexpr qsizetype kDigestBytes = 32;

QByteArray digestOf(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

}  // namespace

void JournalPage::put(const QByteArray& name, const google::protobuf::MessageLite& message) {
    entries_.insert(name, {QByteArray::fromStdString(message.GetTypeName()),
                           QByteArray::fromStdString(message.SerializeAsString())});
}

bool JournalPage::take(const QByteArray& name, google::protobuf::MessageLite& out) const {
    out.Clear();
    const auto found = entries_.constFind(name);
    if (found == entries_.cend()) return true;
    return found->type == QByteArray::fromStdString(out.GetTypeName()) &&
           out.ParseFromArray(found->bytes.constData(), static_cast<int>(found->bytes.size()));
}

void JournalPage::putNumber(const QByteArray& name, std::int64_t number) {
    google::protobuf::Int64Value value;
    value.set_value(number);
    put(name, value);
}

bool JournalPage::takeNumber(const QByteArray& name, std::int64_t& out) const {
    google::protobuf::Int64Value value;
    const bool good = take(name, value);
    out = value.value();
    return good;
}

void JournalPage::putText(const QByteArray& name, const QString& text) {
    google::protobuf::StringValue value;
    value.set_value(text.toStdString());
    put(name, value);
}

bool JournalPage::takeText(const QByteArray& name, QString& out) const {
    google::protobuf::StringValue value;
    const bool good = take(name, value);
    out = QString::fromStdString(value.value());
    return good;
}

Journal::Journal(const QString& folder, const QString& name, qint64 bytesMost)
    : name_(name),
      file_(folder.isEmpty() ? QString() : folder + u'/' + name),
      bytesMost_(bytesMost) {}

void Journal::setAside() const {
    if (file_.isEmpty() || !QFile::exists(file_)) return;
    const QString unread = file_ + QStringLiteral(".unread");
    QFile::remove(unread);
    QFile::rename(file_, unread);
    hasSetAside_ = true;
    qWarning() << "A journal cannot be read and is set aside:" << unread;
}

std::optional<JournalPage> Journal::parse(const QByteArray& bytes) const {
    if (bytes.size() <= kDigestBytes) return std::nullopt;
    const QByteArray body = bytes.first(bytes.size() - kDigestBytes);
    if (digestOf(body) != bytes.last(kDigestBytes)) return std::nullopt;
    QDataStream in(body);
    in.setVersion(kStreamVersion);
    quint32 mark = 0;
    quint32 format = 0;
    QString name;
    quint32 count = 0;
    in >> mark >> format >> name >> count;
    if (mark != kJournalMark || format != kJournalFormat || name != name_) return std::nullopt;
    JournalPage page;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray key;
        JournalPage::Entry entry;
        in >> key >> entry.type >> entry.bytes;
        page.entries_.insert(key, entry);
    }
    const bool whole = in.status() == QDataStream::Ok && in.atEnd();
    return whole ? std::optional(std::move(page)) : std::nullopt;
}

std::optional<JournalPage> Journal::read() const {
    QFile file(file_);
    if (file_.isEmpty() || !file.exists()) return std::nullopt;
    std::optional<JournalPage> page;
    if (file.size() <= bytesMost_ && file.open(QIODevice::ReadOnly)) page = parse(file.readAll());
    file.close();
    if (!page) setAside();
    return page;
}

bool Journal::write(const JournalPage& page) const {
    if (file_.isEmpty()) return true;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << kJournalMark << kJournalFormat << name_ << static_cast<quint32>(page.entries_.size());
    for (auto each = page.entries_.cbegin(); each != page.entries_.cend(); ++each) {
        out << each.key() << each->type << each->bytes;
    }
    bytes += digestOf(bytes);
    if (bytes.size() > bytesMost_) return false;
    QDir().mkpath(QFileInfo(file_).path());
    QSaveFile file(file_);
    return file.open(QIODevice::WriteOnly) &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(bytes) == bytes.size() && file.commit();
}

void Journal::clear() const {
    if (!file_.isEmpty()) QFile::remove(file_);
}

}  // namespace tessera::qt
