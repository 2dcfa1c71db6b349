<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>PlanFile</name>
    <message>
        <source>The plan cannot be imported. %1: %2</source>
        <comment>a path in a file, what is wrong</comment>
        <translation>يتعذر استيراد المخطط. %1: %2</translation>
    </message>
    <message>
        <source>missing, or not what it must be</source>
        <translation>مفقود أو ليس كما يجب</translation>
    </message>
    <message>
        <source>no category “%1”</source>
        <translation>لا توجد فئة «%1»</translation>
    </message>
    <message>
        <source>neither seats nor standing areas</source>
        <translation>لا مقاعد ولا مناطق وقوف</translation>
    </message>
    <message>
        <source>no JSON from byte %1 on</source>
        <translation>ليس JSON من البايت %1</translation>
    </message>
    <message>
        <source>larger than 64 MiB</source>
        <translation>أكبر من 64 ميبيبايت</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>1 to 100 bytes</source>
        <translation>من 1 إلى 100 بايت</translation>
    </message>
    <message>
        <source>at most %1 rows</source>
        <translation>%1 صفوف على الأكثر</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>واحد على الأقل</translation>
    </message>
    <message>
        <source>an amount from 0, like 12.50</source>
        <translation>مبلغ من 0، مثل 12.50</translation>
    </message>
    <message>
        <source>0 to 100, with up to 4 decimals</source>
        <translation>من 0 إلى 100، حتى 4 منازل عشرية</translation>
    </message>
    <message>
        <source>numbers from the plan, like 1 2 5</source>
        <translation>أرقام من المخطط، مثل 1 2 5</translation>
    </message>
    <message>
        <source>1 to 999, each once</source>
        <translation>من 1 إلى 999، كلٌّ مرة واحدة</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>وقت مثل 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>at least one of them</source>
        <translation>واحد منها على الأقل</translation>
    </message>
    <message>
        <source>after the sale opens</source>
        <translation>بعد فتح البيع</translation>
    </message>
    <message>
        <source>three capital letters, like EUR</source>
        <translation>ثلاثة أحرف كبيرة، مثل EUR</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1، الصف %2</translation>
    </message>
    <message>
        <source>%1, row %2, %3</source>
        <translation>%1، الصف %2، %3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>يبدأ</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Address of a picture</source>
        <translation>عنوان صورة</translation>
    </message>
    <message>
        <source>Printed on tickets</source>
        <translation>يُطبع على التذاكر</translation>
    </message>
    <message>
        <source>What people look at, on the plan</source>
        <translation>نقطة النظر على المخطط</translation>
    </message>
    <message>
        <source>When it sells</source>
        <translation>متى يباع</translation>
    </message>
    <message>
        <source>Presale opens</source>
        <translation>يفتح البيع المسبق</translation>
    </message>
    <message>
        <source>Sale opens</source>
        <translation>يفتح البيع</translation>
    </message>
    <message>
        <source>Sale closes</source>
        <translation>يُغلق البيع</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>Places an order</source>
        <translation>المقاعد لكل طلب</translation>
    </message>
    <message>
        <source>Places a buyer</source>
        <translation>المقاعد لكل مشترٍ</translation>
    </message>
    <message>
        <source>A hold lasts</source>
        <translation>مدة الحجز المؤقت</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>مهلة الدفع</translation>
    </message>
    <message>
        <source>An unpaid order is kept</source>
        <translation>يُحتفظ بالطلب غير المدفوع</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>يباع عبر</translation>
    </message>
    <message>
        <source>No single seats left free</source>
        <translation>عدم ترك مقاعد منفردة</translation>
    </message>
    <message>
        <source>Companion seats sell alone from</source>
        <translation>تباع مقاعد المرافقين وحدها من</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>بعد البيع</translation>
    </message>
    <message>
        <source>Returns until</source>
        <translation>الإرجاع حتى</translation>
    </message>
    <message>
        <source>Kept of each return, in %</source>
        <translation>يُحتجز من كل إرجاع، بالنسبة %</translation>
    </message>
    <message>
        <source>Exchanges until</source>
        <translation>التبديل حتى</translation>
    </message>
    <message>
        <source>Handing on until</source>
        <translation>النقل إلى الغير حتى</translation>
    </message>
    <message>
        <source>Amount or %</source>
        <translation>المبلغ أو %</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>In the price</source>
        <translation>ضمن السعر</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>تُفرض على</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Back on sale from</source>
        <translation>يعود للبيع من</translation>
    </message>
    <message>
        <source>Ticket types</source>
        <translation>أنواع التذاكر</translation>
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
        <source>Taxes</source>
        <translation>الضرائب</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>المداخل</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>الحصص</translation>
    </message>
    <message>
        <source>at most %1 bytes</source>
        <translation>%1 بايت على الأكثر</translation>
    </message>
    <message>
        <source>%1 to %2 bytes</source>
        <translation>من %1 إلى %2 بايت</translation>
    </message>
    <message>
        <source>a time by the venue&apos;s clocks, like 2026-12-04 19:30, that these clocks show</source>
        <translation>وقت تُظهره ساعات المكان، مثل 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>%1 to %2, as 30 s, 5 min, 2 h or 1 d</source>
        <translation>من %1 إلى %2، مثل 30 s أو 5 min أو 2 h أو 1 d</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>عدد صحيح من %1 إلى %2</translation>
    </message>
    <message>
        <source>two numbers, across and down, like 900 120</source>
        <translation>رقمان، أفقي وعمودي، مثل 900 120</translation>
    </message>
    <message>
        <source>Sold on the web</source>
        <translation>يباع على الويب</translation>
    </message>
    <message>
        <source>Sold at the box office</source>
        <translation>يباع في شباك التذاكر</translation>
    </message>
    <message>
        <source>Sold at kiosks</source>
        <translation>يباع في الأكشاك</translation>
    </message>
