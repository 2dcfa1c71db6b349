<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
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
</context>
</TS>
