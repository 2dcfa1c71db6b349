<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>OrderWords</name>
    <message>
        <source>being paid</source>
        <translation>قيد الدفع</translation>
    </message>
    <message>
        <source>payment ran out, being settled</source>
        <translation>انتهت مهلة الدفع، قيد التسوية</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>قيد الإلغاء</translation>
    </message>
    <message>
        <source>sold, being booked</source>
        <translation>بيع، قيد التسجيل</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>مدفوع</translation>
    </message>
    <message>
        <source>not paid: the card was refused</source>
        <translation>غير مدفوع: رُفضت البطاقة</translation>
    </message>
    <message>
        <source>money is going back</source>
        <translation>المال قيد الإعادة</translation>
    </message>
    <message>
        <source>not sold, places are free</source>
        <translation>لم يُبَع، المقاعد متاحة</translation>
    </message>
    <message>
        <source>the house looks into it</source>
        <translation>الدار تنظر في الأمر</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>does not admit yet</source>
        <translation>غير صالحة بعد</translation>
    </message>
    <message>
        <source>admits, is being exchanged</source>
        <translation>صالحة، قيد الاستبدال</translation>
    </message>
    <message>
        <source>admits</source>
        <translation>صالحة</translation>
    </message>
    <message>
        <source>admits, is offered by a link</source>
        <translation>صالحة، معروضة برابط</translation>
    </message>
    <message>
        <source>void</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>being asked for</source>
        <translation>قيد الطلب</translation>
    </message>
    <message>
        <source>to be handed over</source>
        <translation>يجب تسليمه</translation>
    </message>
    <message>
        <source>not known yet: the bank is asked</source>
        <translation>غير معروف بعد: يُسأل المصرف</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>سُلِّم</translation>
    </message>
    <message>
        <source>is back</source>
        <translation>أُعيد</translation>
    </message>
    <message>
        <source>bought nothing</source>
        <translation>لم يشترِ شيئًا</translation>
    </message>
    <message>
        <source>returned by the buyer</source>
        <translation>أعاده المشتري</translation>
    </message>
    <message>
        <source>taken back by the house</source>
        <translation>استرجعته الدار</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>أُلغيت الفعالية</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>نُقلت الفعالية</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>استُبدل</translation>
    </message>
    <message>
        <source>paid too late</source>
        <translation>دُفع متأخرًا</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>على الشبكة</translation>
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
        <source>The event is cancelled: all that was paid goes back by itself.</source>
        <translation>أُلغيت الفعالية: كل ما دُفع يُعاد تلقائيًا.</translation>
    </message>
    <message>
        <source>The event was moved from %1.</source>
        <translation>نُقلت الفعالية من %1.</translation>
    </message>
    <message>
        <source>Tickets: this order has none like that. It is shown anew.</source>
        <translation>التذاكر: ليس في هذا الطلب مثلها. يُعرض من جديد.</translation>
    </message>
    <message>
        <source>Tickets: one of them is void already, or does not admit yet. Nothing was done; the order is shown anew.</source>
        <translation>التذاكر: إحداها ملغاة بالفعل أو غير صالحة بعد. لم يُفعل شيء؛ يُعرض الطلب من جديد.</translation>
    </message>
    <message>
        <source>Tickets: one of them is being exchanged. Have the new order paid, or given up, first.</source>
        <translation>التذاكر: إحداها قيد الاستبدال. ليُدفع الطلب الجديد أو يُترك أولًا.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed on to somebody else.</source>
        <translation>التذاكر: إحداها نُقلت إلى شخص آخر.</translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>نوع التذكرة: لا يُباع في هذه الفئة.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow this exchange: for cheaper places, or no longer. Refund the tickets and sell others instead.</source>
        <translation>قواعد الفعالية لا تسمح بهذا الاستبدال: بمقاعد أرخص، أو لم تعد تسمح. أعد مال التذاكر وبع غيرها.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow that any more.</source>
        <translation>قواعد الفعالية لم تعد تسمح بذلك.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow another name any more.</source>
        <translation>قواعد الفعالية لم تعد تسمح باسم آخر.</translation>
    </message>
    <message>
        <source>The tickets were given another name meanwhile. The order is shown anew.</source>
        <translation>أُعطيت التذاكر اسمًا آخر في الأثناء. يُعرض الطلب من جديد.</translation>
    </message>
    <message>
        <source>This order is not there any more.</source>
        <translation>لم يعد هذا الطلب موجودًا.</translation>
    </message>
    <message>
        <source>The order is not paid: that can be done with paid orders alone.</source>
        <translation>الطلب غير مدفوع: هذا للطلبات المدفوعة فقط.</translation>
    </message>
    <message>
        <source>The refund waits for nobody any more: it is done.</source>
        <translation>لم يعد المبلغ المعاد ينتظر أحدًا: لقد تم.</translation>
    </message>
    <message>
        <source>The event was cancelled: its tickets go back by themselves, and nothing else is done with them.</source>
        <translation>أُلغيت الفعالية: تُسترجع تذاكرها تلقائيًا ولا يُفعل بها غير ذلك.</translation>
    </message>
    <message>
        <source>This house makes no invoices: it has not said who sells.</source>
        <translation>هذه الدار لا تصدر فواتير: لم يُذكر البائع.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one on the pay screen, for cash goes out of it.</source>
        <translation>لا وردية مفتوحة في هذا الصندوق: افتح واحدة في شاشة الدفع، لأن نقدًا يخرج منها.</translation>
    </message>
    <message>
        <source>The difference cannot be paid by this house&apos;s card provider.</source>
        <translation>لا يمكن دفع الفرق لدى مزود البطاقات لهذه الدار.</translation>
    </message>
    <message>
        <source>The hold of the new places has run out: nothing was exchanged.</source>
        <translation>انتهى حجز المقاعد الجديدة: لم يُستبدل شيء.</translation>
    </message>
    <message>
        <source>An order was made of the new places already.</source>
        <translation>صار للمقاعد الجديدة طلب بالفعل.</translation>
    </message>
    <message>
        <source>This event is not there any more.</source>
        <translation>لم تعد هذه الفعالية موجودة.</translation>
    </message>
    <message>
        <source>This house sends no mail.</source>
        <translation>هذه الدار لا ترسل بريدًا إلكترونيًا.</translation>
    </message>
    <message>
        <source>E-mail: mail cannot go to this address.</source>
        <translation>البريد الإلكتروني: لا يمكن الإرسال إلى هذا العنوان.</translation>
    </message>
    <message>
        <source>This order has had all the mails that it may have.</source>
        <translation>أُرسل لهذا الطلب كل ما يُسمح به من رسائل.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed out already, at another window or before. Nothing was done; the order is shown anew.</source>
        <translation>التذاكر: سُلّمت إحداها من قبل، عند شباك آخر أو سابقًا. لم يُفعل شيء؛ يُعرض الطلب من جديد.</translation>
    </message>
    <message>
        <source>%1, %2 still to go back</source>
        <comment>state of an order, amount</comment>
        <translation>%1، ما زال يجب رده: %2</translation>
    </message>
