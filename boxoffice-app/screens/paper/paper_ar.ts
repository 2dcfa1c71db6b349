<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PaperScreen</name>
    <message>
        <source>&amp;Choose a file</source>
        <translation>اختيار مل&amp;ف</translation>
    </message>
    <message>
        <source>Use it for &amp;this event</source>
        <translation>&amp;استخدامه لهذه الفعالية</translation>
    </message>
    <message>
        <source>&amp;Use it for all events</source>
        <translation>استخدامه ل&amp;كل الفعاليات</translation>
    </message>
    <message>
        <source>Take it a&amp;way again</source>
        <translation>إ&amp;زالته</translation>
    </message>
    <message>
        <source>Print &amp;one</source>
        <translation>طباعة وا&amp;حدة</translation>
    </message>
    <message>
        <source>&amp;Back to the printers</source>
        <translation>ال&amp;عودة إلى الطابعات</translation>
    </message>
    <message>
        <source>A template</source>
        <translation>قالب</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>قوالب (*.json)</translation>
    </message>
    <message>
        <source>File: it cannot be read: %1</source>
        <translation>الملف: تعذّرت قراءته: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>الملف: %1</translation>
    </message>
    <message>
        <source>This is how it will look. Nothing is used yet.</source>
        <translation>هكذا سيبدو. لم يُستخدم شيء بعد.</translation>
    </message>
    <message>
        <source>File: choose a template first.</source>
        <translation>الملف: يلزم اختيار قالب أولًا.</translation>
    </message>
    <message>
        <source>It is used from the next ticket on.</source>
        <translation>يُستخدم ابتداءً من التذكرة التالية.</translation>
    </message>
    <message>
        <source>It is taken away.</source>
        <translation>أُزيل.</translation>
    </message>
    <message>
        <source>The plain ticket is in use: there is nothing to take away.</source>
        <translation>التذكرة البسيطة مستخدمة: لا شيء للإزالة.</translation>
    </message>
    <message>
        <source>No ticket printer is set up.</source>
        <translation>لم تُعدّ طابعة تذاكر.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>One is on its way to the printer. It admits nobody.</source>
        <translation>واحدة في طريقها إلى الطابعة. لا تُدخل أحدًا.</translation>
    </message>
    <message>
        <source>It cannot be printed: %1</source>
        <translation>تعذّرت الطباعة: %1</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>لم تعد قائمة الطباعة تقبل المزيد.</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>اسم الفعالية</translation>
    </message>
    <message>
        <source>Name of the venue</source>
        <translation>اسم المكان</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>نوع التذكرة</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>لا تُدخل أحدًا</translation>
    </message>
    <message>
        <source>%1 has a template of its own.</source>
        <translation>لدى %1 قالب خاص.</translation>
    </message>
    <message>
        <source>The template for all events is in use.</source>
        <translation>قالب كل الفعاليات مستخدم.</translation>
    </message>
    <message>
        <source>The plain ticket is in use.</source>
        <translation>التذكرة البسيطة مستخدمة.</translation>
    </message>
    <message>
        <source>A template that is not in use yet</source>
        <translation>قالب لم يُستخدم بعد</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>تم تجاوزه: %1</translation>
    </message>
    <message>
        <source>%1: %2 by %3 inches, %4 dots an inch</source>
        <translation>%1: ‏%2 في %3 بوصة، %4 نقطة في البوصة</translation>
    </message>
    <message>
        <source>&amp;File of a template, Enter shows it</source>
        <translation>ملف &amp;قالب، Enter يعرضه</translation>
    </message>
    <message>
        <source>File of a template</source>
        <translation>ملف قالب</translation>
    </message>
    <message>
        <source>How a ticket looks</source>
        <translation>شكل التذكرة</translation>
    </message>
    <message>
        <source>Ticket pa&amp;per</source>
        <translation>ور&amp;ق التذاكر</translation>
    </message>
</context>
</TS>
