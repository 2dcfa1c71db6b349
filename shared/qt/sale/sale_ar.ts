<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Sale</name>
    <message>
        <source>Quick line: type a number and a letter, for example 2, 4b or 2+1c.</source>
        <translation>السطر السريع: اكتب عددًا وحرفًا، مثلًا 2 أو 4b أو 2+1c.</translation>
    </message>
    <message>
        <source>Quick line: the number must be 1 or more.</source>
        <translation>السطر السريع: يجب أن يكون العدد 1 أو أكثر.</translation>
    </message>
    <message numerus="yes">
        <source>Quick line: this event has %n ticket type(s), so there are as many numbers.</source>
        <translation>
            <numerusform>السطر السريع: ليس لهذه الفعالية أنواع تذاكر.</numerusform>
            <numerusform>السطر السريع: لهذه الفعالية نوع تذاكر واحد، فيُكتب عدد واحد.</numerusform>
            <numerusform>السطر السريع: لهذه الفعالية نوعان من التذاكر، فيُكتب عددان.</numerusform>
            <numerusform>السطر السريع: لهذه الفعالية %n أنواع تذاكر، فيُكتب مثلها من الأعداد.</numerusform>
            <numerusform>السطر السريع: لهذه الفعالية %n نوعًا من التذاكر، فيُكتب مثلها من الأعداد.</numerusform>
            <numerusform>السطر السريع: لهذه الفعالية %n نوع من التذاكر، فيُكتب مثلها من الأعداد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick line: an order may have %n place(s) at most.</source>
        <translation>
            <numerusform>السطر السريع: حد الطلب %n مكان على الأكثر.</numerusform>
            <numerusform>السطر السريع: حد الطلب مكان واحد على الأكثر.</numerusform>
            <numerusform>السطر السريع: حد الطلب مكانين على الأكثر.</numerusform>
            <numerusform>السطر السريع: حد الطلب %n أماكن على الأكثر.</numerusform>
            <numerusform>السطر السريع: حد الطلب %n مكانًا على الأكثر.</numerusform>
            <numerusform>السطر السريع: حد الطلب %n مكان على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quick line: letters of bands and areas go from a to %1.</source>
        <translation>السطر السريع: حروف الفئات والمناطق من a إلى %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between seats</comment>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>row %1, seat(s) %2</source>
        <translation>
            <numerusform>صف %1، مقاعد %2</numerusform>
            <numerusform>صف %1، مقعد %2</numerusform>
            <numerusform>صف %1، مقعدان %2</numerusform>
            <numerusform>صف %1، مقاعد %2</numerusform>
            <numerusform>صف %1، مقاعد %2</numerusform>
            <numerusform>صف %1، مقاعد %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, row %2, seat(s) %3</source>
        <translation>
            <numerusform>%1، صف %2، مقاعد %3</numerusform>
            <numerusform>%1، صف %2، مقعد %3</numerusform>
            <numerusform>%1، صف %2، مقعدان %3</numerusform>
            <numerusform>%1، صف %2، مقاعد %3</numerusform>
            <numerusform>%1، صف %2، مقاعد %3</numerusform>
            <numerusform>%1، صف %2، مقاعد %3</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between rows of seats</comment>
        <translation>؛ </translation>
    </message>
    <message>
        <source>Taken by somebody else: %1. The others stay selected.</source>
        <translation>أخذها شخص آخر: %1. تبقى البقية محددة.</translation>
    </message>
    <message>
        <source>A single seat would be left over: %1. Move by one seat, or take that, too.</source>
        <translation>سيبقى مقعد منفرد: %1. انتقل بمقدار مقعد أو خذه أيضًا.</translation>
    </message>
    <message>
        <source>Companion seats go with their wheelchair place: %1.</source>
        <translation>مقاعد المرافقين تُباع مع مكان الكرسي المتحرك: %1.</translation>
    </message>
    <message>
        <source>There are not so many free seats side by side there.</source>
        <translation>لا يوجد هناك هذا العدد من المقاعد المتجاورة الشاغرة.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are left in this area.</source>
        <translation>
            <numerusform>لم يبق مكان في هذه المنطقة.</numerusform>
            <numerusform>بقي مكان واحد في هذه المنطقة.</numerusform>
            <numerusform>بقي مكانان في هذه المنطقة.</numerusform>
            <numerusform>بقيت %n أماكن في هذه المنطقة.</numerusform>
            <numerusform>بقي %n مكانًا في هذه المنطقة.</numerusform>
            <numerusform>بقي %n مكان في هذه المنطقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>نوع التذكرة: لا يباع في هذه الفئة.</translation>
    </message>
    <message>
        <source>The event was changed meanwhile. Choose it again.</source>
        <translation>تغيّرت الفعالية في هذه الأثناء. اخترها من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n place(s) at most.</source>
        <translation>
            <numerusform>حد الطلب %n مكان على الأكثر.</numerusform>
            <numerusform>حد الطلب مكان واحد على الأكثر.</numerusform>
            <numerusform>حد الطلب مكانين على الأكثر.</numerusform>
            <numerusform>حد الطلب %n أماكن على الأكثر.</numerusform>
            <numerusform>حد الطلب %n مكانًا على الأكثر.</numerusform>
            <numerusform>حد الطلب %n مكان على الأكثر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One buyer may have %n place(s) at most.</source>
        <translation>
            <numerusform>حد المشتري الواحد %n مكان على الأكثر.</numerusform>
            <numerusform>حد المشتري الواحد مكان واحد على الأكثر.</numerusform>
            <numerusform>حد المشتري الواحد مكانين على الأكثر.</numerusform>
            <numerusform>حد المشتري الواحد %n أماكن على الأكثر.</numerusform>
            <numerusform>حد المشتري الواحد %n مكانًا على الأكثر.</numerusform>
            <numerusform>حد المشتري الواحد %n مكان على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: this event has none like it.</source>
        <translation>الرمز: لا يوجد مثله لهذه الفعالية.</translation>
    </message>
    <message>
        <source>Code: it is not valid now.</source>
        <translation>الرمز: غير صالح الآن.</translation>
    </message>
    <message>
        <source>Code: it is used up.</source>
        <translation>الرمز: استُنفد.</translation>
    </message>
    <message>
        <source>The sale opens at %1.</source>
        <translation>يبدأ البيع في %1.</translation>
    </message>
    <message>
        <source>The sale is not open yet.</source>
        <translation>لم يبدأ البيع بعد.</translation>
    </message>
    <message>
        <source>The sale of this event is closed.</source>
        <translation>أُغلق بيع هذه الفعالية.</translation>
    </message>
    <message>
        <source>This event is not sold at the box office.</source>
        <translation>لا تباع هذه الفعالية في شباك التذاكر.</translation>
    </message>
    <message>
        <source>This event is cancelled: nothing of it is sold any more.</source>
        <translation>أُلغيت هذه الفعالية: لم يعد يباع منها شيء.</translation>
    </message>
    <message>
        <source>This event is not there any more. Choose another.</source>
        <translation>لم تعد هذه الفعالية موجودة. اختر غيرها.</translation>
    </message>
    <message>
        <source>This server cannot do that yet.</source>
        <translation>لا يستطيع هذا الخادم ذلك بعد.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again.</source>
        <translation>انتهى الحجز: أصبحت الأماكن شاغرة من جديد.</translation>
    </message>
    <message>
        <source>An order was made of it already.</source>
        <translation>أُنشئ منه طلب بالفعل.</translation>
    </message>
    <message>
        <source>The approval came too late: its two minutes are over. Ask for another.</source>
        <translation>وصلت الموافقة متأخرة: انقضت دقيقتاها. اطلب غيرها.</translation>
    </message>
    <message>
        <source>This approval was used already. Ask for another.</source>
        <translation>استُخدمت هذه الموافقة من قبل. اطلب غيرها.</translation>
    </message>
    <message>
        <source>The approval is good for less than this. Ask for another.</source>
        <translation>الموافقة تكفي لمبلغ أقل من هذا. اطلب غيرها.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>الموافقة لشيء آخر. اطلب غيرها.</translation>
    </message>
    <message>
        <source>%1, seat %2</source>
        <translation>%1، مقعد %2</translation>
    </message>
    <message>
        <source>Row %1, seat %2</source>
        <translation>صف %1، مقعد %2</translation>
    </message>
    <message>
        <source>%1, row %2, seat %3</source>
        <translation>%1، صف %2، مقعد %3</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
