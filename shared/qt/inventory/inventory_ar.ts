<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Allocation</name>
    <message>
        <source>House</source>
        <translation>الدار</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>الفنان</translation>
    </message>
    <message>
        <source>Promoter</source>
        <translation>المنظِّم</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>الصحافة</translation>
    </message>
    <message>
        <source>Accessible</source>
        <translation>ذوو الإعاقة</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>آخر</translation>
    </message>
    <message>
        <source>Its release time has come: its seats are the public&apos;s. Move the time first.</source>
        <translation>حان وقت الإتاحة: مقاعدها صارت للجمهور. غيّر الوقت أولًا.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing is set aside any more.</source>
        <translation>أُلغيت الفعالية: لا يُخصص شيء بعد الآن.</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Web</source>
        <translation>الويب</translation>
    </message>
    <message>
        <source>Box office</source>
        <translation>شباك التذاكر</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>الكشك</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>آخر</translation>
    </message>
</context>
<context>
    <name>SalesBars</name>
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
        <source>%1 of %2 · %3</source>
        <comment>sold, places, share</comment>
        <translation>%1 من %2 (%3)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>sold, revenue</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <comment>time of a minute</comment>
        <translation>
            <numerusform>%1: لا تذاكر</numerusform>
            <numerusform>%1: تذكرة واحدة</numerusform>
            <numerusform>%1: تذكرتان</numerusform>
            <numerusform>%1: %n تذاكر</numerusform>
            <numerusform>%1: %n تذكرة</numerusform>
            <numerusform>%1: %n تذكرة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time of a minute, revenue</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationEditor</name>
    <message>
        <source>Name: it must not be empty.</source>
        <translation>الاسم: يجب ألا يكون فارغًا.</translation>
    </message>
    <message>
        <source>Name: %1 bytes at most; a letter with an accent has two.</source>
        <translation>الاسم: %1 بايت على الأكثر؛ للحرف العربي بايتان.</translation>
    </message>
    <message>
        <source>The list is still being saved: wait until that is answered.</source>
        <translation>ما زالت القائمة تُحفظ: انتظر الجواب.</translation>
    </message>
    <message>
        <source>The server has not answered. Nothing was saved yet: save again.</source>
        <translation>لم يُجب الخادم. لم يُحفظ شيء بعد: احفظ مرة أخرى.</translation>
    </message>
    <message>
        <source>An event names %1 allocations at most.</source>
        <translation>للفعالية %1 حصة مسماة على الأكثر.</translation>
    </message>
    <message>
        <source>Somebody has taken this name away meanwhile. Save again to put it back.</source>
        <translation>أزال أحدهم هذا الاسم في الأثناء. احفظ مرة أخرى لإعادته.</translation>
    </message>
    <message>
        <source>Somebody has named number %1 meanwhile: &quot;%2&quot;. Save again, it gets another one.</source>
        <translation>سمّى أحدهم الرقم %1 في الأثناء: «%2». احفظ مرة أخرى فيأخذ رقمًا آخر.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile: it is &quot;%1&quot; now. Save again to replace it.</source>
        <translation>غيّره أحدهم في الأثناء: صار «%1». احفظ مرة أخرى لاستبداله.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>The name is taken away; the seats stay.</source>
        <translation>أُزيل الاسم، وتبقى المقاعد.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether this is saved is not known: it is being asked again, and nothing is done twice.</source>
        <translation>لم يُجب الخادم. لا يُعرف هل حُفظ: يُسأل من جديد ولا يحدث شيء مرتين.</translation>
    </message>
    <message>
        <source>Nothing was saved: another event was chosen meanwhile.</source>
        <translation>لم يُحفظ شيء: اختيرت فعالية أخرى في الأثناء.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationMarks</name>
    <message>
        <source>The public</source>
        <translation>الجمهور</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>الرقم %1</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationModel</name>
    <message>
        <source>by hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>على المخطط</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>For</source>
        <translation>لأجل</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Public from</source>
        <translation>للجمهور من</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationSetter</name>
    <message>
        <source>Seats are still being set aside: wait until that is answered.</source>
        <translation>ما زالت مقاعد تُخصص: انتظر الجواب.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>لم يُختر أي مقعد.</translation>
    </message>
    <message>
        <source>Nothing was sent: this device cannot write into its folder.</source>
        <translation>لم يُرسل شيء: لا يستطيع هذا الجهاز الكتابة في مجلده.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether these seats are set aside is not known: it is being asked again, and nothing is done twice.</source>
        <translation>لم يُجب الخادم. لا يُعرف هل خُصصت هذه المقاعد: يُسأل من جديد ولا يحدث شيء مرتين.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are the public&apos;s now.</source>
        <translation>
            <numerusform>لم يُتح أي مقعد للجمهور.</numerusform>
            <numerusform>أُتيح مقعد واحد للجمهور.</numerusform>
            <numerusform>أُتيح مقعدان للجمهور.</numerusform>
            <numerusform>أُتيحت %n مقاعد للجمهور.</numerusform>
            <numerusform>أُتيح %n مقعدًا للجمهور.</numerusform>
            <numerusform>أُتيح %n مقعد للجمهور.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are set aside.</source>
        <translation>
            <numerusform>لم يُخصص أي مقعد.</numerusform>
            <numerusform>خُصص مقعد واحد.</numerusform>
            <numerusform>خُصص مقعدان.</numerusform>
            <numerusform>خُصصت %n مقاعد.</numerusform>
            <numerusform>خُصص %n مقعدًا.</numerusform>
            <numerusform>خُصص %n مقعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held or sold meanwhile, and left as they are: %1.</source>
        <translation>حُجزت أو بيعت في الأثناء وتُركت كما هي: %1.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>ولا غيرها.</numerusform>
            <numerusform>وواحد غيرها.</numerusform>
            <numerusform>واثنان غيرها.</numerusform>
            <numerusform>و%n غيرها.</numerusform>
            <numerusform>و%n غيرها.</numerusform>
            <numerusform>و%n غيرها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) were held or sold meanwhile, and are left as they are.</source>
        <translation>
            <numerusform>لم يُحجز أو يُبع أي مقعد في الأثناء.</numerusform>
            <numerusform>حُجز أو بيع مقعد واحد في الأثناء وبقي كما هو.</numerusform>
            <numerusform>حُجز أو بيع مقعدان في الأثناء وبقيا كما هما.</numerusform>
            <numerusform>حُجزت أو بيعت %n مقاعد في الأثناء وبقيت كما هي.</numerusform>
            <numerusform>حُجز أو بيع %n مقعدًا في الأثناء وبقيت كما هي.</numerusform>
            <numerusform>حُجز أو بيع %n مقعد في الأثناء وبقيت كما هي.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the last of these seats are set aside is not known: the map shows how they stand.</source>
        <translation>لا يعرف هل خصصت آخر هذه المقاعد: تبين الخريطة حالها.</translation>
    </message>
    <message numerus="yes">
        <source>Not approved: %n seat(s) were left as they are.</source>
        <translation>
            <numerusform>لم تتم الموافقة: لم يُترك أي مقعد (%n).</numerusform>
            <numerusform>لم تتم الموافقة: تُرك مقعد واحد (%n) كما هو.</numerusform>
            <numerusform>لم تتم الموافقة: تُرك مقعدان (%n) كما هما.</numerusform>
            <numerusform>لم تتم الموافقة: تُركت %n مقاعد كما هي.</numerusform>
            <numerusform>لم تتم الموافقة: تُرك %n مقعدًا كما هو.</numerusform>
            <numerusform>لم تتم الموافقة: تُرك %n مقعد كما هو.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::EventInView</name>
    <message>
        <source>Band %1</source>
        <translation>الفئة %1</translation>
    </message>
    <message>
        <source>Ticket type %1</source>
        <translation>نوع التذكرة %1</translation>
    </message>
    <message>
        <source>The event is being read.</source>
        <translation>تُقرأ الفعالية.</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>لم تُختر فعالية</translation>
    </message>
    <message>
        <source>not open yet</source>
        <translation>لم يُفتح بعد</translation>
    </message>
    <message>
        <source>sale closed</source>
        <translation>أُغلق البيع</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestFiles</name>
    <message>
        <source>A file is still on its way.</source>
        <translation>ما زال ملف في الطريق.</translation>
    </message>
    <message>
        <source>The server has not answered: nothing was saved.</source>
        <translation>لم يُجب الخادم: لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>The list is too long for one document: filter it.</source>
        <translation>القائمة أطول من وثيقة واحدة: صفِّها.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>تتعذر كتابة %1: %2.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestModel</name>
    <message>
        <source>The server has not answered: the list is not complete. Read it again.</source>
        <translation>لم يُجب الخادم: القائمة غير كاملة. اقرأها مرة أخرى.</translation>
    </message>
    <message>
        <source>handed out %1</source>
        <translation>سُلِّمت %1</translation>
    </message>
    <message>
        <source>paid, not handed out</source>
        <translation>مدفوعة ولم تُسلَّم</translation>
    </message>
    <message>
        <source>not paid: does not admit</source>
        <translation>غير مدفوعة: لا تُدخِل</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>نوع التذكرة</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>بيعت عبر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Will call</source>
        <translation>للاستلام</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>قائمة الحضور</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>لا تذاكر</numerusform>
            <numerusform>تذكرة واحدة</numerusform>
            <numerusform>تذكرتان</numerusform>
            <numerusform>%n تذاكر</numerusform>
            <numerusform>%n تذكرة</numerusform>
            <numerusform>%n تذكرة</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحة %1 من %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::MinutesModel</name>
    <message>
        <source>Minute</source>
        <translation>الدقيقة</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>الإيراد</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::SalesModel</name>
    <message>
        <source>Number %1</source>
        <translation>الرقم %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Price band</source>
        <translation>فئة السعر</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>مخصص لأجل</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>مباع</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>النسبة</translation>
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
</context>
</TS>
