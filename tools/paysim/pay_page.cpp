// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/pay_page.h"

#include <string>

#include "tools/paysim/pay_page_parts.h"

namespace tessera::paysim {
namespace {

constexpr std::string_view kHead = R"html(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">
<title>Sandbox payment</title>
<style>)html";

constexpr std::string_view kBody = R"html(</style></head><body>
<header><p class="strip" data-word="strip"></p></header>
<main class="page">
<p role="alert" id="fault"></p>
<section id="paying" aria-labelledby="title"><h1 id="title" tabindex="-1" data-word="title"></h1>
<div class="facts">
<p class="due" role="status"><span data-word="sumName"></span> <strong id="sum">…</strong></p>
<p hidden><span data-word="forName"></span> <bdi id="what"></bdi></p>
<p hidden><span data-word="shopName"></span> <bdi id="shop"></bdi></p>
<p hidden><span data-word="untilName"></span> <bdi id="until"></bdi></p></div>
<form id="cards"><fieldset id="choice"><legend data-word="legend"></legend>
<div id="list"></div></fieldset>
<button id="pay" type="submit" data-word="payBare"></button></form></section>
<section id="bank" hidden aria-labelledby="bankTitle">
<p class="bank-name" data-word="bankName"></p>
<h1 id="bankTitle" tabindex="-1" data-word="bankTitle"></h1><p id="bankAsk"></p>
<button id="approve" type="button" data-word="approve"></button>
<button id="reject" type="button" data-word="reject" aria-describedby="rejectNote"></button>
<p class="note" id="rejectNote" data-word="rejectNote"></p></section>
<div class="leave" id="leave">
<button id="back" type="button" data-word="back" aria-describedby="backNote"></button>
<p class="note" id="backNote" data-word="backNote"></p></div></main>
<script type="application/json" id="words">)html";

std::string compose() {
    std::string page(kHead);
    page += payPageStyle();
    page += kBody;
    page += payPageWords();
    page += "</script>\n<script>";
    page += payPageScript();
    page += "</script></body></html>\n";
    return page;
}

}  // namespace

std::string_view payPage() {
    static const std::string page = compose();
    return page;
}

}  // namespace tessera::paysim
