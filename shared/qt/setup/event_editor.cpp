// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/event_editor.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::setup {
namespace {

constexpr int kKeepMillis = 400;
constexpr qint64 kDraftBytesMost = 8LL << 20;

const QString kEvent = QStringLiteral("event");
const QString kTyped = QStringLiteral("typed");

QString base64(const google::protobuf::MessageLite& message) {
    return QString::fromLatin1(QByteArray::fromStdString(message.SerializeAsString()).toBase64());
}

template <class Message>
bool fromBase64(const QJsonValue& value, Message& out) {
    const QByteArray bytes = QByteArray::fromBase64(value.toString().toLatin1());
    return out.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()));
}

}  // namespace

EventEditor::EventEditor(qt::Desk& desk, Errands& errands, const QString& folder, QObject* parent)
    : QObject(parent),
      desk_(desk),
      errands_(errands),
      folder_(folder.isEmpty() ? QString() : folder + QStringLiteral("/event_drafts")) {
    later_.setSingleShot(true);
    later_.setInterval(kKeepMillis);
    connect(&later_, &QTimer::timeout, this, &EventEditor::keep);
    connect(&form_, &EventForm::edited, this, &EventEditor::edited);
    connect(
        &errands_, &Errands::recovered, this,
        [this](const QByteArray& path, const QByteArray& response, bool done) {
            const bool made = path == client::kCreateEvent.path;
            v1::Event event;
            if (!done || (!made && path != client::kUpdateEvent.path) ||
                !event.ParseFromArray(response.constData(), static_cast<int>(response.size()))) {
                return;
            }
            QFile::remove(fileOf(made ? std::string() : event.event()));
            if (stage_ != EditStage::Nothing && stage_ != EditStage::Reading &&
                base_.event() == (made ? std::string() : event.event())) {
                take(std::move(event));
            }
        });
}

EventEditor::~EventEditor() {
    keep();
}

QString EventEditor::fileOf(const std::string& event) const {
    if (folder_.isEmpty()) return {};
    const QString name = event.empty() ? QStringLiteral("new") : QString::fromStdString(event);
    return folder_ + u'/' + name + QStringLiteral(".json");
}

// A new event that is being made and another new one could not be told apart.
void EventEditor::begin(const std::string& layout, const v1::Venue& venue) {
    if (stage_ == EditStage::Saving && isNew() && !errands_.mayStart()) return;
    keep();
    base_.Clear();
    *base_.mutable_venue() = venue;
    base_.set_layout(layout);
    readLayout(layout);
}

bool EventEditor::openNewDraft() {
    if (stage_ == EditStage::Saving && isNew() && !errands_.mayStart()) return true;
    keep();
    QFile file(fileOf({}));
    if (folder_.isEmpty() || !file.open(QIODevice::ReadOnly)) return false;
    const QJsonObject draft = QJsonDocument::fromJson(file.read(kDraftBytesMost)).object();
    v1::Event base;
    if (!fromBase64(draft.value(kEvent), base) || base.layout().empty()) return false;
    base_ = std::move(base);
    readLayout(base_.layout());
    return true;
}

void EventEditor::open(const std::string& event) {
    keep();
    const int question = ++question_;
    stage_ = EditStage::Reading;
    Q_EMIT changed();
    v1::GetAnyEventRequest request;
    request.set_event(event);
    desk_.ask(client::kGetAnyEvent, request, this,
              [this, question](const client::Answer<v1::Event>& answer) {
                  if (question != question_) return;
                  if (!answer.done()) {
                      stage_ = EditStage::Nothing;
                      return fail(qt::outcomeText(answer));
                  }
                  base_ = answer.value;
                  readLayout(base_.layout());
              });
}

void EventEditor::readLayout(const std::string& layout) {
    if (layout_.layout() == layout) return show();
    const int question = ++question_;
    stage_ = EditStage::Reading;
    Q_EMIT changed();
    v1::GetVenueLayoutRequest request;
    request.set_layout(layout);
    desk_.ask(client::kGetVenueLayout, request, this,
              [this, question](const client::Answer<v1::Layout>& answer) {
                  if (question != question_) return;
                  if (!answer.done()) {
                      stage_ = EditStage::Nothing;
                      return fail(qt::outcomeText(answer));
                  }
                  layout_ = answer.value;
                  show();
              });
}

void EventEditor::show() {
    ++question_;
    stage_ = EditStage::Editing;
    conflicts_.clear();
    form_.setContext({base_.venue().time_zone(), locale_});
    QStringList bands;
    for (const v1::Category& each : layout_.categories()) bands << sale::textOf(each.name());
    form_.setBands(bands);
    form_.setFixedTypes(base_.event().empty() ? 0 : base_.config().ticket_types_size());
    changed_ = loadDraft();
    if (!changed_) form_.load(typedOf(base_.config(), form_.context()));
    Q_EMIT changed();
    if (changed_) Q_EMIT said(tr("This is what was typed before and is not saved yet."), false);
}