</context>
<context>
    <name>tessera::sale::BandModel</name>
    <message>
        <source> / </source>
        <comment>between prices</comment>
        <translation> / </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>مفتاح</translation>
    </message>
    <message>
        <source>Band or area</source>
        <translation>فئة أو منطقة</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>شاغر</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CartModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>ticket type, reason</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>نوع التذكرة</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CustomerSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Name: 1 to %1 bytes.</source>
        <translation>الاسم: من 1 إلى %1 بايت.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @, or nothing.</source>
        <translation>البريد الإلكتروني: من 3 إلى %1 بايت مع @ واحدة، أو لا شيء.</translation>
    </message>
    <message>
        <source>Telephone: %1 to %2 of digits, blanks, +, -, / and brackets, or nothing.</source>
        <translation>الهاتف: من %1 إلى %2 من الأرقام والفراغات و+ و- و/ والأقواس، أو لا شيء.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CustomerWriter</name>
    <message>
        <source>Whether the customer was saved is not known. Look for them: what is found is what is so.</source>
        <translation>لا يُعرف هل حُفظ العميل. ابحث عنه: ما يظهر هو الواقع.</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile, and they are not found as they were. Look for them again.</source>
        <translation>عُدّلت بيانات هذا العميل في مكان آخر ولم يعد يُعثر عليه كما كان. ابحث عنه من جديد.</translation>
    </message>
    <message>
        <source>Somebody else has changed them meanwhile; nothing was saved. Look for them again.</source>
        <translation>عُدّلت بيانات هذا العميل في مكان آخر؛ لم يُحفظ شيء. ابحث عنه من جديد.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::EventSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>ملغاة: %1</translation>
    </message>
    <message>
        <source>Not open yet: %1</source>
        <translation>لم يُفتح بعد: %1</translation>
    </message>
    <message>
        <source>Sale closed: %1</source>
        <translation>البيع مغلق: %1</translation>
    </message>
