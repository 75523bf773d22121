/** The rooms of the design and the one way between them; each rule's comment says what to do when it is broken. */
const inside = (room) => `^src/${room}/`;

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other, be it for a type, are one idea in two places: move what both use into a third file.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain knows no host, file, screen or clock. Take what you need as a plain argument.',
      from: { path: inside('domain') },
      to: { pathNot: [inside('domain'), '^node_modules/zod', '^node_modules/minisearch'] },
    },
    {
      name: 'application-asks-by-ports',
      severity: 'error',
      comment: 'The application imports the domain alone; what it needs from the world is a function of application/ports/ports.ts.',
      from: { path: inside('application') },
      to: { pathNot: [inside('domain'), inside('application'), '^node_modules/zod'] },
    },
    {
      name: 'adapters-know-no-screen',
      severity: 'error',
      comment: 'An adapter answers a port; it imports the domain and the application, never the pane, the command line or the preview.',
      from: { path: inside('adapters') },
      to: { path: ['^src/(ui|cli|preview)/'] },
    },
    {
      name: 'one-adapter-alone',
      severity: 'error',
      comment: 'Adapters do not know each other; what both need belongs to the domain.',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'only-entries-join',
      severity: 'error',
      comment: 'Only *.entry.* files join an adapter to the pane, the command line or the preview; elsewhere take the port as a prop.',
      from: { path: '^src/(ui|cli|preview)/', pathNot: '\\.entry\\.tsx?$' },
      to: { path: inside('adapters') },
    },
    {
      name: 'rooms-side-by-side',
      severity: 'error',
      comment: 'The pane, the command line and the preview do not import each other, except that the preview shows the pane.',
      from: { path: '^src/(ui|cli)/' },
      to: { path: '^src/(ui|cli|preview)/', pathNot: '^src/$1/' },
    },
    {
      name: 'views-side-by-side',
      severity: 'error',
      comment:
        'A view of the pane imports its own folder and ui/shared; ui/shared imports no view; neither imports the files in ui itself, which put the views together. Move what two views use to ui/shared, or pass it as a prop from pane.tsx.',
      from: { path: '^src/ui/([^/]+)/' },
      to: { path: '^src/ui/', pathNot: ['^src/ui/$1/', '^src/ui/shared/'] },
    },
    {
      name: 'by-index',
      severity: 'error',
      comment: 'A room is entered by its index.ts. Export what you need there, or move it.',
      from: { path: '^src/(domain/[^/]+|application|adapters/[^/]+|ui|cli|preview/excel-host|preview)/' },
      to: {
        path: '^src/(domain/[^/]+|application|adapters/[^/]+|ui|cli|preview/excel-host)/',
        pathNot: ['^src/$1/', '/index\\.tsx?$'],
      },
    },
    {
      name: 'office-in-one-room',
      severity: 'error',
      comment: 'The genuine Office.js is loaded by the Excel host alone, for tests and the preview; the pane takes it from its page.',
      from: { pathNot: inside('preview') },
      to: { path: '@microsoft/office-js' },
    },
    {
      name: 'hucre-in-one-room',
      severity: 'error',
      comment: 'hucre is young: only adapters/files knows it.',
      from: { path: '^src/', pathNot: inside('adapters/files') },
      to: { path: '(^|/)node_modules/hucre/' },
    },
    {
      name: 'numfmt-in-one-room',
      severity: 'error',
      comment: 'What a cell shows under its number format is asked of src/number-format, which guards against hostile formats.',
      from: { path: '^src/', pathNot: inside('number-format') },
      to: { path: 'numfmt' },
    },
    {
      name: 'number-format-knows-cells-alone',
      severity: 'error',
      comment: 'Number formats need the words of domain/grid and numfmt, nothing else.',
      from: { path: inside('number-format') },
      to: { pathNot: [inside('number-format'), '^src/domain/grid/index\\.ts$', 'numfmt'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file: use it or delete it.',
      from: { orphan: true, path: '^src/', pathNot: ['\\.entry\\.tsx?$', '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
