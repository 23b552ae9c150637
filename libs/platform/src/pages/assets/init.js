import { initAll } from './govuk-frontend.min.js';

initAll();

/** Keeps a part of the page up to date while work is under way; where the work is done, the page is shown anew. */
function watch(part) {
  setTimeout(async () => {
    const answer = await fetch(location.href).catch(() => undefined);
    if (!answer?.ok) return watch(part);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-waymark-watch]');
    if (!fresh) return location.reload();
    part.replaceChildren(...fresh.childNodes);
    watch(part);
  }, 5000);
}

document.querySelectorAll('[data-waymark-watch]').forEach(watch);
