// SPDX-License-Identifier: Apache-2.0
// A small hall, and a view of it in a window of its own.
//
// Deterministic. Lives on the thread of the windows. Owns model and view.
#pragma once

#include <QtGui/QScreen>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <memory>

#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::qt {

// Two sections A and B side by side, three rows of six each, 20 units from seat to seat and 30 from
// row to row; the first seat is at (0, 0), B begins at (200, 0). Seat A-1-1 is for a wheelchair.
inline SeatPlan smallPlan() {
    SeatPlan plan;
    plan.categories = {"Front", "Rear"};
    for (int section = 0; section < 2; ++section) {
        PlanSection& added = plan.sections.emplace_back();
        added.name = section == 0 ? "A" : "B";
        for (int row = 0; row < 3; ++row) {
            PlanRow& line = added.rows.emplace_back();
            line.label = QString::number(row + 1);
            for (int seat = 0; seat < 6; ++seat) {
                line.seats.push_back({QString::number(seat + 1),
                                      QPointF(section * 200 + seat * 20, row * 30), 9,
                                      row == 2 ? 1 : 0, section + row + seat == 0});
            }
        }
    }
    plan.areas.push_back({{QPolygonF({{0, 120}, {320, 120}, {320, 170}, {0, 170}}), "Standing"},
                          "Standing",
                          1,
                          500});
    plan.shapes.push_back({QPolygonF({{80, -70}, {220, -70}, {220, -40}, {80, -40}}), "Stage"});
    return plan;
}

inline std::shared_ptr<const SeatLayout> smallLayout() {
    return *SeatLayout::make(smallPlan());
}

struct Hall {
    explicit Hall(std::shared_ptr<const SeatLayout> layout = smallLayout(),
                  QSize size = QSize(800, 600)) {
        model.setLayout(std::move(layout));
        view = std::make_unique<SeatMapView>(model);
        view->resize(size);
        view->show();
        view->activateWindow();
        view->setFocus();
        QApplication::processEvents();
    }

    QPoint pointOf(int seat) const {
        return view->camera().pixelOf(model.layout().seats()[static_cast<std::size_t>(seat)].at);
    }

    // What the window has flushed.
    QImage shown() const {
        QApplication::processEvents();
        return view->screen()
            ->grabWindow(view->winId())
            .toImage()
            .convertToFormat(QImage::Format_RGB32);
    }

    SeatMapModel model;
    std::unique_ptr<SeatMapView> view;
};

}  // namespace tessera::qt
