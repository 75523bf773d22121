import { makeStyles, mergeClasses, typographyStyles } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';

const useStyles = makeStyles({
  // It takes focus only so that a screen reader goes there; a frame would look like a control.
  heading: { margin: 0, outlineStyle: 'none' },
  pane: typographyStyles.subtitle1,
  view: typographyStyles.subtitle2,
  section: typographyStyles.body1Strong,
});

interface HeadingProps {
  /** `pane` and `view` are the title at the top, `section` what is below it. */
  readonly kind: 'pane' | 'view' | 'section';
  /** Can be given focus by the program, so that a screen reader goes there; not a stop of the Tab key. */
  readonly ref?: Ref<HTMLHeadingElement>;
  readonly id?: string;
  readonly children: ReactNode;
}

export function Heading({ kind, ref, id, children }: HeadingProps): ReactNode {
  const styles = useStyles();
  const props = { ref, id, tabIndex: -1, className: mergeClasses(styles.heading, styles[kind]) };
  return kind === 'section' ? <h2 {...props}>{children}</h2> : <h1 {...props}>{children}</h1>;
}
