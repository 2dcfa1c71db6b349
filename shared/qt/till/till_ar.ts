<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Report</name>
    <message>
        <source>Z report, shift %1</source>
        <translation>تقرير Z، الوردية %1</translation>
    </message>
    <message>
        <source>X report, shift %1</source>
        <translation>تقرير X، الوردية %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Till: %1</source>
        <translation>الصندوق: %1</translation>
    </message>
    <message>
        <source>Opened by %1, %2</source>
        <translation>فتحها %1، %2</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>أُغلقت %1</translation>
    </message>
    <message>
        <source>Not closed yet; as of %1</source>
        <translation>لم تُغلق بعد؛ حتى %1</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>الدرج</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>في البداية</translation>
    </message>
    <message>
        <source>What cash came in is told once the drawer is counted.</source>
        <translation>يُعرض النقد المقبوض بعد عدّ الدرج.</translation>
    </message>
    <message>
        <source>Cash of sales</source>
        <translation>نقد المبيعات</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>نقد مُعاد</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>إيداع</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Must be there</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>معدود</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>%1, payments: %2</source>
        <translation>%1، عدد الدفعات: %2</translation>
    </message>
    <message>
        <source>%1, given back: %2</source>
        <translation>%1، عدد المُعاد: %2</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <source>   sold: %1, taken back: %2</source>
        <translation>   مباعة: %1، مُعادة: %2</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>الإيداع والسحب خارج المبيعات</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>التفسير</translation>
    </message>
    <message>
        <source>Signed off by %1</source>
        <translation>اعتمدها %1</translation>
    </message>
    <message>
        <source>Handed over with what was counted</source>
        <translation>سُلّمت بما عُدّ</translation>
    </message>
    <message>
        <source>SHA-256 of this report</source>
        <translation>بصمة SHA-256 لهذا التقرير</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <comment>time, what was done, by whom, reason</comment>
        <translation>%1 %2، %3: %4</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>Paid in</source>
        <translation>إيداع</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Drawer opened</source>
        <translation>فُتح الدرج</translation>
    </message>
    <message>
        <source>Shift %1, %2</source>
        <translation>الوردية %1، %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>الوردية</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>الصندوق</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Being counted</source>
        <translation>قيد العدّ</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>معدود</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>وقت الفتح</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>وقت الإغلاق</translation>
    </message>
