import { FluentProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../application';
import { Announcer } from './shared/announcer';
import { FailureNotice } from './shared/failure-notice';
import { type PaneTheme, useFluentTheme } from './pane-theme';

interface PaneProblemProps {
  readonly failure: Failure;
  readonly theme: PaneTheme;
  readonly onRetry: () => void;
}

/** The whole pane when there is no workbook to show: what happened, why, and what to do next. */
export function PaneProblem({ failure, theme, onRetry }: PaneProblemProps): ReactNode {
  return (
    <FluentProvider theme={useFluentTheme(theme)} style={{ padding: 12, minHeight: '100vh', boxSizing: 'border-box' }}>
      <Announcer>
        <FailureNotice failure={failure} onRetry={onRetry} />
      </Announcer>
    </FluentProvider>
  );
}
