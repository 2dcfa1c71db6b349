// SPDX-License-Identifier: Apache-2.0
#include "server/api/call.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::api {

Call::Call(const MethodInfo& info, runtime::TraceContext context)
    : method_(info),
      trace_(context),
      started_(std::chrono::steady_clock::now()),
      request_(info.request->New()) {}

bool Call::hasScope(std::string_view scope) const {
    return std::find(scopes_.begin(), scopes_.end(), scope) != scopes_.end();
}

void Call::useApproval(const app::GivenApproval& approval) {
    TESSERA_CHECK(mutation_.deed != nullptr);
    app::Deed deed = *mutation_.deed;
    deed.approval = approval;
    mutation_.deed = std::make_shared<const app::Deed>(deed);
}

// An answered call waits for nothing any more, however long its peer takes to read.
bool Call::claim() {
    if (answered_.exchange(true, std::memory_order_acq_rel)) return false;
    ticket_.reset();
    return true;
}

void Call::answer(std::unique_ptr<google::protobuf::Message> message) {
    TESSERA_CHECK(message != nullptr);
    if (claim()) send(*message);
}

void Call::answer(const Prepared& prepared) {
    if (claim()) send(prepared);
}

void Call::fail(const app::Problem& problem) {
    if (claim()) refuse(problem);
}

std::shared_ptr<StreamSink> Call::openStream() {
    TESSERA_CHECK(method_.streams);
    return claim() ? stream() : nullptr;
}

}  // namespace tessera::api
