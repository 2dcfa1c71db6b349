// SPDX-License-Identifier: Apache-2.0
// One app a data folder: a second start asks the first to come forward, and ends.
//
// The GUI's thread alone. Of two that start together one gets the folder; one that was killed
// leaves it free. Who listens is this user alone, at a socket in the folder.
#pragma once

#include <QtCore/QLockFile>
#include <QtCore/QObject>
#include <QtNetwork/QLocalServer>

namespace tessera::boxoffice {

enum class FirstStart { First, ToldTheFirst, FirstDoesNotAnswer };

class OneInstance : public QObject {
    Q_OBJECT

public:
    explicit OneInstance(const QString& folder, QObject* parent = nullptr);

    // Waits for at most two seconds for the first app's answer.
    [[nodiscard]] FirstStart claim();

Q_SIGNALS:
    // Another start was refused: whoever started it wants to see the window.
    void asked();

private:
    bool tellTheFirst() const;
    void answer();

    QLockFile lock_;
    const QString socket_;
    QLocalServer server_;
};

}  // namespace tessera::boxoffice
