// SPDX-License-Identifier: Apache-2.0
// One event that is set up: read, typed, kept on the disk, saved, its sale opened and closed.
//
// The GUI's thread alone. Borrows the desk and the errands, which outlive it. What is typed and not
// saved is kept a moment later in a file for each event, until it is saved or thrown away. Before a
// change is sent the event is read again: what others changed meanwhile in other fields is taken
// over, in the same ones it is shown, and nothing is sent until staff saves again.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "shared/qt/desk/desk.h"
#include "shared/qt/setup/errands.h"
#include "shared/qt/setup/event_form.h"

namespace tessera::setup {

enum class EditStage { Nothing, Reading, Editing, Saving };

class EventEditor : public QObject {
    Q_OBJECT

public:
    // An empty folder keeps no drafts.
    EventEditor(qt::Desk& desk, Errands& errands, const QString& folder, QObject* parent = nullptr);
    ~EventEditor() override;

    void setLocale(const QLocale& locale) { locale_ = locale; }
    EventForm& form() { return form_; }
    EditStage stage() const { return stage_; }
    using QObject::event;
    // As last read; with an empty id: a new one, or none.
    const v1::Event& event() const { return base_; }
    const v1::Layout& layout() const { return layout_; }
    bool isNew() const { return stage_ != EditStage::Nothing && base_.event().empty(); }
    // Something is typed that the server does not have.
    bool isChanged() const { return changed_; }
    // Fields that others changed as well, with what they put there: a line each.
    const QStringList& conflicts() const { return conflicts_; }

    // A new one on that layout of that venue. A draft of a new one that is there goes on with it.
    void begin(const std::string& layout, const v1::Venue& venue);
    void open(const std::string& event);
    // What is on the disk of a new one; false: nothing is.
    bool openNewDraft();
    void save();
    // What is typed is thrown away.
    void discard();
    void openSale();
    void closeSale();
    // As another has it now: cancelled, moved.
    void take(v1::Event event);
    // To the disk now.
    void keep();

Q_SIGNALS:
    void changed();
    // A tone as in Errands::said.
    void said(const QString& text, bool wrong);
    // It is at the server: made, changed, opened or closed.
    void saved(const std::string& event);
    // Something is wrong at a place; the first is problems().first().
    void refused();

private:
    QString fileOf(const std::string& event) const;
    void readLayout(const std::string& layout);
    void show();
    bool loadDraft();
    // Of what was sent; what was typed after that stays.
    void dropDraft(const std::string& event);
    void edited();
    void sendUpdate(const v1::EventConfig& config);
    // What others did meanwhile. False: it must be looked at first.
    bool merge(const v1::Event& fresh, const v1::EventConfig& mine);
    void answered(const client::Answer<v1::Event>& answer, const std::string& about,
                  const QString& done);
    void fail(const QString& text);
    v1::EventConfig asTyped(const v1::EventConfig& config) const;

    qt::Desk& desk_;
    Errands& errands_;
    const QString folder_;
    QLocale locale_;
    EventForm form_;
    v1::Event base_;
    v1::Layout layout_;
    EditStage stage_ = EditStage::Nothing;
    QStringList conflicts_;
    TypedEvent sent_;  // As it was typed when it was asked for last.
    bool changed_ = false;
    int question_ = 0;
    QTimer later_;
};

}  // namespace tessera::setup
