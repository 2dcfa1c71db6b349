// SPDX-License-Identifier: Apache-2.0
#include "tests/qt/plan_file.h"

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

QPointF pointOf(const QJsonValue& value) {
    return {value["x"].toDouble(), value["y"].toDouble()};
}

PlanShape shapeOf(const QJsonObject& area, QPointF zone) {
    PlanShape shape;
    shape.text = area["text"]["text"].toString();
    const QPointF at = zone + pointOf(area["position"]);
    if (area["shape"].toString() == "polygon") {
        for (const QJsonValue& corner : area["polygon"]["points"].toArray())
            shape.outline.append(at + pointOf(corner));
    } else {
        const QJsonValue size = area["rectangle"];
        shape.outline =
            QPolygonF(QRectF(at, QSizeF(size["width"].toDouble(), size["height"].toDouble())));
        shape.outline.removeLast();  // QPolygonF closes what the map closes itself.
    }
    return shape;
}

class Reader {
public:
    SeatPlan read(const QJsonObject& document) {
        for (const QJsonValue& category : document["categories"].toArray()) {
            categories_[category["name"].toString()] = static_cast<int>(plan_.categories.size());
            plan_.categories.push_back(category["name"].toString());
        }
        for (const QJsonValue& zone : document["zones"].toArray()) readZone(zone.toObject());
        return std::move(plan_);
    }

private:
    void readZone(const QJsonObject& zone) {
        const QPointF at = pointOf(zone["position"]);
        for (const QJsonValue& value : zone["areas"].toArray()) {
            const QJsonObject area = value.toObject();
            const QJsonValue admission = area["general_admission"];
            const PlanShape shape = shapeOf(area, at);
            if (admission.isObject()) {
                plan_.areas.push_back({shape, shape.text,
                                       categories_.value(admission["category"].toString()),
                                       admission["capacity"].toInt()});
            } else {
                plan_.shapes.push_back(shape);
            }
        }
        PlanSection section{zone["name"].toString(), {}};
        for (const QJsonValue& value : zone["rows"].toArray()) {
            PlanRow row{value["row_number"].toString(), {}};
            const QPointF rowAt = at + pointOf(value["position"]);
            for (const QJsonValue& seat : value["seats"].toArray()) {
                row.seats.push_back({shared(seat["seat_number"].toString()),
                                     rowAt + pointOf(seat["position"]), seat["radius"].toDouble(9),
                                     categories_.value(seat["category"].toString()),
                                     seat["wheelchair"].toBool()});
            }
            section.rows.push_back(std::move(row));
        }
        if (!section.rows.empty()) plan_.sections.push_back(std::move(section));
    }

    // One text for all seats of one number.
    QString shared(const QString& label) {
        QString& known = labels_[label];
        if (known.isNull()) known = label;
        return known;
    }

    SeatPlan plan_;
    QHash<QString, int> categories_;
    QHash<QString, QString> labels_;
};

}  // namespace

SeatPlan planOf(const char* name) {
    QFile file(QString(TESSERA_SOURCE_DIR "/plans/%1.json").arg(name));
    TESSERA_CHECK(file.open(QIODevice::ReadOnly));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    TESSERA_CHECK(document.isObject());
    return Reader().read(document.object());
}

std::shared_ptr<const SeatLayout> layoutOf(const char* name) {
    auto layout = SeatLayout::make(planOf(name));
    TESSERA_CHECK(layout.has_value());
    return *layout;
}

SeatState randomState(std::mt19937& random) {
    const auto dice = random() % 10;
    if (dice < 4) return SeatState(SeatStatus::Available);
    if (dice < 6) return SeatState(SeatStatus::Held);
    if (dice < 9) return SeatState(SeatStatus::Sold);
    return SeatState::blocked(static_cast<int>(random() % (kAllocationsMax + 1)));
}

std::vector<SeatChange> randomChanges(const SeatLayout& layout, int count, std::mt19937& random) {
    std::vector<SeatChange> changes;
    const auto seats = static_cast<unsigned>(layout.seatCount());
    for (int i = 0; i < count; ++i)
        changes.push_back({static_cast<int>(random() % seats), randomState(random)});
    return changes;
}

void fillWithSales(SeatMapModel& model, std::mt19937& random) {
    std::vector<SeatChange> changes;
    for (int seat = 0; seat < model.layout().seatCount(); ++seat) {
        const auto dice = random() % 100;
        if (dice < 30) changes.push_back({seat, SeatState(SeatStatus::Sold)});
        if (dice >= 30 && dice < 35) changes.push_back({seat, SeatState(SeatStatus::Held)});
        if (dice >= 35 && dice < 40)
            changes.push_back({seat, SeatState::blocked(1 + static_cast<int>(dice % 4))});
    }
    TESSERA_CHECK(model.apply(changes, 1) == ApplyOutcome::Applied);
}

}  // namespace tessera::qt
