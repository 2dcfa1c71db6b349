<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationForm</name>
    <message>
        <source>Change allocation %1</source>
        <translation>تغيير الحصة %1</translation>
    </message>
    <message>
        <source>New allocation %1</source>
        <translation>حصة جديدة %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>Name of the allocation</source>
        <translation>اسم الحصة</translation>
    </message>
    <message>
        <source>Set asi&amp;de for</source>
        <translation>مخ&amp;صص لأجل</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>مخصص لأجل</translation>
    </message>
    <message>
        <source>Public by itself &amp;from</source>
        <translation>للجمهور تل&amp;قائيًا من</translation>
    </message>
    <message>
        <source>Release time</source>
        <translation>وقت الإتاحة</translation>
    </message>
    <message>
        <source>By the clocks of the venue: %1. Enter saves, Esc leaves.</source>
        <translation>بساعات المكان: %1. Enter يحفظ وEsc يخرج.</translation>
    </message>
    <message>
        <source>There is no such hour at the venue: its clock is put on in that night.</source>
        <translation>هذه الساعة غير موجودة في المكان: تُقدَّم الساعة في تلك الليلة.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::InventoryScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>&amp;فعالية أخرى</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>إلى ال&amp;مخطط</translation>
    </message>
    <message>
        <source>&amp;Sold by price band</source>
        <translation>المبيع بحسب ال&amp;فئة</translation>
    </message>
    <message>
        <source>Ma&amp;nifest: who comes</source>
        <translation>&amp;قائمة الحضور</translation>
    </message>
    <message>
        <source>&amp;Will call</source>
        <translation>للا&amp;ستلام</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>المخطط ك&amp;له</translation>
    </message>
    <message>
        <source>To the &amp;allocations</source>
        <translation>إلى ال&amp;حصص</translation>
    </message>
    <message>
        <source>Set the selected seats as&amp;ide</source>
        <translation>&amp;تخصيص المقاعد المختارة</translation>
    </message>
    <message>
        <source>Give to the &amp;public</source>
        <translation>إتاحة للجم&amp;هور</translation>
    </message>
    <message>
        <source>Selec&amp;t its seats</source>
        <translation>ا&amp;ختيار مقاعدها</translation>
    </message>
    <message>
        <source>Ne&amp;w allocation</source>
        <translation>حصة جد&amp;يدة</translation>
    </message>
    <message>
        <source>Na&amp;me and time</source>
        <translation>الاسم وال&amp;وقت</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>&amp;تراجع عن آخر اختيار</translation>
    </message>
    <message>
        <source>Stop a&amp;fter this piece</source>
        <translation>توقف بعد هذا ال&amp;جزء</translation>
    </message>
    <message>
        <source>&amp;Read anew</source>
        <translation>اقرأ من ج&amp;ديد</translation>
    </message>
    <message>
        <source>Save as &amp;CSV</source>
        <translation>حفظ بصيغة &amp;CSV</translation>
    </message>
    <message>
        <source>Save as P&amp;DF</source>
        <translation>حفظ بصيغة P&amp;DF</translation>
    </message>
    <message>
        <source>Print the &amp;list</source>
        <translation>ا&amp;طبع القائمة</translation>
    </message>
    <message>
        <source>Choose an allocation first: F7 goes to the list, Ctrl+N makes one.</source>
        <translation>اختر حصة أولًا: F7 إلى القائمة، وCtrl+N ينشئ واحدة.</translation>
    </message>
    <message>
        <source>Seats of %1 to the public</source>
        <translation>مقاعد %1 للجمهور</translation>
    </message>
    <message>
        <source>Seats of %1 set aside: %2</source>
        <translation>مقاعد %1 تُخصص: %2</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>حفظ القائمة</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are at the printer.</source>
        <translation>
            <numerusform>لا صفحات في الطابعة.</numerusform>
            <numerusform>صفحة واحدة في الطابعة.</numerusform>
            <numerusform>صفحتان في الطابعة.</numerusform>
            <numerusform>%n صفحات في الطابعة.</numerusform>
            <numerusform>%n صفحة في الطابعة.</numerusform>
            <numerusform>%n صفحة في الطابعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer has not taken the list: save it as PDF instead.</source>
        <translation>لم تقبل الطابعة القائمة: احفظها بصيغة PDF.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>هناك المزيد: اكتب أكثر من الاسم أو المكان أو المدينة.</translation>
    </message>
    <message>
        <source>&amp;Inventory</source>
        <translation>&amp;المخزون</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>لا يُنظر إلى أي مقعد.</translation>
    </message>
    <message>
        <source>The map is being read.</source>
        <translation>يُقرأ المخطط.</translation>
    </message>
    <message>
        <source>The map may be old: it follows again by itself.</source>
        <translation>قد يكون المخطط قديمًا: يتابع من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>The map does not follow any more. Choose the event again.</source>
        <translation>لم يعد المخطط يتابع. اختر الفعالية مرة أخرى.</translation>
    </message>
    <message>
        <source>No seat is selected: arrows and Space, or the pointer.</source>
        <translation>لم يُختر مقعد: الأسهم والمسافة أو المؤشر.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are selected.</source>
        <translation>
            <numerusform>لم يُختر مقعد.</numerusform>
            <numerusform>اختير مقعد واحد.</numerusform>
            <numerusform>اختير مقعدان.</numerusform>
            <numerusform>اختيرت %n مقاعد.</numerusform>
            <numerusform>اختير %n مقعدًا.</numerusform>
            <numerusform>اختير %n مقعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet: %1 of %2</source>
        <translation>لم يُعرف بعد: %1 من %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>لم يُحصَ شيء بعد.</translation>
    </message>
    <message>
        <source>Counted at %1: nothing newer has come since.</source>
        <translation>أُحصي في %1: لم يأت أحدث منه.</translation>
    </message>
    <message>
        <source>Counted at %1, and again every two seconds.</source>
        <translation>أُحصي في %1 ويُعاد كل ثانيتين.</translation>
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
    <message>
        <source>Seat map</source>
        <translation>مخطط المقاعد</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>الحصص</translation>
    </message>
    <message>
        <source>Seats that are done</source>
        <translation>المقاعد المنجزة</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>المقاعد &amp;جدولًا</translation>
    </message>
    <message>
        <source>Waits for an approval: Ctrl+. gives up</source>
        <translation>ينتظر موافقة: Ctrl+. يتخلى</translation>
    </message>
    <message>
        <source>Space selects, Enter sets aside what is selected, Esc goes back.</source>
        <translation>المسافة تختار، وEnter يخصص المختار، وEsc يرجع.</translation>
    </message>
    <message>
        <source>Select the whole sect&amp;ion</source>
        <translation>تحديد &amp;القسم كله</translation>
    </message>
    <message>
        <source>Sa&amp;ve the allocation</source>
        <translation>&amp;حفظ الحصة</translation>
    </message>
    <message>
        <source>Ta&amp;ke the name away</source>
        <translation>إ&amp;زالة الاسم</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;رجوع إلى القائمة</translation>
    </message>
    <message>
        <source>Go to a seat first, by the arrow keys.</source>
        <translation>اذهب أولًا إلى مقعد بمفاتيح الأسهم.</translation>
    </message>
    <message>
        <source>Not approved yet: Ctrl+Enter asks for it again, Ctrl+. gives it up.</source>
        <translation>لم تتم الموافقة بعد: Ctrl+Enter يطلبها من جديد، وCtrl+. يتخلى عنها.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ManifestPage</name>
    <message>
        <source>Will call: who has not collected yet</source>
        <translation>للاستلام: من لم يستلم بعد</translation>
    </message>
    <message>
        <source>Manifest: who comes</source>
        <translation>قائمة الحضور: من يأتي</translation>
    </message>
    <message>
        <source>Nothing is read yet.</source>
        <translation>لم يُقرأ شيء بعد.</translation>
    </message>
    <message numerus="yes">
        <source>Being read: %n ticket(s) so far.</source>
        <translation>
            <numerusform>تُقرأ: لا تذاكر حتى الآن.</numerusform>
            <numerusform>تُقرأ: تذكرة واحدة حتى الآن.</numerusform>
            <numerusform>تُقرأ: تذكرتان حتى الآن.</numerusform>
            <numerusform>تُقرأ: %n تذاكر حتى الآن.</numerusform>
            <numerusform>تُقرأ: %n تذكرة حتى الآن.</numerusform>
            <numerusform>تُقرأ: %n تذكرة حتى الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of %1</source>
        <translation>
            <numerusform>لا تذاكر من %1</numerusform>
            <numerusform>تذكرة واحدة من %1</numerusform>
            <numerusform>تذكرتان من %1</numerusform>
            <numerusform>%n تذاكر من %1</numerusform>
            <numerusform>%n تذكرة من %1</numerusform>
            <numerusform>%n تذكرة من %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is longer: the first %n ticket(s) are here. The file has all.</source>
        <translation>
            <numerusform>القائمة أطول: لا تذاكر هنا. في الملف كلها.</numerusform>
            <numerusform>القائمة أطول: هنا أول تذكرة. في الملف كلها.</numerusform>
            <numerusform>القائمة أطول: هنا أول تذكرتين. في الملف كلها.</numerusform>
            <numerusform>القائمة أطول: هنا أول %n تذاكر. في الملف كلها.</numerusform>
            <numerusform>القائمة أطول: هنا أول %n تذكرة. في الملف كلها.</numerusform>
            <numerusform>القائمة أطول: هنا أول %n تذكرة. في الملف كلها.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Filter by place, name, e-mail, note or order</source>
        <translation>تصفية &amp;بالمكان أو الاسم أو البريد أو الملاحظة أو الطلب</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellThroughPage</name>
    <message>
        <source>Sold by price band</source>
        <translation>المبيع بحسب فئة السعر</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>مخصص</translation>
    </message>
    <message>
        <source>Bars of what is sold by price band</source>
        <translation>أعمدة المبيع بحسب فئة السعر</translation>
    </message>
    <message>
        <source>Set aside and sold by allocation</source>
        <translation>المخصص والمبيع بحسب الحصة</translation>
    </message>
</context>
</TS>
