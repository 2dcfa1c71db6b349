// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/main_window.h"

#include <QtCore/QEvent>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>
#include <utility>

#include "boxoffice-app/shell/legend_dialog.h"
#include "boxoffice-app/shell/print_line.h"
#include "boxoffice-app/shell/status_bar.h"
#include "shared/base/check.h"

namespace tessera::boxoffice {
namespace {

constexpr int kKeyedScreens = 9;
const QString kLayout = QStringLiteral("window_layout");

QString plain(QString text) {
    return text.remove(u'&');
}

bool isWorkedAt(const Screen& screen) {
    return screen.isInMenu() || screen.access() == Access::SignedIn;
}

}  // namespace

MainWindow::MainWindow(WindowParts parts, const ScreenList& screens)
    : parts_(parts),
      actions_(this),
      workplace_({parts.desk, parts.store, parts.theme, parts.languages, actions_}) {
    actions_.setPermitted([this](const QString& permission) {
        const std::string name = permission.toStdString();
        return parts_.desk.may(name) || parts_.desk.mayWithApproval(name);
    });
    build();
    addScreens(screens);
    addScreenActions();
    addOwnActions();
    addMenus();
    retranslate();
    follow();
    restoreLayout();
    connectAsKept();
    settle();
}

// Screens go while what they work with is still there: being hidden they look at it once more.
MainWindow::~MainWindow() {
    delete takeCentralWidget();
}

void MainWindow::build() {
    auto* const middle = new QWidget(this);
    auto* const column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    head_ = new HeadBar(workplace_, middle);
    banner_ = new QLabel(middle);
    banner_->setWordWrap(true);
    banner_->setMargin(8);
    qt::setBanner(banner_, true);
    stack_ = new QStackedWidget(middle);
    line_ = new MessageLine(workplace_, middle);
    print_ = new PrintLine(workplace_, middle);
    auto* const foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->addWidget(line_, 3);
    foot->addWidget(print_, 4);
    column->addWidget(head_);
    column->addWidget(banner_);
    column->addWidget(stack_, 1);
    column->addLayout(foot);
    setCentralWidget(middle);
    tooOld_ = new QWidget(stack_);
    tooOldText_ = new QLabel(tooOld_);
    tooOldText_->setWordWrap(true);
    tooOldText_->setAlignment(Qt::AlignCenter);
    qt::setTextRole(tooOldText_, qt::TextRole::Title);
    (new QVBoxLayout(tooOld_))->addWidget(tooOldText_);
    stack_->addWidget(tooOld_);
}

void MainWindow::addScreens(const ScreenList& screens) {
    for (const MakeScreen& make : screens) {
        Screen* const made = make(workplace_).release();
        TESSERA_CHECK(screen(made->id()) == nullptr);
        screens_.push_back(made);
        // With text at 200 % a screen may be larger than the display.
        auto* const around = new QScrollArea(stack_);
        around->setFrameShape(QFrame::NoFrame);
        around->setFocusPolicy(Qt::NoFocus);
        around->setWidgetResizable(true);
        around->setWidget(made);
        around_.insert(made, around);
        stack_->addWidget(around);
    }
    TESSERA_CHECK(screen(QLatin1String(kEnrolScreen)) != nullptr);
    TESSERA_CHECK(screen(QLatin1String(kSignInScreen)) != nullptr);
    TESSERA_CHECK(
        std::ranges::any_of(screens_, [](const Screen* each) { return each->isInMenu(); }));
}

// Ctrl+1 to Ctrl+9 for the first nine without a key of their own; those after them have the menu
// and the legend.
void MainWindow::addScreenActions() {
    int place = 0;
    for (Screen* const each : screens_) {
        if (!each->isInMenu()) continue;
        QKeySequence key = each->ownKey();
        const bool isAside = each->isAside();
        if (!isAside && ++place <= kKeyedScreens) key = Qt::CTRL | Qt::Key(Qt::Key_0 + place);
        actions_.add({.id = QStringLiteral("go.") + each->id(),
                      .text = [each] { return each->title(); },
                      .key = key,
                      .permission = each->permission(),
                      .run =
                          [this, each, isAside] {
                              if (isAside && each == current_) return goBack();
                              show(each->id());
                          }});
    }
    const QString printing = QStringLiteral("go.") + QLatin1String(kPrintingScreen);
    if (actions_.find(printing) != nullptr) actions_.bind(print_->button(), printing);
}

void MainWindow::addOwnActions() {
    actions_.add({.id = QStringLiteral("app.home"),
                  .text = [] { return tr("To the &beginning of the screen"); },
                  .key = QKeySequence(Qt::Key_F6),
                  .run = [this] { workplace_.goHome(); }});
    actions_.add({.id = QStringLiteral("app.lock"),
                  .text = [] { return tr("&Lock, or hand over to somebody else"); },
                  .key = QKeySequence(Qt::CTRL | Qt::Key_L),
                  .run =
                      [this] {
                          if (parts_.desk.isSignedIn()) return parts_.desk.lock();
                          if (Screen* const needed = required()) show(needed->id());
                      }});
    actions_.add({.id = QStringLiteral("app.sign_out"),
                  .text = [] { return tr("Sign &out"); },
                  .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                  .run = [this] { parts_.desk.signOut(); }});
    actions_.add({.id = QStringLiteral("app.enrol"),
                  .text = [] { return tr("&Enrol this device anew"); },
                  .run = [this] { show(QLatin1String(kEnrolScreen)); }});
    actions_.add({.id = QStringLiteral("app.quit"),
                  .text = [] { return tr("&Quit"); },
                  .key = QKeySequence(Qt::CTRL | Qt::Key_Q),
                  .run = [this] { close(); }});
    actions_.add({.id = QStringLiteral("app.legend"),
                  .text = [] { return tr("&Keys"); },
                  .key = QKeySequence(Qt::Key_F1),
                  .run = [this] { openLegend(); }});
    actions_.add({.id = QStringLiteral("app.about"),
                  .text = [] { return tr("&Version"); },
                  .run =
                      [this] {
                          workplace_.say(tr("Tessera Box Office, version %1")
                                             .arg(QCoreApplication::applicationVersion()));
                      }});
}

void MainWindow::addMenus() {
    screensMenu_ = menuBar()->addMenu(QString());
    actionsMenu_ = menuBar()->addMenu(QString());
    sessionMenu_ = menuBar()->addMenu(QString());
    helpMenu_ = menuBar()->addMenu(QString());
    for (Screen* const each : screens_) {
        QAction* const go = actions_.find(QStringLiteral("go.") + each->id());
        if (go != nullptr) screensMenu_->addAction(go);
        actionsMenu_->addActions(actions_.of(each->id()));
    }
    actionsMenu_->addSeparator();
    actionsMenu_->addAction(actions_.find(QStringLiteral("app.home")));
    for (const char* id : {"app.lock", "app.sign_out", "app.enrol", "app.quit"}) {
        sessionMenu_->addAction(actions_.find(QLatin1String(id)));
    }
    for (const char* id : {"app.legend", "app.about"}) {
        helpMenu_->addAction(actions_.find(QLatin1String(id)));
    }
}

void MainWindow::follow() {
    const qt::Desk& desk = parts_.desk;
    connect(&desk, &qt::Desk::linkChanged, this, &MainWindow::refreshBanner);
    connect(&desk, &qt::Desk::sessionChanged, this, &MainWindow::settle);
    connect(&desk, &qt::Desk::tooOld, this, &MainWindow::settle);
    // After what the screen says of signing in.
    connect(&desk, &qt::Desk::sessionChanged, this, &MainWindow::remindOfPrinting,
            Qt::QueuedConnection);
    connect(&desk, &qt::Desk::sessionOver, this, [this] {
        workplace_.say(tr("The session is over. Sign in again: nothing typed is lost."),
                       MessageKind::Warning);
    });
    connect(&workplace_, &Workplace::goToAsked, this, [this](const QString& id) { show(id); });
    connect(&workplace_, &Workplace::goBackAsked, this, &MainWindow::goBack);
    connect(&workplace_, &Workplace::goHomeAsked, this, [this] {
        if (current_ != nullptr) current_->homeFocus();
    });
    connect(&workplace_, &Workplace::enrolmentChanged, this, [this] {
        connectAsKept();
        settle();
    });
}

// A session changes with its PIN, too.
void MainWindow::remindOfPrinting() {
    const qt::Desk& desk = parts_.desk;
    const std::string now = desk.isSignedIn() ? desk.session().staff() : std::string();
    if (std::exchange(reminded_, now) != now && !now.empty()) print_->remind();
}

void MainWindow::connectAsKept() {
    if (const auto enrolment = parts_.store.enrolment()) {
        parts_.desk.connectTo(enrolment->endpoint());
    }
}

Screen* MainWindow::screen(const QString& id) const {
    const auto found =
        std::ranges::find_if(screens_, [&](const Screen* each) { return each->id() == id; });
    return found == screens_.end() ? nullptr : *found;
}

Screen* MainWindow::required() const {
    if (!parts_.desk.isConnectedTo()) return screen(QLatin1String(kEnrolScreen));
    return parts_.desk.isSignedIn() ? nullptr : screen(QLatin1String(kSignInScreen));
}

// Where the first who signs in begins: at work, where there is any.
Screen* MainWindow::firstWork() const {
    const auto inMenu = [](const Screen* each) { return each->isInMenu(); };
    const auto isWork = [](const Screen* each) {
        return each->isInMenu() && each->access() == Access::SignedIn;
    };
    const auto work = std::ranges::find_if(screens_, isWork);
    return work != screens_.end() ? *work : *std::ranges::find_if(screens_, inMenu);
}

// What is shown follows from who is signed in; nobody is asked whether a screen may be left.
void MainWindow::settle() {
    const bool signedIn = parts_.desk.isSignedIn();
    actions_.setAvailable(QStringLiteral("app.sign_out"), signedIn);
    actions_.setAvailable(QStringLiteral("app.enrol"), !signedIn);
    for (const Screen* each : screens_) {
        if (!each->isInMenu()) continue;
        actions_.setAvailable(QStringLiteral("go.") + each->id(),
                              signedIn || each->access() == Access::Anyone);
    }
    refreshBanner();
    actions_.setLocked(parts_.desk.isTooOld());
    if (parts_.desk.isTooOld()) {
        current_ = nullptr;
        retranslate();
        stack_->setCurrentWidget(tooOld_);
        return;
    }
    Screen* next = required();
    // A session that is another one changes nothing of where one is.
    if (next == nullptr && current_ != nullptr && isWorkedAt(*current_)) return;
    if (next == nullptr && chosen_ == nullptr) chosen_ = firstWork();
    if (next == nullptr) next = chosen_;
    if (next != current_) enter(next);
}

bool MainWindow::show(const QString& id) {
    Screen* const next = screen(id);
    if (next == nullptr || parts_.desk.isTooOld()) return false;
    if (next == current_) {
        current_->homeFocus();
        return true;
    }
    if (next->access() == Access::SignedIn && required() != nullptr) return false;
    if (current_ != nullptr && !current_->leave()) return false;
    if (next->access() == Access::SignedIn) chosen_ = next;
    enter(next);
    return true;
}

void MainWindow::goBack() {
    Screen* const there = way_.size() > 1 ? way_[way_.size() - 2] : firstWork();
    show(there->id());
}

void MainWindow::takeUp(Screen* screen) {
    if (!screen->isAside()) way_.clear();
    way_.erase(std::ranges::find(way_, screen), way_.end());
    way_.push_back(screen);
}

void MainWindow::enter(Screen* screen) {
    current_ = screen;
    if (isWorkedAt(*screen)) takeUp(screen);
    stack_->setCurrentWidget(around_.value(screen));
    actions_.setScreen(screen->id());
    workplace_.setShown(screen->id());
    setWindowTitle(tr("%1 – Tessera Box Office").arg(plain(screen->title())));
    screen->enter();
    screen->homeFocus();
}

void MainWindow::refreshBanner() {
    const qt::Desk& desk = parts_.desk;
    const bool lost = desk.isConnectedTo() && !desk.linkIsUp() && !desk.isTooOld();
    banner_->setText(
        tr("No connection to the server. What is typed stays; work goes on by itself "
           "as soon as the server answers."));
    banner_->setVisible(lost);
}

bool MainWindow::bannerIsShown() const {
    return !banner_->isHidden();
}

QString MainWindow::message() const {
    return line_->text();
}

void MainWindow::openLegend() {
    auto* const legend = new LegendDialog(
        actions_,
        [this](const QString& id) {
            const Screen* const named = screen(id);
            return named != nullptr ? plain(named->title()) : id;
        },
        this);
    legend->setAttribute(Qt::WA_DeleteOnClose);
    legend->open();
}

void MainWindow::retranslate() {
    for (Screen* const each : screens_) each->retranslate();
    screensMenu_->setTitle(tr("&Screens"));
    actionsMenu_->setTitle(tr("&Actions"));
    sessionMenu_->setTitle(tr("S&ession"));
    helpMenu_->setTitle(tr("&Help"));
    tooOldText_->setText(
        tr("This version of the box office, %1, is too old for the server: it asks for %2 or "
           "later. Install the newer version, then start again.")
            .arg(QCoreApplication::applicationVersion(), parts_.desk.oldestVersion()));
    actions_.refresh();
    refreshBanner();
    const QString title = current_ != nullptr ? plain(current_->title()) : QString();
    setWindowTitle(title.isEmpty() ? tr("Tessera Box Office")
                                   : tr("%1 – Tessera Box Office").arg(title));
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && screensMenu_ != nullptr) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::restoreLayout() {
    if (!restoreGeometry(parts_.store.bytes(kLayout))) resize(1280, 800);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (current_ != nullptr && !current_->leave()) {
        event->ignore();
        return;
    }
    parts_.store.set(kLayout, saveGeometry());
    parts_.store.sync();
    event->accept();
}

void MainWindow::comeForward() {
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

}  // namespace tessera::boxoffice
