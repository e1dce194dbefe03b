"""What a browser is asked of a page: its structure, its widths, its contrast."""

STRUCTURE = """() => ({
    scroll: document.documentElement.scrollWidth,
    lang: document.documentElement.lang,
    title: document.title,
    h1: document.querySelectorAll('h1').length,
    levels: [...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1]),
    captions: [...document.querySelectorAll('table')].every(t => t.caption?.textContent.trim()),
    labels: [...document.querySelectorAll('input')].every(i => i.labels.length),
    named: [...document.querySelectorAll('section')].every(s =>
        s.ariaLabel || document.getElementById(s.getAttribute('aria-labelledby'))),
    ids: [...document.querySelectorAll('[id]')].map(e => e.id),
    skip: document.querySelector('body > a').getAttribute('href'),
    small: [...document.querySelectorAll('main *')].some(e =>
        parseFloat(getComputedStyle(e).fontSize) < 14),
    wide: [...document.querySelectorAll('main *:not(.unseen):not(thead):not(thead *)')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML),
})"""

CONTRAST = """() => {
    const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
    const ground = e => {
        for (; e; e = e.parentElement) {
            const c = parts(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] > 0) return c;
        }
        return [255, 255, 255];
    };
    const texts = [...document.querySelectorAll('body *')].filter(e =>
        [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
    return Math.min(...texts.map(e => {
        const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))];
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }));
}"""
