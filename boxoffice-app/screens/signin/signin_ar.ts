<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SigninScreen</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>L&amp;ogin</source>
        <translation>اسم المست&amp;خدم</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Code of the second &amp;factor</source>
        <translation>رمز &amp;العامل الثاني</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>رمز العامل الثاني</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>تسجيل ال&amp;دخول</translation>
    </message>
    <message>
        <source>Back by PIN</source>
        <translation>العودة بالرقم السري</translation>
    </message>
    <message>
        <source>Who signed in here today</source>
        <translation>من سجّل الدخول هنا اليوم</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>الرقم ال&amp;سري</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>م&amp;تابعة</translation>
    </message>
    <message>
        <source>Login: it is missing.</source>
        <translation>اسم المستخدم: ناقص.</translation>
    </message>
    <message>
        <source>Password: it is missing.</source>
        <translation>كلمة المرور: ناقصة.</translation>
    </message>
    <message>
        <source>PIN: it is missing.</source>
        <translation>الرقم السري: ناقص.</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>سُجّل الدخول: %1</translation>
    </message>
    <message>
        <source>Wait for the next one. If that is wrong too, look at the clock of the telephone: it may be half a minute wrong, no more.</source>
        <translation>انتظر الرمز التالي. إن كان خطأ أيضًا فانظر إلى ساعة الهاتف: يجوز أن تخطئ نصف دقيقة لا أكثر.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>مفتاح Caps Lock مفعّل.</translation>
    </message>
</context>
</TS>
