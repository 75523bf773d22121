import { type DocumentPort, loadPart } from '../../application';
import { csvFile } from './csv-file';

/** Papers and tables as the bytes of files. The Word library is a megabyte, so it is loaded when the first paper is made. */
export const documentFiles: DocumentPort = {
  word: async (document) => {
    const { writeWord } = await loadPart(() => import('./write-word'));
    return writeWord(document);
  },
  csv: csvFile,
  json: (value) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
};
