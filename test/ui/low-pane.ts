/** The tests of the block are in a pane as low as on a small screen. */
export function inLowPane(): void {
  beforeEach(() => {
    const media = (query: string) => ({
      matches: query.includes('max-height'),
      addEventListener: jest.fn(),
      removeEventListener: jest.fn(),
    });
    Object.defineProperty(window, 'matchMedia', { configurable: true, value: media });
  });
  afterEach(() => Reflect.deleteProperty(window, 'matchMedia'));
}
