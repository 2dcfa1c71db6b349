// SPDX-License-Identifier: Apache-2.0
// mutate SPEC ROOT OUT: writes the file that the spec names, with the one piece of it made wrong.
//
// A spec: lines `file: …`, `story: …`, then what stands there between `--- from` and `--- to`, and
// what is to stand there until the end, or until the next `--- from` where a piece is moved. Fails
// if that is not there exactly once: a mutant must not outlive the code that it was made of.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace {

const std::string kFrom = "\n--- from\n";
const std::string kTo = "--- to\n";

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

// Empty if the part's text was there once and is replaced.
std::string replaceIn(std::string& source, const std::string& part) {
    const std::size_t to = part.find(kTo);
    if (to == std::string::npos) return "has no --- to";
    const std::string old = part.substr(kFrom.size(), to - kFrom.size());
    const std::size_t place = source.find(old);
    if (old.empty() || place == std::string::npos) return "is not";
    if (source.find(old, place + 1) != std::string::npos) return "is more than once";
    source.replace(place, old.size(), part.substr(to + kTo.size()));
    return {};
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
    const auto file = lineOf(spec, "file");
    std::size_t from = spec.find(kFrom);
    if (!file || from == std::string::npos) return fail(name, "has no file or no --- from");
    std::string source = contentsOf(std::string(argv[2]) + "/" + *file);
    while (from != std::string::npos) {
        const std::size_t next = spec.find(kFrom, from + 1);
        const std::string why = replaceIn(source, spec.substr(from, next - from));
        if (!why.empty()) return fail(name, why + " in " + *file);
        from = next;
    }
    std::ofstream out(argv[3], std::ios::binary);
    out << source;
    return out.good() ? 0 : fail(name, "cannot be written");
}
