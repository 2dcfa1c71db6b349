// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/ended_sessions.h"

namespace tessera::staff {

void EndedSessions::end(const Session& session) {
    const std::lock_guard lock(mutex_);
    const Key key{session.staff, session.device, session.signedInAt};
    if (!ended_.insert(key).second) return;
    order_.push_back(key);
    if (order_.size() <= kEndedKept) return;
    ended_.erase(order_.front());
    order_.pop_front();
}

bool EndedSessions::has(const Session& session) const {
    const std::lock_guard lock(mutex_);
    return ended_.contains({session.staff, session.device, session.signedInAt});
}

std::size_t EndedSessions::size() const {
    const std::lock_guard lock(mutex_);
    return ended_.size();
}

}  // namespace tessera::staff
