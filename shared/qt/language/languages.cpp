// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/language/languages.h"

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
    if (translator_) QCoreApplication::removeTranslator(translator_.get());
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
    if (translator_) QCoreApplication::removeTranslator(translator_.get());
    translator_ = std::move(next);
    if (translator_) QCoreApplication::installTranslator(translator_.get());
    Q_EMIT changed();
}

}  // namespace tessera::qt
