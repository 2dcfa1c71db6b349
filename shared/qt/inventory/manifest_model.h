// SPDX-License-Identifier: Apache-2.0
// Who comes, or who waits at will call, as a table that is filtered as one types.
//
// The GUI's thread alone. Borrows desk and view, which outlive it. Reads page after page; an answer
// that a later question has overtaken is dropped. Bounded: kLinesMost lines, and it is said that
// there are more. Names and addresses of guests are in here and in no log; another event empties
// it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>
#include <vector>

#include "shared/qt/inventory/event_in_view.h"
#include "shared/qt/inventory/manifest_paper.h"
#include "tessera/v1/inventory_service.pb.h"

namespace tessera::inventory {

enum class ManifestStage { Nothing, Reading, Read, Failed };

class ManifestModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kLinesMost = 200'000;
    static constexpr int kPage = 1'000;  // Of the contract.
    enum Column { Place, Name, Type, Channel, State, Note, ColumnCount };

    ManifestModel(qt::Desk& desk, const EventInView& view, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // All, or those alone that wait at will call. Anew where it is the same: what is there is old.
    void read(bool willCall);
    // Words that must all be in place, name, address, note or order.
    void setFilter(const QString& text);

    bool isWillCall() const { return willCall_; }
    ManifestStage stage() const { return stage_; }
    const QString& problem() const { return problem_; }  // Of Failed.
    bool hasMore() const { return more_; }
    int linesRead() const { return static_cast<int>(lines_.size()); }
    const v1::ManifestLine& at(int row) const;

    // What is shown now, for a printer.
    ManifestPaper paper() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void stageChanged();

private:
    void ask(const std::string& pageToken);
    void answered(const client::Answer<v1::ListManifestResponse>& answer);
    bool isShown(const v1::ManifestLine& line) const;
    void filter();
    QString textOf(const v1::ManifestLine& line, int column) const;

    qt::Desk& desk_;
    const EventInView& view_;
    QLocale locale_;
    std::string of_;
    bool willCall_ = false;
    std::vector<v1::ManifestLine> lines_;
    std::vector<std::size_t> shown_;
    QStringList words_;
    QString problem_;
    bool more_ = false;
    int question_ = 0;
    ManifestStage stage_ = ManifestStage::Nothing;
};

}  // namespace tessera::inventory
