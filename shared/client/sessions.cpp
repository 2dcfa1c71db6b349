// SPDX-License-Identifier: Apache-2.0
#include "shared/client/sessions.h"

#include <algorithm>

namespace tessera::client {
namespace {

constexpr std::size_t kPeopleMax = 64;

}  // namespace

SessionPtr Sessions::current() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

void Sessions::begin(const v1::SignInResponse& answer) {
    const std::lock_guard lock(mutex_);
    current_ = std::make_shared<const Session>(Session{answer.session().staff(), answer.token()});
    rememberLocked(answer);
}

void Sessions::renew(const v1::SignInResponse& answer) {
    const std::lock_guard lock(mutex_);
    const std::string& staff = answer.session().staff();
    if (current_ && current_->staff == staff) {
        current_ = std::make_shared<const Session>(Session{staff, answer.token()});
    }
    rememberLocked(answer);
}

void Sessions::rememberLocked(const v1::SignInResponse& answer) {
    const std::string& staff = answer.session().staff();
    forgetLocked(staff);
    if (resumptions_.size() >= kPeopleMax) resumptions_.pop_front();
    resumptions_.push_back({staff, answer.resumption()});
}

bool Sessions::end(const SessionPtr& session) {
    const std::lock_guard lock(mutex_);
    if (!session || session != current_) return false;
    current_ = nullptr;
    return true;
}

std::string Sessions::resumptionOf(const std::string& staff) const {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(resumptions_, staff, &Session::staff);
    return found == resumptions_.end() ? std::string() : found->token;
}

void Sessions::forget(const std::string& staff) {
    const std::lock_guard lock(mutex_);
    forgetLocked(staff);
}

void Sessions::forgetLocked(const std::string& staff) {
    std::erase_if(resumptions_, [&](const Session& each) { return each.staff == staff; });
}

SessionPtr Sessions::forTry(const SessionPtr& begun) const {
    const std::lock_guard lock(mutex_);
    const bool same = begun && current_ && begun->staff == current_->staff;
    return same ? current_ : begun;
}

}  // namespace tessera::client