</context>
<context>
    <name>tessera::setup::CodeBook</name>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Off each ticket</source>
        <translation>خصم على كل تذكرة</translation>
    </message>
    <message>
        <source>Uses at most</source>
        <translation>أقصى عدد استخدامات</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>صالح من</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <source>Opens the presale</source>
        <translation>يفتح البيع المسبق</translation>
    </message>
    <message>
        <source>For bands</source>
        <translation>للفئات</translation>
    </message>
    <message>
        <source>Sells allocation</source>
        <translation>يبيع الحصة</translation>
    </message>
    <message>
        <source>3 to 32 of A-Z, 0-9 and -</source>
        <translation>من 3 إلى 32 من A-Z و0-9 و-</translation>
    </message>
    <message>
        <source>10 % or an amount like 5.00</source>
        <translation>10 % أو مبلغ مثل 5.00</translation>
    </message>
    <message>
        <source>a whole number; empty: any number</source>
        <translation>عدد صحيح؛ فارغ: بلا حد</translation>
    </message>
    <message>
        <source>numbers like 1 2; empty: all</source>
        <translation>أرقام مثل 1 2؛ فارغ: الكل</translation>
    </message>
    <message>
        <source>1 to 999; empty: none</source>
        <translation>من 1 إلى 999؛ فارغ: لا شيء</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>وقت مثل 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Save the event first: then it can have codes.</source>
        <translation>احفظ الفعالية أولًا: عندها يمكن أن تكون لها رموز.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The code %1 is made.</source>
        <translation>أُنشئ الرمز %1.</translation>
    </message>
    <message>
        <source>Code: the event has this one already.</source>
        <translation>الرمز: موجود للفعالية بالفعل.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <source>it must end after it begins</source>
        <translation>يجب أن ينتهي بعد أن يبدأ</translation>
    </message>
    <message>
        <source>The code %1 is changed.</source>
        <translation>تغيّر الرمز %1.</translation>
    </message>
    <message>
        <source>The code %1 is over already.</source>
        <translation>انتهت صلاحية الرمز %1 من قبل.</translation>
    </message>
    <message>
        <source>The code %1 is withdrawn.</source>
        <translation>سُحب الرمز %1.</translation>
    </message>
    <message>
        <source>not sent: type it again</source>
        <translation>لم يُرسل: اكتبه مرة أخرى</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Drafts</name>
    <message>
        <source>This is what was typed before; it is not sent yet.</source>
        <translation>هذا ما كُتب من قبل؛ لم يُرسل بعد.</translation>
    </message>
    <message>
        <source>What is typed cannot be kept on this device&apos;s disk: finish it soon.</source>
        <translation>لا يمكن حفظ ما كُتب على قرص هذا الجهاز: يُرجى إنهاؤه قريبًا.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Errands</name>
    <message>
        <source>This device cannot write to its disk: nothing was sent.</source>
        <translation>لا يستطيع هذا الجهاز الكتابة على قرصه: لم يُرسل شيء.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEditor</name>
    <message>
        <source>This is what was typed before and is not saved yet.</source>
        <translation>هذا ما كُتب من قبل ولم يُحفظ بعد.</translation>
    </message>
    <message>
        <source>This device cannot write to its disk: save soon.</source>
        <translation>لا يستطيع هذا الجهاز الكتابة على قرصه: احفظ قريبًا.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The event is made, as a draft: nothing is sold yet.</source>
        <translation>أُنشئت الفعالية كمسودة: لا يباع شيء بعد.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Saved. It is in force for what is reserved from now on.</source>
        <translation>حُفظ. يسري على ما يُحجز من الآن.</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 الآن: %2</translation>
    </message>
    <message>
        <source>Changed by others meanwhile, and taken over: %1.</source>
        <translation>غيّره آخرون في هذه الأثناء وأُخذ به: %1.</translation>
    </message>
    <message>
        <source>Others have changed the same meanwhile. Look at it: save again to put yours in its place, or throw yours away.</source>
        <translation>غيّر آخرون الشيء نفسه. انظر إليه: احفظ مجددًا ليحل ما لديك محله، أو تجاهل ما لديك.</translation>
    </message>
    <message>
        <source>Prices: at least one is needed before the sale can open.</source>
        <translation>الأسعار: يلزم سعر واحد على الأقل قبل فتح البيع.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>أُلغيت الفعالية: لا يتغير فيها شيء بعد الآن.</translation>
    </message>
    <message>
        <source>Save first, or throw away what is typed.</source>
        <translation>احفظ أولًا أو تجاهل ما كُتب.</translation>
    </message>
    <message>
        <source>The sale is open, within its times.</source>
        <translation>البيع مفتوح ضمن أوقاته.</translation>
    </message>
    <message>
        <source>The sale is closed. What is being paid is finished.</source>
        <translation>البيع مغلق. ما يجري دفعه يكتمل.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEnd</name>
    <message>
        <source>Sold: %1, %2 in all. Held or being paid for: %3.</source>
        <translation>بيع: %1، المجموع %2. محجوز أو قيد الدفع: %3.</translation>
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
        <source>The event does not take place.</source>
        <translation>لن تقام الفعالية.</translation>
    </message>
    <message>
        <source>The event is moved from %1. Buyers may answer until %2.</source>
        <translation>نُقلت الفعالية من %1. يمكن للمشترين الرد حتى %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many refunds, how much</comment>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>لا استردادات</numerusform>
            <numerusform>استرداد واحد</numerusform>
            <numerusform>استردادان</numerusform>
            <numerusform>%n استردادات</numerusform>
            <numerusform>%n استردادًا</numerusform>
            <numerusform>%n استرداد</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders concerned: %1. Not returned yet: %2.</source>
        <translation>الطلبات المعنية: %1. لم تُرجع بعد: %2.</translation>
    </message>
    <message>
        <source>Accepted the new time: %1.</source>
        <translation>قبلوا الوقت الجديد: %1.</translation>
    </message>
    <message>
        <source>On their way: %1.</source>
        <translation>قيد التنفيذ: %1.</translation>
    </message>
    <message>
        <source>Paid back: %1.</source>
        <translation>أُعيد: %1.</translation>
    </message>
    <message>
        <source>For staff to hand over or see to: %1.</source>
        <translation>على الموظفين تسليمه أو متابعته: %1.</translation>
    </message>
    <message>
        <source>Finished: %1.</source>
        <translation>اكتمل: %1.</translation>
    </message>
    <message>
        <source>Words for the buyers: at most 1,000 bytes.</source>
        <translation>رسالة للمشترين: 1000 بايت على الأكثر.</translation>
    </message>
    <message>
        <source>Name of the event: type it as it is, “%1”.</source>
        <translation>اسم الفعالية: اكتبه كما هو، «%1».</translation>
    </message>
    <message>
        <source>The event is cancelled. All that was paid goes back now.</source>
        <translation>أُلغيت الفعالية. يُعاد الآن كل ما دُفع.</translation>
    </message>
    <message>
        <source>Begins now: a time to come by the venue&apos;s clocks, like 2026-12-04 19:30.</source>
        <translation>يبدأ الآن: وقت قادم بتوقيت المكان، مثل 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>Answers until: a time to come, before the event begins.</source>
        <translation>الرد حتى: وقت قادم قبل بدء الفعالية.</translation>
    </message>
    <message>
        <source>The event is moved. Its buyers may accept or return.</source>
        <translation>نُقلت الفعالية. يمكن لمشتريها القبول أو الإرجاع.</translation>
    </message>
    <message>
        <source>It is a draft, which nobody has bought of: change it instead.</source>
        <translation>هذه مسودة لم يشترِ منها أحد: غيّرها بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>أُلغيت الفعالية: لا يتغير فيها شيء بعد الآن.</translation>
    </message>
    <message>
        <source>Orders: more than %1.</source>
        <translation>الطلبات: أكثر من %1.</translation>
    </message>
    <message>
        <source>Orders: %1.</source>
        <translation>الطلبات: %1.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventForm</name>
    <message>
        <source>a ticket</source>
        <translation>لكل تذكرة</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>لكل طلب</translation>
    </message>
    <message>
        <source>% of price</source>
        <translation>% من السعر</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no: added</source>
        <translation>لا: تُضاف</translation>
    </message>
    <message>
        <source>tickets and fees</source>
        <translation>التذاكر والرسوم</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>house</source>
        <translation>الدار</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>الفنان</translation>
    </message>
    <message>
        <source>promoter</source>
        <translation>المنظم</translation>
    </message>
    <message>
        <source>press</source>
        <translation>الصحافة</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>لذوي الإعاقة</translation>
    </message>
    <message>
        <source>other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>cannot be changed any more</source>
        <translation>لم يعد ممكنًا تغييره</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventList</name>
    <message>
        <source>Draft: %1</source>
        <translation>مسودة: %1</translation>
    </message>
    <message>
        <source>Moved: %1</source>
        <translation>نُقلت: %1</translation>
    </message>
