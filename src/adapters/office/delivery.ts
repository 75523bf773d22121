import { type DeliveredDocument, type DeliveryPort, type DeliveryWay, Failure } from '../../application';
import { failureOf } from './office-errors';
import { officeSupports, supports } from './requirement-sets';

/** Options of the adapter; a field left out has the value that is right inside Excel. */
interface DeliveryOptions {
  /** Whether a link to bytes of the page is saved as a file. */
  readonly canDownload?: () => boolean;
  readonly canOpenWorkbooks?: () => boolean;
}

/**
 * Gives documents to the user by a link that downloads them, and workbooks by opening them in Excel. No API tells whether a host
 * allows downloads, so the known behaviour of each host decides. When an offered way fails, the user is told and can still copy the text.
 */
export function createOfficeDelivery(excel: typeof Excel, options: DeliveryOptions = {}): DeliveryPort {
  const canDownload = options.canDownload ?? officeDownloads;
  const canOpenWorkbooks = options.canOpenWorkbooks ?? (() => supports(officeSupports, 'new workbook'));
  return {
    waysFor: (kind) => [
      ...(kind === 'workbook' && canOpenWorkbooks() ? (['new workbook'] as const) : []),
      ...(canDownload() ? (['download'] as const) : []),
    ],
    deliver: (document, way) => deliver(excel, document, way),
  };
}

async function deliver(excel: typeof Excel, document: DeliveredDocument, way: DeliveryWay): Promise<void> {
  try {
    if (way === 'download') download(document);
    else await excel.createWorkbook(base64Of(document.bytes));
  } catch (error) {
    throw failureOf(error, `${way === 'download' ? 'download' : 'open'} ${document.fileName}`);
  }
}

/**
 * Excel on the web is a page of the browser, whose frame allows downloads, and so is the pane on Windows where it runs in Edge's web view.
 * On a Mac and an iPad the web view ignores the click and reports nothing.
 */
function officeDownloads(): boolean {
  if (typeof Office === 'undefined') return false;
  const { platform } = Office.context;
  return platform === Office.PlatformType.OfficeOnline || (platform === Office.PlatformType.PC && navigator.userAgent.includes(' Edg/'));
}

const TYPES: Readonly<Record<DeliveredDocument['kind'], string>> = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  text: 'text/plain;charset=utf-8',
};

/** Milliseconds; long enough for any browser to have started the download. A link that is revoked at once does not download. */
const KEEP_LINK = 60_000;

function download({ fileName, kind, bytes }: DeliveredDocument): void {
  if (typeof URL.createObjectURL !== 'function')
    throw new Failure('not supported', `${fileName} cannot be saved as a file here. Copy its text instead.`);
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: TYPES[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  // Firefox follows a link only where it is on the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_LINK);
}

/** Converts a piece at a time: all bytes at once would be more arguments than a call can take. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
