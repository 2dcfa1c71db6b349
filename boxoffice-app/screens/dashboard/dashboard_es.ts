<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::DashboardScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>Otro e&amp;vento</translation>
    </message>
    <message>
        <source>Plots or &amp;tables</source>
        <translation>Gráficos o &amp;tablas</translation>
    </message>
    <message>
        <source>Another s&amp;pan of time</source>
        <translation>&amp;Otro periodo</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Hay más: escribir más del nombre, del recinto o de la ciudad.</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>Tickets per minute</source>
        <translation>Entradas por minuto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>Hora, %1</translation>
    </message>
    <message>
        <source>Choose an event.</source>
        <translation>Elegir un evento.</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Aún no se ha contado nada.</translation>
    </message>
    <message numerus="yes">
        <source>Old: counted at %1, %n second(s) ago. Nothing newer has come since.</source>
        <translation>
            <numerusform>Anticuado: contado a las %1, hace %n segundo. Desde entonces nada más nuevo.</numerusform>
            <numerusform>Anticuado: contado a las %1, hace %n segundos. Desde entonces nada más nuevo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted at %1, %n second(s) ago.</source>
        <translation>
            <numerusform>Contado a las %1, hace %n segundo.</numerusform>
            <numerusform>Contado a las %1, hace %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendidos</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reservados</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Ingresos</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Elegir un evento</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>Nombre, &amp;recinto o ciudad</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Eventos encontrados</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter chooses, Esc leaves.</source>
        <translation>Las flechas recorren la lista, Intro elige, Esc sale.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>El último minuto</numerusform>
            <numerusform>Los últimos %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>By price band</source>
        <translation>Por franja</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Por canal</translation>
    </message>
    <message>
        <source>Plot of tickets per minute: F11 shows it as a table</source>
        <translation>Gráfico de entradas por minuto: F11 lo muestra como tabla</translation>
    </message>
    <message>
        <source>Bars by price band: F11 shows them as a table</source>
        <translation>Barras por franja: F11 las muestra como tabla</translation>
    </message>
    <message>
        <source>Bars by channel: F11 shows them as a table</source>
        <translation>Barras por canal: F11 las muestra como tabla</translation>
    </message>
    <message>
        <source>Sold by price band</source>
        <translation>Vendido por franja</translation>
    </message>
    <message>
        <source>Sold by channel</source>
        <translation>Vendido por canal</translation>
    </message>
    <message>
        <source>Tickets or &amp;revenue</source>
        <translation>Entradas o &amp;ingresos</translation>
    </message>
    <message>
        <source>Revenue per minute</source>
        <translation>Ingresos por minuto</translation>
    </message>
    <message>
        <source>Plot of revenue per minute: F11 shows it as a table</source>
        <translation>Gráfico de ingresos por minuto: F11 lo muestra como tabla</translation>
    </message>
    <message>
        <source>Tickets and revenue per minute</source>
        <translation>Entradas e ingresos por minuto</translation>
    </message>
</context>
</TS>