bool EventEditor::loadDraft() {
    QFile file(fileOf(base_.event()));
    if (folder_.isEmpty() || !file.open(QIODevice::ReadOnly)) return false;
    const QJsonObject draft = QJsonDocument::fromJson(file.read(kDraftBytesMost)).object();
    v1::Event base;
    if (!draft.contains(kTyped) || !fromBase64(draft.value(kEvent), base)) return false;
    // What it began from: what others changed since is found by it.
    if (!base_.event().empty()) *base_.mutable_config() = base.config();
    form_.load(typedFrom(draft.value(kTyped).toObject()));
    return true;
}

void EventEditor::dropDraft(const std::string& event) {
    QFile file(fileOf(event));
    if (folder_.isEmpty() || !file.open(QIODevice::ReadOnly)) return;
    const QJsonObject draft = QJsonDocument::fromJson(file.read(kDraftBytesMost)).object();
    if (typedFrom(draft.value(kTyped).toObject()) == sent_) file.remove();
}

void EventEditor::edited() {
    if (stage_ != EditStage::Editing && stage_ != EditStage::Saving) return;
    later_.start();
    if (changed_) return;
    changed_ = true;
    Q_EMIT changed();
}

void EventEditor::keep() {
    later_.stop();
    if (!changed_ || folder_.isEmpty() || stage_ == EditStage::Nothing ||
        stage_ == EditStage::Reading) {
        return;
    }
    QDir().mkpath(folder_);
    QSaveFile file(fileOf(base_.event()));
    const QJsonObject draft{{kEvent, base64(base_)}, {kTyped, toJson(form_.typed())}};
    const bool kept = file.open(QIODevice::WriteOnly) &&
                      file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(QJsonDocument(draft).toJson(QJsonDocument::Compact)) >= 0 &&
                      file.commit();
    if (!kept) Q_EMIT said(tr("This device cannot write to its disk: save soon."), true);
}

void EventEditor::discard() {
    if (stage_ != EditStage::Editing) return;
    later_.stop();
    changed_ = false;
    QFile::remove(fileOf(base_.event()));
    if (!base_.event().empty()) return open(std::string(base_.event()));
    form_.load(typedOf({}, form_.context()));
    stage_ = EditStage::Nothing;
    base_.Clear();
    Q_EMIT changed();
}

// As it comes back from being typed: what it does not keep, like fractions of seconds, is no
// change.
v1::EventConfig EventEditor::asTyped(const v1::EventConfig& config) const {
    QList<Problem> ignored;
    return configOf(typedOf(config, form_.context()), form_.context(), ignored);
}

void EventEditor::save() {
    if (stage_ != EditStage::Editing) return;
    keep();
    const auto config = form_.read();
    if (!config) {
        Q_EMIT refused();
        const Problem& first = form_.problems().first();
        return fail(tr("%1: %2.").arg(placeName(first.place), first.text));
    }
    sent_ = form_.typed();
    if (!isNew()) return sendUpdate(*config);
    v1::CreateEventRequest request;
    request.set_layout(base_.layout());
    *request.mutable_config() = *config;
    if (!errands_.start<v1::CreateEventRequest, v1::Event>(
            client::kCreateEvent, request, this, [this](const client::Answer<v1::Event>& answer) {
                answered(answer, {}, tr("The event is made, as a draft: nothing is sold yet."));
            })) {
        return;
    }
    stage_ = EditStage::Saving;
    Q_EMIT changed();
}

void EventEditor::sendUpdate(const v1::EventConfig& config) {
    stage_ = EditStage::Saving;
    Q_EMIT changed();
    v1::GetAnyEventRequest request;
    request.set_event(base_.event());
    desk_.ask(client::kGetAnyEvent, request, this,
              [this, config, about = base_.event()](const client::Answer<v1::Event>& answer) {
                  if (stage_ != EditStage::Saving || base_.event() != about) return;
                  stage_ = EditStage::Editing;
                  if (!answer.done()) return fail(qt::outcomeText(answer));
                  if (!merge(answer.value, config)) return;
                  const auto mine = form_.read();
                  const QStringList masks =
                      mine ? masksBetween(asTyped(base_.config()), *mine) : QStringList();
                  if (masks.isEmpty()) {
                      changed_ = false;
                      QFile::remove(fileOf(base_.event()));
                      Q_EMIT changed();
                      Q_EMIT said(tr("Nothing is changed."), false);
                      return;
                  }
                  sent_ = form_.typed();
                  v1::UpdateEventRequest update;
                  update.set_event(base_.event());
                  *update.mutable_config() = *mine;
                  for (const QString& each : masks) {
                      update.mutable_update_mask()->add_paths(each.toStdString());
                  }
                  if (!errands_.start<v1::UpdateEventRequest, v1::Event>(
                          client::kUpdateEvent, update, this,
                          [this, about = base_.event()](const client::Answer<v1::Event>& done) {
                              answered(
                                  done, about,
                                  tr("Saved. It is in force for what is reserved from now on."));
                          })) {
                      return;
                  }
                  stage_ = EditStage::Saving;
                  Q_EMIT changed();
              });
}

