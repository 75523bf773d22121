/** A relative path as a link address: forward slashes, each part encoded, so that a file name cannot be read as a scheme such as "http:". */
export function fileAddress(path: string): string {
  const steps = path.replaceAll('\\', '/').split('/');
  return steps.map((step) => encodeURIComponent(step)).join('/');
}

/** "https:", "mailto:", "onenote:": any scheme but that of files. A single letter is a drive. */
const OTHER_SCHEME = /^(?!file:)[a-z][a-z0-9+.-]+:/i;

/**
 * The path that a link address leads to, with forward slashes and decoded; null for an address that is not of a file. It is absolute for what
 * begins with "file:", a drive or a server, and else starts from the folder of the workbook.
 */
export function filePath(address: string): string | null {
  if (OTHER_SCHEME.test(address)) return null;
  return decodedAddress(address.replaceAll('\\', '/')).replaceAll('\\', '/');
}

/** A "%" that encodes nothing is left: other programs write addresses as they are typed. */
function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address.replace(/%[0-7][0-9a-f]/gi, (code) => decodeURIComponent(code));
  }
}
