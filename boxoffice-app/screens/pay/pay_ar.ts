<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PayScreen</name>
    <message>
        <source>E&amp;xact cash</source>
        <translation>نقد &amp;مضبوط</translation>
    </message>
    <message>
        <source>Next &amp;note</source>
        <translation>الورقة ال&amp;تالية</translation>
    </message>
    <message>
        <source>Second next n&amp;ote</source>
        <translation>الورقة &amp;بعد التالية</translation>
    </message>
    <message>
        <source>T&amp;hird next note</source>
        <translation>الورقة ال&amp;ثالثة</translation>
    </message>
    <message>
        <source>Car&amp;d at the terminal</source>
        <translation>&amp;بطاقة على الجهاز</translation>
    </message>
    <message>
        <source>&amp;Gift card</source>
        <translation>بطاقة &amp;هدية</translation>
    </message>
    <message>
        <source>In&amp;voice</source>
        <translation>&amp;فاتورة</translation>
    </message>
    <message>
        <source>&amp;Back to choosing</source>
        <translation>ال&amp;عودة إلى الاختيار</translation>
    </message>
    <message>
        <source>Give &amp;up the order</source>
        <translation>إل&amp;غاء الطلب</translation>
    </message>
    <message>
        <source>&amp;Next sale</source>
        <translation>البيع ال&amp;تالي</translation>
    </message>
    <message>
        <source>To the &amp;print queue</source>
        <translation>إلى قائمة ال&amp;طباعة</translation>
    </message>
    <message>
        <source>%1: an amount like 12.50, in %2.</source>
        <translation>%1: مبلغ مثل 12.50 بعملة %2.</translation>
    </message>
    <message>
        <source>&amp;Who is billed</source>
        <translation>من تُ&amp;رسل إليه الفاتورة</translation>
    </message>
    <message>
        <source>C&amp;ode of the gift card, or scan it</source>
        <translation>&amp;رمز بطاقة الهدية، أو امسحها</translation>
    </message>
    <message>
        <source>%1 on account: %2</source>
        <translation>%1 على الحساب: %2</translation>
    </message>
    <message>
        <source>Nothing is to be paid.</source>
        <translation>لا شيء للدفع.</translation>
    </message>
    <message>
        <source>Nothing to pay: Enter takes it.</source>
        <translation>لا شيء للدفع: مفتاح الإدخال يُتمّه.</translation>
    </message>
    <message>
        <source>A part is paid. How is the rest paid?</source>
        <translation>دُفع جزء. كيف يُدفع الباقي؟</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>كيف يُدفع؟</translation>
    </message>
    <message>
        <source>The server is asked.</source>
        <translation>يُسأل الخادم.</translation>
    </message>
    <message>
        <source>Not known whether it is paid. It is being asked again: take no money, hand out no tickets until the answer is here.</source>
        <translation>غير معروف هل دُفع. يُسأل من جديد: لا تأخذ مالًا ولا تسلّم تذاكر حتى يصل الجواب.</translation>
    </message>
    <message>
        <source>The payment is being booked.</source>
        <translation>يجري تسجيل الدفع.</translation>
    </message>
    <message>
        <source>Sold. Give the change. Enter: next sale.</source>
        <translation>تم البيع. أعطِ الباقي. الإدخال: البيع التالي.</translation>
    </message>
    <message>
        <source>Sold. Enter: next sale.</source>
        <translation>تم البيع. الإدخال: البيع التالي.</translation>
    </message>
    <message>
        <source>Not sold. Give the cash back. Enter: next sale.</source>
        <translation>لم يُبَع. أعد النقد. الإدخال: البيع التالي.</translation>
    </message>
    <message>
        <source>Not sold. Enter: next sale.</source>
        <translation>لم يُبَع. الإدخال: البيع التالي.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>number of places, area</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>ولا مقاعد أخرى</numerusform>
            <numerusform>ومقعد آخر</numerusform>
            <numerusform>ومقعدان آخران</numerusform>
            <numerusform>و%n مقاعد أخرى</numerusform>
            <numerusform>و%n مقعدًا آخر</numerusform>
            <numerusform>و%n مقعد آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>amount, key</comment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Cash %1</source>
        <translation>نقد %1</translation>
    </message>
    <message>
        <source>Ta&amp;ke it for nothing</source>
        <translation>&amp;إتمام بلا مقابل</translation>
    </message>
    <message>
        <source>Ta&amp;ke cash</source>
        <translation>&amp;أخذ النقد</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>المدفوع</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الباقي للزبون</translation>
    </message>
    <message>
        <source>&amp;Cash given; nothing typed is the exact amount</source>
        <translation>ال&amp;نقد المستلم؛ الفارغ يعني المبلغ المضبوط</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>النقد المستلم</translation>
    </message>
    <message>
        <source>To be paid b&amp;y</source>
        <translation>يُدفع &amp;حتى</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>يُدفع حتى</translation>
    </message>
    <message>
        <source>Parts of the payment</source>
        <translation>أجزاء الدفع</translation>
    </message>
    <message>
        <source>Take i&amp;t</source>
        <translation>أ&amp;خذ</translation>
    </message>
    <message>
        <source>&amp;Pay</source>
        <translation>ال&amp;دفع</translation>
    </message>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>إعداد الطابعات &amp;والجهاز</translation>
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
        <source>Waiting for the card at the terminal. After a decline the card key asks it again; another way to pay cancels it.</source>
        <translation>بانتظار البطاقة على الجهاز. بعد الرفض يسأله مفتاح البطاقة من جديد، وطريقة أخرى تلغيه.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>محجوز لمدة %1</translation>
    </message>
    <message>
        <source>To be paid within %1</source>
        <translation>يُدفع خلال %1</translation>
    </message>
    <message>
        <source>Open the shi&amp;ft</source>
        <translation>فتح الن&amp;وبة</translation>
    </message>
    <message>
        <source>In the dra&amp;wer now, in %1</source>
        <translation>في الد&amp;رج الآن، بعملة %1</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>النوبة قيد الفتح.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>النوبة مفتوحة.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float: cash goes into that one.</source>
        <translation>كانت نوبة مفتوحة عند هذا الصندوق من قبل، برصيدها الافتتاحي: النقد يدخل فيها.</translation>
    </message>
    <message>
        <source>%1 on account</source>
        <translation>%1 بالفاتورة</translation>
    </message>
    <message>
        <source>Whether it was paid on account is not known. To find out, somebody must approve it again; nothing is paid twice.</source>
        <translation>لا يُعرف هل تم البيع بالفاتورة. لمعرفة ذلك لا بد من موافقة جديدة؛ لا يُدفع شيء مرتين.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that waited for another kind of printer are cancelled: print them from their orders.</source>
        <translation>
            <numerusform>لم يُلغَ أي مستند كان ينتظر طابعة من نوع آخر.</numerusform>
            <numerusform>أُلغي مستند واحد كان ينتظر طابعة من نوع آخر: اطبعه من طلبه.</numerusform>
            <numerusform>أُلغي مستندان كانا ينتظران طابعة من نوع آخر: اطبعهما من طلبيهما.</numerusform>
            <numerusform>أُلغيت %n مستندات كانت تنتظر طابعة من نوع آخر: اطبعها من طلباتها.</numerusform>
            <numerusform>أُلغي %n مستندًا كان ينتظر طابعة من نوع آخر: اطبعها من طلباتها.</numerusform>
            <numerusform>أُلغي %n مستند كان ينتظر طابعة من نوع آخر: اطبعها من طلباتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it is paid on account. F9: approve it again, to find out.</source>
        <translation>لا يُعرف هل تم البيع بالفاتورة. F9: الموافقة من جديد لمعرفة ذلك.</translation>
    </message>
    <message>
        <source>The card at the terminal is being cancelled: take no more money until that is done.</source>
        <translation>يجري إلغاء البطاقة في الجهاز: لا تأخذ مالًا آخر حتى يتم ذلك.</translation>
    </message>
    <message>
        <source>The card was declined: %1. The card key asks for one again; another way to pay cancels it.</source>
        <translation>رُفضت البطاقة: %1. مفتاح البطاقة يطلب بطاقة من جديد؛ وأي طريقة أخرى تلغيها.</translation>
    </message>
    <message>
        <source>No card is being asked for: %1. The card key asks the terminal again; another way to pay cancels it.</source>
        <translation>لا تُطلب أي بطاقة: %1. مفتاح البطاقة يسأل الجهاز من جديد؛ وطريقة دفع أخرى تلغيه.</translation>
    </message>
</context>
</TS>
