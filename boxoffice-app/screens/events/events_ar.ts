<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CopyPage</name>
    <message>
        <source>Again: %1</source>
        <translation>مرة أخرى: %1</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>عدد صحيح من 1</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>من 1 إلى %1</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>وقت مثل 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>No date yet.</source>
        <translation>لا يوجد موعد بعد.</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s): %1</source>
        <translation>
            <numerusform>لا مواعيد: %1</numerusform>
            <numerusform>موعد واحد: %1</numerusform>
            <numerusform>موعدان: %1</numerusform>
            <numerusform>%n مواعيد: %1</numerusform>
            <numerusform>%n موعدًا: %1</numerusform>
            <numerusform>%n موعد: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>المرة الأولى</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Every how many weeks</source>
        <translation>كل كم أسبوع</translation>
    </message>
    <message>
        <source>How many times, then Enter</source>
        <translation>كم مرة، ثم Enter</translation>
    </message>
    <message>
        <source>Dates by the venue&apos;s clocks, one a line</source>
        <translation>المواعيد بتوقيت المكان، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <source>Another name; empty: the same</source>
        <translation>اسم آخر؛ فارغ: الاسم نفسه</translation>
    </message>
    <message>
        <source>With its codes</source>
        <translation>مع رموزه</translation>
    </message>
    <message>
        <source>With seats that are set aside</source>
        <translation>مع المقاعد المخصصة</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EditPage</name>
    <message>
        <source>No event is open</source>
        <translation>لا توجد فعالية مفتوحة</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>فعالية جديدة</translation>
    </message>
    <message>
        <source>sale open</source>
        <translation>البيع مفتوح</translation>
    </message>
    <message>
        <source>sale closed</source>
        <translation>البيع مغلق</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>draft, nothing is sold</source>
        <translation>مسودة، لا يباع شيء</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>تجري القراءة</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>يجري الحفظ</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الفعالية</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>الأسعار</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>البيع</translation>
    </message>
    <message>
        <source>After sale</source>
        <translation>بعد البيع</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>المداخل</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>أجزاء الفعالية</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>5 min, 2 h or 1 d</source>
        <translation>5 min أو 2 h أو 1 d</translation>
    </message>
    <message>
        <source>across down, like 900 120</source>
        <translation>أفقيًا وعموديًا، مثل 900 120</translation>
    </message>
    <message>
        <source>Type in a cell; Ctrl+Delete removes a row.</source>
        <translation>اكتب في خلية؛ Ctrl+Delete يحذف صفًا.</translation>
    </message>
    <message>
        <source>A row for each band, a column for each ticket type; an empty one is not sold.</source>
        <translation>صف لكل فئة سعرية وعمود لكل نوع تذكرة؛ الخلية الفارغة لا تباع.</translation>
    </message>
    <message>
        <source>Sections and areas by their numbers on the plan; with neither it is for all the others.</source>
        <translation>الأقسام والمناطق بأرقامها على المخطط؛ وبدونها يكون للبقية كلها.</translation>
    </message>
    <message>
        <source>Prices in %1</source>
        <translation>الأسعار بعملة %1</translation>
    </message>
    <message>
        <source>Venue: %1</source>
        <translation>المكان: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>المخطط: %1</translation>
    </message>
    <message>
        <source>Choose a code first.</source>
        <translation>اختر رمزًا أولًا.</translation>
    </message>
    <message>
        <source>Withdraw %1? Nobody gets it from then on; reservations that have it keep it.</source>
        <translation>سحب %1؟ لن يحصل عليه أحد بعد ذلك؛ والحجوزات التي تحمله تحتفظ به.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>A code is made at once. How often and how long one is good can be typed over, and is changed at once.</source>
        <translation>يُنشأ الرمز فورًا. ويمكن الكتابة فوق عدد مرات صلاحيته ومدتها، فيتغيران فورًا.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EndPage</name>
    <message>
        <source>Sold tickets are being counted.</source>
        <translation>يجري عدّ التذاكر المباعة.</translation>
    </message>
    <message>
        <source>It takes place at another time</source>
        <translation>تقام في وقت آخر</translation>
    </message>
    <message>
        <source>It does not take place</source>
        <translation>لن تقام</translation>
    </message>
    <message>
        <source>Nothing is sold any more, all tickets are void, and all that was paid goes back. This cannot be taken back.</source>
        <translation>لن يباع شيء بعد الآن، وتبطل كل التذاكر، ويعاد كل ما دُفع. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Words for the buyers; may be empty</source>
        <translation>رسالة للمشترين؛ يجوز أن تكون فارغة</translation>
    </message>
    <message>
        <source>Begins now</source>
        <translation>يبدأ الآن في</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Buyers may answer until</source>
        <translation>يمكن للمشترين الرد حتى</translation>
    </message>
    <message>
        <source>Who does not answer gets the money back</source>
        <translation>من لا يرد يُعاد إليه ماله</translation>
    </message>
    <message>
        <source>Name of the event, to be sure</source>
        <translation>اسم الفعالية للتأكد</translation>
    </message>
    <message>
        <source>How far the refunds are</source>
        <translation>تقدّم عمليات الاسترداد</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EventsScreen</name>
    <message>
        <source>&amp;Find an event</source>
        <translation>&amp;البحث عن فعالية</translation>
    </message>
    <message>
        <source>Venues an&amp;d plans</source>
        <translation>الأماكن &amp;والمخططات</translation>
    </message>
    <message>
        <source>&amp;New event on the plan</source>
        <translation>فعالية ج&amp;ديدة على المخطط</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>&amp;Open the sale</source>
        <translation>فتح &amp;البيع</translation>
    </message>
    <message>
        <source>&amp;Close the sale</source>
        <translation>&amp;إغلاق البيع</translation>
    </message>
    <message>
        <source>&amp;Throw away what is typed</source>
        <translation>&amp;تجاهل ما كُتب</translation>
    </message>
    <message>
        <source>A&amp;gain at other times</source>
        <translation>&amp;في مواعيد أخرى</translation>
    </message>
    <message>
        <source>Cance&amp;l or move</source>
        <translation>إلغاء أو &amp;نقل</translation>
    </message>
    <message>
        <source>Ne&amp;w venue</source>
        <translation>م&amp;كان جديد</translation>
    </message>
    <message>
        <source>&amp;Price bands of the plan</source>
        <translation>فئات &amp;أسعار المخطط</translation>
    </message>
    <message>
        <source>&amp;Import a plan&apos;s file</source>
        <translation>&amp;استيراد ملف مخطط</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>إلى &amp;المخطط</translation>
    </message>
    <message>
        <source>&amp;Paint what is selected</source>
        <translation>تلوي&amp;ن المحدد</translation>
    </message>
    <message>
        <source>Select the &amp;whole section</source>
        <translation>تحديد القسم &amp;كله</translation>
    </message>
    <message>
        <source>An&amp;other band</source>
        <translation>فئة &amp;أخرى</translation>
    </message>
    <message>
        <source>&amp;Remove the band</source>
        <translation>&amp;حذف الفئة</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Write these dates</source>
        <translation>&amp;كتابة هذه المواعيد</translation>
    </message>
    <message>
        <source>&amp;Move the event</source>
        <translation>&amp;نقل الفعالية</translation>
    </message>
    <message>
        <source>&amp;Cancel the event for good</source>
        <translation>&amp;إلغاء الفعالية نهائيًا</translation>
    </message>
    <message>
        <source>Remove the row of a ta&amp;ble</source>
        <translation>حذف صف من &amp;جدول</translation>
    </message>
    <message>
        <source>This row stays: an event keeps its ticket types.</source>
        <translation>يبقى هذا الصف: تحتفظ الفعالية بأنواع تذاكرها.</translation>
    </message>
    <message>
        <source>Name and &amp;time of the event</source>
        <translation>اسم الفعالية و&amp;وقتها</translation>
    </message>
    <message>
        <source>Ticket types and &amp;prices</source>
        <translation>أنواع التذاكر و&amp;الأسعار</translation>
    </message>
    <message>
        <source>Fees and ta&amp;xes</source>
        <translation>الرسوم و&amp;الضرائب</translation>
    </message>
    <message>
        <source>&amp;When and how it sells</source>
        <translation>&amp;متى وكيف يباع</translation>
    </message>
    <message>
        <source>&amp;After the sale</source>
        <translation>&amp;بعد البيع</translation>
    </message>
    <message>
        <source>&amp;Entrances and allocations</source>
        <translation>&amp;المداخل والحصص</translation>
    </message>
    <message>
        <source>C&amp;odes</source>
        <translation>الر&amp;موز</translation>
    </message>
    <message>
        <source>Save &amp;the venue</source>
        <translation>&amp;حفظ المكان</translation>
    </message>
    <message>
        <source>&amp;Make these events</source>
        <translation>&amp;إنشاء هذه الفعاليات</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;استيراد</translation>
    </message>
    <message>
        <source>Save &amp;the bands</source>
        <translation>حفظ &amp;الفئات</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>حف&amp;ظ</translation>
    </message>
    <message>
        <source>Choose venue and plan first, then the same key again.</source>
        <translation>اختر المكان والمخطط أولًا، ثم المفتاح نفسه مرة أخرى.</translation>
    </message>
    <message>
        <source>Open an event first.</source>
        <translation>افتح فعالية أولًا.</translation>
    </message>
    <message>
        <source>There are more: type more of the name.</source>
        <translation>يوجد المزيد: اكتب المزيد من الاسم.</translation>
    </message>
    <message>
        <source>No event yet.</source>
        <translation>لا توجد فعاليات بعد.</translation>
    </message>
    <message>
        <source>Enter opens. Without a search only those to come are shown.</source>
        <translation>Enter يفتح. بدون بحث تظهر القادمة فقط.</translation>
    </message>
    <message>
        <source>What was asked before the app ended is done.</source>
        <translation>ما طُلب قبل إغلاق التطبيق قد تم.</translation>
    </message>
    <message>
        <source>What was asked before the app ended was refused: nothing was done.</source>
        <translation>رُفض ما طُلب قبل إغلاق التطبيق: لم يُنفذ شيء.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الفعاليات</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>البحث عن فعالية</translation>
    </message>
    <message>
        <source>name, venue or town</source>
        <translation>الاسم أو المكان أو المدينة</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;الفعاليات</translation>
    </message>
    <message>
        <source>&amp;Choose a plan&apos;s file</source>
        <translation>&amp;اختيار ملف مخطط</translation>
    </message>
    <message>
        <source>Ma&amp;ke the code</source>
        <translation>إنشاء الرم&amp;ز</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>المقاعد &amp;جدولًا</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>فعالية جديدة</translation>
    </message>
    <message>
        <source>&amp;Withdraw the code</source>
        <translation>&amp;سحب الرمز</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PaintPage</name>
    <message>
        <source>%1: not imported yet</source>
        <translation>%1: لم يُستورد بعد</translation>
    </message>
    <message>
        <source>So it will look. Import it, or go back.</source>
        <translation>هكذا سيبدو. استورده أو ارجع.</translation>
    </message>
    <message>
        <source>Select seats on the map, choose a band, paint. Saving makes a new version of the plan; events keep theirs.</source>
        <translation>حدد مقاعد على المخطط واختر فئة ولوّن. الحفظ ينشئ إصدارًا جديدًا من المخطط؛ وتحتفظ الفعاليات بإصدارها.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>area, band</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Select seats on the map first.</source>
        <translation>حدد مقاعد على المخطط أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) painted.</source>
        <translation>
            <numerusform>لم يُلوَّن أي مقعد.</numerusform>
            <numerusform>لُوّن مقعد واحد.</numerusform>
            <numerusform>لُوّن مقعدان.</numerusform>
            <numerusform>لُوّنت %n مقاعد.</numerusform>
            <numerusform>لُوّن %n مقعدًا.</numerusform>
            <numerusform>لُوّن %n مقعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to a seat on the map first, by the arrow keys.</source>
        <translation>اذهب أولًا إلى مقعد بمفاتيح الأسهم.</translation>
    </message>
    <message>
        <source>There are as many bands as a plan may have.</source>
        <translation>لا يمكن أن يكون للمخطط فئات أكثر.</translation>
    </message>
    <message>
        <source>This band has places, or it is the only one: paint them otherwise first.</source>
        <translation>لهذه الفئة مقاعد أو هي الوحيدة: لوّنها بغيرها أولًا.</translation>
    </message>
    <message>
        <source>Map of the plan</source>
        <translation>خريطة المخطط</translation>
    </message>
    <message>
        <source>Price bands</source>
        <translation>الفئات السعرية</translation>
    </message>
    <message>
        <source>Standin&amp;g areas: Enter paints</source>
        <translation>مناطق الوقوف: Enter &amp;يلوّن</translation>
    </message>
    <message>
        <source>Standing areas</source>
        <translation>مناطق الوقوف</translation>
    </message>
    <message>
        <source>Name of the new plan; empty: as it is</source>
        <translation>اسم المخطط الجديد؛ فارغ: كما هو</translation>
    </message>
    <message>
        <source>Beside the name is the colour of this map; the web has its own.</source>
        <translation>بجانب الاسم لون هذه الخريطة؛ وللويب لونه.</translation>
    </message>
    <message>
        <source>Space selects, Enter paints what is selected, Esc goes to the map.</source>
        <translation>المسافة تختار، وEnter يلوّن المختار، وEsc ينتقل إلى المخطط.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::VenuePage</name>
    <message>
        <source>Plans of %1</source>
        <translation>مخططات %1</translation>
    </message>
    <message>
        <source>Plans: save the venue first</source>
        <translation>المخططات: احفظ المكان أولًا</translation>
    </message>
    <message>
        <source>A seating plan</source>
        <translation>مخطط مقاعد</translation>
    </message>
    <message>
        <source>Seating plans (*.json)</source>
        <translation>مخططات المقاعد (*.json)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>تتعذر قراءة هذا الملف.</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Plans of the venue</source>
        <translation>مخططات المكان</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Country, two letters; may be empty</source>
        <translation>البلد، حرفان؛ يجوز تركه فارغًا</translation>
    </message>
    <message>
        <source>DE</source>
        <comment>an example</comment>
        <translation>DE</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Europe/Berlin</source>
        <comment>an example</comment>
        <translation>Europe/Berlin</translation>
    </message>
    <message>
        <source>Import a plan: its file, then Enter</source>
        <translation>استيراد مخطط: ملفه ثم Enter</translation>
    </message>
    <message>
        <source>the seating-plan editor&apos;s JSON</source>
        <translation>ملف JSON من محرر المخططات</translation>
    </message>
</context>
</TS>