bool EventEditor::merge(const v1::Event& fresh, const v1::EventConfig& mine) {
    const v1::EventConfig before = asTyped(base_.config());
    const v1::EventConfig now = asTyped(fresh.config());
    const QStringList theirs = masksBetween(before, now);
    const QStringList ours = masksBetween(before, mine);
    const QStringList apart = masksBetween(now, mine);
    const TypedEvent shown = typedOf(fresh.config(), form_.context());
    conflicts_.clear();
    TypedEvent typed = form_.typed();
    QStringList taken;
    for (const QString& mask : theirs) {
        if (!ours.contains(mask)) {
            takeMask(typed, shown, mask);
            taken << maskName(mask);
        } else if (apart.contains(mask)) {
            conflicts_ << tr("%1 is now: %2").arg(maskName(mask), maskText(shown, mask));
        }
    }
    base_ = fresh;
    if (!taken.isEmpty()) {
        form_.load(typed);
        Q_EMIT said(tr("Changed by others meanwhile, and taken over: %1.")
                        .arg(QLocale().createSeparatedList(taken)),
                    false);
    }
    Q_EMIT changed();
    if (conflicts_.isEmpty()) return true;
    keep();
    Q_EMIT refused();
    fail(
        tr("Others have changed the same meanwhile. Look at it: save again to put yours in its "
           "place, or throw yours away."));
    return false;
}

// `about`: the event that it was asked for; another may be shown by now.
void EventEditor::answered(const client::Answer<v1::Event>& answer, const std::string& about,
                           const QString& done) {
    if (answer.done()) dropDraft(about);
    // Another one is shown by now, or on its way.
    if (stage_ == EditStage::Nothing || stage_ == EditStage::Reading || base_.event() != about) {
        Q_EMIT said(answer.done() ? done : qt::outcomeText(answer), !answer.done());
        if (answer.done()) Q_EMIT saved(answer.value.event());
        return;
    }
    stage_ = EditStage::Editing;
    if (answer.done()) {
        // What was typed after it was sent stays, and is not saved.
        if (form_.typed() == sent_) {
            QFile::remove(fileOf(about));  // Typed and taken back meanwhile.
            take(answer.value);
        } else {
            base_ = answer.value;
            changed_ = true;
            keep();
            Q_EMIT changed();
        }
        Q_EMIT said(done, false);
        Q_EMIT saved(base_.event());
        return;
    }
    if (answer.outcome == client::Outcome::Refused && form_.refuse(answer.refusal)) {
        Q_EMIT refused();
        const Problem& first = form_.problems().last();
        return fail(tr("%1: %2.").arg(placeName(first.place), first.text));
    }
    switch (answer.refusal.reason) {
        case v1::ErrorReason::SALE_STATE_CONFLICT:
            return fail(tr("Prices: at least one is needed before the sale can open."));
        case v1::ErrorReason::EVENT_CANCELLED:
            return fail(tr("The event is cancelled: nothing of it changes any more."));
        default:
            return fail(qt::outcomeText(answer));
    }
}

void EventEditor::take(v1::Event event) {
    later_.stop();
    changed_ = false;
    base_ = std::move(event);
    readLayout(base_.layout());
}

void EventEditor::openSale() {
    if (stage_ != EditStage::Editing || isNew()) return;
    if (changed_) return fail(tr("Save first, or throw away what is typed."));
    sent_ = form_.typed();
    v1::OpenSaleRequest request;
    request.set_event(base_.event());
    errands_.start<v1::OpenSaleRequest, v1::Event>(
        client::kOpenSale, request, this,
        [this, about = base_.event()](const client::Answer<v1::Event>& answer) {
            answered(answer, about, tr("The sale is open, within its times."));
        });
}

void EventEditor::closeSale() {
    if (stage_ != EditStage::Editing || isNew()) return;
    if (changed_) return fail(tr("Save first, or throw away what is typed."));
    sent_ = form_.typed();
    v1::CloseSaleRequest request;
    request.set_event(base_.event());
    errands_.start<v1::CloseSaleRequest, v1::Event>(
        client::kCloseSale, request, this,
        [this, about = base_.event()](const client::Answer<v1::Event>& answer) {
            answered(answer, about, tr("The sale is closed. What is being paid is finished."));
        });
}

void EventEditor::fail(const QString& text) {
    Q_EMIT changed();
    Q_EMIT said(text, true);
}

}  // namespace tessera::setup
