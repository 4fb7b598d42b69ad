const words = {
  kiosk: '<meta http-equiv="refresh" content="0;url=/"><p><a href="/">Bedside Hello</a></p>',
  wall: '<meta http-equiv="refresh" content="0;url=/wall"><p><a href="/wall">Bedside Hello</a></p>',
  locked:
    '<h1>Bedside Hello</h1><p>This kiosk is running, and it is locked to the browser that started it.</p>' +
    '<p>Open the start link that it printed when it started. If that link was used already, start it again.</p>',
  used:
    '<h1>Bedside Hello</h1><p>This start link was used already.</p>' +
    '<p>Start the kiosk again, and open the new link that it prints.</p>',
} as const;

/** A page without scripts or styles, for whoever is not let in, or is just being let in. */
export const barePage = (which: keyof typeof words): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bedside Hello</title>${words[which]}</html>`;
