// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/staff/device_book.h"

#include <algorithm>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/staff/errand_rules.h"
#include "shared/qt/staff/staff_words.h"

namespace tessera::staff {
namespace {

using v1::ErrorReason;

constexpr int kTickMillis = 500;
constexpr std::int64_t kMicros = 1'000'000;

}  // namespace

std::vector<till::TextColumn> DeviceBook::columns() {
    return {{[] { return tr("Name"); }},
            {[] { return tr("State"); }},
            {[] { return tr("Enrolled on"); }},
            {[] { return tr("Certificate until"); }},
            {[] { return tr("Made on"); }}};
}

DeviceBook::DeviceBook(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), errand_(desk, errandRules(patience)), rows_(columns()) {
    connect(&errand_, &qt::Errand::changed, this, &DeviceBook::changed);
    connect(&errand_, &qt::Errand::said, this, &DeviceBook::said);
    connect(&desk, &qt::Desk::sessionChanged, this, &DeviceBook::forget);
    tick_.setInterval(kTickMillis);
    connect(&tick_, &QTimer::timeout, this, &DeviceBook::tick);
}

void DeviceBook::setLocale(const QLocale& locale) {
    locale_ = locale;
    rows_.retranslate();
    fill();
}

void DeviceBook::filter(const QString& text) {
    filter_ = text;
    fill();
}

void DeviceBook::refresh() {
    coming_.clear();
    listFrom({}, ++question_);
}

void DeviceBook::listFrom(const std::string& token, int question) {
    v1::ListDevicesRequest request;
    request.set_page_token(token);
    desk_.ask(client::kListDevices, request, this,
              [this, question](const client::Answer<v1::ListDevicesResponse>& answer) {
                  if (question != question_) return;
                  if (!answer.done()) {
                      Q_EMIT said(qt::outcomeText(answer), true);
                      return;
                  }
                  const auto& page = answer.value.devices();
                  coming_.insert(coming_.end(), page.begin(), page.end());
                  const std::string& next = answer.value.next_page_token();
                  if (!next.empty()) return listFrom(next, question);
                  listed();
              });
}

void DeviceBook::listed() {
    all_ = std::move(coming_);
    coming_.clear();
    std::ranges::sort(all_, {}, &v1::Device::name);
    if (const v1::Device* const now = find(chosen_.device())) chosen_ = *now;
    fill();
    if (const auto after = std::exchange(afterList_, nullptr)) after();
}

till::TextRow DeviceBook::rowOf(const v1::Device& each) const {
    return {
        .texts = {sale::textOf(each.name()), stateText(each.state()),
                  each.has_enrol_time() ? dayText(each.enrol_time(), locale_) : QString(),
                  each.has_expire_time() ? dayText(each.expire_time(), locale_) : QString(),
                  dayText(each.create_time(), locale_)},
        .strong = each.device() == (desk_.isSignedIn() ? desk_.session().device() : std::string()),
        .key = QString::fromStdString(each.device())};
}

void DeviceBook::fill() {
    const QStringList words = filter_.split(u' ', Qt::SkipEmptyParts);
    std::vector<till::TextRow> rows;
    for (const v1::Device& each : all_) {
        till::TextRow row = rowOf(each);
        const QString text = row.texts.join(u' ');
        const bool has = std::ranges::all_of(
            words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
        if (has) rows.push_back(std::move(row));
    }
    rows_.show(std::move(rows));
    Q_EMIT changed();
}

const v1::Device* DeviceBook::find(const std::string& id) const {
    const auto found = std::ranges::find(all_, id, &v1::Device::device);
    return found == all_.end() ? nullptr : &*found;
}

void DeviceBook::choose(const QString& id) {
    const v1::Device* const found = find(id.toStdString());
    chosen_ = found == nullptr ? v1::Device() : *found;
    ++opening_;
    Q_EMIT changed();
}

bool DeviceBook::isOwn() const {
    return desk_.isSignedIn() && chosen_.device() == desk_.session().device();
}

int DeviceBook::secondsLeft() const {
    if (code_.isEmpty() || !desk_.isConnectedTo()) return 0;
    const std::int64_t left = codeEnd_.micros - desk_.serverTime().micros;
    return static_cast<int>(std::max<std::int64_t>(0, (left + kMicros - 1) / kMicros));
}

void DeviceBook::clear() {
    ++question_;
    all_.clear();
    coming_.clear();
    afterList_ = nullptr;
    filter_.clear();
    chosen_.Clear();
    ++opening_;
    forget();
    fill();
}

void DeviceBook::forget() {
    if (code_.isEmpty()) return;
    code_.clear();
    codeName_.clear();
    tick_.stop();
    Q_EMIT codeChanged();
}

void DeviceBook::tick() {
    if (secondsLeft() > 0) return Q_EMIT codeChanged();
    forget();
    Q_EMIT said(tr("The code is over: make another one for the same device."), true);
}

void DeviceBook::createCode(const QString& name) {
    const QString trimmed = name.trimmed();
    const qsizetype bytes = trimmed.toUtf8().size();
    if (bytes < 1 || bytes > kNameBytesMost) {
        return Q_EMIT refusedName(tr("Name of the device: 1 to 200 bytes."));
    }
    before_.clear();
    for (const v1::Device& each : all_) before_.insert(each.device());
    v1::CreateDeviceCodeRequest request;
    request.set_name(trimmed.toStdString());
    ask(request, qt::Errand::Again::No);
}

void DeviceBook::createCodeAgain(const v1::Device& of) {
    v1::CreateDeviceCodeRequest request;
    request.set_device(of.device());
    request.set_version(of.version());
    ask(request, qt::Errand::Again::Yes);
}

void DeviceBook::ask(const v1::CreateDeviceCodeRequest& request, qt::Errand::Again again) {
    forget();
    errand_.start<v1::CreateDeviceCodeRequest, v1::DeviceCode>(
        client::kCreateDeviceCode, request,
        [this, request, opening = opening_](const client::Answer<v1::DeviceCode>& answer,
                                            bool earlier) {
            came(request, opening, answer, earlier);
        },
        again);
}

void DeviceBook::came(const v1::CreateDeviceCodeRequest& asked, int opening,
                      const client::Answer<v1::DeviceCode>& now, bool earlier) {
    if (now.done()) {
        take(now.value.device());
        if (asked.device().empty() && opening == opening_) {
            choose(QString::fromStdString(now.value.device().device()));
        }
        return show(now.value);
    }
    if (now.outcome == client::Outcome::Unknown) {
        Q_EMIT said(qt::unknownText(), true);
        return readAgain([this, name = asked.name(), opening] { lookForLost(name, opening); });
    }
    if (now.refusal.reason == ErrorReason::CHANGED_MEANWHILE) {
        return readAgain([this, id = asked.device(), earlier] {
            if (earlier) return sayLost(nameOf(id));
            sayChanged(nameOf(id));
        });
    }
    Q_EMIT said(qt::outcomeText(now), true);
    if (asked.device().empty()) Q_EMIT refusedName(qt::outcomeText(now));
}

void DeviceBook::show(const v1::DeviceCode& made) {
    const QString name = sale::textOf(made.device().name());
    if (!desk_.isSignedIn()) {
        Q_EMIT said(tr("The code for %1 was made, but lost: nobody was signed in. Make another "
                       "one.")
                        .arg(name),
                    true);
        return;
    }
    code_ = QString::fromStdString(made.code());
    codeName_ = name;
    const auto& end = made.expire_time();
    codeEnd_ = Instant{end.seconds() * kMicros + end.nanos() / 1'000};
    tick_.start();
    Q_EMIT codeChanged();
    Q_EMIT codeMade();
    Q_EMIT said(tr("The code for %1 is shown this once.").arg(name), false);
}

void DeviceBook::sayLost(const QString& name) {
    Q_EMIT said(tr("%1 is another by now, and a code that was made is lost with its answer: make "
                   "another one.")
                    .arg(name),
                true);
}

QString DeviceBook::nameOf(const std::string& id) const {
    const v1::Device* const found = find(id);
    return found == nullptr ? QString::fromStdString(id) : sale::textOf(found->name());
}

// One of that name that was not there before is what was asked for.
void DeviceBook::lookForLost(const std::string& name, int opening) {
    const auto lost = std::ranges::find_if(all_, [&](const v1::Device& each) {
        return each.name() == name && each.state() == v1::Device::WAITING &&
               !before_.contains(each.device());
    });
    if (lost == all_.end()) {
        Q_EMIT said(tr("No such device was made by now. Look at the list, then ask again."), true);
        return;
    }
    const v1::Device found = *lost;
    if (opening == opening_) choose(QString::fromStdString(found.device()));
    createCodeAgain(found);
}

void DeviceBook::revoke(const v1::Device& of, const QString& reason) {
    forget();
    v1::RevokeDeviceRequest request;
    request.set_device(of.device());
    request.set_version(of.version());
    request.set_reason(reason.trimmed().toStdString());
    errand_.start<v1::RevokeDeviceRequest, v1::Device>(
        client::kRevokeDevice, request,
        [this, id = of.device()](const client::Answer<v1::Device>& answer, bool earlier) {
            if (answer.done()) {
                take(answer.value);
                return sayRevoked(id);
            }
            const auto why = answer.refusal.reason;
            const bool over = why == ErrorReason::DEVICE_OVER && earlier;
            if (why != ErrorReason::CHANGED_MEANWHILE && !over) {
                return Q_EMIT said(qt::outcomeText(answer), true);
            }
            readAgain([this, id, earlier] {
                const v1::Device* const now = find(id);
                const bool revoked = now != nullptr && now->state() == v1::Device::REVOKED;
                if (earlier && revoked) return sayRevoked(id);
                sayChanged(nameOf(id));
            });
        });
}

void DeviceBook::sayRevoked(const std::string& id) {
    Q_EMIT said(tr("%1 is taken out of use.").arg(nameOf(id)), false);
}

void DeviceBook::take(const v1::Device& now) {
    const auto found = std::ranges::find(all_, now.device(), &v1::Device::device);
    if (found != all_.end()) {
        *found = now;
    } else {
        all_.push_back(now);
        std::ranges::sort(all_, {}, &v1::Device::name);
    }
    if (now.device() == chosen_.device()) chosen_ = now;
    fill();
}

void DeviceBook::sayChanged(const QString& name) {
    Q_EMIT said(tr("Somebody has changed %1 meanwhile: it was read again. Look at it, and do it "
                   "again.")
                    .arg(name),
                true);
}

void DeviceBook::readAgain(std::function<void()> after) {
    afterList_ = std::move(after);
    refresh();
}

}  // namespace tessera::staff
