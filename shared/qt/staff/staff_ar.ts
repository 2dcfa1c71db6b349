<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::staff::DeviceBook</name>
    <message>
        <source>The code is over: make another one for the same device.</source>
        <translation>انتهت صلاحية الرمز: أنشئ رمزًا آخر للجهاز نفسه.</translation>
    </message>
    <message>
        <source>Name of the device: 1 to 200 bytes.</source>
        <translation>اسم الجهاز: من 1 إلى 200 بايت.</translation>
    </message>
    <message>
        <source>The code for %1 is shown this once.</source>
        <translation>يظهر رمز %1 هذه المرة فقط.</translation>
    </message>
    <message>
        <source>No such device was made by now. Look at the list, then ask again.</source>
        <translation>لم يُنشأ جهاز كهذا حتى الآن. انظر إلى القائمة ثم اطلب مجددًا.</translation>
    </message>
    <message>
        <source>%1 is taken out of use.</source>
        <translation>أُخرج %1 من الخدمة.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>سُجّل في</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>الشهادة حتى</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>أُنشئ في</translation>
    </message>
    <message>
        <source>The code for %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>أُنشئ رمز %1 لكنه ضاع: لم يكن أحد مسجّل الدخول. أنشئ رمزًا آخر.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a code that was made is lost with its answer: make another one.</source>
        <translation>تغيّر %1 في هذه الأثناء، وضاع الرمز المُنشأ مع الرد: أنشئ رمزًا آخر.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>غيّر شخص ما %1 في هذه الأثناء: أُعيدت قراءته. انظر إليه ثم كرّر ذلك.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::PersonDesk</name>
    <message>
        <source>E-mail: 3 to 254 bytes with one @.</source>
        <translation>البريد الإلكتروني: من 3 إلى 254 بايت وفيه @ واحدة.</translation>
    </message>
    <message>
        <source>Nothing is known of anybody with this e-mail.</source>
        <translation>لا يُعرف شيء عن صاحب هذا البريد.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>تتعذر كتابة الملف: %1.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
    <message>
        <source>It is not the e-mail above: type it again.</source>
        <translation>ليس هذا البريد المذكور أعلاه: اكتبه مجددًا.</translation>
    </message>
    <message>
        <source>Reason: 1 to 200 bytes.</source>
        <translation>السبب: من 1 إلى 200 بايت.</translation>
    </message>
    <message>
        <source>It is done, or goes on by itself.</source>
        <translation>تم ذلك، أو يستمر تلقائيًا.</translation>
    </message>
    <message>
        <source>Customers erased: %1</source>
        <translation>عملاء مُسحوا: %1</translation>
    </message>
    <message>
        <source>Orders erased: %1</source>
        <translation>طلبات مُسحت: %1</translation>
    </message>
    <message>
        <source>Orders that are being erased: %1</source>
        <translation>طلبات يجري مسحها: %1</translation>
    </message>
    <message>
        <source>Orders of events to come, erased after them: %1</source>
        <translation>طلبات لفعاليات قادمة، تُمسح بعدها: %1</translation>
    </message>
    <message>
        <source>More orders are known of this e-mail than one file holds: nothing was written.</source>
        <translation>الطلبات المعروفة لهذا البريد أكثر مما يتسع له ملف واحد: لم يُكتب شيء.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::StaffBook</name>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>العامل الثاني</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>أُنشئ في</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>cannot sign in</source>
        <translation>ممنوع من الدخول</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>يمكنه الدخول</translation>
    </message>
    <message>
        <source>Login: 2 to 40 of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, beginning with a letter or a digit.</source>
        <translation>اسم الدخول: من 2 إلى 40 من a-z و0-9 و&apos;.&apos; و&apos;_&apos; و&apos;-&apos;، ويبدأ بحرف أو رقم.</translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>الاسم: من 1 إلى 200 بايت.</translation>
    </message>
    <message>
        <source>%1 is made. The password is shown this once.</source>
        <translation>أُنشئ %1. تظهر كلمة المرور هذه المرة فقط.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>اسم الدخول هذا مستخدم بالفعل.</translation>
    </message>
    <message>
        <source>%1 is made, but the answer with the password was lost: make another one.</source>
        <translation>أُنشئ %1، لكن الرد الذي فيه كلمة المرور ضاع: أنشئ كلمة أخرى.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in.</source>
        <translation>أُخرج %1 من كل مكان ولا يمكنه الدخول.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>يمكن لـ %1 الدخول من جديد.</translation>
    </message>
    <message>
        <source>Another administrator does that to your account: you would be signed out before you could read it.</source>
        <translation>يفعل ذلك بحسابك مدير آخر: ستُخرج قبل أن تتمكن من قراءته.</translation>
    </message>
    <message>
        <source>The password of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>أُنشئت كلمة مرور %1 لكنها ضاعت: لم يكن أحد مسجّل الدخول. أنشئ كلمة أخرى.</translation>
    </message>
    <message>
        <source>The second factor of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>أُنشئ العامل الثاني لـ %1 لكنه ضاع: لم يكن أحد مسجّل الدخول. أنشئ عاملًا آخر.</translation>
    </message>
    <message>
        <source>Saved: %1. Whoever is signed in by it signs in again.</source>
        <translation>حُفظ: %1. على من دخل به أن يدخل من جديد.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a password that was made is lost with its answer: make another one.</source>
        <translation>تغيّر %1 في هذه الأثناء، وضاعت كلمة المرور المُنشأة مع الرد: أنشئ كلمة أخرى.</translation>
    </message>
    <message>
        <source>The password of %1 is shown this once. The former one and the PIN are over.</source>
        <translation>تظهر كلمة مرور %1 هذه المرة فقط. انتهت السابقة ورمز PIN.</translation>
    </message>
    <message>
        <source>The second factor of %1 is taken away.</source>
        <translation>أُزيل العامل الثاني لـ %1.</translation>
    </message>
    <message>
        <source>The second factor of %1 is shown this once: let the telephone read it now.</source>
        <translation>يظهر العامل الثاني لـ %1 هذه المرة فقط: اقرأه بالهاتف الآن.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a second factor that was made is lost with its answer: make another one.</source>
        <translation>تغيّر %1 في هذه الأثناء، وضاع العامل الثاني المُنشأ مع الرد: أنشئ عاملًا آخر.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>غيّر شخص ما %1 في هذه الأثناء: أُعيدت قراءته. انظر إليه ثم كرّر ذلك.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::staff::Words</name>
    <message>
        <source>Cashier</source>
        <translation>أمين صندوق</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>مدير فعاليات</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>waits for its code</source>
        <translation>ينتظر رمزه</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>قيد الاستعمال</translation>
    </message>
    <message>
        <source>certificate over</source>
        <translation>انتهت الشهادة</translation>
    </message>
    <message>
        <source>taken out of use</source>
        <translation>خارج الخدمة</translation>
    </message>
</context>
</TS>
