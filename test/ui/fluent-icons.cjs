const fluentIconPath = require('../../build/fluent-icon-path.cjs');

/** "@fluentui/react-icons" in the tests: an icon's module is loaded when the icon is first asked for, and no other. */
module.exports = new Proxy(
  {},
  {
    get(_icons, name) {
      if (typeof name !== 'string' || name === '__esModule') return name === '__esModule' ? true : undefined;
      return require(fluentIconPath(name))[name];
    },
  },
);
