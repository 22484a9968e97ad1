import { PlainNotice } from '../taskpane/parts/PlainNotice';
import { usePageTexts } from './page-texts';

/** In the place of a part of the page that did not arrive. */
export function PartMissing() {
  const { incomplete } = usePageTexts();
  return <PlainNotice title={incomplete.message} text={incomplete.remedy} />;
}
