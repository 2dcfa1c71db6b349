// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/front.h"

#include "boxoffice-app/i18n/texts.h"
#include "shared/qt/desk/approval_dialog.h"

namespace tessera::gui {
namespace {

// What every test of the program needs, in the order of its needs.
class Application : public testing::Environment {
public:
    void SetUp() override {
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
        QCoreApplication::setApplicationVersion(QStringLiteral(TESSERA_VERSION));
        app_ = std::make_unique<QApplication>(argc_, argv_);
        boxoffice::useTexts();
        languages_ = std::make_unique<qt::Languages>(QStringLiteral("boxoffice"));
        theme_ = std::make_unique<qt::Theme>(*app_);
        languages_->use(QStringLiteral("en"));
    }
    void TearDown() override {
        theme_.reset();
        languages_.reset();
        app_.reset();
    }

    std::unique_ptr<QApplication> app_;
    std::unique_ptr<qt::Languages> languages_;
    std::unique_ptr<qt::Theme> theme_;

private:
    int argc_ = 1;
    char name_[4] = "gui";
    char* argv_[2] = {name_, nullptr};
};

Application* const kApplication = [] {
    auto* const made = new Application;
    testing::AddGlobalTestEnvironment(made);  // Which owns it.
    return made;
}();

}  // namespace

qt::Theme& theme() {
    return *kApplication->theme_;
}

qt::Languages& languages() {
    return *kApplication->languages_;
}

Front::Front(std::optional<std::uint16_t> port, int device, const boxoffice::ScreenList& screens)
    : screens_(screens),
      store_(std::make_unique<qt::DeskStore>(QString::fromStdString(dir_ / "till"))) {
    if (port) {
        const client::House& house = client::House::shared();
        const client::Identity& identity = house.identities.at(static_cast<std::size_t>(device));
        EXPECT_TRUE(store_->keep({.address = QStringLiteral("127.0.0.1:%1").arg(*port),
                                  .device = QStringLiteral("device"),
                                  .name = QStringLiteral("Till"),
                                  .authorityPem = house.stack.authorityPem(),
                                  .keyPem = identity.keyPem,
                                  .certificatePem = identity.certificatePem}));
    }
    open();
}

void Front::open() {
    desk_ = std::make_unique<qt::Desk>("boxoffice/" TESSERA_VERSION);
    window_ = std::make_unique<boxoffice::MainWindow>(
        boxoffice::WindowParts{*desk_, *store_, theme(), languages()}, screens_);
    window_->show();
    window_->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window_.get()));
}

void Front::restart(const std::function<void()>& meanwhile) {
    window_.reset();
    desk_.reset();
    store_.reset();
    meanwhile();
    store_ = std::make_unique<qt::DeskStore>(QString::fromStdString(dir_ / "till"));
    open();
}

QString Front::currentId() const {
    return window_->current() == nullptr ? QString() : window_->current()->id();
}

void Front::type(const QString& text) {
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void Front::press(int key, Qt::KeyboardModifiers modifiers) {
    QWidget* const focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : window_.get(), static_cast<Qt::Key>(key), modifiers);
}

bool Front::signIn(const client::Account& account) {
    if (!window_->show(QStringLiteral("signin"))) return false;
    find<QLineEdit>("login")->setText(QString::fromStdString(account.login));
    find<QLineEdit>("password")->setFocus();
    type(QString::fromStdString(account.password));
    press(Qt::Key_Return);
    return comes([&] { return desk_->isSignedIn(); });
}

bool Front::approve(const client::Account& who, const QString& pin) {
    const auto dialog = [this] { return window_->findChild<qt::ApprovalDialog*>(); };
    if (!comes([&] { return dialog() != nullptr && dialog()->isVisible(); })) return false;
    const auto fields = dialog()->findChildren<QLineEdit*>();
    QTest::keyClicks(fields[0], QString::fromStdString(who.login));
    QTest::keyClicks(fields[1], pin);
    QTest::keyClick(fields[1], Qt::Key_Return);
    const bool gone = comes([&] { return dialog() == nullptr; });
    window_->activateWindow();  // As a window manager does.
    return gone && QTest::qWaitForWindowActive(window_.get());
}

}  // namespace tessera::gui
