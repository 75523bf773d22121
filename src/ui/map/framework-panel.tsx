import { Button, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useRef, type ReactNode } from 'react';
import type { FrameworkInForce } from '../../application';
import type { ParsedFramework } from '../../domain/framework';
import { type LogframeDifferences, logframeDifferencesInWords } from '../../domain/logframe';
import { useAnnounce } from '../shared/announcer';
import { Disclosure } from '../shared/disclosure';
import { FailureNotice } from '../shared/failure-notice';
import { MAP } from './map-wording';
import { Notice } from '../shared/notice';
import type { Mapping, PaneServices, PlanReading } from '../shared/pane-services';
import { useTask } from '../shared/use-task';

/** Which framework the pane uses, and what is done when another is chosen. */
export interface FrameworkChoice {
  readonly inForce: Omit<FrameworkInForce, 'framework'>;
  /** The pane starts again under the framework that was chosen. */
  readonly onChosen: () => void;
}

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface FrameworkPanelProps {
  readonly services: PaneServices;
  readonly reading: PlanReading;
  readonly mapping: Mapping;
  readonly choice: FrameworkChoice;
}

type FrameworkRequest = 'the shipped one' | 'the sheet' | File;

function Problems({ problems }: { readonly problems: readonly string[] }): ReactNode {
  const styles = useStyles();
  if (problems.length === 0) return null;
  return (
    <Notice intent="error" title={MAP.frameworkBad}>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={problem}>
            <Caption1>{problem}</Caption1>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** How the logframe on the sheet differs, indicator by indicator. */
function Differences({ differences }: { readonly differences: LogframeDifferences }): ReactNode {
  const styles = useStyles();
  const { sheet } = differences;
  const lines = logframeDifferencesInWords(differences);
  if (lines.length === 0) return <Caption1>{MAP.sheetAgrees(sheet)}</Caption1>;
  return (
    <Disclosure title={MAP.sheetDiffers(sheet, lines.length)}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>
            <Caption1>{line}</Caption1>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The logframe that the pane uses, how the workbook's own differs, and the choice of another council's. */
export function FrameworkPanel({ services, reading, mapping, choice }: FrameworkPanelProps): ReactNode {
  const styles = useStyles();
  const announce = useAnnounce();
  const picker = useRef<HTMLInputElement>(null);
  const { framework, logframe, restsOn, knowsConcepts } = mapping;
  const { inForce, onChosen } = choice;
  const choose = useCallback(
    async (request: FrameworkRequest): Promise<readonly string[]> => {
      const chosen = await choiceFrom(request, services, reading);
      if (chosen !== null && !chosen.ok) return chosen.problems;
      announce(MAP.frameworkChosen);
      onChosen();
      return [];
    },
    [services, reading, announce, onChosen],
  );
  const choosing = useTask(choose, 'when undone');
  const add = useCallback(
    async (isShipped: boolean): Promise<string> => {
      const sheet = await services.addFrameworkSheet(isShipped);
      announce(MAP.frameworkSheetAdded(sheet));
      return sheet;
    },
    [services, announce],
  );
  const adding = useTask(add, 'when undone');
  const added = adding.state.value;
  const hasSheet = inForce.isOnSheet || added !== null;
  const differs = logframe !== null && logframeDifferencesInWords(logframe).length > 0;
  return (
    <div className={styles.panel}>
      <Text>{MAP.frameworkName(framework.name, framework.version, framework.indicators.length)}</Text>
      <Caption1>{restsOn}</Caption1>
      {!knowsConcepts && <Caption1>{MAP.wordsAlone}</Caption1>}
      {logframe !== null && <Differences differences={logframe} />}
      {inForce.isOnSheet && inForce.problems.length === 0 && <Caption1>{MAP.onSheet}</Caption1>}
      {added !== null && <Caption1>{MAP.frameworkSheetAdded(added)}</Caption1>}
      {adding.state.failure !== null && <FailureNotice failure={adding.state.failure} onDismiss={adding.reset} />}
      <Problems problems={inForce.problems} />
      <Problems problems={choosing.state.value ?? []} />
      {choosing.state.failure !== null && <FailureNotice failure={choosing.state.failure} onDismiss={choosing.reset} />}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => picker.current?.click()}>
          {MAP.chooseFramework}
        </Button>
        {differs && (
          <Button size="small" onClick={() => choosing.start('the sheet')}>
            {MAP.adoptSheet(logframe.sheet)}
          </Button>
        )}
        {hasSheet ? (
          <Button size="small" onClick={onChosen}>
            {MAP.readFrameworkSheet}
          </Button>
        ) : (
          <Button size="small" onClick={() => adding.start(!inForce.isChosen)}>
            {MAP.addFrameworkSheet}
          </Button>
        )}
        {inForce.isChosen && (
          <Button size="small" onClick={() => choosing.start('the shipped one')}>
            {MAP.shippedFramework}
          </Button>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={MAP.frameworkFile}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) choosing.start(file);
          event.target.value = '';
        }}
      />
    </div>
  );
}

async function choiceFrom(request: FrameworkRequest, services: PaneServices, reading: PlanReading): Promise<ParsedFramework | null> {
  if (request === 'the sheet') return services.adoptLogframe(reading);
  return services.chooseFramework(request === 'the shipped one' ? null : await request.text());
}
