// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/plan_file.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointF>

namespace tessera::setup {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanFile)

public:
    static QString at(const QString& path, const QString& problem) {
        return tr("The plan cannot be imported. %1: %2", "a path in a file, what is wrong")
            .arg(path, problem);
    }
    static QString missing() { return tr("missing, or not what it must be"); }
    static QString noCategory(const QString& name) { return tr("no category “%1”").arg(name); }
    static QString noPlaces() { return tr("neither seats nor standing areas"); }
    static QString notJson(int byte) { return tr("no JSON from byte %1 on").arg(byte); }
    static QString large() { return tr("larger than 64 MiB"); }
};

QPointF pointOf(const QJsonObject& object) {
    const QJsonObject at = object.value(QLatin1String("position")).toObject();
    return {at.value(QLatin1String("x")).toDouble(), at.value(QLatin1String("y")).toDouble()};
}

std::string textOf(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toVariant().toString().toStdString();
}

void setPoint(v1::Point* out, QPointF at) {
    out->set_x(at.x());
    out->set_y(at.y());
}

// The first thing that is wrong ends it.
class Reader {
public:
    PlanRead read(const QJsonObject& plan) {
        out_.layout.set_name(textOf(plan, "name"));
        const QJsonArray categories = plan.value(QLatin1String("categories")).toArray();
        if (categories.isEmpty()) fail(QStringLiteral("$.categories"), Words::missing());
        for (const auto& each : categories) {
            v1::Category& category = *out_.layout.add_categories();
            category.set_category_no(out_.layout.categories_size() - 1);
            category.set_name(textOf(each.toObject(), "name"));
            category.set_color(textOf(each.toObject(), "color"));
            numbers_.insert(QString::fromStdString(category.name()), category.category_no());
        }
        const QJsonArray zones = plan.value(QLatin1String("zones")).toArray();
        if (zones.isEmpty()) fail(QStringLiteral("$.zones"), Words::missing());
        for (int i = 0; i < zones.size(); ++i) {
            zone(zones[i].toObject(), QStringLiteral("$.zones[%1]").arg(i));
        }
        out_.layout.set_seat_count(seats_);
        if (seats_ == 0 && out_.layout.areas().empty()) {
            fail(QStringLiteral("$.zones"), Words::noPlaces());
        }
        return std::move(out_);
    }

private:
    void fail(const QString& path, const QString& problem) {
        if (out_.problem.isEmpty()) out_.problem = Words::at(path, problem);
    }
    int categoryOf(const QJsonValue& name, const QString& path) {
        const auto found = numbers_.constFind(name.toString());
        if (found != numbers_.cend()) return *found;
        fail(path, Words::noCategory(name.toString().left(60)));
        return 0;
    }
    void zone(const QJsonObject& zone, const QString& path) {
        const QPointF origin = pointOf(zone);
        v1::Section& section = *out_.layout.add_sections();
        section.set_section_no(out_.layout.sections_size() - 1);
        section.set_name(textOf(zone, "name"));
        const QJsonArray rows = zone.value(QLatin1String("rows")).toArray();
        for (int i = 0; i < rows.size(); ++i) {
            row(rows[i].toObject(), origin, *section.add_rows(),
                path + QStringLiteral(".rows[%1]").arg(i));
        }
        const QJsonArray areas = zone.value(QLatin1String("areas")).toArray();
        for (int i = 0; i < areas.size(); ++i) {
            area(areas[i].toObject(), origin, path + QStringLiteral(".areas[%1]").arg(i));
        }
    }
    void row(const QJsonObject& row, QPointF origin, v1::Row& out, const QString& path) {
        origin += pointOf(row);
        out.set_label(textOf(row, "row_number"));
        const QJsonArray seats = row.value(QLatin1String("seats")).toArray();
        if (seats.isEmpty()) fail(path + QStringLiteral(".seats"), Words::missing());
        for (int i = 0; i < seats.size(); ++i) {
            const QJsonObject each = seats[i].toObject();
            const QPointF at = origin + pointOf(each);
            v1::Seat& seat = *out.add_seats();
            seat.set_seat_no(seats_++);
            seat.set_label(textOf(each, "seat_number"));
            seat.set_x(at.x());
            seat.set_y(at.y());
            seat.set_radius(each.value(QLatin1String("radius")).toDouble(9));
            seat.set_kind(each.value(QLatin1String("wheelchair")).toBool() ? v1::Seat::WHEELCHAIR
                                                                           : v1::Seat::ORDINARY);
            seat.set_category_no(categoryOf(each.value(QLatin1String("category")),
                                            path + QStringLiteral(".seats[%1].category").arg(i)));
        }
    }
    void area(const QJsonObject& area, QPointF origin, const QString& path) {
        const v1::Shape shape = shapeOf(area, origin + pointOf(area));
        const QJsonObject standing = area.value(QLatin1String("general_admission")).toObject();
        if (standing.isEmpty()) {
            *out_.layout.add_shapes() = shape;
            return;
        }
        v1::Area& out = *out_.layout.add_areas();
        out.set_area_no(out_.layout.areas_size() - 1);
        out.set_name(shape.text());
        out.set_capacity(standing.value(QLatin1String("capacity")).toInt());
        out.set_category_no(categoryOf(standing.value(QLatin1String("category")),
                                       path + QStringLiteral(".general_admission.category")));
        *out.mutable_shape() = shape;
    }
    static v1::Shape shapeOf(const QJsonObject& area, QPointF at) {
        v1::Shape shape;
        const QString kind = area.value(QLatin1String("shape")).toString();
        const QJsonObject form = area.value(kind).toObject();
        const auto number = [&form](const char* name) {
            return form.value(QLatin1String(name)).toDouble();
        };
        shape.set_rotation(area.value(QLatin1String("rotation")).toDouble());
        shape.set_text(textOf(area.value(QLatin1String("text")).toObject(), "text"));
        setPoint(shape.mutable_center(), at);
        if (kind == QStringLiteral("circle")) {
            shape.set_kind(v1::Shape::CIRCLE);
            shape.set_radius_x(number("radius"));
        } else if (kind == QStringLiteral("ellipse")) {
            shape.set_kind(v1::Shape::ELLIPSE);
            const QJsonObject radius = form.value(QLatin1String("radius")).toObject();
            shape.set_radius_x(radius.value(QLatin1String("x")).toDouble());
            shape.set_radius_y(radius.value(QLatin1String("y")).toDouble());
        } else if (kind == QStringLiteral("rectangle")) {
            shape.set_kind(v1::Shape::RECTANGLE);
            setPoint(shape.add_points(), at);
            setPoint(shape.add_points(), at + QPointF(number("width"), number("height")));
        } else if (kind == QStringLiteral("polygon")) {
            shape.set_kind(v1::Shape::POLYGON);
            for (const auto& each : form.value(QLatin1String("points")).toArray()) {
                const QJsonObject corner = each.toObject();
                setPoint(shape.add_points(),
                         at + QPointF(corner.value(QLatin1String("x")).toDouble(),
                                      corner.value(QLatin1String("y")).toDouble()));
            }
        } else {
            shape.set_kind(v1::Shape::TEXT);
        }
        return shape;
    }

    PlanRead out_;
    QHash<QString, int> numbers_;
    int seats_ = 0;
};

}  // namespace

PlanRead readPlan(const QByteArray& json) {
    if (json.size() > kPlanBytesMost) return {{}, Words::at(QStringLiteral("$"), Words::large())};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return {{}, Words::at(QStringLiteral("$"), Words::notJson(error.offset))};
    }
    return Reader().read(document.object());
}

QString planRefusalText(const client::Refusal& refusal) {
    const auto of = [&refusal](const char* name) {
        const auto found = refusal.metadata.find(name);
        return found == refusal.metadata.end() ? QString() : QString::fromStdString(found->second);
    };
    return Words::at(of("path"), of("problem"));
}

}  // namespace tessera::setup
