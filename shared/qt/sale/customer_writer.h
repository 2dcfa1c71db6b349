// SPDX-License-Identifier: Apache-2.0
// A customer as the house is to keep them: somebody new, or somebody changed as they were read.
//
// The GUI's thread alone. One is under way at a time; one whose answer is not known is asked again
// with the same request id until there is one, by itself and once somebody signs in: it is written
// once. It lives as long as the app: a restart knows nothing of it. Borrows the desk, which
// outlives it. Personal data: in no log.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <string>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "tessera/v1/desk_service.pb.h"

namespace tessera::sale {

class CustomerWriter : public QObject {
    Q_OBJECT

public:
    // Takes: to set `trusted`, or to take it away.
    static constexpr const char* kTrustPermission = "sell_on_account";

    // After `patience` it is said that the answer is not known.
    explicit CustomerWriter(qt::Desk& desk, client::Millis patience = client::Millis(3'000),
                            QObject* parent = nullptr);

    // `before`: as they were read; without an id: somebody new. One of the signals follows.
    // REQUIRES: not isUnderWay(); what is wanted is as CustomerSearch::wrongField() wants it.
    void save(v1::Customer wanted, const v1::Customer& before);
    bool isUnderWay() const { return !asked_.request_id().empty(); }
    bool isUnknown() const { return unknown_; }
    // Another server: what was asked here is not asked there.
    void forget();

Q_SIGNALS:
    // isUnderWay() or isUnknown() is another now.
    void changed();
    void saved(const tessera::v1::Customer& now);
    // Nothing was written, or nobody here can find out; in words.
    void refused(const QString& text);
    // Nothing was written: they are `now` what somebody else has made of them.
    void changedMeanwhile(const tessera::v1::Customer& now);

private:
    void send();
    void goOn();
    void answered(const client::Answer<v1::Customer>& answer);
    void stayedOpen(const client::Answer<v1::Customer>& answer);
    void readAgain();
    void readAnswered(const client::Answer<v1::FindCustomersResponse>& answer);
    void end();
    void fail(const QString& text);

    qt::Desk& desk_;
    const client::Millis patience_;
    QTimer again_;
    v1::SaveCustomerRequest asked_;  // Under way; without an id: nothing is.
    bool unknown_ = false;
    std::vector<std::string> searches_;  // That may still find them.
};

}  // namespace tessera::sale
