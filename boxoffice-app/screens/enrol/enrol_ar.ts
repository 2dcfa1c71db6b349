<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::EnrolScreen</name>
    <message>
        <source>Enrol this device</source>
        <translation>تسجيل هذا الجهاز</translation>
    </message>
    <message>
        <source>An administrator makes a one-time code, good for ten minutes, and gives the house&apos;s authority certificate with it. The key that is made here never leaves this device.</source>
        <translation>ينشئ المسؤول رمزًا يُستعمل مرة واحدة وصالحًا لعشر دقائق، ويسلّم معه شهادة الجهة الموثوقة للمكان. المفتاح الذي يُنشأ هنا لا يغادر هذا الجهاز أبدًا.</translation>
    </message>
    <message>
        <source>Server address, as host:&amp;port</source>
        <translation>&amp;عنوان الخادم، بصيغة المضيف:المنفذ</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Authority &amp;certificate (authority.crt), pasted or from a file</source>
        <translation>شهادة &amp;الجهة الموثوقة (authority.crt)، ملصقة أو من ملف</translation>
    </message>
    <message>
        <source>Authority certificate</source>
        <translation>شهادة الجهة الموثوقة</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>من مل&amp;ف…</translation>
    </message>
    <message>
        <source>One-time c&amp;ode, 26 letters and digits</source>
        <translation>&amp;رمز المرة الواحدة، 26 حرفًا ورقمًا</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>رمز المرة الواحدة</translation>
    </message>
    <message>
        <source>E&amp;nrol</source>
        <translation>&amp;تسجيل</translation>
    </message>
    <message>
        <source>Authority certificate: the file cannot be read.</source>
        <translation>شهادة الجهة الموثوقة: لا يمكن قراءة الملف.</translation>
    </message>
    <message>
        <source>Server address: it is missing.</source>
        <translation>عنوان الخادم: ناقص.</translation>
    </message>
    <message>
        <source>Server address: it must be host:port, the port from 1 to 65535.</source>
        <translation>عنوان الخادم: يجب أن يكون المضيف:المنفذ، والمنفذ من 1 إلى 65535.</translation>
    </message>
    <message>
        <source>Authority certificate: it is missing.</source>
        <translation>شهادة الجهة الموثوقة: ناقصة.</translation>
    </message>
    <message>
        <source>Authority certificate: this is no certificate in PEM, at most 64 KiB.</source>
        <translation>شهادة الجهة الموثوقة: ليست شهادة بصيغة PEM لا تتجاوز 64 كيبيبايت.</translation>
    </message>
    <message>
        <source>One-time code: it is missing.</source>
        <translation>رمز المرة الواحدة: ناقص.</translation>
    </message>
    <message>
        <source>No key could be made on this device.</source>
        <translation>تعذّر إنشاء مفتاح على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Server address: nothing answers there, or not with a certificate of this authority. Where it still fails with both right, ask for another code.</source>
        <translation>عنوان الخادم: لا شيء يجيب هناك، أو ليس بشهادة من هذه الجهة. إن كان كلاهما صحيحًا وتكرّر الفشل فاطلب رمزًا آخر.</translation>
    </message>
    <message>
        <source>The certificate could not be kept in %1: is the disk full?</source>
        <translation>تعذّر حفظ الشهادة في %1: هل القرص ممتلئ؟</translation>
    </message>
    <message>
        <source>This device is “%1” now.</source>
        <translation>هذا الجهاز هو الآن «%1».</translation>
    </message>
</context>
</TS>
