import fc from 'fast-check';
import mayMatch from './selector-needs.cjs';
import { fakeServices } from './fake-services';
import { renderPane } from './render-pane';
import { screen } from '@testing-library/react';

const tagOf = ({ localName }: Element): string => localName.toLowerCase();
const classesOf = ({ classList }: Element): Set<string> => new Set([...classList].map((name) => name.toLowerCase()));

/** Whether the element may match, and whether it does, by jsdom's answer to `matches`, which the environment leaves alone. */
function answers(element: Element, selector: string): { readonly may: boolean; readonly does: boolean } {
  let does = false;
  try {
    does = element.matches(selector);
  } catch {
    // A selector that jsdom cannot read matches nothing.
  }
  return { may: mayMatch(selector, tagOf(element), classesOf(element)), does };
}

function add(html: string): Element {
  document.body.innerHTML = html;
  const element = document.querySelector('#x');
  if (element === null) throw new Error(`No element x in ${html}`);
  return element;
}

describe('rules that are not tried', () => {
  it.each([
    ['.a', '<p id=x class="a b">'],
    ['.b', '<p id=x class="  b\n a">'],
    ['.A', '<p id=x class="A">'],
    ['.other, .a', '<p id=x class=a>'],
    ['.other .a, h1, p', '<p id=x>'],
    ['div>.a:not(.b)', '<div><p id=x class=a></div>'],
    ['p:not(.b)', '<p id=x class=a>'],
    ['p:not(.b, .c)', '<p id=x class=a>'],
    [':not(:not(.a))', '<p id=x class=a>'],
    [':is(.b, p)', '<p id=x>'],
    ['[title=".b"]', '<p id=x title=".b">'],
    ["[title='a, .b']", "<p id=x title='a, .b'>"],
    ['.a[title]', '<p id=x class=a title=t>'],
    ['p[title=b].a', '<p id=x class=a title=b>'],
    ['.a\\:b', '<p id=x class="a:b">'],
    ['.été', '<p id=x class="été">'],
    ['*', '<p id=x>'],
    ['#x', '<p id=x>'],
    ['.c + .a', '<i class=c></i><p id=x class=a>'],
    ['.c ~ .a', '<i class=c></i><i></i><p id=x class=a>'],
    ['p:nth-child(2n + 1)', '<p id=x>'],
    ['linearGradient', '<svg><linearGradient id=x></linearGradient></svg>'],
  ])('%s is tried where it matches: %s', (selector, html) => {
    expect(answers(add(html), selector)).toEqual({ may: true, does: true });
  });

  it.each([
    ['.a', '<p id=x class=aa>'],
    ['.a.b', '<p id=x class=a>'],
    ['.a .b', '<p id=x class=a>'],
    ['h1', '<p id=x>'],
    ['.a:hover', '<p id=x>'],
    ['.b, h1', '<p id=x class=a>'],
  ])('%s is not tried on %s', (selector, html) => {
    expect(answers(add(html), selector)).toEqual({ may: false, does: false });
  });

  it('never keeps a rule from an element that matches it, whatever the selector and the element', () => {
    const part = fc.constantFrom('.a', '.b', '.A', '.a-b', 'p', 'i', 'P', '*', '#x', ':not(.a)', ':not(p)', ':is(i,.b)', '[class]', '[class~=b]', '[title=".a"]', ':first-child'); // prettier-ignore
    const selector = fc
      .array(fc.tuple(part, fc.constantFrom('', '', ' ', '>', ' + ', '~', ', ')), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.map(([one, join], at) => one + (at === parts.length - 1 ? '' : join)).join(''));
    const classes = fc.subarray(['a', 'b', 'A', 'a-b']).map((names) => names.join(' '));
    const seen = { tried: 0, matched: 0 };
    fc.assert(
      fc.property(selector, classes, classes, fc.constantFrom('p', 'i'), (text, outer, inner, tag) => {
        const { may, does } = answers(
          add(`<i class="${outer}"></i><div class="${outer}"><${tag} id=x class="${inner}" title=".a"></div>`),
          text,
        );
        seen.tried += 1;
        if (does) seen.matched += 1;
        return may || !does;
      }),
      { numRuns: 1000 },
    );
    expect(seen.matched).toBeGreaterThan(seen.tried / 20);
  });

  it('keeps no rule of the pane from an element that matches it, and spares most of the others', async () => {
    const { container } = renderPane(fakeServices());
    await screen.findByRole('heading', { level: 1 });
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    const selectors = rules.flatMap((rule) => ('selectorText' in rule ? [String(rule.selectorText)] : []));
    const all = [...container.querySelectorAll('*')].flatMap((element) => selectors.map((selector) => answers(element, selector)));
    expect(all.filter(({ may, does }) => does && !may)).toEqual([]);
    expect(all.filter(({ does }) => does).length).toBeGreaterThan(20);
    expect(all.filter(({ may }) => may).length).toBeLessThan(all.length / 10);
  });
});

describe('styles that are kept', () => {
  const colour = (element: Element): string => getComputedStyle(element).color;
  beforeEach(() => {
    document.head.innerHTML = '<style>.red { color: rgb(255, 0, 0) } .hidden { display: none }</style>';
  });
  afterEach(() => {
    document.head.innerHTML = '';
  });

  it('are the same object while nothing changes, for each element its own', () => {
    const x = add('<b id=x class=red><i></i></b>');
    expect(getComputedStyle(x)).toBe(getComputedStyle(x));
    expect(getComputedStyle(document.body)).not.toBe(getComputedStyle(x));
    expect(colour(x)).toBe('rgb(255, 0, 0)');
  });

  it.each<[string, (x: Element) => void, string]>([
    ['a class', (x) => x.classList.remove('red'), 'canvastext'],
    ['a style', (x) => x.setAttribute('style', 'color: rgb(0, 0, 1)'), 'rgb(0, 0, 1)'],
    [
      'an ancestor',
      (x) => {
        x.removeAttribute('class');
        x.parentElement?.classList.add('red');
      },
      'rgb(255, 0, 0)',
    ],
    ['a sheet more', () => document.head.insertAdjacentHTML('beforeend', '<style>.red { color: rgb(0, 0, 2) }</style>'), 'rgb(0, 0, 2)'],
    [
      'a sheet less',
      () => {
        document.head.replaceChildren();
      },
      'canvastext',
    ],
    [
      'the place',
      (x) => {
        x.removeAttribute('class');
        document.body.innerHTML = '<p class=red></p>';
        document.querySelector('p')?.append(x);
      },
      'rgb(255, 0, 0)',
    ],
  ])('are made anew after a change of %s', (_what, change, expected) => {
    const x = add('<p><b id=x class=red></b></p>');
    expect(colour(x)).toBe('rgb(255, 0, 0)');
    change(x);
    expect(colour(x).toLowerCase()).toBe(expected);
  });

  it('leave errors to jsdom', () => {
    expect(() => {
      Reflect.apply(getComputedStyle, window, [null]);
    }).toThrow(TypeError);
  });
});
