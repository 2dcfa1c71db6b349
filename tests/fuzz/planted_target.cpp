// SPDX-License-Identifier: Apache-2.0
// The negative control: a reader of signed lengths with a fault that fuzzing must find.
#include <charconv>
#include <memory>

#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

constexpr std::string_view kMark = "len=";
constexpr std::size_t kBytes = 16;

// Reads "len=N;text" into a buffer of 16 bytes. Planted: a length of one more gets through.
std::size_t readLength(Input input) {
    if (!input.starts_with(kMark)) return 0;
    input.remove_prefix(kMark.size());
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(input.data(), input.data() + input.size(), length);
    if (error != std::errc() || end == input.data() + input.size() || *end != ';') return 0;
    return length <= kBytes + 1 ? length : 0;
}

}  // namespace

void planted(Input input) {
    const auto length = readLength(input);
    const auto buffer = std::make_unique<volatile char[]>(kBytes);
    for (std::size_t i = 0; i < length; ++i) buffer[i] = input[i % input.size()];
}

}  // namespace tessera::fuzz
