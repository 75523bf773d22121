import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  toggle: { justifyContent: 'flex-start', marginLeft: '-8px', fontWeight: tokens.fontWeightRegular, textAlign: 'left', minWidth: 0 },
  content: { padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}` },
});

interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Its name for a screen reader, where the title says less than that; begins with the words of the title. */
  readonly label?: string;
  /** Whether it begins open: what the user must answer is not to be looked for. */
  readonly isOpen?: boolean;
}

/** A line that opens to show more. */
export function Disclosure({ title, label, children, isOpen = false }: DisclosureProps): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useState(isOpen);
  const id = useId();
  return (
    <div>
      <Button
        appearance="transparent"
        size="small"
        className={styles.toggle}
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      <div id={id} hidden={!open} className={styles.content}>
        {open && children}
      </div>
    </div>
  );
}
