<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AccountPanel</name>
    <message>
        <source>What is typed is not saved.</source>
        <translation>ما كُتب لم يُحفظ.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>تجاهله</translation>
    </message>
    <message>
        <source>Another password for %1? The one there is and the PIN are over.</source>
        <translation>كلمة مرور أخرى لـ %1؟ تنتهي الحالية ورمز PIN.</translation>
    </message>
    <message>
        <source>Make another password</source>
        <translation>إنشاء كلمة مرور أخرى</translation>
    </message>
    <message>
        <source>%1 signs in by the password alone then.</source>
        <translation>سيدخل %1 عندئذ بكلمة المرور وحدها.</translation>
    </message>
    <message>
        <source>Take the second factor away</source>
        <translation>إزالة العامل الثاني</translation>
    </message>
    <message>
        <source>%1 signs in with a code of a telephone, too, from now on.</source>
        <translation>سيدخل %1 من الآن برمز من الهاتف أيضًا.</translation>
    </message>
    <message>
        <source>Make a second factor</source>
        <translation>إنشاء عامل ثانٍ</translation>
    </message>
    <message>
        <source>%1 may sign in again, with the password that there was.</source>
        <translation>يمكن لـ %1 الدخول من جديد بكلمة المرور السابقة.</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>السماح من جديد</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in any more.</source>
        <translation>يُخرج %1 من كل مكان ولا يمكنه الدخول بعد ذلك.</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>منع</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>نُسخ. يُزال من الحافظة عند المغادرة.</translation>
    </message>
    <message>
        <source>Second factor of %1</source>
        <translation>العامل الثاني لـ %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>كلمة مرور %1</translation>
    </message>
    <message>
        <source>Shown this once. The telephone reads the code, or the key is typed.</source>
        <translation>يظهر هذه المرة فقط. يقرأ الهاتف الرمز، أو يُكتب المفتاح.</translation>
    </message>
    <message>
        <source>Shown this once, and gone when it is left.</source>
        <translation>يظهر هذه المرة فقط ويختفي عند المغادرة.</translation>
    </message>
    <message>
        <source>Take the second &amp;factor away</source>
        <translation>إزالة ال&amp;عامل الثاني</translation>
    </message>
    <message>
        <source>Make a second &amp;factor</source>
        <translation>إنشاء &amp;عامل ثانٍ</translation>
    </message>
    <message>
        <source>&amp;Let in again</source>
        <translation>ال&amp;سماح من جديد</translation>
    </message>
    <message>
        <source>Shut o&amp;ut</source>
        <translation>م&amp;نع</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>حساب جديد</translation>
    </message>
    <message>
        <source>The password is made by the server, and shown this once.</source>
        <translation>ينشئ الخادم كلمة المرور، وتظهر مرة واحدة.</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out by a change of the name. Another administrator changes the rest.</source>
        <translation>هذا حسابك: تغيير الاسم يخرجك. ويغيّر الباقي مدير آخر.</translation>
    </message>
    <message>
        <source>Whoever is signed in by it is signed out by a change.</source>
        <translation>كل تغيير يُخرج من دخل بهذا الحساب.</translation>
    </message>
    <message>
        <source>F&amp;ind an account</source>
        <translation>ال&amp;بحث عن حساب</translation>
    </message>
    <message>
        <source>Enter opens. After ten wrong passwords a person is locked on one device for a quarter of an hour: that passes by itself, and is not shown here.</source>
        <translation>المفتاح Enter يفتح. بعد عشر كلمات مرور خاطئة يُمنع الشخص على جهاز واحد ربع ساعة: يزول ذلك تلقائيًا ولا يظهر هنا.</translation>
    </message>
    <message>
        <source>Lo&amp;gin, for good</source>
        <translation>اسم ال&amp;دخول، نهائي</translation>
    </message>
    <message>
        <source>Na&amp;me, as others see it</source>
        <translation>ال&amp;اسم كما يراه الآخرون</translation>
    </message>
    <message>
        <source>&amp;Role: each may whatever the one before may</source>
        <translation>الدور: كل دور يملك ما &amp;قبله</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile: %1</source>
        <translation>غيّره شخص ما في هذه الأثناء: %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::DevicePanel</name>
    <message>
        <source>Another code for %1? Once it is used, the certificate that there is is taken no more.</source>
        <translation>رمز آخر لـ %1؟ عند استعماله لا تُقبل الشهادة الحالية.</translation>
    </message>
    <message>
        <source>Make another code</source>
        <translation>إنشاء رمز آخر</translation>
    </message>
    <message>
        <source>Take %1, at which you sit, out of use for good? Why, for the trail, without personal data:</source>
        <translation>إخراج %1، الجهاز الذي تجلس إليه، من الخدمة نهائيًا؟ السبب، للسجل، دون بيانات شخصية:</translation>
    </message>
    <message>
        <source>Take %1 out of use for good? Why, for the trail, without personal data:</source>
        <translation>إخراج %1 من الخدمة نهائيًا؟ السبب، للسجل، دون بيانات شخصية:</translation>
    </message>
    <message>
        <source>At most 200 bytes.</source>
        <translation>200 بايت على الأكثر.</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>نُسخ. يُزال من الحافظة عند المغادرة.</translation>
    </message>
    <message>
        <source>Typed at the device within %1. Shown this once.</source>
        <translation>يُكتب على الجهاز خلال %1. يظهر هذه المرة فقط.</translation>
    </message>
    <message>
        <source>One-time code for %1</source>
        <translation>رمز لمرة واحدة لـ %1</translation>
    </message>
    <message>
        <source>It was taken out of use for good: what comes in its place is a new device.</source>
        <translation>أُخرج من الخدمة نهائيًا: ما يحل محله جهاز جديد.</translation>
    </message>
    <message>
        <source>You sit at this device.</source>
        <translation>أنت تجلس إلى هذا الجهاز.</translation>
    </message>
    <message>
        <source>It keeps its place in the list with another code.</source>
        <translation>يحتفظ بمكانه في القائمة مع رمز آخر.</translation>
    </message>
    <message>
        <source>F&amp;ind a device</source>
        <translation>ال&amp;بحث عن جهاز</translation>
    </message>
    <message>
        <source>Enter opens. Yours is in bold type.</source>
        <translation>المفتاح Enter يفتح. جهازك بخط عريض.</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>جهاز جديد</translation>
    </message>
    <message>
        <source>Na&amp;me, as staff see it</source>
        <translation>ال&amp;اسم كما يراه الموظفون</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PersonPanel</name>
    <message>
        <source>This customer has no e-mail.</source>
        <translation>ليس لهذا العميل بريد إلكتروني.</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>مكان الكتابة</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Erase everything that names this person? Nobody can take that back.</source>
        <translation>مسح كل ما يذكر هذا الشخص؟ لا يمكن لأحد التراجع عنه.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>مسح نهائي</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>F&amp;ind a customer</source>
        <translation>البحث عن &amp;عميل</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>العملاء الموجودون</translation>
    </message>
    <message>
        <source>What is known of a person</source>
        <translation>ما يُعرف عن شخص</translation>
    </message>
    <message>
        <source>E-&amp;mail of the person</source>
        <translation>ال&amp;بريد الإلكتروني للشخص</translation>
    </message>
    <message>
        <source>The file has orders, tickets, mails and customers of this e-mail. It is personal data: give it to that person alone, and delete it then.</source>
        <translation>يضم الملف طلبات هذا البريد وتذاكره ورسائله وعملاءه. إنها بيانات شخصية: أعطه لذلك الشخص وحده ثم احذفه.</translation>
    </message>
    <message>
        <source>Erase the person</source>
        <translation>مسح الشخص</translation>
    </message>
    <message>
        <source>Name, e-mail, telephone and notes are replaced by a pseudonym. What is kept: amounts, payments, tickets and the trail, without the name, because the books must stay true; invoices that were drawn, as papers of the house; orders of events to come, until they are over. Files that were saved at tills are not reached.</source>
        <translation>يحل اسم مستعار محل الاسم والبريد والهاتف والملاحظات. يبقى: المبالغ والمدفوعات والتذاكر والسجل دون الاسم، لأن الدفاتر يجب أن تبقى صحيحة؛ والفواتير الصادرة كأوراق للدار؛ وطلبات الفعاليات القادمة حتى تنتهي. ولا يشمل ذلك الملفات المحفوظة عند الصناديق.</translation>
    </message>
    <message>
        <source>The e-mail &amp;once more, to be sure</source>
        <translation>&amp;البريد مرة أخرى للتأكد</translation>
    </message>
    <message>
        <source>&amp;Why, for the trail, without personal data</source>
        <translation>ال&amp;سبب، للسجل، دون بيانات شخصية</translation>
    </message>
    <message>
        <source>Who bought without being a customer is found by the e-mail alone: type it in its field.</source>
        <translation>من اشترى دون أن يكون عميلًا يُعثر عليه بالبريد وحده: اكتبه في حقله.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SecretCard</name>
    <message>
        <source>QR code of the second factor</source>
        <translation>رمز QR للعامل الثاني</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::StaffScreen</name>
    <message>
        <source>Accoun&amp;ts</source>
        <translation>ال&amp;حسابات</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>الأج&amp;هزة</translation>
    </message>
    <message>
        <source>A &amp;person&apos;s data</source>
        <translation>بيانات شخ&amp;ص</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>ال&amp;بحث</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>&amp;قراءة من جديد</translation>
    </message>
    <message>
        <source>Copy &amp;what is shown once</source>
        <translation>نسخ ما يظهر مرة &amp;واحدة</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ر&amp;جوع</translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation>حساب جد&amp;يد</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>حف&amp;ظ</translation>
    </message>
    <message>
        <source>An&amp;other password</source>
        <translation>&amp;كلمة مرور أخرى</translation>
    </message>
    <message>
        <source>&amp;Code for a new device</source>
        <translation>&amp;رمز لجهاز جديد</translation>
    </message>
    <message>
        <source>Another code &amp;for the device</source>
        <translation>رمز &amp;آخر للجهاز</translation>
    </message>
    <message>
        <source>Take out of &amp;use</source>
        <translation>إخراج من ال&amp;خدمة</translation>
    </message>
    <message>
        <source>E&amp;xport to a file</source>
        <translation>&amp;تصدير إلى ملف</translation>
    </message>
    <message>
        <source>E&amp;rase the person</source>
        <translation>مسح الش&amp;خص</translation>
    </message>
    <message>
        <source>Accounts and devices are shown to whoever may manage staff: an administrator.</source>
        <translation>تظهر الحسابات والأجهزة لمن يحق له إدارة الموظفين: مدير النظام.</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>العودة إلى البيع</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>A person&apos;s data</source>
        <translation>بيانات شخص</translation>
    </message>
    <message>
        <source>Sta&amp;ff and devices</source>
        <translation>الموظفون والأ&amp;جهزة</translation>
    </message>
</context>
</TS>
