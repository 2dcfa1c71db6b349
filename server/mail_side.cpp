// SPDX-License-Identifier: Apache-2.0
#include "server/mail_side.h"

#include "server/notify/mail_folder.h"

namespace tessera {

Status MailSide::start(const Parts& parts) {
    const runtime::MailConfig& config = parts.config.mail;
    if (!config.enabled()) return {};
    if (!config.passwordFile.empty()) {
        auto password = runtime::readSecretFile(config.passwordFile);
        if (!password) return tl::make_unexpected(password.error());
        password_ = std::move(*password);
    }
    if (!config.folder.empty()) {
        const Status made = notify::MailFolder(config.folder).prepare();
        if (!made) return made;
    }
    // A connection for each lane, one for what is counted and forgotten.
    mails_.emplace(parts.config.database.conninfo, config.lanes + 1);
    letters_.emplace(parts.app, parts.encoder,
                     [app = &parts.app](EventId event, OrderId order, const auto& reply) {
                         app->storedTickets(event, order, reply);
                     });
    notify::PostOfficeOptions options;
    options.smtp = {config.url,    config.user,     password_.reveal(),
                    config.caFile, config.startTls, config.deadline};
    options.folder = config.folder;
    options.from = config.from;
    options.fromName = config.fromName;
    options.lanes = config.lanes;
    options.tryAgain = config.tryAgain;
    options.kept = Duration::ofMinutes(config.keptDays * 24 * 60);
    office_ = std::make_unique<notify::PostOffice>(
        notify::PostOffice::Parts{*mails_, *letters_, parts.node, parts.clock, parts.monotonic,
                                  parts.metrics, parts.log},
        std::move(options));
    office_->start();
    return {};
}

void MailSide::stop() {
    if (office_) office_->stop();
}

}  // namespace tessera
