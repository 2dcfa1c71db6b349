<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>RefusalText</name>
    <message>
        <source>The server has not answered. It may or may not have been done: ask again, nothing is done twice.</source>
        <translation>لم يجب الخادم. ربما تمّ الأمر وربما لا: اسأل مجددًا، فلا شيء يُنفّذ مرتين.</translation>
    </message>
    <message>
        <source>It was not sent: too much is waiting for answers.</source>
        <translation>لم يُرسل: طلبات كثيرة تنتظر الرد.</translation>
    </message>
    <message>
        <source>The session is over. Sign in again.</source>
        <translation>انتهت الجلسة. سجّل الدخول مجددًا.</translation>
    </message>
    <message>
        <source>Login, password or PIN are wrong.</source>
        <translation>اسم المستخدم أو كلمة المرور أو الرقم السري غير صحيح.</translation>
    </message>
    <message>
        <source>Ten wrong attempts: locked on this device for a quarter of an hour.</source>
        <translation>عشر محاولات خاطئة: مقفل على هذا الجهاز ربع ساعة.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator.</source>
        <translation>هذا الحساب معطّل. راجع المسؤول.</translation>
    </message>
    <message>
        <source>The code of the second factor is needed.</source>
        <translation>رمز العامل الثاني مطلوب.</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong or was used already.</source>
        <translation>رمز العامل الثاني غير صحيح أو استُعمل من قبل.</translation>
    </message>
    <message>
        <source>This account has no PIN. Sign in with the password.</source>
        <translation>لا رقم سري لهذا الحساب. سجّل الدخول بكلمة المرور.</translation>
    </message>
    <message>
        <source>This role is not allowed to do that.</source>
        <translation>هذا الدور غير مخوّل بذلك.</translation>
    </message>
    <message>
        <source>That needs the approval of a supervisor.</source>
        <translation>يتطلب ذلك موافقة مشرف.</translation>
    </message>
    <message>
        <source>They may not approve this; nobody approves their own work.</source>
        <translation>لا يحق لهذا الشخص الموافقة؛ ولا أحد يوافق على عمله.</translation>
    </message>
    <message>
        <source>The approval is for a smaller amount. Ask for another.</source>
        <translation>الموافقة لمبلغ أصغر. اطلب غيرها.</translation>
    </message>
    <message>
        <source>The approval was used already. Ask for another.</source>
        <translation>استُعملت الموافقة من قبل. اطلب غيرها.</translation>
    </message>
    <message>
        <source>The approval came too late: it is good for two minutes. Ask for another.</source>
        <translation>جاءت الموافقة متأخرة: صلاحيتها دقيقتان. اطلب غيرها.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>الموافقة لأمر آخر. اطلب غيرها.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>اسم المستخدم هذا مستعمل.</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>لا يوجد حساب كهذا.</translation>
    </message>
    <message>
        <source>Nobody changes their own account&apos;s role or state.</source>
        <translation>لا أحد يغيّر دور حسابه أو حالته.</translation>
    </message>
    <message>
        <source>This device is not enrolled.</source>
        <translation>هذا الجهاز غير مسجّل.</translation>
    </message>
    <message>
        <source>This device was enrolled anew elsewhere. Enrol it again.</source>
        <translation>سُجّل هذا الجهاز من جديد في مكان آخر. سجّله مرة أخرى.</translation>
    </message>
    <message>
        <source>This device was taken out of use, or its certificate is over.</source>
        <translation>أُخرج هذا الجهاز من الخدمة أو انتهت شهادته.</translation>
    </message>
    <message>
        <source>One-time code: it is not one of this house&apos;s. Compare it letter by letter.</source>
        <translation>رمز المرة الواحدة: ليس من رموز هذا المكان. قارنه حرفًا حرفًا.</translation>
    </message>
    <message>
        <source>One-time code: it was used or is older than ten minutes. Ask for another.</source>
        <translation>رمز المرة الواحدة: استُعمل أو مضى عليه أكثر من عشر دقائق. اطلب غيره.</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>لا يوجد جهاز كهذا.</translation>
    </message>
    <message>
        <source>The house has as many of these as it can.</source>
        <translation>لدى المكان منها أقصى ما يمكن.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile. Look at it again.</source>
        <translation>غيّر أحدهم هذا في الأثناء. انظر إليه مجددًا.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a second.</source>
        <translation>الخادم مشغول. حاول بعد ثانية.</translation>
    </message>
    <message>
        <source>This app is too old for the server. Install the newer version.</source>
        <translation>هذا التطبيق قديم على الخادم. ثبّت الإصدار الأحدث.</translation>
    </message>
    <message>
        <source>A field is not as it must be.</source>
        <translation>أحد الحقول ليس كما يجب.</translation>
    </message>
    <message>
        <source>%1: this is not taken.</source>
        <translation>%1: هذا غير مقبول.</translation>
    </message>
    <message>
        <source>%1: this is not taken. It must be: %2.</source>
        <translation>%1: هذا غير مقبول. يجب أن يكون: %2.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>رفض الخادم هذا.</translation>
    </message>
    <message>
        <source>The server refused this: %1.</source>
        <translation>رفض الخادم هذا: %1.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one (%1), then take cash.</source>
        <translation>لا توجد وردية مفتوحة على هذا الصندوق: تُفتح واحدة (%1) ثم يُقبض النقد.</translation>
    </message>
    <message>
        <source>What this device had begun before cannot be read any more. See whether it was done before it is done again.</source>
        <translation>ما بدأه هذا الجهاز من قبل لم يعد مقروءًا. يُتحقق مما إذا كان قد تم قبل تكراره.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::ApprovalDialog</name>
    <message>
        <source>Approval</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>&amp;Login of who approves</source>
        <translation>اسم &amp;مستخدم من يوافق</translation>
    </message>
    <message>
        <source>Their &amp;PIN</source>
        <translation>رقمه ال&amp;سري</translation>
    </message>
    <message>
        <source>Login of who approves</source>
        <translation>اسم مستخدم من يوافق</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>رقمه السري</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>موا&amp;فقة</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>The login is missing.</source>
        <translation>اسم المستخدم ناقص.</translation>
    </message>
    <message>
        <source>The PIN is missing.</source>
        <translation>الرقم السري ناقص.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::Errand</name>
    <message>
        <source>What was asked before has no answer yet. Wait for it.</source>
        <translation>لا يوجد رد بعد على الطلب السابق. انتظر.</translation>
    </message>
</context>
</TS>
