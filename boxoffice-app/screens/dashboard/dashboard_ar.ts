<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::DashboardScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>&amp;فعالية أخرى</translation>
    </message>
    <message>
        <source>Plots or &amp;tables</source>
        <translation>رس&amp;وم أو جداول</translation>
    </message>
    <message>
        <source>Another s&amp;pan of time</source>
        <translation>مدة أ&amp;خرى</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>هناك المزيد: اكتب أكثر من الاسم أو المكان أو المدينة.</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;لوحة المتابعة</translation>
    </message>
    <message>
        <source>Tickets per minute</source>
        <translation>التذاكر في الدقيقة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>الوقت، %1</translation>
    </message>
    <message>
        <source>Choose an event.</source>
        <translation>اختر فعالية.</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>لم يُحصَ شيء بعد.</translation>
    </message>
    <message numerus="yes">
        <source>Old: counted at %1, %n second(s) ago. Nothing newer has come since.</source>
        <translation>
            <numerusform>قديم: أُحصي في %1 الآن. لم يأت أحدث منه.</numerusform>
            <numerusform>قديم: أُحصي في %1 قبل ثانية واحدة. لم يأت أحدث منه.</numerusform>
            <numerusform>قديم: أُحصي في %1 قبل ثانيتين. لم يأت أحدث منه.</numerusform>
            <numerusform>قديم: أُحصي في %1 قبل %n ثوانٍ. لم يأت أحدث منه.</numerusform>
            <numerusform>قديم: أُحصي في %1 قبل %n ثانية. لم يأت أحدث منه.</numerusform>
            <numerusform>قديم: أُحصي في %1 قبل %n ثانية. لم يأت أحدث منه.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted at %1, %n second(s) ago.</source>
        <translation>
            <numerusform>أُحصي في %1 الآن.</numerusform>
            <numerusform>أُحصي في %1 قبل ثانية واحدة.</numerusform>
            <numerusform>أُحصي في %1 قبل ثانيتين.</numerusform>
            <numerusform>أُحصي في %1 قبل %n ثوانٍ.</numerusform>
            <numerusform>أُحصي في %1 قبل %n ثانية.</numerusform>
            <numerusform>أُحصي في %1 قبل %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>مباع</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>متاح</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>الإيراد</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>اختر فعالية</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>الا&amp;سم أو المكان أو المدينة</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>الفعاليات التي وُجدت</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter chooses, Esc leaves.</source>
        <translation>الأسهم تتنقل في القائمة، وEnter يختار، وEsc يخرج.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>لا دقائق</numerusform>
            <numerusform>الدقيقة الأخيرة</numerusform>
            <numerusform>آخر دقيقتين</numerusform>
            <numerusform>آخر %n دقائق</numerusform>
            <numerusform>آخر %n دقيقة</numerusform>
            <numerusform>آخر %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>By price band</source>
        <translation>بحسب فئة السعر</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>بحسب القناة</translation>
    </message>
    <message>
        <source>Plot of tickets per minute: F11 shows it as a table</source>
        <translation>رسم التذاكر في الدقيقة: F11 يعرضه جدولًا</translation>
    </message>
    <message>
        <source>Bars by price band: F11 shows them as a table</source>
        <translation>أعمدة بحسب الفئة: F11 يعرضها جدولًا</translation>
    </message>
    <message>
        <source>Bars by channel: F11 shows them as a table</source>
        <translation>أعمدة بحسب القناة: F11 يعرضها جدولًا</translation>
    </message>
    <message>
        <source>Sold by price band</source>
        <translation>المبيع بحسب فئة السعر</translation>
    </message>
    <message>
        <source>Sold by channel</source>
        <translation>المبيع بحسب القناة</translation>
    </message>
    <message>
        <source>Tickets or &amp;revenue</source>
        <translation>تذاكر أو إي&amp;راد</translation>
    </message>
    <message>
        <source>Revenue per minute</source>
        <translation>الإيراد في الدقيقة</translation>
    </message>
    <message>
        <source>Plot of revenue per minute: F11 shows it as a table</source>
        <translation>رسم الإيراد في الدقيقة: F11 يعرضه جدولًا</translation>
    </message>
    <message>
        <source>Tickets and revenue per minute</source>
        <translation>التذاكر والإيراد في الدقيقة</translation>
    </message>
</context>
</TS>
