import { Spinner } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { loadPart } from '../../application';
import { FailureNotice } from './failure-notice';
import { useTask } from './use-task';
import { ViewFrame } from './view-frame';
import { WORDS } from './wording';

/** A part of the pane that is loaded when it is first shown, and then stays. */
export interface PanePart<Module> {
  /** Null until it is loaded. */
  readonly loaded: () => Module | null;
  /** @throws Failure `part missing`; asked again, it tries again. */
  readonly load: () => Promise<Module>;
}

/** @param load imports it. */
export function panePart<Module>(load: () => Promise<Module>): PanePart<Module> {
  let loaded: Module | null = null;
  return { loaded: () => loaded, load: async () => (loaded ??= await loadPart(load)) };
}

interface PartViewProps<Module> {
  readonly of: PanePart<Module>;
  readonly arrived: boolean;
  readonly onBack: () => void;
  readonly children: (part: Module) => ReactNode;
}

/** A view that is a part of its own: until it is there, that it is on its way, or why it is not. */
export function PartView<Module>({ of, arrived, onBack, children }: PartViewProps<Module>): ReactNode {
  const { state, start } = useTask(of.load, 'at once');
  useEffect(() => {
    if (of.loaded() === null) start(undefined);
  }, [of, start]);
  const part = of.loaded();
  if (part !== null) return children(part);
  return (
    <ViewFrame title={WORDS.appName} onBack={onBack} arrived={arrived}>
      {state.failure === null ? (
        <Spinner size="tiny" labelPosition="after" label={WORDS.busy.opening} />
      ) : (
        <FailureNotice failure={state.failure} onRetry={() => start(undefined)} />
      )}
    </ViewFrame>
  );
}
