import { createRoot } from 'react-dom/client';
import { answerRequests, Failure, type SubmissionPort, type WorkbookPort } from '../application';
import type { Framework } from '../domain/framework';
import { localNow, newRunId } from './local-clock';
import { Pane } from './pane';
import { PaneProblem } from './pane-problem';
import type { PaneTheme } from './pane-theme';
import { viewFromAddress } from './pane-view';

/** What an entry file joins the pane to, once its host answers. */
export interface PaneHost {
  readonly workbook: WorkbookPort;
  readonly submissions: SubmissionPort;
  readonly framework: Framework;
  readonly theme: PaneTheme;
}

/**
 * Shows the pane on its page, or, when the host does not answer, what the user can do about it.
 *
 * @param connect resolves when the host answers; its failure is shown in plain words.
 */
export async function showPane(connect: () => Promise<PaneHost>): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no element "root".');
  const root = createRoot(element);
  try {
    const { theme, ...host } = await connect();
    const services = answerRequests({ ...host, now: localNow, newRunId });
    root.render(<Pane services={services} theme={theme} initialView={viewFromAddress(window.location.search)} />);
  } catch (error) {
    const failure =
      error instanceof Failure
        ? error
        : new Failure('unexpected', 'The pane could not start. Close it and open it again.', { cause: error });
    root.render(<PaneProblem failure={failure} theme="system" />);
  }
}
