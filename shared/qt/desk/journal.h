// SPDX-License-Identifier: Apache-2.0
// What is under way or typed, on the disk: messages by name in one file of the till's folder.
//
// The GUI's thread alone. For its user alone (0600), replaced whole or not at all, and synced
// before write() says so. A file says which journal's it is and of which format, and carries its
// SHA-256: one that is torn, of another format or of another journal is never taken for a good one.
// It is set aside as FILE.unread, in the place of one that was set aside before. Bounded: a page
// that is larger than the journal's limit is not written, a file that is larger is not read.
#pragma once

#include <google/protobuf/message_lite.h>

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <cstdint>
#include <optional>

namespace tessera::qt {

// What one file holds.
class JournalPage {
public:
    void put(const QByteArray& name, const google::protobuf::MessageLite& message);
    // A name that is not in it is a message without fields. False: it is of another type, or torn.
    [[nodiscard]] bool take(const QByteArray& name, google::protobuf::MessageLite& out) const;
    // By the messages of protobuf for one value each.
    void putNumber(const QByteArray& name, std::int64_t number);
    [[nodiscard]] bool takeNumber(const QByteArray& name, std::int64_t& out) const;
    void putText(const QByteArray& name, const QString& text);
    [[nodiscard]] bool takeText(const QByteArray& name, QString& out) const;
    QList<QByteArray> names() const { return entries_.keys(); }
    bool has(const QByteArray& name) const { return entries_.contains(name); }

private:
    friend class Journal;
    struct Entry {
        QByteArray type{};  // The message's full name.
        QByteArray bytes{};
    };
    QMap<QByteArray, Entry> entries_{};
};

class Journal {
public:
    static constexpr qint64 kBytesMost = 4 << 20;

    // `name`: the file's in the folder. An empty folder keeps nothing, and says that it has.
    Journal(const QString& folder, const QString& name, qint64 bytesMost = kBytesMost);

    // What was written last. Absent: nothing was, or it is no good and is set aside now.
    std::optional<JournalPage> read() const;
    // On the disk when it returns true. What was there before is replaced.
    [[nodiscard]] bool write(const JournalPage& page) const;
    void clear() const;
    // For whoever finds that a page makes no sense: it is kept to be looked at, and never read.
    void setAside() const;
    // This one has set something aside, by read() or setAside().
    bool hasSetAside() const { return hasSetAside_; }

private:
    std::optional<JournalPage> parse(const QByteArray& bytes) const;
    QString name_;
    QString file_;  // Empty: nothing is kept.
    qint64 bytesMost_;
    mutable bool hasSetAside_ = false;
};

}  // namespace tessera::qt
