import { counted, grouped } from '../../domain/wording';
import type { DeliveryWay, DocumentChoice, DocumentContents } from '../shared/pane-services';

/** Every word of Documents; the rest of the pane's words are in wording.ts. */

const NAMES: Readonly<Record<DocumentChoice, string>> = {
  'appendix-b': 'Appendix B, the priorities',
  'appendix-a': 'Appendix A, current activity',
  progress: 'Progress update',
  finance: 'Finance review',
  findings: 'Findings in plain words',
  'return-packs': 'Return packs for the directorates',
  csv: 'All sheets of the plan',
  json: 'The plan as data',
};

const FORMATS: Readonly<Record<DocumentChoice, string>> = {
  'appendix-b': 'Word',
  'appendix-a': 'Word',
  progress: 'Word',
  finance: 'Word',
  findings: 'Word',
  'return-packs': 'Excel, each with a text to send',
  csv: 'CSV, one file for each sheet',
  json: 'plan.json, for other programs',
};

/** What goes into it; null where there is nothing to make it of. */
function contents(choice: DocumentChoice, { actions, measures, activities, findings, sheets }: DocumentContents): string | null {
  switch (choice) {
    case 'appendix-b':
      return actions + measures === 0 ? null : `${counted(actions, 'action')}, ${counted(measures, 'measure')}`;
    case 'appendix-a':
      return activities === 0 ? null : counted(activities, 'commitment');
    case 'findings':
      return findings === 0 ? null : counted(findings, 'finding');
    case 'return-packs':
    case 'csv':
      return sheets === 0 ? null : counted(sheets, 'sheet');
    case 'progress':
    case 'finance':
    case 'json':
      return actions === 0 ? null : counted(actions, 'action');
  }
}

const NOTHING: Readonly<Record<DocumentChoice, string>> = {
  'appendix-b': 'no actions yet',
  'appendix-a': 'no current activity in this workbook or the files added to Collate',
  progress: 'no actions yet',
  finance: 'no actions yet',
  findings: 'no findings',
  'return-packs': 'collate first',
  csv: 'collate first',
  json: 'no actions yet',
};

/** In the order of the list. */
export const DOCUMENT_CHOICES: readonly DocumentChoice[] = [
  'appendix-b',
  'appendix-a',
  'progress',
  'finance',
  'findings',
  'return-packs',
  'csv',
  'json',
];

export const DOCUMENTS = {
  title: 'Documents',
  lead: 'Documents are made from this workbook as it is now, and from the files you added in Collate. Nothing is sent anywhere.',
  which: 'What do you need?',
  name: (choice: DocumentChoice) => NAMES[choice],
  about: (choice: DocumentChoice, available: DocumentContents) => {
    const content = contents(choice, available);
    if (content === null) return NOTHING[choice];
    return choice === 'return-packs' ? FORMATS[choice] : `${FORMATS[choice]} · ${content}`;
  },
  isAvailable: (choice: DocumentChoice, available: DocumentContents) => contents(choice, available) !== null,
  loading: 'Checking what can be made',
  make: 'Make',
  making: (choice: DocumentChoice) => `Making: ${NAMES[choice]}`,
  made: 'Documents made',
  madeCount: (count: number) => `${counted(count, 'document')} made.`,
  downloadAll: (documents: number) => `Download all ${grouped(documents)}`,
  downloading: 'Downloading',
  downloadedAll: (documents: number) => `${counted(documents, 'document')} downloaded.`,
  way: (way: DeliveryWay) => ({ download: 'Download', 'new workbook': 'Open in Excel' })[way],
  wayFor: (way: DeliveryWay, name: string) => ({ download: `Download ${name}`, 'new workbook': `Open ${name} in Excel` })[way],
  delivered: (way: DeliveryWay, name: string) => ({ download: `${name} downloaded.`, 'new workbook': `${name} opened in Excel.` })[way],
  copy: 'Copy text',
  copyFor: (name: string) => `Copy the text of ${name}`,
  copied: (name: string) => `Text of ${name} copied.`,
  copyByHand: (name: string) => `Text of ${name}: select it and copy it`,
  onlyCopy: 'This version of Excel cannot save files from the pane. Copy the text, or open the workbook in Excel on the web or on Windows.',
} as const;
