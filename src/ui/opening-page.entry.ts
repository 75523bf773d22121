/**
 * The small script of taskpane.html that runs whatever becomes of Office.js and of the pane's own bundle, neither of which it waits for:
 * it says why the pane is not there, within ten seconds, and has "Try again" load the page anew. The texts stand in the page. As soon as
 * the pane or its own notice is drawn, they are gone, and this script has nothing more to say.
 *
 * The build hands it out as a file of its own in ES5 (webpack.config.js), for the browsers that cannot read the pane's bundle. So it
 * imports nothing, and calls nothing that Internet Explorer 11 lacks.
 */
(() => {
  /** Later than `waitForOffice` gives up in a pane that runs, and still within ten seconds; the style sheet has the same for a page without scripts. */
  const PATIENCE_IN_MS = 9000;
  const OFFICE = 'appsforoffice.microsoft.com';

  const hostOf = (address: string): string | undefined => address.split('/')[2];

  const say = (reason: string): void => {
    const opening = document.getElementById('opening');
    if (opening === null) return;
    opening.className = 'opening opening-stopped';
    Array.prototype.forEach.call(opening.querySelectorAll('[data-reason]'), (text: Element) => {
      if (text.getAttribute('data-reason') === reason) text.removeAttribute('hidden');
      else text.setAttribute('hidden', '');
    });
  };

  const patience = setTimeout(() => say('Office' in window ? 'slow' : 'no-library'), PATIENCE_IN_MS);

  /** Looking back in a pattern is what came last of what the bundle is written in: Safari 16.4. */
  const readsTheBundle = (): boolean => {
    try {
      return new RegExp('(?<=a)b').test('ab');
    } catch {
      return false;
    }
  };

  /** What an error in a script of this address means. A page in the place of a script, as some servers answer for a file that they lack, is a wrong sentence. */
  const meaningOf = (error: unknown): string => {
    if (!readsTheBundle()) return 'too-old';
    return error instanceof SyntaxError ? 'no-file' : 'broken';
  };

  // A file that is not there is told to its element alone, so the window hears of it only on the way down.
  window.addEventListener(
    'error',
    (event) => {
      const script = event.target;
      if (script instanceof HTMLScriptElement) say(hostOf(script.src) === OFFICE ? 'no-library' : 'no-file');
      else if (script === window && hostOf(event.filename) === location.host) say(meaningOf(event.error));
      else return;
      clearTimeout(patience);
    },
    true,
  );

  // The link alone would lose what Excel put behind the # of the address.
  document.getElementById('opening-again')?.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
})();
