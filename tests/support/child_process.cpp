// SPDX-License-Identifier: Apache-2.0
#include "tests/support/child_process.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <fstream>
#include <iterator>
#include <mutex>
#include <thread>

#include "shared/base/check.h"

extern char** environ;

namespace tessera::test {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct ChildProcess::State {
    pid_t pid = -1;
    int pidFd = -1;
    int outputFd = -1;
    std::optional<ExitCode> exit;
    std::thread reader;
    mutable std::mutex mutex;
    std::condition_variable heard;
    std::string output;      // Guarded by mutex.
    bool outputEnd = false;  // Guarded by mutex.
};

namespace {

constexpr milliseconds kLastWordsMost{10'000};
// Everything that the child needs between fork and exec, made before: only async-signal-safe calls
// are allowed there.
struct Launch {
    std::vector<char*> argv;
    std::vector<char*> environment;
    std::string workDir;
    bool changeUser = false;
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups;
    int signalWithParent = SIGKILL;
    std::size_t descriptorsSoft = 0;
};

Status prepareUser(const std::string& user, Launch& launch) {
    if (user.empty()) return {};
    const passwd* entry = ::getpwnam(user.c_str());
    if (entry == nullptr) return failure("no such user: " + user);
    launch.changeUser = true;
    launch.uid = entry->pw_uid;
    launch.gid = entry->pw_gid;
    int count = 64;
    launch.groups.resize(64);
    if (::getgrouplist(user.c_str(), entry->pw_gid, launch.groups.data(), &count) < 0) {
        return failure("too many groups: " + user);
    }
    launch.groups.resize(static_cast<std::size_t>(count));
    return {};
}

Result<Launch> prepare(const ChildOptions& options) {
    Launch launch;
    TESSERA_CHECK(!options.argv.empty());
    for (const std::string& word : options.argv) {
        launch.argv.push_back(const_cast<char*>(word.c_str()));
    }
    launch.argv.push_back(nullptr);
    for (char** entry = environ; *entry != nullptr; ++entry) launch.environment.push_back(*entry);
    for (const std::string& word : options.environment) {
        launch.environment.insert(launch.environment.begin(), const_cast<char*>(word.c_str()));
    }
    launch.environment.push_back(nullptr);
    launch.workDir = options.workDir.string();
    launch.signalWithParent = options.signalWithParent;
    launch.descriptorsSoft = options.descriptorsSoft;
    if (Status user = prepareUser(options.user, launch); !user) {
        return tl::make_unexpected(user.error());
    }
    return launch;
}

[[noreturn]] void becomeChild(const Launch& launch, int inputFd, int outputFd, pid_t parent) {
    ::dup2(inputFd, STDIN_FILENO);
    ::dup2(outputFd, STDOUT_FILENO);
    ::dup2(outputFd, STDERR_FILENO);
    const char* failed = nullptr;
    if (launch.changeUser && (::setgroups(launch.groups.size(), launch.groups.data()) != 0 ||
                              ::setgid(launch.gid) != 0 || ::setuid(launch.uid) != 0)) {
        failed = "cannot change user\n";
    }
    ::prctl(PR_SET_PDEATHSIG, launch.signalWithParent);
    if (launch.descriptorsSoft != 0) {
        rlimit limit{};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = std::min<rlim_t>(launch.descriptorsSoft, limit.rlim_max);
        if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) failed = "cannot set the limit\n";
    }
    if (::getppid() != parent) failed = "parent is gone\n";
    if (!launch.workDir.empty() && ::chdir(launch.workDir.c_str()) != 0) {
        failed = "cannot enter the work folder\n";
    }
    if (failed == nullptr) {
        ::execvpe(launch.argv[0], launch.argv.data(), launch.environment.data());
        failed = "cannot execute the program\n";
    }
    [[maybe_unused]] const ssize_t said = ::write(STDERR_FILENO, failed, std::strlen(failed));
    ::_exit(127);
}

milliseconds left(Clock::time_point deadline) {
    const auto rest = std::chrono::ceil<milliseconds>(deadline - Clock::now());
    return std::max(rest, milliseconds(0));
}

bool isEmpty(int pipeFd) {
    int bytes = 0;
    return ::ioctl(pipeFd, FIONREAD, &bytes) == 0 && bytes == 0;
}

std::optional<std::string> lineWith(const std::string& text, const std::string& part) {
    const std::size_t at = text.find(part);
    if (at == std::string::npos) return std::nullopt;
    const std::size_t end = text.find('\n', at);
    if (end == std::string::npos) return std::nullopt;
    const std::size_t before = text.rfind('\n', at);
    const std::size_t start = before == std::string::npos ? 0 : before + 1;
    return text.substr(start, end - start);
}

}  // namespace

ChildProcess::ChildProcess(std::unique_ptr<State> state) : state_(std::move(state)) {
    state_->reader = std::thread([s = state_.get()] {
        char buffer[16384];
        for (;;) {
            pollfd ready{s->outputFd, POLLIN, 0};
            if (::poll(&ready, 1, -1) < 0) continue;
            // Read under the lock: what is in the pipe no more is in `output` already.
            const std::lock_guard lock(s->mutex);
            const ssize_t got = ::read(s->outputFd, buffer, sizeof buffer);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) {
                s->outputEnd = true;
                s->heard.notify_all();
                return;
            }
            s->output.append(buffer, static_cast<std::size_t>(got));
            if (s->output.size() > kOutputBytesMax) {
                s->output.erase(0, s->output.size() - kOutputBytesMax / 2);
            }
            s->heard.notify_all();
        }
    });
}

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const ChildOptions& options) {
    Result<Launch> launch = prepare(options);
    if (!launch) return tl::make_unexpected(launch.error());
    int input[2];
    int output[2];
    if (::pipe2(input, O_CLOEXEC) != 0) return failure("pipe failed");
    if (::pipe2(output, O_CLOEXEC) != 0) {
        ::close(input[0]);
        ::close(input[1]);
        return failure("pipe failed");
    }
    TESSERA_CHECK(options.input.size() <= 32768);  // Fits into the pipe: no write can block.
    const ssize_t written = ::write(input[1], options.input.data(), options.input.size());
    TESSERA_CHECK(written == static_cast<ssize_t>(options.input.size()));
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid == 0) becomeChild(*launch, input[0], output[1], parent);
    ::close(input[0]);
    ::close(input[1]);
    ::close(output[1]);
    if (pid < 0) {
        ::close(output[0]);
        return failure("fork failed");
    }
    auto state = std::make_unique<State>();
    state->pid = pid;
    state->pidFd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    TESSERA_CHECK(state->pidFd >= 0);
    state->outputFd = output[0];
    return std::unique_ptr<ChildProcess>(new ChildProcess(std::move(state)));
}