</context>
<context>
    <name>tessera::orders::Exchange</name>
    <message>
        <source>The hold has run out: the new places are free again, the old ones are as they were.</source>
        <translation>انتهى الحجز: المقاعد الجديدة متاحة ثانية، والقديمة كما كانت.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>التذاكر: لا تذكرة صالحة في هذا الطلب.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>لم يجب الخادم بعد.</translation>
    </message>
    <message>
        <source>Choose the new places first.</source>
        <translation>اختر المقاعد الجديدة أولًا.</translation>
    </message>
    <message>
        <source>The server has not answered yet: the exchange stays open until it has.</source>
        <translation>لم يجب الخادم بعد: يبقى الاستبدال مفتوحًا حتى يجيب.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::InvoiceSaver</name>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>لا يمكن كتابة الفاتورة في %1.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
</context>
<context>
    <name>tessera::orders::MailModel</name>
    <message>
        <source>Mail</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>confirmation again</source>
        <translation>تأكيد، مرة أخرى</translation>
    </message>
    <message>
        <source>another mail</source>
        <translation>رسالة أخرى</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>on its way: the mail server did not take it yet</source>
        <translation>في الطريق: لم يقبلها خادم البريد بعد</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>لم تُرسل: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>the mail server refuses it or its address</source>
        <translation>خادم البريد يرفضها أو يرفض عنوانها</translation>
    </message>
    <message>
        <source>there is no address that mail can go to</source>
        <translation>لا عنوان يمكن الإرسال إليه</translation>
    </message>
    <message>
        <source>no mail server took it for days</source>
        <translation>لم يقبلها أي خادم بريد منذ أيام</translation>
    </message>
    <message>
        <source>no ticket of the order admits any more</source>
        <translation>لم تعد أي تذكرة في الطلب صالحة</translation>
    </message>
    <message>
        <source>why is not known</source>
        <translation>السبب غير معروف</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>ردّ المبلغ</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>أُلغيت الفعالية</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>نُقلت الفعالية</translation>
    </message>
