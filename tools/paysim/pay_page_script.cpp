// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/pay_page_parts.h"

namespace tessera::paysim {
namespace {

constexpr std::string_view kScript = R"js('use strict';
const $=id=>document.getElementById(id);
const texts=JSON.parse($('words').textContent);
const part=new URLSearchParams(location.hash.slice(1));
const secret=part.get('client_secret')||'';
const intent=encodeURIComponent(location.pathname.split('/').pop());
const wanted=(part.get('lang')||navigator.language||'en').slice(0,2);
const lang=Object.hasOwn(texts,wanted)?wanted:'en';
const t=texts[lang];
const cards=[['pm_card_visa','visa','4242'],['pm_card_threeDSecure2Required','three','3220'],
  ['pm_card_chargeDeclined','declined','0002'],
  ['pm_card_chargeDeclinedInsufficientFunds','funds','9995']];
let sum='',busy=false;

// Pages of the web only, and never with the secret in their address.
function shopUrl(){
  let to;
  try{to=new URL(part.get('return_url')||'');}catch{return null;}
  return to.protocol==='https:'||to.protocol==='http:'?to:null;
}
const shop=shopUrl();
function leave(status){
  if(!shop)return;
  shop.searchParams.set('redirect_status',status);
  location.replace(shop);
}
// What is put among words of the right has a direction of its own.
function say(key,values){
  const own=value=>lang==='ar'?'\u2068'+value+'\u2069':value;
  return t[key].replace(/\{(\w+)\}/g,(whole,name)=>own(values[name]));
}
function fact(id,text){
  $(id).textContent=text;
  $(id).parentElement.hidden=text==='';
}
function span(name,text){
  return Object.assign(document.createElement('span'),{className:name,textContent:text});
}
function addCard([value,key,last]){
  const label=document.createElement('label');
  const input=Object.assign(document.createElement('input'),{type:'radio',name:'card',value});
  input.checked=key==='visa';
  const words=document.createElement('span');
  const end=span('end','');
  const number=document.createElement('bdi');
  number.textContent=last;
  end.append(t.end+' ',number);
  words.append(t[key]+' ',end);
  label.append(input,words);
  $('list').append(label);
}
function inputOf(value){return document.querySelector(`input[value="${CSS.escape(value)}"]`);}
function markDeclined(value){
  const input=inputOf(value);
  if(!input)return;
  input.checked=false;
  const end=input.parentElement.querySelector('.end');
  if(!end.querySelector('.was'))end.prepend(span('was',t.was+' · '));
}
function fault(text){
  $('fault').textContent=text;
  document.title=(text?text+' · ':'')+($('bank').hidden?t.title:t.bankTitle);
}
// A key that is switched off loses the focus, so it only says that it does nothing for now.
function work(on){
  busy=on;
  for(const id of ['pay','approve','reject'])$(id).setAttribute('aria-disabled',String(on));
}
function askBank(found){
  const of=found.payment_method;
  const card=cards.find(each=>each[0]===(of&&of.id||of));
  $('bankAsk').textContent=card&&shop?
    say('bankAsk',{shop:shop.hostname,sum,last:card[2]}):say('bankAskBare',{sum});
}
function step(bank){
  const changes=$('bank').hidden===bank;
  $('bank').hidden=!bank;
  $('paying').hidden=bank;
  document.title=bank?t.bankTitle:t.title;
  if(changes)$(bank?'bankTitle':'title').focus();
}
function over(){
  step(false);
  $('choice').disabled=true;
  $('pay').disabled=true;
  for(const input of document.querySelectorAll('input'))input.checked=false;
  $('backNote').hidden=true;
  fault(t.gone);
}
function show(found){
  const status=found.status;
  if(['requires_capture','succeeded','processing'].includes(status))return leave('succeeded');
  if(status==='canceled')return over();
  if(status==='requires_action')askBank(found);
  step(status==='requires_action');
}
async function call(path,fields){
  const body=new URLSearchParams({...fields,client_secret:secret});
  const answer=await fetch(fields?path:path+'?'+body,{method:fields?'POST':'GET',
    headers:{Authorization:'Bearer pk_test_page'},body:fields?body:undefined});
  return {status:answer.status,json:await answer.json()};
}
function isOver(status){return status>=400&&status<500&&status!==429;}
// Returns what the sandbox says the payment is now; nothing where it says nothing.
async function act(path,fields){
  if(busy)return null;
  work(true);
  fault('');
  try{
    const {status,json}=await call(path,fields);
    const found=json.error?json.error.payment_intent:json;
    if(found&&found.status)show(found);
    else if(isOver(status))over();
    if(status===402)fault(t.bad);
    else if(json.error&&!$('choice').disabled)fault(t.lost);
    return found&&found.status?{...found,refused:status===402}:null;
  }catch{fault(t.lost);return null;}finally{work(false);}
}
const base='/v1/payment_intents/'+intent;
async function pay(event){
  event.preventDefault();
  if(!sum){await begin();return;}  // Nobody pays a sum that was not shown.
  const card=new FormData($('cards')).get('card');
  if(!card){fault(t.choose);return;}
  const found=await act(base+'/confirm',{payment_method:card});
  if(found&&found.refused)markDeclined(card);
}
const action='/sandbox/payment_intents/'+intent+'/complete_action';
async function reject(){
  const found=await act(action,{outcome:'failure'});
  if(found&&found.status==='requires_payment_method')fault(t.rejected);
}
// ISO 4217's minor units; Intl says how amounts are usually shown.
const zero='BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const three='BHD IQD JOD KWD LYD OMR TND';
function moneyOf(found){
  const currency=found.currency.toUpperCase();
  const digits=zero.includes(currency)?0:three.includes(currency)?3:2;
  return new Intl.NumberFormat(lang,{style:'currency',currency,minimumFractionDigits:digits,
    maximumFractionDigits:digits}).format(found.amount/10**digits);
}
function timeOf(text){
  const at=new Date(text||'');
  return Number.isNaN(at.getTime())?'':
    new Intl.DateTimeFormat(lang,{hour:'numeric',minute:'2-digit'}).format(at);
}
async function begin(){
  if(busy)return;
  work(true);
  fault('');
  try{
    const {status,json}=await call(base,null);
    if(!json.currency){isOver(status)?over():fault(t.lost);return;}
    sum=moneyOf(json);
    $('sum').textContent=sum;
    $('pay').textContent=say('pay',{sum});
    fact('what',json.description||'');
    show(json);
  }catch{fault(t.lost);}finally{work(false);}
}
document.documentElement.lang=lang;
document.documentElement.dir=lang==='ar'?'rtl':'ltr';
document.title=t.title;
for(const each of document.querySelectorAll('[data-word]'))
  each.textContent=t[each.dataset.word];
cards.forEach(addCard);
fact('shop',shop?shop.hostname:'');
fact('until',timeOf(part.get('pay_until')));
$('leave').hidden=!shop;
$('cards').addEventListener('submit',pay);
$('approve').addEventListener('click',()=>act(action,{outcome:'success'}));
$('reject').addEventListener('click',reject);
$('back').addEventListener('click',()=>leave('canceled'));
begin();
)js";

}  // namespace

std::string_view payPageScript() {
    return kScript;
}

}  // namespace tessera::paysim
