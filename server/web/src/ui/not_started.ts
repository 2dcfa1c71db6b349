// SPDX-License-Identifier: Apache-2.0
// What is shown where not even the texts of a language could be had: a few words that are always
// here, and a key to try again. Without the parts of pages, which speak by those texts.

interface Words {
    title: string;
    body: string;
    again: string;
}

const kEnglish: Words = {
    title: 'The shop could not be loaded',
    body:
            'Check your network and try again. What you hold stays yours until its ' +
            'time is up.',
    again: 'Try again',
};

const kWords: Record<string, Words> = {
    en: kEnglish,
    de: {
        title: 'Der Shop konnte nicht geladen werden',
        body:
            'Prüfe dein Netz und versuche es noch einmal. Was du hältst, bleibt ' +
            'dein, bis die Zeit um ist.',
        again: 'Noch einmal',
    },
    fr: {
        title: 'La boutique n’a pas pu être chargée',
        body:
            'Vérifiez votre réseau et réessayez. Vos places restent à vous jusqu’à ' +
            'la fin du délai.',
        again: 'Réessayer',
    },
    es: {
        title: 'No se pudo cargar la tienda',
        body:
            'Comprueba tu red e inténtalo de nuevo. Tus plazas siguen siendo tuyas ' +
            'hasta que acabe el tiempo.',
        again: 'Reintentar',
    },
    ar: {
        title: 'تعذّر تحميل المتجر',
        body: 'تحقق من الشبكة وحاول مجددًا. ما حجزته يبقى لك حتى ينتهي وقته.',
        again: 'حاول مجددًا',
    },
};

// In the first of the wished languages (BCP 47) that there are words for.
export function wordsFor(wished: readonly string[]): Words & {language: string} {
    for (const tag of wished) {
        const language = tag.toLowerCase().split('-')[0] ?? '';
        const words = Object.hasOwn(kWords, language) ? kWords[language] : undefined;
        if (words) return {...words, language};
    }
    return {...kEnglish, language: 'en'};
}

export function showNotStarted(host: HTMLElement, wished: readonly string[]): void {
    const words = wordsFor(wished);
    const page = document.createElement('main');
    page.className = 'wrap empty';
    page.lang = words.language;
    page.dir = words.language === 'ar' ? 'rtl' : 'ltr';
    const title = document.createElement('h1');
    title.textContent = words.title;
    const body = document.createElement('p');
    body.textContent = words.body;
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button button-first';
    again.textContent = words.again;
    again.addEventListener('click', () => location.reload());
    page.append(title, body, again);
    host.replaceChildren(page);
}
