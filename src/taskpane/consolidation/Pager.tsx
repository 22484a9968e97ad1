import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useConsolidationTexts } from './texts';

const useStyles = makeStyles({
  pager: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
  numbers: { fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  /** The first and the last row of the page, counted from 1, and how many there are. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Where a page of a long table stands, and the ways to its neighbours. */
export function Pager({ page, pages, first, last, total, onPage }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  return (
    <div className={styles.pager}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        aria-label={texts.previousPage}
        disabledFocusable={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <Text size={200} className={styles.numbers}>
        {texts.pageOf(first, last, total)}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronRightRegular />}
        aria-label={texts.nextPage}
        disabledFocusable={page === pages - 1}
        onClick={() => onPage(page + 1)}
      />
    </div>
  );
}
