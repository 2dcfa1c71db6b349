// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/actions/action_collection.h"

#include <QtCore/QMap>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QWidget>

#include "shared/base/check.h"
#include "shared/qt/actions/key_label.h"

namespace tessera::qt {
namespace {

// "&Open…" is "Open…", "&&" is "&".
QString withoutMnemonic(const QString& text) {
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&' && at + 1 < text.size()) ++at;
        out += text[at];
    }
    return out;
}

QString keyText(const QKeySequence& key) {
    return key.toString(QKeySequence::NativeText);
}

bool collide(const QKeySequence& one, const QKeySequence& other) {
    if (one.isEmpty() || other.isEmpty()) return false;
    return one.matches(other) != QKeySequence::NoMatch ||
           other.matches(one) != QKeySequence::NoMatch;
}

}  // namespace

struct ActionCollection::Entry {
    ActionSpec spec;
    QAction* action = nullptr;
    bool available = true;
};

ActionCollection::ActionCollection(QWidget* window, QObject* parent)
    : QObject(parent), window_(window) {}

ActionCollection::~ActionCollection() = default;

QAction* ActionCollection::add(ActionSpec spec) {
    TESSERA_CHECK(!spec.id.isEmpty() && spec.text && spec.run);
    TESSERA_CHECK(!byId_.contains(spec.id));
    auto entry = std::make_shared<Entry>();
    entry->action = new QAction(this);
    entry->action->setObjectName(spec.id);
    entry->action->setShortcut(spec.key);
    entry->action->setShortcutContext(Qt::WindowShortcut);
    // Held down it would sell again and again.
    entry->action->setAutoRepeat(false);
    entry->spec = std::move(spec);
    connect(entry->action, &QAction::triggered, this, [entry = entry.get()] { entry->spec.run(); });
    entries_.append(entry);
    byId_.insert(entry->spec.id, entry);
    if (window_) window_->addAction(entry->action);
    refresh(*entry);
    return entry->action;
}

const ActionCollection::Entry* ActionCollection::entry(const QString& id) const {
    const auto found = byId_.constFind(id);
    return found == byId_.cend() ? nullptr : found->get();
}

QAction* ActionCollection::find(const QString& id) const {
    const Entry* found = entry(id);
    return found != nullptr ? found->action : nullptr;
}

QList<QAction*> ActionCollection::of(const QString& screen) const {
    QList<QAction*> out;
    for (const auto& each : entries_) {
        if (each->spec.screen == screen) out.append(each->action);
    }
    return out;
}

QStringList ActionCollection::ids() const {
    QStringList out;
    for (const auto& each : entries_) out.append(each->spec.id);
    return out;
}

void ActionCollection::bind(QAbstractButton* button, const QString& id) {
    QAction* const action = find(id);
    TESSERA_CHECK(action != nullptr && !button->property(kActionOfButton).isValid());
    auto* const wide = qobject_cast<QPushButton*>(button);
    KeyLabel* const label = wide == nullptr ? nullptr : new KeyLabel(wide);
    const auto follow = [button, action, label] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        const QString key = keyText(action->shortcut());
        button->setToolTip(key.isEmpty() ? QString() : key);
        button->setAccessibleDescription(key);
        if (label != nullptr) label->setKey(key);
    };
    follow();
    button->setProperty(kActionOfButton, id);
    connect(action, &QAction::changed, button, follow);
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
}

void ActionCollection::addKeysOf(const QString& screen, std::function<PartKeys()> keys) {
    TESSERA_CHECK(!screen.isEmpty() && keys);
    keysOf_.append({screen, std::move(keys)});
}

void ActionCollection::setAvailable(const QString& id, bool available) {
    const auto found = byId_.find(id);
    TESSERA_CHECK(found != byId_.end());
    if ((*found)->available == available) return;
    (*found)->available = available;
    refresh(**found);
    Q_EMIT changed();
}

bool ActionCollection::isAvailable(const QString& id) const {
    const Entry* found = entry(id);
    return found != nullptr && found->available;
}

void ActionCollection::setScreen(const QString& screen) {
    screen_ = screen;
    refresh();
}

void ActionCollection::setPermitted(std::function<bool(const QString&)> permitted) {
    permitted_ = std::move(permitted);
    refresh();
}

void ActionCollection::setLocked(bool locked) {
    locked_ = locked;
    refresh();
}

void ActionCollection::refresh() {
    for (const auto& each : entries_) refresh(*each);
    Q_EMIT changed();
}

void ActionCollection::refresh(Entry& entry) {
    entry.action->setText(entry.spec.text());
    entry.action->setVisible(entry.spec.screen.isEmpty() || entry.spec.screen == screen_);
    entry.action->setEnabled(isActive(entry));
}

bool ActionCollection::isActive(const Entry& entry) const {
    const ActionSpec& spec = entry.spec;
    if (locked_ || !entry.available) return false;
    if (!spec.screen.isEmpty() && spec.screen != screen_) return false;
    return spec.permission.isEmpty() || !permitted_ || permitted_(spec.permission);
}

QList<ActionRow> ActionCollection::legend(const QString& sought) const {
    QList<ActionRow> rows;
    for (const auto& each : entries_) {
        rows.append({.id = each->spec.id,
                     .screen = each->spec.screen,
                     .text = withoutMnemonic(each->spec.text()),
                     .key = keyText(each->action->shortcut()),
                     .enabled = each->action->isEnabled()});
    }
    for (const KeysOf& part : keysOf_) {
        for (const auto& [text, sequences] : part.keys()) {
            QStringList keys;
            for (const QKeySequence& key : sequences) keys.append(keyText(key));
            rows.append({.screen = part.screen,
                         .text = text,
                         .key = keys.join(QStringLiteral(", ")),
                         .enabled = part.screen == screen_ && !locked_});
        }
    }
    QList<ActionRow> mine;
    QList<ActionRow> everywhere;
    QMap<QString, QList<ActionRow>> others;
    QStringList order;
    for (const ActionRow& row : rows) {
        if (!row.text.contains(sought, Qt::CaseInsensitive) &&
            !row.key.contains(sought, Qt::CaseInsensitive)) {
            continue;
        }
        if (row.screen.isEmpty()) {
            everywhere.append(row);
        } else if (row.screen == screen_) {
            mine.append(row);
        } else {
            if (!others.contains(row.screen)) order.append(row.screen);
            others[row.screen].append(row);
        }
    }
    QList<ActionRow> out = mine + everywhere;
    for (const QString& screen : order) out += others.value(screen);
    return out;
}

QList<KeyConflict> ActionCollection::conflicts() const {
    QList<KeyConflict> out;
    for (qsizetype one = 0; one < entries_.size(); ++one) {
        for (qsizetype other = one + 1; other < entries_.size(); ++other) {
            const ActionSpec& first = entries_[one]->spec;
            const ActionSpec& second = entries_[other]->spec;
            const bool together =
                first.screen.isEmpty() || second.screen.isEmpty() || first.screen == second.screen;
            if (!together || !collide(first.key, second.key)) continue;
            out.append({first.id, second.id, first.key});
        }
    }
    return out;
}

}  // namespace tessera::qt
