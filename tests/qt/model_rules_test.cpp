// SPDX-License-Identifier: Apache-2.0
// That a model which does not keep the rules ends the test that looks at it.
#include "tests/support/model_rules.h"

#include <gtest/gtest.h>

#include <QtCore/QAbstractListModel>

namespace tessera::test {
namespace {

// Rows that come; with or without saying so as they should.
class Rows : public QAbstractListModel {
public:
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : rows_;
    }
    QVariant data(const QModelIndex& index, int role) const override {
        return index.isValid() && role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }
    void add() {
        beginInsertRows({}, rows_, rows_);
        ++rows_;
        endInsertRows();
    }
    void sayTwoAndAddOne() {
        beginInsertRows({}, rows_, rows_ + 1);
        ++rows_;
        endInsertRows();
    }

private:
    int rows_ = 0;
};

TEST(ModelRulesTest, AModelThatKeepsThemIsLeftAlone) {
    Rows rows;
    const ModelRules rules(&rows);
    rows.add();
    rows.add();
    EXPECT_EQ(rows.rowCount(), 2);
}

TEST(ModelRulesDeathTest, AModelThatSaysMoreRowsThanComeEndsTheTest) {
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    Rows rows;
    const ModelRules rules(&rows);
    EXPECT_DEATH(rows.sayTwoAndAddOne(), "FAIL");
}

}  // namespace
}  // namespace tessera::test
