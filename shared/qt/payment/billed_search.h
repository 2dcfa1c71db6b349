// SPDX-License-Identifier: Apache-2.0
// Who is billed for what is sold on account: the cart's customer, or the one that typed words find.
//
// The GUI's thread alone. One question is under way at a time; a later one takes its place. Borrows
// the desk, which outlives it.
#pragma once

#include <QtCore/QObject>

#include "shared/qt/desk/desk.h"
#include "tessera/v1/desk_service.pb.h"

namespace tessera::payment {

class BilledSearch : public QObject {
    Q_OBJECT

public:
    explicit BilledSearch(qt::Desk& desk, QObject* parent = nullptr)
        : QObject(parent), desk_(desk) {}

    // Without an id: nobody is known yet.
    void setCustomer(const v1::Customer& customer) {
        stop();
        customer_ = customer;
    }
    const v1::Customer& customer() const { return customer_; }
    // As it is shown, and typed: their organisation or name. Empty: nobody is known.
    QString name() const;
    // chosen() or wrong() follows. What is the customer's name is them, and asks nothing where they
    // may buy on account as they were read; whoever may not is never chosen.
    void find(const QString& typed);
    // What is asked is not waited for any more.
    void stop() { ++question_; }
    void forget();

Q_SIGNALS:
    void chosen();
    // Nobody, not one alone, or one who may not buy on account: in words.
    void wrong(const QString& text);

private:
    // `known`: the id of whose name was typed; empty: of nobody.
    void answered(const client::Answer<v1::FindCustomersResponse>& answer,
                  const std::string& known);

    qt::Desk& desk_;
    v1::Customer customer_;
    int question_ = 0;
};

}  // namespace tessera::payment
