/** The entry of the page without Excel: no Office.js, nothing from any other address. */
import { createRoot } from 'react-dom/client';
import { Surroundings } from '../taskpane/parts/Surroundings';
import { Page } from './Page';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Surroundings officeDark={null}>
      <Page />
    </Surroundings>,
  );
}
