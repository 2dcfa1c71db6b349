// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/pay_page_parts.h"

namespace tessera::paysim {
namespace {

// Frames have 3:1 against the ground, words 4.5:1.
constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--ink:#1a2033;--soft:#505a72;--line:#7a839b;--paper:#fff;
--back:#eef0f6;--act:#1f4f8f;--on:#fff;--bad:#a4262c;--bad-back:#fbe9e9;
--strip:#ffe08a;--strip-ink:#3a2a00;--bank:#0d5c4f;--bank-on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#eef1f8;--soft:#aeb7cb;--line:#7d88a6;
--paper:#1b2233;--back:#121724;--act:#8db8f2;--on:#0f1626;--bad:#ff9d9d;--bad-back:#3a1d24;
--strip:#57430b;--strip-ink:#ffeab5;--bank:#7fd6c2;--bank-on:#08231e}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif;
min-height:100vh}
.strip,h1,#fault,.leave p{text-wrap:balance}
.strip{margin:0;padding:10px 16px;text-align:center;font-size:.95rem;font-weight:600;
background:var(--strip);color:var(--strip-ink);border-bottom:2px dashed currentColor}
.page{max-width:472px;margin:0 auto;padding:16px}
section{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:20px}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .4em}
h1:focus{outline:none}
.facts{margin:0 0 1em;overflow-wrap:anywhere}
.facts p{margin:0 0 .15em}
.facts span:first-child{color:var(--soft)}
.due strong{font-size:1.35rem}
fieldset{border:0;padding:0;margin:0 0 1em;min-width:0}
legend{font-weight:600;padding:0;margin-block-end:.4em}
label{display:flex;gap:12px;align-items:center;min-height:56px;padding:6px 12px;
border:1px solid var(--line);border-radius:10px;margin-block-end:8px;cursor:pointer;line-height:1.3}
label:has(input:checked){border-color:var(--act);box-shadow:0 0 0 1px var(--act)}
label .end{display:block;color:var(--soft);font-size:.95rem}
label .was{color:var(--bad);font-weight:600}
fieldset:disabled label{cursor:default;opacity:.6}
input{width:20px;height:20px;flex:none;margin:0;accent-color:var(--act)}
button{font:inherit;font-weight:600;width:100%;min-height:48px;border-radius:10px;cursor:pointer;
border:2px solid var(--act);background:var(--act);color:var(--on)}
button:disabled,button[aria-disabled=true]{opacity:.6;cursor:default}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
#bank{border:2px solid var(--bank);border-radius:4px;padding-block-start:0;overflow:hidden}
.bank-name{margin:0 -20px 20px;padding:12px 20px;background:var(--bank);color:var(--bank-on);
font-weight:700}
#approve{background:var(--bank);border-color:var(--bank);color:var(--bank-on)}
#reject{margin-block-start:12px;background:none;border-color:var(--bad);color:var(--bad)}
.note{color:var(--soft);margin:.5em 0 0}
#fault:not(:empty){color:var(--bad);background:var(--bad-back);border-inline-start:4px solid;
font-weight:600;margin:0 0 12px;padding:10px 14px}
#fault{margin:0}
.leave{margin-block-start:28px;text-align:center}
.leave button{width:auto;padding:0 12px;border:0;background:none;color:var(--act);
text-decoration:underline;font-weight:400}
.leave p{margin:0;font-size:.95rem}
[hidden]{display:none}
)css";

}  // namespace

std::string_view payPageStyle() {
    return kStyle;
}

}  // namespace tessera::paysim
