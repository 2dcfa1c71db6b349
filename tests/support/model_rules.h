// SPDX-License-Identifier: Apache-2.0
// Qt's own tester of item models, in the one way in which it can fail a test here: the process ends
// at the first signal that does not agree with the rows. (By default it tells Qt Test alone.)
//
// The model's thread. Lives as long as its owner or `parent`; the model may go before it. For
// programs that link Qt6::Test.
#pragma once

#include <QtTest/QAbstractItemModelTester>

namespace tessera::test {

class ModelRules : public QAbstractItemModelTester {
public:
    explicit ModelRules(QAbstractItemModel* model, QObject* parent = nullptr)
        : QAbstractItemModelTester(model, FailureReportingMode::Fatal, parent) {}
};

}  // namespace tessera::test
