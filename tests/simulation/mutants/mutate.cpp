// SPDX-License-Identifier: Apache-2.0
// mutate SPEC ROOT OUT: writes the file that the spec names, with the one place of it made wrong.
//
// A spec: lines `file: …`, `story: …`, then what stands there between `--- from` and `--- to`, and
// what is to stand there until the end. Fails if that is not there exactly once: a mutant must not
// outlive the code that it was made of.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace {

std::string contentsOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<std::string> lineOf(const std::string& spec, const std::string& name) {
    const std::size_t begin = spec.find(name + ": ");
    if (begin == std::string::npos) return std::nullopt;
    const std::size_t text = begin + name.size() + 2;
    return spec.substr(text, spec.find('\n', text) - text);
}

int fail(const std::string& spec, const std::string& why) {
    std::fprintf(stderr, "%s: %s\n", spec.c_str(), why.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return fail("mutate", "SPEC ROOT OUT");
    const std::string name = argv[1];
    const std::string spec = contentsOf(name);
    const std::string fromMark = "\n--- from\n";
    const std::string toMark = "--- to\n";
    const auto file = lineOf(spec, "file");
    const std::size_t from = spec.find(fromMark);
    const std::size_t to = spec.find(toMark);
    if (!file || from == std::string::npos || to == std::string::npos || to < from) {
        return fail(name, "has no file, --- from or --- to");
    }
    const std::string old = spec.substr(from + fromMark.size(), to - from - fromMark.size());
    std::string source = contentsOf(std::string(argv[2]) + "/" + *file);
    const std::size_t place = source.find(old);
    if (old.empty() || place == std::string::npos) return fail(name, "is not in " + *file);
    if (source.find(old, place + 1) != std::string::npos) {
        return fail(name, "is in " + *file + " more than once");
    }
    source.replace(place, old.size(), spec.substr(to + toMark.size()));
    std::ofstream out(argv[3], std::ios::binary);
    out << source;
    return out.good() ? 0 : fail(name, "cannot be written");
}
