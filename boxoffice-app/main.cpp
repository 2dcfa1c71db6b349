// SPDX-License-Identifier: Apache-2.0
// The box office: reads its arguments, puts the parts together, shows the window.
#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtWidgets/QApplication>
#include <cstdlib>
#include <iostream>

#include "boxoffice-app/i18n/texts.h"
#include "boxoffice-app/screens/registry.h"
#include "boxoffice-app/shell/main_window.h"
#include "boxoffice-app/shell/one_instance.h"

namespace {

using namespace tessera;  // Of this file alone: it only puts parts together.

struct Arguments {
    QString folder{};
    QString enrolment{};
};

Arguments argumentsOf(const QApplication& app) {
    QCommandLineParser parser;
    const QCommandLineOption folder(QStringLiteral("data-dir"),
                                    QStringLiteral("Where this device keeps what is its own."),
                                    QStringLiteral("DIR"));
    const QCommandLineOption enrolment(
        QStringLiteral("enrolment"),
        QStringLiteral("What enrols this device: JSON with server, authority and code. Of a device "
                       "that is enrolled only the server's address is taken."),
        QStringLiteral("FILE"));
    parser.addOptions({folder, enrolment});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);
    return {parser.value(folder), parser.value(enrolment)};
}

boxoffice::EnrolmentOffer offerIn(const QString& name) {
    constexpr qint64 kBytesMax = 256 * 1024;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QJsonObject offer = QJsonDocument::fromJson(file.read(kBytesMax)).object();
    return {offer.value(QLatin1String("server")).toString(),
            offer.value(QLatin1String("authority")).toString(),
            offer.value(QLatin1String("code")).toString()};
}

// A server that has moved.
void takeAddress(qt::DeskStore& store, const QString& address) {
    auto enrolment = store.enrolment();
    if (!enrolment || address.isEmpty() || enrolment->address == address) return;
    enrolment->address = address;
    if (const Status kept = store.keep(*enrolment); !kept) {
        std::cerr << "tessera-boxoffice: " << kept.error().message << '\n';
    }
}

// What somebody who helps by telephone asks first; a title has nobody's name.
void tellWhatIsShown(const boxoffice::MainWindow& window, const boxoffice::OneInstance& instance) {
    const auto tell = [](const QString& what) {
        std::clog << "tessera-boxoffice: " << what.toStdString() << '\n';
    };
    const auto shows = [tell](const QString& title) { tell(QStringLiteral("shows: ") + title); };
    QObject::connect(&window, &QWidget::windowTitleChanged, shows);
    QObject::connect(&instance, &boxoffice::OneInstance::asked, &window,
                     [tell] { tell(QStringLiteral("comes forward")); });
    shows(window.windowTitle());
}

int run(qt::DeskStore& store, const boxoffice::EnrolmentOffer& offer,
        boxoffice::OneInstance& instance, QApplication& app) {
    takeAddress(store, offer.address);
    qt::Theme theme(app);
    theme.apply(qt::themeOf(store.text(QStringLiteral("theme"))),
                store.number(QStringLiteral("text_percent"), qt::kTextPercentLeast));
    boxoffice::useTexts();
    qt::Languages languages(QStringLiteral("boxoffice"));
    languages.use(store.text(QStringLiteral("language"), qt::Languages::ofSystem()));
    qt::Desk desk("boxoffice/" TESSERA_VERSION);
    boxoffice::MainWindow window({desk, store, theme, languages}, boxoffice::allScreens());
    QObject::connect(&instance, &boxoffice::OneInstance::asked, &window,
                     &boxoffice::MainWindow::comeForward);
    tellWhatIsShown(window, instance);
    window.show();
    if (!offer.code.isEmpty()) window.workplace().offerEnrolment(offer);
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Tessera"));
    QCoreApplication::setApplicationName(QStringLiteral("tessera-boxoffice"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TESSERA_VERSION));
    const Arguments arguments = argumentsOf(app);
    qt::DeskStore store(arguments.folder);
    if (const Status usable = store.usable(); !usable) {
        std::cerr << "tessera-boxoffice: " << usable.error().message << '\n';
        return EXIT_FAILURE;
    }
    boxoffice::OneInstance instance(store.folder());
    switch (instance.claim()) {
        case boxoffice::FirstStart::First:
            return run(store, offerIn(arguments.enrolment), instance, app);
        case boxoffice::FirstStart::ToldTheFirst:
            std::cerr << "tessera-boxoffice: it runs already with this data folder; its window "
                         "comes forward\n";
            return EXIT_SUCCESS;
        case boxoffice::FirstStart::FirstDoesNotAnswer:
            break;
    }
    std::cerr << "tessera-boxoffice: another one has this data folder and does not answer: "
              << store.folder().toStdString() << '\n';
    return EXIT_FAILURE;
}
