// SPDX-License-Identifier: Apache-2.0
// What a transaction has changed so far, so that it can be as if it had never been.
//
// Refers to what it was told of, which has to stay where it is until `run` or the end.
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace tessera::simulation {

class Undo {
public:
    // `value` is about to change.
    template <class T>
    void changing(T& value) {
        back_.push_back([&value, was = value] { value = was; });
    }
    // Of a map or a set: the key has come.
    template <class Keyed>
    void inserted(Keyed& keyed, typename Keyed::key_type key) {
        back_.push_back([&keyed, key = std::move(key)] { keyed.erase(key); });
    }
    // The element is about to go.
    template <class Keyed>
    void erasing(Keyed& keyed, typename Keyed::value_type element) {
        back_.push_back([&keyed, element = std::move(element)] { keyed.insert(element); });
    }

    void run() {
        for (auto step = back_.rbegin(); step != back_.rend(); ++step) (*step)();
        back_.clear();
    }

private:
    std::vector<std::function<void()>> back_;
};

}  // namespace tessera::simulation
