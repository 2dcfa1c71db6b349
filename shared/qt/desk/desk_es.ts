<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>RefusalText</name>
    <message>
        <source>The server has not answered. It may or may not have been done: ask again, nothing is done twice.</source>
        <translation>El servidor no ha respondido. Puede estar hecho o no: volver a pedirlo, nada se hace dos veces.</translation>
    </message>
    <message>
        <source>It was not sent: too much is waiting for answers.</source>
        <translation>No se envió: hay demasiadas peticiones en espera de respuesta.</translation>
    </message>
    <message>
        <source>The session is over. Sign in again.</source>
        <translation>La sesión ha terminado. Volver a iniciarla.</translation>
    </message>
    <message>
        <source>Login, password or PIN are wrong.</source>
        <translation>El usuario, la contraseña o el PIN son incorrectos.</translation>
    </message>
    <message>
        <source>Ten wrong attempts: locked on this device for a quarter of an hour.</source>
        <translation>Diez intentos fallidos: bloqueado en este equipo durante un cuarto de hora.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator.</source>
        <translation>Esta cuenta está desactivada. Consultar a un administrador.</translation>
    </message>
    <message>
        <source>The code of the second factor is needed.</source>
        <translation>Hace falta el código del segundo factor.</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong or was used already.</source>
        <translation>El código del segundo factor es incorrecto o ya se usó.</translation>
    </message>
    <message>
        <source>This account has no PIN. Sign in with the password.</source>
        <translation>Esta cuenta no tiene PIN. Iniciar sesión con la contraseña.</translation>
    </message>
    <message>
        <source>This role is not allowed to do that.</source>
        <translation>Este rol no está autorizado para ello.</translation>
    </message>
    <message>
        <source>That needs the approval of a supervisor.</source>
        <translation>Requiere la aprobación de un supervisor.</translation>
    </message>
    <message>
        <source>They may not approve this; nobody approves their own work.</source>
        <translation>Esa persona no puede aprobarlo; nadie aprueba su propio trabajo.</translation>
    </message>
    <message>
        <source>The approval is for a smaller amount. Ask for another.</source>
        <translation>La aprobación es para un importe menor. Pedir otra.</translation>
    </message>
    <message>
        <source>The approval was used already. Ask for another.</source>
        <translation>La aprobación ya se usó. Pedir otra.</translation>
    </message>
    <message>
        <source>The approval came too late: it is good for two minutes. Ask for another.</source>
        <translation>La aprobación llegó tarde: vale dos minutos. Pedir otra.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>La aprobación es para otra cosa. Pedir otra.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>Ese usuario ya existe.</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>Esa cuenta no existe.</translation>
    </message>
    <message>
        <source>Nobody changes their own account&apos;s role or state.</source>
        <translation>Nadie cambia el rol o el estado de su propia cuenta.</translation>
    </message>
    <message>
        <source>This device is not enrolled.</source>
        <translation>Este equipo no está registrado.</translation>
    </message>
    <message>
        <source>This device was enrolled anew elsewhere. Enrol it again.</source>
        <translation>Este equipo se registró de nuevo en otro lugar. Registrarlo otra vez.</translation>
    </message>
    <message>
        <source>This device was taken out of use, or its certificate is over.</source>
        <translation>Este equipo se retiró del servicio, o su certificado ha caducado.</translation>
    </message>
    <message>
        <source>One-time code: it is not one of this house&apos;s. Compare it letter by letter.</source>
        <translation>Código de un solo uso: no es de esta casa. Compararlo letra por letra.</translation>
    </message>
    <message>
        <source>One-time code: it was used or is older than ten minutes. Ask for another.</source>
        <translation>Código de un solo uso: ya se usó o tiene más de diez minutos. Pedir otro.</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>Ese equipo no existe.</translation>
    </message>
    <message>
        <source>The house has as many of these as it can.</source>
        <translation>La casa tiene tantos como puede tener.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile. Look at it again.</source>
        <translation>Alguien lo ha cambiado entretanto. Volver a mirarlo.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a second.</source>
        <translation>El servidor está ocupado. Volver a intentarlo en un segundo.</translation>
    </message>
    <message>
        <source>This app is too old for the server. Install the newer version.</source>
        <translation>Esta aplicación es demasiado antigua para el servidor. Instalar la versión nueva.</translation>
    </message>
    <message>
        <source>A field is not as it must be.</source>
        <translation>Un campo no es como debe ser.</translation>
    </message>
    <message>
        <source>%1: this is not taken.</source>
        <translation>%1: esto no se acepta.</translation>
    </message>
    <message>
        <source>%1: this is not taken. It must be: %2.</source>
        <translation>%1: esto no se acepta. Debe ser: %2.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>El servidor lo rechazó.</translation>
    </message>
    <message>
        <source>The server refused this: %1.</source>
        <translation>El servidor lo rechazó: %1.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one (%1), then take cash.</source>
        <translation>No hay ningún turno abierto en esta caja: abrir uno (%1) y luego cobrar en efectivo.</translation>
    </message>
    <message>
        <source>What this device had begun before cannot be read any more. See whether it was done before it is done again.</source>
        <translation>Lo que este dispositivo había empezado ya no se puede leer. Comprobar si se hizo antes de repetirlo.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::ApprovalDialog</name>
    <message>
        <source>Approval</source>
        <translation>Aprobación</translation>
    </message>
    <message>
        <source>&amp;Login of who approves</source>
        <translation>&amp;Usuario de quien aprueba</translation>
    </message>
    <message>
        <source>Their &amp;PIN</source>
        <translation>Su &amp;PIN</translation>
    </message>
    <message>
        <source>Login of who approves</source>
        <translation>Usuario de quien aprueba</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>Su PIN</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Aprobar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>The login is missing.</source>
        <translation>Falta el usuario.</translation>
    </message>
    <message>
        <source>The PIN is missing.</source>
        <translation>Falta el PIN.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::Errand</name>
    <message>
        <source>What was asked before has no answer yet. Wait for it.</source>
        <translation>La petición anterior aún no tiene respuesta. Esperar.</translation>
    </message>
</context>
</TS>
