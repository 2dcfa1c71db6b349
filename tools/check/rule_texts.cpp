// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_texts.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "tools/check/process.h"

namespace tessera::check {
namespace {

using Texts = std::map<AppText, Translated>;

constexpr const char* kPlurals = "en";
constexpr const char* kLanguages[] = {kPlurals, "de", "fr", "es", "ar"};
constexpr const char* kFolders[] = {"boxoffice-app", "shared/qt"};

// Between `<name …>` and `</name>`, from `from` on; `from` moves behind it. Empty at the end.
std::string_view nextElement(std::string_view text, std::string_view name, std::size_t& from) {
    const std::string open = "<" + std::string(name);
    const std::string close = "</" + std::string(name) + ">";
    const std::size_t begin = text.find(open, from);
    const std::size_t end = begin == text.npos ? begin : text.find(close, begin);
    if (end == text.npos) return {};
    from = end + close.size();
    return text.substr(begin + open.size(), end - begin - open.size());
}

// The text of the first such element; empty where there is none.
std::string_view inner(std::string_view text, std::string_view name) {
    std::size_t from = 0;
    const std::string_view found = nextElement(text, name, from);
    return found.empty() ? found : found.substr(found.find('>') + 1);
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

bool isFinished(std::string_view message) {
    std::size_t from = 0;
    const std::string_view translation = nextElement(message, "translation", from);
    if (translation.empty() || has(translation.substr(0, translation.find('>')), "type=")) {
        return false;
    }
    std::size_t form = 0;
    std::string_view each = nextElement(translation, "numerusform", form);
    if (each.empty()) return translation.size() > translation.find('>') + 1;
    for (; !each.empty(); each = nextElement(translation, "numerusform", form)) {
        if (each.size() == each.find('>') + 1) return false;
    }
    return true;
}

// What the code says, without a translation.
Result<Texts> textsOfCode(const SourceTree& tree) {
    std::string folder = (std::filesystem::temp_directory_path() / "tessera-texts-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) return failure("no folder for lupdate: " + folder);
    const std::string file = folder + "/all.ts";
    std::string call = "cd " + shellQuoted(tree.root().string()) +
                       " && PATH=/usr/lib/qt6/bin:$PATH lupdate -silent -I . -locations none"
                       " -source-language en -target-language de";
    for (const char* each : kFolders) {
        if (std::filesystem::exists(tree.root() / each)) call += std::string(" ") + each;
    }
    const Result<ProcessResult> ran = runProcess(call + " -ts " + shellQuoted(file));
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    if (!ran) return tl::make_unexpected(ran.error());
    if (ran->exitCode != 0 || text.empty()) return failure("lupdate failed: " + ran->output);
    return textsIn(text);
}

bool isOf(const SourceFile& file, const std::string& language) {
    return file.name().ends_with("_" + language + ".ts") &&
           (file.isUnder(kFolders[0]) || file.isUnder(kFolders[1]));
}

std::string named(const AppText& text) {
    return text.context + ": “" + text.source + "”" +
           (text.comment.empty() ? "" : " (" + text.comment + ")");
}

Findings judge(const SourceTree& tree, const Texts& code, const std::string& language) {
    Findings out;
    std::map<AppText, std::string> known;
    std::map<std::string, std::string> fileOf;  // By context.
    const bool pluralsOnly = language == kPlurals;
    for (const SourceFile& file : tree.files()) {
        if (!isOf(file, language)) continue;
        for (const auto& [text, translated] : textsIn(file.text)) {
            const auto said = code.find(text);
            known[text] = file.path;
            fileOf[text.context] = file.path;
            if (said == code.end() || (pluralsOnly && !said->second.isPlural)) {
                out.push_back(
                    {"texts", file.path, translated.line, "no longer said: " + named(text)});
            } else if (!translated.isFinished) {
                out.push_back(
                    {"texts", file.path, translated.line, "not translated: " + named(text)});
            }
        }
    }
    for (const auto& [text, said] : code) {
        if (known.contains(text) || (pluralsOnly && !said.isPlural)) continue;
        const auto file = fileOf.find(text.context);
        out.push_back({"texts",
                       file == fileOf.end() ? "boxoffice-app/i18n/README.md" : file->second, 0,
                       "lacks in " + language + ": " + named(text)});
    }
    return out;
}

}  // namespace

Texts textsIn(std::string_view ts) {
    Texts out;
    std::size_t from = 0;
    for (;;) {
        const std::string_view context = nextElement(ts, "context", from);
        if (context.empty()) return out;
        const std::string name(inner(context, "name"));
        std::size_t at = 0;
        for (;;) {
            const std::string_view message = nextElement(context, "message", at);
            if (message.empty()) break;
            const std::string_view head = message.substr(0, message.find('>'));
            const auto offset = static_cast<std::size_t>(message.data() - ts.data());
            out[{name, std::string(inner(message, "source")),
                 std::string(inner(message, "comment"))}] = {.isPlural = has(head, "numerus"),
                                                             .isFinished = isFinished(message),
                                                             .line = lineAt(ts, offset)};
        }
    }
}

Result<Findings> checkTexts(const SourceTree& tree) {
    Findings out;
    if (!std::filesystem::exists(tree.root() / kFolders[0])) return out;
    const Result<Texts> code = textsOfCode(tree);
    if (!code) return tl::make_unexpected(code.error());
    for (const char* each : kLanguages) {
        const Findings found = judge(tree, *code, each);
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

}  // namespace tessera::check
