// SPDX-License-Identifier: Apache-2.0
// The key of a button's action, at the end of the button.
//
// It is seen where the button has room for it beside its text, which stands in the middle; it asks
// for none, so that no layout depends on it: where there is none the key is in the tip and in the
// legend. The GUI's thread. Owned by its button.
#pragma once

#include <QtWidgets/QLabel>

class QPushButton;

namespace tessera::qt {

class KeyLabel : public QLabel {
    Q_OBJECT

public:
    explicit KeyLabel(QPushButton* button);

    // Empty: none.
    void setKey(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QPushButton* const button_;
};

}  // namespace tessera::qt
