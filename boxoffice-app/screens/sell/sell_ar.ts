<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationLegend</name>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>letter, allocation, number of seats</comment>
        <translation>‏%1: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%n more: look at a seat to read whose it is.</source>
        <translation>
            <numerusform>لا مزيد: انظر إلى مقعد لتقرأ لمن هو.</numerusform>
            <numerusform>واحد آخر: انظر إلى مقعد لتقرأ لمن هو.</numerusform>
            <numerusform>اثنان آخران: انظر إلى مقعد لتقرأ لمن هو.</numerusform>
            <numerusform>%n أخرى: انظر إلى مقعد لتقرأ لمن هو.</numerusform>
            <numerusform>%n أخرى: انظر إلى مقعد لتقرأ لمن هو.</numerusform>
            <numerusform>%n أخرى: انظر إلى مقعد لتقرأ لمن هو.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CartPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>fee, amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between fees</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>لا شيء محجوز</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>محجوز لمدة %1</translation>
    </message>
    <message>
        <source>The hold has run out</source>
        <translation>انتهى الحجز</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>السلة</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Places in the cart</source>
        <translation>الأماكن في السلة</translation>
    </message>
    <message>
        <source>%1: %2 included</source>
        <comment>tax, amount</comment>
        <translation>%1: %2 مشمول</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerForm</name>
    <message>
        <source>They are sent an invoice that is due on a day, and pay later.</source>
        <translation>تُرسل إليه فاتورة لها موعد استحقاق ويدفع لاحقًا.</translation>
    </message>
    <message>
        <source>May buy on account. Who may sell on account can change that.</source>
        <translation>يجوز له الشراء بالفاتورة. يغيّر ذلك من يجوز له البيع بالفاتورة.</translation>
    </message>
    <message>
        <source>May not buy on account. Who may sell on account can change that.</source>
        <translation>لا يجوز له الشراء بالفاتورة. يغيّر ذلك من يجوز له البيع بالفاتورة.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>تعديل: %1</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>ال&amp;هاتف</translation>
    </message>
    <message>
        <source>Or&amp;ganisation</source>
        <translation>&amp;المؤسسة</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>ملا&amp;حظة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Organisation, as an invoice names it</source>
        <translation>المؤسسة كما تُذكر في الفاتورة</translation>
    </message>
    <message>
        <source>Note of the customer</source>
        <translation>ملاحظة عن العميل</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>الل&amp;غة</translation>
    </message>
    <message>
        <source>Language in which they are written to</source>
        <translation>لغة الرسائل</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>May &amp;buy on account</source>
        <translation>يجوز الشراء بال&amp;فاتورة</translation>
    </message>
    <message>
        <source>E-ma&amp;il</source>
        <translation>البريد الإل&amp;كتروني</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>&amp;Name, e-mail or telephone</source>
        <translation>الاسم أو البريد أو ال&amp;هاتف</translation>
    </message>
    <message>
        <source>Customers that were found</source>
        <translation>العملاء الذين عُثر عليهم</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile. What was typed here still stands, the rest is as it is now. Save again to keep both.</source>
        <translation>عُدّلت بيانات هذا العميل في مكان آخر في هذه الأثناء. ما كُتب هنا باقٍ والبقية كما هي الآن. الحفظ مرة أخرى يُبقي كليهما.</translation>
    </message>
    <message>
        <source>The customer is saved.</source>
        <translation>تم حفظ العميل.</translation>
    </message>
    <message>
        <source>Enter takes the chosen one; where nobody is found, it goes to the form for somebody new. Esc leaves.</source>
        <translation>‏Enter يأخذ المختار؛ وإذا لم يُعثر على أحد يفتح نموذج شخص جديد. Esc للخروج.</translation>
    </message>
    <message>
        <source>There is an order already, and it keeps the name that it has.</source>
        <translation>هناك طلب بالفعل، ويحتفظ بالاسم الذي يحمله.</translation>
    </message>
    <message>
        <source>The customer is saved. There is an order already, and it keeps the name that it has.</source>
        <translation>تم حفظ العميل. هناك طلب بالفعل، ويحتفظ بالاسم الذي يحمله.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are changed and not saved yet: save one of them first.</source>
        <translation>
            <numerusform>لا يوجد عميل معدَّل وغير محفوظ.</numerusform>
            <numerusform>عميل واحد معدَّل ولم يُحفظ بعد: يُحفظ أولًا.</numerusform>
            <numerusform>عميلان معدَّلان ولم يُحفظا بعد: يُحفظ أحدهما أولًا.</numerusform>
            <numerusform>%n عملاء معدَّلون ولم يُحفظوا بعد: يُحفظ أحدهم أولًا.</numerusform>
            <numerusform>%n عميلًا معدَّلًا لم يُحفظوا بعد: يُحفظ أحدهم أولًا.</numerusform>
            <numerusform>%n عميل معدَّل لم يُحفظوا بعد: يُحفظ أحدهم أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Typed and not saved, and forgotten with the sale: %1</source>
        <translation>مكتوب وغير محفوظ، ويُنسى مع انتهاء البيع: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between customers</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>The server has not answered. Whether the customer is saved is not known: it is being asked again, and they are saved once. Until then no other customer is changed.</source>
        <translation>لم يجب الخادم. لا يُعرف هل حُفظ العميل: يُسأل من جديد، ولا يُحفظ إلا مرة واحدة. وحتى ذلك الحين لا يُعدَّل أي عميل آخر.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellScreen</name>
    <message>
        <source>Space selects, Enter holds what is selected, Esc goes back.</source>
        <translation>المسافة تحدد، وEnter يحجز المحدد، وEsc يعود.</translation>
    </message>
    <message>
        <source>&amp;Find an event</source>
        <translation>ا&amp;بحث عن فعالية</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>إلى ال&amp;مخطط</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>المخطط &amp;كله</translation>
    </message>
    <message>
        <source>&amp;Hold what is selected</source>
        <translation>ا&amp;حجز المحدد</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>ت&amp;راجع عن آخر تحديد</translation>
    </message>
    <message>
        <source>&amp;Best places instead</source>
        <translation>أ&amp;فضل الأماكن بدلًا منها</translation>
    </message>
    <message>
        <source>Take or ask a&amp;gain</source>
        <translation>خذ أو اسأل مج&amp;ددًا</translation>
    </message>
    <message>
        <source>To &amp;pay</source>
        <translation>إلى ال&amp;دفع</translation>
    </message>
    <message>
        <source>Give bac&amp;k</source>
        <translation>أ&amp;عد</translation>
    </message>
    <message>
        <source>Next ticket t&amp;ype</source>
        <translation>نوع الت&amp;ذكرة التالي</translation>
    </message>
    <message>
        <source>To the &amp;cart</source>
        <translation>إلى ال&amp;سلة</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>العم&amp;يل</translation>
    </message>
    <message>
        <source>&amp;Note of the order</source>
        <translation>ملا&amp;حظة الطلب</translation>
    </message>
    <message>
        <source>Co&amp;de</source>
        <translation>ال&amp;رمز</translation>
    </message>
    <message>
        <source>&amp;Complimentary</source>
        <translation>مجا&amp;ني</translation>
    </message>
    <message>
        <source>Another p&amp;rice</source>
        <translation>سعر آ&amp;خر</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>لم يجب الخادم بعد.</translation>
    </message>
    <message>
        <source>This app has no screen to pay at.</source>
        <translation>ليس في هذا التطبيق شاشة للدفع.</translation>
    </message>
    <message>
        <source>Promotion or access code</source>
        <translation>رمز عرض أو دخول</translation>
    </message>
    <message>
        <source>Why complimentary</source>
        <translation>سبب المجانية</translation>
    </message>
    <message>
        <source>Price of each ticket</source>
        <translation>سعر كل تذكرة</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>سبب هذا السعر</translation>
    </message>
    <message>
        <source>Price: an amount like 12.50, in %1.</source>
        <translation>السعر: مبلغ مثل 12.50، بعملة %1.</translation>
    </message>
    <message>
        <source>The event is being read.</source>
        <translation>تُقرأ الفعالية الآن.</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>لم تُختر فعالية</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>The map is being loaded.</source>
        <translation>يُحمّل المخطط.</translation>
    </message>
    <message>
        <source>The map may be old: it goes on as soon as the server answers.</source>
        <translation>قد يكون المخطط قديمًا: يتابع حالما يجيب الخادم.</translation>
    </message>
    <message>
        <source>The map is not followed any more. Choose the event again.</source>
        <translation>لم يعد المخطط متابَعًا. اختر الفعالية من جديد.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>لا أحد بعينه</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>اختر فعالية</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>الا&amp;سم أو القاعة أو المدينة</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>الفعاليات التي عُثر عليها</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter chooses, Esc leaves.</source>
        <translation>الأسهم تتنقل في القائمة، Enter يختار، Esc للخروج.</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>مخطط المقاعد</translation>
    </message>
    <message>
        <source>&amp;Quick line: number, then letter of band or area</source>
        <translation>السطر السريع: عدد &amp;ثم حرف الفئة أو المنطقة</translation>
    </message>
    <message>
        <source>Quick line</source>
        <translation>السطر السريع</translation>
    </message>
    <message>
        <source>2 or 4b or 2+1c, Enter</source>
        <translation>2 أو 4b أو 2+1c، ثم Enter</translation>
    </message>
    <message>
        <source>Price bands and areas</source>
        <translation>فئات الأسعار والمناطق</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>ملاح&amp;ظة</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>ملاحظة الطلب</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>لا مقعد تحت النظر.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>هناك المزيد: اكتب مزيدًا من الاسم أو القاعة أو المدينة.</translation>
    </message>
    <message>
        <source>The hold runs out in a minute.</source>
        <translation>ينتهي الحجز خلال دقيقة.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again. Enter takes them again if they still are.</source>
        <translation>انتهى الحجز: الأماكن شاغرة. Enter يأخذها مجددًا إن بقيت شاغرة.</translation>
    </message>
    <message>
        <source>&amp;Sell</source>
        <translation>ال&amp;بيع</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>المقاعد في ج&amp;دول</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s): %1</source>
        <translation>
            <numerusform>بلا أماكن: %1</numerusform>
            <numerusform>مكان واحد: %1</numerusform>
            <numerusform>مكانان: %1</numerusform>
            <numerusform>%n أماكن: %1</numerusform>
            <numerusform>%n مكانًا: %1</numerusform>
            <numerusform>%n مكان: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Up to %2 less in all.</source>
        <comment>what, amount</comment>
        <translation>%1. حتى %2 أقل إجمالًا.</translation>
    </message>
    <message>
        <source>Prices of this sale, as changed</source>
        <translation>أسعار هذا البيع كما عُدّلت</translation>
    </message>
    <message>
        <source>Somebody ne&amp;w</source>
        <translation>شخ&amp;ص جديد</translation>
    </message>
    <message>
        <source>Chan&amp;ge the customer</source>
        <translation>&amp;تعديل بيانات العميل</translation>
    </message>
    <message>
        <source>Sa&amp;ve and take</source>
        <translation>احفظ &amp;وخذ</translation>
    </message>
</context>
</TS>
