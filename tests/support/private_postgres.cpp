// SPDX-License-Identifier: Apache-2.0
#include "tests/support/private_postgres.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "shared/base/check.h"

namespace tessera::test {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kInitDeadline{120000};
constexpr milliseconds kStartDeadline{60000};
constexpr int kPortTries = 5;

// A port that was free a moment ago: another process may take it, so the caller tries again.
int freePort() {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    TESSERA_CHECK(fd >= 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    TESSERA_CHECK(::bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0);
    TESSERA_CHECK(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(fd);
    return ntohs(address.sin_port);
}

void giveToServerUser(const fs::path& path) {
    const std::string user = PrivatePostgres::user();
    if (user.empty()) return;
    const passwd* entry = ::getpwnam(user.c_str());
    TESSERA_CHECK(entry != nullptr);
    TESSERA_CHECK(::chown(path.c_str(), entry->pw_uid, entry->pw_gid) == 0);
}

class FileLock {
public:
    explicit FileLock(const fs::path& path)
        : fd_(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
        TESSERA_CHECK(fd_ >= 0);
        TESSERA_CHECK(::flock(fd_, LOCK_EX) == 0);
    }
    ~FileLock() { ::close(fd_); }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int fd_;
};

Status makeTemplate(const fs::path& target) {
    const TempDir work("pg-init");
    giveToServerUser(work.path());
    const fs::path data = work / "data";
    const ChildOptions init{
        .argv = {PrivatePostgres::program("initdb"), "-D", data.string(), "-U", "tessera", "-A",
                 "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"},
        .workDir = work.path(),
        .user = PrivatePostgres::user()};
    if (auto done = ChildProcess::run(init, kInitDeadline); !done) {
        return tl::make_unexpected(done.error());
    }
    const ChildOptions create{.argv = {PrivatePostgres::program("postgres"), "--single", "-F", "-D",
                                       data.string(), "postgres"},
                              .workDir = work.path(),
                              .user = PrivatePostgres::user(),
                              .input = "CREATE DATABASE tessera;\n"};
    if (auto done = ChildProcess::run(create, kInitDeadline); !done) {
        return tl::make_unexpected(done.error());
    }
    std::error_code failed;
    fs::rename(data, target, failed);
    if (failed) return failure("cannot keep the cluster template: " + failed.message());
    return {};
}

// The folder of an untouched cluster, made by the first who asks; the key has what shapes it.
Result<fs::path> templateDir() {
    auto version = ChildProcess::run({.argv = {PrivatePostgres::program("postgres"), "--version"}},
                                     milliseconds(10000));
    if (!version) return tl::make_unexpected(version.error());
    const std::size_t space = version->find(") ");
    const std::string number =
        version->substr(space + 2, version->find_first_of(" \n", space + 2) - space - 2);
    const std::string name = "tessera-pg-template-" + number + "-" + std::to_string(::getuid());
    const fs::path target = fs::temp_directory_path() / name;
    const FileLock lock(target.string() + ".lock");
    std::error_code ignored;
    if (fs::exists(target / "PG_VERSION", ignored)) return target;
    if (Status made = makeTemplate(target); !made) return tl::make_unexpected(made.error());
    return target;
}

}  // namespace

std::string PrivatePostgres::program(const std::string& name) {
    return "/usr/lib/postgresql/15/bin/" + name;
}

std::string PrivatePostgres::user() {
    return ::geteuid() == 0 ? "postgres" : "";
}

PrivatePostgres::PrivatePostgres(const PostgresOptions& options)
    : options_(options), dir_("pg"), data_(dir_ / "data") {}

PrivatePostgres::~PrivatePostgres() {
    if (server_) kill9();
}

Status PrivatePostgres::copyTemplate() {
    const Result<fs::path> source = templateDir();
    if (!source) return tl::make_unexpected(source.error());
    TESSERA_CHECK(::chmod(dir_.path().c_str(), 0755) == 0);
    giveToServerUser(dir_.path());
    auto copied = ChildProcess::run(
        {.argv = {"cp", "-a", source->string(), data_.string()}, .workDir = "/", .user = user()},
        kInitDeadline);
    if (!copied) return tl::make_unexpected(copied.error());
    return {};
}

Status PrivatePostgres::launch() {
    std::ofstream conf(data_ / "postgresql.auto.conf", std::ios::trunc);
    conf << "listen_addresses = '127.0.0.1'\nport = " << port_ << "\nunix_socket_directories = '"
         << dir_.path().string() << "'\nmax_connections = 100\nshared_buffers = 64MB\n"
         << "timezone = 'UTC'\nrandom_page_cost = 1.1\nwal_level = replica\n"
         << "tcp_keepalives_idle = 1\ntcp_keepalives_interval = 1\ntcp_keepalives_count = 3\n"
         << "fsync = " << (options_.fsync ? "on" : "off") << "\n";
    for (const std::string& line : options_.settings) conf << line << "\n";
    conf.close();
    auto started = ChildProcess::start({.argv = {program("postgres"), "-D", data_.string()},
                                        .workDir = dir_.path(),
                                        .user = user(),
                                        .signalWithParent = SIGQUIT});
    if (!started) return tl::make_unexpected(started.error());
    server_ = std::move(*started);
    if (!server_->waitForLine("database system is ready to accept connections", kStartDeadline)) {
        return failure("PostgreSQL did not start: " + server_->output());
    }
    return {};
}

Result<std::unique_ptr<PrivatePostgres>> PrivatePostgres::start(const PostgresOptions& options) {
    std::unique_ptr<PrivatePostgres> cluster(new PrivatePostgres(options));
    if (Status copied = cluster->copyTemplate(); !copied) {
        return tl::make_unexpected(copied.error());
    }
    Status launched;
    for (int i = 0; i < kPortTries; ++i) {
        cluster->port_ = freePort();
        launched = cluster->launch();
        if (launched) return cluster;
        if (launched.error().message.find("could not bind") == std::string::npos) break;
    }
    return tl::make_unexpected(launched.error());
}

std::unique_ptr<PrivatePostgres> PrivatePostgres::startOrDie(const PostgresOptions& options) {
    auto cluster = start(options);
    if (!cluster) {
        std::fprintf(stderr, "%s\n", cluster.error().message.c_str());
        std::abort();
    }
    return std::move(*cluster);
}

std::string PrivatePostgres::conninfo() const {
    return "host=" + dir_.path().string() + " port=" + std::to_string(port_) +
           " dbname=tessera user=tessera";
}

std::string PrivatePostgres::tcpConninfo() const {
    return "host=127.0.0.1 port=" + std::to_string(port_) + " dbname=tessera user=tessera";
}

void PrivatePostgres::kill9() {
    // SIGQUIT first where possible would be an orderly crash; this is the hard one. Backends end
    // by themselves as soon as they see that the postmaster is gone; they are children of ours by
    // name only, so each is killed by the pid that the kernel lists under the postmaster.
    std::vector<int> backends;
    const int postmaster = server_->pid();
    std::ifstream children("/proc/" + std::to_string(postmaster) + "/task/" +
                           std::to_string(postmaster) + "/children");
    for (int pid = 0; children >> pid;) backends.push_back(pid);
    server_->signal(SIGKILL);
    for (const int pid : backends) ::kill(pid, SIGKILL);
    server_->kill9();
}

Status PrivatePostgres::restart() {
    if (server_->running()) {
        server_->signal(SIGINT);
        if (!server_->waitForExit(kStartDeadline)) kill9();
    }
    // A killed postmaster leaves its pid file; a new one looks whether that process lives. Shared
    // memory lingers until the last backend has ended, so a first try may be refused.
    const auto until = std::chrono::steady_clock::now() + milliseconds(10000);
    for (;;) {
        Status launched = launch();
        if (launched || std::chrono::steady_clock::now() >= until) return launched;
        if (launched.error().message.find("still in use") == std::string::npos) return launched;
    }
}

Result<std::string> PrivatePostgres::psql(const std::string& sql) const {
    return ChildProcess::run({.argv = {program("psql"), "-X", "-q", "-A", "-t", "-v",
                                       "ON_ERROR_STOP=1", "-d", conninfo(), "-c", sql},
                              .workDir = "/"},
                             milliseconds(60000));
}

}  // namespace tessera::test
