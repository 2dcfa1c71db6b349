// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/invoice_saver.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

#include "shared/qt/orders/order_words.h"

namespace tessera::orders {
namespace {

constexpr client::Millis kDocumentPatience{20'000};

}  // namespace

InvoiceSaver::InvoiceSaver(qt::Desk& desk, const QString& folder, QObject* parent)
    : QObject(parent),
      desk_(desk),
      folder_(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : folder) {}

void InvoiceSaver::save(const v1::Order& order, const std::string& refund) {
    v1::GetOrderInvoiceRequest request;
    request.set_event(order.event());
    request.set_order(order.order());
    request.set_refund(refund);
    desk_.ask(client::kGetOrderInvoice, request, this,
              [this, id = order.order()](const client::Answer<v1::Document>& answer) {
                  came(id, answer);
              },
              {.within = kDocumentPatience});
}

// Its name is the server's, of which the last part counts, and the order's.
void InvoiceSaver::came(const std::string& order, const client::Answer<v1::Document>& answer) {
    if (!answer.done()) {
        Q_EMIT said(outcomeText(answer), sale::Tone::Danger);
        return;
    }
    const QString name = QFileInfo(QString::fromStdString(answer.value.file_name())).fileName();
    const QString path = folder_ + u'/' + QString::fromStdString(order) + u'-' +
                         (name.isEmpty() ? QStringLiteral("invoice.pdf") : name);
    QSaveFile file(path);
    const QByteArray bytes = QByteArray::fromStdString(answer.value.content());
    const bool written = QDir().mkpath(folder_) && file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        Q_EMIT said(tr("The invoice cannot be written to %1.").arg(path), sale::Tone::Danger);
        return;
    }
    file_ = path;
    Q_EMIT said(tr("Saved: %1").arg(path), sale::Tone::Good);
    Q_EMIT saved(path);
}

}  // namespace tessera::orders
