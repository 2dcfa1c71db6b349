// SPDX-License-Identifier: Apache-2.0
#include "tools/check/tidy.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <span>

#include "tools/check/code_view.h"
#include "tools/check/compile_commands.h"
#include "tools/check/content_hash.h"
#include "tools/check/process.h"

namespace tessera::check {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// What a file includes, through headers of the house; where one is generated from a contract, all
// contracts, for they import one another.
std::set<std::string> reachOf(const SourceTree& tree, const SourceFile& file) {
    std::set<std::string> reach;
    bool generated = false;
    std::vector<const SourceFile*> next = {&file};
    while (!next.empty()) {
        const SourceFile* current = next.back();
        next.pop_back();
        if (!reach.insert(current->path).second) continue;
        for (const Include& include : includesOf(*current)) {
            generated = generated || include.path.ends_with(".pb.h");
            const SourceFile* header = tree.find(include.path);
            if (header != nullptr) next.push_back(header);
        }
    }
    if (!generated) return reach;
    for (const SourceFile& contract : tree.files()) {
        if (contract.kind == FileKind::Proto) reach.insert(contract.path);
    }
    return reach;
}

// clang takes neither GCC's precompiled headers nor some of its flags, and warnings are GCC's part.
std::string forClang(const std::string& command) {
    static const std::regex kPrecompiled(R"( -include \S*cmake_pch\S*| -Winvalid-pch| -Wno-tsan)");
    return std::regex_replace(command, kPrecompiled, "") + " -w";
}

struct Task {
    const SourceFile* file = nullptr;
    std::string key;
    std::string command;
};

// Tasks that can be judged in one go.
using Batch = std::vector<Task>;

// What a command says but for its own file and what it makes of it.
std::string flagsOf(const std::string& command) {
    static const std::regex kOwn(R"( -(o|c) \S+)");
    return std::regex_replace(command, kOwn, "");
}

// Neighbours of one folder that are compiled by the same flags, at most `most` together.
std::vector<Batch> inBatches(const std::vector<Task>& tasks, std::size_t most) {
    std::map<std::pair<std::string, std::string>, Batch> alike;
    for (const Task& task : tasks) {
        const std::string folder = fs::path(task.file->path).parent_path().generic_string();
        alike[{folder, flagsOf(task.command)}].push_back(task);
    }
    std::vector<Batch> batches;
    for (const auto& [unused, all] : alike) {
        for (std::size_t i = 0; i < all.size(); i += most) {
            const std::size_t end = std::min(all.size(), i + most);
            batches.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(i),
                                 all.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }
    return batches;
}

class TidyRun {
public:
    TidyRun(const SourceTree& tree, const TidyOptions& options) : tree_(tree), options_(options) {}

    Result<TidyReport> run() {
        Status ready = readCommands();
        if (!ready) return tl::make_unexpected(ready.error());
        collect();
        ready = writeDatabase();
        if (!ready) return tl::make_unexpected(ready.error());
        std::vector<Task> misses;
        for (const Task& task : tasks_) {
            if (!takeCached(task)) misses.push_back(task);
        }
        ofAll_ = misses.size();
        const std::vector<Batch> batches = inBatches(misses, options_.together);
        inParallel(batches.size(), options_.jobs, [&](std::size_t i) { judge(batches[i]); });
        if (!broken_.empty()) return failure(broken_);
        std::ranges::sort(report_.findings);
        const auto copies = std::unique(report_.findings.begin(), report_.findings.end());
        report_.findings.erase(copies, report_.findings.end());
        return std::move(report_);
    }

private:
    Status readCommands() {
        std::ifstream in(options_.build / "compile_commands.json");
        const std::string text(std::istreambuf_iterator<char>(in), {});
        const auto commands = readCompileCommands(text);
        if (!commands) return tl::make_unexpected(commands.error());
        for (const auto& [file, command] : *commands) {
            commandOf_[file.lexically_relative(tree_.root()).generic_string()] = forClang(command);
        }
        return {};
    }

    void collect() {
        const SourceFile* config = tree_.find(".clang-tidy");
        for (const SourceFile& file : tree_.files()) {
            const bool ofProduct = file.isUnder("server") || file.isUnder("shared") ||
                                   file.isUnder("boxoffice-app") || file.isUnder("tools");
            const auto command = commandOf_.find(file.path);
            if (file.kind != FileKind::Cpp || !ofProduct || command == commandOf_.end()) continue;
            ContentHash hash;
            hash.add(options_.packages);
            hash.add(command->second);
            hash.add(config == nullptr ? "" : config->text);
            for (const std::string& path : reachOf(tree_, file)) {
                hash.add(path);
                hash.add(tree_.find(path)->text);
            }
            tasks_.push_back({&file, hash.hex(), command->second});
        }
        report_.judged = tasks_.size();
    }

    Status writeDatabase() const {
        Json database = Json::array();
        for (const Task& task : tasks_) {
            database.push_back({{"directory", options_.build.string()},
                                {"command", task.command},
                                {"file", (tree_.root() / task.file->path).string()}});
        }
        return write(options_.cache, "compile_commands.json", database.dump(1));
    }

    static Status write(const fs::path& folder, const std::string& name, const std::string& text) {
        std::error_code error;
        fs::create_directories(folder, error);
        std::ofstream out(folder / name);
        out << text;
        out.close();
        if (error || !out) return failure("cannot write in " + folder.string());
        return {};
    }

    bool takeCached(const Task& task) {
        std::ifstream in(options_.cache / (task.key + ".txt"), std::ios::binary);
        if (!in.is_open()) return false;
        const std::string output(std::istreambuf_iterator<char>(in), {});
        ++report_.fromCache;
        add(output);
        return true;
    }

    // Most of a file's time goes into the headers of libraries, so neighbours share it. What does
    // not parse in one piece (two names that clash, a library's header that clang does not take) is
    // judged by halves, and in the end by itself.
    void judge(std::span<const Task> batch) {
        const Result<ProcessResult> result =
            batch.size() == 1 ? runAlone(batch[0]) : runTogether(batch);
        const bool clear = result && !isCutShort(*result);
        if (!clear && batch.size() > 1) {
            judge(batch.first(batch.size() / 2));
            judge(batch.subspan(batch.size() / 2));
            return;
        }
        const std::scoped_lock lock(mutex_);
        if (batch.size() > 1) report_.together += batch.size();
        for (const Task& task : batch) {
            std::cerr << "[tidy " << ++done_ << "/" << ofAll_ << "] " << task.file->path << "\n";
            if (!result || wasPassedOver(*result) ||
                (result->exitCode != 0 && diagnosticsIn(result->output).empty())) {
                broken_ = "clang-tidy failed on " + task.file->path + ": " +
                          (result ? result->output : result.error().message);
                return;
            }
            const std::string output = ofOne(task, batch, result->output);
            keep(task, output);
            add(output);
        }
    }

    Result<ProcessResult> runAlone(const Task& task) const {
        return runTidy(options_.cache, task.file->path);
    }

    // One file that includes all of them, as a build in one piece does.
    Result<ProcessResult> runTogether(std::span<const Task> batch) const {
        static const std::regex kSource(R"( -c \S+)");
        const fs::path folder = options_.cache / ("together-" + batch[0].key);
        const std::string file = (folder / "all.cpp").string();
        std::string includes;
        for (const Task& task : batch) {
            includes += "#include \"" + (tree_.root() / task.file->path).string() + "\"\n";
        }
        const Json database = {
            {{"directory", options_.build.string()},
             {"command", std::regex_replace(batch[0].command, kSource, " -c " + file)},
             {"file", file}}};
        Status ready = write(folder, "all.cpp", includes);
        if (ready) ready = write(folder, "compile_commands.json", database.dump(1));
        if (!ready) return tl::make_unexpected(ready.error());
        Result<ProcessResult> result = runTidy(folder, file);
        std::error_code ignoredItIsOnlyACache;
        fs::remove_all(folder, ignoredItIsOnlyACache);
        return result;
    }

    Result<ProcessResult> runTidy(const fs::path& database, const std::string& file) const {
        return runProcess("cd " + shellQuoted(tree_.root().string()) + " && " + options_.program +
                          " --quiet --config-file=.clang-tidy -p " +
                          shellQuoted(database.string()) + " " + shellQuoted(file));
    }

    // clang-tidy passes over a file without a command, and ends as if it had found nothing.
    static bool wasPassedOver(const ProcessResult& result) {
        return result.output.find("Compile command not found") != std::string::npos;
    }

    // Something did not parse: there may be findings behind it that were not looked for.
    bool isCutShort(const ProcessResult& result) const {
        const Findings found = diagnosticsIn(result.output);
        return wasPassedOver(result) || (result.exitCode != 0 && found.empty()) ||
               std::ranges::any_of(found, [](const Finding& finding) {
                   return finding.message.find("clang-diagnostic-error") != std::string::npos;
               });
    }

    // Of what was said of a batch: all but what is about its other files.
    std::string ofOne(const Task& task, std::span<const Task> batch,
                      const std::string& output) const {
        std::string own;
        for (const std::string_view line : linesOf(output)) {
            const bool isOfAnother = std::ranges::any_of(batch, [&](const Task& other) {
                return other.file != task.file &&
                       line.starts_with((tree_.root() / other.file->path).string() + ":");
            });
            if (!isOfAnother) own.append(line).append("\n");
        }
        return own;
    }

    // What does not parse may lack a generated header, which is not part of the key.
    void keep(const Task& task, const std::string& output) const {
        const Findings found = diagnosticsIn(output);
        if (std::ranges::any_of(found, [](const Finding& finding) {
                return !finding.path.starts_with("..") &&
                       finding.message.find("clang-diagnostic-error") != std::string::npos;
            })) {
            return;
        }
        // Renamed into place: an interrupted run leaves no half result.
        const fs::path kept = options_.cache / (task.key + ".txt");
        const fs::path written = options_.cache / (task.key + ".new");
        std::ofstream(written, std::ios::binary) << output;
        std::error_code ignoredItIsOnlyACache;
        fs::rename(written, kept, ignoredItIsOnlyACache);
    }

    Findings diagnosticsIn(const std::string& output) const {
        static const std::regex kDiagnostic(R"(^(/[^:]+):(\d+):\d+: (error|warning): (.*)$)");
        Findings findings;
        for (const std::string_view view : linesOf(output)) {
            const std::string line(view);
            std::smatch match;
            if (!std::regex_match(line, match, kDiagnostic)) continue;
            // clang-tidy writes some paths with "..".
            const fs::path path = fs::path(match[1].str()).lexically_normal();
            findings.push_back({"tidy", path.lexically_relative(tree_.root()).generic_string(),
                                std::stoi(match[2].str()), match[4].str()});
        }
        return findings;
    }

    void add(const std::string& output) {
        Findings found = diagnosticsIn(output);
        const auto isOutside = [](const Finding& finding) {
            return finding.path.starts_with("..");
        };
        if (std::ranges::any_of(found, isOutside)) ++report_.inPart;
        std::erase_if(found, isOutside);
        report_.findings.insert(report_.findings.end(), found.begin(), found.end());
    }

    const SourceTree& tree_;
    const TidyOptions& options_;
    std::map<std::string, std::string> commandOf_;
    std::vector<Task> tasks_;
    std::mutex mutex_;  // Guards what `judge` changes: report_, done_, broken_.
    TidyReport report_;
    std::size_t ofAll_ = 0;
    std::size_t done_ = 0;
    std::string broken_;
};

}  // namespace

Result<TidyReport> checkTidy(const SourceTree& tree, const TidyOptions& options) {
    // clang-tidy is started elsewhere, and compares names of files letter by letter.
    TidyOptions absolute = options;
    absolute.build = fs::absolute(options.build).lexically_normal();
    absolute.cache = fs::absolute(options.cache).lexically_normal();
    return TidyRun(tree, absolute).run();
}

}  // namespace tessera::check
