// SPDX-License-Identifier: Apache-2.0
#include "tools/history/judge.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "tools/history/compile.h"
#include "tools/history/focus.h"
#include "tools/history/story.h"

namespace tessera::history {
namespace {

constexpr std::size_t kContradictionsShown = 10;
constexpr int kGroupsTried = 4;

class Judge {
public:
    Judge(const History& history, const JudgeOptions& options)
        : history_(history), options_(options), compiled_(compile(history)) {}

    Judgement run() {
        out_.operations = history_.operations.size();
        out_.judged = compiled_.judged;
        for (const Entry& entry : compiled_.program.entries) out_.unknown += entry.optional ? 1 : 0;
        if (tellContradictions()) return finish(Verdict::NotLinearizable);
        if (!compiled_.undecidable.empty()) return tellUndecidable();
        const Found quick = Search(compiled_.program, options_.quick).seek();
        out_.configurations += quick.configurations;
        if (quick.verdict == Verdict::Linearizable) return finish(quick.verdict);
        if (refusedByParts(quick)) return finish(Verdict::NotLinearizable);
        return judgeWhole();
    }

private:
    Found search(const Program& program, SearchLimits limits) {
        Found found = Search(program, limits).run();
        out_.configurations += found.configurations;
        return found;
    }
    Judgement finish(Verdict verdict) {
        out_.verdict = verdict;
        return std::move(out_);
    }
    bool tellContradictions() {
        for (const Contradiction& one : compiled_.contradictions) {
            if (out_.findings.size() == kContradictionsShown) break;
            const auto& of = history_.operations[static_cast<std::size_t>(one.operation)];
            out_.findings.push_back(one.what + ":\n    " + describe(of) + "\n");
        }
        return !out_.findings.empty();
    }
    Judgement tellUndecidable() {
        const auto first = static_cast<std::size_t>(compiled_.undecidable.front());
        out_.findings.push_back("undecided: what it may have taken cannot be tried:\n    " +
                                describe(history_.operations[first]) + "\n");
        return finish(Verdict::Undecided);
    }
    bool refused(const SubjectIndex& index, const std::vector<Subject>& subjects) {
        const Program part = index.part(subjects);
        const Found found = search(part, options_.part);
        if (found.verdict != Verdict::NotLinearizable) return false;
        std::string of;
        for (const Subject& subject : subjects) {
            of += (of.empty() ? "" : ", ") + describe(subject, compiled_.program);
        }
        out_.findings.push_back(storyOf("no order fits " + of, history_, part, found));
        return true;
    }
    bool refusedByParts(const Found& quick) {
        const SubjectIndex index(compiled_.program);
        for (const Subject& subject : index.subjects()) {
            if (refused(index, {subject})) return true;
        }
        return refusedByGroups(index, quick);
    }
    // Around the call that could not be placed: its subjects, then those of the calls beside it.
    bool refusedByGroups(const SubjectIndex& index, const Found& quick) {
        if (quick.blocked == kNone) return false;
        const auto& entries = compiled_.program.entries;
        std::set<Subject> group;
        std::int64_t from = entries[static_cast<std::size_t>(quick.blocked)].begin;
        std::int64_t until = entries[static_cast<std::size_t>(quick.blocked)].end;
        for (const Subject& subject : index.subjectsOf(quick.blocked)) group.insert(subject);
        for (int tried = 0; tried < kGroupsTried; ++tried) {
            if (refused(index, {group.begin(), group.end()})) return true;
            const std::set<Subject> before = group;
            for (std::size_t i = 0; i < entries.size(); ++i) {
                if (entries[i].end < from || entries[i].begin > until) continue;
                const auto subjects = index.subjectsOf(static_cast<int>(i));
                const bool near =
                    std::any_of(subjects.begin(), subjects.end(),
                                [&](const Subject& subject) { return before.contains(subject); });
                if (near) group.insert(subjects.begin(), subjects.end());
            }
            if (group.size() == before.size()) return false;
        }
        return false;
    }
    Judgement judgeWhole() {
        const Found whole = search(compiled_.program, options_.whole);
        if (whole.verdict == Verdict::Linearizable) return finish(whole.verdict);
        const bool undecided = whole.verdict == Verdict::Undecided;
        out_.findings.push_back(storyOf(undecided ? "undecided: the bound of memory is reached"
                                                  : "no order fits the event as a whole",
                                        history_, compiled_.program, whole));
        return finish(whole.verdict);
    }

    const History& history_;
    JudgeOptions options_;
    Compiled compiled_;
    Judgement out_;
};

}  // namespace

Judgement judge(const History& history, const JudgeOptions& options) {
    const auto begin = std::chrono::steady_clock::now();
    Judgement judgement = Judge(history, options).run();
    judgement.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return judgement;
}

}  // namespace tessera::history
