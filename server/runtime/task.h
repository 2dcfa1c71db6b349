// SPDX-License-Identifier: Apache-2.0
// A move-only `void()`: what a queue holds, so that a task can own promises and connections.
//
// Not thread-safe; owns what it was made from.
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace tessera::runtime {

class Task {
public:
    Task() = default;

    template <class F>
    requires(!std::same_as<std::remove_cvref_t<F>, Task> && std::invocable<F&>)
        Task(F&& function)  // NOLINT: a lambda is a task.
        : body_(std::make_unique<Body<std::decay_t<F>>>(std::forward<F>(function))) {}

    explicit operator bool() const { return body_ != nullptr; }

    // REQUIRES: not empty.
    void operator()() { body_->run(); }

private:
    struct Base {
        virtual ~Base() = default;
        virtual void run() = 0;
    };
    template <class F>
    struct Body final : Base {
        template <class G>
        explicit Body(G&& f) : function(std::forward<G>(f)) {}
        void run() override { function(); }
        F function;
    };
    std::unique_ptr<Base> body_;
};

}  // namespace tessera::runtime