Result<std::string> ChildProcess::run(const ChildOptions& options, milliseconds deadline) {
    auto child = start(options);
    if (!child) return tl::make_unexpected(child.error());
    const std::optional<ExitCode> code = (*child)->waitForExit(deadline);
    if (!code) return failure(options.argv[0] + " did not end in time", Effect::Unknown);
    const std::string said = (*child)->output();
    if (*code != 0) return failure(options.argv[0] + " failed: " + said, Effect::Unknown);
    return said;
}

ChildProcess::~ChildProcess() {
    kill9();
    // A grandchild may hold the pipe open; the reader must not wait for it.
    {
        std::unique_lock lock(state_->mutex);
        state_->heard.wait_for(lock, milliseconds(200), [this] { return state_->outputEnd; });
        if (!state_->outputEnd) ::pthread_cancel(state_->reader.native_handle());
    }
    state_->reader.join();
    ::close(state_->outputFd);
    ::close(state_->pidFd);
}

int ChildProcess::pid() const {
    return state_->pid;
}

bool ChildProcess::running() {
    return !waitForExit(milliseconds(0)).has_value();
}

std::optional<std::string> ChildProcess::waitForLine(const std::string& part,
                                                     milliseconds deadline) {
    const auto until = Clock::now() + deadline;
    std::unique_lock lock(state_->mutex);
    for (;;) {
        if (auto line = lineWith(state_->output, part)) return line;
        if (state_->outputEnd) return std::nullopt;
        if (state_->heard.wait_until(lock, until) == std::cv_status::timeout) {
            return lineWith(state_->output, part);
        }
    }
}

std::optional<std::string> ChildProcess::waitForFile(const std::filesystem::path& file,
                                                     milliseconds deadline) {
    const auto until = Clock::now() + deadline;
    for (;;) {
        const bool last = Clock::now() >= until || !running();
        std::ifstream in(file, std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (!text.empty() && text.back() == '\n') return text;
        if (last) return std::nullopt;
        waitForExit(std::min(left(until), milliseconds(5)));
    }
}

void ChildProcess::signal(int number) {
    if (!state_->exit) ::kill(state_->pid, number);
}

std::optional<ExitCode> ChildProcess::waitForExit(milliseconds deadline) {
    const auto until = Clock::now() + deadline;
    while (!state_->exit) {
        int status = 0;
        const pid_t ended = ::waitpid(state_->pid, &status, WNOHANG);
        if (ended == state_->pid) {
            state_->exit = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
            // What it said last is heard, too; a grandchild that goes on is not waited for.
            std::unique_lock lock(state_->mutex);
            state_->heard.wait_for(lock, kLastWordsMost, [this] {
                return state_->outputEnd || isEmpty(state_->outputFd);
            });
            break;
        }
        if (Clock::now() >= until) return std::nullopt;
        pollfd ready{state_->pidFd, POLLIN, 0};
        ::poll(&ready, 1, static_cast<int>(left(until).count()));
    }
    return state_->exit;
}

ExitCode ChildProcess::terminate(milliseconds deadline) {
    signal(SIGTERM);
    if (const auto code = waitForExit(deadline)) return *code;
    kill9();
    return *state_->exit;
}

void ChildProcess::kill9() {
    signal(SIGKILL);
    const bool ended = waitForExit(milliseconds(10000)).has_value();
    TESSERA_CHECK(ended);
}

std::string ChildProcess::output() const {
    const std::lock_guard lock(state_->mutex);
    return state_->output;
}

}  // namespace tessera::test
