// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/template_store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <algorithm>

#include "shared/print/template_json.h"

namespace tessera::payment {
namespace {

constexpr qsizetype kEventLettersMost = 64;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tessera::payment::TemplateStore)
};

// An id of ours names a file of its own; anything else names none.
bool isName(const QString& event) {
    return event.size() <= kEventLettersMost &&
           std::all_of(event.begin(), event.end(),
                       [](QChar each) { return each.unicode() < 128 && each.isLetterOrNumber(); });
}

}  // namespace

tl::expected<print::TicketTemplate, QString> readTemplate(const QByteArray& json) {
    auto read = print::parseTemplate({json.constData(), static_cast<std::size_t>(json.size())});
    if (read) return std::move(*read);
    const QString where = QString::fromStdString(read.error().path);
    const QString what = QString::fromStdString(read.error().message);
    return tl::make_unexpected(where.isEmpty() ? what : where + QStringLiteral(": ") + what);
}

QString TemplateStore::fileOf(const std::string& event) const {
    const QString name = event.empty() ? QStringLiteral("ticket") : QString::fromStdString(event);
    return folder_ + u'/' + name + QStringLiteral(".json");
}

TemplateInUse TemplateStore::inUse(const std::string& event) const {
    TemplateInUse out;
    out.ticket = templateFor(folder_, event, &out.problem);
    const print::TicketTemplate plain = plainTicket();
    if (out.ticket == plain) return out;
    QString ignored;
    const bool house = out.ticket == templateFor(folder_, {}, &ignored);
    const bool own = !event.empty() && QFile::exists(fileOf(event)) && out.problem.isEmpty();
    out.origin = own || !house ? TemplateOrigin::Event : TemplateOrigin::House;
    return out;
}

QString TemplateStore::take(const std::string& event, const QByteArray& json) const {
    if (const auto read = readTemplate(json); !read) return read.error();
    if (!isName(QString::fromStdString(event)))
        return Words::tr("This event has no name for a file.");
    QSaveFile file(fileOf(event));
    const bool kept = QDir().mkpath(folder_) && file.open(QIODevice::WriteOnly) &&
                      file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(json) == json.size() && file.commit();
    return kept ? QString() : Words::tr("This till cannot write to its disk.");
}

bool TemplateStore::forget(const std::string& event) const {
    return isName(QString::fromStdString(event)) && QFile::remove(fileOf(event));
}

}  // namespace tessera::payment
