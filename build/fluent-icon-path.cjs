/**
 * The module of one Fluent UI icon: "ArrowRight12Regular" is in "@fluentui/react-icons/svg/arrow-right". The package's own main file
 * pulls in all of its icons, 150 megabytes of source; the rule for the name is the package's (its docs/build-transforms.md).
 */
module.exports = function fluentIconPath(name) {
  if (name === 'useIconContext' || name === 'IconDirectionContextProvider') return '@fluentui/react-icons/providers';
  const base = /^(.+?)(\d+)?(Regular|Filled|Light|Color)$/.exec(name)?.[1];
  if (base === undefined) return '@fluentui/react-icons/utils';
  const words = base.replace(/[a-z\d](?=[A-Z])|[a-zA-Z](?=\d)|[A-Z](?=[A-Z][a-z])/g, '$&-');
  return `@fluentui/react-icons/svg/${words.toLowerCase()}`;
};
