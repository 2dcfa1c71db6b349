<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintersScreen</name>
    <message>
        <source>Sa&amp;ve</source>
        <translation>حف&amp;ظ</translation>
    </message>
    <message>
        <source>Test the t&amp;icket printer</source>
        <translation>اختبار طابعة ال&amp;تذاكر</translation>
    </message>
    <message>
        <source>Test the &amp;receipt printer</source>
        <translation>اختبار طابعة الإي&amp;صالات</translation>
    </message>
    <message>
        <source>Address and port, &amp;or a device; empty: there is none</source>
        <translation>ال&amp;عنوان والمنفذ، أو جهاز؛ فارغ: لا توجد</translation>
    </message>
    <message>
        <source>A&amp;ddress and port, or a device; empty: there is none</source>
        <translation>العن&amp;وان والمنفذ، أو جهاز؛ فارغ: لا توجد</translation>
    </message>
    <message>
        <source>Address of the ticket printer</source>
        <translation>عنوان طابعة التذاكر</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>عنوان طابعة الإيصالات</translation>
    </message>
    <message>
        <source>It says what it has printed</source>
        <translation>تُبلّغ عمّا طبعته</translation>
    </message>
    <message>
        <source>A &amp;cash drawer hangs at it: open it when cash is taken</source>
        <translation>&amp;درج نقود متصل بها: يُفتح عند أخذ النقد</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>جهاز البطاقات</translation>
    </message>
    <message>
        <source>&amp;The provider&apos;s id of the terminal; empty: there is none</source>
        <translation>مع&amp;رّف الجهاز لدى المزوّد؛ فارغ: لا يوجد</translation>
    </message>
    <message>
        <source>Id of the card terminal</source>
        <translation>معرّف جهاز البطاقات</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>Save an address first.</source>
        <translation>احفظ عنوانًا أولًا.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Test ticket</source>
        <translation>تذكرة اختبار</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>لا تُدخل أحدًا</translation>
    </message>
    <message>
        <source>A test is on its way to the printer.</source>
        <translation>اختبار في طريقه إلى الطابعة.</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>قائمة الطباعة ممتلئة.</translation>
    </message>
    <message>
        <source>Printers and &amp;terminal</source>
        <translation>الطابعات وال&amp;جهاز</translation>
    </message>
    <message>
        <source>192.168.1.20:9100 or /dev/usb/lp0</source>
        <translation>192.168.1.20:9100 أو /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Ticket &amp;paper</source>
        <translation>ور&amp;ق التذاكر</translation>
    </message>
    <message>
        <source>FGL, by its address</source>
        <translation>FGL حسب العنوان</translation>
    </message>
    <message>
        <source>ESC/POS, by its address</source>
        <translation>ESC/POS حسب العنوان</translation>
    </message>
    <message>
        <source>PDF: %1</source>
        <translation>PDF: %1</translation>
    </message>
    <message>
        <source>Ticket printer</source>
        <translation>طابعة التذاكر</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>طابعة الإيصالات</translation>
    </message>
    <message>
        <source>&amp;Kind of ticket printer</source>
        <translation>&amp;نوع طابعة التذاكر</translation>
    </message>
    <message>
        <source>Ki&amp;nd of receipt printer</source>
        <translation>نوع طابعة الإ&amp;يصالات</translation>
    </message>
    <message>
        <source>Kind of ticket printer</source>
        <translation>نوع طابعة التذاكر</translation>
    </message>
    <message>
        <source>Kind of receipt printer</source>
        <translation>نوع طابعة الإيصالات</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;العودة</translation>
    </message>
</context>
</TS>
