// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/drafts.h"

#include <QtCore/QDir>

namespace tessera::setup {
namespace {

constexpr int kDraftMillis = 400;

}  // namespace

Drafts::Drafts(const QString& folder, const QString& kind, QObject* parent)
    : QObject(parent), folder_(folder), kind_(kind) {
    later_.setSingleShot(true);
    later_.setInterval(kDraftMillis);
    connect(&later_, &QTimer::timeout, this, &Drafts::keep);
}

Drafts::~Drafts() {
    keep();
}

QString Drafts::text() {
    return tr("This is what was typed before; it is not sent yet.");
}

qt::Journal Drafts::journalOf(const std::string& event) const {
    return {folder_, kind_ + u'/' + QString::fromStdString(event), kDraftBytesMost};
}

Draft Drafts::read(const std::string& event) const {
    const qt::Journal journal = journalOf(event);
    const auto page = journal.read();
    Draft out;
    for (const QByteArray& name : page ? page->names() : QList<QByteArray>()) {
        if (page->takeText(name, out[name])) continue;
        journal.setAside();
        return {};
    }
    return out;
}

const Draft& Drafts::open(const std::string& event) {
    keep();
    event_ = event;
    typed_ = read(event);
    return typed_;
}

void Drafts::set(const QByteArray& field, const QString& text) {
    if (event_.empty() || typed_.value(field) == text) return;
    if (text.isEmpty()) {
        typed_.remove(field);
    } else {
        typed_[field] = text;
    }
    changed_ = true;
    later_.start();
}

void Drafts::keep() {
    later_.stop();
    if (!std::exchange(changed_, false)) return;
    const qt::Journal journal = journalOf(event_);
    if (typed_.isEmpty()) return journal.clear();
    qt::JournalPage page;
    for (auto each = typed_.cbegin(); each != typed_.cend(); ++each) {
        page.putText(each.key(), each.value());
    }
    if (!journal.write(page)) {
        Q_EMIT failed(tr("What is typed cannot be kept on this device's disk: finish it soon."));
    }
    dropOldest();
}

// Files that were set aside count, too.
void Drafts::dropOldest() const {
    if (folder_.isEmpty()) return;
    const QDir dir(folder_ + u'/' + kind_);
    const QStringList files = dir.entryList(QDir::Files, QDir::Time);
    for (const QString& each : files.mid(kDraftsMost)) QFile::remove(dir.filePath(each));
}

void Drafts::done(const std::string& event, const Draft& sent) {
    if (event == event_ ? typed_ == sent : read(event) == sent) forget(event);
}

void Drafts::forget(const std::string& event) {
    journalOf(event).clear();
    if (event == event_) {
        later_.stop();
        changed_ = false;
        typed_.clear();
    }
    Q_EMIT forgotten(event);
}

}  // namespace tessera::setup