</context>
<context>
    <name>tessera::orders::MoneyModel</name>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
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
        <source>%1, card …%2</source>
        <translation>%1، بطاقة …%2</translation>
    </message>
    <message>
        <source>paid by the buyer</source>
        <translation>دفعه المشتري</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <translation>إعادة: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>What with</source>
        <translation>بماذا</translation>
    </message>
    <message>
        <source>goes back in the older order</source>
        <translation>يُرد في الطلب الأقدم</translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderDeeds</name>
    <message>
        <source>What became of the last question is not known yet: nothing else is done before.</source>
        <translation>ما آل إليه السؤال الأخير غير معروف بعد: لا يُفعل شيء آخر قبله.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>لم يجب الخادم بعد.</translation>
    </message>
    <message>
        <source>No order is open.</source>
        <translation>لا طلب مفتوح.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>التذاكر: لا تذكرة صالحة في هذا الطلب.</translation>
    </message>
    <message numerus="yes">
        <source>Tickets: %n at a time at most.</source>
        <translation>
            <numerusform>التذاكر: %n على الأكثر دفعة واحدة.</numerusform>
            <numerusform>التذاكر: %n على الأكثر دفعة واحدة.</numerusform>
            <numerusform>التذاكر: %n على الأكثر دفعة واحدة.</numerusform>
            <numerusform>التذاكر: %n على الأكثر دفعة واحدة.</numerusform>
            <numerusform>التذاكر: %n على الأكثر دفعة واحدة.</numerusform>
            <numerusform>التذاكر: %n على الأكثر دفعة واحدة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1 bytes at most.</source>
        <translation>الملاحظة: %1 بايت على الأكثر.</translation>
    </message>
    <message>
        <source>Reason to print again: 1 to %1 bytes.</source>
        <translation>سبب إعادة الطباعة: من 1 إلى %1 بايت.</translation>
    </message>
    <message>
        <source>How it was given back: 1 to %1 bytes.</source>
        <translation>كيف أُعيد: من 1 إلى %1 بايت.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>هذا الصندوق لا يستطيع الكتابة على قرصه: لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is being asked again, and nothing is done twice.</source>
        <translation>لم يجب الخادم. لا يُعرف هل تم ذلك: يُسأل من جديد، ولا يُفعل شيء مرتين.</translation>
    </message>
    <message>
        <source>The mark is taken back: not handed out.</source>
        <translation>سُحبت العلامة: لم يُسلَّم.</translation>
    </message>
    <message numerus="yes">
        <source>Handed out: %n ticket(s).</source>
        <translation>
            <numerusform>لم تُسلَّم تذاكر.</numerusform>
            <numerusform>سُلِّمت تذكرة.</numerusform>
            <numerusform>سُلِّمت تذكرتان.</numerusform>
            <numerusform>سُلِّمت %n تذاكر.</numerusform>
            <numerusform>سُلِّمت %n تذكرة.</numerusform>
            <numerusform>سُلِّمت %n تذكرة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is written.</source>
        <translation>كُتبت الملاحظة.</translation>
    </message>
    <message>
        <source>The new places are kept: the difference is to be paid.</source>
        <translation>المقاعد الجديدة محفوظة: يجب دفع الفرق.</translation>
    </message>
    <message>
        <source>Exchanged: the new tickets admit as soon as it is booked.</source>
        <translation>تم الاستبدال: التذاكر الجديدة صالحة حالما يُسجَّل.</translation>
    </message>
    <message>
        <source>It is given back, and booked.</source>
        <translation>أُعيد وسُجِّل.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void, the money is on its way.</source>
        <translation>استُرجعت: أُلغيت التذاكر والمال في الطريق.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was.</source>
        <translation>استُرجعت: أُلغيت التذاكر. سلّم %1 نقدًا ثم أكّد ذلك.</translation>
    </message>
    <message>
        <source>The tickets are %1&apos;s now. Print them: what was printed before is refused at the door.</source>
        <translation>صارت التذاكر باسم %1. اطبعها: ما طُبع من قبل يُرفض عند الباب.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were handed on to somebody else: only their holder can print them.</source>
        <translation>
            <numerusform>لم تُنقل تذاكر.</numerusform>
            <numerusform>نُقلت تذكرة: حاملها وحده يطبعها.</numerusform>
            <numerusform>نُقلت تذكرتان: حاملهما وحده يطبعهما.</numerusform>
            <numerusform>نُقلت %n تذاكر: حاملها وحده يطبعها.</numerusform>
            <numerusform>نُقلت %n تذكرة: حاملها وحده يطبعها.</numerusform>
            <numerusform>نُقلت %n تذكرة: حاملها وحده يطبعها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) go to the printer.</source>
        <translation>
            <numerusform>لا تذاكر إلى الطابعة.</numerusform>
            <numerusform>تذكرة إلى الطابعة.</numerusform>
            <numerusform>تذكرتان إلى الطابعة.</numerusform>
            <numerusform>%n تذاكر إلى الطابعة.</numerusform>
            <numerusform>%n تذكرة إلى الطابعة.</numerusform>
            <numerusform>%n تذكرة إلى الطابعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something of this order was left for later, and it is not known whether it was done: that comes first.</source>
        <translation>تُرك شيء من هذا الطلب لوقت لاحق ولا يُعرف هل تم: هذا أولًا.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @.</source>
        <translation>البريد الإلكتروني: من 3 إلى %1 بايت مع @ واحدة.</translation>
    </message>
    <message>
        <source>Of what was begun earlier nothing was done: %1</source>
        <translation>لم يُنفَّذ شيء مما بُدئ سابقًا: %1</translation>
    </message>
    <message>
        <source>The confirmation is on its way: the list of mails says what becomes of it.</source>
        <translation>التأكيد في الطريق: تبيّن قائمة الرسائل ما يؤول إليه.</translation>
    </message>
    <message>
        <source>Not printed: %1 Print again once that is mended.</source>
        <translation>لم يُطبع: %1 اطبع مرة أخرى بعد إصلاح ذلك.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody whose role may do it signs in here.</source>
        <translation>لا يُعرف هل تم. لمعرفة ذلك يسجّل الدخول هنا من يسمح له دوره به.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval.</source>
        <translation>لم يتم: يتطلب موافقة أخرى.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody must approve it: it is done once, however often it is asked.</source>
        <translation>لا يُعرف هل تم. لمعرفة ذلك يجب أن يوافق عليه أحد: يتم مرة واحدة مهما تكرر السؤال.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>لم يُنفَّذ شيء.</translation>
    </message>
    <message>
        <source>Something else was left for later already: this must be found out first.</source>
        <translation>تُرك شيء آخر لوقت لاحق من قبل: يجب معرفة هذا أولًا.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: it cannot be left.</source>
        <translation>هذا الصندوق لا يستطيع الكتابة على قرصه: لا يمكن تركه.</translation>
    </message>
    <message>
        <source>Left for later: whether it was done is not known. It is asked again when somebody signs in here.</source>
        <translation>تُرك لوقت لاحق: لا يُعرف هل تم. يُسأل عنه مجددًا عندما يسجّل أحد الدخول هنا.</translation>
    </message>
    <message>
        <source>There is no printer here.</source>
        <translation>لا توجد طابعة هنا.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. How much of it goes back in cash is not known: an older order, whose tickets paid for these, cannot be read.</source>
        <translation>استُرجعت: أُلغيت التذاكر. لا يُعرف كم يُرد منها نقدًا: تعذّرت قراءة طلب أقدم دُفع ثمن هذه بتذاكره.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>استُرجعت: أُلغيت التذاكر. سلّم %1 نقدًا ثم أكّد ذلك. قد ينتظر المزيد في طلب أقدم تعذّرت قراءته.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderSearch</name>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>لا أحد بعينه</translation>
    </message>
</context>
<context>
    <name>tessera::orders::TicketModel</name>
    <message>
        <source>Place</source>
        <translation>المقعد</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>نوع التذكرة</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Name on it</source>
        <translation>الاسم عليها</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طُبعت</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>سُلِّمت</translation>
    </message>
    <message>
        <source>never</source>
        <comment>printed</comment>
        <translation>أبدًا</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>printed</comment>
        <translation>
            <numerusform>أبدًا</numerusform>
            <numerusform>مرة</numerusform>
            <numerusform>مرتين</numerusform>
            <numerusform>%n مرات</numerusform>
            <numerusform>%n مرة</numerusform>
            <numerusform>%n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>handed out</comment>
        <translation>ليس بعد</translation>
    </message>
</context>
</TS>
