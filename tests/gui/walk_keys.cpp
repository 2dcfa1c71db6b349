// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/walk_keys.h"

#include <QtWidgets/QtWidgets>
#include <map>

namespace tessera::gui {
namespace {

class Keys {
public:
    void lookAt(QWidget* widget) {
        if (!widget->isVisible()) return;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            add(widget, button->text());
        } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->buddy() != nullptr) add(widget, label->text());
        } else if (const auto* group = qobject_cast<const QGroupBox*>(widget)) {
            add(widget, group->title());
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int at = 0; at < tabs->count(); ++at) add(widget, tabs->tabText(at));
        } else if (const auto* menus = qobject_cast<const QMenuBar*>(widget)) {
            for (const QAction* each : menus->actions()) add(widget, each->text());
        }
        for (QObject* const child : widget->children()) {
            auto* const below = qobject_cast<QWidget*>(child);
            if (below != nullptr && !below->isWindow()) lookAt(below);
        }
    }
    void lookAtActions(const QWidget* window) {
        for (const QAction* each : window->actions()) {
            for (const QKeySequence& key : each->shortcuts()) {
                if (each->isEnabled()) add(window, each->text(), key);
            }
        }
    }

    std::vector<Finding> twice{};

private:
    void add(const QWidget* widget, const QString& text) {
        add(widget, text, QKeySequence::mnemonic(text));
    }
    void add(const QWidget* widget, const QString& text, const QKeySequence& key) {
        if (key.isEmpty()) return;
        const auto [before, isNew] = first_.try_emplace(key.toString(), text);
        if (isNew) return;
        twice.push_back(
            {Fault::KeyTwice, pathOf(widget),
             QStringLiteral("%1 is “%2” and “%3”").arg(key.toString(), before->second, text)});
    }
    std::map<QString, QString> first_;
};

}  // namespace

std::vector<Finding> keysGivenTwice(QWidget& root) {
    Keys keys;
    keys.lookAt(&root);
    keys.lookAtActions(&root);
    return keys.twice;
}

}  // namespace tessera::gui
