// SPDX-License-Identifier: Apache-2.0
// Query parameters and Last-Event-ID. Lines: the method, Last-Event-ID, the query.
//
// What is read survives our JSON; a fault names a parameter and what was expected.
#include <memory>

#include "server/api/json_reader.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "shared/http/uri.h"
#include "tests/fuzz/contract.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {

void restQuery(Input input) {
    Reader reader(input);
    const auto& method = methodOf(reader.line());
    const auto lastEventId = reader.line();
    const std::unique_ptr<google::protobuf::Message> request(method.request->New());
    if (const auto pairs = http::parseQuery(reader.rest(), 200)) {
        for (const auto& pair : *pairs) {
            const auto fault = api::readQueryField(pair.key, pair.value, *request);
            if (!fault) continue;
            TESSERA_CHECK(!fault->message.empty() && fault->path.size() <= 64);
            TESSERA_CHECK(pair.key.starts_with(fault->path));
        }
    }
    if (method.resumeField != nullptr && isCleanUtf8(lastEventId)) {
        (void)api::setFromText(*request, method.resumeField, lastEventId, true);
    }
    expectSurvivesJson(*request);
}

}  // namespace tessera::fuzz
