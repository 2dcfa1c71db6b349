// SPDX-License-Identifier: Apache-2.0
// All that an app can do by a key: menus, buttons and the legend of keys read from here.
//
// An action belongs to the whole app or to one screen; a screen's are enabled while it is the
// current one, so that different screens may use the same key. The GUI's thread alone. Owns the
// actions; functions that they call must live as long or check for themselves.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <QtGui/QAction>
#include <QtGui/QKeySequence>
#include <functional>
#include <utility>

class QAbstractButton;
class QWidget;

namespace tessera::qt {

struct ActionSpec {
    QString id{};  // For good: "sell.best_available".
    // Asked again at each change of language: [] { return tr("&Best available"); }.
    std::function<QString()> text{};
    QKeySequence key{};    // Empty: by menu and legend alone.
    QString screen{};      // Empty: everywhere.
    QString permission{};  // What the session must be allowed, if need be by approval.
    std::function<void()> run{};
};

// Of two actions that can be active at the same time.
struct KeyConflict {
    QString first{};
    QString second{};
    QKeySequence key{};
};

// A row of the legend.
struct ActionRow {
    QString id{};  // Empty: a part's own key, which does it while that part has the focus.
    QString screen{};
    QString text{};  // Without the mark of its mnemonic.
    QString key{};   // As the platform writes it; empty: none.
    bool enabled = false;
};

// What a part of a screen does by keys while it has the focus, beside all actions: a text, and the
// keys of which each does it.
using PartKeys = QList<std::pair<QString, QList<QKeySequence>>>;

// A property of each button that is bound: the id of its action.
inline constexpr const char* kActionOfButton = "action";

class ActionCollection : public QObject {
    Q_OBJECT

public:
    // `window` answers the keys: actions are added to it.
    explicit ActionCollection(QWidget* window, QObject* parent = nullptr);
    ~ActionCollection() override;

    // REQUIRES: the id is new, text and run are given.
    QAction* add(ActionSpec spec);
    // Null: there is none.
    QAction* find(const QString& id) const;
    // In the order of adding; of one screen, or those of everywhere where it is empty.
    QList<QAction*> of(const QString& screen) const;
    QStringList ids() const;

    // A button that does what the action does: text, key in its tip and on it where it has room,
    // enabled state and the change of language follow by themselves. REQUIRES: there is the action,
    // and the button has no other yet.
    void bind(QAbstractButton* button, const QString& id);

    // Keys that a part of `screen` answers by itself, as rows of the legend after the screen's
    // actions. Asked again whenever the legend is.
    void addKeysOf(const QString& screen, std::function<PartKeys()> keys);

    // Whether the action makes sense now, as its screen sees it. Begins with true. Never
    // QAction::setEnabled: that is what this, the current screen and permissions come to.
    void setAvailable(const QString& id, bool available);
    bool isAvailable(const QString& id) const;
    // Empty: none but the app's own are active.
    void setScreen(const QString& screen);
    const QString& screen() const { return screen_; }
    // How permissions are judged; asked again by refresh(). Absent: all are given.
    void setPermitted(std::function<bool(const QString& permission)> permitted);
    // While true no action is active: there is nothing to be done but what the screen shows.
    void setLocked(bool locked);
    // Enabled states and texts anew.
    void refresh();

    // Rows whose text or key contains `sought`, grouped: the current screen's, then everywhere's,
    // then other screens'. Empty: all.
    QList<ActionRow> legend(const QString& sought = {}) const;
    // Pairs that can be active at once and have the same key, or one the beginning of the other's.
    QList<KeyConflict> conflicts() const;

Q_SIGNALS:
    // Texts or enabled states are others now.
    void changed();

private:
    struct Entry;

    struct KeysOf {
        QString screen;
        std::function<PartKeys()> keys;
    };

    const Entry* entry(const QString& id) const;
    void refresh(Entry& entry);
    bool isActive(const Entry& entry) const;

    QPointer<QWidget> window_;
    QList<std::shared_ptr<Entry>> entries_;
    QHash<QString, std::shared_ptr<Entry>> byId_;
    QList<KeysOf> keysOf_;
    QString screen_;
    std::function<bool(const QString&)> permitted_;
    bool locked_ = false;
};

}  // namespace tessera::qt
