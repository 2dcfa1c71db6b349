// SPDX-License-Identifier: Apache-2.0
// Price bands that are painted on a layout: their names and colours, and which seats are in which.
//
// The GUI's thread alone. Shows itself on the map that it is given, which outlives it. Owns what is
// painted; the last 32 strokes can be undone. What is painted and not saved is kept on the disk by
// the request that it comes to. It is a table of bands: rows are bands in the order of numbers.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <deque>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "shared/qt/seat_map/palette.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "shared/qt/setup/errands.h"

namespace tessera::setup {

class PaintBoard : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Colour, Places, ColumnCount };
    static constexpr int kUndosMost = 32;

    struct Parts {
        qt::Desk& desk;
        Errands& errands;
        qt::SeatMapModel& map;
        QString folder;  // Empty: nothing is kept.
    };
    explicit PaintBoard(Parts parts, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // The map's colours stand beside the bands' names.
    void setPalette(qt::PaletteKind kind);
    // A preview of what is not at the server; nothing of it can be painted.
    void preview(const v1::Layout& layout);
    // Read from the server; a draft of it that is on the disk goes on.
    void open(const std::string& layout);
    const v1::Layout& layout() const { return layout_; }
    bool isOpen() const { return open_; }
    bool isChanged() const { return changed_; }

    // The new one's number; -1: there are as many as can be shown apart.
    int addBand();
    // False: a place is in it, or it is the only one.
    bool removeBand(int band);
    void paint(const QList<int>& seats, int band);
    void paintArea(int area, int band);
    bool undo();
    // A new layout with what is painted.
    void save(const QString& name);
    void discard();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void changed();
    void said(const QString& text, bool wrong);
    void saved(const std::string& layout);

private:
    struct Painted {
        std::vector<int> seats;
        std::vector<int> areas;
    };
    void show(const v1::Layout& layout);
    void remember();
    void touched();
    void apply();
    void count();
    v1::PaintLayoutRequest request() const;
    void take(const v1::PaintLayoutRequest& request);
    QString fileOf(const std::string& layout) const;
    void keep() const;
    QString problem() const;

    const Parts parts_;
    QLocale locale_;
    qt::PaletteKind palette_ = qt::PaletteKind::Light;
    v1::Layout layout_;  // As it was read.
    std::vector<v1::Category> bands_;
    Painted now_;
    std::deque<Painted> undo_;
    std::vector<int> counts_;
    bool open_ = false;
    bool changed_ = false;
    int question_ = 0;
};

}  // namespace tessera::setup
