<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ReceiptWords</name>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الباقي للزبون</translation>
    </message>
    <message>
        <source>%1 is in it</source>
        <translation>منها %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>الطلب %1</translation>
    </message>
</context>
<context>
    <name>tessera::payment::BilledSearch</name>
    <message>
        <source>Who is billed: the beginning of a customer&apos;s name.</source>
        <translation>الفاتورة باسم: بداية اسم أحد العملاء.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no customer of that name.</source>
        <translation>الفاتورة باسم: لا يوجد عميل بهذا الاسم لدى الدار.</translation>
    </message>
    <message numerus="yes">
        <source>Who is billed: %n customers are found (%1). Type more of the name.</source>
        <translation>
            <numerusform>الفاتورة باسم: لم يُعثر على أي عميل (%1). اكتب المزيد من الاسم.</numerusform>
            <numerusform>الفاتورة باسم: عُثر على عميل واحد (%1). اكتب المزيد من الاسم.</numerusform>
            <numerusform>الفاتورة باسم: عُثر على عميلين (%1). اكتب المزيد من الاسم.</numerusform>
            <numerusform>الفاتورة باسم: عُثر على %n عملاء (%1). اكتب المزيد من الاسم.</numerusform>
            <numerusform>الفاتورة باسم: عُثر على %n عميلًا (%1). اكتب المزيد من الاسم.</numerusform>
            <numerusform>الفاتورة باسم: عُثر على %n عميل (%1). اكتب المزيد من الاسم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is billed: %1 may not buy on account. Who may sell on account can allow it at the sale, by changing the customer.</source>
        <translation>الفاتورة باسم: لا يجوز لـ %1 الشراء بالفاتورة. من يجوز له البيع بالفاتورة يسمح بذلك عند البيع بتعديل بيانات العميل.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::Papers</name>
    <message numerus="yes">
        <source>%n order(s) wait for the ticket printer: this one is to be printed later from its order.</source>
        <translation>
            <numerusform>لا طلبات تنتظر الطابعة: اطبع هذا لاحقًا من الطلب.</numerusform>
            <numerusform>طلب واحد ينتظر الطابعة: اطبع هذا لاحقًا من الطلب.</numerusform>
            <numerusform>طلبان ينتظران الطابعة: اطبع هذا لاحقًا من الطلب.</numerusform>
            <numerusform>%n طلبات تنتظر الطابعة: اطبع هذا لاحقًا من الطلب.</numerusform>
            <numerusform>%n طلبًا ينتظر الطابعة: اطبع هذا لاحقًا من الطلب.</numerusform>
            <numerusform>%n طلب ينتظر الطابعة: اطبع هذا لاحقًا من الطلب.</numerusform>
        </translation>
    </message>
    <message>
        <source>This till cannot write to its disk: print these tickets before it is switched off.</source>
        <translation>هذا الصندوق لا يستطيع الكتابة على قرصه: اطبع التذاكر قبل إطفائه.</translation>
    </message>
    <message>
        <source>No ticket printer is set up: the tickets wait.</source>
        <translation>لا توجد طابعة تذاكر: التذاكر تنتظر.</translation>
    </message>
    <message>
        <source>The ticket&apos;s layout is not used: %1</source>
        <translation>قالب التذكرة لا يُستعمل: %1</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 letters.</source>
        <translation>السبب: من 1 إلى %1 حرفًا.</translation>
    </message>
    <message>
        <source>Not printed again: %1</source>
        <translation>لم يُطبع من جديد: %1</translation>
    </message>
    <message>
        <source>This is not printed again now.</source>
        <translation>لا يُعاد طبعه الآن.</translation>
    </message>
    <message>
        <source>The receipt cannot be printed: %1</source>
        <translation>تعذّرت طباعة الإيصال: %1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>إيصال %1</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>لا توجد طابعة تذاكر: لا يُطبع شيء.</translation>
    </message>
    <message>
        <source>The file of the print queue cannot be written: %1.</source>
        <translation>لا يمكن كتابة ملف قائمة الطباعة: %1.</translation>
    </message>
    <message>
        <source>The ticket printer is not one of this till&apos;s any more.</source>
        <translation>لم تعد طابعة التذاكر تابعة لهذا الصندوق.</translation>
    </message>
    <message>
        <source>The print queue takes no more: see to the printer first.</source>
        <translation>قائمة الطباعة لا تقبل المزيد: انظر إلى الطابعة أولًا.</translation>
    </message>
    <message>
        <source>The printer&apos;s queue has stopped: try the printer, to begin anew.</source>
        <translation>توقفت قائمة الطابعة: جرّب الطابعة للبدء من جديد.</translation>
    </message>
    <message>
        <source>The printer for tickets prints receipts alone: set up another one.</source>
        <translation>طابعة التذاكر لا تطبع إلا الإيصالات: أعِدّ طابعة أخرى.</translation>
    </message>
    <message>
        <source>A document cannot be made with its layout: look at it on the paper screen.</source>
        <translation>يتعذر إعداد مستند بقالبه: انظر إليه في شاشة القوالب.</translation>
    </message>
    <message>
        <source>A document is larger than what can be printed.</source>
        <translation>المستند أكبر مما يمكن طباعته.</translation>
    </message>
    <message>
        <source>the till</source>
        <translation>الصندوق</translation>
    </message>
    <message>
        <source>Order %1: its tickets are void, none is printed.</source>
        <translation>الطلب %1: تذاكره ملغاة، ولا يُطبع شيء.</translation>
    </message>
    <message>
        <source>No receipt is printed. %1</source>
        <translation>لا يُطبع إيصال. %1</translation>
    </message>
    <message>
        <source>Order %1 is not printed: %2</source>
        <translation>لم يُطبع الطلب %1: %2</translation>
    </message>
    <message>
        <source>Order %1 is left: print its tickets from the order.</source>
        <translation>تُرك الطلب %1: اطبع تذاكره من الطلب.</translation>
    </message>
    <message>
        <source>Which tickets wait to be printed cannot be read any more. Look at the last orders, and print from there what is missing.</source>
        <translation>لم يعد ممكنًا قراءة التذاكر التي تنتظر الطباعة. انظر إلى آخر الطلبات واطبع منها ما ينقص.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the reprint is noted is not known: it is being asked again, and printed once it is.</source>
        <translation>لم يجب الخادم. لا يُعرف هل سُجّلت إعادة الطباعة: يُسأل من جديد، وتُطبع حالما تُسجَّل.</translation>
    </message>
    <message>
        <source>The reprint is taken back: nothing is printed. It may be noted all the same.</source>
        <translation>سُحبت إعادة الطباعة: لا يُطبع شيء. وقد تكون سُجّلت مع ذلك.</translation>
    </message>
    <message numerus="yes">
        <source>%n reprint(s): whether they are noted is being asked again</source>
        <translation>
            <numerusform>لا إعادات طباعة يُسأل عنها</numerusform>
            <numerusform>إعادة طباعة واحدة: يُسأل من جديد هل سُجّلت</numerusform>
            <numerusform>إعادتا طباعة: يُسأل من جديد هل سُجّلتا</numerusform>
            <numerusform>%n إعادات طباعة: يُسأل من جديد هل سُجّلت</numerusform>
            <numerusform>%n إعادة طباعة: يُسأل من جديد هل سُجّلت</numerusform>
            <numerusform>%n إعادة طباعة: يُسأل من جديد هل سُجّلت</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::Payer</name>
    <message>
        <source>The server has not answered yet: nothing else is done before.</source>
        <translation>لم يجب الخادم بعد: لا يُفعل شيء آخر قبل ذلك.</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>لا يوجد ما يُدفع.</translation>
    </message>
    <message>
        <source>Cash: an amount of more than nothing, in %1.</source>
        <translation>النقد: مبلغ أكبر من صفر، بعملة %1.</translation>
    </message>
    <message>
        <source>No card terminal is set up at this till.</source>
        <translation>لا يوجد جهاز بطاقات عند هذا الصندوق.</translation>
    </message>
    <message>
        <source>Gift card: scan it, or type its code.</source>
        <translation>بطاقة الهدية: امسحها أو اكتب رمزها.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>هذا الصندوق لا يستطيع الكتابة على قرصه: لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was paid is not known: it is being asked again, and nothing is paid twice.</source>
        <translation>لم يجب الخادم. غير معروف هل دُفع: يُسأل من جديد ولا يُدفع شيء مرتين.</translation>
    </message>
    <message>
        <source>The hold has run out: nothing was sold, nothing was paid.</source>
        <translation>انتهى الحجز: لم يُبَع شيء ولم يُدفع شيء.</translation>
    </message>
    <message>
        <source>Gift card: there is none with this code. Compare it letter by letter.</source>
        <translation>بطاقة الهدية: لا توجد بهذا الرمز. قارنه حرفًا حرفًا.</translation>
    </message>
    <message>
        <source>This way to pay is not set up at this house.</source>
        <translation>طريقة الدفع هذه غير متاحة هنا.</translation>
    </message>
    <message>
        <source>This role may not take that way to pay.</source>
        <translation>هذا الدور لا يجوز له قبول هذه الطريقة.</translation>
    </message>
    <message>
        <source>That is more than can be paid so.</source>
        <translation>هذا أكثر مما يمكن دفعه هكذا.</translation>
    </message>
    <message>
        <source>Amount: %1 at most.</source>
        <translation>المبلغ: %1 على الأكثر.</translation>
    </message>
    <message>
        <source>This order takes no payment any more: look at how it stands.</source>
        <translation>هذا الطلب لا يقبل دفعًا بعد الآن: انظر حالته.</translation>
    </message>
    <message>
        <source>The event was cancelled: nothing of it is sold.</source>
        <translation>أُلغيت الفعالية: لا يُباع منها شيء.</translation>
    </message>
    <message>
        <source>That was not paid, and nothing was taken: choose how to go on.</source>
        <translation>لم يُدفع ذلك ولم يُؤخذ شيء: اختر كيف تتابع.</translation>
    </message>
    <message>
        <source>Not sold: the house looks into the money of this order.</source>
        <translation>لم يُبَع: يجري التحقق من مال هذا الطلب.</translation>
    </message>
    <message>
        <source>Not sold: the places are free again.</source>
        <translation>لم يُبَع: المقاعد متاحة من جديد.</translation>
    </message>
    <message>
        <source>A payment that this till had begun before cannot be read any more. Look at its last orders before any money is taken again.</source>
        <translation>لم تعد تمكن قراءة دفعة بدأت سابقًا على هذا الصندوق. انظر في آخر الطلبات قبل أخذ أي مال من جديد.</translation>
    </message>
    <message>
        <source>The card is being cancelled: nothing else is taken before.</source>
        <translation>يجري إلغاء البطاقة: لا يؤخذ شيء آخر قبل ذلك.</translation>
    </message>
    <message>
        <source>Cash given: %1 at most for this; a scanned code is no amount.</source>
        <translation>النقد المدفوع: %1 على الأكثر لهذا؛ الرمز الممسوح ليس مبلغًا.</translation>
    </message>
    <message>
        <source>Who is billed: a customer of the house.</source>
        <translation>الفاتورة باسم: أحد عملاء الدار.</translation>
    </message>
    <message>
        <source>So often no order is tried to be paid: give it up (%1) and sell it anew.</source>
        <translation>لا تُكرر محاولة دفع الطلب إلى هذا الحد: تخلَّ عنه (%1) وبِعه من جديد.</translation>
    </message>
    <message>
        <source>Who is billed: this customer may not buy on account.</source>
        <translation>الفاتورة باسم: لا يجوز لهذا العميل الشراء بالفاتورة.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no such customer any more.</source>
        <translation>الفاتورة باسم: لم يعد هذا العميل لدى الدار.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintRoom</name>
    <message numerus="yes">
        <source>Printers: %n at most.</source>
        <translation>
            <numerusform>الطابعات: %n على الأكثر.</numerusform>
            <numerusform>الطابعات: %n على الأكثر.</numerusform>
            <numerusform>الطابعات: %n على الأكثر.</numerusform>
            <numerusform>الطابعات: %n على الأكثر.</numerusform>
            <numerusform>الطابعات: %n على الأكثر.</numerusform>
            <numerusform>الطابعات: %n على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the printer: 1 to %1 letters.</source>
        <translation>اسم الطابعة: من 1 إلى %1 حرفًا.</translation>
    </message>
    <message>
        <source>%1: a port from 1 to %2.</source>
        <translation>%1: منفذ من 1 إلى %2.</translation>
    </message>
    <message>
        <source>Two printers have the name %1.</source>
        <translation>طابعتان لهما الاسم %1.</translation>
    </message>
    <message>
        <source>The print queue cannot be opened: %1</source>
        <translation>لا يمكن فتح قائمة الطباعة: %1</translation>
    </message>
    <message>
        <source>%1: an address, a device or a printer of the system.</source>
        <translation>%1: عنوان أو جهاز أو طابعة من النظام.</translation>
    </message>
    <message>
        <source>the printers&apos; set-up</source>
        <translation>إعداد الطابعات</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintWatch</name>
    <message>
        <source>ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>paper runs low</source>
        <translation>الورق يوشك أن ينفد</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>مشغولة</translation>
    </message>
    <message>
        <source>out of paper</source>
        <translation>نفد الورق</translation>
    </message>
    <message>
        <source>paper or cutter is jammed</source>
        <translation>الورق أو القاطع عالق</translation>
    </message>
    <message>
        <source>cover is open</source>
        <translation>الغطاء مفتوح</translation>
    </message>
    <message>
        <source>reports a fault</source>
        <translation>تبلّغ عن عطل</translation>
    </message>
    <message>
        <source>does not answer: is it on?</source>
        <translation>لا تجيب: هل هي مشغّلة؟</translation>
    </message>
    <message>
        <source>has stopped</source>
        <translation>متوقفة</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait</source>
        <translation>
            <numerusform>لا مستندات تنتظر</numerusform>
            <numerusform>مستند واحد ينتظر</numerusform>
            <numerusform>مستندان ينتظران</numerusform>
            <numerusform>%n مستندات تنتظر</numerusform>
            <numerusform>%n مستندًا ينتظر</numerusform>
            <numerusform>%n مستند ينتظر</numerusform>
        </translation>
    </message>
    <message>
        <source>Printer %1: %2</source>
        <comment>its name, its state</comment>
        <translation>الطابعة %1: %2</translation>
    </message>
    <message>
        <source>Ticket printer: %1</source>
        <translation>طابعة التذاكر: %1</translation>
    </message>
    <message>
        <source>Receipt printer: %1</source>
        <translation>طابعة الإيصالات: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s): look at the paper</source>
        <translation>
            <numerusform>لا مستندات: انظر إلى الورق</numerusform>
            <numerusform>مستند واحد: انظر إلى الورق</numerusform>
            <numerusform>مستندان: انظر إلى الورق</numerusform>
            <numerusform>%n مستندات: انظر إلى الورق</numerusform>
            <numerusform>%n مستندًا: انظر إلى الورق</numerusform>
            <numerusform>%n مستند: انظر إلى الورق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed</source>
        <translation>
            <numerusform>لا طلبات تنتظر الطباعة</numerusform>
            <numerusform>طلب واحد ينتظر الطباعة</numerusform>
            <numerusform>طلبان ينتظران الطباعة</numerusform>
            <numerusform>%n طلبات تنتظر الطباعة</numerusform>
            <numerusform>%n طلبًا ينتظر الطباعة</numerusform>
            <numerusform>%n طلب ينتظر الطباعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::TemplateStore</name>
    <message>
        <source>This event has no name for a file.</source>
        <translation>ليس لهذه الفعالية اسم ملف.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk.</source>
        <translation>لا يمكن لهذا الصندوق الكتابة على القرص.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::TenderModel</name>
    <message>
        <source>Paid with</source>
        <translation>الدفع بـ</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقد</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>بطاقة هدية</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>فاتورة</translation>
    </message>
    <message>
        <source>Tickets given up</source>
        <translation>تذاكر متنازل عنها</translation>
    </message>
    <message>
        <source>Card at the terminal</source>
        <translation>بطاقة على الجهاز</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>the terminal is being asked</source>
        <translation>يُسأل الجهاز</translation>
    </message>
    <message>
        <source>being opened</source>
        <translation>قيد الفتح</translation>
    </message>
    <message>
        <source>waiting for the card</source>
        <translation>بانتظار البطاقة</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>مدفوع</translation>
    </message>
    <message>
        <source>cancelled, nothing taken</source>
        <translation>أُلغي، لم يُؤخذ شيء</translation>
    </message>
    <message>
        <source>refused, nothing taken</source>
        <translation>رُفض، لم يُؤخذ شيء</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>أُعيد</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>%1, card …%2</source>
        <translation>%1، بطاقة …%2</translation>
    </message>
    <message>
        <source>not enough money on it</source>
        <translation>الرصيد غير كافٍ</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>انتهت صلاحيتها</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>رقم سري خاطئ</translation>
    </message>
    <message>
        <source>too many wrong PINs</source>
        <translation>أرقام سرية خاطئة كثيرة</translation>
    </message>
    <message>
        <source>it does not pay here</source>
        <translation>لا تُقبل هنا</translation>
    </message>
    <message>
        <source>its limit is reached</source>
        <translation>بلغت حدها</translation>
    </message>
    <message>
        <source>its bank does not answer</source>
        <translation>لا يجيب مصرفها</translation>
    </message>
    <message>
        <source>its bank has declined it</source>
        <translation>رفضها مصرفها</translation>
    </message>
    <message>
        <source>card declined: %1</source>
        <translation>رُفضت البطاقة: %1</translation>
    </message>
    <message>
        <source>the terminal is offline</source>
        <translation>الجهاز غير متصل</translation>
    </message>
    <message>
        <source>the terminal is busy with another payment</source>
        <translation>الجهاز مشغول بدفعة أخرى</translation>
    </message>
    <message>
        <source>the card provider does not know this terminal</source>
        <translation>مزوّد البطاقات لا يعرف هذا الجهاز</translation>
    </message>
    <message>
        <source>no card was shown in time</source>
        <translation>لم تُقدَّم أي بطاقة في الوقت المحدد</translation>
    </message>
    <message>
        <source>the terminal does not ask for it</source>
        <translation>الجهاز لا يطلبها</translation>
    </message>
    <message>
        <source>no card asked for: %1</source>
        <translation>لا بطاقة مطلوبة: %1</translation>
    </message>
</context>
</TS>
