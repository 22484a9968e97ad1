/** The least that a page of React and Fluent can be: one heading and one button. What the product's page is measured against. */
import { Button, FluentProvider, Title1, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(
  <FluentProvider theme={webLightTheme}>
    <Title1 as="h1">Halaman</Title1>
    <Button appearance="primary">Mulai</Button>
  </FluentProvider>,
);
