import { useCallback } from 'react';
import { useAnnounce } from '../shared/announcer';
import type { OnProgress, PaneServices, TemplateWritten } from '../shared/pane-services';
import { useTask, type Task } from '../shared/use-task';
import { TEMPLATE } from './template-wording';

/** Stands in place of a directorate where a sample is wanted. */
export const SAMPLE = Symbol('sample');

export type TemplateTask = Task<string | typeof SAMPLE, TemplateWritten>;

/** Writing a template; the workbook is read again when it is done. Kept by the pane, so that it goes on while another view is looked at. */
export function useTemplate(services: PaneServices, onWritten: () => void): TemplateTask {
  const announce = useAnnounce();
  const work = useCallback(
    async (asked: string | typeof SAMPLE, signal: AbortSignal, onProgress: OnProgress): Promise<TemplateWritten> => {
      const written = await (asked === SAMPLE
        ? services.writeSample(signal, onProgress)
        : services.writeTemplate(asked, signal, onProgress));
      announce(TEMPLATE.writtenTitle(written.sheet));
      onWritten();
      return written;
    },
    [services, announce, onWritten],
  );
  return useTask(work, 'when undone');
}
