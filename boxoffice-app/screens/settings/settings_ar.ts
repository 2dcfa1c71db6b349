<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SettingsScreen</name>
    <message>
        <source>How it looks</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;اللغة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>الأل&amp;وان</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Size of te&amp;xt, 100 to 200 %</source>
        <translation>&amp;حجم النص، من 100 إلى 200 ٪</translation>
    </message>
    <message>
        <source>Size of text in per cent</source>
        <translation>حجم النص بالنسبة المئوية</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Own PIN</source>
        <translation>رقمي السري</translation>
    </message>
    <message>
        <source>Own pass&amp;word</source>
        <translation>&amp;كلمة المرور الخاصة</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>كلمة المرور الخاصة</translation>
    </message>
    <message>
        <source>New &amp;PIN, 4 to 12 digits; empty: no PIN any more</source>
        <translation>رقم &amp;سري جديد، من 4 إلى 12 رقمًا؛ فارغ: بلا رقم سري</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>رقم سري جديد</translation>
    </message>
    <message>
        <source>Change the P&amp;IN</source>
        <translation>ت&amp;غيير الرقم السري</translation>
    </message>
    <message>
        <source>Own password: it is missing.</source>
        <translation>كلمة المرور الخاصة: ناقصة.</translation>
    </message>
    <message>
        <source>New PIN: it must be 4 to 12 digits, or empty.</source>
        <translation>الرقم السري الجديد: يجب أن يكون من 4 إلى 12 رقمًا أو فارغًا.</translation>
    </message>
    <message>
        <source>The PIN was changed.</source>
        <translation>تم تغيير الرقم السري.</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>الإ&amp;عدادات</translation>
    </message>
</context>
</TS>
