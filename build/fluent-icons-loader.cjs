const fluentIconPath = require('./fluent-icon-path.cjs');

/**
 * For webpack: `import { A, B } from '@fluentui/react-icons'`, in the pane's code and in Fluent UI's own, becomes an import from each
 * icon's own module. Line numbers stay; an import written in another way stays as it is, and costs the time it did.
 */
module.exports = function fluentIconsLoader(source) {
  return source.replace(/import\s*\{([^}]*)\}\s*from\s*(['"])@fluentui\/react-icons\2;?/g, (_whole, names) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => `import { ${name} } from '${fluentIconPath(name.split(/\s+as\s+/)[0])}';`)
      .join(' '),
  );
};
