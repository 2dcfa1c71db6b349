// SPDX-License-Identifier: Apache-2.0
// Shows one event's seats in a model, as the server tells them: layout, whole map, then changes.
//
// Lives on the thread of the windows, and everything that it tells comes there. Borrows client and
// model, which outlive it; owns what is on its way. A lost connection is the client's to mend: what
// is shown stays, is marked as behind, and follows again by itself.
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <memory>
#include <optional>
#include <string>

#include "shared/client/client.h"
#include "shared/qt/seat_feed/feed_inbox.h"
#include "shared/qt/seat_map/seat_map_model.h"

namespace tessera::qt {

enum class FeedState {
    Nothing,  // No event is shown.
    Loading,  // Of this event nothing is known yet: the model is empty, or its seats are not told.
    Live,     // What is shown follows the server.
    Behind,   // What is shown may be old.
    Ended,    // Nothing more comes; what is shown is as it was. end() says why; show() begins anew.
};

class SeatFeed : public QObject {
    Q_OBJECT
public:
    // Changes come to the model once in this time at most.
    static constexpr int kMillisBetween = 16;

    SeatFeed(client::Client& client, SeatMapModel& model, QObject* parent = nullptr);
    ~SeatFeed() override;

    // Empties the model, and nothing of an event that was shown before comes any more.
    void show(const std::string& event);
    void showNothing();

    const std::string& eventId() const { return event_; }  // Empty: none.
    FeedState state() const { return state_; }
    const std::optional<EndOfFeed>& end() const { return end_; }  // Of Ended.

Q_SIGNALS:
    void stateChanged(tessera::qt::FeedState state);

private:
    void leave();
    void ask();
    void watch();
    void woken(const std::shared_ptr<FeedInbox>& of);
    void deliver();
    void apply(const FeedInbox::Taken& taken);
    void finish(EndOfFeed end);
    void setState(FeedState state);

    client::Client& client_;
    SeatMapModel& model_;
    std::string event_;
    FeedState state_ = FeedState::Nothing;
    std::optional<EndOfFeed> end_;
    std::shared_ptr<FeedInbox> inbox_;  // Null: nothing is on its way.
    client::CallId layoutCall_ = 0;
    client::WatchId watch_ = 0;
    QTimer timer_;
    QElapsedTimer sinceLast_;
};

}  // namespace tessera::qt
