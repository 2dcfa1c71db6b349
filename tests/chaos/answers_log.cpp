// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/answers_log.h"

#include <chrono>
#include <utility>

namespace tessera::chaos {

void AnswersLog::write(int user, const char* told, nlohmann::json more) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    nlohmann::json line = std::move(more);
    line["user"] = user;
    line["told"] = told;
    line["at"] = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    const std::lock_guard lock(mutex_);
    file_ << line.dump() << '\n';
    ++lines_;
}

void AnswersLog::flush() {
    const std::lock_guard lock(mutex_);
    file_.flush();
}

std::size_t AnswersLog::lines() const {
    const std::lock_guard lock(mutex_);
    return lines_;
}

}  // namespace tessera::chaos
