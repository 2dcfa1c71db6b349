// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/desk/desk_store.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

namespace tessera::qt {
namespace {

constexpr qint64 kFileBytesMax = 256 * 1024;
constexpr auto kOwnerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto kOwnerFolder = kOwnerFile | QFileDevice::ExeOwner;

std::string textOf(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toString().toStdString();
}

}  // namespace

client::Endpoint Enrolment::endpoint() const {
    return {.address = address.toStdString(),
            .authorityPem = authorityPem,
            .keyPem = keyPem,
            .certificatePem = certificatePem};
}

DeskStore::DeskStore(const QString& folder)
    : folder_(folder.isEmpty() ? defaultFolder() : QDir(folder).absolutePath()) {
    QDir().mkpath(folder_);
    QFile::setPermissions(folder_, kOwnerFolder);
    settings_ = std::make_unique<QSettings>(folder_ + QStringLiteral("/settings.ini"),
                                            QSettings::IniFormat);
}

QString DeskStore::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

Status DeskStore::usable() const {
    const QFileInfo info(folder_);
    if (info.isDir() && info.isWritable()) return {};
    return failure("the folder " + folder_.toStdString() + " cannot be written");
}

QString DeskStore::enrolmentFile() const {
    return folder_ + QStringLiteral("/device.json");
}

std::optional<Enrolment> DeskStore::enrolment() const {
    QFile file(enrolmentFile());
    if (!file.open(QIODevice::ReadOnly) || file.size() > kFileBytesMax) return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    Enrolment out{.address = object.value(QLatin1String("address")).toString(),
                  .device = object.value(QLatin1String("device")).toString(),
                  .name = object.value(QLatin1String("name")).toString(),
                  .authorityPem = textOf(object, "authority"),
                  .keyPem = textOf(object, "key"),
                  .certificatePem = textOf(object, "certificate")};
    if (out.address.isEmpty() || out.keyPem.empty() || out.certificatePem.empty()) return {};
    return out;
}

Status DeskStore::keep(const Enrolment& enrolment) {
    const QJsonObject object{
        {QStringLiteral("address"), enrolment.address},
        {QStringLiteral("device"), enrolment.device},
        {QStringLiteral("name"), enrolment.name},
        {QStringLiteral("authority"), QString::fromStdString(enrolment.authorityPem)},
        {QStringLiteral("key"), QString::fromStdString(enrolment.keyPem)},
        {QStringLiteral("certificate"), QString::fromStdString(enrolment.certificatePem)}};
    const QByteArray bytes = QJsonDocument(object).toJson();
    QSaveFile file(enrolmentFile());
    // Its rights before its bytes: nobody else reads the key, not for a moment.
    const bool kept = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerFile) &&
                      file.write(bytes) == bytes.size() && file.commit();
    if (kept) return {};
    return failure("writing " + enrolmentFile().toStdString() + ": " +
                   file.errorString().toStdString());
}

Status DeskStore::forgetEnrolment() {
    QFile file(enrolmentFile());
    if (!file.exists() || file.remove()) return {};
    return failure("removing " + enrolmentFile().toStdString() + ": " +
                   file.errorString().toStdString());
}

QString DeskStore::text(const QString& name, const QString& otherwise) const {
    return settings_->value(name, otherwise).toString();
}

int DeskStore::number(const QString& name, int otherwise) const {
    bool isNumber = false;
    const int value = settings_->value(name, otherwise).toInt(&isNumber);
    return isNumber ? value : otherwise;
}

QByteArray DeskStore::bytes(const QString& name) const {
    return settings_->value(name).toByteArray();
}

void DeskStore::set(const QString& name, const QVariant& value) {
    settings_->setValue(name, value);
}

void DeskStore::sync() {
    settings_->sync();
}

}  // namespace tessera::qt
