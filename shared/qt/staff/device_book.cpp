// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/staff/device_book.h"

#include <algorithm>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
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
    : QObject(parent), desk_(desk), errand_(desk, patience), rows_(columns()) {
    connect(&errand_, &Errand::changed, this, &DeviceBook::changed);
    connect(&errand_, &Errand::said, this, &DeviceBook::said);
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
    ask(request, Errand::Again::No);
}

void DeviceBook::createCodeAgain() {
    v1::CreateDeviceCodeRequest request;
    request.set_device(chosen_.device());
    request.set_version(chosen_.version());
    ask(request, Errand::Again::Yes);
}

void DeviceBook::ask(const v1::CreateDeviceCodeRequest& request, Errand::Again again) {
    forget();
    errand_.start<v1::CreateDeviceCodeRequest, v1::DeviceCode>(
        client::kCreateDeviceCode, request,
        [this, request](const client::Answer<v1::DeviceCode>& answer, bool earlier) {
            came(request, answer, earlier);
        },
        again);
}

void DeviceBook::came(const v1::CreateDeviceCodeRequest& asked,
                      const client::Answer<v1::DeviceCode>& now, bool earlier) {
    if (now.done()) {
        take(now.value.device());
        code_ = QString::fromStdString(now.value.code());
        codeName_ = sale::textOf(now.value.device().name());
        const auto& end = now.value.expire_time();
        codeEnd_ = Instant{end.seconds() * kMicros + end.nanos() / 1'000};
        tick_.start();
        Q_EMIT codeChanged();
        Q_EMIT codeMade();
        Q_EMIT said(tr("The code for %1 is shown this once.").arg(codeName_), false);
        return;
    }
    if (now.outcome == client::Outcome::Unknown) {
        Q_EMIT said(qt::unknownText(), true);
        return readAgain([this, name = asked.name()] { lookForLost(name); });
    }
    if (now.refusal.reason == ErrorReason::CHANGED_MEANWHILE) {
        if (!earlier) return sayChanged();
        return readAgain([this] {
            Q_EMIT said(tr("The device is another by now, and a code that was made is lost with "
                           "its answer: make another one."),
                        true);
        });
    }
    Q_EMIT said(qt::outcomeText(now), true);
    if (asked.device().empty()) Q_EMIT refusedName(qt::outcomeText(now));
}

// One of that name that was not there before is what was asked for.
void DeviceBook::lookForLost(const std::string& name) {
    const auto lost = std::ranges::find_if(all_, [&](const v1::Device& each) {
        return each.name() == name && each.state() == v1::Device::WAITING &&
               !before_.contains(each.device());
    });
    if (lost == all_.end()) {
        Q_EMIT said(tr("No such device was made by now. Look at the list, then ask again."), true);
        return;
    }
    choose(QString::fromStdString(lost->device()));
    createCodeAgain();
}

void DeviceBook::revoke(const QString& reason) {
    forget();
    v1::RevokeDeviceRequest request;
    request.set_device(chosen_.device());
    request.set_version(chosen_.version());
    request.set_reason(reason.trimmed().toStdString());
    errand_.start<v1::RevokeDeviceRequest, v1::Device>(
        client::kRevokeDevice, request,
        [this, request](const client::Answer<v1::Device>& answer, bool earlier) {
            const auto done = [this](const v1::Device& device) {
                Q_EMIT said(tr("%1 is taken out of use.").arg(sale::textOf(device.name())), false);
            };
            if (answer.done()) {
                take(answer.value);
                return done(answer.value);
            }
            const auto why = answer.refusal.reason;
            if (earlier &&
                (why == ErrorReason::CHANGED_MEANWHILE || why == ErrorReason::DEVICE_OVER)) {
                return readAgain([this, request, done] {
                    const v1::Device* const now = find(request.device());
                    const bool over = now != nullptr && now->state() == v1::Device::REVOKED;
                    if (over) return done(*now);
                    Q_EMIT said(tr("Somebody has changed this device meanwhile: it was read "
                                   "again. Look at it, and do it again."),
                                true);
                });
            }
            if (why == ErrorReason::CHANGED_MEANWHILE) return sayChanged();
            Q_EMIT said(qt::outcomeText(answer), true);
        });
}

void DeviceBook::take(const v1::Device& now) {
    const auto found = std::ranges::find(all_, now.device(), &v1::Device::device);
    if (found != all_.end()) {
        *found = now;
    } else {
        all_.push_back(now);
        std::ranges::sort(all_, {}, &v1::Device::name);
    }
    chosen_ = now;
    fill();
}

void DeviceBook::sayChanged() {
    readAgain([this] {
        Q_EMIT said(tr("Somebody has changed this device meanwhile: it was read again. Look at "
                       "it, and do it again."),
                    true);
    });
}

void DeviceBook::readAgain(std::function<void()> after) {
    afterList_ = std::move(after);
    refresh();
}

}  // namespace tessera::staff
