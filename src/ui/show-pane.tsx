import { createRoot } from 'react-dom/client';
import {
  answerDelivery,
  answerPaneMemory,
  type DeliveryPort,
  type DocumentPort,
  Failure,
  loadPart,
  type PaneStorePort,
  type SubmissionPort,
  type WorkbookPort,
  type WritableBook,
} from '../application';
import type { Framework } from '../domain/framework';
import { localNow, newRunId } from './local-clock';
import { pauseWhenDue } from './pause-when-due';
import { once, onceLoaded } from './once-loaded';
import './pane-page.css';
import { Pane } from './pane';
import type { FrameworkChoice } from './map/framework-panel';
import { PaneProblem } from './pane-problem';
import type { PaneTheme } from './pane-theme';
import { type PaneView, viewFromAddress } from './shared/pane-view';
import { reloadPage } from './shared/reload-page';

/** What an entry file joins the pane to, once its host answers. */
export interface PaneHost {
  readonly workbook: WorkbookPort;
  readonly submissions: SubmissionPort;
  readonly documents: DocumentPort;
  readonly delivery: DeliveryPort;
  readonly store: PaneStorePort;
  readonly newBook: () => Promise<WritableBook>;
  /** The framework that the program ships with; loaded when it is asked for. */
  readonly shipped: () => Promise<Framework>;
  /** The host's theme as it is now. */
  readonly theme: () => PaneTheme;
  /** Has `look` called whenever the theme may be another. */
  readonly whenThemeMayChange: (look: () => void) => void;
}

/**
 * Shows the pane on its page, or, when the host does not answer, what the user can do about it.
 *
 * @param connect resolves when the host answers; its failure is shown in plain words. It may tell a failure before, while it goes on
 * waiting: that is shown until it resolves.
 */
export async function showPane(connect: (tell: (failure: Failure) => void) => Promise<PaneHost>): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no element "root".');
  const root = createRoot(element);
  const tell = (failure: Failure): void => root.render(<PaneProblem failure={failure} theme="system" onRetry={reloadPage} />);
  try {
    const { theme, whenThemeMayChange, ...host } = await connect(tell);
    const initialView = viewFromAddress(window.location.search);
    const memory = answerPaneMemory({ ...host, newId: newRunId });
    // Requests use one framework: when another is chosen, the pane starts again with new requests.
    let starts = 0;
    let draw = (): void => undefined;
    const show = (view: PaneView): void => {
      starts += 1;
      let inForce: FrameworkChoice['inForce'] = { isChosen: false, isOnSheet: false, problems: [] };
      // The pane is drawn while what answers it is on its way.
      const answers = once(async () => {
        const [{ answerDocuments, answerRequests, frameworkOf }, shipped] = await Promise.all([
          loadPart(() => import('../application')),
          host.shipped(),
        ]);
        const { framework, ...how } = await frameworkOf(host.workbook, shipped, localNow().date);
        const ports = { ...host, framework, now: localNow, newRunId, pause: pauseWhenDue() };
        inForce = how;
        draw();
        return { requests: answerRequests(ports), documents: answerDocuments(ports) };
      });
      const documents = onceLoaded(async () => (await answers()).documents, answerDelivery(host.delivery));
      const services = onceLoaded(async () => (await answers()).requests, { documents, memory });
      const key = starts;
      draw = () =>
        root.render(
          <Pane
            key={key}
            services={services}
            initialView={view}
            frameworkChoice={{ inForce, onChosen: () => show('map') }}
            theme={theme()}
          />,
        );
      draw();
    };
    show(initialView);
    let shown = theme();
    whenThemeMayChange(() => {
      if (theme() === shown) return;
      shown = theme();
      draw();
    });
  } catch (error) {
    tell(
      error instanceof Failure
        ? error
        : new Failure('unexpected', 'The pane could not start. Try again, or close it and open it again.', { cause: error }),
    );
  }
}
