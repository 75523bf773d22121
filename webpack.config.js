const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const { addressedManifest, DEVELOPMENT_URL, hostingAddress } = require('./build/addressed-manifest.cjs');
const { policyOf } = require('./build/content-security-policy.cjs');
const { FirstLoadBudget } = require('./build/first-load.cjs');

/**
 * Three builds of one core, chosen by `--env build=`:
 *   pane     the add-in's pages for Excel, with Office.js from Microsoft's address   -> dist/pane
 *   preview  the pane beside a grid in a browser, over the in-page Excel host       -> dist/preview
 *   cli      the command line for Node                                             -> dist/cli
 * `ADDIN_URL` is where the pane will be served from; it replaces the development address in the manifest.
 */

/** Before any other module of a page: from then on nothing is evaluated, which the pages' content-security-policy forbids. */
const WITHOUT_EVALUATION = './src/without-evaluation.entry.ts';

/** A page with its content-security-policy; one of the development server may connect to that server. */
const page = (serving, filename, source, chunk) =>
  new HtmlPlugin({
    filename,
    template: source,
    chunks: [chunk],
    templateParameters: { contentSecurityPolicy: policyOf(path.basename(source), serving) },
  });

/** The script of the opening page for every browser, also those that cannot read the rest: ES5, and no module of the bundle but a file of its own. */
const OPENING_PAGE = path.resolve(__dirname, 'src/ui/opening-page.entry.ts');
const openingPage = {
  test: OPENING_PAGE,
  type: 'asset/resource',
  // No hash: webpack works out the final one after the page has been given the name.
  generator: { filename: 'opening-page.js' },
  loader: 'swc-loader',
  options: { jsc: { target: 'es5', parser: { syntax: 'typescript' } }, isModule: false, sourceMaps: false },
};

/** The pages' scripts are for the browsers of docs/deploy.md, which package.json lists. */
const BROWSERS = require('./package.json').browserslist;

const common = (production, targets = BROWSERS) => ({
  mode: production ? 'production' : 'development',
  devtool: production ? 'source-map' : 'cheap-module-source-map',
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    // numfmt 4.0.1 names its CommonJS build as entry, of which unused code cannot be left out: 22 kB.
    alias: { numfmt$: path.resolve(__dirname, 'node_modules/numfmt/dist/index.mjs') },
  },
  module: {
    rules: [
      openingPage,
      {
        test: /\.tsx?$/,
        exclude: OPENING_PAGE,
        loader: 'swc-loader',
        options: { env: { targets }, jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
      },
      { test: /\.[jt]sx?$/, enforce: 'pre', include: /@fluentui|src/, loader: path.resolve(__dirname, 'build/fluent-icons-loader.cjs') },
    ],
  },
  performance: { hints: false },
});

function pane(production, serving) {
  const base = hostingAddress(process.env.ADDIN_URL ?? DEVELOPMENT_URL);
  return {
    ...common(production),
    target: 'browserslist',
    entry: { taskpane: [WITHOUT_EVALUATION, './src/ui/taskpane.entry.tsx'] },
    output: { path: path.resolve(__dirname, 'dist/pane'), filename: production ? '[name].[contenthash:8].js' : '[name].js', clean: true },
    plugins: [
      page(serving, 'taskpane.html', 'src/ui/taskpane.html', 'taskpane'),
      ...(production ? [new FirstLoadBudget('taskpane')] : []),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
          { from: 'assets/help', to: 'assets/help' },
          { from: 'manifest.xml', to: 'manifest.xml', transform: (content) => addressedManifest(content.toString(), base) },
        ],
      }),
    ],
    devServer: { port: 3000, hot: false, client: { overlay: false }, server: { type: 'https', options: devCertificate() } },
  };
}

/** The certificate that Office trusts on this machine, where `npm run start:excel` has installed it; webpack's own otherwise. */
function devCertificate() {
  const folder = path.join(require('node:os').homedir(), '.office-addin-dev-certs');
  const file = (name) => path.join(folder, name);
  if (!require('node:fs').existsSync(file('localhost.crt'))) return {};
  return { ca: file('ca.crt'), cert: file('localhost.crt'), key: file('localhost.key') };
}

function preview(production, serving) {
  return {
    ...common(production),
    target: 'browserslist',
    entry: {
      preview: [WITHOUT_EVALUATION, './src/preview/preview.entry.tsx'],
      pane: [WITHOUT_EVALUATION, './src/preview/preview-pane.entry.tsx'],
    },
    output: { path: path.resolve(__dirname, 'dist/preview'), filename: '[name].js', clean: true },
    plugins: [
      page(serving, 'index.html', 'src/preview/preview.html', 'preview'),
      page(serving, 'pane.html', 'src/preview/preview-pane.html', 'pane'),
      new CopyPlugin({
        patterns: [
          // The genuine library, for the preview alone and never committed: the pane's own pages load it from Microsoft.
          { from: require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js'), to: 'office-js/excel-web.js' },
          { from: 'assets/samples', to: 'samples' },
          { from: 'assets/help', to: 'assets/help' },
          { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
        ],
      }),
    ],
    devServer: { port: 'auto', host: 'localhost', hot: false, client: { overlay: false }, open: false },
  };
}

function cli(production) {
  return {
    ...common(production, { node: '20' }),
    target: 'node20',
    devtool: false,
    entry: { cli: './src/cli/cli.entry.ts' },
    output: { path: path.resolve(__dirname, 'dist/cli'), filename: '[name].js', clean: true },
    optimization: { minimize: false },
    plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
  };
}

const BUILDS = { pane, preview, cli };

/** All three when none is named. */
module.exports = (env = {}, argv = {}) => {
  const production = argv.mode !== 'development';
  const serving = env.WEBPACK_SERVE === true;
  if (env.build === undefined) return Object.values(BUILDS).map((build) => build(production, serving));
  if (BUILDS[env.build] === undefined) throw new Error(`Say which build: --env build=${Object.keys(BUILDS).join('|')}`);
  return BUILDS[env.build](production, serving);
};
