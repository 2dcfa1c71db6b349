// SPDX-License-Identifier: Apache-2.0
// The box office: reads its arguments, puts the parts together, shows the window.
#include <QtCore/QCommandLineParser>
#include <QtWidgets/QApplication>

#include "boxoffice-app/i18n/texts.h"
#include "boxoffice-app/screens/registry.h"
#include "boxoffice-app/shell/main_window.h"

int main(int argc, char** argv) {
    using namespace tessera;
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Tessera"));
    QCoreApplication::setApplicationName(QStringLiteral("tessera-boxoffice"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TESSERA_VERSION));
    QCommandLineParser arguments;
    const QCommandLineOption folder(QStringLiteral("data-dir"),
                                    QStringLiteral("Where this device keeps what is its own."),
                                    QStringLiteral("DIR"));
    arguments.addOption(folder);
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.process(app);

    qt::DeskStore store(arguments.value(folder));
    qt::Theme theme(app);
    theme.apply(qt::themeOf(store.text(QStringLiteral("theme"))),
                store.number(QStringLiteral("text_percent"), qt::kTextPercentLeast));
    boxoffice::useTexts();
    qt::Languages languages(QStringLiteral("boxoffice"));
    languages.use(store.text(QStringLiteral("language"), qt::Languages::ofSystem()));
    qt::Desk desk("boxoffice/" TESSERA_VERSION);
    boxoffice::MainWindow window({desk, store, theme, languages}, boxoffice::allScreens());
    window.show();
    return QApplication::exec();
}
