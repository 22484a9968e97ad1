/** The pane's entry: waits for Office, then shows the open workbook, or why it cannot. */
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { excelCapabilities } from '../workbook/excel/capabilities';
import { useLeaveWarning } from './consolidation/use-consolidation';
import { PANE_SPLITTING, paneConsolidation, paneSession } from './pane-session';
import { EmptyWorkbook } from './parts/EmptyWorkbook';
import { Surroundings } from './parts/Surroundings';
import { isDarkBackground } from './parts/theme';
import { Workspace } from './parts/Workspace';
import { type Problem, StartProblem } from './StartProblem';

/** Office answers within a second or two; after this long a person wants to hear what to do. */
const PATIENCE_MS = 10_000;

const element = document.getElementById('root');
if (element) start(element);

function start(root: HTMLElement): void {
  const react = createRoot(root, { onUncaughtError: () => setTimeout(() => showProblem('broken')) });
  const show = (content: ReactNode): void => {
    react.render(<Surroundings officeDark={officeDark()}>{content}</Surroundings>);
  };
  const showProblem = (problem: Problem): void => show(<StartProblem problem={problem} />);

  if (typeof Office === 'undefined') {
    showProblem('no-office');
    return;
  }
  const impatience = setTimeout(() => showProblem('no-answer'), PATIENCE_MS);
  void Office.onReady(() => {
    clearTimeout(impatience);
    try {
      if (typeof Excel === 'undefined') showProblem('not-in-excel');
      else if (!excelCapabilities().workbook) showProblem('unsupported');
      else show(<Pane />);
    } catch {
      showProblem('broken');
    }
  });
}

function Pane() {
  const session = paneSession();
  const consolidating = paneConsolidation();
  useLeaveWarning(consolidating.store);
  return (
    <Workspace
      session={session}
      nothing={<EmptyWorkbook session={session} />}
      reserveCorner
      consolidating={consolidating}
      splitting={PANE_SPLITTING}
    />
  );
}

/** Whether Office is dark, or null where this Office does not say. */
function officeDark(): boolean | null {
  try {
    return isDarkBackground(Office.context.officeTheme.bodyBackgroundColor);
  } catch {
    // Excel on the web has no theme, some versions throw when asked, and without Office.js there is nobody to ask.
    return null;
  }
}