</context>
<context>
    <name>tessera::till::CountModel</name>
    <message>
        <source>%1 in one sum</source>
        <translation>%1 كمبلغ واحد</translation>
    </message>
    <message>
        <source>%1: an amount like 200.</source>
        <translation>%1: مبلغ مثل 200.</translation>
    </message>
    <message>
        <source>%1, how many: 0 to %2.</source>
        <translation>%1، كم: من 0 إلى %2.</translation>
    </message>
    <message>
        <source>Note or coin</source>
        <translation>ورقة أو قطعة</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>المجموع</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftOpener</name>
    <message>
        <source>The shift is being opened: the server has not answered yet.</source>
        <translation>النوبة قيد الفتح: لم يُجب الخادم بعد.</translation>
    </message>
    <message>
        <source>In the drawer: choose an event first, its currency is the shift&apos;s.</source>
        <translation>في الدرج: اختر فعالية أولًا، فعملتها عملة النوبة.</translation>
    </message>
    <message>
        <source>In the drawer: an amount like 200 in %1, or 0 where it is empty.</source>
        <translation>في الدرج: مبلغ مثل 200 بعملة %1، أو 0 إن كان فارغًا.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the shift is open is not known: it is being asked again, and one is opened only.</source>
        <translation>لم يُجب الخادم. لا يُعرف هل النوبة مفتوحة: يُعاد السؤال، ولا تُفتح إلا نوبة واحدة.</translation>
    </message>
    <message>
        <source>The last shift of this till is being counted: it must be closed before another is opened.</source>
        <translation>آخر نوبة لهذا الصندوق قيد العدّ: يجب إغلاقها قبل فتح أخرى.</translation>
    </message>
    <message>
        <source>Currencies: 1 to %1 of them.</source>
        <translation>العملات: من 1 إلى %1.</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftReports</name>
    <message>
        <source>The report cannot be shown: %1</source>
        <translation>لا يمكن عرض التقرير: %1</translation>
    </message>
    <message>
        <source>No receipt printer is set up: the report was not printed.</source>
        <translation>لا توجد طابعة إيصالات: لم يُطبع التقرير.</translation>
    </message>
    <message>
        <source>The report cannot be printed: %1</source>
        <translation>لا يمكن طباعة التقرير: %1</translation>
    </message>
    <message>
        <source>%1 is being printed.</source>
        <translation>تجري طباعة %1.</translation>
    </message>
    <message>
        <source>The print queue takes no more: the report was not printed.</source>
        <translation>قائمة الطباعة ممتلئة: لم يُطبع التقرير.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم %1</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>لا يمكن كتابة هذا الملف: %1</translation>
    </message>
    <message>
        <source>%1 is being printed, and kept as %2.</source>
        <translation>تجري طباعة %1، وهو محفوظ باسم %2.</translation>
    </message>
    <message>
        <source>%1 is being printed, but not kept: this file cannot be written: %2</source>
        <translation>تجري طباعة %1 لكنه غير محفوظ: لا يمكن كتابة هذا الملف: %2</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftWork</name>
    <message>
        <source>Amount: more than 0, like 12.50, in %1.</source>
        <translation>المبلغ: أكثر من 0، مثل 12.50، بعملة %1.</translation>
    </message>
    <message>
        <source>Something is under way: the server has not answered yet.</source>
        <translation>هناك إجراء جارٍ: لم يجب الخادم بعد.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>لا يستطيع هذا الصندوق الكتابة على قرصه: لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Whether it was done is not known: whose shift it is must sign in here.</source>
        <translation>لا يُعرف هل تمّ ذلك: على صاحب الوردية تسجيل الدخول هنا.</translation>
    </message>
    <message>
        <source>The count is kept. Sales whose cash is under way: %1. It is asked again by itself until they are settled.</source>
        <translation>العدّ محفوظ. مبيعات نقدها قيد الإنجاز: %1. يُعاد السؤال تلقائياً حتى تُسوّى.</translation>
    </message>
    <message>
        <source>The server found a fault in its books. Nothing was closed: call whoever looks after it.</source>
        <translation>وجد الخادم خطأ في دفاتره. لم يُغلق شيء: يُتصل بالمسؤول عنه.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is asked again, and done once.</source>
        <translation>لم يجب الخادم. لا يُعرف هل تمّ ذلك: يُعاد السؤال ويُنفّذ مرة واحدة.</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s.</source>
        <translation>وردية هذا الصندوق لزميل.</translation>
    </message>
    <message>
        <source>The shift is further by now: look how it stands.</source>
        <translation>تقدّمت الوردية في هذه الأثناء: يُنظر في حالتها.</translation>
    </message>
    <message>
        <source>That approval does not count here: it must be somebody who has neither opened nor counted this shift.</source>
        <translation>لا تصلح هذه الموافقة هنا: يجب أن تكون ممن لم يفتح هذه الوردية ولم يعدّها.</translation>
    </message>
    <message>
        <source>Hand over to: this is the login of nobody who works here.</source>
        <translation>التسليم إلى: لا أحد يعمل هنا بهذا الاسم.</translation>
    </message>
    <message>
        <source>Amount: it is too large.</source>
        <translation>المبلغ: كبير جداً.</translation>
    </message>
    <message>
        <source>Open the drawer without a sale: %1</source>
        <translation>فتح الدرج دون بيع: %1</translation>
    </message>
    <message>
        <source>Sign off shift %1 with a difference of %2: %3</source>
        <translation>اعتماد الوردية %1 بفرق %2: %3</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes; a letter with a mark takes two or more.</source>
        <translation>السبب: من 1 إلى %1 بايت؛ الحرف العربي يأخذ اثنين أو أكثر.</translation>
    </message>
    <message>
        <source>Explanation: what was counted differs, so it must say why.</source>
        <translation>التفسير: المعدود مختلف، فليُذكر السبب.</translation>
    </message>
    <message>
        <source>Explanation: %1 bytes at most; a letter with a mark takes two or more.</source>
        <translation>التفسير: %1 بايت على الأكثر؛ الحرف العربي يأخذ اثنين أو أكثر.</translation>
    </message>
</context>
</TS>
