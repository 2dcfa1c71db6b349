<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::HeadBar</name>
    <message>
        <source>No event chosen</source>
        <translation>لم تُختر فعالية</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الفعالية</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>لم يسجّل أحد الدخول</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>من يعمل هنا</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● متصل</translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ غير متصل</translation>
    </message>
    <message>
        <source>The server&apos;s time</source>
        <translation>وقت الخادم</translation>
    </message>
    <message>
        <source>%1 (device: %2)</source>
        <comment>the server&apos;s time, this device&apos;s</comment>
        <translation>%1 (الجهاز: %2)</translation>
    </message>
    <message>
        <source>This device&apos;s clock is wrong by %1 min: have it set. Everything here goes by the server&apos;s time.</source>
        <translation>ساعة هذا الجهاز خاطئة بمقدار %1 د: يجب ضبطها. كل شيء هنا يسير بوقت الخادم.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::LegendDialog</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>&amp;Search for an action or a key; Enter does it</source>
        <translation>ا&amp;بحث عن إجراء أو مفتاح؛ وEnter ينفّذه</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>ابحث عن إجراء أو مفتاح</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>الإجراءات ومفاتيحها</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MainWindow</name>
    <message>
        <source>To the &amp;beginning of the screen</source>
        <translation>إلى &amp;بداية الشاشة</translation>
    </message>
    <message>
        <source>&amp;Lock, or hand over to somebody else</source>
        <translation>&amp;قفل، أو تسليم لشخص آخر</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>تسجيل ال&amp;خروج</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>الم&amp;فاتيح</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>الإ&amp;صدار</translation>
    </message>
    <message>
        <source>Tessera Box Office, version %1</source>
        <translation>شباك تذاكر Tessera، الإصدار %1</translation>
    </message>
    <message>
        <source>The session is over. Sign in again: nothing typed is lost.</source>
        <translation>انتهت الجلسة. سجّل الدخول مجددًا: لم يضع شيء مما كُتب.</translation>
    </message>
    <message>
        <source>%1 – Tessera Box Office</source>
        <translation>%1 – شباك تذاكر Tessera</translation>
    </message>
    <message>
        <source>No connection to the server. What is typed stays; work goes on by itself as soon as the server answers.</source>
        <translation>لا اتصال بالخادم. ما كُتب يبقى، ويُستأنف العمل تلقائيًا حالما يجيب الخادم.</translation>
    </message>
    <message>
        <source>&amp;Screens</source>
        <translation>ال&amp;شاشات</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>ا&amp;لإجراءات</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>ال&amp;جلسة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;مساعدة</translation>
    </message>
    <message>
        <source>This version of the box office, %1, is too old for the server: it asks for %2 or later. Install the newer version, then start again.</source>
        <translation>إصدار شباك التذاكر هذا، %1، قديم على الخادم: المطلوب %2 أو أحدث. ثبّت الإصدار الأحدث ثم أعد التشغيل.</translation>
    </message>
    <message>
        <source>Tessera Box Office</source>
        <translation>شباك تذاكر Tessera</translation>
    </message>
    <message>
        <source>&amp;Enrol this device anew</source>
        <translation>لم تُختر فعالية</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MapLegend</name>
    <message>
        <source>Free, in the band&apos;s colour</source>
        <translation>شاغر، بلون فئته</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>محدد</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>مباع</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>كرسي متحرك</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MessageLine</name>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintLine</name>
    <message>
        <source>Printing</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>printing has halted</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>printing warns</comment>
        <translation>▲ %1</translation>
    </message>
    <message numerus="yes">
        <source>Of %n document(s) it is not known whether they are on paper: look at the printer, then say so under Printing.</source>
        <translation>
            <numerusform>لا مستندات مجهولة الحال: انظر إلى الطابعة ثم أبلغ تحت «الطباعة».</numerusform>
            <numerusform>مستند واحد لا يُعرف هل هو على الورق: انظر إلى الطابعة ثم أبلغ تحت «الطباعة».</numerusform>
            <numerusform>مستندان لا يُعرف هل هما على الورق: انظر إلى الطابعة ثم أبلغ تحت «الطباعة».</numerusform>
            <numerusform>%n مستندات لا يُعرف هل هي على الورق: انظر إلى الطابعة ثم أبلغ تحت «الطباعة».</numerusform>
            <numerusform>%n مستندًا لا يُعرف هل هو على الورق: انظر إلى الطابعة ثم أبلغ تحت «الطباعة».</numerusform>
            <numerusform>%n مستند لا يُعرف هل هو على الورق: انظر إلى الطابعة ثم أبلغ تحت «الطباعة».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintPanel</name>
    <message>
        <source>The print queue cannot write: %1</source>
        <translation>قائمة الطباعة لا تستطيع الكتابة: %1</translation>
    </message>
    <message>
        <source>No printer is set up at this till.</source>
        <translation>لا توجد طابعة عند هذا الصندوق.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>printer, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed.</source>
        <translation>
            <numerusform>لا طلبات تنتظر الطباعة.</numerusform>
            <numerusform>طلب واحد ينتظر الطباعة.</numerusform>
            <numerusform>طلبان ينتظران الطباعة.</numerusform>
            <numerusform>%n طلبات تنتظر الطباعة.</numerusform>
            <numerusform>%n طلبًا ينتظر الطباعة.</numerusform>
            <numerusform>%n طلب ينتظر الطباعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at the paper: of %n document(s) it is not known whether they came out. Print again, or say that it is there.</source>
        <translation>
            <numerusform>انظر إلى الورق: لا مستندات غير معروفة.</numerusform>
            <numerusform>انظر إلى الورق: مستند واحد لا يُعرف هل خرج. أعد طبعه أو قل إنه موجود.</numerusform>
            <numerusform>انظر إلى الورق: مستندان لا يُعرف هل خرجا. أعد الطبع أو قل إنهما موجودان.</numerusform>
            <numerusform>انظر إلى الورق: %n مستندات لا يُعرف هل خرجت. أعد الطبع أو قل إنها موجودة.</numerusform>
            <numerusform>انظر إلى الورق: %n مستندًا لا يُعرف هل خرجت. أعد الطبع أو قل إنها موجودة.</numerusform>
            <numerusform>انظر إلى الورق: %n مستند لا يُعرف هل خرجت. أعد الطبع أو قل إنها موجودة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what is to be printed again.</source>
        <translation>اختر ما يُطبع من جديد.</translation>
    </message>
    <message>
        <source>That cannot be said of it as it stands.</source>
        <translation>لا يمكن ذلك في هذه الحالة.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Documents of the print queue</source>
        <translation>مستندات قائمة الطباعة</translation>
    </message>
    <message>
        <source>&amp;Reason to print again</source>
        <translation>سبب إعادة ال&amp;طباعة</translation>
    </message>
    <message>
        <source>Reason to print again</source>
        <translation>سبب إعادة الطباعة</translation>
    </message>
    <message>
        <source>%1 has stopped: its queue could not be written. Try the printer to begin anew.</source>
        <translation>توقفت %1: تعذرت الكتابة في قائمتها. جرّب الطابعة للبدء من جديد.</translation>
    </message>
    <message>
        <source>&amp;Try the printer now</source>
        <translation>&amp;تجربة الطابعة الآن</translation>
    </message>
    <message>
        <source>&amp;Leave it unprinted</source>
        <translation>اتر&amp;كه بلا طباعة</translation>
    </message>
    <message>
        <source>&amp;Print again</source>
        <translation>&amp;الطباعة مرة أخرى</translation>
    </message>
    <message>
        <source>&amp;It is on the paper</source>
        <translation>موجو&amp;د على الورق</translation>
    </message>
    <message>
        <source>Left unprinted: %1</source>
        <translation>تُرك بلا طباعة: %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SeatTablePage</name>
    <message>
        <source>Seats as a table</source>
        <translation>المقاعد في جدول</translation>
    </message>
    <message>
        <source>Sectio&amp;n</source>
        <translation>الق&amp;سم</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Seats of the section</source>
        <translation>مقاعد القسم</translation>
    </message>
</context>
</TS>
