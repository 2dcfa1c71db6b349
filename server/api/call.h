// SPDX-License-Identifier: Apache-2.0
// One call, whichever edge it came by: what handlers read, and how they are answered.
//
// A Call belongs to its edge until it is answered; handlers keep it alive by its CallPtr. The
// request is not written after the handler has been called: any thread may read it then. Exactly
// one answer counts: the first.
#pragma once

#include <google/protobuf/message.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/method_table.h"
#include "server/app/app.h"
#include "server/app/staff/device_authority.h"
#include "server/app/staff/permissions.h"
#include "server/app/staff/tokens.h"
#include "server/runtime/trace.h"

namespace tessera::api {

using Bytes = std::shared_ptr<const std::string>;

// An answer that was encoded before: the same bytes for everybody.
struct Prepared {
    Bytes grpc;
    Bytes json;
    Bytes jsonGzip;    // May be null.
    std::string etag;  // Without quotes; empty: none.
};

// One message of a server stream: both forms are bytes that many streams may share.
struct StreamMessage {
    Bytes grpc;
    Bytes sse;  // A whole event with its blank line.
};

// Where a stream's messages go. Thread-safe.
class StreamSink {
public:
    virtual ~StreamSink() = default;
    // False: nothing was queued, for the peer is gone or its bounded queue is full; the stream ends
    // and the reader resumes.
    virtual bool send(const StreamMessage& message) = 0;
    // Ends the stream after what is queued, well if there is no problem.
    virtual void end() = 0;
    virtual void end(const app::Problem& problem) = 0;
    // `gone` runs once when the stream has ended, for whatever reason; at once if it has.
    virtual void onGone(std::function<void()> gone) = 0;
};

// What the edge read of the caller's credentials. Never logged.
struct Presented {
    std::string authorization;
    std::string callerKey;
    std::string holderToken;
    // At the staff port.
    std::string certificate;  // PEM, verified; empty: none was shown.
    std::string approval;     // A token of StaffService.Approve; empty: none was sent.
    std::string appVersion;   // "boxoffice/1.4.0"; empty: it was not said.
};

// Who calls at the staff port.
struct StaffCaller {
    staff::DeviceName device;               // Of Device and Session.
    std::optional<staff::Session> session;  // Of Session.
    staff::Role role = staff::Role::Cashier;
    std::string token;  // The session's, as it was presented. Never logged.
    // What the call brought of x-approval, and was given to this session; it may be over.
    std::optional<staff::Approval> approval;
    bool approvalBad = false;  // It brought something else.
};

class Dispatcher;

class Call {
public:
    Call(const MethodInfo& info, runtime::TraceContext context);
    virtual ~Call() = default;
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    const MethodInfo& method() const { return method_; }
    const runtime::TraceContext& trace() const { return trace_; }
    template <class Request>
    const Request& request() const {
        return static_cast<const Request&>(*request_);
    }
    const app::CallerCredentials& caller() const { return caller_; }
    const StaffCaller& staff() const { return staff_; }
    bool hasCallerKey() const { return hasCallerKey_; }
    bool hasScope(std::string_view scope) const;
    // The stamp of this mutation. REQUIRES: stamped, which every method with request_id is.
    const app::Mutation& mutation() const { return mutation_; }
    // For handlers, before anything else of theirs: the mutation needs this approval, too.
    void useApproval(const app::GivenApproval& approval);

    // For handlers. Each returns at once and does nothing after the first answer.
    void answer(std::unique_ptr<google::protobuf::Message> message);
    void answer(const Prepared& prepared);
    void fail(const app::Problem& problem);
    // Instead of an answer, for a method that streams; null if the call was answered already.
    std::shared_ptr<StreamSink> openStream();

    bool answered() const { return answered_.load(std::memory_order_acquire); }
    std::chrono::steady_clock::time_point started() const { return started_; }

protected:
    friend class Dispatcher;

    // Fills the request from what arrived. Called once, after the caller was let in.
    virtual std::optional<app::Problem> decode(google::protobuf::Message& request) = 0;
    virtual void send(const google::protobuf::Message& message) = 0;
    virtual void send(const Prepared& prepared) = 0;
    virtual void refuse(const app::Problem& problem) = 0;
    virtual std::shared_ptr<StreamSink> stream() = 0;

    Presented presented_;

private:
    bool claim();

    const MethodInfo& method_;
    const runtime::TraceContext trace_;
    const std::chrono::steady_clock::time_point started_;
    std::unique_ptr<google::protobuf::Message> request_;
    app::CallerCredentials caller_;
    app::Mutation mutation_;
    std::vector<std::string> scopes_;
    StaffCaller staff_;
    bool hasCallerKey_ = false;
    std::shared_ptr<void> ticket_;  // Its place among the calls in flight, until it is answered.
    std::atomic<bool> answered_{false};
};

using CallPtr = std::shared_ptr<Call>;

}  // namespace tessera::api
