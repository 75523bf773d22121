import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { type PaneProps, type PaneServices, type PaneView } from '../../src/ui';
import { Pane } from '../../src/ui/pane';

export interface RenderedPane {
  readonly user: UserEvent;
  readonly container: HTMLElement;
  readonly unmount: () => void;
}

export const SHIPPED: PaneProps['frameworkChoice'] = {
  inForce: { isChosen: false, isOnSheet: false, problems: [] },
  onChosen: () => undefined,
};

/** The pane over given services; with `timers`, the user waits by these timers and not by the real clock. */
export function renderPane(
  services: PaneServices,
  view: PaneView = 'home',
  timers?: (ms: number) => void,
  choice: PaneProps['frameworkChoice'] = SHIPPED,
): RenderedPane {
  const user = userEvent.setup(timers === undefined ? {} : { advanceTimers: timers });
  const { container, unmount } = render(<Pane services={services} theme="light" initialView={view} frameworkChoice={choice} />);
  return { user, container, unmount };
}

/** What axe finds wrong, by rule. Colours need a layout, so the browser tests check them. */
export async function accessibilityProblems(container: HTMLElement): Promise<string[]> {
  const { violations } = await axe(container);
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
}
