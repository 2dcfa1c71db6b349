// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/event_form.h"

#include <QtCore/QRegularExpression>

namespace tessera::setup {
namespace {

const QString kTypes = QStringLiteral("ticketTypes");

// "fees[1].minorUnits" of the server is "fees[1].amount" here.
QString placeOf(QString field) {
    if (field.startsWith(QStringLiteral("config."))) field = field.mid(7);
    const bool fee = field.startsWith(QStringLiteral("fees["));
    if (fee) field.replace(QStringLiteral(".minorUnits"), QStringLiteral(".amount"));
    if (fee) field.replace(QStringLiteral(".ratePpm"), QStringLiteral(".amount"));
    return field;
}

RowColumn column(const char* id, bool isNumber = false) {
    const QString name = QLatin1String(id);
    return {name, [name] { return placeName(name); }, {}, isNumber};
}

RowColumn chosen(const char* id, std::function<QList<Choice>()> choices) {
    RowColumn made = column(id);
    made.choices = std::move(choices);
    return made;
}

}  // namespace

EventForm::EventForm(QObject* parent) : QObject(parent) {
    const auto s = [](const char* key) { return QString(QLatin1String(key)); };
    addTable("ticketTypes", {column("name")});
    addTable("fees", {column("name"),
                      chosen("kind",
                             [s] {
                                 return QList<Choice>{{s("PER_TICKET"), tr("a ticket")},
                                                      {s("PER_ORDER"), tr("an order")},
                                                      {s("PERCENT"), tr("% of price")}};
                             }),
                      column("amount", true)});
    addTable("taxes",
             {column("name"), column("ratePpm", true),
              chosen("included",
                     [s] {
                         return QList<Choice>{{s("yes"), tr("yes")}, {s("no"), tr("no: added")}};
                     }),
              chosen("appliesTo", [s] {
                  return QList<Choice>{{s("TICKETS_AND_FEES"), tr("tickets and fees")},
                                       {s("TICKETS"), tr("tickets")},
                                       {s("FEES"), tr("fees")}};
              })});
    addTable("entrances", {column("name"), column("sectionNos"), column("areaNos")});
    addTable("allocations",
             {column("allocationNo", true), column("name"),
              chosen("kind",
                     [s] {
                         return QList<Choice>{
                             {s("HOUSE"), tr("house")},           {s("ARTIST"), tr("artist")},
                             {s("PROMOTER"), tr("promoter")},     {s("PRESS"), tr("press")},
                             {s("ACCESSIBLE"), tr("accessible")}, {s("OTHER"), tr("other")}};
                     }),
              column("releaseTime")});
    connect(&prices_, &PriceGrid::edited, this, &EventForm::edited);
    connect(&table(kTypes), &RowTable::edited, this, &EventForm::typesChanged);
}

void EventForm::addTable(const char* id, QList<RowColumn> columns) {
    auto* const made = new RowTable(std::move(columns), this);
    connect(made, &RowTable::edited, this, &EventForm::edited);
    tables_.insert(QLatin1String(id), made);
}

void EventForm::setFixedTypes(int types) {
    table(kTypes).setFixed(types);
}

void EventForm::typesChanged() {
    QStringList names;
    for (const QStringList& row : table(kTypes).rows()) {
        if (!row.join(QString()).trimmed().isEmpty()) names << row.first();
    }
    prices_.setTypes(names);
}

void EventForm::load(const TypedEvent& typed) {
    fields_ = typed.fields;
    for (auto each = tables_.cbegin(); each != tables_.cend(); ++each) {
        (*each)->setRows(typed.tables.value(each.key()));
    }
    typesChanged();
    prices_.setPrices(typed.prices);
    problems_.clear();
    Q_EMIT loaded();
    Q_EMIT problemsChanged();
}

TypedEvent EventForm::typed() const {
    TypedEvent out{fields_, {}, prices_.prices()};
    for (auto each = tables_.cbegin(); each != tables_.cend(); ++each) {
        out.tables.insert(each.key(), (*each)->rows());
    }
    return out;
}

void EventForm::setField(const QString& id, const QString& text) {
    if (fields_.value(id) == text) return;
    fields_.insert(id, text);
    const auto before = problems_.size();
    problems_.removeIf([&](const Problem& each) { return each.place == id; });
    if (problems_.size() != before) Q_EMIT problemsChanged();
    Q_EMIT edited();
}

void EventForm::retranslate() {
    for (RowTable* const each : tables_) each->retranslate();
    if (!problems_.isEmpty()) read();
}

std::optional<v1::EventConfig> EventForm::read() {
    clearProblems();
    QList<Problem> found;
    v1::EventConfig config = configOf(typed(), context_, found);
    for (const Problem& each : found) show(each);
    Q_EMIT problemsChanged();
    return found.isEmpty() ? std::optional(std::move(config)) : std::nullopt;
}

void EventForm::clearProblems() {
    problems_.clear();
    for (RowTable* const each : tables_) each->clearProblems();
    prices_.clearProblems();
}

void EventForm::show(const Problem& problem) {
    static const QRegularExpression kCell(QStringLiteral("^(\\w+)\\[(\\d+)\\]\\.?(\\w*)$"));
    problems_.append(problem);
    if (problem.place.startsWith(QStringLiteral("prices."))) {
        return prices_.setProblem(problem.place.mid(7), problem.text);
    }
    const auto match = kCell.match(problem.place);
    RowTable* const table = tables_.value(match.captured(1));
    if (match.hasMatch() && table != nullptr) {
        table->setProblem(match.captured(2).toInt(), match.captured(3), problem.text);
    }
}

QString EventForm::problemOf(const QString& id) const {
    for (const Problem& each : problems_) {
        if (each.place == id) return each.text;
    }
    return {};
}

bool EventForm::refuse(const client::Refusal& refusal) {
    const auto field = refusal.metadata.find("field");
    if (field == refusal.metadata.end()) return false;
    QString place = placeOf(QString::fromStdString(field->second));
    if (placeName(place) == place) return false;
    const EventField* const known = eventField(place);
    const auto rule = refusal.metadata.find("constraint");
    const QString said =
        rule == refusal.metadata.end() ? QString() : QString::fromStdString(rule->second);
    const QString own = known == nullptr ? QString() : fieldRule(*known);
    show({place, !own.isEmpty() ? own
                 : refusal.reason == v1::ErrorReason::CONFIG_FIXED || said.isEmpty()
                     ? tr("cannot be changed any more")
                     : said});
    Q_EMIT problemsChanged();
    return true;
}

}  // namespace tessera::setup
