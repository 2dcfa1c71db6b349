// SPDX-License-Identifier: Apache-2.0
// Opens the device's shift, once: without an answer it asks again with the same request id.
//
// The GUI's thread alone. Borrows the desk, which outlives it. Nothing is kept over a restart: a
// device has one shift that is not closed, so that another question finds it (SHIFT_OPEN), which
// counts as open. Texts are for people.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <string>
#include <vector>

#include "shared/qt/desk/errand.h"
#include "shared/qt/sale/seller.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::till {

enum class OpenStage {
    Idle,     // Nothing is under way.
    Asking,   // The server was asked.
    Unknown,  // It has not answered: it is asked again, with the same float.
};

class ShiftOpener : public QObject {
    Q_OBJECT

public:
    // After `patience` it is said that the answer is not known.
    explicit ShiftOpener(qt::Desk& desk, client::Millis patience = client::Millis(8'000),
                         QObject* parent = nullptr);

    void setLocale(const QLocale& locale) { locale_ = locale; }
    // `typed`: what is in the drawer, in that currency; 0 where it is empty. False: said why, and
    // nothing was sent.
    bool open(const QString& typed, const std::string& currency);
    // The same with an amount for each currency, 1 to 8, each once. REQUIRES: none is negative.
    bool open(const std::vector<v1::Money>& floats);
    // The device is another one: its shift is nothing of this one's.
    void forget();

    OpenStage stage() const;
    bool isUnderWay() const { return errand_.isUnderWay() || finding_; }
    // As last seen; with an empty id: none is known.
    const v1::Shift& shift() const { return shift_; }

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    // The device has an open shift. Not `now`: it was open before, with its own float.
    void opened(bool now);

private:
    void answered(const client::Answer<v1::Shift>& answer);
    void findOpen();
    void finish(bool now);
    void fail(const QString& text);
    static QString unknownText();

    qt::Desk& desk_;
    const client::Millis patience_;
    qt::Errand errand_;
    QLocale locale_;
    v1::Shift shift_;
    bool finding_ = false;  // One is open: it is being read.
    int question_ = 0;
};

}  // namespace tessera::till
