// SPDX-License-Identifier: Apache-2.0
// Fills any message of the contract with random values, edge values among them. For tests.
#pragma once

#include <google/protobuf/message.h>

#include <random>

namespace tessera::api::test {

// Lists get up to three elements, messages nest at most `depth` deep.
void fillRandomly(google::protobuf::Message& message, std::mt19937& random, int depth);

}  // namespace tessera::api::test
