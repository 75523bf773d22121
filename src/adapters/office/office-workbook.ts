import type { WorkbookPort } from '../../application';
import { apply } from './apply';
import { type OfficeOptions, officeSetting } from './office-setting';
import { recall, remember } from './preferences';
import { readBook } from './read-book';
import { readCells } from './read-cells';
import { reveal } from './reveal';
import { selection } from './selection';
import { watch } from './watch';

/**
 * The open workbook, as the application's `WorkbookPort`. `excel` is the library's `Excel`, passed in so that a test or the
 * preview can pass one that is answered by another host. Every failure is a `Failure` in plain words.
 */
export function createOfficeWorkbook(excel: typeof Excel, options: OfficeOptions = {}): WorkbookPort {
  const setting = officeSetting(excel, options);
  return {
    readBook: (reading) => readBook(setting, reading),
    readCells: (places) => readCells(setting, places),
    apply: (stages, applying) => apply(setting, stages, applying),
    reveal: (place) => reveal(setting, place),
    selection: () => selection(setting),
    watch: (listener) => watch(setting, listener),
    recall: (key) => recall(setting, key),
    remember: (key, value) => remember(setting, key, value),
  };
}
