<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::ExchangePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between places</comment>
        <translation>؛ </translation>
    </message>
    <message>
        <source>Choose the new places</source>
        <translation>اختر المقاعد الجديدة</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>لا فرق</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>للدفع: %1</translation>
    </message>
    <message>
        <source>Goes back: %1</source>
        <translation>يُعاد: %1</translation>
    </message>
    <message>
        <source>The map is being loaded.</source>
        <translation>يجري تحميل المخطط.</translation>
    </message>
    <message>
        <source>The map may be old: it goes on as soon as the server answers.</source>
        <translation>قد يكون المخطط قديمًا: يتابع حالما يجيب الخادم.</translation>
    </message>
    <message>
        <source>The map is not followed any more.</source>
        <translation>لم يعد المخطط يُحدَّث.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>محجوز لمدة %1</translation>
    </message>
    <message>
        <source>Nothing is held; the old tickets are as they were.</source>
        <translation>لا شيء محجوز؛ التذاكر القديمة كما كانت.</translation>
    </message>
    <message>
        <source>Given up, %1: %2</source>
        <comment>amount, places</comment>
        <translation>يُتنازل عنه، %1: %2</translation>
    </message>
    <message>
        <source>Taken, %1: %2</source>
        <comment>amount, places</comment>
        <translation>يؤخذ، %1: %2</translation>
    </message>
    <message>
        <source>Exchange, upgrade or move</source>
        <translation>استبدال أو ترقية أو نقل</translation>
    </message>
    <message>
        <source>Seat map of the exchange</source>
        <translation>مخطط الاستبدال</translation>
    </message>
    <message>
        <source>New &amp;places: the letter of a band, a number and a letter, or on the map; nothing is the best for as many</source>
        <translation>&amp;المقاعد الجديدة: حرف الفئة، أو رقم وحرف، أو على المخطط؛ فارغًا: الأفضل للعدد نفسه</translation>
    </message>
    <message>
        <source>New places</source>
        <translation>المقاعد الجديدة</translation>
    </message>
    <message>
        <source>b or 2b, Enter</source>
        <translation>b أو 2b ثم Enter</translation>
    </message>
    <message>
        <source>Space selects, Enter takes what is selected, Esc goes to the line.</source>
        <translation>المسافة تختار، وEnter يأخذ المختار، وEsc ينتقل إلى السطر.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrderPage</name>
    <message>
        <source>Sold %1, %2</source>
        <comment>where, when</comment>
        <translation>بيع %1، %2</translation>
    </message>
    <message>
        <source>Sold %1 by %2, %3</source>
        <comment>where, who, when</comment>
        <translation>بيع %1 بواسطة %2، %3</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>المجموع %1</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>المدفوع %1</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>المعاد %1</translation>
    </message>
    <message>
        <source>still to go back %1</source>
        <translation>ما يزال يُعاد %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between sums</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>The order is being read.</source>
        <translation>يجري قراءة الطلب.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>لا أحد بعينه</translation>
    </message>
    <message>
        <source>What is shown may be old, it is being read again: %1</source>
        <translation>قد يكون المعروض قديمًا، ويُقرأ من جديد: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>ملاحظة: %1</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>Tickets of the order</source>
        <translation>تذاكر الطلب</translation>
    </message>
    <message>
        <source>Payments and refunds of the order</source>
        <translation>مدفوعات الطلب ومبالغه المعادة</translation>
    </message>
    <message>
        <source>Tickets; without a choice all are meant</source>
        <translation>التذاكر؛ بلا اختيار تعني جميعها</translation>
    </message>
    <message>
        <source>Mails to the buyer</source>
        <translation>الرسائل إلى المشتري</translation>
    </message>
    <message>
        <source>Mails to the order&apos;s buyer</source>
        <translation>الرسائل إلى مشتري الطلب</translation>
    </message>
    <message>
        <source>No mail went to the buyer</source>
        <translation>لم تُرسل أي رسالة إلى المشتري</translation>
    </message>
    <message>
        <source>An older order, whose tickets paid for these, cannot be read: whether cash is to be handed over there is not known.</source>
        <translation>تعذّرت قراءة طلب أقدم دُفع ثمن هذه بتذاكره: لا يُعرف هل فيه نقد يجب تسليمه.</translation>
    </message>
    <message>
        <source>%1 is to be handed over in cash, from the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>يجب تسليم %1 نقدًا من الطلب الأقدم %2. زر «سُلِّم المال» يقود إليه.</translation>
    </message>
    <message>
        <source>%1 is to go back by the house, in the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>تردّ الدار %1 في الطلب الأقدم %2. زر «سُلِّم المال» يقود إليه.</translation>
    </message>
    <message>
        <source>%1 goes back in the older order %2, and is not back yet.</source>
        <translation>يُرد %1 في الطلب الأقدم %2 ولم يصل بعد.</translation>
    </message>
    <message>
        <source>%1 went on to older orders, whose tickets paid for these: what of it is still to go back is being looked for.</source>
        <translation>انتقل %1 إلى طلبات أقدم دُفع ثمن هذه بتذاكرها: يجري البحث عمّا بقي منه للرد.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrdersScreen</name>
    <message>
        <source>&amp;Find an order</source>
        <translation>&amp;بحث عن طلب</translation>
    </message>
    <message>
        <source>To the &amp;tickets</source>
        <translation>إلى ال&amp;تذاكر</translation>
    </message>
    <message>
        <source>&amp;Print tickets</source>
        <translation>&amp;طباعة التذاكر</translation>
    </message>
    <message>
        <source>Han&amp;d out</source>
        <translation>&amp;تسليم</translation>
    </message>
    <message>
        <source>Not handed out after a&amp;ll</source>
        <translation>لم يُس&amp;لَّم</translation>
    </message>
    <message>
        <source>E&amp;xchange or move</source>
        <translation>است&amp;بدال أو نقل</translation>
    </message>
    <message>
        <source>Another na&amp;me</source>
        <translation>اسم آ&amp;خر</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>ملاح&amp;ظة</translation>
    </message>
    <message>
        <source>&amp;Refund</source>
        <translation>إ&amp;عادة المال</translation>
    </message>
    <message>
        <source>Refund, &amp;keep the fee</source>
        <translation>إعادة المال مع إبقاء ال&amp;رسم</translation>
    </message>
    <message>
        <source>Handed o&amp;ver</source>
        <translation>سُلِّم &amp;المال</translation>
    </message>
    <message>
        <source>&amp;Take the payment</source>
        <translation>&amp;قبض الدفع</translation>
    </message>
    <message>
        <source>&amp;Invoice as PDF</source>
        <translation>ال&amp;فاتورة PDF</translation>
    </message>
    <message>
        <source>Open the saved invoice, to print it</source>
        <translation>فتح الفاتورة المحفوظة لطباعتها</translation>
    </message>
    <message>
        <source>Read or ask a&amp;gain</source>
        <translation>القراءة أو السؤال م&amp;جددًا</translation>
    </message>
    <message>
        <source>Ex&amp;change them</source>
        <translation>است&amp;بدال</translation>
    </message>
    <message>
        <source>Leave it as it &amp;was</source>
        <translation>إبقا&amp;ؤه كما كان</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>لا توجد طابعة تذاكر: لا يُطبع شيء.</translation>
    </message>
    <message>
        <source>Printed before. Why again?</source>
        <translation>طُبعت من قبل. لماذا ثانية؟</translation>
    </message>
    <message>
        <source>Tickets: none of those chosen admits.</source>
        <translation>التذاكر: لا تذكرة صالحة مما اختير.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1 less the organiser&apos;s fee.</source>
        <translation>
            <numerusform>لا استرجاع مقابل %1 ناقص الرسم.</numerusform>
            <numerusform>استرجاع تذكرة مقابل %1 ناقص الرسم.</numerusform>
            <numerusform>استرجاع تذكرتين مقابل %1 ناقص الرسم.</numerusform>
            <numerusform>استرجاع %n تذاكر مقابل %1 ناقص الرسم.</numerusform>
            <numerusform>استرجاع %n تذكرة مقابل %1 ناقص الرسم.</numerusform>
            <numerusform>استرجاع %n تذكرة مقابل %1 ناقص الرسم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1.</source>
        <translation>
            <numerusform>لا استرجاع مقابل %1.</numerusform>
            <numerusform>استرجاع تذكرة مقابل %1.</numerusform>
            <numerusform>استرجاع تذكرتين مقابل %1.</numerusform>
            <numerusform>استرجاع %n تذاكر مقابل %1.</numerusform>
            <numerusform>استرجاع %n تذكرة مقابل %1.</numerusform>
            <numerusform>استرجاع %n تذكرة مقابل %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are void at once.</source>
        <translation>تُلغى فورًا.</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>ا&amp;سترجاع</translation>
    </message>
    <message>
        <source>Nothing waits to be handed over.</source>
        <translation>لا شيء ينتظر التسليم.</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>سُلِّم %1</translation>
    </message>
    <message>
        <source>%1. Receipt&apos;s number, or how</source>
        <translation>%1. رقم الإيصال أو الطريقة</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>نقدًا</translation>
    </message>
    <message numerus="yes">
        <source>New name on %n ticket(s)</source>
        <translation>
            <numerusform>لا اسم جديد</numerusform>
            <numerusform>الاسم الجديد على تذكرة</numerusform>
            <numerusform>الاسم الجديد على تذكرتين</numerusform>
            <numerusform>الاسم الجديد على %n تذاكر</numerusform>
            <numerusform>الاسم الجديد على %n تذكرة</numerusform>
            <numerusform>الاسم الجديد على %n تذكرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Their e-mail; may be empty</source>
        <translation>بريده؛ يمكن تركه فارغًا</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>ملاحظة الطلب</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, for the difference is to be paid.</source>
        <translation>هناك بيع مفتوح في هذا الصندوق: أنهِه أو أعده، لأن الفرق يجب دفعه.</translation>
    </message>
    <message>
        <source>Exchange, %1 goes back</source>
        <translation>استبدال، يُعاد %1</translation>
    </message>
    <message>
        <source>The event is being read: take the payment in a moment.</source>
        <translation>يجري قراءة الفعالية: اقبض الدفع بعد لحظة.</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, then take the payment of this order.</source>
        <translation>هناك بيع مفتوح في هذا الصندوق: أنهِه أو أعده، ثم اقبض دفع هذا الطلب.</translation>
    </message>
    <message>
        <source>There are more: type more of what is known.</source>
        <translation>هناك المزيد: اكتب أكثر مما هو معروف.</translation>
    </message>
    <message>
        <source>Scanned: this house has no order with this code.</source>
        <translation>مُسح: لا طلب لدى الدار بهذا الرمز.</translation>
    </message>
    <message>
        <source>Scanned, and not opened: finish first what is being done with this order, or leave it by Esc.</source>
        <translation>مُسح ولم يُفتح: أنهِ أولًا ما يجري لهذا الطلب، أو اتركه بالمفتاح Esc.</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>بحث عن طلب</translation>
    </message>
    <message>
        <source>N&amp;umber, name, e-mail, telephone, seat, card&apos;s last four digits; or scan a ticket</source>
        <translation>ال&amp;رقم أو الاسم أو البريد أو الهاتف أو المقعد أو آخر أربعة أرقام من البطاقة؛ أو امسح تذكرة</translation>
    </message>
    <message>
        <source>Orders that were found</source>
        <translation>الطلبات التي عُثر عليها</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter opens, Esc goes to the tickets.</source>
        <translation>الأسهم تتنقل في القائمة، وEnter يفتح، وEsc ينتقل إلى التذاكر.</translation>
    </message>
    <message>
        <source>No order is open. Search for one, or scan a ticket.</source>
        <translation>لا طلب مفتوح. ابحث عن طلب أو امسح تذكرة.</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation>ال&amp;طلبات</translation>
    </message>
    <message>
        <source>Not known whether it was done. It is being asked again: hand nothing out until the answer is here.</source>
        <translation>لا يُعرف هل تم ذلك. يُسأل من جديد: لا تسلّم شيئًا حتى تصل الإجابة.</translation>
    </message>
    <message>
        <source>Leave what is not known for later</source>
        <translation>ترك ما لا يُعرف لوقت لاحق</translation>
    </message>
    <message>
        <source>Mail the confirmation and the tickets to</source>
        <translation>إرسال التأكيد والتذاكر إلى</translation>
    </message>
    <message>
        <source>Find out what became of order %1.</source>
        <translation>معرفة ما آل إليه الطلب %1.</translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n ticket(s), %1 at most goes back.</source>
        <translation>
            <numerusform>تبديل %n تذكرة، ويُعاد %1 على الأكثر.</numerusform>
            <numerusform>تبديل تذكرة، ويُعاد %1 على الأكثر.</numerusform>
            <numerusform>تبديل تذكرتين، ويُعاد %1 على الأكثر.</numerusform>
            <numerusform>تبديل %n تذاكر، ويُعاد %1 على الأكثر.</numerusform>
            <numerusform>تبديل %n تذكرة، ويُعاد %1 على الأكثر.</numerusform>
            <numerusform>تبديل %n تذكرة، ويُعاد %1 على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it was done. Somebody whose role may do it signs in here to find out; %1 leaves it for later. Hand nothing out until then.</source>
        <translation>لا يُعرف هل تم. يسجّل الدخول هنا من يسمح له دوره لمعرفة ذلك؛ %1 يتركه لوقت لاحق. لا تسلّم شيئًا حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval. %1 asks for it, %2 leaves it.</source>
        <translation>لم يتم: يتطلب موافقة أخرى. %1 يطلبها، و%2 يتركه.</translation>
    </message>
    <message>
        <source>Not known whether it was done. An approval finds out: %1 asks for it, %2 leaves it for later. Hand nothing out until then.</source>
        <translation>لا يُعرف هل تم. الموافقة تكشف ذلك: %1 يطلبها، و%2 يتركه لوقت لاحق. لا تسلّم شيئًا حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>Not known whether it was done: %1</source>
        <translation>لا يُعرف هل تم: %1</translation>
    </message>
    <message>
        <source>&amp;Leave it for later</source>
        <translation>تركه لوقت لا&amp;حق</translation>
    </message>
    <message>
        <source>Not done yet: %1</source>
        <translation>لم يتم بعد: %1</translation>
    </message>
    <message>
        <source>&amp;Get the approval</source>
        <translation>طلب الم&amp;وافقة</translation>
    </message>
    <message>
        <source>Mail it agai&amp;n</source>
        <translation>إعادة الإرسال بالبري&amp;د</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>لم يُفتح الدرج: لا توجد طابعة إيصالات.</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>المقاعد &amp;جدولًا</translation>
    </message>
    <message>
        <source>What became of the last question of the sell screen is not known yet: ask again there first.</source>
        <translation>لا يُعرف بعد مصير الطلب الأخير في شاشة البيع: اسأل هناك مجددًا أولًا.</translation>
    </message>
    <message>
        <source>Orders of which event?</source>
        <translation>طلبات أي فعالية؟</translation>
    </message>
    <message>
        <source>Name, venue or town of the event</source>
        <translation>اسم الفعالية أو قاعتها أو مدينتها</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>الفعاليات التي عُثر عليها</translation>
    </message>
    <message>
        <source>Also those that are over. Enter searches in one of them, Esc in all.</source>
        <translation>وتلك المنتهية أيضًا. يبحث Enter في إحداها، وEsc في كلها.</translation>
    </message>
    <message>
        <source>Of one event, older ones too</source>
        <translation>في فعالية واحدة ولو قديمة</translation>
    </message>
    <message>
        <source>Of all events again</source>
        <translation>في كل الفعاليات من جديد</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>هناك المزيد: اكتب مزيدًا من الاسم أو القاعة أو المدينة.</translation>
    </message>
    <message>
        <source>Nothing is found in this event.</source>
        <translation>لم يُعثر على شيء في هذه الفعالية.</translation>
    </message>
    <message>
        <source>Only of: %1</source>
        <translation>فقط من: %1</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was.</source>
        <translation>تم الاستبدال. سلّم %1 نقدًا ثم أكّد ذلك.</translation>
    </message>
    <message>
        <source>The older order in which this was paid. Once it is said that %1 was handed over, the newer one is shown again.</source>
        <translation>الطلب الأقدم الذي دُفع فيه هذا. بعد تأكيد تسليم %1 يظهر الأحدث من جديد.</translation>
    </message>
    <message>
        <source>Also events of long ago</source>
        <translation>والقديمة جدًا أيضًا</translation>
    </message>
    <message>
        <source>Nothing is found: this house has no order with this number or code.</source>
        <translation>لم يُعثر على شيء: ليس لهذه الدار طلب بهذا الرقم أو الرمز.</translation>
    </message>
    <message>
        <source>Nothing is found, of long ago neither. Seats are found in their event: %1 chooses it.</source>
        <translation>لم يُعثر على شيء، ولا في القديمة. تُبحث المقاعد في فعاليتها: يختارها %1.</translation>
    </message>
    <message>
        <source>Nothing is found. Events that ended over 30 days ago were not looked at: %1 looks at them, too. Seats are found in their event: %2 chooses it.</source>
        <translation>لم يُعثر على شيء. لم يُبحث في الفعاليات التي انتهت قبل أكثر من 30 يومًا: يبحث %1 فيها أيضًا. تُبحث المقاعد في فعاليتها: يختارها %2.</translation>
    </message>
    <message>
        <source>Of all events, however long ago</source>
        <translation>في كل الفعاليات مهما قدمت</translation>
    </message>
    <message>
        <source>Older orders are being read: what waits there is said in a moment.</source>
        <translation>تجري قراءة طلبات أقدم: سيظهر ما ينتظر فيها بعد لحظة.</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>تم الاستبدال. سلّم %1 نقدًا ثم أكّد ذلك. قد ينتظر المزيد في طلب أقدم تعذّرت قراءته.</translation>
    </message>
    <message>
        <source>Exchanged. How much goes back in cash is not known: an older order, whose tickets paid for the old ones, cannot be read. Order %1 says it once it can be.</source>
        <translation>تم الاستبدال. لا يُعرف كم يُرد نقدًا: تعذّرت قراءة طلب أقدم دُفع ثمن القديمة بتذاكره. سيظهر ذلك في الطلب %1 حين تمكن قراءته.</translation>
    </message>
</context>
</TS>