</context>
<context>
    <name>tessera::sale::OrderNotes</name>
    <message>
        <source>The note was not kept: too many wait for the server.</source>
        <translation>لم تُحفظ الملاحظة: ينتظر الخادمَ عدد كبير منها.</translation>
    </message>
    <message>
        <source>The note was not kept: %1</source>
        <translation>لم تُحفظ الملاحظة: %1</translation>
    </message>
    <message>
        <source>The note of an order waits: it is sent once somebody whose role may write it signs in here.</source>
        <translation>ملاحظة أحد الطلبات تنتظر: تُرسل عندما يسجّل الدخول هنا من يسمح له دوره بذلك.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Pricing</name>
    <message>
        <source>Nothing is held that could be priced.</source>
        <translation>لا يوجد محجوز يمكن تسعيره.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>لم يجب الخادم بعد.</translation>
    </message>
    <message numerus="yes">
        <source>Code: %n character(s) at most.</source>
        <translation>
            <numerusform>الرمز: بلا حروف.</numerusform>
            <numerusform>الرمز: حرف واحد على الأكثر.</numerusform>
            <numerusform>الرمز: حرفان على الأكثر.</numerusform>
            <numerusform>الرمز: %n أحرف على الأكثر.</numerusform>
            <numerusform>الرمز: %n حرفًا على الأكثر.</numerusform>
            <numerusform>الرمز: %n حرف على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes, without names.</source>
        <translation>السبب: من 1 إلى %1 بايت، دون أسماء.</translation>
    </message>
    <message>
        <source>New total: %1</source>
        <translation>المجموع الجديد: %1</translation>
    </message>
    <message>
        <source>This is a new hold: the prices that were made by hand are made again.</source>
        <translation>هذا حجز جديد: تُطبَّق الأسعار المحددة يدويًا من جديد.</translation>
    </message>
    <message>
        <source>It was not approved: nothing is changed.</source>
        <translation>لم تتم الموافقة: لا يتغير شيء.</translation>
    </message>
    <message numerus="yes">
        <source>It was not approved: %n price(s) made by hand are not made again.</source>
        <translation>
            <numerusform>لم تتم الموافقة: لا يُطبَّق أي سعر محدد يدويًا من جديد.</numerusform>
            <numerusform>لم تتم الموافقة: لا يُطبَّق سعر واحد محدد يدويًا من جديد.</numerusform>
            <numerusform>لم تتم الموافقة: لا يُطبَّق سعران محددان يدويًا من جديد.</numerusform>
            <numerusform>لم تتم الموافقة: لا تُطبَّق %n أسعار محددة يدويًا من جديد.</numerusform>
            <numerusform>لم تتم الموافقة: لا يُطبَّق %n سعرًا محددًا يدويًا من جديد.</numerusform>
            <numerusform>لم تتم الموافقة: لا يُطبَّق %n سعر محدد يدويًا من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>هذا البيع قيد الدفع.</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) made by hand are not made again: the cart shows what is charged.</source>
        <translation>
            <numerusform>لا يُطبَّق أي سعر محدد يدويًا من جديد: تُظهر السلة المبلغ المطلوب.</numerusform>
            <numerusform>لا يُطبَّق سعر واحد محدد يدويًا من جديد: تُظهر السلة المبلغ المطلوب.</numerusform>
            <numerusform>لا يُطبَّق سعران محددان يدويًا من جديد: تُظهر السلة المبلغ المطلوب.</numerusform>
            <numerusform>لا تُطبَّق %n أسعار محددة يدويًا من جديد: تُظهر السلة المبلغ المطلوب.</numerusform>
            <numerusform>لا يُطبَّق %n سعرًا محددًا يدويًا من جديد: تُظهر السلة المبلغ المطلوب.</numerusform>
            <numerusform>لا يُطبَّق %n سعر محدد يدويًا من جديد: تُظهر السلة المبلغ المطلوب.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::sale::SeatInfo</name>
    <message>
        <source>Set aside for %1</source>
        <translation>مخصص لـ %1</translation>
    </message>
    <message>
        <source>Set aside under %1</source>
        <translation>مخصص تحت %1</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>على الويب</translation>
    </message>
    <message>
        <source>at a kiosk</source>
        <translation>في كشك</translation>
    </message>
    <message>
        <source>at the box office</source>
        <translation>في شباك التذاكر</translation>
    </message>
    <message>
        <source>Held here until %1</source>
        <translation>محجوز هنا حتى %1</translation>
    </message>
    <message>
        <source>Being paid %1, until %2 at the latest</source>
        <translation>قيد الدفع %1، حتى %2 على الأكثر</translation>
    </message>
    <message>
        <source>Sold %1</source>
        <translation>بيع %1</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1، إلى %2</translation>
    </message>
    <message>
        <source>this till</source>
        <translation>هذا الصندوق</translation>
    </message>
    <message>
        <source>the web</source>
        <translation>الويب</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>كشك</translation>
    </message>
    <message>
        <source>the box office</source>
        <translation>شباك التذاكر</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a colleague and a till</comment>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>بواسطة %1</translation>
    </message>
    <message>
        <source>Held %1 until %2, %3 left</source>
        <translation>محجوز %1 حتى %2، بقي %3</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Seller</name>
    <message>
        <source>Something is reserved. Sell it or give it back, then choose another event.</source>
        <translation>هناك شيء محجوز. بِعه أو أعده ثم اختر فعالية أخرى.</translation>
    </message>
    <message>
        <source>No event is chosen yet.</source>
        <translation>لم تُختر فعالية بعد.</translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>هذا البيع قيد الدفع.</translation>
    </message>
    <message>
        <source>What became of the last question is not known yet. Ask again first.</source>
        <translation>لا يُعرف بعد مصير الطلب الأخير. اسأل مجددًا أولًا.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>لم يجب الخادم بعد.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>لم يُحدد أي مقعد.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n seat(s) at most; %1 are selected.</source>
        <translation>
            <numerusform>لا مقاعد في الطلب؛ المحدد %1.</numerusform>
            <numerusform>حد الطلب مقعد واحد؛ المحدد %1.</numerusform>
            <numerusform>حد الطلب مقعدان؛ المحدد %1.</numerusform>
            <numerusform>حد الطلب %n مقاعد؛ المحدد %1.</numerusform>
            <numerusform>حد الطلب %n مقعدًا؛ المحدد %1.</numerusform>
            <numerusform>حد الطلب %n مقعد؛ المحدد %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>لا شيء للتراجع عنه.</translation>
    </message>
    <message>
        <source>The answer came too late: the places are free again.</source>
        <translation>جاء الجواب متأخرًا: الأماكن شاغرة من جديد.</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>محجوز: %1</translation>
    </message>
    <message>
        <source>The places are free again.</source>
        <translation>الأماكن شاغرة من جديد.</translation>
    </message>
    <message>
        <source>Held before the app was started, and still ours: %1</source>
        <translation>حُجز قبل تشغيل التطبيق ولا يزال لنا: %1</translation>
    </message>
    <message>
        <source>What was held before the app was started is free again.</source>
        <translation>ما حُجز قبل تشغيل التطبيق أصبح شاغرًا.</translation>
    </message>
    <message>
        <source>What was held before the app was started was checked out. See how its order stands before anything is sold again.</source>
        <translation>ما كان محجوزًا قبل تشغيل التطبيق صار طلبًا. يُنظر في حالته قبل بيع أي شيء مجددًا.</translation>
    </message>
    <message>
        <source>The sale from before the app was started is left: what it held is free again by itself.</source>
        <translation>تُرك البيع الذي سبق تشغيل التطبيق: ما كان محجوزًا فيه يصبح متاحًا من تلقاء نفسه.</translation>
    </message>
</context>
</TS>
