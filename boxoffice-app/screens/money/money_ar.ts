<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CountPanel</name>
    <message>
        <source>Currencies: 1 to %1 codes of three letters, like EUR, CHF.</source>
        <translation>العملات: من 1 إلى %1 رموز من ثلاثة أحرف، مثل EUR, CHF.</translation>
    </message>
    <message>
        <source>What is in the drawer now</source>
        <translation>ما في الدرج الآن</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>عدّ الدرج</translation>
    </message>
    <message>
        <source>By note and coin, or in one sum for each currency at its end.</source>
        <translation>بالأوراق والقطع، أو كمبلغ واحد في آخر كل عملة.</translation>
    </message>
    <message>
        <source>By note and coin. What must be there is told afterwards. Once it is counted no more cash goes through this shift.</source>
        <translation>بالأوراق والقطع. يُقال المتوقع بعد ذلك. بعد العدّ لا يمر نقد آخر بهذه الوردية.</translation>
    </message>
    <message>
        <source>Currencies in the dra&amp;wer</source>
        <translation>العملات في الدرج</translation>
    </message>
    <message>
        <source>Currencies in the drawer</source>
        <translation>العملات في الدرج</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>رصيد البداية</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدّ</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Open &amp;the shift</source>
        <translation>فتح الوردية</translation>
    </message>
    <message>
        <source>&amp;This is what is there</source>
        <translation>هذا هو الموجود</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EntryPanel</name>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>فتح الدرج دون بيع</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>فتح الدرج</translation>
    </message>
    <message>
        <source>Put cash into the drawer</source>
        <translation>وضع نقد في الدرج</translation>
    </message>
    <message>
        <source>It &amp;goes in</source>
        <translation>إيداع</translation>
    </message>
    <message>
        <source>Take cash out of the drawer</source>
        <translation>أخذ نقد من الدرج</translation>
    </message>
    <message>
        <source>It goes o&amp;ut</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Currenc&amp;y</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>&amp;Reason, without names of people</source>
        <translation>السبب، دون أسماء أشخاص</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MoneyScreen</name>
    <message>
        <source>Open a shi&amp;ft</source>
        <translation>فتح وردية</translation>
    </message>
    <message>
        <source>Cash &amp;in</source>
        <translation>إيداع نقد</translation>
    </message>
    <message>
        <source>Cash &amp;out</source>
        <translation>سحب نقد</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>فتح الدرج</translation>
    </message>
    <message>
        <source>Cou&amp;nt the drawer</source>
        <translation>عدّ الدرج</translation>
    </message>
    <message>
        <source>&amp;Close the shift</source>
        <translation>إغلاق الوردية</translation>
    </message>
    <message>
        <source>X or &amp;Z report</source>
        <translation>تقرير X أو Z</translation>
    </message>
    <message>
        <source>Shi&amp;fts that there were</source>
        <translation>الورديات السابقة</translation>
    </message>
    <message>
        <source>&amp;Print the report</source>
        <translation>طباعة التقرير</translation>
    </message>
    <message>
        <source>Sa&amp;ve it as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>This till has a shift already.</source>
        <translation>لهذا الصندوق وردية بالفعل.</translation>
    </message>
    <message>
        <source>In the drawer: count it, or type 0 where it is empty.</source>
        <translation>في الدرج: يُعدّ، أو يُكتب 0 إن كان فارغاً.</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>يجري فتح الوردية.</translation>
    </message>
    <message>
        <source>Count: nothing is typed. Where the drawer is empty, type 0.</source>
        <translation>العدّ: لم يُكتب شيء. إن كان الدرج فارغاً يُكتب 0.</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>لم يُفتح الدرج: لا توجد طابعة إيصالات.</translation>
    </message>
    <message>
        <source>The drawer was not opened: its printer does not answer.</source>
        <translation>لم يُفتح الدرج: طابعته لا تجيب.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>الوردية مفتوحة.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float.</source>
        <translation>كانت وردية مفتوحة على هذا الصندوق من قبل، برصيدها.</translation>
    </message>
    <message>
        <source>It is in the shift.</source>
        <translation>سُجّل في الوردية.</translation>
    </message>
    <message>
        <source>Counted: it is even.</source>
        <translation>عُدّ: متطابق.</translation>
    </message>
    <message>
        <source>Counted: it differs.</source>
        <translation>عُدّ: يوجد فرق.</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>أُغلقت الوردية.</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>الإيداع والسحب خارج المبيعات</translation>
    </message>
    <message>
        <source>&amp;Money</source>
        <translation>النقد</translation>
    </message>
    <message>
        <source>The till&apos;s shift</source>
        <translation>وردية الصندوق</translation>
    </message>
    <message>
        <source>At the beginning: %1</source>
        <translation>في البداية: %1</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s. Cash of your sales goes into it; they or a supervisor count it.</source>
        <translation>وردية هذا الصندوق لزميل. نقد مبيعاتك يدخل فيها؛ ويعدّها هو أو مشرف.</translation>
    </message>
    <message>
        <source>How the shift stands is not known yet: the server is being asked.</source>
        <translation>حالة الوردية غير معروفة بعد: يُسأل الخادم.</translation>
    </message>
    <message>
        <source>Whether the last step was done is not known: it is being asked again.</source>
        <translation>لا يُعرف هل تمّت الخطوة الأخيرة: يُعاد السؤال.</translation>
    </message>
    <message>
        <source>The count is kept; it waits for cash of sales that is under way.</source>
        <translation>العدّ محفوظ؛ ينتظر نقد مبيعات جارية.</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>يُسأل الخادم.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>غير معروف بعد.</translation>
    </message>
    <message>
        <source>No shift is open: no cash can be taken.</source>
        <translation>لا توجد وردية مفتوحة: لا يمكن قبض نقد.</translation>
    </message>
    <message>
        <source>A colleague&apos;s shift is open.</source>
        <translation>وردية زميل مفتوحة.</translation>
    </message>
    <message>
        <source>%1. Opened by %2, %3</source>
        <translation>%1. فتحها %2، %3</translation>
    </message>
    <message>
        <source>%1: nothing is typed. Where there is none, type 0.</source>
        <translation>%1: لم يُكتب شيء. إن لم يوجد شيء فليُكتب 0.</translation>
    </message>
    <message>
        <source>Coun&amp;t the chosen shift</source>
        <translation>عدّ الوردية المختارة</translation>
    </message>
    <message>
        <source>This ti&amp;ll&apos;s shift</source>
        <translation>وردية هذا الصندوق</translation>
    </message>
    <message>
        <source>Choose a shift that is not closed.</source>
        <translation>تُختار وردية غير مغلقة.</translation>
    </message>
    <message>
        <source>Ea&amp;rlier shifts</source>
        <translation>ورديات أ&amp;سبق</translation>
    </message>
    <message>
        <source>Close &amp;the shift</source>
        <translation>إغلاق الوردية</translation>
    </message>
    <message>
        <source>What this page is for</source>
        <translation>ما أُعدّت له هذه الصفحة</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ReportPanel</name>
    <message>
        <source>No report is shown yet</source>
        <translation>لا يُعرض تقرير بعد</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SettlePanel</name>
    <message>
        <source>It differs by %1. It needs an explanation, and somebody who has neither opened nor counted this shift to sign it off.</source>
        <translation>الفرق %1. يلزم تفسير، واعتماد ممن لم يفتح هذه الوردية ولم يعدّها.</translation>
    </message>
    <message>
        <source>What was counted is what must be there.</source>
        <translation>المعدود هو المتوقع.</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>إغلاق الوردية</translation>
    </message>
    <message>
        <source>What was counted and what must be there</source>
        <translation>المعدود والمتوقع</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>التفسير</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>التفسير</translation>
    </message>
    <message>
        <source>Hand over to (lo&amp;gin); nobody where the shift ends</source>
        <translation>التسليم إلى (اسم الدخول)؛ فارغ إن انتهت الوردية</translation>
    </message>
    <message>
        <source>Hand over to (login)</source>
        <translation>التسليم إلى (اسم الدخول)</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ShiftsPanel</name>
    <message>
        <source>Shifts</source>
        <translation>الورديات</translation>
    </message>
    <message>
        <source>Enter shows the report of the chosen shift. Whoever may sign shifts off counts one whose cashier went home from here, too.</source>
        <translation>يعرض Enter تقرير الوردية المختارة. ومن يحق له اعتماد الورديات يعدّ من هنا أيضًا وردية من غادر.</translation>
    </message>
</context>
</TS>
