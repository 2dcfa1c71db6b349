// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/language/languages.h"

#include <QtCore/QLibraryInfo>
#include <QtGui/QGuiApplication>
#include <algorithm>

#include "shared/qt/language/pseudo_translator.h"

namespace tessera::qt {
namespace {

const QString kPseudo = QStringLiteral("pseudo");

bool isKnown(const QString& code) {
    return std::ranges::any_of(Languages::all(),
                               [&](const Language& each) { return each.code == code; });
}

}  // namespace

Languages::Languages(QString app, QObject* parent) : QObject(parent), app_(std::move(app)) {}

Languages::~Languages() {
    for (const auto* each : {&translator_, &ofQt_}) {
        if (*each) QCoreApplication::removeTranslator(each->get());
    }
}

const QList<Language>& Languages::all() {
    static const QList<Language> kAll = {{QStringLiteral("en"), QStringLiteral("English")},
                                         {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                         {QStringLiteral("fr"), QStringLiteral("Français")},
                                         {QStringLiteral("es"), QStringLiteral("Español")},
                                         {QStringLiteral("ar"), QStringLiteral("العربية")}};
    return kAll;
}

QString Languages::ofSystem() {
    const QString code = QLocale::system().name().section(u'_', 0, 0);
    return isKnown(code) ? code : QStringLiteral("en");
}

void Languages::use(const QString& code) {
    std::unique_ptr<QTranslator> next;
    if (code == kPseudo) {
        next = std::make_unique<PseudoTranslator>();
    } else {
        next = std::make_unique<QTranslator>();
        const QString known = isKnown(code) ? code : QStringLiteral("en");
        if (!next->load(QStringLiteral(":/i18n/%1_%2.qm").arg(app_, known))) next.reset();
    }
    code_ = isKnown(code) || code == kPseudo ? code : QStringLiteral("en");
    locale_ = QLocale(code_ == kPseudo ? QStringLiteral("en") : code_);
    QLocale::setDefault(locale_);
    QGuiApplication::setLayoutDirection(locale_.textDirection());
    for (auto* each : {&translator_, &ofQt_}) {
        if (*each) QCoreApplication::removeTranslator(each->get());
    }
    ofQt_ = std::make_unique<QTranslator>();
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (ofQt_->load(QStringLiteral("qtbase_") + code_, folder)) {
        QCoreApplication::installTranslator(ofQt_.get());
    }
    translator_ = std::move(next);
    if (translator_) QCoreApplication::installTranslator(translator_.get());
    Q_EMIT changed();
}

}  // namespace tessera::qt
