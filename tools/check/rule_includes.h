// SPDX-License-Identifier: Apache-2.0
// "Who may include whom" of the house style, for includes and for links.
//
// Pure and deterministic.
#pragma once

#include "tools/check/finding.h"
#include "tools/check/source_tree.h"

namespace tessera::check {

// Rule `includes`: which folders a folder may include, the engine's and shared/base's standard
// headers, and that protobuf meets engine types only in server/api/convert_*: no other file of the
// product names both.
Findings checkIncludes(const SourceTree& tree);

// Rule `links`: every folder with sources is a target, targets link what their files include, and
// no target links, through any number of others, what its folder may not include.
Findings checkLinks(const SourceTree& tree);

}  // namespace tessera::check
