// SPDX-License-Identifier: Apache-2.0
// Only for its precompiled headers, which other tests share (CMake's REUSE_FROM wants a target).
