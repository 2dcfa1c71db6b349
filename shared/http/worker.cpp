// SPDX-License-Identifier: Apache-2.0
#include "shared/http/worker.h"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "shared/base/check.h"
#include "shared/http/connection.h"

namespace tessera::http::detail {
namespace {

// The coarsest error of a time-out; 8,000 connections four times a second are nothing.
constexpr std::chrono::milliseconds kSweepPeriod{250};

thread_local const Worker* currentWorker = nullptr;

}  // namespace

Worker::Worker(std::shared_ptr<Shared> shared)
    : shared_(std::move(shared)), writer_(shared_->options) {}

void Worker::start() {
    armSweep();
    thread_ = std::thread([this] {
        currentWorker = this;
        context_.run();
    });
}

void Worker::shutDown() {
    boost::asio::post(context_, [this] {
        sweepTimer_.cancel();
        closeAll();
        context_.stop();
    });
    thread_.join();
    std::vector<Job> dropped;
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        dropped.swap(jobs_);
    }
    // Coroutines of closed connections end here, and with them the last references to us.
    for (Job& job : dropped) {
        if (job.kind == Job::Kind::StartStream) job.stream->end();
    }
    context_.restart();
    context_.poll();
}

bool Worker::isOwnThread() const {
    return currentWorker == this;
}

bool Worker::submit(Job job) {
    const std::lock_guard lock(mutex_);
    if (stopped_) return false;
    jobs_.push_back(std::move(job));
    if (jobs_.size() == 1) boost::asio::post(context_, [this] { runJobs(); });
    return true;
}

bool Worker::submitTask(std::function<void()> task) {
    const std::lock_guard lock(mutex_);
    if (stopped_) return false;
    boost::asio::post(context_, std::move(task));
    return true;
}

void Worker::runJobs() {
    {
        const std::lock_guard lock(mutex_);
        running_.swap(jobs_);
    }
    for (Job& job : running_) job.connection->perform(job);
    for (Job& job : running_) job.connection->settle();
    running_.clear();
    if (running_.capacity() > 4096) running_.shrink_to_fit();
}

void Worker::add(std::shared_ptr<Connection> connection) {
    connection->setIndex(connections_.size());
    connections_.push_back(std::move(connection));
}

void Worker::remove(Connection& connection) {
    const std::size_t index = connection.index();
    TESSERA_CHECK(index < connections_.size() && connections_[index].get() == &connection);
    if (index + 1 != connections_.size()) {
        connections_[index] = std::move(connections_.back());
        connections_[index]->setIndex(index);
    }
    connections_.pop_back();
}

void Worker::armSweep() {
    sweepTimer_.expires_after(kSweepPeriod);
    sweepTimer_.async_wait([this](const boost::system::error_code& error) {
        if (error) return;
        sweep();
        armSweep();
    });
}

// Backwards: whoever is removed on the way is replaced by one that was looked at already.
void Worker::sweep() {
    const auto now = Request::Clock::now();
    for (std::size_t i = connections_.size(); i-- > 0;) {
        if (i >= connections_.size()) continue;
        const std::shared_ptr<Connection> connection = connections_[i];
        connection->checkDeadline(now);
    }
}

void Worker::drainAll() {
    for (std::size_t i = connections_.size(); i-- > 0;) {
        if (i >= connections_.size()) continue;
        const std::shared_ptr<Connection> connection = connections_[i];
        connection->drain();
    }
}

void Worker::closeAll() {
    while (!connections_.empty()) {
        const std::shared_ptr<Connection> connection = connections_.back();
        connection->closeNow();
    }
}

}  // namespace tessera::http::detail
