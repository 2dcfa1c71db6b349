// SPDX-License-Identifier: Apache-2.0
// What an app keeps on its device: the device's certificate and key, and how its window looks.
//
// One folder, of its user alone; the key is in a file of mode 0600 and in no log. The GUI's thread
// alone. What is written is there after a crash: a file is replaced whole or not at all.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSettings>
#include <QtCore/QString>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/client/link.h"

namespace tessera::qt {

// What makes this machine a device of the house.
struct Enrolment {
    QString address{};  // HOST:PORT of the staff port.
    QString device{};   // Its id,
    QString name{};     // and how staff call it.
    std::string authorityPem{};
    std::string keyPem{};
    std::string certificatePem{};

    client::Endpoint endpoint() const;
};

class DeskStore {
public:
    // Makes the folder where it is not there; an empty one is defaultFolder().
    explicit DeskStore(const QString& folder);

    // AppDataLocation: set application and organization first.
    static QString defaultFolder();
    const QString& folder() const { return folder_; }
    // Whether the folder can be written: an app that can keep nothing should say so.
    [[nodiscard]] Status usable() const;

    // Absent: not enrolled, or a file that cannot be read as one.
    std::optional<Enrolment> enrolment() const;
    [[nodiscard]] Status keep(const Enrolment& enrolment);
    [[nodiscard]] Status forgetEnrolment();

    // Small things by name: "language", "theme", "text_percent", "last_event", "sell.split"…
    QString text(const QString& name, const QString& otherwise = {}) const;
    int number(const QString& name, int otherwise) const;
    QByteArray bytes(const QString& name) const;
    void set(const QString& name, const QVariant& value);
    // To the disk now; at the latest it is when the program ends.
    void sync();

private:
    QString enrolmentFile() const;

    QString folder_;
    std::unique_ptr<QSettings> settings_;
};

}  // namespace tessera::qt
