<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::qt::SeatMapModel</name>
    <message>
        <source>Available</source>
        <translation>متاح</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>محجوز مؤقتًا</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>مباع</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>محجوب: %1</translation>
    </message>
    <message>
        <source>Section %1, row %2, seat %3. %4. %5.</source>
        <translation>القسم %1، الصف %2، المقعد %3. %4. %5.</translation>
    </message>
    <message>
        <source>By %1 until %2.</source>
        <translation>بواسطة %1 حتى %2.</translation>
    </message>
    <message>
        <source>Wheelchair place.</source>
        <translation>مكان لكرسي متحرك.</translation>
    </message>
    <message>
        <source>Selected.</source>
        <translation>محدَّد.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>مخطط المقاعد</translation>
    </message>
    <message>
        <source>Arrow keys go from seat to seat, space selects. The table of seats has the same seats as text.</source>
        <translation>تنقل الأسهم من مقعد إلى مقعد، ومفتاح المسافة يحدّد. وفي جدول المقاعد المقاعد نفسها نصًا.</translation>
    </message>
    <message>
        <source>On the map: to the next seat</source>
        <translation>في المخطط: إلى المقعد التالي</translation>
    </message>
    <message>
        <source>On the map: select the next seat, too</source>
        <translation>في المخطط: تحديد المقعد التالي أيضًا</translation>
    </message>
    <message>
        <source>On the map: select the seat, or not any more</source>
        <translation>في المخطط: تحديد المقعد أو إلغاء تحديده</translation>
    </message>
    <message>
        <source>On the map: to the first or last seat of the row</source>
        <translation>في المخطط: إلى أول مقعد في الصف أو آخره</translation>
    </message>
    <message>
        <source>On the map: select as far as the first or last seat of the row</source>
        <translation>في المخطط: تحديد المقاعد حتى أول الصف أو آخره</translation>
    </message>
    <message>
        <source>On the map: larger or smaller</source>
        <translation>في المخطط: تكبير أو تصغير</translation>
    </message>
    <message>
        <source>On the map: all of it</source>
        <translation>في المخطط: إظهاره كله</translation>
    </message>
    <message>
        <source>On the map: a page up or down</source>
        <translation>في المخطط: صفحة إلى أعلى أو أسفل</translation>
    </message>
    <message>
        <source>On the map: select nothing any more</source>
        <translation>في المخطط: إلغاء التحديد كله</translation>
    </message>
    <message>
        <source>On the map: undo the last selection</source>
        <translation>في المخطط: التراجع عن آخر تحديد</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatTableModel</name>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>المقعد</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>محجوز من</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>محجوز حتى</translation>
    </message>
    <message>
        <source>%1, selected</source>
        <translation>%1، محدد</translation>
    </message>
</context>
</TS>
