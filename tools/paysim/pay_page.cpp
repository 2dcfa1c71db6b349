// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/pay_page.h"

namespace tessera::paysim {
namespace {

constexpr std::string_view kPage = R"html(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">
<title>Sandbox payment</title>
<style>
:root{color-scheme:light dark;--ink:#1a2033;--soft:#566078;--line:#7f889f;--paper:#fff;--back:#eef0f6;
--act:#1f4f8f;--on:#fff;--bad:#a4262c}
@media(prefers-color-scheme:dark){:root{--ink:#eef1f8;--soft:#aeb7cb;--line:#7d88a6;--paper:#1b2233;
--back:#121724;--act:#8db8f2;--on:#0f1626;--bad:#ff9d9d}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);
font:16px/1.5 system-ui,sans-serif;display:grid;min-height:100vh;place-items:start center;padding:24px 16px}
main{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:24px;width:100%;
max-width:440px}h1{font-size:1.15rem;margin:0}.sum{font-size:2rem;font-weight:700;margin:.2em 0 .6em}
.note{color:var(--soft);margin:.2em 0 1em}fieldset{border:0;padding:0;margin:0 0 1em}
legend{font-weight:600;padding:0;margin-block-end:.4em}label{display:flex;gap:12px;align-items:center;
min-height:48px;padding:6px 12px;border:1px solid var(--line);border-radius:10px;margin-block-end:8px;
cursor:pointer}label:has(input:checked){border-color:var(--act);box-shadow:0 0 0 1px var(--act)}
input{width:20px;height:20px;accent-color:var(--act)}button{font:inherit;font-weight:600;width:100%;
min-height:48px;border-radius:10px;border:1px solid var(--act);background:var(--act);color:var(--on);
cursor:pointer;margin-block-end:8px}button.plain{background:none;color:var(--act)}
button:disabled{opacity:.6;cursor:default}:focus-visible{outline:3px solid var(--act);outline-offset:2px}
[role=alert]{color:var(--bad);font-weight:600;min-height:1.5em;margin:0 0 .6em}[hidden]{display:none}
</style></head><body><main>
<h1 id="title"></h1><p class="sum" id="sum">…</p><p class="note" id="note"></p>
<p role="alert" id="fault"></p>
<form id="cards"><fieldset><legend id="legend"></legend><div id="list"></div></fieldset>
<button id="pay" type="submit"></button></form>
<section id="secure" hidden aria-labelledby="secureTitle"><h2 id="secureTitle" tabindex="-1"></h2>
<p id="secureNote"></p><button id="approve" type="button"></button>
<button id="reject" type="button" class="plain"></button></section>
<button id="back" type="button" class="plain"></button></main>
<script>
'use strict';
const texts={
en:{title:'Sandbox payment',note:'No money moves here. Choose a test card.',legend:'Card',pay:'Pay',
back:'Back to the shop',secureTitle:'3-D Secure',secureNote:'Your bank asks: is it you?',
approve:'Yes, it is me',reject:'No, reject',visa:'Visa, accepted',three:'Visa, with 3-D Secure',
declined:'Visa, declined',funds:'Visa, no funds',bad:'The card was declined. Try another one.',
gone:'This payment is over.',lost:'No answer. Try again.'},
de:{title:'Testzahlung',note:'Hier fließt kein Geld. Wählen Sie eine Testkarte.',legend:'Karte',
pay:'Bezahlen',back:'Zurück zum Laden',secureTitle:'3-D Secure',
secureNote:'Ihre Bank fragt: Sind Sie das?',approve:'Ja, das bin ich',reject:'Nein, ablehnen',
visa:'Visa, wird angenommen',three:'Visa, mit 3-D Secure',declined:'Visa, wird abgelehnt',
funds:'Visa, ohne Deckung',bad:'Die Karte wurde abgelehnt. Versuchen Sie eine andere.',
gone:'Diese Zahlung ist abgeschlossen.',lost:'Keine Antwort. Versuchen Sie es noch einmal.'},
fr:{title:'Paiement d’essai',note:'Aucun argent ne circule ici. Choisissez une carte de test.',
legend:'Carte',pay:'Payer',back:'Retour à la boutique',secureTitle:'3-D Secure',
secureNote:'Votre banque demande : est-ce bien vous ?',approve:'Oui, c’est moi',reject:'Non, refuser',
visa:'Visa, acceptée',three:'Visa, avec 3-D Secure',declined:'Visa, refusée',
funds:'Visa, sans provision',bad:'La carte a été refusée. Essayez-en une autre.',
gone:'Ce paiement est terminé.',lost:'Pas de réponse. Réessayez.'},
es:{title:'Pago de prueba',note:'Aquí no se mueve dinero. Elija una tarjeta de prueba.',
legend:'Tarjeta',pay:'Pagar',back:'Volver a la tienda',secureTitle:'3-D Secure',
secureNote:'Su banco pregunta: ¿es usted?',approve:'Sí, soy yo',reject:'No, rechazar',
visa:'Visa, aceptada',three:'Visa, con 3-D Secure',declined:'Visa, rechazada',
funds:'Visa, sin fondos',bad:'La tarjeta fue rechazada. Pruebe con otra.',
gone:'Este pago ha terminado.',lost:'Sin respuesta. Inténtelo de nuevo.'},
ar:{title:'دفع تجريبي',note:'لا تُنقل أي أموال هنا. اختر بطاقة اختبار.',legend:'البطاقة',pay:'ادفع',
back:'العودة إلى المتجر',secureTitle:'3-D Secure',secureNote:'يسأل مصرفك: هل هذا أنت؟',
approve:'نعم، هذا أنا',reject:'لا، ارفض',visa:'فيزا، مقبولة',three:'فيزا، مع 3-D Secure',
declined:'فيزا، مرفوضة',funds:'فيزا، بلا رصيد',bad:'رُفضت البطاقة. جرّب بطاقة أخرى.',
gone:'انتهت هذه الدفعة.',lost:'لا جواب. حاول مرة أخرى.'}};
const part=new URLSearchParams(location.hash.slice(1));
const secret=part.get('client_secret')||'';
const intent=location.pathname.split('/').pop();
const wanted=(part.get('lang')||navigator.language||'en').slice(0,2);
const lang=texts[wanted]?wanted:'en';
const t=texts[lang];
document.documentElement.lang=lang;
document.documentElement.dir=lang==='ar'?'rtl':'ltr';
const $=id=>document.getElementById(id);
for(const id of ['title','note','legend','pay','back','secureTitle','secureNote','approve','reject'])
  $(id).textContent=t[id];
document.title=t.title;
for(const [card,key,last] of [['pm_card_visa','visa','4242'],
  ['pm_card_threeDSecure2Required','three','3220'],['pm_card_chargeDeclined','declined','0002'],
  ['pm_card_chargeDeclinedInsufficientFunds','funds','9995']]){
  const label=document.createElement('label');
  const input=Object.assign(document.createElement('input'),{type:'radio',name:'card',value:card});
  input.checked=key==='visa';
  const words=document.createElement('span');
  const number=document.createElement('bdi');
  number.textContent=last;
  words.append(t[key]+' · ',number);
  label.append(input,words);
  $('list').append(label);
}
// Only pages of the web, and never with the secret in their address.
function leave(status){
  let to;
  try{to=new URL(part.get('return_url')||'');}catch{return;}
  if(to.protocol!=='https:'&&to.protocol!=='http:')return;
  to.searchParams.set('redirect_status',status);
  location.replace(to);
}
async function call(path,fields){
  const body=new URLSearchParams({...fields,client_secret:secret});
  const post=fields!==null;
  const answer=await fetch(post?path:path+'?'+new URLSearchParams({client_secret:secret}),
    {method:post?'POST':'GET',headers:{Authorization:'Bearer pk_test_page'},body:post?body:undefined});
  return {status:answer.status,json:await answer.json()};
}
const base='/v1/payment_intents/'+encodeURIComponent(intent);
function busy(on){for(const each of document.querySelectorAll('#cards input,#pay,#approve,#reject'))
  each.disabled=on;}
function secure(on){$('secure').hidden=!on;$('cards').hidden=on;if(on)$('secureTitle').focus();}
function show(found){
  const status=found.status;
  if(status==='requires_capture'||status==='succeeded'||status==='processing')return leave('succeeded');
  if(status==='canceled'){$('fault').textContent=t.gone;busy(true);return;}
  secure(status==='requires_action');
}
async function act(path,fields){
  busy(true);
  $('fault').textContent='';
  try{
    const {status,json}=await call(path,fields);
    const found=json.error?json.error.payment_intent:json;
    busy(false);
    if(json.error)$('fault').textContent=status===402?t.bad:status===400?t.gone:t.lost;
    if(found&&found.status)show(found);
    else if(fields===null)$('fault').textContent=t.gone;
    return found;
  }catch{busy(false);$('fault').textContent=t.lost;return null;}
}
$('cards').addEventListener('submit',event=>{
  event.preventDefault();
  const card=new FormData($('cards')).get('card');  // Before act() disables them.
  act(base+'/confirm',{payment_method:card});
});
const action='/sandbox/payment_intents/'+encodeURIComponent(intent)+'/complete_action';
$('approve').addEventListener('click',()=>act(action,{outcome:'success'}));
$('reject').addEventListener('click',async()=>{
  await act(action,{outcome:'failure'});
  if(!$('fault').textContent)$('fault').textContent=t.bad;
});
$('back').addEventListener('click',()=>leave('canceled'));
// ISO 4217's minor units; Intl says how amounts are usually shown.
const zero='BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const three='BHD IQD JOD KWD LYD OMR TND';
act(base,null).then(found=>{
  if(!found||!found.currency)return;
  const currency=found.currency.toUpperCase();
  const digits=zero.includes(currency)?0:three.includes(currency)?3:2;
  $('sum').textContent=new Intl.NumberFormat(lang,{style:'currency',currency,
    minimumFractionDigits:digits,maximumFractionDigits:digits}).format(found.amount/10**digits);
});
</script></body></html>
)html";

}  // namespace

std::string_view payPage() {
    return kPage;
}

}  // namespace tessera::paysim