</context>
<context>
    <name>tessera::setup::PaintBoard</name>
    <message>
        <source>This was painted before and is not saved yet.</source>
        <translation>لُوّن هذا من قبل ولم يُحفظ بعد.</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>الفئة %1</translation>
    </message>
    <message>
        <source>Name of band %1: 1 to 100 bytes, each once.</source>
        <translation>اسم الفئة %1: من 1 إلى 100 بايت، كلٌّ مرة واحدة.</translation>
    </message>
    <message>
        <source>Colour of band %1: like #b5651d.</source>
        <translation>لون الفئة %1: مثل #b5651d.</translation>
    </message>
    <message>
        <source>The bands are saved as version %1 of the plan.</source>
        <translation>حُفظت الفئات كإصدار %1 من المخطط.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Web colour</source>
        <translation>لون الويب</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Series</name>
    <message>
        <source>Line %1: %2</source>
        <comment>a line of dates, what is wrong</comment>
        <translation>السطر %1: %2</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30.</source>
        <translation>وقت مثل 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>the clocks are put forward over it that night.</source>
        <translation>تُقدَّم الساعات متجاوزةً هذا الوقت تلك الليلة.</translation>
    </message>
    <message>
        <source>it is there twice.</source>
        <translation>مكرر مرتين.</translation>
    </message>
    <message>
        <source>at most %1 at once.</source>
        <translation>%1 على الأكثر دفعة واحدة.</translation>
    </message>
    <message>
        <source>at least one time.</source>
        <translation>وقت واحد على الأقل.</translation>
    </message>
    <message>
        <source>Name: at most 200 bytes.</source>
        <translation>الاسم: 200 بايت على الأكثر.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) made, as drafts.</source>
        <translation>
            <numerusform>لم تُنشأ فعاليات.</numerusform>
            <numerusform>أُنشئت فعالية واحدة كمسودة.</numerusform>
            <numerusform>أُنشئت فعاليتان كمسودتين.</numerusform>
            <numerusform>أُنشئت %n فعاليات كمسودات.</numerusform>
            <numerusform>أُنشئت %n فعالية كمسودات.</numerusform>
            <numerusform>أُنشئت %n فعالية كمسودات.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::setup::VenueBook</name>
    <message>
        <source>%1, %2</source>
        <comment>venue, town</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, version %2, %3</source>
        <comment>plan, number, seats</comment>
        <translation>%1، الإصدار %2، %3</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>لا مقاعد</numerusform>
            <numerusform>مقعد واحد</numerusform>
            <numerusform>مقعدان</numerusform>
            <numerusform>%n مقاعد</numerusform>
            <numerusform>%n مقعدًا</numerusform>
            <numerusform>%n مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>الاسم: من 1 إلى 200 بايت.</translation>
    </message>
    <message>
        <source>Town: 1 to 100 bytes.</source>
        <translation>المدينة: من 1 إلى 100 بايت.</translation>
    </message>
    <message>
        <source>Country: two capital letters, like DE, or nothing.</source>
        <translation>البلد: حرفان كبيران، مثل DE، أو لا شيء.</translation>
    </message>
    <message>
        <source>Time zone: a name like Europe/Berlin.</source>
        <translation>المنطقة الزمنية: اسم مثل Europe/Berlin.</translation>
    </message>
    <message>
        <source>The venue is saved.</source>
        <translation>حُفظ المكان.</translation>
    </message>
    <message numerus="yes">
        <source>The plan is imported: %n seat(s).</source>
        <translation>
            <numerusform>استُورد المخطط: لا مقاعد.</numerusform>
            <numerusform>استُورد المخطط: مقعد واحد.</numerusform>
            <numerusform>استُورد المخطط: مقعدان.</numerusform>
            <numerusform>استُورد المخطط: %n مقاعد.</numerusform>
            <numerusform>استُورد المخطط: %n مقعدًا.</numerusform>
            <numerusform>استُورد المخطط: %n مقعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
</context>
</TS>
