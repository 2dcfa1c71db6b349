// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/event_in_view.h"

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

constexpr client::Millis kReadPatience{10'000};

}  // namespace

EventInView::EventInView(qt::Desk& desk, QObject* parent) : QObject(parent), desk_(desk) {}

EventInView& EventInView::of(QObject& owner, qt::Desk& desk) {
    auto* found = owner.findChild<EventInView*>(QString(), Qt::FindDirectChildrenOnly);
    if (found == nullptr) found = new EventInView(desk, &owner);
    return *found;
}

void EventInView::choose(const std::string& id) {
    read(id);
}

void EventInView::refresh() {
    if (!id().empty()) read(id());
}

void EventInView::read(const std::string& id) {
    if (!desk_.isConnectedTo()) return;
    const int question = ++question_;
    reading_ = true;
    problem_.clear();
    Q_EMIT stateChanged();
    v1::GetAnyEventRequest request;
    request.set_event(id);
    desk_.ask(client::kGetAnyEvent, request, this,
              [this, question](const client::Answer<v1::Event>& answer) {
                  if (question != question_) return;
                  reading_ = false;
                  problem_ = qt::outcomeText(answer);
                  Q_EMIT stateChanged();
                  if (!answer.done()) return;
                  if (answer.value.event() != event_.event()) {
                      bands_.clear();
                      askingBands_ = false;
                  }
                  event_ = answer.value;
                  Q_EMIT changed();
              },
              {.within = kReadPatience});
}

void EventInView::take(const v1::Event& event) {
    if (event.event() != event_.event()) return;
    event_ = event;
    Q_EMIT changed();
}

void EventInView::forget() {
    ++question_;
    reading_ = askingBands_ = false;
    event_.Clear();
    bands_.clear();
    problem_.clear();
    Q_EMIT changed();
}

void EventInView::setBands(const QStringList& names) {
    if (bands_ == names) return;
    bands_ = names;
    Q_EMIT bandsChanged();
}

void EventInView::askBands() {
    if (id().empty() || !bands_.isEmpty() || askingBands_ || !desk_.isConnectedTo()) return;
    askingBands_ = true;
    v1::GetLayoutRequest request;
    request.set_event(id());
    const std::string of = id();
    desk_.ask(client::kGetLayout, request, this,
              [this, of](const client::Answer<v1::Layout>& answer) {
                  if (of != id()) return;
                  askingBands_ = false;
                  if (!answer.done()) return;
                  QStringList names;
                  for (const v1::Category& each : answer.value.categories()) {
                      names << sale::textOf(each.name());
                  }
                  setBands(names);
              });
}

QString EventInView::bandName(int category) const {
    if (category >= 0 && category < bands_.size()) return bands_[category];
    return tr("Band %1").arg(category + 1);
}

QString EventInView::typeName(int type) const {
    for (const v1::TicketType& each : event_.config().ticket_types()) {
        if (each.ticket_type_no() == type) return sale::textOf(each.name());
    }
    return tr("Ticket type %1").arg(type + 1);
}

QString EventInView::title() const {
    if (!id().empty()) return sale::textOf(event_.config().name());
    return reading_ ? tr("The event is being read.") : tr("No event is chosen");
}

QString EventInView::facts(const QLocale& locale) const {
    if (id().empty()) return problem_;
    QStringList facts{
        sale::dateText(event_.config().starts_at(), event_.venue().time_zone(), locale),
        sale::textOf(event_.venue().name()), sale::textOf(event_.venue().city())};
    if (event_.sale_state() == v1::DRAFT) facts << tr("not open yet");
    if (event_.sale_state() == v1::CLOSED) facts << tr("sale closed");
    if (event_.sale_state() == v1::CANCELLED) facts << tr("cancelled");
    facts.removeAll(QString());
    return facts.join(tr(" · ", "between facts of an event"));
}

}  // namespace tessera::inventory
