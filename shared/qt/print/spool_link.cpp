// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/spool_link.h"

#include <QProcess>
#include <QStandardPaths>
#include <algorithm>

namespace tessera::qt {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLookMillis = 50;  // How often it is asked whether somebody interrupted.
constexpr qsizetype kSaidBytesMax = 120;
constexpr const char* kSilent = "the system has not said that it took the document";

Error errorOf(std::string message) {
    return failure(std::move(message), Effect::Unknown).value();
}

std::string saidBy(QProcess& process) {
    const QByteArray said = process.readAllStandardError().simplified().left(kSaidBytesMax);
    return said.isEmpty() ? "exit " + std::to_string(process.exitCode()) : said.toStdString();
}

}  // namespace

Status SpoolLink::open(LinkTime) {
    if (interrupted_) return failure("this program is ending", Effect::None, "ECANCELED");
    program_ = QStandardPaths::findExecutable(QStringLiteral("lp"));
    if (program_.isEmpty()) return failure("the system has no way to print: lp is not installed");
    return {};
}

Written SpoolLink::write(std::string_view bytes, LinkTime deadline) {
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program_,
                  {QStringLiteral("-s"), QStringLiteral("-d"), printer_, QStringLiteral("-t"),
                   QStringLiteral("Tessera"), QStringLiteral("-o"), QStringLiteral("fit-to-page")});
    process.write(bytes.data(), static_cast<qint64>(bytes.size()));
    process.closeWriteChannel();
    const auto until = Clock::now() + deadline;
    while (!process.waitForFinished(kLookMillis)) {
        if (process.error() == QProcess::FailedToStart) {
            return {0, errorOf("the system has no way to print: lp does not start")};
        }
        if (!interrupted_ && Clock::now() < until) continue;
        process.kill();
        process.waitForFinished(kLookMillis);
        // It may have taken the document before it was ended.
        return {bytes.size(), errorOf(interrupted_ ? "this program is ending" : kSilent)};
    }
    // Ended by somebody: it may have handed the document on before.
    if (process.exitStatus() != QProcess::NormalExit) return {bytes.size(), errorOf(kSilent)};
    if (process.exitCode() == 0) return {bytes.size(), std::nullopt};
    return {0, errorOf("the system does not take the document: " + saidBy(process))};
}

Result<std::string> SpoolLink::read(LinkTime) {
    return failure("a printer of the system says nothing");
}

}  // namespace tessera::qt
