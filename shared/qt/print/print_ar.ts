<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>PrintNote</name>
    <message>
        <source>the printer is out of paper</source>
        <translation>نفد ورق الطابعة</translation>
    </message>
    <message>
        <source>paper or cutter jam</source>
        <translation>انحشار في الورق أو القاطع</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>غطاء الطابعة مفتوح</translation>
    </message>
    <message>
        <source>the printer reports a fault</source>
        <translation>تبلغ الطابعة عن عطل</translation>
    </message>
    <message>
        <source>the printer is busy or off line</source>
        <translation>الطابعة مشغولة أو غير متصلة</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>الطابعة لا تستجيب</translation>
    </message>
    <message>
        <source>the printer refused what it was sent</source>
        <translation>رفضت الطابعة ما أُرسل إليها</translation>
    </message>
    <message>
        <source>the printer was switched off and on</source>
        <translation>أُطفئت الطابعة وأُعيد تشغيلها</translation>
    </message>
    <message>
        <source>the printer has not said that the ticket is printed</source>
        <translation>لم تؤكد الطابعة طباعة التذكرة</translation>
    </message>
    <message>
        <source>the printer has not said that the receipt is printed</source>
        <translation>لم تؤكد الطابعة طباعة الإيصال</translation>
    </message>
    <message>
        <source>the printer does not fall silent</source>
        <translation>لا تتوقف الطابعة عن الإرسال</translation>
    </message>
    <message>
        <source>the printer closed the connection</source>
        <translation>أغلقت الطابعة الاتصال</translation>
    </message>
    <message>
        <source>the printer has not taken everything</source>
        <translation>لم تستلم الطابعة كل شيء</translation>
    </message>
    <message>
        <source>the printer took too long</source>
        <translation>استغرقت الطابعة وقتًا طويلًا</translation>
    </message>
    <message>
        <source>sending took too long</source>
        <translation>استغرق الإرسال وقتًا طويلًا</translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation>استغرق الاتصال وقتًا طويلًا</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>no such printer</source>
        <translation>لا توجد طابعة كهذه</translation>
    </message>
    <message>
        <source>the printer has no address</source>
        <translation>ليس للطابعة عنوان</translation>
    </message>
    <message>
        <source>the device does not open</source>
        <translation>تعذّر فتح الجهاز</translation>
    </message>
    <message>
        <source>the device is gone</source>
        <translation>الجهاز لم يعد موجودًا</translation>
    </message>
    <message>
        <source>the system does not take the document</source>
        <translation>لا يقبل النظام المستند</translation>
    </message>
    <message>
        <source>the system has no way to print</source>
        <translation>لا يستطيع النظام الطباعة</translation>
    </message>
    <message>
        <source>the system has not said that it took the document</source>
        <translation>لم يؤكد النظام استلام المستند</translation>
    </message>
    <message>
        <source>this program is ending</source>
        <translation>هذا البرنامج قيد الإنهاء</translation>
    </message>
    <message>
        <source>the program ended while this was being sent</source>
        <translation>انتهى البرنامج أثناء الإرسال</translation>
    </message>
    <message>
        <source>the printer of this name speaks another language now</source>
        <translation>الطابعة بهذا الاسم تستخدم الآن لغة أخرى</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>ألغاه %1</translation>
    </message>
    <message>
        <source>seen on paper by %1</source>
        <translation>رآه على الورق %1</translation>
    </message>
    <message>
        <source>%1 of %2 tickets are certain</source>
        <translation>%1 من %2 تذاكر مؤكدة</translation>
    </message>
    <message>
        <source>%1 of %2 copies are printed</source>
        <translation>طُبعت %1 من %2 نسخ</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1؛ %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::qt::PrintQueueModel</name>
    <message>
        <source>No.</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <source>unknown: look at the paper</source>
        <translation>غير معروف: انظر إلى الورق</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>unknown, printed again</source>
        <translation>غير معروف، طُبع مجددًا</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1؛ %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>a person must decide</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>it waits for the printer</comment>
        <translation>▲ %1</translation>
    </message>
</context>
</TS>
