import { makeStyles } from '@fluentui/react-components';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

type Announce = (words: string) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

/** How many messages stay in the live region: a message that is replaced at once would not be read. */
const KEPT = 3;

const useStyles = makeStyles({
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/**
 * Says things to a screen reader without moving focus. One live region, there from the start, as screen readers need
 * it; each message is an element of its own, so that the same words twice are read twice.
 */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const [said, setSaid] = useState<readonly { readonly turn: number; readonly words: string }[]>([]);
  const announce = useCallback(
    (words: string) => setSaid((before) => [...before, { turn: (before.at(-1)?.turn ?? 0) + 1, words }].slice(-KEPT)),
    [],
  );
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" aria-live="polite" aria-atomic="false" aria-relevant="additions" className={styles.heard}>
        {said.map(({ turn, words }) => (
          <p key={turn}>{words}</p>
        ))}
      </div>
    </AnnounceContext.Provider>
  );
}

export const useAnnounce = (): Announce => useContext(AnnounceContext);
